// Faults: a run killed at a service write, somebody else acting in between, and going back to a moment.
import { cloneBook, differences, equalBooks, Killed } from '../../local/host/index';
import { ANN, hostOf, mainOf, OWNER } from './script';

const THREE = `const range = (a1) => sheet.getRange(a1); range('A1').setValue(1); range('A2').setValue(2); range('A3').setValue(3); return 'done'`;
const swallowing = (body: string) =>
  `try { ${body} } catch (error) { try { sheet.getRange('A9').setValue('after death') } catch (again) {} return 'swallowed' }`;

test.each([
  [1, 'before', []],
  [1, 'after', [[1]]],
  [2, 'before', [[1]]],
  [2, 'after', [[1], [2]]],
  [3, 'after', [[1], [2], [3]]],
] as const)('killed %s write %s it took effect', (write, effect, values) => {
  const host = hostOf(mainOf(swallowing(THREE)));
  host.failAt({ write, effect });
  expect(() => host.run('main')).toThrow(Killed);
  expect(host.values('Sheet1')).toEqual(values);
});

test('a write that is refused is a write to be killed at', () => {
  const body = `try { sheet.getRange('A1').setValues([[1, 2]]) } catch (error) {} sheet.getRange('A2').setValue('lived on')`;
  for (const effect of ['before', 'after'] as const) {
    const host = hostOf(mainOf(body));
    host.failAt({ write: 1, effect });
    expect(() => host.run('main')).toThrow(Killed);
    expect(host.values('Sheet1')).toEqual([]);
  }
});

test('a fault strikes once', () => {
  const host = hostOf(mainOf(THREE), { failAt: { write: 2, effect: 'before' } });
  expect(() => host.run('main')).toThrow(Killed);
  expect(host.run('main')).toBe('done');
});

test('a fault beyond the last write does not strike, and can be taken back', () => {
  const host = hostOf(mainOf(THREE));
  host.failAt({ write: 4, effect: 'before' });
  expect(host.run('main')).toBe('done');
  host.failAt({ write: 1, effect: 'before' });
  host.failAt(null);
  expect(host.run('main')).toBe('done');
});

test('a killed run lets go of its lock', () => {
  const host = hostOf(mainOf(`const lock = LockService.getDocumentLock(); if (!lock.tryLock(0)) return 'busy'; ${THREE}`));
  host.failAt({ write: 3, effect: 'after' });
  expect(() => host.run('main')).toThrow(Killed);
  expect(host.run('main')).toBe('done');
});

test('mail sent just before death is sent', () => {
  const host = hostOf(mainOf(`MailApp.sendEmail('a@example.com', 's', 'b')`));
  host.failAt({ write: 1, effect: 'before' });
  expect(() => host.run('main')).toThrow(Killed);
  expect(host.outbox).toHaveLength(0);
  host.failAt({ write: 1, effect: 'after' });
  expect(() => host.run('main')).toThrow(Killed);
  expect(host.outbox).toHaveLength(1);
});

test('a killed trigger is told too', () => {
  const host = hostOf(
    `function tick() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1) } function make() { ScriptApp.newTrigger('tick').timeBased().after(1000).create() }`,
  );
  host.run('make');
  host.failAt({ write: 1, effect: 'before' });
  expect(() => host.advanceTo('2026-11-23T10:00')).toThrow(Killed);
});

test('another user acts just before a write', () => {
  const host = hostOf(
    mainOf(
      `const seen = sheet.getRange('A1').getValue(); sheet.getRange('B1').setValue(seen); return [seen, sheet.getRange('A1').getValue()]`,
    ),
  );
  host.edit('Sheet1!A1', 'old');
  host.before(1, (other) => other.as(ANN).edit('Sheet1!A1', 'new'));
  expect(host.run('main')).toEqual(['old', 'new']);
  expect(host.world.acting).toBe(OWNER);
});

test('another run goes first, with writes of its own', () => {
  const host = hostOf(
    `function slow() { const s = SpreadsheetApp.getActiveSheet(); s.getRange('A1').setValue('slow'); s.getRange('A2').setValue('slow'); return s.getRange('A1:A2').getValues() } function fast() { SpreadsheetApp.getActiveSheet().getRange('A1:A2').setValue('fast') }`,
  );
  host.failAt({ write: 3, effect: 'before' });
  host.before(2, (other) => other.as(ANN).run('fast'));
  // Two writes of its own: the other run's is not among them, so the fault does not strike.
  expect(host.run('slow')).toEqual([['fast'], ['slow']]);
});

test('a host goes back to any moment', () => {
  const host = hostOf(
    mainOf(
      `sheet.getRange('A1').setValue(sheet.getRange('A1').getValue() + 1); sheet.getRange('B1').setFormula('=A1*2'); PropertiesService.getDocumentProperties().setProperty('n', String(Math.random())); MailApp.sendEmail('a@example.com', 's', 'b'); return Utilities.getUuid()`,
    ),
  );
  const before = host.snapshot();
  const first = host.run('main');
  const after = host.snapshot();
  host.restore(before);
  expect([host.values('Sheet1'), host.outbox.length, host.properties.size, host.now]).toEqual([[], 0, 0, '2026-11-23T09:00']);
  // The same again, ids too.
  expect(host.run('main')).toBe(first);
  expect(differences(host.book, after.book)).toEqual([]);
  expect(host.values('Sheet1')).toEqual([[1, 2]]);
});

const BUSY = `const lock = LockService.getDocumentLock(); lock.tryLock(0);
  const properties = PropertiesService.getDocumentProperties();
  sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); sheet.getRange('C1').setFormula('=SUM(A1:B2)');
  properties.setProperty('n', String(sheet.getRange('C1').getValue()));
  try { sheet.getRange('A1').setValues([[1, 2]]) } catch (error) {}
  sheet.insertRowsBefore(1, 2); MailApp.sendEmail('a@example.com', 's', properties.getProperty('n'));
  CacheService.getDocumentCache().put('k', 'v', 60); sheet.getRange('C3').setNote('x').setBackground('red');
  lock.releaseLock(); return Utilities.getUuid()`;

test('a run that is killed leaves behind what an undisturbed one had come to, and killed before a write what the write before left', () => {
  const host = hostOf(mainOf(BUSY));
  const from = host.snapshot();
  const moments = host.moments(() => host.run('main'));
  const end = host.snapshot();
  expect(moments).toHaveLength(11);
  const left = () => ({ values: host.values('Sheet1'), memory: host.memory() });
  const states = [from, ...moments].map((state) => {
    host.restore(state);
    return { ...left(), book: host.snapshot().book, now: state.now };
  });
  for (const [write, state] of states.entries()) {
    for (const effect of ['after', 'before'] as const) {
      if (effect === 'after' && write === 0) continue;
      if (effect === 'before' && write === moments.length) continue;
      host.restore(from).failAt({ write: effect === 'after' ? write : write + 1, effect });
      expect(() => host.run('main')).toThrow(Killed);
      if (effect === 'after') expect(host.snapshot().now).toBe(state.now);
      expect({ effect, write, ...left() }).toEqual({ effect, write, values: state.values, memory: state.memory });
      expect(differences(state.book, host.book)).toEqual([]);
    }
  }
  // Looking on changes nothing: the act ends as if nobody had.
  host.restore(from).run('main');
  expect([differences(end.book, host.book), host.memory(), host.snapshot().now]).toEqual([[], end.memory, end.now]);
});

test('a copy of a workbook is equal until either changes, in any part', () => {
  const acts = [
    `sheet.getRange('C3').setValue(1)`,
    `sheet.getRange('C3').setFormula('=1')`,
    `sheet.getRange('C3').setBackground('red')`,
    `sheet.getRange('C3').setNote('x')`,
    `sheet.getRange('C3').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build())`,
    `sheet.getRange('C3').protect()`,
    `sheet.getRange('A1:B1').createFilter()`,
    `sheet.getRange('A5:B6').merge()`,
    `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBackground('red').setRanges([sheet.getRange('A1')]).build()])`,
    `sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.PIE).addRange(sheet.getRange('A1:B2')).setPosition(1, 1, 0, 0).build())`,
    `sheet.setColumnWidth(2, 50)`,
    `sheet.hideColumns(2)`,
    `sheet.hideRows(1)`,
    `sheet.setFrozenRows(1)`,
    `sheet.setTabColor('red')`,
    `sheet.insertRowsAfter(5, 1)`,
    `sheet.setName('Other')`,
    `ss.insertSheet('Second')`,
    `ss.setNamedRange('here', sheet.getRange('A1'))`,
  ];
  for (const act of acts) {
    const host = hostOf(mainOf(act));
    const copy = cloneBook(host.book);
    expect(equalBooks(host.book, copy)).toBe(true);
    host.run('main');
    expect([act, equalBooks(host.book, copy), equalBooks(copy, hostOf('').book)]).toEqual([act, false, true]);
    expect([act, equalBooks(host.book, cloneBook(host.book))]).toEqual([act, true]);
  }
});

test('differences say where and what', () => {
  const host = hostOf(mainOf(`sheet.getRange('C3').setValue('x')`));
  const copy = cloneBook(host.book);
  host.run('main');
  expect(differences(copy, host.book)).toEqual(['Sheet1 row 3 column 3: null → "x"']);
});
