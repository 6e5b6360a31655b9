// What the sidebar may call, area by area.
import type { ServerApi } from '../contract/server-api';

// Each area adds its own handlers here.
export const handlers = {} satisfies Partial<ServerApi>;
