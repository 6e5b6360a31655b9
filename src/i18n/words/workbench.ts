// Sentences of the workbench's page.
export const workbenchWords = {
  'workbench.title': { 'zh-CN': '客户池演示', en: 'Customer Pool demo' },
  'workbench.local': { 'zh-CN': '在本机运行，不连 Google', en: 'Runs on this machine, without Google' },
  'workbench.user': { 'zh-CN': '身份', en: 'Acting as' },
  'workbench.clock': { 'zh-CN': '时钟', en: 'Clock' },
  'workbench.outbox': { 'zh-CN': '发件箱', en: 'Outbox' },
  'workbench.outboxLocal': { 'zh-CN': '只在本机，不会寄出', en: 'stays on this machine, nothing is sent' },
  'workbench.noMail': { 'zh-CN': '还没有邮件。', en: 'No mail yet.' },
  'workbench.tabs': { 'zh-CN': '工作表', en: 'Sheets' },
  'workbench.hidden': { 'zh-CN': '显示后台的 {count} 张', en: 'Show the {count} sheets behind' },
  'workbench.fold': { 'zh-CN': '收起后台的表', en: 'Hide the sheets behind' },
  'workbench.sidebar': { 'zh-CN': '侧边栏', en: 'Sidebar' },
  'workbench.lost': {
    'zh-CN': '演示程序已经停了。重新运行 npm run demo，再刷新这一页。',
    en: 'The demo has ended. Run npm run demo again and reload this page.',
  },
} as const;
