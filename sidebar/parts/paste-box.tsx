// A pasted card or signature on its way into a form: which words go where, to be changed, and none lost that found no place.
import { useState } from 'preact/hooks';
import type { FieldView, FormView, PastedPiece } from '../../src/contract/customer-api';
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
}

/** Takes what has no field of its own. */
const NOTES = 'remark';

export function PasteBox({ t, locale, id, source, view, form, done }: PasteBoxProps) {
  const draftKey = `${source.key}:pasted`;
  const [text, setText] = useState(() => readDraft(draftKey)?.reason ?? '');
  const [pieces, setPieces] = useState<readonly PastedPiece[]>([]);
  /** Keys of filled fields that are to take what was pasted instead. */
  const [replaced, setReplaced] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(0);
  const act = useAct(
    async (of: string) => (source.extract === undefined ? { ok: true as const, value: [] } : source.extract(of)),
    setPieces,
  );

  const type = (next: string) => {
    setText(next);
    setTaken(0);
    // What was found in another text no longer holds.
    setPieces([]);
    act.clear();
    keepDraft(draftKey, { base: {}, values: {}, reason: next, token: '' });
  };
  const read = (of: string) => {
    setReplaced([]);
    if (of.trim() !== '') void act.run(of);
  };
  const fields = view.steps.flatMap((step) => step.fields).filter(({ closed }) => closed === null);
  const values = form.filling?.draft.values ?? {};
  const put = (which: (piece: PastedPiece) => boolean, key: string | null) =>
    setPieces(pieces.map((piece) => (which(piece) ? { ...piece, key } : piece)));
  const take = () => {
    const entered = fields.flatMap((field) => {
      const value = valueFor(field, pieces, values[field.key] ?? '', replaced.includes(field.key));
      return value === null ? [] : [[field.key, value] as const];
    });
    const keys = entered.map(([key]) => key);
    const left = pieces.filter(({ key, words }) => (key === null ? words !== '' : !keys.includes(key)));
    form.enter(Object.fromEntries(entered));
    setTaken(keys.length);
    setPieces(left);
    if (left.length > 0) return;
    setText('');
    dropDraft(draftKey);
    done();
  };

  const rest = pieces.filter(({ key, words }) => key === null && words !== '').length;
  const placed = pieces.filter(({ key }) => key !== null).length;
  const notes = fields.find(({ key }) => key === NOTES);
  return (
    <details class="more" open={text !== ''}>
      <summary>{t('paste.title')}</summary>
      <div class="stack">
        <div class="field">
          <label for={id}>{t('paste.label')}</label>
          <textarea
            id={id}
            rows={4}
            value={text}
            onInput={(event) => {
              type(event.currentTarget.value);
              if (event.inputType === 'insertFromPaste') read(event.currentTarget.value);
            }}
          />
        </div>
        <p role="status" class="hint">
          {pieces.length > 0 ? t('paste.found', { count: placed, rest }) : taken > 0 ? t('paste.taken', { count: taken }) : ''}
        </p>
        {act.view.state === 'busy' && <Working t={t} locale={locale} what={t('paste.reading')} since={act.view.since} />}
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
                  put={(key) => put((each) => each === piece, key)}
                  replace={(on) =>
                    setReplaced([
                      ...replaced.filter((key) => key !== piece.key),
                      ...(on && piece.key !== null ? [piece.key] : []),
                    ])
                  }
                />
              ))}
            </ul>
            <div class="row">
              <button type="button" aria-disabled={placed === 0} onClick={() => placed > 0 && take()}>
                {t('paste.take')}
              </button>
              {rest > 0 && notes !== undefined && (
                <button type="button" class="plain" onClick={() => put(({ key, words }) => key === null && words !== '', NOTES)}>
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
  replace(on: boolean): void;
}

function PieceRow({ t, id, piece, fields, filled, replaced, put, replace }: PieceRowProps) {
  const { key, value, words } = piece;
  const field = fields.find((one) => one.key === key);
  const isHeld = filled.trim() !== '' && filled !== value && field?.input !== 'text';
  return (
    <li class="item stack">
      <label for={id} class={key === null ? 'overdue' : undefined}>
        {value}
      </label>
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
      {isHeld && (
        <label class="tick">
          <input type="checkbox" checked={replaced} onChange={(event) => replace(event.currentTarget.checked)} />
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
