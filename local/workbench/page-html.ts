// The workbench's page as it is served: its words, and the place its script fills.
import { messageCodes, say } from '../../src/i18n/local';
import type { Locale } from '../../src/template/types';
import { escapedHtml, scriptJson } from './html';
import type { PageStart } from './wire';

const AREA = 'workbench.';

/** The page's sentences in a language. */
export function pageStart(locale: Locale): PageStart {
  const words: Record<string, string> = {};
  for (const code of messageCodes) if (code.startsWith(AREA)) words[code.slice(AREA.length)] = say(locale, { code });
  return { locale, words };
}

export function pageHtml(locale: Locale): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(say(locale, { code: 'workbench.title' }))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="page"></div>
<script type="application/json" id="start">${scriptJson(pageStart(locale))}</script>
<script src="/page.js"></script>
</body>
</html>
`;
}
