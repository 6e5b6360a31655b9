// Sentences about sample data.
export const sampleWords = {
  'sample.size': {
    'zh-CN': '样例的客户数要在 {min}–{max} 之间。',
    en: 'A sample has {min} to {max} customers.',
  },
} as const;
