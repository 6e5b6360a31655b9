// Time zones: offsets, walls of clocks, serial numbers of days, and patterns of Utilities.formatDate.

const DAY = 86_400_000;
/** Days from 1899-12-30, where a sheet counts from, to 1970-01-01. */
const EPOCH = 25_569;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number | null>>();

function measure(zone: string, instant: number): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value;
  const of = (name: string) => Number(part[name] ?? 0);
  const year = part['era'] === 'BC' ? 1 - of('year') : of('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, of('month') - 1, of('day'));
  wall.setUTCHours(of('hour'), of('minute'), of('second'));
  return wall.getTime() - Math.floor(instant / 1000) * 1000;
}

/** Milliseconds a zone is ahead of UTC at an instant. A day whose ends agree is asked once. NaN stays NaN, as in dates. */
export function offsetAt(zone: string, instant: number): number {
  if (Number.isNaN(instant)) return instant;
  let days = offsets.get(zone);
  if (days === undefined) {
    days = new Map();
    offsets.set(zone, days);
  }
  const day = Math.floor(instant / DAY);
  let known = days.get(day);
  if (known === undefined) {
    const start = measure(zone, day * DAY);
    known = start === measure(zone, (day + 1) * DAY) ? start : null;
    days.set(day, known);
  }
  return known ?? measure(zone, instant);
}

/** Milliseconds since 1970 of a wall clock, as if the wall stood in UTC; the earlier instant where a wall comes twice. */
export function instantOfWall(zone: string, wall: number): number {
  const first = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, first);
}

export function wallOf(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

/** An instant as the serial number that stands for it in a sheet of that zone, to the millisecond. */
export function serialOf(zone: string, instant: number): number {
  return Math.round(wallOf(zone, instant)) / DAY + EPOCH;
}

export function instantOfSerial(zone: string, serial: number): number {
  return instantOfWall(zone, wallOfSerial(serial));
}

/** A serial number as milliseconds of a UTC wall, rounded so that 0.1 s of error in 15 digits does not show. */
export function wallOfSerial(serial: number): number {
  return Math.round((serial - EPOCH) * DAY);
}

export function serialOfWall(wall: number): number {
  return wall / DAY + EPOCH;
}

/** `YYYY-MM-DDTHH:mm` (or with seconds, or the day alone) in a zone as an instant. */
export function instantOfText(zone: string, text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (match === null) throw new Error(`Not a local time (YYYY-MM-DDTHH:mm): ${text}`);
  const [y, mo, d, h, mi, s] = match.slice(1).map((part) => Number(part ?? 0));
  return instantOfWall(zone, Date.UTC(y ?? 0, (mo ?? 1) - 1, d, h, mi, s));
}

/** An instant as `YYYY-MM-DDTHH:mm` in a zone. */
export function textOfInstant(zone: string, instant: number): string {
  return new Date(wallOf(zone, instant)).toISOString().slice(0, 16);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Utilities.formatDate: patterns of Java's SimpleDateFormat, in English as Apps Script answers.
 * @throws RangeError on a letter the class does not know
 */
export function formatInstant(instant: number, zone: string, pattern: string): string {
  const offset = offsetAt(zone, instant);
  const wall = new Date(instant + offset);
  return pattern.replace(/''|'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, literal: string | undefined, letter: string | undefined) => {
    if (letter === undefined) return literal === undefined ? "'" : literal.replaceAll("''", "'");
    return field(wall, offset, letter, run.length);
  });
}

function field(wall: Date, offset: number, letter: string, length: number): string {
  const pad = (value: number, to = length) => String(value).padStart(to, '0');
  const sign = offset < 0 ? '-' : '+';
  const hours = pad(Math.floor(Math.abs(offset) / 3_600_000), 2);
  const minutes = pad(Math.floor(Math.abs(offset) / 60_000) % 60, 2);
  const hour = wall.getUTCHours();
  switch (letter) {
    case 'y':
    case 'Y':
      return length === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear());
    case 'M':
    case 'L': {
      const name = MONTHS[wall.getUTCMonth()] ?? '';
      return length >= 4 ? name : length === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1);
    }
    case 'd':
      return pad(wall.getUTCDate());
    case 'D':
      return pad(Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1);
    case 'E':
      return length >= 4 ? (DAYS[wall.getUTCDay()] ?? '') : (DAYS[wall.getUTCDay()] ?? '').slice(0, 3);
    case 'u':
      return pad(wall.getUTCDay() || 7);
    case 'H':
      return pad(hour);
    case 'k':
      return pad(hour || 24);
    case 'h':
      return pad(hour % 12 || 12);
    case 'K':
      return pad(hour % 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'Z':
      return `${sign}${hours}${minutes}`;
    case 'X':
      if (offset === 0) return 'Z';
      return length === 1 ? sign + hours : `${sign}${hours}${length === 3 ? ':' : ''}${minutes}`;
    case 'z':
      return offset === 0 ? 'GMT' : `GMT${sign}${hours}:${minutes}`;
    default:
      throw new RangeError(`Illegal pattern component: ${letter}`);
  }
}
