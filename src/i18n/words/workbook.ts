// Sentences about the state of the workbook.
export const workbookWords = {
  'run.noSpreadsheet': {
    'zh-CN': '没有打开的表格。在表格里打开客户池再试。',
    en: 'No spreadsheet is open. Open Customer Pool inside a spreadsheet and try again.',
  },
  'pool.none': {
    'zh-CN': '这份表格还没有客户池。在“设置”里先建好。',
    en: 'This spreadsheet has no customer pool yet. Build it first, in Settings.',
  },
  'pool.newer': {
    'zh-CN': '这份客户池由更新的版本建立，这里只能看。刷新页面取得新版本。',
    en: 'A later version made this customer pool; here it is read only. Reload the page to get that version.',
  },
  'sheet.missing': {
    'zh-CN': '找不到“{sheet}”表。在“设置”里修复，别的数据不受影响。',
    en: 'The sheet “{sheet}” is missing. Repair it in Settings; other data is not affected.',
  },
  'sheet.keys': {
    'zh-CN': '“{sheet}”第 1 行的列键“{column}”不见了，已停止写入这张表。在“设置”里修复。',
    en: 'Row 1 of “{sheet}” has lost the key “{column}”; writing to this sheet has stopped. Repair it in Settings.',
  },
  'sheet.typedColumn': {
    'zh-CN': '“{sheet}”的区域已转成表格对象，无法写入。选“格式 → 转换为区域”再试。',
    en: 'Part of “{sheet}” was turned into a table and cannot be written. Choose “Format → Convert to range” and try again.',
  },
} as const;
