// The sidebar: five areas at most, one panel at a time, each kept as it was left.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Server, ValueOf } from '../src/contract/server-api';
import type { Failure } from '../src/contract/wire';
import { fill } from '../src/i18n/fill';
import { sidebarStartWords } from '../src/i18n/words/sidebar-start';
import type { Locale } from '../src/template/types';
import { AREAS, type Area, type PanelProps, type Say } from './panel';
import { CustomerArea } from './panels/customer';
import { DataArea } from './panels/data';
import { Settings } from './panels/settings';
import { Team } from './panels/team';
import { Today } from './panels/today';
import { Tour, useTour } from './panels/tour';
import { FailureNote } from './parts/failure-note';
import { Icon } from './parts/icon';
import { Unfinished } from './parts/unfinished';
import { Working } from './parts/working';
import { type Choices, keepChoices, paint, readChoices } from './state/choices';
import { useReading } from './state/reading';

type Words = ValueOf<'words'>;

export function App({ server }: { server: Server }) {
  const [choices, setChoices] = useState<Choices>(readChoices);
  const changes = useRef<{ count: number; day?: string }>({ count: 0 });
  const [, redraw] = useState(0);
  const [words, setWords] = useState<Words | null>(null);
  const [wordless, setWordless] = useState<Failure | null>(null);
  const start = useReading(() => server.start(), true, changes.current);

  const fetchWords = async () => {
    const reply = await server.words({ locale: choices.locale ?? undefined });
    setWordless(reply.ok ? null : reply);
    if (reply.ok) setWords(reply.value);
  };
  useEffect(() => void fetchWords(), [choices.locale]);
  useEffect(() => paint(choices.theme), [choices.theme]);
  const locale = words?.locale ?? choices.locale ?? browserLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const changed = () => {
    changes.current.count += 1;
    redraw(changes.current.count);
    // What the start says (is there a pool, how many customers) may be another now.
    void start.reload();
  };
  const choose = (next: Choices) => {
    keepChoices(next);
    setChoices(next);
  };
  if (words === null) return <Opening locale={locale} failed={wordless !== null} retry={() => void fetchWords()} />;
  const t: Say = (said, args = {}) =>
    typeof said === 'string' ? fill(words.sentences[said] ?? said, args) : t(said.code, said.args);
  return (
    <>
      <header>
        <h1 class="sr">{t('app.name')}</h1>
      </header>
      {start.value === null ? (
        <main class="body">
          {start.failure === null ? (
            <Working t={t} locale={locale} what={t('app.starting')} since={start.since} />
          ) : (
            <FailureNote t={t} failure={start.failure} retry={() => void start.reload()} />
          )}
        </main>
      ) : (
        <Areas
          server={server}
          t={t}
          locale={locale}
          start={start.value}
          changes={changes.current}
          changed={changed}
          choices={choices}
          choose={choose}
        />
      )}
    </>
  );
}

/** Before the sentences are here: that it opens, or that nothing answered. */
function Opening({ locale, failed, retry }: { locale: Locale; failed: boolean; retry(): void }) {
  return (
    <main class="body">
      <h1 class="sr">{sidebarStartWords['app.name'][locale]}</h1>
      <p role="status">{sidebarStartWords[failed ? 'server.lost' : 'app.starting'][locale]}</p>
      {failed && (
        <button type="button" class="action" onClick={retry}>
          {sidebarStartWords['act.retry'][locale]}
        </button>
      )}
    </main>
  );
}

type AreasProps = Omit<PanelProps, 'go' | 'visible'> & { choices: Choices; choose(next: Choices): void };

function Areas({ choices, choose, ...shared }: AreasProps) {
  const { start, t, server } = shared;
  // Without a pool there is one thing to do, and it stands in Settings.
  const [area, setArea] = useState<Area>(start.workbook.state === 'none' ? 'settings' : 'today');
  const [seen, setSeen] = useState<readonly Area[]>([area]);
  const [overdue, setOverdue] = useState(0);
  const [shown, setShown] = useState<{ id: string; row: number | undefined } | null>(null);
  const tour = useTour();
  const go = (next: Area, detail?: string, row?: number) => {
    setArea(next);
    if (detail !== undefined) setShown({ id: detail, row });
    if (!seen.includes(next)) setSeen([...seen, next]);
  };
  const panel = (of: Area) => {
    const props: PanelProps = { ...shared, go, visible: of === area };
    if (of === 'today') return <Today {...props} counted={setOverdue} />;
    if (of === 'customer') return <CustomerArea {...props} shown={shown} />;
    if (of === 'data') return <DataArea {...props} />;
    if (of === 'team') return <Team {...props} />;
    return <Settings {...props} choices={choices} choose={choose} startTour={tour.start} />;
  };
  return (
    <>
      <nav class="areas" aria-label={t('app.areas')}>
        {AREAS.map((each) => (
          <button key={each} type="button" aria-current={each === area ? 'page' : undefined} onClick={() => go(each)}>
            <Icon name={each} />
            <span>{t(`area.${each}`)}</span>
            {each === 'today' && overdue > 0 && (
              <>
                <span class="count num" aria-hidden="true">
                  {overdue}
                </span>
                <span class="sr">{t('area.overdue', { count: overdue })}</span>
              </>
            )}
          </button>
        ))}
      </nav>
      <main>
        {start.workbook.state === 'ready' && <Tour server={server} t={t} changes={shared.changes} go={go} tour={tour} />}
        {start.unfinished !== null && <Unfinished server={server} t={t} act={start.unfinished} changed={shared.changed} />}
        {AREAS.map(
          (each) =>
            seen.includes(each) && (
              // Hidden, not taken away: words typed and uploads under way stay when the area changes.
              <div key={each} class="area" hidden={each !== area}>
                {panel(each)}
              </div>
            ),
        )}
      </main>
    </>
  );
}

/** Until the server says better. */
function browserLocale(): Locale {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
