// A customer's form being filled in: what is typed, what is said about it, and how it is saved without losing a word.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldNote, FormView, SaveOutcome, Suggestion } from '../../src/contract/customer-api';
import type { Server } from '../../src/contract/server-api';
import type { Failure } from '../../src/contract/wire';
import type { Locale } from '../../src/template/types';
import { useAct } from './act';
import { changedKeys, type Draft, dropDraft, keepDraft, newToken, readDraft } from './drafts';
import { afterAnswer, afterRefusal, afterTyping, type Judged, NOTHING_JUDGED } from './judged';

type Saved = Extract<SaveOutcome, { outcome: 'saved' }>;
export type Conflict = Extract<SaveOutcome, { outcome: 'conflict' }>;
/** What becomes of a field that somebody else changed meanwhile, by its key. */
export type Decisions = { readonly [key: string]: 'theirs' | 'mine' };

interface Filling {
  readonly draft: Draft;
  readonly judged: Judged;
  readonly conflict: Conflict | null;
}

export interface FormOptions {
  readonly server: Server;
  readonly locale: Locale;
  readonly id: string | null;
  /** What the draft is kept under. */
  readonly draftKey: string;
  /** Values a new form begins with besides its defaults. */
  readonly given: { readonly [key: string]: string };
  saved(outcome: Saved): void;
  /** Saving was refused because of these fields, in the order of the form. */
  refused(keys: readonly string[]): void;
}

export function useForm(options: FormOptions) {
  const { server, locale, id, draftKey } = options;
  const [view, setView] = useState<FormView | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  const [restored, setRestored] = useState(false);
  const [unchecked, setUnchecked] = useState(false);
  const [, redraw] = useState(0);
  // A ref and not a state: answers that arrive late must see what is typed by then, not what was drawn when they were asked for.
  const now = useRef<Filling | null>(null);
  const questions = useRef(0);
  const lastAsked = useRef<{ [key: string]: string }>({});

  const put = (next: Filling) => {
    if (next.draft !== now.current?.draft) {
      if (isTouched(next.draft)) keepDraft(draftKey, next.draft);
      else dropDraft(draftKey);
    }
    now.current = next;
    redraw((count) => count + 1);
  };
  const begin = (of: FormView, draft: Draft) => {
    lastAsked.current = { ...of.values };
    put({ draft: { ...draft, values: { ...of.values, ...draft.values } }, judged: NOTHING_JUDGED, conflict: null });
  };
  const read = async () => {
    setUnread(null);
    const reply = await server.customerForm({ id, locale });
    if (!reply.ok) {
      setUnread(reply);
      return;
    }
    setView(reply.value);
    // Read again, for its labels: what was typed stands.
    if (now.current !== null) return;
    const kept = readDraft(draftKey);
    setRestored(kept !== null && isTouched(kept));
    begin(reply.value, kept ?? fresh(reply.value, options.given));
  };
  useEffect(() => void read(), [locale]);

  const check = async (keys: readonly string[]) => {
    const asked = now.current;
    if (asked === null) return;
    const { values } = asked.draft;
    const touched = keys.filter((key) => lastAsked.current[key] !== values[key]);
    if (touched.length === 0) return;
    for (const key of touched) lastAsked.current[key] = values[key] ?? '';
    questions.current += 1;
    const number = questions.current;
    const reply = await server.checkCustomer({ id, values, touched, locale });
    setUnchecked(!reply.ok);
    if (!reply.ok) {
      // Asked again on the next leaving; saving checks everything anyway.
      for (const key of touched) delete lastAsked.current[key];
      return;
    }
    const by = now.current;
    if (by === null) return;
    const judged = afterAnswer(by.judged, { number, touched, values }, reply.value, by.draft.values);
    put({ ...by, judged });
  };

  const set = (key: string, value: string) => {
    const at = now.current;
    if (at === null) return;
    const draft = { ...at.draft, values: { ...at.draft.values, [key]: value } };
    put({ ...at, draft, judged: afterTyping(at.judged, key) });
  };

  const save = useAct(
    async () => {
      const { base, values, reason, token } = (now.current as Filling).draft;
      return server.saveCustomer({ id, base, values, reason: reason.trim(), token, locale });
    },
    (outcome) => {
      const at = now.current as Filling;
      if (outcome.outcome === 'saved') {
        dropDraft(draftKey);
        options.saved(outcome);
        return;
      }
      if (outcome.outcome === 'conflict') {
        put({ ...at, conflict: outcome });
        return;
      }
      const notes = outcome.outcome === 'invalid' ? outcome.notes : [];
      const matches = outcome.outcome === 'duplicate' ? outcome.matches : null;
      put({ ...at, judged: afterRefusal(at.judged, notes, matches) });
      options.refused([...notes.map(({ key }) => key), ...(matches ?? []).flatMap(({ same }) => same)]);
    },
  );

  return {
    view,
    unread,
    read,
    filling: now.current,
    restored,
    /** The last live check got no answer. */
    unchecked,
    save,
    set,
    /** A field was left: it and those that depend on it are checked. */
    leave(key: string) {
      const dependent = (view?.steps ?? []).flatMap(({ fields }) => fields).filter(({ within }) => within === key);
      const filled = dependent.filter((field) => (now.current?.draft.values[field.key] ?? '') !== '');
      if (lastAsked.current[key] !== now.current?.draft.values[key])
        for (const field of filled) delete lastAsked.current[field.key];
      void check([key, ...filled.map((field) => field.key)]);
    },
    accept({ key, value }: Pick<Suggestion, 'key' | 'value'>) {
      set(key, value);
      void check([key]);
    },
    setReason(reason: string) {
      if (now.current !== null) put({ ...now.current, draft: { ...now.current.draft, reason } });
    },
    /** Saves, or says by `refused` what is missing. */
    submit() {
      const at = now.current;
      if (at === null || view === null || save.busy) return;
      const missing = missingIn(view, at.draft.values);
      const bad = Object.values(at.judged.notes).filter(({ state }) => state === 'problem');
      if (missing.length + bad.length > 0) {
        put({ ...at, judged: afterRefusal(at.judged, missing, null) });
        options.refused([...missing, ...bad].map(({ key }) => key));
        return;
      }
      void save.run();
    },
    /** Takes a decision for each field in conflict and saves again, now against what stands there. */
    settle(decisions: Decisions) {
      const at = now.current;
      if (at?.conflict == null) return;
      const base = { ...at.draft.base };
      const values = { ...at.draft.values };
      for (const { key, theirs } of at.conflict.fields) {
        base[key] = theirs;
        if (decisions[key] === 'theirs') values[key] = theirs;
      }
      put({ ...at, draft: { ...at.draft, base, values }, conflict: null });
      void save.run();
    },
    /** Back to the form, everything in it as typed. */
    putOff() {
      if (now.current !== null) put({ ...now.current, conflict: null });
    },
    /** Throws away what was typed. */
    discard() {
      setRestored(false);
      dropDraft(draftKey);
      if (view !== null) begin(view, fresh(view, {}));
    },
  };
}

export type Form = ReturnType<typeof useForm>;

function fresh(view: FormView, given: { readonly [key: string]: string }): Draft {
  return { base: view.values, values: { ...view.values, ...given }, reason: '', token: newToken() };
}

function isTouched(draft: Draft): boolean {
  return draft.reason !== '' || changedKeys(draft).length > 0;
}

/** What a form needs before it is worth sending: required fields, and one field of each group. */
function missingIn({ steps, oneOf }: FormView, values: Draft['values']): FieldNote[] {
  const fields = steps.flatMap((step) => step.fields);
  const blank = (key: string) => (values[key] ?? '').trim() === '';
  const note = (key: string, code: 'form.missing' | 'form.oneOf', field: string): FieldNote => ({
    key,
    state: 'problem',
    message: { code, args: { field } },
    suggestion: null,
  });
  const required = fields.filter(({ key, required: needed, closed }) => needed && closed === null && blank(key));
  const groups = oneOf
    .map((keys) => fields.filter(({ key }) => keys.includes(key)))
    .filter((group) => group.length > 0 && group.every(({ key }) => blank(key)));
  return [
    ...required.map(({ key, label }) => note(key, 'form.missing', label)),
    ...groups.map((group) => note(group[0]?.key ?? '', 'form.oneOf', group.map(({ label }) => label).join(' / '))),
  ];
}
