// Leave 请假 as people write it: `2026-02-10..2026-02-15; 2026-05-06`.
import type { Day } from '../../template/types';
import { isDay } from '../days';

/** Whether a day lies in the leave written in a cell; pieces that cannot be read count for nothing. */
export function onLeave(leave: string, day: Day): boolean {
  return leave.split(/[;；,，\n]/).some((piece) => {
    const [from = '', to = from] = piece.split('..').map((end) => end.trim());
    return isDay(from) && isDay(to) && from <= day && day <= to;
  });
}
