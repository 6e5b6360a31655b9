// Gives the sidebar its sentences, so that the page carries none.
import type { WordsApi } from '../contract/words-api';
import { userLocale } from '../gateway/ui';
import { sentences } from '../i18n/index';

export const wordsApi: WordsApi = {
  words({ locale = userLocale() }) {
    return { locale, sentences: sentences(locale) };
  },
};
