// When clock triggers are due: at a minute Google chooses once and for all.
import { instantOfWall, wallOf } from './zone';

export type Schedule =
  | { readonly type: 'once'; readonly at: number }
  | { readonly type: 'minutes'; readonly every: number }
  | { readonly type: 'hours'; readonly every: number; readonly minute: number; readonly zone: string }
  | { readonly type: 'days'; readonly every: number; readonly hour: number; readonly minute: number; readonly zone: string };

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The first due time of a trigger made at `now`; milliseconds since 1970. */
export function firstDue(schedule: Schedule, now: number): number {
  if (schedule.type === 'once') return schedule.at;
  if (schedule.type === 'minutes') return now + schedule.every * MINUTE;
  const { zone, minute } = schedule;
  const wall = wallOf(zone, now);
  if (schedule.type === 'hours') {
    const due = Math.floor(wall / HOUR) * HOUR + minute * MINUTE;
    return instantOfWall(zone, due > wall ? due : due + HOUR);
  }
  const due = Math.floor(wall / DAY) * DAY + schedule.hour * HOUR + minute * MINUTE;
  return instantOfWall(zone, due > wall ? due : due + DAY);
}

/** The due time after `due`; null when there is none. */
export function nextDue(schedule: Schedule, due: number): number | null {
  if (schedule.type === 'once') return null;
  if (schedule.type === 'minutes') return due + schedule.every * MINUTE;
  // By the wall, so that nine o'clock stays nine o'clock when summer time begins.
  const step = schedule.every * (schedule.type === 'hours' ? HOUR : DAY);
  return schedule.type === 'hours' ? due + step : instantOfWall(schedule.zone, wallOf(schedule.zone, due) + step);
}

/** A number from 0 to `below` - 1 that depends on the text alone. */
export function seeded(text: string, below: number): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  return (hash >>> 0) % below;
}
