// The live check of a form: what will be stored, what is wrong with it, what may be offered, and who may be the same customer.
import type { CheckView, CustomerApi, FieldNote } from '../../contract/customer-api';
import { readTyped } from '../../domain/entry';
import { cellFrom, customerKeys, formText } from '../../domain/form/fields';
import { blank, cityOffer, companyHost, likelyCompany, type Offer } from '../../domain/form/suggest';
import type { KindContext } from '../../domain/kinds/index';
import { kindOf } from '../../domain/kinds/index';
import { provinceOfCity } from '../../domain/kinds/place';
import { type Finding, judgeRecord, type Others } from '../../domain/record/judge';
import { readIdentity, recordsAt } from '../../gateway/door';
import { kindContext } from '../../gateway/reading';
import { openRun, poolState, type Run } from '../../gateway/run';
import { readHead, type Table, tableTemplate, textOf } from '../../gateway/table';
import { userLocale } from '../../gateway/ui';
import type { Message } from '../../i18n/index';
import { regionRows } from '../../template/index';
import type { Cell, Locale, TableTemplate } from '../../template/types';
import { doorColumnsOf } from '../watch/notice';
import { compared, matchViews } from './door';

type Row = Readonly<Record<string, Cell>>;
type Values = { readonly [key: string]: string };

export const checkCustomer: CustomerApi['checkCustomer'] = ({ id, values, touched, locale = userLocale() }): CheckView => {
  const run = openRun();
  poolState(run);
  const template = tableTemplate('customers');
  const keys = customerKeys(template).filter((key) => touched.includes(key));
  const typed: Row = { ...rowFrom(template, values), customer_id: id };
  const { values: read } = readTyped(template, typed, keys, kindContext(run, typed));
  const row: Row = { ...typed, ...read };
  const findings = judgeRecord(template, typed, judging(run, typed, locale), { touched: keys });
  const notes = notesOf(run, template, typed, findings, locale);
  const wrong = new Set(findings.map(({ column }) => column));
  const stored = keys.filter((key) => !wrong.has(key) && key in read && formText(row[key]) !== '');
  const only = doorColumnsOf(keys);
  const head = only.length > 0 ? readHead(run, 'customers') : null;
  const door = head === null ? null : compared(run, readIdentity(run, only, head), row, only);
  return {
    values: Object.fromEntries([...new Set([...keys, ...Object.keys(read)])].map((key) => [key, formText(row[key])])),
    notes: [...notes, ...stored.map((key) => storedNote(key, row))],
    suggestions: [
      ...(keys.includes('phone') ? cityOffer(row, localPlaces(run)) : []),
      ...(keys.includes('city') ? provinceOffer(row, kindContext(run, row)) : []),
      ...(keys.includes('email') && head !== null && door !== null ? companyOffers(run, head, door.identity, row) : []),
    ],
    matches: head === null || door === null ? [] : matchViews(run, head, door, locale),
  };
};

/** What was entered, as somebody might have typed it into the row. */
export function rowFrom(template: TableTemplate, values: Values): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  for (const [key, column] of Object.entries(template.columns)) {
    const text = values[key];
    if (text !== undefined) row[key] = cellFrom(text, column);
  }
  return row;
}

/** Judges as the workbook reads, and speaks of columns as the page calls them. */
function judging(run: Run, row: Row, locale: Locale): KindContext {
  return Object.assign(Object.create(kindContext(run, row)) as KindContext, { locale });
}

/** What is said of fields; the row as a whole is judged when it is saved. */
function notesOf(run: Run, template: TableTemplate, typed: Row, findings: readonly Finding[], locale: Locale): FieldNote[] {
  return findings.flatMap(({ column: key, reason, severity }) => {
    const column = key === null ? undefined : template.columns[key];
    if (key === null || column === undefined) return [];
    const reading = kindOf(column).parse(typed[key] ?? null, column, judging(run, typed, locale));
    const suggestion = reading.ok ? null : (reading.suggestion ?? null);
    return [{ key, state: severity === 'block' ? 'problem' : 'warn', message: reason, suggestion }];
  });
}

/**
 * Everything that keeps a record from being saved, or should be known before, field by field; what concerns the row as a whole stands at
 * the first field it names.
 * @param touched keys judged; absent: the whole record
 * @param others other records of the table; absent: nothing is said of uniqueness
 */
export function recordNotes(
  run: Run,
  template: TableTemplate,
  typed: Row,
  touched: readonly string[] | undefined,
  locale: Locale,
  others?: Others,
): FieldNote[] {
  const findings = judgeRecord(template, typed, judging(run, typed, locale), { touched, others });
  return notesOf(
    run,
    template,
    typed,
    findings.map((finding) => (finding.column === null ? { ...finding, column: finding.of?.[0] ?? null } : finding)),
    locale,
  );
}

function storedNote(key: string, row: Row): FieldNote {
  return { key, state: 'ok', message: { code: 'offer.stored', args: { value: formText(row[key]) } }, suggestion: null };
}

function localPlaces(run: Run) {
  const english = run.state?.locale === 'en';
  return regionRows.map((region) => (english ? { ...region, province: region.province_en, city: region.city_en } : region));
}

function provinceOffer(row: Row, context: KindContext): Offer[] {
  const province = blank(row['city']) || !blank(row['province']) ? null : provinceOfCity(formText(row['city']), context);
  if (province === null) return [];
  return [{ key: 'province', value: province, why: { code: 'offer.cityIn', args: { city: formText(row['city']), province } } }];
}

/** What colleagues of the same mail host say of their company; the industry is one service read more. */
function companyOffers(run: Run, head: Table, identity: Table, row: Row): Offer[] {
  const host = companyHost(formText(row['email']));
  if (host === null || !(blank(row['company']) || blank(row['industry']))) return [];
  const colleagues = identity.rows.flatMap((cells, at) => {
    if (!textOf(identity, cells, 'email').toLowerCase().endsWith(`@${host}`)) return [];
    const company = textOf(identity, cells, 'company');
    return company !== '' && textOf(identity, cells, 'customer_id') !== row['customer_id'] ? [{ at, company }] : [];
  });
  const likely = likelyCompany(colleagues.map(({ company }) => company));
  if (likely === null) return [];
  const why = { code: 'offer.sameHost', args: { host, n: likely.count } } as const;
  const offers: Offer[] = blank(row['company']) ? [{ key: 'company', value: likely.company, why }] : [];
  if (!blank(row['industry']) || !(blank(row['company']) || formText(row['company']) === likely.company)) return offers;
  const one = colleagues.find(({ company }) => company === likely.company);
  const [record = {}] = one === undefined ? [] : recordsAt(run, head, [one.at]);
  const industry = formText(record['industry']);
  return industry === '' ? offers : [...offers, { key: 'industry', value: industry, why }];
}

/** What may be saved all the same, and should be known. */
export function warnings(notes: readonly FieldNote[]): Message[] {
  return notes.filter(({ state }) => state === 'warn').map(({ message }) => message);
}
