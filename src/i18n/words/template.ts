// Sentences about building, repairing and switching the template.
export const templateWords = {
  'template.admin': {
    'zh-CN': '建立和修复客户池由管理员来做：{admins}。什么都没有改动。',
    en: 'Building and repairing the pool is for admins: {admins}. Nothing was changed.',
  },
} as const;
