// A pool with a sheet of responses beside it, as a form linked by hand fills it.
import type { Host } from '../../local/host/index';
import type { QuestionTarget } from '../../src/contract/intake-api';
import { workbook } from '../../src/template/index';
import { call, newPool, OWNER } from '../acts/pool';

export { addRows, call, finish, recordsIn, refusal, struck, tabOf } from '../acts/pool';
export { customersIn, formulasIn } from '../import/pool';

export const FORM = '表单回复 1';
const QUESTIONS = ['时间戳记', '您的姓名', '公司名称', '手机号', '邮箱', '您想了解什么？', '所在城市'] as const;

let made: { readonly host: Host; readonly fresh: ReturnType<Host['snapshot']> } | null = null;

/** A new pool with an empty sheet of responses, not linked yet; made once a test file, then taken back to its beginning. */
export function freshPool(): Host {
  if (made === null) {
    const host = newPool(['ann@example.com']);
    host.insertSheet(FORM);
    host.paste(`'${FORM}'!A1`, [[...QUESTIONS]], { valuesOnly: true });
    made = { host, fresh: host.snapshot() };
  }
  made.host.restore(made.fresh).as(OWNER);
  made.host.resetCalls();
  return made.host;
}

export function formId(host: Host): number {
  return host.book.sheets.find(({ name }) => name === FORM)?.id ?? -1;
}

/** Links the form as it is proposed. @returns where its questions go */
export function link(
  host: Host,
  choose: (columns: readonly QuestionTarget[]) => readonly QuestionTarget[] = (columns) => columns,
): readonly QuestionTarget[] {
  const sheet = formId(host);
  const columns = choose(call(host, 'intakeLook', { sheet }).columns);
  call(host, 'intakeLink', { sheet, columns });
  host.resetCalls();
  return columns;
}

export interface Answers {
  readonly at?: string;
  readonly name?: string;
  readonly company?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly needs?: string;
  readonly city?: string;
}

export function row({
  at = '2026-11-23 08:00:00',
  name = '',
  company = '',
  mobile = '',
  email = '',
  needs = '',
  city = '',
}: Answers): string[] {
  return [at, name, company, mobile, email, needs, city];
}

/** A response arrives, by the hand of somebody who is not in the workbook. */
export function submit(host: Host, answers: Answers): void {
  const values = row(answers);
  const [headers = []] = host.values(FORM);
  // Each answer comes to the column of its question, wherever that was moved.
  host.submitForm(
    FORM,
    headers.map((header) => values[(QUESTIONS as readonly unknown[]).indexOf(header)] ?? ''),
  );
}

export function takeAll(host: Host): number {
  let taken = 0;
  for (let i = 0; i < 50; i++) {
    const result = call(host, 'intakeTake');
    taken += result.taken;
    if (result.left === 0) return taken;
  }
  throw new Error('responses without end');
}

/** Calls a budget counts: reads and writes. */
export function budgeted(host: Host): number {
  return host.calls.reads + host.calls.writes;
}

/** Outcomes in the ledger. */
export function ledger(host: Host): string[] {
  const sheet = host.book.sheets.find(({ name }) => name === workbook.sheets.form_log.label['zh-CN']);
  return sheet === undefined
    ? []
    : host
        .values(sheet.name)
        .slice(2)
        .flatMap((line) => (line[0] == null ? [] : [String(line[1])]));
}

export function responsesIn(host: Host): unknown[][] {
  return host.values(FORM).filter((line) => line.some((cell) => cell !== null));
}
