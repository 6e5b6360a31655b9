// A request for what has been merged meanwhile is done: nobody has to decline what was carried out.
import type { MergeRequest } from '../../src/contract/duplicates-api';
import type { PanelProps } from '../panel';
import { useAct } from '../state/act';
import type { Decided } from '../state/review';
import { FailureNote } from './failure-note';

interface CloseMergedProps extends Pick<PanelProps, 'server' | 't'> {
  readonly request: MergeRequest;
  decide(decided: Decided): void;
}

export function CloseMerged({ server, t, request, decide }: CloseMergedProps) {
  const close = useAct(
    () => server.closeMerged({ id: request.id }),
    ({ id }) => decide({ as: 'closed', request: id }),
  );
  return (
    <>
      <button type="button" class="small" aria-disabled={close.busy} onClick={() => void close.run()}>
        {t('requests.close')}
      </button>
      {close.view.state === 'error' && (
        <FailureNote t={t} title={t('requests.closeFailed')} failure={close.view.failure} retry={() => void close.retry()} />
      )}
    </>
  );
}
