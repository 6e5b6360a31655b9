// The texts of a file's cells, each stored once.
import { MAIN } from './namespaces';
import { type Element, escapedText, parseXml, unescapedText } from './xml';

const CHUNK = 1 << 20;

export class SharedStrings {
  private readonly ids = new Map<string, number>();
  private uses = 0;

  id(text: string): number {
    this.uses++;
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size);
    return this.ids.size - 1;
  }

  part(): Buffer {
    const pieces: Buffer[] = [];
    let chunk = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${this.ids.size}">`;
    for (const text of this.ids.keys()) {
      const kept = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
      chunk += `<si><t${kept}>${escapedText(text)}</t></si>`;
      if (chunk.length < CHUNK) continue;
      pieces.push(Buffer.from(chunk));
      chunk = '';
    }
    pieces.push(Buffer.from(`${chunk}</sst>`));
    return Buffer.concat(pieces);
  }
}

const ITEM = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const PLAIN = /^<t(?: xml:space="preserve")?>([^<&]*)<\/t>$/;

export function readSharedStrings(part: Buffer | undefined): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  for (const [, inner = ''] of part.toString().matchAll(ITEM)) {
    const plain = PLAIN.exec(inner)?.[1];
    strings.push(unescapedText(plain === undefined ? textIn(parseXml(`<si>${inner}</si>`)) : plain.replaceAll('\r\n', '\n')));
  }
  return strings;
}

/** The text of a cell that may be made of runs with looks of their own; phonetic guides are no part of it. */
export function textIn(item: Element): string {
  return item.children.map((part) => (part.name === 't' ? part.text : part.name === 'r' ? textIn(part) : '')).join('');
}
