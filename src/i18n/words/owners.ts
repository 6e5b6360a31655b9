// Sentences about people, owners and protection.
export const ownersWords = {
  'owners.adminOnly': {
    'zh-CN': '人员由管理员或表格所有者修改。找 {admins} 来改。',
    en: 'People are changed by an admin or the owner of the file. Ask {admins}.',
  },
  'owners.name': {
    'zh-CN': '姓名要写 1–{max} 个字。',
    en: 'A name of 1 to {max} characters is needed.',
  },
  'owners.email': {
    'zh-CN': '“{email}”不是邮箱地址，如 chen@example.com。',
    en: '“{email}” is not a mail address, e.g. chen@example.com.',
  },
  'owners.sameEmail': {
    'zh-CN': '{email} 已是 {name} 的账号。改用别的邮箱，或修改 {name}。',
    en: '{email} is the account of {name} already. Use another address, or change {name}.',
  },
  'owners.role': {
    'zh-CN': '没有“{role}”这个角色。',
    en: 'There is no role “{role}”.',
  },
  'protection.sortFirst': {
    'zh-CN': '客户分得太散：要保护 {ranges} 处，超过 {most} 处。先按负责人安全排序，再保护；现在什么都没有改动。',
    en: 'Customers of one owner stand too far apart: {ranges} ranges, more than {most}. Sort safely by owner first; nothing was changed.',
  },
  'protection.noAccess': {
    'zh-CN': '{name}（{email}）还不能编辑这份表格，{n} 位客户暂时只有主管能改。先共享给本人。',
    en: '{name} ({email}) may not edit this file yet; {n} {n|customer|customers} can be changed by managers only. Share the file first.',
  },
  'protection.noEmail': {
    'zh-CN': '{name} 没有邮箱，{n} 位客户暂时只有主管能改。',
    en: '{name} has no mail address; {n} {n|customer|customers} can be changed by managers only.',
  },
  'protection.inactive': {
    'zh-CN': '{name} 已停用，{n} 位客户暂时只有主管能改。',
    en: '{name} is not active; {n} {n|customer|customers} can be changed by managers only.',
  },
  'protection.unknownOwner': {
    'zh-CN': '“{name}”不在人员表里，{n} 位客户暂时只有主管能改。',
    en: '“{name}” is not among the people; {n} {n|customer|customers} can be changed by managers only.',
  },
  'protection.notOwner': {
    'zh-CN': '由 {account} 设置保护，这个账号能改所有客户。由表格所有者来做就没有这个例外。',
    en: '{account} sets the protection and can therefore change every customer. Let the owner of the file do it to avoid that.',
  },
  'protection.foreign': {
    'zh-CN': '客户表上已有别人设的整表保护，没有改动它；客户池的保护没有生效。去掉它再试。',
    en: 'Somebody else protects the Customers sheet as a whole; that was left alone and ours is not in force. Remove it and try again.',
  },
  'protection.closed': {
    'zh-CN': '有的保护由别的账号设置，你不能修改。由表格所有者 {owner} 来做；现在什么都没有改动。',
    en: 'Some of the protection was set by another account and is closed to you. Ask the owner of the file, {owner}; nothing was changed.',
  },
  'protection.adminOnly': {
    'zh-CN': '保护由管理员或表格所有者设置。找 {admins} 来做。',
    en: 'Protection is set by an admin or the owner of the file. Ask {admins}.',
  },
} as const;
