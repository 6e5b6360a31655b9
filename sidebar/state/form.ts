// A form being filled in: what is typed, what is said about it, and how it is saved without losing a word.
import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  CheckView,
  FieldNote,
  FieldView,
  FormValues,
  FormView,
  PastedPiece,
  SaveOutcome,
  Suggestion,
} from '../../src/contract/customer-api';
import type { Failure, Reply } from '../../src/contract/wire';
import type { Locale } from '../../src/template/types';
import { useAct } from './act';
import { type Draft, dropDraft, keepDraft, newToken, readDraft } from './drafts';
import { afterAnswer, afterRefusal, afterTyping, type Judged, NOTHING_JUDGED } from './judged';

export type Saved = Extract<SaveOutcome, { outcome: 'saved' }>;
export type Conflict = Extract<SaveOutcome, { outcome: 'conflict' }>;
/** What becomes of a field that somebody else changed meanwhile, by its key. */
export type Decisions = { readonly [key: string]: 'theirs' | 'mine' };

/** Where a form comes from and goes to. */
export interface FormSource {
  /** What its draft is kept under. */
  readonly key: string;
  read(): Promise<Reply<FormView>>;
  /** Absent: judged on saving only. */
  check?(values: FormValues, touched: readonly string[]): Promise<Reply<CheckView>>;
  /** Absent: it is not filled from a pasted text. */
  extract?(text: string): Promise<Reply<readonly PastedPiece[]>>;
  /** @param told ids of those like it that were shown beside the reason */
  save(draft: Draft, told: readonly string[]): Promise<Reply<SaveOutcome>>;
}

interface Filling {
  readonly draft: Draft;
  readonly judged: Judged;
  readonly conflict: Conflict | null;
}

export interface FormOptions {
  readonly source: FormSource;
  readonly locale: Locale;
  /** Values a new form begins with besides its defaults. */
  readonly given: FormValues;
  saved(outcome: Saved): void;
  /** Saving was refused because of this field. */
  refused(key: string): void;
}

export function useForm({ source, locale, given, saved, refused }: FormOptions) {
  const [view, setView] = useState<FormView | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  const [restored, setRestored] = useState(false);
  const [unchecked, setUnchecked] = useState(false);
  const [, redraw] = useState(0);
  // A ref and not a state: answers that arrive late must see what is typed by then, not what was drawn when they were asked for.
  const now = useRef<Filling | null>(null);
  const questions = useRef(0);
  /** By field, the value last asked about: one that was not touched since is not asked about again. */
  const asked = useRef<{ [key: string]: string }>({});

  const put = (part: Partial<Filling>) => {
    if (now.current === null) return;
    now.current = { ...now.current, ...part };
    if (part.draft !== undefined) keepDraft(source.key, part.draft);
    redraw((count) => count + 1);
  };
  const begin = (of: FormView, draft: Draft) => {
    asked.current = { ...of.values };
    now.current = { draft: { ...draft, values: { ...of.values, ...draft.values } }, judged: NOTHING_JUDGED, conflict: null };
  };
  const read = async () => {
    setUnread(null);
    const reply = await source.read();
    if (!reply.ok) {
      setUnread(reply);
      return;
    }
    // Read once more for its labels, in another language: what was typed stands.
    if (now.current === null) {
      const kept = readDraft(source.key);
      setRestored(kept !== null);
      begin(reply.value, kept ?? fresh(reply.value, given));
    }
    setView(reply.value);
  };
  useEffect(() => void read(), [locale]);

  const check = async (keys: readonly string[]) => {
    const values = now.current?.draft.values ?? {};
    const touched = keys.filter((key) => asked.current[key] !== values[key]);
    if (source.check === undefined || touched.length === 0) return;
    for (const key of touched) asked.current[key] = values[key] ?? '';
    questions.current += 1;
    const number = questions.current;
    const reply = await source.check(values, touched);
    setUnchecked(!reply.ok);
    if (!reply.ok) {
      // Asked again on the next leaving; saving checks everything anyway.
      for (const key of touched) delete asked.current[key];
    } else if (now.current !== null) {
      put({ judged: afterAnswer(now.current.judged, { number, touched, values }, reply.value, now.current.draft.values) });
    }
  };

  const set = (key: string, value: string) => {
    if (now.current === null) return;
    const { draft, judged } = now.current;
    put({ draft: { ...draft, values: { ...draft.values, [key]: value } }, judged: afterTyping(judged, key) });
  };
  const refuse = (judged: Judged, notes: readonly FieldNote[], matches: Judged['matches'] = judged.matches) => {
    put({ judged: afterRefusal(judged, notes, matches) });
    const key = notes[0]?.key ?? matches[0]?.same[0];
    if (key !== undefined) refused(key);
  };

  const save = useAct(
    ({ draft, judged }: Filling) =>
      source.save(
        { ...draft, reason: draft.reason.trim() },
        judged.matches.map(({ id }) => id),
      ),
    (outcome) => {
      const judged = now.current?.judged ?? NOTHING_JUDGED;
      if (outcome.outcome === 'conflict') put({ conflict: outcome });
      else if (outcome.outcome === 'invalid') refuse(judged, outcome.notes);
      else if (outcome.outcome === 'duplicate') refuse(judged, [], outcome.matches);
      else {
        dropDraft(source.key);
        saved(outcome);
      }
    },
  );
  const send = () => {
    if (now.current !== null) void save.run(now.current);
  };

  return {
    view,
    unread,
    read,
    filling: now.current,
    restored,
    /** The last live check got no answer. */
    unchecked,
    save,
    send,
    set,
    /** A field was left: it is checked, and those that depend on it. */
    leave(key: string) {
      const values = now.current?.draft.values ?? {};
      const fields = view?.steps.flatMap((step) => step.fields) ?? [];
      const dependent = fields.filter(({ key: other, within }) => within === key && (values[other] ?? '') !== '');
      if (asked.current[key] !== values[key]) for (const { key: other } of dependent) delete asked.current[other];
      void check([key, ...dependent.map(({ key: other }) => other)]);
    },
    accept({ key, value }: Pick<Suggestion, 'key' | 'value'>) {
      set(key, value);
      void check([key]);
    },
    /** Several fields at once: one question judges them all. */
    enter(values: FormValues) {
      for (const [key, value] of Object.entries(values)) set(key, value);
      void check(Object.keys(values));
    },
    setReason(reason: string) {
      if (now.current !== null) put({ draft: { ...now.current.draft, reason } });
    },
    /** Saves, or says by `refused` what is missing. */
    submit() {
      if (now.current === null || view === null) return;
      const { judged, draft } = now.current;
      const missing = missingIn(view, draft.values);
      // Nothing else is judged here: what was said of a field may be mended in another, and the server looks at all of them.
      if (missing.length > 0) refuse(judged, missing);
      else send();
    },
    /** Takes a decision for each field in conflict and saves again, now against what stands there. */
    settle(decisions: Decisions) {
      if (now.current?.conflict == null) return;
      const { conflict, draft } = now.current;
      const base = { ...draft.base };
      const values = { ...draft.values };
      for (const { key, theirs } of conflict.fields) {
        base[key] = theirs;
        if (decisions[key] === 'theirs') values[key] = theirs;
      }
      put({ draft: { ...draft, base, values }, conflict: null });
      send();
    },
    /** Back to the form, everything in it as typed. */
    putOff() {
      put({ conflict: null });
    },
    /** Throws away what was typed. */
    discard() {
      dropDraft(source.key);
      if (view !== null) begin(view, fresh(view, {}));
      setRestored(false);
      put({});
    },
  };
}

export type Form = ReturnType<typeof useForm>;

function fresh(view: FormView, given: FormValues): Draft {
  return { base: view.values, values: { ...view.values, ...given }, reason: '', token: newToken() };
}

/** What a form needs before it is worth sending: required fields, and one field of each group. */
function missingIn({ steps, oneOf }: FormView, values: FormValues): FieldNote[] {
  const fields = steps.flatMap((step) => step.fields);
  const blank = ({ key }: FieldView) => (values[key] ?? '').trim() === '';
  const note = (of: readonly FieldView[], code: 'form.missing' | 'form.oneOf'): FieldNote => ({
    key: of[0]?.key ?? '',
    state: 'problem',
    message: { code, args: { field: of.map(({ label }) => label).join(' / ') } },
    suggestion: null,
  });
  const required = fields.filter((field) => field.required && field.closed === null && blank(field));
  const groups = oneOf.map((keys) => fields.filter(({ key }) => keys.includes(key)));
  return [
    ...required.map((field) => note([field], 'form.missing')),
    ...groups.filter((group) => group.length > 0 && group.every(blank)).map((group) => note(group, 'form.oneOf')),
  ];
}
