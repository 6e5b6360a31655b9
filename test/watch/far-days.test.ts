// A day pasted without marks, which the sheet takes for a number beyond its calendar.
import { cellOf, FIRST, given, recordsIn, watchedPool } from './pool';

test('eight digits pasted into a date cell become the day they spell', () => {
  const host = watchedPool([given(1)]);
  host.paste(cellOf(host, 'customers', FIRST, 'next_follow_up'), [['20261205']]);
  expect(recordsIn(host, 'customers')[0]?.['next_follow_up']).toBe(46_361);
});
