// The looks of a read file, which its cells and rules name by number.
import { type CellStyle, DEFAULT_STYLE, intern } from '../book';
import { HORIZONTAL, type RuleStyle } from './styles';
import { child, childrenOf, type Element, isTrue, parseXml } from './xml';

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

/** The looks of a read file by number. */
export interface ReadStyles {
  /** `null` for the file's plain look. */
  cell(id: number): CellStyle | null;
  isLocked(id: number): boolean;
  rule(id: number): RuleStyle;
}

/** @param isOwn whether the file is ours, so that a wrap said to be off means clipped text */
export function readStyles(part: Buffer | undefined, themePart: Buffer | undefined, isOwn: boolean): ReadStyles {
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
      ...readAlignment(child(xf, 'alignment'), isOwn),
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

function readAlignment(alignment: Element | undefined, isOwn: boolean): Partial<CellStyle> {
  const { horizontal = '', vertical, wrapText } = alignment?.attributes ?? {};
  return {
    ...(HORIZONTAL.has(horizontal) && { horizontalAlignment: horizontal }),
    ...(vertical === 'center' && { verticalAlignment: 'middle' }),
    ...(vertical === 'top' && { verticalAlignment: 'top' }),
    ...(isTrue(wrapText) && { wrapStrategy: 'WRAP' }),
    ...(isOwn && wrapText !== undefined && !isTrue(wrapText) && { wrapStrategy: 'CLIP' }),
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
