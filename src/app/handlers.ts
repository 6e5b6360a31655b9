// What the sidebar may call, area by area.
import type { ServerApi } from '../contract/server-api';
import { wordsApi } from './words';

// Each area adds its own handlers here.
export const handlers = { ...wordsApi } satisfies Partial<ServerApi>;
