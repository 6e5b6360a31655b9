// A signature, a card, a line of a chat or a row of a table, taken apart into the fields of a customer; what cannot be placed is kept.
import { formText } from '../form/fields';
import { socialEntry } from '../import/parts';
import { type KindContext, kindOf } from '../kinds/index';
import { placeOfAddress, provinceOfCity } from '../kinds/place';
import { cut, tidyLine, tidyProse } from '../text';
import { type Columns, findContacts } from './contacts';
import { type Label, type Labels, labelsOf, NOTED } from './labels';
import { type Candidate, type Put, readLines } from './lines';
import { bare, type Finding, type Token, unknown } from './tokens';

/** A piece of what was pasted. */
export interface Piece {
  /** As pasted, label and all; empty where it follows from another piece, as a city from an address. */
  readonly words: string;
  /** What its field would hold; the words where nothing is known of them. */
  readonly value: string;
  /** Null: it could not be placed. */
  readonly key: string | null;
}

/** More than any card says; what comes behind is kept as it is. */
const LONGEST = 5_000;

/** Fields that take several pieces. */
const MANY: readonly string[] = ['title', 'other_im', 'tags', 'remark'];

/**
 * @param columns those a form asks for, as they are in force, by key
 * @returns each character that is not blank stands in the words of one piece
 */
export function extractCustomer(text: string, columns: Columns, context: KindContext): Piece[] {
  const [read, rest] = cut(tidyProse(text), LONGEST);
  const labels = labelsOf(columns);
  const [found, findings] = findContacts([unknown(paired(read, labels))], labels, columns, context);
  const taken = new Set(findings.map(({ key }) => key));
  const put: Put = (label, lead, token) => {
    const finding = fieldValue(label, lead.words, tidyLine(bare(token.words)), columns, context);
    if (finding === null || (taken.has(finding.key) && !MANY.includes(finding.key))) return false;
    taken.add(finding.key);
    lead.finding = finding;
    token.finding = finding;
    return true;
  };
  const [tokens, candidates] = readLines(found, labels, put);
  choose(candidates, taken);
  const pieces = piecesOf([...tokens, unknown(rest)], findings);
  const placed = (piece: Piece) => (columns[piece.key ?? ''] === undefined ? { ...piece, key: null } : piece);
  return [...pieces, ...placesOf(pieces, context)].map(placed);
}

/** A row under the headers of its table: each cell behind its header, as if they were written so. */
function paired(text: string, labels: Labels): string {
  const [head = '', row = '', ...others] = text.split('\n');
  const [headers, cells] = [head.split('\t'), row.split('\t')];
  if (cells.length < 2 || headers.filter((header) => labels(header.trim()) !== null).length < 2) return text;
  const longer = headers.length > cells.length ? headers : cells;
  return [...longer.map((_, i) => `${headers[i] ?? ''}\t${cells[i] ?? ''}`), ...others].join('\n');
}

/** What a labelled value would be in its field; null where the field would refuse it. */
function fieldValue([key, social]: Label, lead: string, typed: string, columns: Columns, context: KindContext): Finding | null {
  if (key === NOTED) return { key: 'remark', value: lead + typed };
  const column = columns[key];
  if (column === undefined) return null;
  if (social !== null) return { key, value: socialEntry(social, typed) };
  const kind = kindOf(column);
  const reading = kind.parse(typed, column, context);
  // What a strict column would refuse is no value for it; of any other the form says what is wrong with it.
  if (!reading.ok) return kind.setup(column, context).rule?.strict === true ? null : { key, value: typed };
  // A value in parts is taken apart when its field is checked.
  return { key, value: reading.more === undefined ? formText(reading.value) : typed };
}

/** Gives each field its surest words; titles all there are. */
function choose(candidates: readonly Candidate[], taken: ReadonlySet<string>): void {
  const best = new Map<string, Candidate>();
  for (const one of candidates) if (one.verdict[1] > (best.get(one.verdict[0])?.verdict[1] ?? 0)) best.set(one.verdict[0], one);
  for (const one of candidates) {
    const [key] = one.verdict;
    if (taken.has(key) || (best.get(key) !== one && key !== 'title')) continue;
    const words = bare(one.tokens.map((token) => token.words).join(''));
    // Lines of a Latin address are set apart by commas.
    const finding = { key, value: tidyLine(words.replace(/(\w),?\s*\n\s*/g, '$1, ').replace(/\n/g, '')) };
    for (const token of one.tokens) token.finding = finding;
    if (one.lead?.finding === null) one.lead.finding = finding;
  }
}

/** The tokens as pieces: words of one finding together, signs with what stands before them. */
function piecesOf(tokens: readonly Token[], findings: readonly Finding[]): Piece[] {
  const pieces: { words: string; finding: Finding | null }[] = [];
  for (const { words, finding } of tokens) {
    const last = pieces[pieces.length - 1];
    const isLast = finding === null && (last?.finding === null || /^[\s\p{P}|=]*$/u.test(words));
    const same = isLast ? last : pieces.find((one) => finding !== null && one.finding === finding);
    if (same === undefined) pieces.push({ words, finding });
    else same.words += words;
  }
  const apart = findings.filter((finding) => !pieces.some((one) => one.finding === finding));
  return [...pieces, ...apart.map((finding) => ({ words: '', finding }))].flatMap(({ words: all, finding }) => {
    const words = all.trim();
    return words === '' && finding === null ? [] : [{ words, value: finding?.value ?? words, key: finding?.key ?? null }];
  });
}

/** Province and city that the address or the city names. */
function placesOf(pieces: readonly Piece[], context: KindContext): Piece[] {
  const held = (key: string) => pieces.find((piece) => piece.key === key)?.value ?? '';
  const place = placeOfAddress(held('address'), context);
  const province = place?.province ?? provinceOfCity(held('city'), context);
  return Object.entries({ province, city: place?.city }).flatMap(([key, value]) =>
    value == null || held(key) !== '' ? [] : [{ words: '', value, key }],
  );
}
