// What reminders ask for is what the manifest declares.
import { readFileSync } from 'node:fs';
import { REMINDER_SCOPES } from '../../src/gateway/triggers';

test('every scope of reminders stands in the manifest', () => {
  const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] };
  expect(oauthScopes).toEqual(expect.arrayContaining(REMINDER_SCOPES));
});
