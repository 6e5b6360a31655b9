// What is said of a form's fields belongs to what stands in them, in whatever order answers arrive.
import fc from 'fast-check';
import { type Asked, afterAnswer, afterRefusal, afterTyping, type Judged, NOTHING_JUDGED } from '../../sidebar/state/judged';
import type { CheckView, DoorMatchView, FieldNote } from '../../src/contract/customer-api';

const KEYS = ['name', 'mobile', 'email'] as const;

/** A note that tells which question it answers and about which value. */
function note(key: string, value: string, number: number): FieldNote {
  return { key, state: 'problem', message: { code: 'form.missing', args: { field: value, number } }, suggestion: null };
}

function match(id: string, ...same: string[]): DoorMatchView {
  const words = { name: '', company: '', owner: '', statusLabel: '', lastContact: '' };
  return { id, row: 3, mine: false, same, why: { code: 'customer.pool' }, advice: { code: 'customer.pool' }, ...words };
}

function answerTo({ touched, values, number }: Asked, more: Partial<CheckView> = {}): CheckView {
  return {
    values: {},
    notes: touched.map((key) => note(key, values[key] ?? '', number)),
    suggestions: [],
    matches: [],
    ...more,
  };
}

const ask = (number: number, values: Record<string, string>, ...touched: string[]): Asked => ({ number, values, touched });

test('every note is about the value that stands, and of two about it the later question counts', () => {
  const event = fc.oneof(
    fc.record({ do: fc.constant('type' as const), key: fc.constantFrom(...KEYS), value: fc.constantFrom('a', 'b') }),
    fc.record({ do: fc.constant('ask' as const), touched: fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1 }) }),
    fc.record({ do: fc.constant('answer' as const), which: fc.nat() }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let judged: Judged = NOTHING_JUDGED;
      let values: Record<string, string> = {};
      let count = 0;
      const waiting: Asked[] = [];
      /** By field, the answers since it was typed in last. */
      const since: Record<string, Asked[]> = { name: [], mobile: [], email: [] };
      for (const one of events) {
        if (one.do === 'type') {
          values = { ...values, [one.key]: one.value };
          judged = afterTyping(judged, one.key);
          since[one.key] = [];
        } else if (one.do === 'ask') {
          count += 1;
          waiting.push(ask(count, values, ...one.touched));
        } else if (waiting.length > 0) {
          const [question] = waiting.splice(one.which % waiting.length, 1) as [Asked];
          judged = afterAnswer(judged, question, answerTo(question), values);
          for (const key of question.touched) since[key]?.push(question);
        }
        for (const key of KEYS) {
          const said = judged.notes[key]?.message.args;
          const about = (since[key] ?? []).filter((question) => question.values[key] === values[key]);
          const latest = Math.max(0, ...about.map(({ number }) => number));
          if (said !== undefined) expect([said['field'], said['number']]).toEqual([values[key] ?? '', latest]);
          // Nothing said where an answer counts: only one asked before another that was answered already.
          else if (latest > 0) expect(judged.answered[key]).toBeGreaterThan(latest);
        }
      }
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

test('a match stays while the fields it rests on stand, and goes with any of them', () => {
  const values = { name: 'a', mobile: '1', email: 'e' };
  const byMobile = afterAnswer(
    NOTHING_JUDGED,
    ask(1, values, 'mobile'),
    answerTo(ask(1, values), { matches: [match('C-1', 'mobile')] }),
    values,
  );
  const byMail = afterAnswer(
    byMobile,
    ask(2, values, 'email'),
    answerTo(ask(2, values), { matches: [match('C-2', 'email', 'name')] }),
    values,
  );
  const ids = (judged: Judged) => judged.matches.map(({ id }) => id);
  expect(ids(byMail)).toEqual(['C-1', 'C-2']);
  expect(ids(afterTyping(byMail, 'name'))).toEqual(['C-1']);
  expect(ids(afterTyping(byMail, 'mobile'))).toEqual(['C-2']);
  // Asked again and not found again: gone. Found again: once.
  expect(ids(afterAnswer(byMail, ask(3, values, 'mobile'), answerTo(ask(3, values)), values))).toEqual(['C-2']);
  const again = answerTo(ask(4, values), { matches: [match('C-2', 'mobile', 'email')] });
  expect(ids(afterAnswer(byMail, ask(4, values, 'mobile'), again, values))).toEqual(['C-2']);
});

test('a match that rests on a value changed meanwhile is not taken in', () => {
  const then = { name: 'a', mobile: '1' };
  const answer = answerTo(ask(1, then), { matches: [match('C-1', 'mobile')] });
  expect(afterAnswer(NOTHING_JUDGED, ask(1, then, 'name', 'mobile'), answer, { ...then, mobile: '2' }).matches).toEqual([]);
});

test('what is wanted of a group of fields is settled by typing in any of them', () => {
  const group: FieldNote = { ...note('mobile', '', 0), message: { code: 'form.oneOf', args: { field: 'mobile / email' } } };
  const refused = afterRefusal(NOTHING_JUDGED, [group, note('name', '', 0)], []);
  expect(Object.keys(afterTyping(refused, 'email').notes)).toEqual(['name']);
});
