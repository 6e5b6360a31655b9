// What the page's frame shows, as plain data: people, clock, menu, mails, triggers, the last run.
import { say } from '../../src/i18n/local';
import type { users } from '../../src/template/people';
import type { Locale } from '../../src/template/types';
import type { Host, MenuItem, SheetModel } from '../host/index';
import { textOfInstant } from '../host/zone';
import type { FileView, FrontView, MailView, MenuEntry, PersonView, StateView, TriggerView } from './frame-wire';

/** What the server knows besides the host. */
export interface Around {
  readonly locale: Locale;
  readonly revision: number;
  readonly epoch: number;
  readonly busy: StateView['busy'];
  readonly file: FileView | null;
}

export function stateOf(host: Host, { locale, ...around }: Around): StateView {
  const { book, outbox, now, menus, pages, lastRun } = host;
  const sidebars = pages.filter(({ kind }) => kind === 'sidebar');
  return {
    ...around,
    locale,
    now: spaced(now),
    user: host.world.acting,
    people: peopleOf(host),
    sheets: book.sheets.map(({ id, name, hidden, tabColor }) => ({ id, name, hidden, colour: tabColor })),
    outbox: outbox.map(({ subject, to, at }, id): MailView => ({ id, subject, to, at: spaced(at) })),
    menu: menus.filter(({ addon }) => addon).flatMap(({ items }) => items.map(entryOf)),
    sidebar: {
      title: sidebars[sidebars.length - 1]?.title ?? say(locale, { code: 'app.name' }),
      shown: sidebars.length,
    },
    front: frontOf(host),
    triggers: clocksOf(host),
    lastRun: lastRun && {
      name: lastRun.name,
      calls: lastRun.reads + lastRun.writes,
      virtualSeconds: lastRun.virtualSeconds,
      failed: lastRun.failed,
    },
    toasts: [...host.toasts],
  };
}

/** The language the product keeps for the workbook, in a document property; null before there is a pool. */
export function localeOf({ properties }: Host): Locale | null {
  const kept = JSON.parse(properties.get('cp:state') ?? '{}') as { readonly locale?: Locale };
  return kept.locale ?? null;
}

function frontOf({ front: { times, sheet, area } }: Host): FrontView {
  if (area === null) return { times, sheet, at: null };
  const { row, column, rows, columns } = area;
  return { times, sheet, at: { row, column, rows, columns } };
}

function spaced(moment: string): string {
  return moment.replace('T', ' ');
}

function entryOf(item: MenuItem): MenuEntry {
  if (item.type === 'separator') return { type: 'separator' };
  if (item.type === 'menu') return { type: 'menu', caption: item.menu.title, entries: item.menu.items.map(entryOf) };
  return { type: 'item', caption: item.caption, function: item.functionName };
}

function clocksOf({ triggers, book }: Host): TriggerView[] {
  return triggers
    .filter(({ event, disabled }) => event === 'CLOCK' && !disabled)
    .map(({ id, handler, due }) => ({
      id,
      handler,
      due: due === null ? null : spaced(textOfInstant(book.timeZone, due)),
    }));
}

/** Everybody who may open the file, the owner first, by the names of the team's list. */
function peopleOf({ book }: Host): PersonView[] {
  const known = teamOf(book.sheets);
  return [book.owner, ...book.editors, ...book.viewers].map(
    (email) => known.get(email.toLowerCase()) ?? { email, name: null, role: null },
  );
}

/** The team's list by address; the sheet is known by its keys in row 1, wherever its columns stand. */
export function teamOf(sheets: readonly SheetModel[]): Map<string, PersonView> {
  const column = (keys: SheetModel['cells'][number], key: keyof typeof users.columns) => keys?.indexOf(key) ?? -1;
  const sheet = sheets.find(({ cells }) => column(cells[0], 'user_id') >= 0 && column(cells[0], 'email') >= 0);
  const keys = sheet?.cells[0];
  const text = (line: SheetModel['cells'][number], key: keyof typeof users.columns) => {
    const value = line?.[column(keys, key)];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const found = new Map<string, PersonView>();
  for (const line of sheet?.cells.slice(2) ?? []) {
    const email = text(line, 'email')?.toLowerCase();
    if (email !== undefined) found.set(email, { email, name: text(line, 'name'), role: text(line, 'role') });
  }
  return found;
}
