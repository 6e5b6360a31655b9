// Sentences about sample data.
export const sampleWords = {
  'sample.size': {
    'zh-CN': '样例的客户数要在 {min}–{max} 之间。',
    en: 'A sample has {min} to {max} customers.',
  },
  'sample.again': {
    'zh-CN': '样例已经在这份表格里了，没有再加一次。',
    en: 'The sample is in this workbook already and was not added again.',
  },
  'sample.noCustomers': {
    'zh-CN': '样例客户还没有导入，跟进、订单和反馈没有对象。先导入样例客户。',
    en: 'The sample customers are not imported yet, so there is nobody for contacts, orders and feedback. Import them first.',
  },
} as const;
