// Building, repairing and switching the pool, call after call until it is done; shared by the wizard and the template panel.
import { useState } from 'preact/hooks';
import { repeated } from '../../src/contract/finish';
import type { Server } from '../../src/contract/server-api';
import type { TemplateChoice, TemplateResult } from '../../src/contract/template-api';
import type { Reply } from '../../src/contract/wire';
import { type Act, useAct } from '../state/act';

export interface TemplateAct extends Act<[TemplateChoice], TemplateResult> {
  /** Operations carried out so far. */
  readonly done: number;
}

export function useTemplateAct(server: Server, then: (result: TemplateResult) => void): TemplateAct {
  const [done, setDone] = useState(0);
  const act = useAct(async (asked: TemplateChoice): Promise<Reply<TemplateResult>> => {
    let operations = 0;
    setDone(0);
    const last = await repeated(
      () => server.applyTemplate(asked),
      (part) => {
        operations += part.operations;
        setDone(operations);
      },
    );
    return last.ok ? { ok: true, value: { ...last.value, operations } } : last;
  }, then);
  return { ...act, done };
}
