// Customer: search, the card of one, entering and editing; what was opened from what is a stack, and what is under it stays as it was left.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChildSheet } from '../../src/contract/customer-api';
import type { Message } from '../../src/i18n/index';
import type { PanelProps } from '../panel';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import { CustomerCard } from './customer-card';
import { CustomerEntry } from './customer-entry';
import { CustomerForm } from './customer-form';
import { CustomerSearch } from './customer-search';

/** What lies over the search. */
type View =
  | { readonly kind: 'card'; readonly id: string; readonly said: Said | null }
  | { readonly kind: 'form'; readonly id: string | null; readonly name: string }
  | { readonly kind: 'entry'; readonly id: string; readonly name: string; readonly sheet: ChildSheet };

/** What was just done to the customer of a card, and what is amiss with him all the same. */
export interface Said {
  readonly done: Message;
  readonly issues: readonly Message[];
}

export interface CustomerProps extends PanelProps {
  /** A customer to show, e.g. from Today; a new object each time it is asked for. */
  readonly shown: { readonly id: string } | null;
}

export function CustomerArea(props: CustomerProps) {
  const { t, start, visible, changed, shown } = props;
  const [stack, setStack] = useState<readonly View[]>([]);
  /** What had the focus when a view was opened, to give it back. */
  const openers = useRef<(Element | null)[]>([]);
  const returning = useRef<Element | null>(null);

  const open = (view: View) => {
    const there = stack.findIndex((each) => keyOf(each) === keyOf(view));
    const under = there < 0 ? stack : stack.slice(0, there);
    openers.current = [...openers.current.slice(0, under.length), document.activeElement];
    setStack([...under, view]);
  };
  const back = () => {
    returning.current = openers.current[stack.length - 1] ?? null;
    setStack(stack.slice(0, -1));
  };
  /** The view on top is done: the customer's card takes its place. */
  const done = (id: string, said: Said) => {
    changed();
    const under = stack.slice(0, -1).filter((each) => !(each.kind === 'card' && each.id === id));
    openers.current = openers.current.slice(0, under.length + 1);
    setStack([...under, { kind: 'card', id, said }]);
  };
  useEffect(() => {
    const to = returning.current;
    returning.current = null;
    if (to instanceof HTMLElement && to.isConnected) to.focus();
  }, [stack.length]);
  useEffect(() => {
    if (shown !== null) open({ kind: 'card', id: shown.id, said: null });
  }, [shown]);

  if (start.workbook.state === 'none') {
    return (
      <PanelFrame t={t} title={t('area.customer')} status="">
        <NoPool {...props} />
      </PanelFrame>
    );
  }
  const showCard = (id: string) => open({ kind: 'card', id, said: null });
  const showForm = (id: string | null, name: string) => open({ kind: 'form', id, name });
  const top = stack.length - 1;
  const viewOf = (view: View, seen: boolean) => {
    const given = { ...props, visible: visible && seen, back };
    switch (view.kind) {
      case 'card':
        return (
          <CustomerCard
            {...given}
            id={view.id}
            said={view.said}
            edit={(name) => showForm(view.id, name)}
            enter={(sheet, name) => open({ kind: 'entry', id: view.id, name, sheet })}
          />
        );
      case 'form':
        return (
          <CustomerForm
            {...given}
            id={view.id}
            name={view.name}
            open={showCard}
            saved={({ id, issues }) => {
              const code = view.id === null ? 'customerForm.created' : 'customerForm.changed';
              done(id, { done: { code, args: { id } }, issues });
            }}
          />
        );
      case 'entry':
        return (
          <CustomerEntry
            {...given}
            sheet={view.sheet}
            customer={view.id}
            name={view.name}
            saved={(id) => done(view.id, { done: { code: `customerEntry.saved.${view.sheet}`, args: { id } }, issues: [] })}
          />
        );
    }
  };
  return (
    <>
      <div class="area" hidden={top >= 0}>
        <CustomerSearch {...props} visible={visible && top < 0} open={showCard} add={(name) => showForm(null, name)} />
      </div>
      {stack.map((view, index) => (
        // Hidden, not taken away: words typed in a form stay while somebody looks at the card of a customer like it.
        <div key={keyOf(view)} class="area" hidden={index !== top}>
          {viewOf(view, index === top)}
        </div>
      ))}
    </>
  );
}

function keyOf(view: View): string {
  return view.kind === 'entry' ? `entry ${view.sheet} ${view.id}` : `${view.kind} ${view.id ?? ''}`;
}
