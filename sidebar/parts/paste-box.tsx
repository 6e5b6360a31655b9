// A pasted card or signature on its way into a form: which words go where, to be changed, and none lost that found no place.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldView, FormValues, FormView, PastedPiece } from '../../src/contract/customer-api';
import type { Reply } from '../../src/contract/wire';
import { NOTES } from '../../src/template/notes';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { dropDraft, keepDraft, readDraft } from '../state/drafts';
import type { Form, FormSource } from '../state/form';
import { FailureNote } from './failure-note';
import { Working } from './working';

export interface PasteBoxProps {
  readonly t: Say;
  readonly locale: Locale;
  /** Unique on the page. */
  readonly id: string;
  readonly source: FormSource;
  readonly view: FormView;
  readonly form: Form;
  /** All of it is in the form. */
  done(): void;
  /** What of it is not in the form, whenever that changes; empty: nothing. */
  left(words: string): void;
}

/** A customer was saved, or somebody has said what becomes of the words: what his card said is history. */
export function forgetPasted(source: FormSource): void {
  dropDraft(draftKeyOf(source));
}

function draftKeyOf({ key }: FormSource): string {
  return `${key}:pasted`;
}

/** The field of notes, and what it would hold with further words; null where it may not be written. */
export function notesWith({ steps }: FormView, values: FormValues, words: string): { field: FieldView; value: string } | null {
  const field = fieldsOf(steps).find(({ key }) => key === NOTES);
  if (field === undefined) return null;
  const filled = values[NOTES] ?? '';
  return { field, value: valueFor(field, [{ key: NOTES, value: words, words }], filled, false) ?? filled };
}

function fieldsOf(steps: FormView['steps']): FieldView[] {
  return steps.flatMap((step) => step.fields).filter(({ closed }) => closed === null);
}

export function PasteBox({ t, locale, id, source, view, form, done, left }: PasteBoxProps) {
  const draftKey = draftKeyOf(source);
  const [text, setText] = useState(() => readDraft(draftKey)?.reason ?? '');
  const [open, setOpen] = useState(text !== '');
  const [pieces, setPieces] = useState<readonly PastedPiece[]>([]);
  /** Keys of filled fields that are to take what was pasted instead. */
  const [replaced, setReplaced] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(0);
  // A ref beside the state: an answer must see what stands in the box by then.
  const now = useRef(text);
  const act = useAct(async (of: string): Promise<Reply<readonly PastedPiece[]>> => {
    const reply = (await source.extract?.(of)) ?? { ok: true, value: [] };
    return reply.ok && now.current !== of ? { ok: true, value: [] } : reply;
  }, setPieces);

  const set = (next: string) => {
    now.current = next;
    setText(next);
    keepDraft(draftKey, { base: {}, values: {}, reason: next, token: '' });
  };
  const type = (next: string) => {
    set(next);
    // What was found in another text no longer holds.
    setPieces([]);
    setReplaced([]);
    setTaken(0);
    act.clear();
  };
  const read = (of: string) => {
    if (of.trim() !== '') void act.run(of);
  };
  const fields = fieldsOf(view.steps);
  const notes = fields.find(({ key }) => key === NOTES);
  const values = form.filling?.draft.values ?? {};
  const isLeft = ({ key, words }: PastedPiece) => key === null && words !== '';
  const rest = pieces.filter(isLeft);
  const placed = pieces.filter(({ key }) => key !== null);

  const unplaced = pieces.length === 0 ? text.trim() : pieces.flatMap(({ words }) => (words === '' ? [] : [words])).join('\n');
  useEffect(() => left(unplaced), [unplaced]);

  /** Puts pieces into the form. @returns keys of the fields that took them */
  const enter = (given: readonly PastedPiece[]) => {
    const entered = fields.flatMap((field) => {
      const value = valueFor(field, given, values[field.key] ?? '', replaced.includes(field.key));
      return value === null ? [] : [[field.key, value] as const];
    });
    form.enter(Object.fromEntries(entered));
    setTaken(taken + entered.length);
    return entered.map(([key]) => key);
  };
  const keep = (others: readonly PastedPiece[]) => {
    setPieces(others);
    if (others.length > 0) {
      // What is in the form is not left in the box as well: it would come back with the draft.
      set(
        others
          .map(({ words }) => words)
          .filter((words) => words !== '')
          .join('\n'),
      );
      return;
    }
    set('');
    setOpen(false);
    done();
  };
  const take = () => {
    const keys = enter(placed);
    keep([...rest, ...placed.filter(({ key }) => key !== null && !keys.includes(key))]);
  };
  const takeNotes = () => {
    enter(rest.map((piece) => ({ ...piece, key: NOTES })));
    keep(placed);
  };

  return (
    <details class="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('paste.title')}</summary>
      <div class="stack">
        <textarea
          aria-label={t('paste.title')}
          rows={4}
          value={text}
          onInput={(event) => {
            type(event.currentTarget.value);
            if (event.inputType === 'insertFromPaste') read(event.currentTarget.value);
          }}
        />
        <p role="status" class="hint">
          {taken > 0
            ? t('paste.taken', { count: taken })
            : pieces.length > 0
              ? t('paste.found', { count: placed.length, rest: rest.length })
              : ''}
        </p>
        {act.view.state === 'busy' && <Working t={t} locale={locale} what={t('paste.read')} since={act.view.since} />}
        {act.view.state === 'error' && (
          <FailureNote t={t} title={t('paste.failed')} failure={act.view.failure} retry={() => read(text)} />
        )}
        {pieces.length === 0 ? (
          <button type="button" aria-disabled={text.trim() === '' || act.busy} onClick={() => read(text)}>
            {t('paste.read')}
          </button>
        ) : (
          <>
            <ul>
              {pieces.map((piece, at) => (
                <PieceRow
                  key={at}
                  t={t}
                  id={`${id}-${at}`}
                  piece={piece}
                  fields={fields}
                  filled={values[piece.key ?? ''] ?? ''}
                  replaced={replaced.includes(piece.key ?? '')}
                  put={(key) => setPieces(pieces.map((each) => (each === piece ? { ...each, key } : each)))}
                  replace={(key, on) => setReplaced(on ? [...replaced, key] : replaced.filter((each) => each !== key))}
                />
              ))}
            </ul>
            <div class="row">
              <button type="button" aria-disabled={placed.length === 0} onClick={() => placed.length > 0 && take()}>
                {t('paste.take')}
              </button>
              {rest.length > 0 && notes !== undefined && (
                <button type="button" class="plain" onClick={takeNotes}>
                  {t('paste.notes', { field: notes.label })}
                </button>
              )}
            </div>
          </>
        )}
      </div>
    </details>
  );
}

interface PieceRowProps {
  readonly t: Say;
  readonly id: string;
  readonly piece: PastedPiece;
  readonly fields: readonly FieldView[];
  /** What its field holds already. */
  readonly filled: string;
  readonly replaced: boolean;
  put(key: string | null): void;
  replace(key: string, on: boolean): void;
}

function PieceRow({ t, id, piece, fields, filled, replaced, put, replace }: PieceRowProps) {
  const { key, value, words } = piece;
  const field = fields.find((one) => one.key === key);
  const isHeld = filled.trim() !== '' && filled !== value && field?.input !== 'text';
  return (
    <li class="item piece">
      <p class={key === null ? 'today' : undefined}>{value}</p>
      {words !== '' && !words.includes(value) && <p class="hint">{words}</p>}
      <select
        id={id}
        aria-label={t('paste.into', { words: value })}
        value={key ?? ''}
        onChange={(event) => put(event.currentTarget.value || null)}
      >
        <option value="">{t('paste.nowhere')}</option>
        {fields.map((one) => (
          <option key={one.key} value={one.key}>
            {one.label}
          </option>
        ))}
      </select>
      {isHeld && key !== null && (
        <label class="tick">
          <input type="checkbox" checked={replaced} onChange={(event) => replace(key, event.currentTarget.checked)} />
          {t('paste.replace', { value: filled })}
        </label>
      )}
    </li>
  );
}

/** What a field holds once its pieces are in it; null where it stays as it is. */
function valueFor({ key, input }: FieldView, pieces: readonly PastedPiece[], filled: string, replaced: boolean): string | null {
  const own = pieces.filter((piece) => piece.key === key).map(({ value }) => value);
  if (own.length === 0) return null;
  const isLong = input === 'text';
  const pasted = own.join(isLong ? '\n' : '; ');
  if (filled.trim() === '' || replaced || filled === pasted) return pasted;
  // What is written already is never written over unasked; notes are added to.
  return isLong ? `${filled}\n${pasted}` : null;
}
