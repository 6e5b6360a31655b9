// Protection: overlaps intersect, the owner always passes, a fresh protection bars nobody (platform.md §4).
import { ANN, BEN, failureOf, hostOf, mainOf, OWNER, resultOf } from './script';

const REFUSAL = 'You are trying to edit a protected cell or object.';
const CEO = 'cy@example.com';

/** Protects by a body run by the owner, then tries to type as each person: who gets through. */
function passing(body: string, address: string, options: Parameters<typeof hostOf>[1] = {}): string[] {
  const host = hostOf(mainOf(body), { editors: [ANN, BEN, CEO], ...options });
  host.run('main');
  return [OWNER, ANN, BEN, CEO].filter((person) => {
    try {
      host.as(person).edit(address, 'x');
      return true;
    } catch (error) {
      expect(String(error)).toContain(REFUSAL);
      return false;
    }
  });
}

const only = (range: string, ...people: string[]) =>
  `{ const p = ${range}.protect(); p.removeEditors(p.getEditors()); p.addEditors(${JSON.stringify(people)}); }`;

test.each([
  ['protect() alone bars nobody', `sheet.getRange('A1:B2').protect()`, 'A1', [OWNER, ANN, BEN, CEO]],
  ['with an editor list only those pass', only(`sheet.getRange('A1:B2')`, ANN), 'A1', [OWNER, ANN]],
  ['cells beside it are free', only(`sheet.getRange('A1:B2')`, ANN), 'C1', [OWNER, ANN, BEN, CEO]],
  [
    'overlaps intersect',
    only(`sheet.getRange('A1:B2')`, ANN, BEN) + only(`sheet.getRange('B2:C3')`, BEN, CEO),
    'B2',
    [OWNER, BEN],
  ],
  [
    'a warning bars nobody',
    `${only(`sheet.getRange('A1')`, ANN)} sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].setWarningOnly(true)`,
    'A1',
    [OWNER, ANN, BEN, CEO],
  ],
  ['a protected sheet', only('sheet', ANN), 'J9', [OWNER, ANN]],
  [
    'a hole in it',
    `${only('sheet', ANN)} sheet.protect().setUnprotectedRanges([sheet.getRange('A5:Z9')])`,
    'J9',
    [OWNER, ANN, BEN, CEO],
  ],
  [
    'a range inside the hole',
    `${only('sheet')} sheet.protect().setUnprotectedRanges([sheet.getRange('A5:Z9')]); ${only(`sheet.getRange('A5:A9')`, BEN)}`,
    'A6',
    [OWNER, BEN],
  ],
  ['removing lets all in again', `${only('sheet', ANN)} sheet.protect().remove()`, 'A1', [OWNER, ANN, BEN, CEO]],
])('%s', (_title, body, cell, people) => {
  expect(passing(body, `Sheet1!${cell}`)).toEqual(people);
});

test('a hole made of several ranges covers what they cover together', () => {
  const holes = (...names: string[]) =>
    `${only('sheet')} sheet.protect().setUnprotectedRanges(${JSON.stringify(names)}.map((n) => sheet.getRange(n)))`;
  const paste = (body: string) => {
    const host = hostOf(mainOf(body));
    host.run('main');
    host.as(ANN).paste('Sheet1!A1', [
      [1, 1],
      [1, 1],
    ]);
  };
  expect(() => paste(holes('A1:A2', 'B1', 'B2'))).not.toThrow();
  expect(() => paste(holes('A1:A2', 'B1'))).toThrow(REFUSAL);
});

test('viewers change nothing', () => {
  const host = hostOf(mainOf(`sheet.getRange('A1').setValue(1)`), { editors: [], viewers: [ANN] });
  expect(() => host.as(ANN).edit('Sheet1!A1', 1)).toThrow('You do not have permission');
  expect(() => host.as(ANN).run('main')).toThrow('You do not have permission');
});

test.each([
  ['values', `sheet.getRange('A1:B1').setValues([[1, 2]])`],
  ['formats', `sheet.getRange('A1').setBackground('red')`],
  ['rules', `sheet.getRange('A1').clearDataValidations()`],
  ['sorting', `sheet.getRange('A1:B9').sort(1)`],
  ['deleting its row', `sheet.deleteRow(1)`],
  ['deleting its column', `sheet.deleteColumns(1, 1)`],
  ['a list of ranges with it', `sheet.getRangeList(['J1', 'A1']).clearContent()`],
  ['copying over it', `sheet.getRange('J1').copyTo(sheet.getRange('A1'))`],
])('a script has the rights of its user: %s', (_title, act) => {
  const code = `function protect() { const sheet = SpreadsheetApp.getActiveSheet(); ${only(`sheet.getRange('A1')`)} }\n${mainOf(act)}`;
  const host = hostOf(code);
  host.run('protect');
  expect(() => host.as(ANN).run('main')).toThrow(REFUSAL);
  expect(() => host.as(OWNER).run('main')).not.toThrow();
});

test.each([
  ['its name', `sheet.setName('x')`],
  ['its rows', `sheet.insertRowsAfter(5, 1)`],
  ['its format rules', `sheet.setConditionalFormatRules([])`],
  ['itself', `ss.insertSheet('y'); ss.deleteSheet(sheet)`],
])('a protected sheet keeps %s', (_title, act) => {
  const host = hostOf(`function protect() { const sheet = SpreadsheetApp.getActiveSheet(); ${only('sheet')} }\n${mainOf(act)}`);
  host.run('protect');
  expect(() => host.as(ANN).run('main')).toThrow(REFUSAL);
});

test.each([
  [
    'a new one lists all editors but the owner',
    `return sheet.getRange('A1').protect().getEditors().map((u) => u.getEmail())`,
    [ANN, BEN],
  ],
  ['the owner may edit though he is not listed', `return sheet.getRange('A1').protect().canEdit()`, true],
  [
    'a sheet has one protection',
    `sheet.protect().setDescription('a'); return [sheet.protect().getDescription(), sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length]`,
    ['a', 1],
  ],
  [
    'ranges have as many as are made',
    `sheet.getRange('A1').protect(); sheet.getRange('A1').protect(); return ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).length`,
    2,
  ],
  [
    'the two kinds are listed apart',
    `sheet.getRange('A1').protect(); return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length`,
    0,
  ],
  ['a warning keeps no editors', `return sheet.protect().setWarningOnly(true).getEditors().length`, 0],
  [
    'off again, all are editors again',
    `return sheet.protect().setWarningOnly(true).setWarningOnly(false).getEditors().length`,
    2,
  ],
  [
    'its range can be moved',
    `return sheet.getRange('A1').protect().setRange(sheet.getRange('B2:C3')).getRange().getA1Notation()`,
    'B2:C3',
  ],
  ['outside a domain nobody is let in by domain', `return sheet.protect().canDomainEdit()`, false],
])('%s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test('in a domain all of it passes until that is switched off', () => {
  const body = only('sheet');
  expect(passing(body, 'Sheet1!A1', { workspace: true })).toEqual([OWNER, ANN, CEO]);
  expect(passing(`${body} sheet.protect().setDomainEdit(false)`, 'Sheet1!A1', { workspace: true })).toEqual([OWNER]);
  expect(failureOf('sheet.protect().setDomainEdit(false)')).toContain('domain');
});

test('whoever applies it stays an editor, whatever he asks', () => {
  const host = hostOf(
    mainOf(
      `const p = sheet.getRange('A1').protect(); p.removeEditors(p.getEditors()); return p.getEditors().map((u) => u.getEmail())`,
    ),
  );
  expect(host.as(ANN).run('main')).toEqual([ANN]);
});

test('the barred may ask whether they may edit, not who may', () => {
  const code = `function protect() { const sheet = SpreadsheetApp.getActiveSheet(); ${only(`sheet.getRange('A1')`)} }
    function probe() { const p = SpreadsheetApp.getActive().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0]; return [p.canEdit(), p.getDescription(), SpreadsheetApp.getActiveSheet().getRange('A1').canEdit()] }
    function pry() { SpreadsheetApp.getActive().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getEditors() }`;
  const host = hostOf(code);
  host.run('protect');
  expect(host.as(ANN).run('probe')).toEqual([false, '', false]);
  expect(() => host.as(ANN).run('pry')).toThrow('You do not have permission');
});

test('only people who can open the file can be let in', () => {
  expect(failureOf(`sheet.protect().addEditor('stranger@example.com')`)).toBe('Exception: Invalid user: stranger@example.com');
});

test('protection moves with rows and shrinks with them', () => {
  const host = hostOf(
    mainOf(`sheet.getRange('A5:C9').protect(); sheet.insertRowsBefore(2, 3); sheet.insertRowsBefore(10, 1); sheet.deleteRows(8, 2);
    return ss.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()`),
  );
  expect(host.run('main')).toBe('A8:C11');
});

test('sorting moves contents, not protections', () => {
  const host = hostOf(
    mainOf(`sheet.getRange('A1:A3').setValues([[3], [1], [2]]); sheet.getRange('A1').protect().setDescription('first'); sheet.getRange('A1:A3').sort(1);
    return [sheet.getRange('A1:A3').getValues(), ss.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()]`),
  );
  expect(host.run('main')).toEqual([[[1], [2], [3]], 'A1']);
});
