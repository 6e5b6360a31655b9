// A merge under way: how far it is, or why it did not happen.
import type { ComponentChildren } from 'preact';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import type { Act } from '../state/act';
import { FailureNote } from './failure-note';
import { Working } from './working';

export interface MergingProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly merge: Pick<Act<never[], unknown>, 'view' | 'retry'>;
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Other ways on after a failure, beside retry. */
  readonly children?: ComponentChildren;
}

export function Merging({ t, locale, merge: { view, retry }, progress, children }: MergingProps) {
  if (view.state === 'busy') {
    const what = t('duplicatesPanel.merging');
    return <Working t={t} locale={locale} what={what} since={view.since} done={progress?.done} of={progress?.of} />;
  }
  if (view.state !== 'error') return null;
  return (
    <FailureNote t={t} title={t('duplicatesPanel.mergeFailed')} failure={view.failure} retry={() => void retry()}>
      {children}
    </FailureNote>
  );
}
