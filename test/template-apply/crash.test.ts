// Making a pool, killed at every service write and run again: always the same end.
import { otherEnds } from './kill';
import { CHINESE, openEmpty } from './pool';

/** Some four hundred kills, each with the run that follows it. */
const MINUTES = 10 * 60_000;

test(
  'making a pool',
  () => {
    expect(otherEnds(openEmpty(), CHINESE)).toEqual([]);
  },
  MINUTES,
);
