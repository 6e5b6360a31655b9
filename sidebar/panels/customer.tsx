// Customer: search, the card of one, entering and editing; what was opened from what is a stack, and what is under it stays as it was left.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChildSheet } from '../../src/contract/customer-api';
import type { Message } from '../../src/i18n/index';
import type { PanelProps } from '../panel';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import { customerSource, entrySource } from '../state/form-source';
import { CustomerCard } from './customer-card';
import { CustomerForm } from './customer-form';
import { CustomerSearch } from './customer-search';

/** What lies over the search; the id of a new customer is null, and a name a first guess. `row`: where he was seen. */
type View =
  | { readonly kind: 'card'; readonly id: string; readonly row: number | undefined; readonly said: Said | null }
  | { readonly kind: 'form'; readonly id: string | null; readonly row?: number; readonly name: string }
  | { readonly kind: ChildSheet; readonly id: string; readonly row: number; readonly name: string };

/** What was just done to the customer of a card, and what is amiss with him all the same. */
export interface Said {
  readonly done: Message;
  readonly issues: readonly Message[];
}

export interface CustomerProps extends PanelProps {
  /** A customer to show, e.g. from Today; a new object each time it is asked for. */
  readonly shown: { readonly id: string; readonly row: number | undefined } | null;
}

export function CustomerArea(props: CustomerProps) {
  const { t, start, visible, changed, shown } = props;
  const [stack, setStack] = useState<readonly View[]>([]);
  /** What had the focus when a view was opened, to be given it back. */
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
  /** The view on top is done: the customer's card takes its place, read anew. */
  const done = (id: string, row: number | undefined, said: Said) => {
    changed();
    setStack([...stack.slice(0, -1).filter((each) => keyOf(each) !== `card ${id}`), { kind: 'card', id, row, said }]);
  };
  useLayoutEffect(() => {
    if (returning.current instanceof HTMLElement) returning.current.focus();
    returning.current = null;
  }, [stack]);
  useEffect(() => {
    if (shown !== null) showCard(shown.id, shown.row);
  }, [shown]);

  if (start.workbook.state === 'none') {
    return (
      <PanelFrame t={t} title={t('area.customer')} status="">
        <NoPool {...props} />
      </PanelFrame>
    );
  }
  const showCard = (id: string, row?: number) => open({ kind: 'card', id, row, said: null });
  const top = stack.length - 1;
  const viewOf = (view: View, seen: boolean) => {
    if (view.kind === 'card') {
      return (
        <CustomerCard
          {...props}
          {...view}
          visible={visible && seen}
          back={back}
          edit={(name, row) => open({ kind: 'form', id: view.id, row, name })}
          enter={(kind, name, row) => open({ kind, id: view.id, row, name })}
        />
      );
    }
    const given = { ...props, back, open: showCard };
    if (view.kind === 'form') {
      const { id, row, name } = view;
      return (
        <CustomerForm
          {...given}
          title={id === null ? t('customerForm.new') : t('customerForm.edit', { name })}
          source={customerSource(props, id, row)}
          fresh={id === null}
          given={id === null && name !== '' ? { name } : {}}
          saved={({ id: saved, row: at, issues }) =>
            done(saved, at, {
              done: { code: id === null ? 'customerForm.created' : 'customerForm.changed', args: { id: saved } },
              issues,
            })
          }
        />
      );
    }
    const { kind, id, row, name } = view;
    return (
      <CustomerForm
        {...given}
        title={t(`customerEntry.${kind}`)}
        about={`${name} · ${id}`}
        source={entrySource(props, kind, id)}
        fresh
        given={{}}
        saved={({ id: saved, issues }) =>
          done(id, row, { done: { code: `customerEntry.saved.${kind}`, args: { id: saved } }, issues })
        }
      />
    );
  };
  return (
    <>
      <div class="area" hidden={top >= 0}>
        <CustomerSearch
          {...props}
          visible={visible && top < 0}
          open={showCard}
          add={(name) => open({ kind: 'form', id: null, name })}
        />
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

function keyOf({ kind, id }: View): string {
  return `${kind} ${id ?? ''}`;
}
