// Protection: who may edit a range or a sheet, by the rules of platform.md §4.
import type { Area, ProtectionModel, SheetModel } from '../book';
import { ServiceError } from '../errors';
import { Double, type EnumValue, enumValue } from '../guard';
import { isOwner, mayEditFile, passes, VIEW_ONLY } from '../permission';
import type { World } from '../world';
import { makers } from './makers';
import type { RangePlace } from './range-place';
import { UserDouble } from './session';

/** A new protection bars nobody: its editors are all editors of the file. The owner is not on the list (issuetracker 442636162). */
export function newProtection(world: World, sheet: SheetModel, area: Area | null): ProtectionModel {
  const { book } = world;
  const model: ProtectionModel = {
    id: `p${book.nextProtectionId++}`,
    type: area === null ? 'SHEET' : 'RANGE',
    area,
    sheetId: sheet.id,
    description: '',
    warningOnly: false,
    domainEdit: world.workspace,
    editors: book.editors.map((editor) => editor.toLowerCase()),
    unprotected: [],
  };
  sheet.protections.push(model);
  return model;
}

export class ProtectionDouble extends Double {
  readonly world: World;
  readonly model: ProtectionModel;

  constructor(world: World, model: ProtectionModel) {
    super();
    this.world = world;
    this.model = model;
  }

  getProtectionType(): EnumValue {
    return enumValue('Spreadsheet.ProtectionType', this.model.type);
  }

  /** Of a sheet protection: the whole sheet, whose A1 notation live Sheets gives as "". */
  getRange(): Double {
    const sheet = this.world.sheetById(this.model.sheetId);
    const whole = { sheetId: sheet.id, row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
    return makers.range(this.world, this.model.area ?? whole);
  }

  setRange(range: RangePlace): this {
    changing(this).area = range.area;
    return this;
  }

  getDescription(): string {
    return this.model.description;
  }

  setDescription(description: string): this {
    changing(this).description = String(description);
    return this;
  }

  canEdit(): boolean {
    return passes(this.world.book, this.model, this.world.running.user);
  }

  getEditors(): Double[] {
    return changing(this).editors.map((editor) => new UserDouble(editor));
  }

  addEditor(editor: unknown): this {
    return this.addEditors([editor]);
  }

  addEditors(editors: readonly unknown[]): this {
    const { book } = this.world;
    const model = changing(this);
    for (const address of editors.map(addressOf)) {
      // Whether Google lets somebody in who cannot open the file is not on record (platform.md §13): the safe answer is no.
      if (!mayEditFile(book, address)) throw new ServiceError(`Invalid user: ${address}`);
      if (!isOwner(book, address) && !model.editors.includes(address)) model.editors.push(address);
    }
    return this;
  }

  removeEditor(editor: unknown): this {
    return this.removeEditors([editor]);
  }

  /** The file's owner and the current user stay, whatever is asked. */
  removeEditors(editors: readonly unknown[]): this {
    const model = changing(this);
    const leaving = new Set(editors.map(addressOf));
    leaving.delete(this.world.running.user.toLowerCase());
    model.editors = model.editors.filter((editor) => !leaving.has(editor));
    return this;
  }

  canDomainEdit(): boolean {
    return changing(this).domainEdit;
  }

  setDomainEdit(editable: boolean): this {
    const model = changing(this);
    if (!this.world.workspace)
      throw new ServiceError('Cannot set domain edit permission: the file is not owned within a domain.');
    model.domainEdit = editable;
    return this;
  }

  isWarningOnly(): boolean {
    return this.model.warningOnly;
  }

  /** On, all edit after a question and no editors are kept; off again, all editors of the file are editors. */
  setWarningOnly(warningOnly: boolean): this {
    const model = changing(this);
    model.warningOnly = warningOnly;
    model.editors = warningOnly ? [] : this.world.book.editors.map((editor) => editor.toLowerCase());
    return this;
  }

  getUnprotectedRanges(): Double[] {
    return this.model.unprotected.map((area) => makers.range(this.world, area));
  }

  setUnprotectedRanges(ranges: readonly RangePlace[]): this {
    const model = changing(this);
    if (model.type !== 'SHEET') throw new ServiceError('Unprotected ranges can only be set on a sheet protection.');
    model.unprotected = ranges.map((range) => range.area);
    return this;
  }

  remove(): void {
    const model = changing(this);
    const sheet = this.world.sheetById(model.sheetId);
    sheet.protections = sheet.protections.filter((other) => other !== model);
  }
}

/** Whoever is barred may neither change a protection nor ask who is not. */
function changing({ world, model }: ProtectionDouble): ProtectionModel {
  if (!passes(world.book, model, world.running.user)) throw new ServiceError(VIEW_ONLY);
  if (!world.sheetById(model.sheetId).protections.includes(model)) throw new ServiceError('Protection not found');
  return model;
}

function addressOf(editor: unknown): string {
  return (editor instanceof UserDouble ? editor.email : String(editor)).toLowerCase();
}
