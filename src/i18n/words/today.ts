// Sentences of follow-ups: why a day was chosen, what was logged or put off, and what stands in the way.
export const todayWords = {
  'followUp.every.key': { 'zh-CN': '重要客户每 {days} 天', en: 'Key customers every {days} {days|day|days}' },
  'followUp.every.standard': { 'zh-CN': '普通客户每 {days} 天', en: 'Standard customers every {days} {days|day|days}' },
  'followUp.every.prospect': { 'zh-CN': '潜在客户每 {days} 天', en: 'Prospects every {days} {days|day|days}' },
  'followUp.every.other': { 'zh-CN': '每 {days} 天', en: 'Every {days} {days|day|days}' },
  'followUp.again': { 'zh-CN': '没联系上，下个工作日再试', en: 'Nobody reached: again on the next working day' },
  'followUp.off': { 'zh-CN': '{day} 休息', en: '{day} is a day off' },
  'followUp.leave': { 'zh-CN': '{day} 请假', en: 'On leave on {day}' },
  'followUp.full': { 'zh-CN': '{day} 已满', en: '{day} is full' },
  'followUp.noRoom': { 'zh-CN': '{day} 和之后 {days} 个工作日都已满', en: '{day} and the next {days} working days are full' },
  'followUp.booked': { 'zh-CN': '当天已排 {booked} 位，上限 {cap}', en: '{booked} on that day, limit {cap}' },
  'followUp.said.reached': { 'zh-CN': '已联系', en: 'Reached' },
  'followUp.said.missed': { 'zh-CN': '未接通', en: 'No answer' },
  'followUp.said.reachedFor': { 'zh-CN': '已联系：{action}', en: 'Reached: {action}' },
  'followUp.said.missedFor': { 'zh-CN': '未接通：{action}', en: 'No answer: {action}' },
  'quick.logged': { 'zh-CN': '{name}：已记一条跟进，下次 {day}', en: '{name}: contact logged, next on {day}' },
  'quick.moved': { 'zh-CN': '{name}：下次跟进改到 {day}', en: '{name}: next follow-up moved to {day}' },
  'quick.verified': { 'zh-CN': '{name}：信息已核实', en: '{name}: details verified' },
  'followUp.stranger': {
    'zh-CN': '账号 {account} 不在“团队”名单里，不知道是谁联系的。请管理员加上再记录。',
    en: 'The account {account} is not on the Team list, so nobody knows who made the contact. An admin can add it.',
  },
  'followUp.closed': {
    'zh-CN': '{name} 的负责人是 {owner}，这一行你不能改。什么都没有写入。',
    en: '{name} belongs to {owner}, and the row is closed to you. Nothing was written.',
  },
  'followUp.past': { 'zh-CN': '{day} 不晚于今天，延期要选以后的日期。', en: '{day} is not after today: choose a later day.' },
  'option.off': {
    'zh-CN': '选项“{option}”已停用，在“选项”表里可以恢复。',
    en: 'The option “{option}” is switched off; it can be switched on again in Options.',
  },
  'record.gone': {
    'zh-CN': '“{sheet}”里没有 {id} 了，可能已合并或归档。什么都没有写入。',
    en: '{id} is no longer in {sheet}; it may have been merged or archived. Nothing was written.',
  },
} as const;
