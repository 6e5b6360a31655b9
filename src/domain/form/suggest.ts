// What a form offers for fields that are still empty: never entered by itself, always with its reason.
import type { Message } from '../../i18n/index';
import type { Cell } from '../../template/types';
import { phoneParts } from '../kinds/phone-number';

type Row = Readonly<Record<string, Cell>>;

export interface Offer {
  readonly key: string;
  readonly value: string;
  readonly why: Message;
}

/** A place with the area code by which it is called; null abroad from the mainland. */
export interface Dialled {
  readonly province: string;
  readonly city: string;
  readonly area_code: string | null;
}

/** Hosts that say nothing of a company: everybody has a mailbox there. */
const PUBLIC =
  /^(?:(?:vip\.)?(?:qq|163|126|sina|sohu|yeah|139|189|foxmail|aliyun|tom|21cn)\.(?:com|cn|net)|(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|aol|gmx|mail|email|proton|protonmail|yandex|zoho)\.(?:com|net|org|co|me|[a-z]{2})(?:\.[a-z]{2})?)$/;

/** The city whose area code a landline has, where none is entered. */
export function cityOffer(row: Row, places: readonly Dialled[]): Offer[] {
  const parts = phoneParts(String(row['phone'] ?? ''));
  if (parts === null || parts.calling !== '86' || !blank(row['city'])) return [];
  const dialled = `0${parts.national}`;
  const codes = places.map(({ area_code: code }) => code).filter((code) => code !== null && dialled.startsWith(code));
  // The longest, for codes of the mainland begin with some of Taiwan.
  const [code] = codes.sort((x, y) => (y?.length ?? 0) - (x?.length ?? 0));
  const cities = new Set(places.filter((place) => place.area_code === code).map(({ city }) => city));
  const [city] = cities;
  // Mobiles have no area, and a code of several cities tells none.
  if (code === undefined || code === null || city === undefined || cities.size > 1 || parts.national.startsWith('1')) return [];
  return [{ key: 'city', value: city, why: { code: 'offer.areaCode', args: { area: code, city } } }];
}

/** The host of an address, where it may be a company's own; null for none. */
export function companyHost(email: string): string | null {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return !email.includes('@') || host === '' || PUBLIC.test(host) ? null : host;
}

/** The company most others of this host belong to. @param others its other addresses' companies, empty ones left out */
export function likelyCompany(others: readonly string[]): { readonly company: string; readonly count: number } | null {
  const counts = new Map<string, number>();
  for (const company of others) counts.set(company, (counts.get(company) ?? 0) + 1);
  for (const [company, count] of counts) if (count * 2 > others.length) return { company, count };
  return null;
}

export function blank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || String(cell).trim() === '';
}
