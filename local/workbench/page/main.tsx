// The workbench's page: sheets to look at, the real sidebar beside them, the mails below. It holds no model: the server is asked.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StateView } from '../wire';
import { asked, told } from './asked';
import { Outbox } from './outbox';
import { Sheet } from './sheet';
import { t } from './words';
import './style.css';

function Page() {
  const [state, setState] = useState<StateView | null>(null);
  const [lost, setLost] = useState(false);
  const [open, setOpen] = useState<number | null>(null);

  useEffect(() => {
    const refresh = () => asked<StateView>('/state').then(setState, () => setLost(true));
    // Each event, the first one on connecting included, says that something may have changed.
    const events = new EventSource('/events');
    events.onmessage = () => {
      setLost(false);
      void refresh();
    };
    events.onerror = () => setLost(true);
    return () => events.close();
  }, []);

  if (state === null) return <p class="notice">{lost ? t('lost') : ''}</p>;
  const shown = state.sheets.find((sheet) => sheet.id === open) ?? state.sheets.find((sheet) => !sheet.hidden);
  return (
    <>
      <header>
        <h1>{t('title')}</h1>
        <span class="quiet">{t('local')}</span>
      </header>
      <section class="bar" aria-label={t('clock')}>
        <label>
          {t('user')}{' '}
          <select value={state.user} onChange={(event) => void told('/acting', { user: event.currentTarget.value })}>
            {state.people.map((person) => (
              <option key={person} value={person}>
                {person}
              </option>
            ))}
          </select>
        </label>
        <span>
          {t('clock')} <b class="num">{state.now}</b>
        </span>
        <span class="quiet">{t('readOnly')}</span>
      </section>
      {lost && (
        <p class="notice" role="alert">
          {t('lost')}
        </p>
      )}
      <main>
        {shown !== undefined && <Sheet key={shown.id} id={shown.id} name={shown.name} revision={state.revision} />}
        <Tabs sheets={state.sheets} open={shown?.id ?? null} pick={setOpen} />
        <Outbox mails={state.outbox} />
      </main>
      {/* Another person sees another sidebar. */}
      <iframe key={state.user} class="sidebar" src="/sidebar" title={t('sidebar')} />
    </>
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
