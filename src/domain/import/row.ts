// One row of a file on its way from texts to cells.
import type { Message } from '../../i18n/index';
import type { Cell, ColumnTemplate } from '../../template/types';
import { type KindContext, kindOf, type Reading } from '../kinds/index';
import { placeInCity, placeOfAddress, provinceOfCity } from '../kinds/place';
import { judgeRecord } from '../record/judge';
import { tidyLine } from '../text';
import { type FoundPhone, spreadPhones } from './contacts';
import type { SourceRecord } from './csv';
import { fitLines, joinAddress, joinName, type Piece, socialEntry } from './parts';
import type { Aside, MappedColumn, PlanContext, RowPlan } from './row-plan';
import { cellText, saysNothing } from './survey';
import { columnLetters, repeatsHeader } from './table';

/** What is the same for every row. */
export interface Layout {
  readonly mapping: ReadonlyMap<number, MappedColumn>;
  readonly headers: readonly string[];
  readonly meanings: ReadonlyMap<number, { readonly part: Piece['part']; readonly social: string | null }>;
  /** Keys in the order they are read: what others depend on first. */
  readonly order: readonly string[];
  readonly strict: ReadonlySet<string>;
  readonly defaults: Readonly<Record<string, Cell>>;
}

const CONTACTS = ['email', 'wechat'];
/** How files say that a customer has no owner. */
const POOL = /^(?:公海|公共|未分配|待分配|pool|unassigned|nobody)$/i;

export function ownerless(text: string): boolean {
  return POOL.test(text);
}

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总数|汇总|(?:grand |sub)?total|sum)\s*[:：]?$/i;
const FIGURE = /^[￥¥$€£]?\s*[\d.,]+\s*%?\s*\p{L}{0,2}$/u;

/** Columns whose values are put together from all that feed them. */
const JOINED: Readonly<Record<string, (pieces: readonly Piece[]) => string>> = {
  name: joinName,
  address: joinAddress,
  tags: (pieces) => pieces.map(({ text }) => text).join('; '),
};

interface Source extends Piece {
  readonly header: string;
  readonly index: number;
  readonly social: string | null;
}

export class Row {
  private readonly record: SourceRecord;
  private readonly layout: Layout;
  private readonly context: PlanContext;
  private readonly sources = new Map<string, Source[]>();
  private readonly cells: Record<string, Cell> = {};
  private readonly readings = new Map<string, Reading>();
  private readonly asides: Aside[] = [];
  private readonly notes: string[] = [];
  private readonly defaulted: string[] = [];
  private phonesRead = false;
  private shared: KindContext | null = null;

  constructor(record: SourceRecord, layout: Layout, context: PlanContext) {
    this.record = record;
    this.layout = layout;
    this.context = context;
  }

  plan(): RowPlan {
    const { line } = this.record;
    if (repeatsHeader(this.record, this.layout.headers)) return this.invalid({ code: 'import.row.header', args: { line } });
    if (this.sumsUp()) return this.invalid({ code: 'import.row.total', args: { line } });
    this.sort();
    for (const key of this.layout.order) this.read(key);
    if (this.cells['name'] === undefined) {
      if (this.cells['company'] === undefined) return this.invalid({ code: 'import.row.nobody', args: { line } });
      this.set('name', String(this.cells['company']), -1);
    }
    this.complete();
    const issues = judgeRecord(this.context, this.cells, this.context, { readings: this.readings });
    return { line, outcome: 'created', cells: this.cells, defaults: this.defaulted, issues, asides: this.asides };
  }

  private invalid(reason: Message): RowPlan {
    return { line: this.record.line, outcome: 'invalid', reason, cells: {}, defaults: [], issues: [], asides: [] };
  }

  /** A last line such as 合计, 3 家, 1,234: figures about the list, nobody in it. */
  private sumsUp(): boolean {
    const [first = '', ...rest] = this.record.cells.map(cellText).filter((text) => text !== '');
    return TOTAL.test(first) && rest.every((text) => FIGURE.test(text));
  }

  /** Each text to the column it feeds, or to the notes. */
  private sort(): void {
    const { mapping, meanings } = this.layout;
    this.record.cells.forEach((cell, index) => {
      const text = cellText(cell);
      if (text === '') return;
      const column = mapping.get(index);
      const header = column?.header ?? '';
      // A column that was empty when the file was looked at, or lies beyond its header, is kept like any other without a place.
      if (column?.key == null) this.note(header, index, text);
      else
        this.add(column.key, {
          text,
          header,
          index,
          part: meanings.get(index)?.part ?? null,
          social: meanings.get(index)?.social ?? null,
        });
    });
  }

  private add(key: string, source: Source): void {
    const known = this.sources.get(key);
    if (known === undefined) this.sources.set(key, [source]);
    else known.push(source);
  }

  private note(header: string, index: number, text: string): void {
    if (!saysNothing(text)) this.notes.push(`${header === '' ? columnLetters(index) : header}: ${tidyLine(text)}`);
  }

  private read(key: string): void {
    const sources = this.sources.get(key) ?? [];
    const column = this.context.columns[key];
    if (column === undefined) return;
    if (key === 'mobile' || key === 'phone') this.phones();
    else if (key === 'remark') this.remark(sources, column);
    else if (key === 'other_im') this.social(sources, column);
    else if (key === 'city') this.city(sources);
    else if (sources[0] !== undefined) this.value(key, sources, sources[0]);
  }

  /** A column fed by values as they are, or by values in parts. */
  private value(key: string, sources: readonly Source[], first: Source): void {
    const join = JOINED[key];
    if (join !== undefined) {
      this.set(key, join(sources), first.index);
      return;
    }
    if (key === 'owner' && ownerless(first.text)) return;
    this.set(key, first.text, first.index);
    for (const other of sources.slice(1)) this.further(key, other);
  }

  /** A second value for a column that holds one: to the social accounts if it is a contact, else to the notes. */
  private further(key: string, source: Source): void {
    const same = this.cells[key] === source.text;
    if (same || saysNothing(source.text)) return;
    if (CONTACTS.includes(key)) this.spill(key, source.text);
    else this.note(source.header, source.index, source.text);
  }

  private spill(type: string, text: string): void {
    this.add('other_im', { text, header: type, index: -1, part: null, social: type });
  }

  /** Made once a row: a copy for every cell costs more than reading it. */
  private contextFor(index: number): KindContext {
    const country = this.cells['country'];
    if (this.shared === null || (typeof country === 'string' && this.shared.country !== country)) {
      this.shared = { ...this.context, row: this.cells, ...(typeof country === 'string' && { country }) };
    }
    const dateOrder = this.context.dateOrders?.get(index);
    return dateOrder === undefined ? this.shared : { ...this.shared, dateOrder };
  }

  /** Reads a text by the column's kind and files what came of it. */
  private set(key: string, text: string, index: number): void {
    const column = this.context.columns[key];
    if (column === undefined) return;
    const context = this.contextFor(index);
    const reading = kindOf(column).parse(text, column, context);
    // Unless it means something in this column, N/A is an empty cell: NA is Namibia, 无 is no consent.
    if (saysNothing(text) && !(reading.ok && kindOf(column).likeness(text, column, context) > 0)) return;
    if (!reading.ok) {
      this.unreadable(key, text, reading);
      return;
    }
    if (reading.value === null) return;
    const reason = this.layout.strict.has(key) ? kindOf(column).validate(reading.value, column, context) : null;
    if (reason !== null) {
      // A strict rule refuses what is out of range as it refuses what cannot be read, and with it the whole block of rows.
      this.unreadable(key, text, { ok: false, reason });
      return;
    }
    this.cells[key] = reading.value;
    this.readings.set(key, reading);
    this.moreOf(key, reading.more ?? []);
    if (reading.steps?.includes('lunar')) this.lunar();
  }

  private unreadable(key: string, text: string, reading: Extract<Reading, { readonly ok: false }>): void {
    const { reason, suggestion, kept } = reading;
    this.readings.set(key, reading);
    const strict = this.layout.strict.has(key);
    if (!strict) this.cells[key] = kept ?? text;
    if (strict || kept !== undefined) {
      this.asides.push({ column: key, value: text, reason, ...(suggestion !== undefined && { suggestion }) });
    }
  }

  /** Further values of one cell: a province's city and district, a second address. */
  private moreOf(key: string, more: readonly string[]): void {
    if (key === 'province') {
      const [city, ...rest] = more;
      if (city !== undefined) this.add('city', { text: city, header: '', index: -1, part: null, social: null });
      for (const text of rest) this.add('address', { text, header: '', index: -1, part: 'district', social: null });
    } else for (const text of more) this.spill(key, text);
  }

  /** A province in the city's column says where the customer is as well as in its own, unless that says another. */
  private city(sources: readonly Source[]): void {
    const [first, ...others] = sources;
    if (first === undefined) return;
    const found = placeInCity(first.text, this.contextFor(-1));
    const known = this.cells['province'] ?? null;
    if (found === null || this.context.columns['province'] === undefined || (known ?? found.province) !== found.province) {
      this.value('city', sources, first);
      return;
    }
    this.cells['province'] = found.province;
    if (found.city !== null) this.cells['city'] = found.city;
    for (const other of others) this.further('city', other);
  }

  private lunar(): void {
    if (this.context.columns['birthday_cal'] !== undefined && !this.sources.has('birthday_cal'))
      this.set('birthday_cal', 'lunar', -1);
  }

  /** All phone columns at once, when the first of them is read. */
  private phones(): void {
    if (this.phonesRead) return;
    this.phonesRead = true;
    const slots = { mobile: this.slot('mobile'), landline: this.slot('phone') };
    const found: FoundPhone[] = [];
    const failed = new Map<string, Extract<Reading, { readonly ok: false }>>();
    for (const key of ['mobile', 'phone']) {
      const column = this.context.columns[key];
      for (const { text, index } of (column === undefined ? undefined : this.sources.get(key)) ?? []) {
        if (column === undefined || saysNothing(text)) continue;
        const reading = kindOf(column).parse(text, column, this.contextFor(index));
        if (!reading.ok) failed.set(text, reading);
        else if (typeof reading.value === 'string') {
          for (const value of [reading.value, ...(reading.more ?? [])]) found.push({ key, value, readable: true });
        }
        if (!reading.ok) found.push({ key, value: text, readable: false });
      }
    }
    const { cells, over } = spreadPhones(found, slots);
    for (const [key, { value }] of cells) {
      const problem = failed.get(value);
      if (problem !== undefined) this.unreadable(key, value, problem);
      else {
        this.cells[key] = value;
        this.readings.set(key, { ok: true, value });
      }
    }
    for (const { value } of over) this.spill('tel', value);
  }

  private slot(key: string): string | null {
    return this.context.columns[key] === undefined ? null : key;
  }

  /** `qq:10001; tel:+86…`, as many as fit; the others to the notes. */
  private social(sources: readonly Source[], column: ColumnTemplate): void {
    const max = 'max' in column ? (column.max ?? 0) : 0;
    let text = '';
    for (const source of sources) {
      if (saysNothing(source.text)) continue;
      const entry = socialEntry(source.social, tidyLine(source.text));
      const longer = text === '' ? entry : `${text}; ${entry}`;
      if (longer.length <= max) text = longer;
      else this.note(source.header, source.index, source.text);
    }
    if (text !== '') this.cells['other_im'] = text;
  }

  private remark(sources: readonly Source[], column: ColumnTemplate): void {
    const max = 'max' in column ? (column.max ?? 0) : 0;
    const own = sources.filter(({ text }) => !saysNothing(text)).map(({ text }) => text);
    const lines = [...own, ...this.notes];
    const { text, rest } = fitLines(lines, max);
    if (text !== '') this.set('remark', text, -1);
    if (rest.length === 0) return;
    const value = rest.join('\n');
    const reason: Message = { code: 'kind.text.tooLong', args: { text: '', length: lines.join('\n').length, max } };
    this.readings.set('remark', { ok: false, reason });
    this.asides.push({ column: 'remark', value, reason });
  }

  /** What follows from the row as a whole, and what every new record has. */
  private complete(): void {
    this.locate();
    for (const [key, value] of Object.entries(this.layout.defaults)) {
      if (this.cells[key] !== undefined) continue;
      this.cells[key] = value;
      this.defaulted.push(key);
      if (!this.readings.has(key)) this.readings.set(key, { ok: true, value });
    }
  }

  /** A city lies in one province, and an address may begin with both. */
  private locate(): void {
    const { columns } = this.context;
    const { province, city, address } = this.cells;
    if (columns['province'] === undefined || province !== undefined) return;
    if (typeof city === 'string') {
      const found = provinceOfCity(city, this.contextFor(-1));
      if (found !== null) this.cells['province'] = found;
    } else if (typeof address === 'string') {
      const found = placeOfAddress(address, this.contextFor(-1));
      if (found === null) return;
      this.cells['province'] = found.province;
      if (columns['city'] !== undefined && found.city !== null) this.cells['city'] = found.city;
    }
  }
}
