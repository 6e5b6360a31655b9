// Events and triggers: what people's changes set off, when clocks fall due, as whom a trigger runs (platform.md §2).
import { ANN, BEN, hostOf, mainOf, OWNER } from './script';

const NOTE = `function note(e, ...keys) { console.log(JSON.stringify(keys.map((key) => key === 'range' ? e.range.getA1Notation() : key === 'user' ? e.user.getEmail() : key === 'authMode' ? String(e.authMode) : e[key]))) }`;
const INSTALL = `function install() { const t = ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()); t.onEdit().create(); ScriptApp.newTrigger('shifted').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
  function changed(e) { note(e, 'range', 'value', 'oldValue', 'user', 'authMode') } function shifted(e) { note(e, 'changeType') }`;
const said = (host: { logs: readonly { text: string }[] }) => host.logs.map(({ text }) => JSON.parse(text) as unknown);

test('typing into one cell tells what was there and what is', () => {
  const host = hostOf(`${NOTE} function onEdit(e) { note(e, 'range', 'value', 'oldValue', 'user', 'authMode') }`);
  host.as(ANN).edit('Sheet1!C3', 'Won');
  host.edit('Sheet1!C3', 5);
  host.edit('Sheet1!C3', true);
  host.clear('Sheet1!C3');
  expect(said(host)).toEqual([
    // A simple trigger may not know the user.
    ['C3', 'Won', null, '', 'LIMITED'],
    ['C3', '5', 'Won', '', 'LIMITED'],
    ['C3', 'TRUE', '5', '', 'LIMITED'],
    ['C3', null, 'TRUE', '', 'LIMITED'],
  ]);
});

test('over several cells there is only a range', () => {
  const host = hostOf(`${NOTE} function onEdit(e) { note(e, 'range', 'value', 'oldValue') }`);
  host.paste('Sheet1!B2', [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  host.clear('Sheet1!B2:C3');
  expect(said(host)).toEqual([
    ['B2:C3', null, null],
    ['B2:C3', null, null],
  ]);
});

test('what a script writes sets nothing off', () => {
  const host = hostOf(
    `${NOTE} ${INSTALL} function onEdit(e) { note(e, 'range') } function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); SpreadsheetApp.getActiveSheet().insertRowsAfter(5, 1) }`,
  );
  host.run('install');
  host.run('write');
  expect(host.logs).toEqual([]);
});

test('an installed trigger runs as its maker and knows people of his domain', () => {
  const host = hostOf(
    `${NOTE} ${INSTALL} function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()] }`,
  );
  host.run('install');
  host.as(ANN).edit('Sheet1!A1', 1);
  host.as(BEN).edit('Sheet1!A1', 2);
  expect(said(host)).toEqual([['A1', '1', null, ANN, 'FULL'], ['EDIT'], ['A1', '2', '1', '', 'FULL'], ['EDIT']]);
  expect(host.as(ANN).run('who')).toEqual([ANN, ANN]);
  // Across domains the person at the keyboard is not told, whose rights count is.
  expect(host.as(BEN).run('who')).toEqual(['', BEN]);
});

test('rows, columns and sheets are changes', () => {
  const host = hostOf(`${NOTE} ${INSTALL}`);
  host.run('install');
  host.insertRows('Sheet1', 3);
  host.deleteRows('Sheet1', 3);
  host.insertColumns('Sheet1', 3);
  host.deleteColumns('Sheet1', 3);
  host.insertSheet('Extra');
  host.renameSheet('Extra', 'More');
  host.deleteSheet('More');
  expect(said(host)).toEqual([
    ['INSERT_ROW'],
    ['REMOVE_ROW'],
    ['INSERT_COLUMN'],
    ['REMOVE_COLUMN'],
    ['INSERT_GRID'],
    ['OTHER'],
    ['REMOVE_GRID'],
  ]);
});

test('two edit events wait, the third is lost', () => {
  const code = `${NOTE} function onEdit(e) { note(e, 'range') }`;
  const clicks = (host: ReturnType<typeof hostOf>) =>
    host.burst(() => {
      for (const cell of ['A1', 'A2', 'A3', 'A4']) host.edit(`Sheet1!${cell}`, true);
    });
  const host = hostOf(code);
  clicks(host);
  expect(said(host)).toEqual([['A1'], ['A2']]);
  const patient = hostOf(code, { limits: { editQueue: 100 } });
  clicks(patient);
  expect(said(patient)).toHaveLength(4);
});

test('a simple and an installed handler both run', () => {
  const host = hostOf(
    `function onEdit() { console.log('simple') } function install() { ScriptApp.newTrigger('onEdit').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create() }`,
  );
  host.run('install');
  host.edit('Sheet1!A1', 1);
  expect(host.logs).toHaveLength(2);
});

test.each([
  ['mail', `MailApp.sendEmail('a@example.com', 's', 'b')`],
  ['triggers', `ScriptApp.newTrigger('x').timeBased().everyHours(1).create()`],
  ['a sidebar', `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))`],
  ['user properties', `PropertiesService.getUserProperties()`],
])('a simple trigger has no %s', (_title, act) => {
  const host = hostOf(`function onEdit() { ${act} } function full() { ${act} }`);
  expect(() => host.edit('Sheet1!A1', 1)).toThrow('You do not have permission to call');
  expect(() => host.run('full')).not.toThrow();
});

test("a form's response is a new row that no protection stops", () => {
  const host =
    hostOf(`function got(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.values, e.namedValues, Object.keys(e).sort()])) }
    function install() { ScriptApp.newTrigger('got').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create(); SpreadsheetApp.getActiveSheet().getRange('A1:C1').setValues([['When', 'Name', 'Name']]); const p = SpreadsheetApp.getActiveSheet().protect(); p.removeEditors(p.getEditors()) }`);
  host.run('install');
  host.as(ANN).submitForm('Sheet1', ['2026-11-23 09:00', 'Ming', 'Li']);
  const named = { When: ['2026-11-23 09:00'], Name: ['Ming', 'Li'] };
  // The event says neither who answered nor in which file.
  const told = ['authMode', 'namedValues', 'range', 'triggerUid', 'values'];
  expect(said(host)).toEqual([['A2:C2', ['2026-11-23 09:00', 'Ming', 'Li'], named, told]]);
  expect(host.shown('Sheet1')[1]).toEqual(['2026-11-23 9:00:00 AM', 'Ming', 'Li']);
});

test('onOpen builds the menu, whose items run', () => {
  const host =
    hostOf(`function onOpen() { const ui = SpreadsheetApp.getUi(); ui.createAddonMenu().addItem('Open', 'show').addSeparator().addSubMenu(ui.createMenu('More').addItem('Say', 'say')).addToUi() }
    function say() { SpreadsheetApp.getActive().toast('hello') } function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>').setTitle('Pool')) }`);
  host.open().open();
  expect(host.menus).toEqual([
    {
      title: '',
      addon: true,
      items: [
        { type: 'item', caption: 'Open', functionName: 'show' },
        { type: 'separator' },
        { type: 'menu', menu: { title: 'More', addon: false, items: [{ type: 'item', caption: 'Say', functionName: 'say' }] } },
      ],
    },
  ]);
  host.menu('say');
  host.menu('show');
  expect(host.toasts).toEqual(['hello']);
  expect(host.pages).toEqual([{ kind: 'sidebar', title: 'Pool', html: '<p>', width: 300, height: 0 }]);
});

const CLOCK = `function tick(e) { console.log(JSON.stringify([Utilities.formatDate(new Date(), 'Asia/Shanghai', 'yyyy-MM-dd HH:mm'), Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()])) }
  function make() { const t = ScriptApp.newTrigger('tick').timeBased();`;

test('hourly means a minute of its own in every hour, as its maker', () => {
  const host = hostOf(`${CLOCK} t.everyHours(1).create() }`);
  host.as(ANN).run('make');
  host.as(OWNER).advanceTo('2026-11-23T12:00');
  const runs = said(host) as [string, string, string][];
  expect(runs.map(([at]) => at.slice(0, 13))).toEqual(['2026-11-23 09', '2026-11-23 10', '2026-11-23 11']);
  expect(new Set(runs.map(([at]) => at.slice(14))).size).toBe(1);
  expect(runs[0]?.slice(1)).toEqual([ANN, '']);
  expect(host.now).toBe('2026-11-23T12:00');
});

test.each([
  ['daily at an hour', `t.everyDays(1).atHour(8).create() }`, /^2026-11-(?:24|25) 08:/, 2],
  ['near a minute', `t.everyDays(1).atHour(8).nearMinute(30).create() }`, /^2026-11-(?:24|25) 08:(?:1[5-9]|[23]\d|4[0-5])$/, 2],
  ['in another zone', `t.everyDays(1).atHour(8).inTimezone('Europe/London').create() }`, /^2026-11-(?:23|24) 16:/, 2],
  ['once, later', `t.after(90 * 60 * 1000).create() }`, /^2026-11-23 10:30$/, 1],
])('%s', (_title, spec, when, times) => {
  const host = hostOf(CLOCK + spec);
  host.run('make');
  host.advanceTo('2026-11-25T09:00');
  const runs = (said(host) as [string][]).map(([at]) => at);
  expect(runs).toHaveLength(times);
  for (const at of runs) expect(at).toMatch(when);
});

test('triggers fall due in order, whoever made them', () => {
  const host = hostOf(
    `function a() { console.log('a') } function b() { console.log('b') } function make(name, ms) { ScriptApp.newTrigger(name).timeBased().after(ms).create() }`,
  );
  host.run('make', 'a', 7_200_000);
  host.as(ANN).run('make', 'b', 3_600_000);
  host.advanceTo('2026-11-23T12:00');
  expect(host.logs.map(({ text }) => text)).toEqual(['b', 'a']);
});

test('each account sees and deletes its own triggers only', () => {
  const host = hostOf(`function make() { ScriptApp.newTrigger('x').timeBased().everyHours(1).create() }
    function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType())]) }
    function drop() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)) }`);
  host.as(ANN).run('make');
  host.as(BEN).run('make');
  expect(host.run('list')).toEqual([['x', 'CLOCK']]);
  host.run('drop');
  expect(host.triggers.map(({ creator }) => creator)).toEqual([ANN]);
});

test('a trigger made inside a trigger never runs', () => {
  const host = hostOf(
    `function make() { ScriptApp.newTrigger('again').timeBased().after(60000).create() } function again() { console.log('ran'); make() }`,
  );
  host.run('make');
  host.advanceTo('2026-11-23T12:00');
  expect(host.logs).toHaveLength(1);
  expect(host.triggers.map(({ disabled }) => disabled)).toEqual([false, true]);
});

test('a trigger that fails does not keep the next from running, and does not pass unseen', () => {
  const host = hostOf(
    `function bad() { throw new Error('out of paper') } function good() { console.log('ran') } function make(name, ms) { ScriptApp.newTrigger(name).timeBased().after(ms).create() }`,
  );
  host.run('make', 'bad', 60_000);
  host.run('make', 'good', 120_000);
  expect(() => host.advanceTo('2026-11-23T12:00')).toThrow('out of paper');
  expect(host.logs).toHaveLength(1);
  expect(host.now).toBe('2026-11-23T12:00');
});

test('an add-on has one trigger of a type, and none below an hour', () => {
  const code = `function hourly() { ScriptApp.newTrigger('x').timeBased().everyHours(1).create() } function often() { ScriptApp.newTrigger('x').timeBased().everyMinutes(5).create() } function edit() { ScriptApp.newTrigger('x').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create() }`;
  const addon = hostOf(code, { edition: 'addon' });
  addon.run('hourly');
  addon.run('edit');
  expect(() => addon.run('hourly')).toThrow('too many triggers');
  expect(() => addon.run('often')).toThrow('hourly');
  expect(() => addon.as(ANN).run('hourly')).not.toThrow();
  const bound = hostOf(code);
  bound.run('hourly');
  expect(() => bound.run('hourly')).not.toThrow();
  expect(() => bound.run('often')).not.toThrow();
});

test('triggers can be made to find no file open', () => {
  const host = hostOf(
    `function tick() { console.log(String(SpreadsheetApp.getActive())) } function make() { ScriptApp.newTrigger('tick').timeBased().after(1000).create(); return String(SpreadsheetApp.getActive()) }`,
    { blindTriggers: true },
  );
  expect(host.run('make')).toBe('Spreadsheet');
  host.advanceTo('2026-11-23T10:00');
  expect(host.logs.map(({ text }) => text)).toEqual(['null']);
});

test('a scope taken back is missed where it is needed', () => {
  const host =
    hostOf(`function ask() { const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length, info.getAuthorizationUrl() !== null] }
    function mail() { MailApp.sendEmail('a@example.com', 's', 'b') } function left() { return MailApp.getRemainingDailyQuota() } function need() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/script.send_mail']) }`);
  expect(host.run('ask')).toEqual(['NOT_REQUIRED', 5, false]);
  host.withhold(OWNER, 'script.send_mail');
  expect(host.run('ask')).toEqual(['REQUIRED', 4, true]);
  expect(() => host.run('mail')).toThrow('You do not have permission to call MailApp.sendEmail');
  expect(() => host.run('left')).toThrow('You do not have permission to call MailApp.getRemainingDailyQuota');
  expect(() => host.run('need')).toThrow('Authorization is required');
  expect(() => host.as(ANN).run('mail')).not.toThrow();
});

test('whoever keeps his address to himself is nobody to the script', () => {
  const host = hostOf(mainOf(`return Session.getActiveUser().getEmail()`));
  expect(host.run('main')).toBe(OWNER);
  host.withhold(OWNER, 'userinfo.email');
  expect(host.run('main')).toBe('');
});

test('only what a menu offers can be clicked', () => {
  const host = hostOf(
    `function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'show').addToUi() } function show() {}`,
  );
  expect(() => host.menu('show')).toThrow('No menu offers show');
  host.open().menu('show');
  expect(() => host.menu('onOpen')).toThrow('No menu offers onOpen');
});

test('nothing in a script outlives its run', () => {
  const host = hostOf(`var count = 0; function next() { return ++count }`);
  expect([host.run('next'), host.run('next')]).toEqual([1, 1]);
});
