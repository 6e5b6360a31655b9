// Time zones and the script's clock, against the platform's own calendar.
import fc from 'fast-check';
import { clockedDate } from '../../local/host/clock';
import { formatInstant, instantOfSerial, instantOfText, offsetAt, serialOf, textOfInstant } from '../../local/host/zone';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC'];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) });

/** Oracle: Intl knows what the wall says. */
function wall(timeZone: string, at: number): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

test('the script reads the wall of its zone', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const ScriptDate = clockedDate(timeZone, () => at);
      const date = new ScriptDate();
      const { year, month, day, hour, minute, second } = wall(timeZone, at);
      expect([
        date.getFullYear(),
        date.getMonth() + 1,
        date.getDate(),
        date.getHours(),
        date.getMinutes(),
        date.getSeconds(),
      ]).toEqual([year, month, day, hour, minute, second].map(Number));
      expect(formatInstant(at, timeZone, "yyyy-MM-dd'T'HH:mm:ss")).toBe(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
    }),
    { seed: 20260101 },
  );
});

test('a date built from its own parts is the same minute again, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const ScriptDate = clockedDate(timeZone, () => 0);
      const date = new ScriptDate(at);
      const again = new ScriptDate(
        date.getFullYear(),
        date.getMonth(),
        date.getDate(),
        date.getHours(),
        date.getMinutes(),
        date.getSeconds(),
        date.getMilliseconds(),
      );
      const twice =
        offsetAt(timeZone, at - 3_600_000) !== offsetAt(timeZone, at) ||
        offsetAt(timeZone, at + 3_600_000) !== offsetAt(timeZone, at);
      if (!twice) expect(again.getTime()).toBe(at);
      expect(again.getHours()).toBe(date.getHours());
    }),
    { seed: 20260101 },
  );
});

test('a serial number and its instant lead to each other', () => {
  fc.assert(
    fc.property(
      zone,
      fc.integer({ min: 30_000, max: 55_000 }),
      fc.integer({ min: 4 * 60, max: 1439 }),
      (timeZone, day, minute) => {
        const serial = day + minute / 1440;
        expect(serialOf(timeZone, instantOfSerial(timeZone, serial))).toBeCloseTo(serial, 9);
      },
    ),
    { seed: 20260101 },
  );
});

test('local text and instants lead to each other', () => {
  expect(textOfInstant('Asia/Shanghai', instantOfText('Asia/Shanghai', '2026-11-23T09:00'))).toBe('2026-11-23T09:00');
  expect(new Date(instantOfText('Asia/Shanghai', '2026-11-23T09:00')).toISOString()).toBe('2026-11-23T01:00:00.000Z');
  expect(() => instantOfText('UTC', 'tomorrow')).toThrow('Not a local time');
});

test.each([
  ['yyyyMMdd', '20260105'],
  ['yy-M-d', '26-1-5'],
  ['EEE, MMM d', 'Mon, Jan 5'],
  ['EEEE u', 'Monday 1'],
  ['h:mm a', '6:07 PM'],
  ['HH:mm:ss.SSS', '18:07:09.000'],
  ["yyyy'年'M'月'd'日'", '2026年1月5日'],
  ["h 'o''clock'", "6 o'clock"],
  ['Z X XXX z', '+0800 +08 +08:00 GMT+08:00'],
])('the pattern %s', (pattern, text) => {
  expect(formatInstant(Date.UTC(2026, 0, 5, 10, 7, 9), 'Asia/Shanghai', pattern)).toBe(text);
});

test('a date of the script', () => {
  const ScriptDate = clockedDate('Asia/Shanghai', () => Date.UTC(2026, 0, 5, 1));
  expect(ScriptDate.now()).toBe(Date.UTC(2026, 0, 5, 1));
  expect((ScriptDate as unknown as () => string)()).toBe('Mon Jan 05 2026 09:00:00 GMT+0800');
  expect(new ScriptDate() instanceof ScriptDate && new ScriptDate() instanceof Date).toBe(true);
  expect(new ScriptDate('2026-01-05T09:00').getTime()).toBe(Date.UTC(2026, 0, 5, 1));
  expect(new ScriptDate('2026-01-05').getTime()).toBe(Date.UTC(2026, 0, 5));
  expect(new ScriptDate('2026-01-05T09:00:00Z').getTime()).toBe(Date.UTC(2026, 0, 5, 9));
  expect(Number.isNaN(new ScriptDate('soon').getTime())).toBe(true);
  const moved = new ScriptDate(2026, 0, 31, 9);
  moved.setDate(32);
  expect(moved.toString()).toBe('Sun Feb 01 2026 09:00:00 GMT+0800');
});
