// Rules that step aside for a write come back, whatever becomes of the write.
import { writeExactly } from '../../src/gateway/acts-exact';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'SpreadsheetApp');
});

test('a write refused twice leaves the rules as they were', () => {
  Object.assign(globalThis, { SpreadsheetApp: { flush: () => {} } });
  const rule = { strict: true };
  let rules: unknown = [[rule]];
  const range = {
    setValues: () => {
      throw new Error('Service error: Spreadsheets');
    },
    getDataValidations: () => rules,
    clearDataValidations: () => {
      rules = [[null]];
    },
    setDataValidations: (again: unknown) => {
      rules = again;
    },
  };
  expect(() => writeExactly(range as unknown as Parameters<typeof writeExactly>[0], [['ab']])).toThrow('Service error');
  expect(rules).toEqual([[rule]]);
});
