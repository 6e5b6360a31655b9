// Import: a file is read, its columns placed, all of it checked, and only then written; what was set aside is shown with its reason.
import { useRef, useState } from 'preact/hooks';
import type {
  ColumnTarget,
  Delimiter,
  ImportMatches,
  ImportPreview,
  ImportResult,
  KnownChoice,
} from '../../src/contract/import-api';
import { checkFile, commitFile, previewFile, stageFile, type UploadProgress } from '../../src/contract/upload';
import type { Failure, Reply } from '../../src/contract/wire';
import { decode, type Encoding, encodings } from '../../src/encoding/index';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { Working } from '../parts/working';
import { size } from '../show';
import { type Act, useAct } from '../state/act';
import type { InnerProps } from './data';
import { Columns, doubled } from './import-columns';
import { Known } from './import-known';
import { Imported } from './import-result';

/** A file as it was opened: everything later is done with this text. */
export interface OpenFile {
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** False: another encoding may be the right one. */
  readonly confident: boolean;
  readonly bytes: number;
  readonly delimiter: Delimiter;
  readonly dataLine: number;
  readonly records: number;
  readonly targets: ImportPreview['targets'];
}

/** A file that was read whole, went up, and was looked through for known customers. */
interface Checked {
  readonly rows: number;
  readonly batch: string;
  readonly matches: ImportMatches;
}

const STEPS = [1, 2, 3, 4] as const;

export function Import(props: InnerProps) {
  const { server, t, locale, changed, back } = props;
  const [picked, setPicked] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding | undefined>(undefined);
  const [columns, setColumns] = useState<readonly ColumnTarget[]>([]);
  const [acceptOwners, setAcceptOwners] = useState(true);
  const [known, setKnown] = useState<KnownChoice>('fill');
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const stop = useRef(false);
  const watch = (now: UploadProgress) => {
    setProgress(now);
    return !stop.current;
  };

  const open = useAct(async (from: File, as: Encoding | undefined): Promise<Reply<OpenFile>> => {
    const bytes = new Uint8Array(await from.arrayBuffer());
    const decoded = decode(bytes, { fileName: from.name, ...(as && { encoding: as }) });
    if (!decoded.ok) return { ok: false, code: decoded.reason.code, args: decoded.reason.args ?? {} };
    const { text, encoding: found, confident } = decoded;
    const preview = await previewFile(server, from.name, text);
    if (!preview.ok) return preview;
    setColumns(preview.value.columns);
    const { delimiter, dataLine, records: seen, targets } = preview.value;
    const read = { name: from.name, text, encoding: found, confident, bytes: bytes.length };
    return { ok: true, value: { ...read, delimiter, dataLine, records: seen, targets } };
  });
  const matchesOf = (batch: string, choice: KnownChoice, page: number) =>
    server.importMatches({ batch, acceptOwners, known: choice, page });
  const check = useAct(async (from: OpenFile): Promise<Reply<Checked>> => {
    stop.current = false;
    setProgress(null);
    const counted = await checkFile(server, from, watch);
    if (!counted.ok) return counted;
    const { records, rows } = counted.value;
    const staged = await stageFile(server, { ...from, fileName: from.name, columns, records }, watch);
    if (!staged.ok) return staged;
    const matches = await matchesOf(staged.value, known, 0);
    return matches.ok ? { ok: true, value: { rows, batch: staged.value, matches: matches.value } } : matches;
  });
  const commit = useAct((batch: string): Promise<Reply<ImportResult>> => {
    setProgress(null);
    return commitFile(server, batch, { acceptOwners, known }, watch);
  }, changed);

  const file = open.view.state === 'done' ? open.view.value : null;
  const checked = check.view.state === 'done' ? check.view.value : null;
  const result = commit.view.state === 'done' ? commit.view.value : null;
  const step = result !== null || commit.busy ? 4 : checked !== null || check.busy ? 3 : file !== null ? 2 : 1;
  const again = () => {
    open.clear();
    check.clear();
    commit.clear();
  };
  const pick = (from: File | undefined) => {
    again();
    setEncoding(undefined);
    setPicked(from ?? null);
    if (from !== undefined) void open.run(from, undefined);
    // An emptied field takes the same file again.
    else if (field.current !== null) field.current.value = '';
  };
  const reread = (next: Encoding | undefined) => {
    again();
    setEncoding(next);
    if (picked !== null) void open.run(picked, next);
  };
  const clash = doubled(columns);
  const fileLine =
    file === null
      ? ''
      : t('importPanel.file', { name: file.name, encoding: file.encoding.toUpperCase(), size: size(file.bytes, locale) });

  return (
    <PanelFrame t={t} title={t('data.import')} back={back} foot={footOf()} status={statusOf()}>
      <ol class="steps" aria-label={t('importPanel.steps', { step })}>
        {STEPS.map((n) => (
          <li key={n} class={n < step ? 'past' : undefined} aria-current={n === step ? 'step' : undefined}>
            {n} {t(`importPanel.step${n}`)}
          </li>
        ))}
      </ol>
      {/* Hidden, not taken away: the field forgets its file otherwise. */}
      <div class="field" hidden={step > 2}>
        <label for="import-file">{t('importPanel.choose')}</label>
        <input
          id="import-file"
          ref={field}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-describedby="import-file-hint"
          onChange={(event) => pick(event.currentTarget.files?.[0])}
        />
        <p id="import-file-hint" class="hint">
          {t('importPanel.chooseHint')}
        </p>
      </div>
      {picked !== null && step <= 2 && (
        <div class="field">
          <label for="import-encoding">{t('importPanel.encoding')}</label>
          <select
            id="import-encoding"
            value={encoding ?? ''}
            aria-describedby="import-encoding-hint"
            onChange={(event) => reread(encodings.find((each) => each === event.currentTarget.value))}
          >
            <option value="">{t('importPanel.encodingAuto')}</option>
            {encodings.map((each) => (
              <option key={each} value={each}>
                {each.toUpperCase()}
              </option>
            ))}
          </select>
          {file !== null && !file.confident && (
            <p id="import-encoding-hint" class="hint bad">
              {t('importPanel.encodingUnsure')}
            </p>
          )}
        </div>
      )}
      {file !== null && <p class="sub">{fileLine}</p>}
      {open.view.state === 'busy' && <Working t={t} locale={locale} what={t('importPanel.reading')} since={open.view.since} />}
      <Failed t={t} act={open} title={t('importPanel.notRead')} />
      <Failed t={t} act={check} title={t('importPanel.notChecked')} />
      <Failed t={t} act={commit} title={t('importPanel.failed')} />
      {file !== null && checked === null && !check.busy && (
        <Columns t={t} locale={locale} columns={columns} targets={file.targets} clash={clash} change={setColumns} />
      )}
      {check.view.state === 'busy' && (
        <Working
          t={t}
          locale={locale}
          what={t(progress?.step === 'stage' ? 'importPanel.staging' : 'importPanel.checking')}
          since={check.view.since}
          done={progress?.done}
          of={progress?.of}
        >
          <Note kind="info">{t('importPanel.checkOnly')}</Note>
        </Working>
      )}
      {checked !== null && result === null && !commit.busy && (
        <>
          <Note kind="good" title={t('importPanel.checked', { count: checked.rows })}>
            <p>{t('importPanel.checkedHow')}</p>
          </Note>
          <Known
            {...props}
            matches={checked.matches}
            choice={known}
            pick={setKnown}
            read={(choice, page) => matchesOf(checked.batch, choice, page)}
          />
          <label class="tick">
            <input type="checkbox" checked={acceptOwners} onChange={(event) => setAcceptOwners(event.currentTarget.checked)} />
            <span>
              {t('importPanel.acceptOwners')}
              <span class="hint"> {t('importPanel.acceptOwnersHint')}</span>
            </span>
          </label>
        </>
      )}
      {commit.view.state === 'busy' && (
        <Working
          t={t}
          locale={locale}
          what={t('importPanel.committing')}
          since={commit.view.since}
          done={progress?.done}
          of={progress?.of}
        >
          <Note kind="info">{t('importPanel.committingNote')}</Note>
        </Working>
      )}
      {result !== null && <Imported {...props} result={result} />}
    </PanelFrame>
  );

  function footOf() {
    const cancel = (
      <button
        type="button"
        onClick={() => {
          stop.current = true;
        }}
      >
        {t('act.cancel')}
      </button>
    );
    if (check.busy) return cancel;
    if (commit.busy) return undefined;
    if (result !== null) {
      return (
        <button type="button" class="push" onClick={() => pick(undefined)}>
          <Icon name="upload" />
          {t('importPanel.next')}
        </button>
      );
    }
    if (file === null) return undefined;
    if (checked === null) {
      return (
        <button
          type="button"
          class="action block"
          aria-disabled={clash !== null}
          onClick={() => clash === null && void check.run(file)}
        >
          {t('importPanel.check')}
        </button>
      );
    }
    return (
      <>
        <button type="button" class="plain push" onClick={check.clear}>
          {t('importPanel.backToColumns')}
        </button>
        <button type="button" class="action" onClick={() => void commit.run(checked.batch)}>
          {t('importPanel.go', { count: checked.rows })}
        </button>
      </>
    );
  }

  function statusOf(): string {
    if (result !== null) return t('importPanel.done', { count: result.created + result.updated });
    if (checked !== null) return t('importPanel.checked', { count: checked.rows });
    return fileLine;
  }
}

/** A cancelled act is no error: it is said quietly and without a retry. */
function Failed<A extends unknown[], T>({ t, act, title }: { t: InnerProps['t']; act: Act<A, T>; title: string }) {
  if (act.view.state !== 'error') return null;
  const failure: Failure = act.view.failure;
  if (failure.code === 'upload.cancelled') return <Note kind="info">{t(failure.code, failure.args)}</Note>;
  return <FailureNote t={t} title={title} failure={failure} retry={() => void act.retry()} />;
}
