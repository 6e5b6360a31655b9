// Duplicates as the sidebar asks for them: found, explained, merged, settled, asked for.
import type { ReviewApi } from '../contract/duplicates-api';
import { duplicateGroup } from './duplicates-group';
import { mergeBatch, mergeGroup, planBatch, planDecision } from './duplicates-merge';
import { closeMerged, declineMerge, mergeRequests, requestMerge } from './duplicates-requests';
import { scanDuplicates } from './duplicates-scan';
import { settleGroup } from './duplicates-settle';

export { columnLabel } from './duplicates-scan';

export const duplicatesApi = {
  scanDuplicates,
  duplicateGroup,
  planDecision,
  mergeGroup,
  planBatch,
  mergeBatch,
  settleGroup,
  requestMerge,
  mergeRequests,
  declineMerge,
  closeMerged,
} satisfies ReviewApi;
