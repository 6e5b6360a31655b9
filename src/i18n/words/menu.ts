// Sentences of the menu in Google's editor.
export const menuWords = {
  'menu.open': { 'zh-CN': '打开客户池', en: 'Open Customer Pool' },
} as const;
