// Installable triggers and the permissions they run with.

/** What reminders need beyond opening the file. Google may have been given only some of the scopes (platform.md §1). */
export const REMINDER_SCOPES = [
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/script.send_mail',
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
];

/** Asks for the scopes of reminders where they were withheld; Google then ends the run and shows its own page. */
export function askForReminderScopes(): void {
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, REMINDER_SCOPES);
}

/** Where the account can give the missing permission; null when nothing is missing. */
export function missingPermission(): string | null {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED ? info.getAuthorizationUrl() : null;
}

/** Installs an hourly run of a top-level function unless this account has one; to be called from a click only (platform.md §2). */
export function installHourly(handler: string): void {
  if (triggersOf(handler).length === 0) ScriptApp.newTrigger(handler).timeBased().everyHours(1).create();
}

/** Lets a top-level function see every edit of the open spreadsheet, unless this account has it do so; from a click only. */
export function installOnEdit(handler: string): void {
  if (triggersOf(handler).length > 0) return;
  ScriptApp.newTrigger(handler).forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
}

/** Lets a top-level function see every response of a form that comes to the open spreadsheet; from a click only. */
export function installOnSubmit(handler: string): void {
  if (triggersOf(handler).length > 0) return;
  ScriptApp.newTrigger(handler).forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
}

/** The account a trigger runs as: whoever made it, not who edits. */
export function triggerAccount(): string {
  return Session.getEffectiveUser().getEmail();
}

/** Removes this account's runs of the function; no account sees another's. */
export function removeTriggers(handler: string): void {
  for (const trigger of triggersOf(handler)) ScriptApp.deleteTrigger(trigger);
}

function triggersOf(handler: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
}
