// The menu, and the sidebar it opens.
import { addMenu, openSidebar, userLocale } from '../gateway/ui';
import { say } from '../i18n/index';

/** Google calls it in its narrowest mode, so it does nothing but build the menu. */
export function onOpen(): void {
  addMenu([{ label: say(userLocale(), { code: 'menu.open' }), runs: 'showSidebar' }]);
}

/** An add-on installed into an open file gets no `onOpen` of its own. */
export function onInstall(): void {
  onOpen();
}

export function showSidebar(): void {
  openSidebar(say(userLocale(), { code: 'app.name' }));
}
