// Sentences of the box into which a card or a signature is pasted.
export const sidebarPasteWords = {
  'paste.title': { 'zh-CN': '粘贴名片或签名', en: 'Paste a card or a signature' },
  'paste.read': { 'zh-CN': '分到各项', en: 'Sort into fields' },
  'paste.failed': { 'zh-CN': '没有分成，原文还在', en: 'Not sorted; the text is kept' },
  'paste.found': { 'zh-CN': '放进 {count} 段，{rest} 段没有放', en: '{count} placed, {rest} not' },
  'paste.into': { 'zh-CN': '“{words}”放进', en: 'Field for “{words}”' },
  'paste.nowhere': { 'zh-CN': '不放', en: 'Nowhere' },
  'paste.replace': { 'zh-CN': '已填“{value}”，换成这个', en: 'Has “{value}”; replace it' },
  'paste.notes': { 'zh-CN': '没放的写进{field}', en: 'Put the rest into {field}' },
  'paste.take': { 'zh-CN': '填进表单', en: 'Fill in the form' },
  'paste.taken': { 'zh-CN': '已填 {count} 项，还没保存', en: '{count} {count|field|fields} filled in, not saved' },
  'paste.left': { 'zh-CN': '粘贴的内容里，这些还没放进表单', en: 'Pasted, and not in the form yet' },
  'paste.leftNotes': { 'zh-CN': '写进{field}并保存', en: 'Put it into {field} and save' },
  'paste.leftNowhere': { 'zh-CN': '不留这些，直接保存', en: 'Save without it' },
} as const;
