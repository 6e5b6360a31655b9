// Puts a follow-up off: a menu of days, each with what is due then already; full ones say so.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Server } from '../../src/contract/server-api';
import type { Agenda, SnoozeChoice, Snoozed } from '../../src/contract/today-api';
import type { Message } from '../../src/i18n/index';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { dayName } from '../show';
import { useAct } from '../state/act';
import { newToken } from '../state/drafts';
import { FailureNote } from './failure-note';
import { Icon } from './icon';

export interface SnoozeProps {
  readonly server: Server;
  readonly t: Say;
  readonly locale: Locale;
  readonly customer: {
    readonly id: string;
    readonly row: number;
    readonly name: string;
    /** `YYYY-MM-DD` or empty. */
    readonly due: string;
  };
  readonly agenda: Agenda;
  done(snoozed: Snoozed): void;
}

export function Snooze({ server, t, locale, customer, agenda, done }: SnoozeProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const put = useAct((to: string, token: string) => server.snooze({ customer: customer.id, row: customer.row, to, token }), done);
  const choices = agenda.snooze[customer.due] ?? agenda.snooze[agenda.today] ?? [];
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useLayoutEffect(() => {
    if (!open) return undefined;
    items(menu.current)[0]?.focus();
    const away = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const keys = (event: KeyboardEvent) => {
    const all = items(menu.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to % all.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    if (to !== undefined) event.preventDefault();
    // The menu's keys are not the panel's.
    event.stopPropagation();
  };
  return (
    <>
      <div class="drop" ref={box}>
        <button
          type="button"
          class="small"
          ref={opener}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-disabled={put.busy}
          onClick={() => !put.busy && setOpen(!open)}
        >
          {t(put.busy ? 'snooze.busy' : 'snooze.open')}
          <Icon name="down" />
        </button>
        {open && (
          <div class="menu" role="menu" tabIndex={-1} aria-label={t('snooze.to')} ref={menu} onKeyDown={keys}>
            {choices.map((choice) => (
              <button
                key={choice.step}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  void put.run(choice.day, newToken());
                }}
              >
                {t(`snooze.${choice.step}`)}
                <span class="muted num">{dayOf(choice)}</span>
              </button>
            ))}
          </div>
        )}
      </div>
      {put.view.state === 'error' && (
        <div class="whole">
          <FailureNote t={t} title={t('snooze.failed')} failure={put.view.failure} retry={() => void put.retry()} />
        </div>
      )}
    </>
  );

  function dayOf({ day, booked, full }: SnoozeChoice): string {
    const name = dayName(day, locale, agenda.today);
    if (full) return t('snooze.full', { day: name });
    return booked === 0 ? name : t('snooze.booked', { day: name, count: booked });
  }
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

/** What a snooze came to, in words. @param day the day as it is shown */
export function snoozedWords({ name, count, limit }: Snoozed, day: string): Message {
  return { code: count > limit ? 'snooze.over' : 'snooze.done', args: { name, day, count, limit } };
}
