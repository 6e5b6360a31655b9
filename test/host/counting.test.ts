// Counting and pricing of service calls (rulings 1 and 2).
import { hostOf, mainOf } from './script';

function callsOf(body: string): { reads: number; writes: number; other: number; cellsRead: number; cellsWritten: number } {
  const host = hostOf(mainOf(body));
  host.run('main');
  const { byMethod: _, ...calls } = host.calls;
  return calls;
}

/** `SpreadsheetApp.getActive` and `getSheets` of the script's beginning. */
const START = { reads: 1, writes: 0, other: 1, cellsRead: 0, cellsWritten: 0 };

test.each([
  ['the way to a range is other', `ss.getSheetByName('Sheet1').getRange('A1').offset(1, 1).getA1Notation()`, { other: 4 }],
  ['one value', `sheet.getRange('A1').getValue()`, { reads: 1, other: 1 }],
  ['a grid counts its cells', `sheet.getRange('A1:C9').getValues()`, { reads: 1, other: 1, cellsRead: 27 }],
  ['writing a grid too', `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]])`, { writes: 1, other: 1, cellsWritten: 4 }],
  ['one look for many cells is one write', `sheet.getRange('A1:Z1000').setNumberFormat('@')`, { writes: 1, other: 1 }],
  ['builders are other', `SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(false).build()`, { other: 4 }],
  [
    'a rule that was read is other',
    `sheet.getRange('A1').getDataValidation(); SpreadsheetApp.newDataValidation().requireDate().build().getCriteriaType()`,
    { reads: 1, other: 5 },
  ],
  ['enums cost nothing', `SpreadsheetApp.ProtectionType.RANGE.toString()`, {}],
  [
    'properties',
    `const p = PropertiesService.getDocumentProperties(); p.getProperties(); p.setProperty('a', '1')`,
    { reads: 1, writes: 1, other: 1 },
  ],
  ['the cache', `const c = CacheService.getDocumentCache(); c.get('a'); c.put('a', '1')`, { reads: 1, writes: 1, other: 1 }],
  [
    'a lock',
    `const l = LockService.getDocumentLock(); l.tryLock(0); l.hasLock(); l.releaseLock()`,
    { reads: 1, writes: 2, other: 1 },
  ],
  ['mail', `MailApp.getRemainingDailyQuota(); MailApp.sendEmail('a@example.com', 's', 'b')`, { reads: 1, writes: 1 }],
  [
    'triggers',
    `ScriptApp.newTrigger('x').timeBased().everyHours(1).create(); ScriptApp.getProjectTriggers()`,
    { reads: 1, writes: 1, other: 3 },
  ],
  ['Utilities and Session', `Utilities.getUuid(); Session.getScriptTimeZone(); SpreadsheetApp.flush()`, { other: 3 }],
  [
    'protecting',
    `const p = sheet.getRange('A1').protect(); p.setDescription('x'); p.getDescription(); p.canEdit()`,
    { writes: 2, other: 3 },
  ],
  [
    'a refused call counts',
    `try { sheet.getRange('A1').setValues(1) } catch (error) {}`,
    { writes: 1, other: 1, cellsWritten: 1 },
  ],
])('%s', (_title, body, expected) => {
  const got = callsOf(body);
  const more = Object.fromEntries(Object.entries(got).map(([key, count]) => [key, count - START[key as keyof typeof START]]));
  expect(more).toEqual({ reads: 0, writes: 0, other: 0, cellsRead: 0, cellsWritten: 0, ...expected });
});

test.each([
  ['500 single writes', `for (let i = 1; i <= 500; i++) sheet.getRange(i, 1).setValue(i)`, 500 * (0.035 + 0.005)],
  [
    'one write of 500',
    `sheet.getRange(1, 1, 500, 1).setValues(Array.from({ length: 500 }, (_, i) => [i]))`,
    0.035 + 500 * 0.00001 + 0.005,
  ],
  ['one read of 26,000', `sheet.getRange(1, 1, 1000, 26).getValues()`, 0.04 + 26_000 * 0.000005 + 0.005],
  ['a new sheet', `ss.insertSheet('x')`, 0.3],
  ['a mail', `MailApp.sendEmail('a@example.com', 's', 'b')`, 0.6],
  ['sleep', `Utilities.sleep(2500)`, 2.505],
])('%s costs its virtual seconds', (_title, body, seconds) => {
  const host = hostOf(mainOf(body));
  host.run('main');
  expect(host.virtualSeconds).toBeCloseTo(0.045 + seconds, 9);
});

test('the clock of the script is the start and what its calls took', () => {
  const host = hostOf(
    mainOf(
      `const start = Date.now(); Utilities.sleep(61000); return [Utilities.formatDate(new Date(start), 'Asia/Shanghai', 'HH:mm'), Date.now() - start]`,
    ),
  );
  expect(host.run('main')).toEqual(['09:00', 61_010]);
  expect(host.now).toBe('2026-11-23T09:01');
});

test('calls are counted by name, and counting begins anew when asked', () => {
  const host = hostOf(mainOf(`sheet.getRange('A1').setValue(1)`));
  host.run('main');
  expect(host.calls.byMethod).toEqual({
    'SpreadsheetApp.getActive': 1,
    'Spreadsheet.getSheets': 1,
    'Sheet.getRange': 1,
    'Range.setValue': 1,
  });
  host.resetCalls();
  expect([host.calls.writes, host.virtualSeconds]).toEqual([0, 0]);
});

test('what was counted does not change afterwards', () => {
  const host = hostOf(mainOf(`sheet.getRange('A1').setValue(1)`));
  host.run('main');
  const before = host.calls;
  host.run('main');
  expect([before.writes, host.calls.writes, before.byMethod['Range.setValue']]).toEqual([1, 2, 1]);
});
