// Cell looks as the file's numbered tables, and back.
import { type CellStyle, type ConditionalFormatModel, DEFAULT_STYLE, intern } from '../book';
import { MAIN } from './namespaces';
import { attributes, child, childrenOf, type Element, escaped, isTrue, parseXml, xmlPart } from './xml';

const FIRST_OWN_FORMAT = 164;

/** Formats the standard numbers, as far as files use them (ECMA-376 part 1, 18.8.30). */
const STANDARD_FORMATS: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Sheets' words for what a file calls otherwise. */
const VERTICAL = { middle: 'center', top: 'top', bottom: null } as Readonly<Record<string, string | null>>;
const HORIZONTAL = new Set(['left', 'center', 'right']);

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

/** The looks of a read file by number. */
export interface ReadStyles {
  /** `null` for the file's plain look. */
  cell(id: number): CellStyle | null;
  isLocked(id: number): boolean;
  rule(id: number): RuleStyle;
}

export function readStyles(part: Buffer | undefined, themePart: Buffer | undefined): ReadStyles {
  const root = part && parseXml(part);
  const theme = themeColours(themePart);
  const colour = (element: Element | undefined) => colourOf(element, theme);
  const formats = new Map(
    childrenOf(child(root, 'numFmts'), 'numFmt').map(({ attributes: a }) => [
      Number(a['numFmtId']),
      a['formatCode'] ?? 'General',
    ]),
  );
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font) => readFont(font, colour));
  const [plainFont] = fonts;
  const fills = childrenOf(child(root, 'fills'), 'fill').map((fill) => {
    const pattern = child(fill, 'patternFill');
    return pattern?.attributes['patternType'] === 'solid' ? colour(child(pattern, 'fgColor')) : null;
  });
  const borders = childrenOf(child(root, 'borders'), 'border').map((border) => {
    const side = (name: string) => {
      const line = child(border, name);
      return line?.attributes['style'] ? (colour(child(line, 'color')) ?? '#000000') : null;
    };
    return [side('top'), side('right'), side('bottom'), side('left')] as const;
  });
  const cells = childrenOf(child(root, 'cellXfs'), 'xf').map((xf, id) => {
    const at = (name: string) => Number(xf.attributes[name] ?? 0);
    const format = at('numFmtId');
    const font = fonts[at('fontId')];
    const style = intern({
      ...DEFAULT_STYLE,
      numberFormat: formats.get(format) ?? STANDARD_FORMATS[format] ?? 'General',
      background: fills[at('fillId')] ?? null,
      // The file's plain font is whatever its program came with; ours is the sheet's.
      ...(font && (sameFamily(font, plainFont) ? { ...font, ...PLAIN_FAMILY } : font)),
      ...readAlignment(child(xf, 'alignment')),
      borders: borders[at('borderId')] ?? DEFAULT_STYLE.borders,
    });
    return { style: id === 0 || style === intern({ ...DEFAULT_STYLE }) ? null : style, locked: isLocked(xf) };
  });
  const rules = childrenOf(child(root, 'dxfs'), 'dxf').map((dxf) => readRule(dxf, colour));
  return {
    cell: (id) => cells[id]?.style ?? null,
    isLocked: (id) => cells[id]?.locked ?? true,
    rule: (id) => rules[id] ?? NO_RULE_STYLE,
  };
}

const PLAIN_FAMILY = { fontFamily: DEFAULT_STYLE.fontFamily, fontSize: DEFAULT_STYLE.fontSize };

type Font = Pick<CellStyle, 'fontWeight' | 'fontStyle' | 'fontLine' | 'fontSize' | 'fontColor' | 'fontFamily'>;

function sameFamily(a: Font, b: Font | undefined): boolean {
  return a.fontFamily === b?.fontFamily && a.fontSize === b.fontSize;
}

function readFont(font: Element, colour: (element: Element | undefined) => string | null): Font {
  const struck = flagOf(font, 'strike') === true;
  return {
    fontWeight: flagOf(font, 'b') ? 'bold' : 'normal',
    fontStyle: flagOf(font, 'i') ? 'italic' : 'normal',
    fontLine: struck ? 'line-through' : flagOf(font, 'u') ? 'underline' : 'none',
    fontSize: Number(child(font, 'sz')?.attributes['val'] ?? DEFAULT_STYLE.fontSize),
    fontColor: colour(child(font, 'color')),
    fontFamily: child(font, 'name')?.attributes['val'] ?? DEFAULT_STYLE.fontFamily,
  };
}

function flagOf(font: Element | undefined, name: string): boolean | null {
  const flag = child(font, name);
  if (!flag) return null;
  const { val } = flag.attributes;
  return val === undefined || (name === 'u' ? val !== 'none' : isTrue(val));
}

function readAlignment(alignment: Element | undefined): Partial<CellStyle> {
  const { horizontal = '', vertical, wrapText } = alignment?.attributes ?? {};
  return {
    ...(HORIZONTAL.has(horizontal) && { horizontalAlignment: horizontal }),
    ...(vertical === 'center' && { verticalAlignment: 'middle' }),
    ...(vertical === 'top' && { verticalAlignment: 'top' }),
    ...(wrapText !== undefined && { wrapStrategy: isTrue(wrapText) ? 'WRAP' : 'CLIP' }),
  };
}

function isLocked(xf: Element): boolean {
  const { locked } = child(xf, 'protection')?.attributes ?? {};
  return locked === undefined || isTrue(locked);
}

const NO_RULE_STYLE: RuleStyle = {
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
};

function readRule(dxf: Element, colour: (element: Element | undefined) => string | null): RuleStyle {
  const font = child(dxf, 'font');
  const pattern = child(dxf, 'fill', 'patternFill');
  return {
    // Of a rule's solid fill the background colour counts; some programs write the other one only.
    background: colour(child(pattern, 'bgColor')) ?? colour(child(pattern, 'fgColor')),
    fontColor: colour(child(font, 'color')),
    bold: flagOf(font, 'b'),
    italic: flagOf(font, 'i'),
    underline: flagOf(font, 'u'),
    strikethrough: flagOf(font, 'strike'),
  };
}

/** In the order cells count them: the theme lists dark before light. */
function themeColours(part: Buffer | undefined): string[] {
  const scheme = part && child(parseXml(part), 'themeElements', 'clrScheme');
  const colours = (scheme?.children ?? []).map(
    ({ children: [value] }) => value?.attributes['lastClr'] ?? value?.attributes['val'] ?? '000000',
  );
  const [dark1 = '000000', light1 = 'FFFFFF', dark2 = '000000', light2 = 'FFFFFF', ...rest] = colours;
  return [light1, dark1, light2, dark2, ...rest];
}

function colourOf(element: Element | undefined, theme: readonly string[]): string | null {
  if (!element) return null;
  const { rgb, theme: index, tint } = element.attributes;
  if (rgb !== undefined) return `#${rgb.slice(-6).toLowerCase()}`;
  const base = index === undefined ? undefined : theme[Number(index)];
  return base === undefined ? null : tinted(base, Number(tint ?? 0));
}

/** Lighter for a positive tint, darker for a negative one. */
function tinted(rgb: string, tint: number): string {
  const part = (at: number) => {
    const value = Number.parseInt(rgb.slice(at, at + 2), 16);
    const mixed = Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
    return mixed.toString(16).padStart(2, '0');
  };
  return `#${part(0)}${part(2)}${part(4)}`;
}
