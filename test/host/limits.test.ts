// Ceilings of Apps Script: time, mail, stores, cells, the wire; and locks (platform.md §3).
import { ANN, failureOf, hostOf, mainOf, resultOf } from './script';

test('past six virtual minutes nothing can be caught', () => {
  const host = hostOf(
    `function main() { try { Utilities.sleep(359000); SpreadsheetApp.getActiveSheet().getRange('A1').setValue('in time'); Utilities.sleep(60000) } catch (error) {} try { SpreadsheetApp.getActiveSheet().getRange('A2').setValue('late') } catch (error) {} return 'fine' }`,
  );
  expect(() => host.run('main')).toThrow('Exceeded maximum execution time');
  expect(host.values('Sheet1')).toEqual([['in time']]);
});

test('a simple trigger has thirty seconds', () => {
  const code = (seconds: number) => `function onEdit() { Utilities.sleep(${seconds} * 1000) }`;
  expect(() => hostOf(code(29)).edit('Sheet1!A1', 1)).not.toThrow();
  expect(() => hostOf(code(31)).edit('Sheet1!A1', 1)).toThrow('Exceeded maximum execution time');
});

test('an endless loop is ended', () => {
  expect(() => hostOf('function main() { for (;;); }', { limits: { realMs: 100 } }).run('main')).toThrow('did not end');
});

test('the mail quota counts recipients and comes back a day after the first', () => {
  const host = hostOf(
    `function mail(to, cc) { MailApp.sendEmail({ to, cc, subject: 's', body: 'b' }); return MailApp.getRemainingDailyQuota() }`,
    { limits: { mailRecipientsPerDay: 4 } },
  );
  expect(host.run('mail', 'a@example.com,b@example.com', 'c@example.com')).toBe(1);
  expect(() => host.run('mail', 'a@example.com,b@example.com', '')).toThrow('Service invoked too many times for one day: email.');
  expect(host.as(ANN).run('mail', 'a@example.com', '')).toBe(3);
  host.as('owner@example.com').advanceTo('2026-11-24T08:59');
  expect(() => host.run('mail', 'a@example.com;b@example.com', '')).toThrow('too many times');
  host.advanceTo('2026-11-24T09:01');
  expect(host.run('mail', 'a@example.com', '')).toBe(3);
  expect(host.outbox.map(({ from, to, cc, at }) => [from, to, cc, at])).toEqual([
    ['owner@example.com', 'a@example.com,b@example.com', 'c@example.com', '2026-11-23T09:00'],
    ['ann@example.com', 'a@example.com', '', '2026-11-23T09:00'],
    ['owner@example.com', 'a@example.com', '', '2026-11-24T09:01'],
  ]);
});

test.each([
  ['nobody', `MailApp.sendEmail({ subject: 's', body: 'b' })`, 'no recipient'],
  ['no address', `MailApp.sendEmail('ann', 's', 'b')`, 'Invalid email: ann'],
  [
    '51 people',
    `MailApp.sendEmail(Array.from({ length: 51 }, (_, i) => 'p' + i + '@example.com').join(), 's', 'b')`,
    'Limit Exceeded: Email Recipients Per Message.',
  ],
  [
    'a body over the limit',
    `MailApp.sendEmail('a@example.com', 's', 'x'.repeat(400 * 1024 + 1))`,
    'Limit Exceeded: Email Body Size.',
  ],
])('no mail to %s', (_title, act, message) => {
  expect(failureOf(act)).toContain(message);
});

test('a mail keeps all it was given', () => {
  const host = hostOf(
    mainOf(
      `MailApp.sendEmail('a@example.com', 'Subject', 'plain', { htmlBody: '<b>', name: 'Pool', replyTo: 'r@example.com', bcc: 'x@example.com', attachments: [Utilities.newBlob('BEGIN:VCALENDAR', 'text/calendar', 'visit.ics')] })`,
    ),
  );
  host.run('main');
  const [mail] = host.outbox;
  expect(mail).toMatchObject({
    to: 'a@example.com',
    subject: 'Subject',
    body: 'plain',
    htmlBody: '<b>',
    name: 'Pool',
    replyTo: 'r@example.com',
    bcc: 'x@example.com',
  });
  expect(mail?.attachments.map(({ name, type, bytes }) => [name, type, Buffer.from(bytes).toString()])).toEqual([
    ['visit.ics', 'text/calendar', 'BEGIN:VCALENDAR'],
  ]);
});

test.each([
  [
    '9 KB a property',
    `PropertiesService.getDocumentProperties().setProperty('k', 'x'.repeat(9 * 1024 - 1))`,
    `PropertiesService.getDocumentProperties().setProperty('k', 'x'.repeat(9 * 1024))`,
    'Argument too large',
  ],
  [
    'bytes count, not characters',
    `PropertiesService.getDocumentProperties().setProperty('k', '客'.repeat(3000))`,
    `PropertiesService.getDocumentProperties().setProperty('k', '客'.repeat(3100))`,
    'Argument too large',
  ],
  [
    '500 KB a store',
    `const p = PropertiesService.getDocumentProperties(); for (let i = 0; i < 62; i++) p.setProperty('k' + i, 'x'.repeat(8000))`,
    `const p = PropertiesService.getDocumentProperties(); for (let i = 0; i < 70; i++) p.setProperty('k' + i, 'x'.repeat(8000))`,
    'exceeded the property storage quota',
  ],
  [
    '100 KB in the cache',
    `CacheService.getDocumentCache().put('k', 'x'.repeat(100 * 1024))`,
    `CacheService.getDocumentCache().put('k', 'x'.repeat(100 * 1024 + 1))`,
    'Argument too large: value',
  ],
  [
    '250 characters of a cache key',
    `CacheService.getDocumentCache().put('x'.repeat(250), 'v')`,
    `CacheService.getDocumentCache().put('x'.repeat(251), 'v')`,
    'Argument too large: key',
  ],
  [
    '50,000 characters a cell',
    `sheet.getRange('A1').setValue('x'.repeat(50000))`,
    `sheet.getRange('A1').setValue('x'.repeat(50001))`,
    'more than the maximum of 50000 characters in a single cell',
  ],
  [
    '10 million cells a workbook, empty ones too',
    `sheet.insertRowsAfter(1000, 380000)`,
    `sheet.insertRowsAfter(1000, 390000)`,
    'above the limit of 10000000 cells',
  ],
  [
    '20 triggers a person',
    `for (let i = 0; i < 20; i++) ScriptApp.newTrigger('x').timeBased().after(1).create()`,
    `for (let i = 0; i < 21; i++) ScriptApp.newTrigger('x').timeBased().after(1).create()`,
    'too many triggers',
  ],
])('%s', (_title, fits, exceeds, message) => {
  expect(failureOf(fits)).toBe('nothing thrown');
  expect(failureOf(exceeds)).toContain(message);
});

test('setting properties is all or nothing', () => {
  const host = hostOf(mainOf(`PropertiesService.getDocumentProperties().setProperties({ a: '1', b: 'x'.repeat(10000) })`));
  expect(() => host.run('main')).toThrow('Argument too large');
  expect([...host.properties]).toEqual([]);
});

test.each([
  [
    'keys and values',
    `const p = PropertiesService.getDocumentProperties().setProperties({ a: 1, b: 'x' }); return [p.getProperties(), p.getKeys(), p.getProperty('a'), p.getProperty('c')]`,
    [{ a: '1', b: 'x' }, ['a', 'b'], '1', null],
  ],
  [
    'replacing all others',
    `const p = PropertiesService.getDocumentProperties().setProperties({ a: '1' }).setProperties({ b: '2' }, true); return p.getProperties()`,
    { b: '2' },
  ],
  [
    'deleting',
    `const p = PropertiesService.getDocumentProperties().setProperties({ a: '1', b: '2' }).deleteProperty('a'); return p.getKeys()`,
    ['b'],
  ],
  [
    'users apart from the file',
    `PropertiesService.getUserProperties().setProperty('a', '1'); return PropertiesService.getDocumentProperties().getKeys()`,
    [],
  ],
  [
    'the cache',
    `const c = CacheService.getDocumentCache(); c.put('a', '1'); c.put('b', '2'); c.remove('b'); return [c.get('a'), c.get('b'), c.get('c')]`,
    ['1', null, null],
  ],
  [
    'many values of the cache at once',
    `const c = CacheService.getDocumentCache(); c.putAll({ a: '1', b: '2' }, 60); return c.getAll(['b', 'c'])`,
    { b: '2' },
  ],
  [
    'the cache forgets',
    `const c = CacheService.getDocumentCache(); c.put('a', '1', 60); c.put('b', '1'); Utilities.sleep(61000); const early = [c.get('a'), c.get('b')]; return early`,
    [null, '1'],
  ],
  [
    'after ten minutes unless told',
    `const c = CacheService.getDocumentCache(); c.put('a', '1'); Utilities.sleep(300000); return c.get('a')`,
    '1',
  ],
])('stores: %s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

describe('the wire', () => {
  const code = `function rpc(name, json) { return JSON.stringify({ ok: true, value: name === 'echo' ? JSON.parse(json) : 'x'.repeat(Number(name)) }) } function when() { return { at: [new Date()] } } function nothing() {} function secret_() {}`;

  test('JSON goes both ways', () => {
    expect(hostOf(code).rpc('echo', 1, 'a', [null], { b: true })).toEqual({ ok: true, value: [1, 'a', [null], { b: true }] });
    expect(hostOf(code).rpc('echo', [undefined])).toEqual({ ok: true, value: [[null]] });
  });

  test.each([
    ['a date', [new Date(0)]],
    ['a function', [() => 1]],
    ['a date deep inside', [{ a: [{ b: new Date(0) }] }]],
  ])('an argument with %s fails the call', (_title, args) => {
    expect(() => hostOf(code).rpc('echo', ...args)).toThrow('Failed due to illegal value');
  });

  test('a cycle fails the call', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => hostOf(code).rpc('echo', loop)).toThrow('Failed due to illegal value');
  });

  test('a result with a date in it arrives as nothing', () => {
    expect(hostOf(code).serverCall('when', [])).toBeNull();
    expect(hostOf(code).serverCall('nothing', [])).toBeNull();
  });

  test('names that end in _ are not there', () => {
    expect(() => hostOf(code).serverCall('secret_', [])).toThrow('secret_ is not a function');
    expect(() => hostOf(code).serverCall('missing', [])).toThrow('Script function not found: missing');
  });

  test('a megabyte each way', () => {
    const host = hostOf(code);
    expect(() => host.rpc('echo', 'x'.repeat(400_000))).not.toThrow();
    expect(() => host.rpc('echo', '客'.repeat(400_000))).toThrow('The argument is too large');
    expect(() => host.rpc('900000')).not.toThrow();
    expect(() => host.rpc('1000000')).toThrow('The result is too large');
  });

  test('an error of the script arrives by name and sentence', () => {
    const host = hostOf(`function fail() { throw new RangeError('too far') }`);
    expect(() => host.serverCall('fail', [])).toThrow(expect.objectContaining({ name: 'RangeError', message: 'too far' }));
  });
});

describe('locks', () => {
  test('nobody waits for himself', () => {
    expect(
      resultOf(
        `const lock = LockService.getDocumentLock(); return [lock.hasLock(), lock.tryLock(0), lock.tryLock(0), lock.hasLock()]`,
      ),
    ).toEqual([false, true, true, true]);
  });

  test('waiting costs virtual time', () => {
    const host = hostOf(`function main(ms) { return LockService.getDocumentLock().tryLock(ms) }`);
    host.hold('document', 10_000);
    host.resetCalls();
    expect(host.run('main', 5_000)).toBe(false);
    expect(host.virtualSeconds).toBeCloseTo(5, 0);
    expect(host.run('main', 20_000)).toBe(true);
    expect(host.virtualSeconds).toBeCloseTo(10, 0);
  });

  test('waitLock throws where tryLock says no', () => {
    const host = hostOf(mainOf(`LockService.getDocumentLock().waitLock(1000)`));
    host.hold('document', 10_000);
    expect(() => host.run('main')).toThrow('Lock timeout');
  });

  test('a run that ends lets go', () => {
    const host = hostOf(
      `function take() { LockService.getDocumentLock().tryLock(0); throw new Error('stop') } function free() { return LockService.getDocumentLock().tryLock(0) }`,
    );
    expect(() => host.run('take')).toThrow('stop');
    expect(host.run('free')).toBe(true);
  });

  test('a lock does not outlive an alert', () => {
    const host = hostOf(
      mainOf(
        `const lock = LockService.getDocumentLock(); lock.tryLock(0); SpreadsheetApp.getUi().alert('sure?'); return lock.hasLock()`,
      ),
    );
    expect(host.run('main')).toBe(false);
    expect(host.warnings).toHaveLength(1);
  });

  test('releasing before flushing is reported', () => {
    const body = (flush: string) =>
      mainOf(
        `const lock = LockService.getDocumentLock(); lock.tryLock(0); sheet.getRange('A1').setValue(1); ${flush} lock.releaseLock()`,
      );
    const careless = hostOf(body(''));
    careless.run('main');
    expect(careless.warnings[0]).toContain('not flushed');
    const careful = hostOf(body('SpreadsheetApp.flush();'));
    careful.run('main');
    expect(careful.warnings).toEqual([]);
  });

  test('properties need no flush, nor does the lock itself', () => {
    const host = hostOf(
      mainOf(
        `const lock = LockService.getDocumentLock(); lock.tryLock(0); PropertiesService.getDocumentProperties().setProperty('a', '1'); lock.releaseLock()`,
      ),
    );
    host.run('main');
    expect(host.warnings).toEqual([]);
  });
});
