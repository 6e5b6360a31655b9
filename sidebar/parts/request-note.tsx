// Who asked for a merge, and why.
import type { MergeRequest } from '../../src/contract/duplicates-api';
import type { Locale } from '../../src/template/types';
import { confidences, type Labelled } from '../labels.made';
import type { Say } from '../panel';
import { Note } from './note';

export function RequestNote({ t, locale, request }: { t: Say; locale: Locale; request: MergeRequest }) {
  const { by, at, confidence, reason } = request;
  const identity = labelOf(confidences, confidence, locale);
  return (
    <Note kind="info" title={t('requests.by', { by, identity, at })}>
      <p>{reason}</p>
    </Note>
  );
}

export function labelOf(options: readonly Labelled[], id: string, locale: Locale): string {
  return options.find((option) => option.id === id)?.label[locale] ?? id;
}
