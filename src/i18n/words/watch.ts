// Sentences of the sheet that watches what is typed: notes on cells and short messages.
export const watchWords = {
  'watch.duplicate': {
    'zh-CN': '可能重复 {id} · {name} · 负责人 {owner} · {status}',
    en: 'Possible duplicate {id} · {name} · owner {owner} · {status}',
  },
  'watch.duplicate.pool': {
    'zh-CN': '可能重复 {id} · {name} · 公海 · {status}',
    en: 'Possible duplicate {id} · {name} · in the pool · {status}',
  },
  'watch.check': {
    'zh-CN': '待检查：{reason}',
    en: 'To check: {reason}',
  },
  'watch.idTwice': {
    'zh-CN': '另一行也是这个编号；删掉副本的编号，就会给它新的',
    en: 'another row has this number too; delete it in the copy, and that one gets a new number',
  },
  'watch.idMissing': {
    'zh-CN': '编号不见了；撤销，或照原样填回来',
    en: 'the number is gone; undo, or enter again what stood here',
  },
  'watch.repaired': {
    'zh-CN': '已修复 {cells} 个单元格。',
    en: '{cells} {cells|cell|cells} repaired.',
  },
  'watch.toCheck': {
    'zh-CN': '{bad} 个待检查。',
    en: '{bad} to check.',
  },
  'watch.duplicates': {
    'zh-CN': '{count} 行可能重复，见单元格备注。',
    en: '{count} {count|row|rows} may be duplicates: see the notes on the cells.',
  },
  'watch.later': {
    'zh-CN': '粘贴的内容很多，剩下的在一小时内整理。',
    en: 'That was a large paste: the rest will be tidied within the hour.',
  },
} as const;
