// Responses of a linked form: what is said of them in the workbook and by the server.
export const intakeWords = {
  'intake.known': { 'zh-CN': '已有客户，表单里的回答不同', en: 'Known customer; the form has another answer' },
  'intake.noSheet': {
    'zh-CN': '找不到这张表，它可能被删了。重新选一张。',
    en: 'That sheet is not there; it may have been deleted. Choose another.',
  },
  'intake.managerOnly': {
    'zh-CN': '表单由主管或管理员连接：{managers}。什么都没有改动。',
    en: 'Managers and admins link forms: {managers}. Nothing was changed.',
  },
  'act.kind.intake': { 'zh-CN': '表单', en: 'Form' },
  'act.kind.accept': { 'zh-CN': '采用表单回答', en: 'Form answers' },
} as const;
