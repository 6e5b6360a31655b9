// Duplicates as the sidebar asks for them: found, explained, merged, settled.
import type { ReviewApi } from '../contract/duplicates-api';
import { duplicateGroup } from './duplicates-group';
import { mergeBatch, mergeGroup, planBatch, planDecision } from './duplicates-merge';
import { scanDuplicates } from './duplicates-scan';
import { requestMerge, settleGroup } from './duplicates-settle';

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
} satisfies ReviewApi;
