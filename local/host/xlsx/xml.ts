// XML as the parts of an .xlsx use it: written by strings, read into a small tree.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Text directly inside, entities resolved. */
  readonly text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function xmlPart(body: string): Buffer {
  return Buffer.from(DECLARATION + body);
}

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** For attributes. */
export function escaped(text: string): string {
  return cleaned(text).replace(/[&<>"\n\t]/g, (character) => SPECIAL[character] ?? character);
}

// What XML cannot hold is written as _xHHHH_, and what looks like such an escape gets its underscore escaped.
const UNSPEAKABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu;
const ESCAPES = /_x([0-9A-Fa-f]{4})_/g;

function cleaned(text: string): string {
  return text.replace(UNSPEAKABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** For text of cells and notes, where spreadsheets read `_xHHHH_` back. */
export function escapedText(text: string): string {
  return cleaned(text).replace(/[&<>]/g, (character) => SPECIAL[character] ?? character);
}

export function unescapedText(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPES, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** ` key="value"` for each given attribute, in order. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'boolean' ? Number(value) : escaped(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name ?? ''] ?? whole);
  });
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

/** The root element; names of elements come without their namespace prefix, attributes as written. */
export function parseXml(source: Buffer | string): Element {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  for (const [, raw, closing, name, attributeText, empty, text] of source.toString().matchAll(MARKUP)) {
    const top = stack[stack.length - 1] ?? root;
    if (raw !== undefined) top.text += raw;
    else if (text !== undefined) top.text += resolved(text.replaceAll('\r\n', '\n'));
    else if (closing) stack.pop();
    else if (name !== undefined) {
      const element: Growing = { name: localName(name), attributes: attributesIn(attributeText ?? ''), children: [], text: '' };
      top.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  const [first] = root.children;
  if (!first) throw new Error('An empty part in the .xlsx file.');
  return first;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = '', double, single] of text.matchAll(ATTRIBUTE)) found[key] = resolved(double ?? single ?? '');
  return found;
}

export function child(element: Element | undefined, ...path: string[]): Element | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((one) => one.name === name);
  return at;
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** Whether a flag like `b` or `hidden="1"` is set. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
