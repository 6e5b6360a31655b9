// One group under review: what is read of it, what a person chose and took out, and the acts that decide it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GroupDecision, GroupSummary, GroupView, MergePlanView, MergeRequest } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import type { Reply } from '../../src/contract/wire';
import type { Message } from '../../src/i18n/index';
import type { PanelProps } from '../panel';
import { type Act, useAct } from './act';
import { type Reading, useReading } from './reading';
import { type Decided, decisionOf, type Picks } from './review';

/** Milliseconds a choice stands before it is asked what it loses. */
const SETTLED = 400;

type Verdict = 'different' | 'later';

export interface GroupReview {
  readonly reading: Reading<GroupView>;
  readonly decision: GroupDecision | null;
  readonly picks: Picks;
  pick(key: string, id: string): void;
  setMaster(id: string): void;
  /** Ids of records taken out. */
  readonly out: readonly string[];
  takeOut(id: string): void;
  putBack(): void;
  /** What the choices made differ in from what is proposed; null: nothing was chosen, or not counted yet. */
  readonly plan: MergePlanView | null;
  readonly counting: boolean;
  /** What stands against the merge as it is chosen. */
  readonly obstacle: Message | null;
  readonly merge: Act<[GroupDecision], Decided>;
  readonly settle: Act<[Verdict], Decided>;
  readonly progress: { readonly done: number; readonly of: number } | null;
}

/**
 * @param decide told when the group is dealt with
 * @param request the merge of it that somebody asked for: the card opens as he left it
 */
export function useGroup(
  { server, locale, changes }: Pick<PanelProps, 'server' | 'locale' | 'changes'>,
  group: GroupSummary,
  decide: (decided: Decided) => void,
  request: MergeRequest | null,
): GroupReview {
  const all = group.id.split('+');
  const [out, setOut] = useState<readonly string[]>([]);
  const [picks, setPicks] = useState<Picks>(request?.fields ?? {});
  const [progress, setProgress] = useState<GroupReview['progress']>(null);
  const asked = useRef<{ ids: readonly string[]; master: string | null }>({
    ids: all,
    master: request?.master ?? null,
  });
  const reading = useReading(() => server.duplicateGroup({ ...asked.current, asked: request !== null, locale }), true, changes);
  const view = reading.value;
  const ask = (ids: readonly string[], master: string | null) => {
    asked.current = { ids, master };
    void reading.reload();
  };
  const decision = view === null ? null : decisionOf(view, picks);
  const chosen = decision !== null && Object.keys(decision.fields).length > 0;
  // Which owner stays is known from here on, before the plan says so.
  const met = view?.obstacle?.code === 'duplicates.owners' && decision !== null && 'owner' in decision.fields;
  const { plan, counting } = usePlan({ server, locale, changes }, chosen ? decision : null);

  const settle = useAct(
    async (verdict: Verdict) =>
      valueOr(await server.settleGroup({ ids: all, verdict }), (): Decided => ({ as: verdict, ids: all })),
    decide,
  );
  const merge = useAct(async (chose: GroupDecision): Promise<Reply<Decided>> => {
    setProgress(null);
    const merged = await finishAct(server, await server.mergeGroup({ ...chose, request: request?.id }), setProgress);
    // What was taken out is remembered as another customer than the one that stayed.
    if (merged.ok) for (const id of out) await server.settleGroup({ ids: [chose.master, id], verdict: 'different' });
    return valueOr(merged, (result): Decided => ({ as: 'merged', master: chose.master, result }));
  }, decide);

  return {
    reading,
    decision,
    picks,
    pick: (key, id) => setPicks({ ...picks, [key]: id }),
    setMaster: (id) => ask(asked.current.ids, id),
    out,
    takeOut(id) {
      setOut([...out, id]);
      const { ids, master } = asked.current;
      ask(
        ids.filter((each) => each !== id),
        master === id ? null : master,
      );
    },
    putBack() {
      setOut([]);
      ask(all, asked.current.master);
    },
    plan,
    counting,
    obstacle: plan === null ? (met ? null : (view?.obstacle ?? null)) : (plan.leftOut[0]?.reason ?? null),
    merge,
    settle,
    progress,
  };
}

/** A dry run of what was chosen, once the choosing has come to rest. */
function usePlan({ server, locale, changes }: Pick<PanelProps, 'server' | 'locale' | 'changes'>, decision: GroupDecision | null) {
  const wanted = decision === null ? '' : JSON.stringify(decision);
  const [planned, setPlanned] = useState('');
  const reading = useReading(() => server.planDecision({ ...(JSON.parse(wanted) as GroupDecision), locale }), false, changes);
  useEffect(() => {
    if (wanted === '') return undefined;
    const timer = setTimeout(() => void reading.reload().then(() => setPlanned(wanted)), SETTLED);
    return () => clearTimeout(timer);
  }, [wanted]);
  const known = wanted !== '' && planned === wanted && reading.failure === null;
  return { plan: known ? reading.value : null, counting: wanted !== '' && planned !== wanted };
}

function valueOr<A, B>(reply: Reply<A>, turn: (value: A) => B): Reply<B> {
  return reply.ok ? { ok: true, value: turn(reply.value) } : reply;
}
