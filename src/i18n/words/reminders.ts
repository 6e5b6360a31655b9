// Sentences about reminders: who runs them, what waits.
export const remindersWords = {
  'reminders.otherSteward': {
    'zh-CN': '提醒已由 {steward} 运行，最近一次 {beat}。停运 48 小时后才能接手。',
    en: '{steward} runs the reminders, last at {beat}. They can be taken over after 48 hours of silence.',
  },
  'reminders.adminOnly': {
    'zh-CN': '提醒由管理员或表格所有者的账号运行。找 {admins} 打开。',
    en: 'Reminders run from the account of an admin or of the owner of the file. Ask {admins} to switch them on.',
  },
  'reminders.notYours': {
    'zh-CN': '提醒由 {steward} 的账号运行，只有本人能关闭。',
    en: 'Reminders run from the account of {steward}, who alone can switch them off.',
  },
  'reminders.gone': {
    'zh-CN': '这封邮件已经不在待确认之列，什么都没有改动。',
    en: 'This mail is no longer in doubt; nothing was changed.',
  },
  'reminders.past': {
    'zh-CN': '这是 {day} 的邮件，不再补发；最新事项在当天的邮件里。可以选“不发”。',
    en: 'This mail was for {day} and is not sent any more; the mail of the day tells what is due. Choose to drop it.',
  },
  'reminders.nothingDue': {
    'zh-CN': '{recipient} 现在没有到期事项，不用补发。可以选“不发”。',
    en: 'Nothing is due for {recipient} now, so there is nothing to send again. Choose to drop it.',
  },
  'reminders.noQuota': {
    'zh-CN': '没有发送：今天的邮件额度用完了，明天再试。',
    en: 'Not sent: the mail quota of today is used. Try again tomorrow.',
  },
  'reminders.notSent': {
    'zh-CN': '没有发送给 {recipient}：{reason}',
    en: 'Not sent to {recipient}: {reason}',
  },
} as const;
