// Sentences about acts: unfinished ones, undo, and what stands in its way.
export const historyWords = {
  'act.closed': {
    'zh-CN': '“{sheet}”里有你不能改的单元格，什么都没有动。找有权限的人来做。',
    en: 'Some cells of “{sheet}” are closed to you; nothing was changed. Ask somebody who may edit them.',
  },
  'act.unkeyed': {
    'zh-CN':
      '“{sheet}”里自己加的列“{column}”还没有登记，要删的行在这一列有内容；什么都没有动。让管理员在“设置”里修复一次，再来做。',
    en: 'Your own column “{column}” in “{sheet}” is not registered yet and the rows to go have contents in it; nothing was changed. Ask an admin to repair the pool in Settings, then try again.',
  },
  'act.unfinished': {
    'zh-CN': '上一个操作（{txn}）还没做完，先把它做完再开始新的。',
    en: 'An earlier act ({txn}) is not finished. Finish it before starting another.',
  },
  'act.unknownKind': {
    'zh-CN': '这个版本不认识操作“{kind}”（{txn}）。刷新页面取得新版本。',
    en: 'This version does not know the act “{kind}” ({txn}). Reload the page to get the latest version.',
  },
  'sort.managerOnly': {
    'zh-CN': '排序会移动所有人的行，由主管来做。找 {managers} 排序。',
    en: 'Sorting moves everybody’s rows; managers do it. Ask {managers}.',
  },
  'undo.managerOnly': {
    'zh-CN': '这次改动由主管撤销。找 {managers} 撤销。',
    en: 'Managers undo acts like this one. Ask {managers}.',
  },
  'undo.unknown': { 'zh-CN': '撤销记录里没有 {txn}。', en: 'There is no act {txn} in the history.' },
  'undo.already': { 'zh-CN': '{txn} 已经撤销过了。', en: '{txn} has been undone already.' },
  'undo.closed': {
    'zh-CN': '{txn} 太久了，撤销所需的记录已清理。',
    en: '{txn} is too old: what its undo needs is no longer kept.',
  },
  'undo.mergedChanged': {
    'zh-CN': '撤销合并以后 {id} 又改过，照原样重做会弄混两边的内容；什么都没有动。到“查重与合并”里重新合并这一组。',
    en: '{id} was changed after the merge was undone; doing it again as it was would mix up old and new. Nothing was changed. Merge the group anew under Duplicates.',
  },
  'undo.impossible': { 'zh-CN': '{txn} 这类操作不能撤销。', en: 'An act like {txn} cannot be undone.' },
} as const;
