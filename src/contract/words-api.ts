// The sidebar's sentences: half of them would be in the other language, so they come by call and not in the page.
import type { MessageCode } from '../i18n/index';
import type { Locale } from '../template/types';

export interface WordsApi {
  /** Every sentence in one language; absent: the account's. */
  words(choice: { locale?: Locale | undefined }): {
    readonly locale: Locale;
    readonly sentences: Readonly<Record<MessageCode, string>>;
  };
}
