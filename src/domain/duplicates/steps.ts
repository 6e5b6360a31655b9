// What had to be taken off two spellings before they were one: width, script, country code, legal form, title.
import type { Message } from '../../i18n/index';
import { simplified } from '../han';
import { companyName } from '../linkage/normalise/company';
import { personName } from '../linkage/normalise/person';
import { plain } from '../text';

interface Step {
  readonly code: 'step.width' | 'step.han' | 'step.case' | 'step.country' | 'step.marks' | 'step.tag';
  take(text: string): string;
}

const WRITING: readonly Step[] = [
  { code: 'step.width', take: plain },
  { code: 'step.han', take: simplified },
  { code: 'step.case', take: (text) => text.toLowerCase() },
];
const MARKS: Step = { code: 'step.marks', take: (text) => text.replace(/[\s().\-_·]+/g, '') };

/** Steps by what is compared, in the order they are taken. */
const steps: Readonly<Record<string, readonly Step[]>> = {
  mobile: [...WRITING, { code: 'step.country', take: (text) => text.replace(/^\D*(?:\+|00)\s*86[\s-]*/, '') }, MARKS],
  email: [...WRITING, { code: 'step.tag', take: (text) => text.replace(/\+[^@]*(?=@)/, '') }],
};

/** What of a text is the thing itself, where more than spelling can stand around it. */
const cores: Readonly<Record<string, (text: string) => string>> = {
  name: (text) => personName(text).text,
  organisation: (text) => companyName(text).core,
};

/** Steps that make these texts one, as far as they do; none where they are one as they stand. */
export function stepsBetween(about: string, a: string, b: string): Message[] {
  const taken: Message[] = [];
  let [left, right] = [a, b];
  for (const { code, take } of steps[about] ?? [...WRITING, MARKS]) {
    if (left === right) return taken;
    const [nextLeft, nextRight] = [take(left), take(right)];
    // What both lose alike brought them no nearer.
    if ((nextLeft !== left) !== (nextRight !== right) || (nextLeft === nextRight && nextLeft !== left)) taken.push({ code });
    [left, right] = [nextLeft, nextRight];
  }
  const coreOf = cores[about];
  if (left === right || coreOf === undefined) return taken;
  const off = [...new Set([left, right].flatMap((text) => rest(text, coreOf(text))))];
  return off.length === 0 ? taken : [...taken, { code: 'step.cut', args: { cut: off.join(' ') } }];
}

function rest(text: string, core: string): string[] {
  const at = core === '' ? -1 : text.indexOf(core);
  const off = at < 0 ? '' : text.slice(0, at) + text.slice(at + core.length);
  return off === '' ? [] : [off];
}
