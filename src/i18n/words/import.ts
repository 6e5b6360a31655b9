// Files and imports: why a file is refused, where its columns went, what was wrong in a row.
export const importWords = {
  'file.empty': { 'zh-CN': '文件是空的', en: 'The file is empty' },
} as const;
