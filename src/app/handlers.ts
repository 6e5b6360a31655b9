// What the sidebar may call, area by area.
import type { ServerApi } from '../contract/server-api';
import { customersApi } from './customers/index';
import { duplicatesApi } from './duplicates';
import { fieldsApi } from './fields';
import { historyApi } from './history';
import { importApi } from './import';
import { intakeApi } from './intake/index';
import { optionsApi } from './options';
import { ownersApi } from './owners';
import { protectionApi } from './protection';
import { remindersApi } from './reminders';
import { sampleApi } from './sample';
import { tourApi } from './sample-tour';
import { sortApi } from './sort';
import { templateApi } from './template';
import { todayApi } from './today';
import { wordsApi } from './words';

// Each area adds its own handlers here.
export const handlers = {
  ...templateApi,
  ...optionsApi,
  ...fieldsApi,
  ...tourApi,
  ...importApi,
  ...intakeApi,
  ...wordsApi,
  ...remindersApi,
  ...todayApi,
  ...ownersApi,
  ...protectionApi,
  ...sampleApi,
  ...duplicatesApi,
  ...historyApi,
  ...sortApi,
  ...customersApi,
} satisfies Partial<ServerApi>;
