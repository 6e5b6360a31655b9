// What the server says about customers: how a search was read, what a card tells, why a form is not saved.
export const customersWords = {
  'search.overdue': { 'zh-CN': '逾期', en: 'Overdue' },
  'search.today': { 'zh-CN': '今天', en: 'Due today' },
  'search.coming': { 'zh-CN': '未来', en: 'Coming' },
  'search.pool': { 'zh-CN': '公海', en: 'Pool' },
  'search.mine': { 'zh-CN': '我的', en: 'Mine' },
  'search.birthday': { 'zh-CN': '7 天内生日', en: 'Birthday in 7 days' },
  'search.duplicate': { 'zh-CN': '重复', en: 'Duplicate' },
} as const;
