// The few sentences the sidebar says before it has its others.
export const sidebarStartWords = {
  'app.name': { 'zh-CN': '客户池', en: 'Customer Pool' },
  'app.starting': { 'zh-CN': '正在打开客户池', en: 'Opening the customer pool' },
  'app.oldBrowser': {
    'zh-CN': '这个浏览器太旧，打不开客户池。更新后再试。',
    en: 'This browser is too old for the customer pool. Update it and try again.',
  },
  'act.retry': { 'zh-CN': '再试一次', en: 'Try again' },
  'server.lost': {
    'zh-CN': '没有收到回答：网络断了，或者登录已过期。已写入的都在表里，刷新侧边栏就能看到。',
    en: 'No answer came back: the connection is down or you were signed out. What was written is in the sheet; reload the sidebar to see it.',
  },
} as const;
