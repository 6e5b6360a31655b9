// Notes of cells as comments, with the drawing that Excel wants for each.
import type { SheetModel } from '../book';
import { columnLetters, columnNumber } from '../engine/tokens';
import { MAIN } from './namespaces';
import { textIn } from './strings';
import { child, childrenOf, escapedText, parseXml, unescapedText, xmlPart } from './xml';

type Notes = SheetModel['notes'];

function sorted(notes: Notes): [number, number, string][] {
  const flat = [...notes].flatMap(([row, line]) =>
    [...line].map(([column, text]): [number, number, string] => [row, column, text]),
  );
  return flat.sort(([r1, c1], [r2, c2]) => r1 - r2 || c1 - c2);
}

export function hasNotes(sheet: SheetModel): boolean {
  return [...sheet.notes.values()].some(({ size }) => size > 0);
}

export function commentsPart(sheet: SheetModel): Buffer {
  const comments = sorted(sheet.notes).map(
    ([row, column, text]) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><t xml:space="preserve">${escapedText(text)}</t></text></comment>`,
  );
  return xmlPart(
    `<comments xmlns="${MAIN}"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`,
  );
}

/** Excel shows a comment only if a shape of the old drawing language stands beside it. */
export function commentShapesPart(sheet: SheetModel): Buffer {
  const shapes = sorted(sheet.notes).map(
    ([row, column], i) =>
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:80pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  );
  return Buffer.from(
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`,
  );
}

export function readNotes(part: Buffer): Notes {
  const notes: Notes = new Map();
  for (const comment of childrenOf(child(parseXml(part), 'commentList'), 'comment')) {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(comment.attributes['ref'] ?? '') ?? [];
    const text = child(comment, 'text');
    const line = notes.get(Number(row)) ?? new Map<number, string>();
    notes.set(Number(row), line.set(columnNumber(letters), unescapedText(text ? textIn(text) : '')));
  }
  return notes;
}
