// The workbench's page: menus and bar on top, the grid, the real sidebar beside it, the mails below. It holds no model: the server is asked.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrontView, Outcome, StateView } from '../frame-wire';
import type { GridAct, GridAnswer } from '../grid-wire';
import type { PageStart } from '../wire';
import { asked, told } from './asked';
import { type Act, Bar } from './bar';
import { Menus } from './bar-menus';
import { Charts } from './charts';
import { Files, Saved } from './files';
import { Icon } from './icon';
import { Outbox } from './outbox';
import { Grid } from './sheet';
import { locale, speak, t } from './words';
import './style.css';
import './top.css';
import './bar.css';
import './desk.css';
import './outbox.css';

function Page() {
  const [state, setState] = useState<StateView | null>(null);
  const [lost, setLost] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [outbox, setOutbox] = useState<boolean | null>(null);
  const [acts, setActs] = useState(0);
  const [waits, setWaits] = useState<StateView['busy']>(null);
  const sidebar = useSidebar(state);
  const front = useFront(state?.front ?? null, setOpen);

  useEffect(() => {
    const refresh = async () => {
      try {
        const now = await asked<StateView>('/state');
        // The workbook's language was switched.
        if (now.locale !== locale) speak(await asked<PageStart>('/words'));
        setState(now);
      } catch {
        setLost(true);
      }
    };
    // Each event, the first one on connecting included, says that something may have changed.
    const events = new EventSource('/events');
    events.onmessage = () => {
      setLost(false);
      void refresh();
    };
    events.onerror = () => setLost(true);
    return () => events.close();
  }, []);

  const act: Act = (path, body) => {
    setFailed(null);
    setActs((count) => count + 1);
    // At once: the server is deep in the first hours by the time it could say so.
    setWaits(path === '/advance' ? 'clock' : path === '/reset' ? 'reset' : null);
    told<Outcome>(path, body)
      .then(
        (outcome) => setFailed(outcome.failed),
        () => setLost(true),
      )
      .finally(() => setWaits(null));
  };
  const edit = (asks: GridAct) => {
    setFailed(null);
    told<GridAnswer>('/grid', asks).then(
      (answer) => setFailed(answer.done ? (answer.failed ?? null) : answer.refused),
      () => setLost(true),
    );
  };
  if (state === null) return <p class="notice">{lost ? t('lost') : ''}</p>;
  const shown = state.sheets.find((sheet) => sheet.id === open) ?? state.sheets.find((sheet) => !sheet.hidden);
  const busy = state.busy ?? waits;
  const outboxOpen = outbox ?? state.outbox.length > 0;
  return (
    <>
      <header>
        <span class="logo">
          <Icon name="sheet" />
        </span>
        <div class="name">
          <h1>{t('title')}</h1>
          <Saved file={state.file} />
        </div>
        <Menus
          title={state.sidebar.title}
          entries={state.menu}
          run={(name) => act('/menu', { function: name })}
          sheet={shown?.id ?? null}
          edit={edit}
        />
        <Files busy={busy !== null} act={act} />
      </header>
      <Bar state={{ ...state, busy }} act={act} outboxOpen={outboxOpen} toggleOutbox={() => setOutbox(!outboxOpen)} />
      {lost && (
        <p class="notice" role="alert">
          {t('lost')}
        </p>
      )}
      {failed !== null && (
        <p class="notice" role="alert">
          {t('failed', { reason: failed })}
          <button type="button" class="button plain" aria-label={t('dismiss')} onClick={() => setFailed(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <div class={sidebar.open ? 'desk' : 'desk wide'}>
        <main>
          {shown !== undefined && (
            <Grid
              key={`${shown.id} ${state.epoch}`}
              id={shown.id}
              name={shown.name}
              user={state.user}
              revision={state.revision}
              front={front.at(shown.id)}
            >
              <Charts sheet={shown.id} revision={state.revision} />
            </Grid>
          )}
          <Tabs
            sheets={state.sheets}
            open={shown?.id ?? null}
            pick={(id) => {
              front.leave();
              setOpen(id);
            }}
          />
          {outboxOpen && <Outbox mails={state.outbox} people={state.people} now={state.now} fold={() => setOutbox(false)} />}
          <Toast texts={state.toasts} acts={acts} />
        </main>
        {sidebar.open && (
          <aside class="sidebar" aria-label={state.sidebar.title}>
            <div class="head">
              <h2>{state.sidebar.title}</h2>
              <button type="button" class="button plain" aria-label={t('closeSidebar')} onClick={sidebar.close}>
                <Icon name="close" />
              </button>
            </div>
            {/* Another person, another state of the workbook or another showing is another sidebar. */}
            <iframe key={`${state.user} ${state.epoch} ${state.sidebar.shown}`} src="/sidebar" title={t('sidebar')} />
          </aside>
        )}
      </div>
    </>
  );
}

/** Open at first, for whoever comes to look; closed and shown as in Sheets afterwards. */
function useSidebar(state: StateView | null) {
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  const shown = state?.sidebar.shown ?? null;
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (seen.current !== null && shown !== null && shown > seen.current) setOpen(true);
    seen.current = shown;
  }, [shown]);
  useEffect(() => {
    // google.script.host.close() of the page inside.
    const asks = ({ origin, data }: MessageEvent) => {
      if (origin === location.origin && data === 'google.script.host.close') close();
    };
    addEventListener('message', asks);
    return () => removeEventListener('message', asks);
  }, []);
  return { open, close };
}

/** Follows the script to the sheet it brings to the front; what it brought before the page was opened is past. */
function useFront(front: FrontView | null, open: (sheet: number) => void) {
  const [followed, setFollowed] = useState<FrontView | null>(null);
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (front === null) return;
    if (seen.current !== null && front.times > seen.current && front.sheet !== null) {
      open(front.sheet);
      setFollowed(front);
    }
    seen.current = front.times;
  }, [front?.times]);
  return {
    at: (sheet: number) => (followed?.sheet === sheet ? followed : null),
    leave: () => setFollowed(null),
  };
}

/** Milliseconds a word of the script stays, as long as Sheets lets it. */
const TOLD = 10_000;

/**
 * The script's last word to its user, until the next act; what was said before the page was opened is past.
 * @param acts how often the bar or the menu was used
 */
function Toast({ texts, acts }: { texts: readonly string[]; acts: number }) {
  const [read, setRead] = useState(texts.length);
  const text = texts.length > read ? texts[texts.length - 1] : undefined;
  useEffect(() => {
    const gone = setTimeout(() => setRead(texts.length), TOLD);
    return () => clearTimeout(gone);
  }, [texts.length]);
  useEffect(() => setRead(texts.length), [acts]);
  return (
    // Always there: a live region born with its text is not announced.
    <div class="toast" role="status">
      {text !== undefined && (
        <p>
          {text}
          <button type="button" class="button plain" aria-label={t('dismiss')} onClick={() => setRead(texts.length)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}

interface TabsProps {
  readonly sheets: StateView['sheets'];
  readonly open: number | null;
  pick(id: number): void;
}

function Tabs({ sheets, open, pick }: TabsProps) {
  const [all, setAll] = useState(false);
  const hidden = sheets.filter((sheet) => sheet.hidden).length;
  return (
    <nav class="tabs" aria-label={t('tabs')}>
      {sheets
        .filter((sheet) => all || !sheet.hidden || sheet.id === open)
        .map((sheet) => (
          <button
            key={sheet.id}
            type="button"
            class={sheet.hidden ? 'behind' : undefined}
            style={{ borderBottomColor: sheet.colour ?? 'transparent' }}
            aria-current={sheet.id === open ? 'page' : undefined}
            onClick={() => pick(sheet.id)}
          >
            {sheet.name}
          </button>
        ))}
      {hidden > 0 && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fold') : t('hidden', hidden)}
        </button>
      )}
    </nav>
  );
}

const root = document.getElementById('page');
if (root !== null) render(<Page />, root);
