// A shown value with what met the search marked.
import type { Hit } from '../../src/contract/customer-api';
import { cut } from '../show';

/** @param hits may touch or overlap, in any order */
export function Marked({ text, hits = [] }: { text: string; hits?: readonly Hit[] | undefined }) {
  return <>{cut(text, hits).map(([part, hit]) => (hit ? <mark>{part}</mark> : part))}</>;
}
