// Cell looks as the file's numbered tables.
import { type CellStyle, type ConditionalFormatModel, DEFAULT_STYLE } from '../book';
import { MAIN } from './namespaces';
import { attributes, escaped, xmlPart } from './xml';

const FIRST_OWN_FORMAT = 164;

/** Sheets' words for what a file calls otherwise. */
const VERTICAL = { middle: 'center', top: 'top', bottom: null } as Readonly<Record<string, string | null>>;
export const HORIZONTAL = new Set(['left', 'center', 'right']);

/** Looks of a format rule; `null` where it says nothing. */
export type RuleStyle = Pick<
  ConditionalFormatModel,
  'background' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough'
>;

export function argb(colour: string | null): string | null {
  return colour !== null && /^#[0-9a-f]{6}$/i.test(colour) ? `FF${colour.slice(1).toUpperCase()}` : null;
}

/** Rows of a table, each once, by their XML. */
class Table {
  private readonly ids = new Map<string, number>();

  constructor(...first: string[]) {
    for (const row of first) this.ids.set(row, this.ids.size);
  }

  id(row: string): number {
    const id = this.ids.get(row) ?? this.ids.size;
    this.ids.set(row, id);
    return id;
  }

  xml(name: string): string {
    return `<${name} count="${this.ids.size}">${[...this.ids.keys()].join('')}</${name}>`;
  }

  get rows(): readonly string[] {
    return [...this.ids.keys()];
  }
}

/** Gathers the looks a file uses and numbers them. */
export class StyleTables {
  private readonly formats = new Table();
  private readonly fonts = new Table(fontXml(DEFAULT_STYLE));
  private readonly fills = new Table(fillXml(null), '<fill><patternFill patternType="gray125"/></fill>');
  private readonly borders = new Table(borderXml(DEFAULT_STYLE.borders));
  private readonly cells = new Table();
  private readonly rules = new Table();
  private readonly known = [new Map<CellStyle, number>(), new Map<CellStyle, number>()] as const;

  constructor() {
    this.id(null, true);
  }

  /** The number of a cell's look; unlocked cells can be edited on a protected sheet. */
  id(style: CellStyle | null, locked: boolean): number {
    const look = style ?? DEFAULT_STYLE;
    const known = this.known[locked ? 0 : 1];
    const id = known.get(look) ?? this.cells.id(this.cellXml(look, locked));
    known.set(look, id);
    return id;
  }

  ruleId(style: RuleStyle): number {
    return this.rules.id(ruleXml(style));
  }

  part(): Buffer {
    const formats = this.formats.rows.map(
      (code, i) => `<numFmt${attributes({ numFmtId: FIRST_OWN_FORMAT + i, formatCode: code })}/>`,
    );
    const first = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
    return xmlPart(
      `<styleSheet xmlns="${MAIN}">${formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''}` +
        `${this.fonts.xml('fonts')}${this.fills.xml('fills')}${this.borders.xml('borders')}` +
        `<cellStyleXfs count="1">${first}</cellStyleXfs>${this.cells.xml('cellXfs')}` +
        `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${this.rules.xml('dxfs')}</styleSheet>`,
    );
  }

  private cellXml(style: CellStyle, locked: boolean): string {
    const numFmtId =
      style.numberFormat === 'General'
        ? 0
        : style.numberFormat === '@'
          ? 49
          : FIRST_OWN_FORMAT + this.formats.id(style.numberFormat);
    const fontId = this.fonts.id(fontXml(style));
    const fillId = this.fills.id(fillXml(style.background));
    const borderId = this.borders.id(borderXml(style.borders));
    const alignment = alignmentXml(style);
    const applied = {
      applyNumberFormat: numFmtId > 0 || null,
      applyFont: fontId > 0 || null,
      applyFill: fillId > 0 || null,
      applyBorder: borderId > 0 || null,
      applyAlignment: alignment !== '' || null,
      applyProtection: !locked || null,
    };
    const open = `<xf${attributes({ numFmtId, fontId, fillId, borderId, xfId: 0, ...applied })}`;
    const inner = `${alignment}${locked ? '' : '<protection locked="0"/>'}`;
    return inner === '' ? `${open}/>` : `${open}>${inner}</xf>`;
  }
}

function fontXml({ fontWeight, fontStyle, fontLine, fontSize, fontColor, fontFamily }: CellStyle): string {
  const colour = argb(fontColor);
  return (
    `<font>${fontWeight === 'bold' ? '<b/>' : ''}${fontStyle === 'italic' ? '<i/>' : ''}` +
    `${fontLine === 'line-through' ? '<strike/>' : ''}${fontLine === 'underline' ? '<u/>' : ''}<sz val="${fontSize}"/>` +
    `${colour ? `<color rgb="${colour}"/>` : ''}<name val="${escaped(fontFamily)}"/></font>`
  );
}

function fillXml(background: string | null): string {
  const colour = argb(background);
  if (colour === null) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml([top, right, bottom, left]: CellStyle['borders']): string {
  const side = (name: string, line: string | null) => {
    const colour = argb(line);
    return colour ? `<${name} style="thin"><color rgb="${colour}"/></${name}>` : `<${name}/>`;
  };
  return `<border>${side('left', left)}${side('right', right)}${side('top', top)}${side('bottom', bottom)}<diagonal/></border>`;
}

function alignmentXml({ horizontalAlignment, verticalAlignment, wrapStrategy }: CellStyle): string {
  const values = {
    horizontal: HORIZONTAL.has(horizontalAlignment) ? horizontalAlignment : null,
    vertical: VERTICAL[verticalAlignment] ?? null,
    // An explicit "no" is what a file can say of clipped text; programs that do not know the difference see none.
    wrapText: wrapStrategy === 'OVERFLOW' ? null : wrapStrategy === 'WRAP',
  };
  const text = attributes(values);
  return text === '' ? '' : `<alignment${text}/>`;
}

function ruleXml({ background, fontColor, bold, italic, underline, strikethrough }: RuleStyle): string {
  const flag = (name: string, on: boolean | null) =>
    on === null ? '' : on ? `<${name}/>` : `<${name} val="${name === 'u' ? 'none' : 0}"/>`;
  const colour = argb(fontColor);
  const font = `${flag('b', bold)}${flag('i', italic)}${flag('strike', strikethrough)}${flag('u', underline)}${colour ? `<color rgb="${colour}"/>` : ''}`;
  const ground = argb(background);
  const fill = ground
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${ground}"/><bgColor rgb="${ground}"/></patternFill></fill>`
    : '';
  return `<dxf>${font ? `<font>${font}</font>` : ''}${fill}</dxf>`;
}
