// Sentences about duplicates: what matched, what stands against a merge, what became of it.
export const duplicatesWords = {
  'duplicates.same.name': { 'zh-CN': '姓名相同', en: 'Same name' },
  'duplicates.same.column': { 'zh-CN': '“{column}”相同', en: 'Same “{column}”' },
  'duplicates.owners': {
    'zh-CN': '负责人不同（{owners}）。主管先在表里的“负责人”一列定下一位，再重新查找。',
    en: 'Different owners ({owners}). A manager first sets one owner in the sheet’s Owner column, then scans again.',
  },
  'duplicates.doubleId': {
    'zh-CN': '编号 {id} 出现了不止一次，先在表里改正再合并。',
    en: 'The ID {id} stands in more than one row; put that right in the sheet first.',
  },
  'duplicates.managerOnly': { 'zh-CN': '合并由主管来做。找 {managers} 合并。', en: 'Managers merge. Ask {managers}.' },
  'duplicates.stale': {
    'zh-CN': '{count} 组在查找之后变了，什么都没有合并。重新查找再试。',
    en: '{count} {count|group has|groups have} changed since the search; nothing was merged. Search again.',
  },
  'archive.merged': { 'zh-CN': '合并重复客户', en: 'Merged as a duplicate' },
  'archive.undone': { 'zh-CN': '撤销了新增', en: 'Taken out by undoing what added it' },
} as const;
