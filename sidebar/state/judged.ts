// What the server has said about a form's fields, and which of its answers still count: people type on while an answer is under way.
import type { CheckView, DoorMatchView, FieldNote, FormValues, Suggestion } from '../../src/contract/customer-api';
import type { MessageCode } from '../../src/i18n/index';

export interface Judged {
  readonly notes: { readonly [key: string]: FieldNote };
  readonly suggestions: readonly Suggestion[];
  readonly matches: readonly DoorMatchView[];
  /** By field, the number of the question last answered about it. */
  readonly answered: { readonly [key: string]: number };
}

export const NOTHING_JUDGED: Judged = { notes: {}, suggestions: [], matches: [], answered: {} };

/** A question to the server: its number, counted up, what it was about and what stood in the form then. */
export interface Asked {
  readonly number: number;
  readonly touched: readonly string[];
  readonly values: FormValues;
}

/** Said of one field, it may be mended in another. */
const OF_A_GROUP: readonly MessageCode[] = ['form.oneOf', 'record.oneOf'];

/** A field was typed in: what was said about its former value no longer holds. */
export function afterTyping(judged: Judged, key: string): Judged {
  const notes = Object.entries(judged.notes).filter(([of, { message }]) => of !== key && !OF_A_GROUP.includes(message.code));
  const matches = judged.matches.filter((match) => !match.same.includes(key));
  return { ...judged, notes: Object.fromEntries(notes), matches };
}

/**
 * Takes an answer in, as far as it speaks of what still stands in the form.
 * @param now the form's values at the time of the answer
 */
export function afterAnswer(judged: Judged, asked: Asked, answer: CheckView, now: FormValues): Judged {
  const stands = (key: string) => now[key] === asked.values[key] && (judged.answered[key] ?? 0) < asked.number;
  const live = asked.touched.filter(stands);
  if (live.length === 0) return judged;
  const notes = Object.fromEntries(Object.entries(judged.notes).filter(([key]) => !live.includes(key)));
  for (const note of answer.notes) if (stands(note.key)) notes[note.key] = note;
  const matches = answer.matches.filter((match) => match.same.every(stands));
  const suggestions = answer.suggestions.filter(({ key }) => stands(key));
  return {
    notes,
    suggestions: [...judged.suggestions.filter((old) => !suggestions.some(({ key }) => key === old.key)), ...suggestions],
    matches: [
      ...judged.matches.filter((old) => !old.same.some((key) => live.includes(key)) && !matches.some(({ id }) => id === old.id)),
      ...matches,
    ],
    answered: { ...judged.answered, ...Object.fromEntries(live.map((key) => [key, asked.number])) },
  };
}

/** What saving was refused for takes the place of what was said before. */
export function afterRefusal(judged: Judged, notes: readonly FieldNote[], matches: readonly DoorMatchView[] | null): Judged {
  return {
    ...judged,
    notes: { ...judged.notes, ...Object.fromEntries(notes.map((note) => [note.key, note])) },
    matches: matches ?? judged.matches,
  };
}
