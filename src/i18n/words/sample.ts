// Sentences about sample data.
export const sampleWords = {
  'sample.adminOnly': {
    'zh-CN': '样例由管理员载入和移走。找 {admins}。',
    en: 'Admins load the sample and take it away. Ask {admins}.',
  },
  'sample.size': {
    'zh-CN': '样例的客户数要在 {min}–{max} 之间。',
    en: 'A sample has {min} to {max} customers.',
  },
  'sample.loaded': {
    'zh-CN': '客户表里已有 {customers} 位样例客户，没有再加。想重新载入，先移走样例。',
    en: 'Customers already holds {customers} sample customers; nothing was added. To load it anew, take the sample away first.',
  },
} as const;
