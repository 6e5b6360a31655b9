// What this person chose for his own sidebar; kept in the browser, nowhere else.
import type { Locale } from '../../src/template/types';

export interface Choices {
  /** Null: the account's language. */
  readonly locale: Locale | null;
  readonly theme: 'light' | 'dark' | 'auto';
}

const KEY = 'customer-pool';
const DEFAULT: Choices = { locale: null, theme: 'light' };

export function readChoices(): Choices {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Choices>;
    return {
      locale: kept.locale === 'zh-CN' || kept.locale === 'en' ? kept.locale : DEFAULT.locale,
      theme: kept.theme === 'dark' || kept.theme === 'auto' ? kept.theme : DEFAULT.theme,
    };
  } catch {
    // Storage is closed to frames in some browsers: the choice then lasts as long as the sidebar is open.
    return DEFAULT;
  }
}

export function keepChoices(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // As above: nothing to keep it in.
  }
}

/** Sets the page's colours; `auto` follows the system as it stands now. */
export function paint(theme: Choices['theme']): void {
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
