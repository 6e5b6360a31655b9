// Whatever is answered in a form: taken once, nothing of it lost or turned into a formula, and what it becomes can be settled.
import fc from 'fast-check';
import { typed } from '../customers/typed';
import { call, customersIn, formulasIn, freshPool, ledger, link, recordsIn, refusal, responsesIn, submit } from './pool';

const seed = 20261122;

jest.setTimeout(300_000);

/** No cell of Google holds more. */
const answer = typed.map((text) => text.slice(0, 50_000));
const answered = fc.record({ name: answer, company: answer, mobile: answer, email: answer, needs: answer, city: answer });

/** Texts that no sheet reads as anything else, and that are no word for nothing; what cannot be seen is tidied, the rest stays. */
const KEPT = /^(?!null$)[<"a-z\u4e00-\u9fff][\x21-\x7e\u4e00-\u9fff]{0,60}$/i;

test('responses of anything', () => {
  const host = freshPool();
  link(host);
  const from = host.snapshot();
  let customers = 0;
  let decided = 0;
  fc.assert(
    fc.property(fc.array(answered, { minLength: 1, maxLength: 4 }), (answers) => {
      host.restore(from);
      answers.forEach((given, i) => {
        submit(host, { at: `2026-11-23 08:00:0${i}`, ...given });
      });
      const before = responsesIn(host);
      expect(refusal(host, 'intakeTake')).toBeNull();
      expect(call(host, 'intakeTake')).toEqual({ taken: 0, left: 0 });
      expect(ledger(host)).toHaveLength(answers.length);
      expect(responsesIn(host)).toEqual(before);
      expect(formulasIn(host)).toEqual([]);
      const stands = () => JSON.stringify([...customersIn(host), ...recordsIn(host, 'quarantine')].flatMap(Object.values));
      const all = stands();
      for (const { name, company, needs } of answers) {
        for (const text of [name, company, needs]) {
          // Twice in JSON: whole responses stand in Quarantine as such.
          const forms = [text, JSON.stringify(text).slice(1, -1)].map((form) => JSON.stringify(form).slice(1, -1));
          if (KEPT.test(text)) expect(forms.some((form) => all.includes(form))).toBe(true);
        }
      }
      customers += customersIn(host).length;
      for (const { response, answers: different } of call(host, 'intakeReview', { page: 0 }).items) {
        const accept = different.map(({ column, now }) => ({ column, now }));
        expect([null, 'intake.nobody']).toContain(refusal(host, 'intakeSettle', { response, accept, asNew: decided % 2 === 1 }));
        decided++;
      }
      expect(formulasIn(host)).toEqual([]);
    }),
    { seed, numRuns: 12 },
  );
  // Enough of it was fit to be taken for the rest to mean something.
  expect(customers).toBeGreaterThan(15);
  expect(decided).toBeGreaterThan(5);
});
