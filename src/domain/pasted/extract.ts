// A signature, a card, a line of a chat or a row of a table, taken apart into the fields of a customer; what cannot be placed is kept.
import { NOTES } from '../../template/notes';
import { formText } from '../form/fields';
import { socialEntry } from '../import/parts';
import { type KindContext, kindOf } from '../kinds/index';
import { placeOfAddress, provinceOfCity } from '../kinds/place';
import { cut, tidyLine, tidyProse } from '../text';
import { type Columns, findContacts } from './contacts';
import type { Verdict } from './judge';
import { type Label, type Labels, labelsOf, NOTED, noted } from './labels';
import { type Candidate, type Put, readLines } from './lines';
import { bare, coreOf, type Finding, type Token, unknown } from './tokens';

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

/** Fields whose values are known without a label. */
const BY_THEMSELVES: readonly string[] = ['city', 'province', 'gender'];

/** Fields that take several pieces. */
const MANY: readonly string[] = ['title', 'other_im', 'tags', NOTES];

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
  const fieldOf = (word: string): Verdict | null => {
    const isValue = (key: string) =>
      columns[key] !== undefined && kindOf(columns[key]).likeness(word, columns[key], context) === 1;
    const key = BY_THEMSELVES.find(isValue);
    return key === undefined ? null : [key, 1];
  };
  const [tokens, candidates] = readLines(found, labels, put, fieldOf);
  for (const { key, value, tokens: own } of chosen(candidates, taken)) {
    const finding = fieldValue([key, null], '', value, columns, context);
    for (const token of own) token.finding = finding;
  }
  const pieces = piecesOf([...tokens, unknown(rest)], findings);
  const isField = ({ key }: Piece) => key !== null && columns[key] !== undefined;
  return [...pieces, ...placesOf(pieces, columns, context)].map((piece) => (isField(piece) ? piece : { ...piece, key: null }));
}

/** A row under the headers of its table: each cell behind its header, as if they were written so. */
function paired(text: string, labels: Labels): string {
  const [head = [], row = [], ...others] = text.split('\n').map((line) => line.split('\t'));
  const isTable =
    row.length > 1 && head.length >= row.length && head.filter((header) => labels(header.trim()) !== null).length > 1;
  const pairs = head.map((header, i) => [header, row[i] ?? '']);
  return isTable ? [...pairs, ...others].map((line) => line.join('\t')).join('\n') : text;
}

/** What a labelled value would be in its field; null where the field would refuse it. */
function fieldValue([key, social]: Label, lead: string, typed: string, columns: Columns, context: KindContext): Finding | null {
  if (key === NOTED) return noted();
  const column = columns[key];
  if (column === undefined) return null;
  // An account whose service is not known by name keeps what it was called.
  const service = social ?? (key === 'other_im' ? coreOf(lead) : null);
  if (service !== null) return { key, value: socialEntry(service, typed) };
  const kind = kindOf(column);
  const reading = kind.parse(typed, column, context);
  // What a strict column would refuse is no value for it; of any other the form says what is wrong with it.
  if (!reading.ok) {
    const isRefused = kind.setup(column, context).rule?.strict === true || kind.likeness(typed, column, context) < 0;
    return isRefused ? null : { key, value: typed };
  }
  // A value in parts is taken apart when its field is checked.
  return { key, value: reading.more === undefined ? formText(reading.value) : typed };
}

interface Choice extends Finding {
  readonly tokens: readonly Token[];
}

/** The surest words for each field, of equals the first; titles all there are. */
function chosen(candidates: readonly Candidate[], taken: Set<string>): Choice[] {
  return [...candidates]
    .sort((a, b) => b.verdict[1] - a.verdict[1])
    .flatMap(({ verdict: [key], tokens, lead }) => {
      if (taken.has(key) && key !== 'title') return [];
      taken.add(key);
      const words = bare(tokens.map((token) => token.words).join(''));
      // Lines of a Latin address are set apart by commas.
      const value = tidyLine(words.replace(/(\w),?\s*\n\s*/g, '$1, ').replace(/\n(?!\w)/g, ''));
      return [{ key, value, tokens: lead?.finding === null ? [lead, ...tokens] : tokens }];
    });
}

const MARKS = /^[\s\p{P}|=<>]*$/u;

/** The tokens as pieces: words of one finding together, signs with what stands before them. */
function piecesOf(tokens: readonly Token[], findings: readonly Finding[]): Piece[] {
  const all = new Map<Finding, string>();
  const nothing = () => ({ key: '', value: '' });
  const isMark = ({ words, finding }: Token) => finding === null && MARKS.test(words);
  let last = tokens.find((token) => !isMark(token))?.finding ?? nothing();
  for (const token of tokens) {
    if (token.finding !== null || (last.key !== '' && !isMark(token))) last = token.finding ?? nothing();
    all.set(last, (all.get(last) ?? '') + token.words);
  }
  for (const finding of findings) if (!all.has(finding)) all.set(finding, '');
  return [...all].flatMap(([{ key, value }, text]) => {
    const words = text.trim();
    return words === '' && value === '' ? [] : [{ words, value: value || (key === '' ? words : bare(words)), key }];
  });
}

/** Province and city that the address or the city names; an address may begin with either. */
function placesOf(pieces: readonly Piece[], columns: Columns, context: KindContext): Piece[] {
  const held = (key: string) => pieces.find((piece) => piece.key === key)?.value ?? '';
  const address = held('address');
  const place = placeOfAddress(address, context);
  const city = held('city') || (place?.city ?? /^.{2,8}?[市州盟]/.exec(address)?.[0] ?? '');
  const province = place?.province ?? provinceOfCity(city, context);
  // A city that lies in no province known is none.
  return Object.entries({ province, city: province && city }).flatMap(([key, value]) =>
    value && held(key) === ''
      ? [{ words: '', value: fieldValue([key, null], '', value, columns, context)?.value ?? value, key }]
      : [],
  );
}
