// How well a column of a file fits one of ours, by what stands in it.
import type { ColumnTemplate } from '../../template/types';
import { type KindContext, kindOf } from '../kinds/index';
import { textLooks } from './looks';
import { type ColumnSurvey, saysNothing } from './survey';
import type { HeaderMeaning } from './vocabulary';

/** A column of the file, and what its values say to each of our keys. */
export interface Fit {
  /** 0-based position in the file. */
  readonly index: number;
  readonly survey: ColumnSurvey;
  readonly meaning: HeaderMeaning;
  /** How much the values look like those of our column: 1 they can hardly be anything else, −1 they cannot be. */
  likeness(key: string): number;
  /** Whether the values clearly contradict our column, whatever the header says. */
  contradicts(key: string): boolean;
}

interface Verdict {
  readonly likeness: number;
  readonly contradicts: boolean;
}

export function fitOf(
  index: number,
  survey: ColumnSurvey,
  meaning: HeaderMeaning,
  columns: Readonly<Record<string, ColumnTemplate>>,
  context: KindContext,
): Fit {
  const verdicts = new Map<string, Verdict>();
  const verdict = (key: string): Verdict => {
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const column = columns[key];
    const found = column === undefined ? { likeness: -1, contradicts: true } : judge(survey, key, column, context);
    verdicts.set(key, found);
    return found;
  };
  return {
    index,
    survey,
    meaning,
    likeness: (key) => verdict(key).likeness,
    contradicts: (key) => verdict(key).contradicts,
  };
}

/** Likeness below which values contradict a column that would keep them as typed. */
const CONTRADICTION = -0.5;

function judge(survey: ColumnSurvey, key: string, column: ColumnTemplate, context: KindContext): Verdict {
  const look = textLooks[key];
  const kind = kindOf(column);
  const values = survey.sample.filter((value) => !saysNothing(value));
  if (values.length === 0) return { likeness: 0, contradicts: false };
  const judged = values.map((value) => (look === undefined ? kind.likeness(value, column, context) : look(value)));
  const sum = judged.reduce((total, one) => total + one, 0);
  // One bad value says less than ten. One value over and over is a label of the whole file, never a person or a contact.
  const repeated = look !== undefined && survey.distinct === 1 && values.length > 4 ? 0.5 : 0;
  const likeness = sum < 0 ? sum / (values.length + 1) : sum / values.length - repeated;
  // A strict column keeps no value it cannot read, so most of them must be readable.
  const strict = kind.setup(column, context).rule?.strict === true;
  const against = judged.filter((one) => one < 0).length;
  return { likeness, contradicts: strict ? against > values.length / 2 : likeness < CONTRADICTION };
}
