// Sentences every area uses.
export const commonWords = {
  'rpc.unknown': {
    'zh-CN': '没有“{name}”这个操作。刷新侧边栏再试。',
    en: 'There is no action “{name}”. Reload the sidebar and try again.',
  },
  'rpc.args': {
    'zh-CN': '“{name}”收到的内容读不懂。刷新侧边栏再试。',
    en: 'What “{name}” received cannot be read. Reload the sidebar and try again.',
  },
  unexpected: {
    'zh-CN': '“{name}”没有完成，原因已记下（编号 {fault}）。表里的数据没有丢，可以再试一次。',
    en: '“{name}” did not finish; the reason is on record (no. {fault}). No data in the sheet was lost. Try again.',
  },
  'lock.busy': {
    'zh-CN': '别人正在改这份表，{seconds} 秒内没有轮到你。稍等再试，什么都没有改动。',
    en: 'Somebody else is changing this workbook and {seconds} seconds were not enough. Try again; nothing was changed.',
  },
  'count.customers': { 'zh-CN': '{n} 位客户', en: '{n} {n|customer|customers}' },
} as const;
