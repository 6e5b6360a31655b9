// What Google's editor shows of the product: its menu and its sidebar.
import type { Locale } from '../template/types';

export interface MenuItem {
  readonly label: string;
  /** A top-level function of the bundle. */
  readonly runs: string;
}

/** The account's own language. The one question that every authorisation mode allows (platform.md §10). */
export function userLocale(): Locale {
  return Session.getActiveUserLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Adds the product's menu, under Extensions where it runs as an add-on. */
export function addMenu(items: readonly MenuItem[]): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const item of items) menu.addItem(item.label, item.runs);
  menu.addToUi();
}

/** Opens the sidebar. From a file, not a template: in a template a `<?` of the script would run. */
export function openSidebar(title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(title));
}
