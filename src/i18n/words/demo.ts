// Sentences of the command line: options, files, and what the demo did.
export const demoWords = {
  'command.unknown': { 'zh-CN': '没有“{name}”这个命令。可用：{known}', en: 'There is no command “{name}”. Known: {known}' },
  'command.fault': {
    'zh-CN': '演示程序出错了，什么都没有写出：{message}',
    en: 'A fault in the program; nothing was written: {message}',
  },
  'line.unknown': {
    'zh-CN': '没有 {option} 这个选项。--help 列出全部选项',
    en: 'There is no option {option}. --help lists them all',
  },
  'line.stray': { 'zh-CN': '多出来的“{text}”。--help 列出全部选项', en: 'Nothing takes “{text}”. --help lists the options' },
  'line.value': { 'zh-CN': '{option} 后面要写一个值', en: '{option} needs a value' },
  'line.noValue': { 'zh-CN': '{option} 后面不写值', en: '{option} takes no value' },
  'line.choice': {
    'zh-CN': '{option} 不能是“{value}”。可选：{allowed}',
    en: '{option} cannot be “{value}”. Choose from: {allowed}',
  },
  'line.moment': {
    'zh-CN': '--now 要写成 2026-03-11T09:00 这样，“{value}”不是',
    en: '--now takes a moment like 2026-03-11T09:00, which “{value}” is not',
  },
  'line.region': {
    'zh-CN': '--region 要写两个字母的国家或地区代码，如 CN、SG，“{value}”不是',
    en: '--region takes a country code of two letters, such as CN or SG, which “{value}” is not',
  },
  'line.workbook': {
    'zh-CN': '--file 要是一个 .xlsx 文件，“{value}”不是',
    en: '--file takes an .xlsx file, which “{value}” is not',
  },
  'line.kept': {
    'zh-CN': '{file} 里有上次的工作簿，{option} 用不上。加 --fresh 从头开始，或用 --file 另存一处',
    en: '{file} holds the workbook of the last run, which {option} does not concern. Add --fresh to start over, or keep another with --file',
  },
  'line.apart': { 'zh-CN': '{option} 和 {other} 不能一起用', en: '{option} and {other} do not go together' },
  'line.needed': { 'zh-CN': '还要写 {option} 和文件名', en: '{option} and a file name are needed' },
  'dedupe.schema': {
    'zh-CN': '{file} 里没有 columns：每一列的标题和种类，如 {"columns": {"姓名": "person_name"}}',
    en: '{file} has no columns: a kind for each header, as in {"columns": {"Name": "person_name"}}',
  },
  'dedupe.help': {
    'zh-CN': `查重：找出一份 CSV 里说的是同一位客户的行。

  npm run --silent dedupe -- --in 名单.csv --out 结果.csv [选项]

  --in FILE          名单，第一行是标题；UTF-8、GB18030、Big5 或 UTF-16
  --out FILE         结果：每一行的编号、所在的组、把握
  --schema FILE      每一列的种类，如 {"columns": {"姓名": "person_name"}}；不写就从标题和内容看出来
  --certainty C      review（默认）：给人看的组；certain：不用看就能合并的组
  --stats FILE       用时、内存、看出来的种类
  --lang L           提示用的语言：zh-CN 或 en`,
    en: `Finds the rows of a CSV that are about the same customer.

  npm run --silent dedupe -- --in LIST.csv --out RESULT.csv [options]

  --in FILE          the list, headers first; UTF-8, GB18030, Big5 or UTF-16
  --out FILE         the result: for each row its id, its group and how sure that is
  --schema FILE      the kind of each column, as in {"columns": {"Name": "person_name"}}; worked out from headers and values without it
  --certainty C      review (default): groups to be looked at; certain: groups that may be merged unseen
  --stats FILE       times, memory and the kinds worked out
  --lang L           language of the messages: zh-CN or en`,
  },
  'dedupe.columns': {
    'zh-CN': '{file} 里写的列，{list} 里一个也没有',
    en: 'None of the columns {file} speaks of stands in {list}',
  },
  'dedupe.kind': {
    'zh-CN': '“{column}”列不能是 {kind}。可选：{known}',
    en: 'Column “{column}” cannot be {kind}. Choose from: {known}',
  },
  'dedupe.same': {
    'zh-CN': '{option} 不能写到 {file}：它是要读的文件',
    en: '{option} cannot go to {file}: it is a file to be read',
  },
  'input.missing': { 'zh-CN': '没有 {file} 这个文件', en: 'There is no file {file}' },
  'input.folder': { 'zh-CN': '{file} 是文件夹，不是文件', en: '{file} is a folder, not a file' },
  'input.unreadable': { 'zh-CN': '{file} 打不开：没有读取权限', en: '{file} cannot be opened: no permission to read it' },
  'output.file': {
    'zh-CN': '{folder} 是文件，不是文件夹，结果放不进去',
    en: '{folder} is a file, not a folder: results cannot go there',
  },
  'file.unreadable': {
    'zh-CN': '{file} 打不开，不是完好的工作簿。加 --fresh 从头开始，它会被换掉',
    en: '{file} cannot be opened as a workbook. --fresh starts over and replaces it',
  },
  'output.closed': { 'zh-CN': '{folder} 写不进去，什么都没有生成', en: '{folder} cannot be written to; nothing was made' },

  'demo.help': {
    'zh-CN': `客户池演示：把空表格变成客户池，导入客户，查重合并，按负责人保护，发提醒。

  npm run demo -- [选项]

  --once             生成文件后结束，不打开网页
  --empty            打开一份空表格，从侧边栏的向导建起；存在 .customer-pool/empty.xlsx
  --csv 文件         导入这份名单，代替样例客户
  --encoding 编码    名单的编码，默认自动识别：{encodings}
  --out 文件夹       结果放在哪里，默认 out
  --preset 行业      b2b（默认）、retail、consulting、ecommerce
  --lang 语言        zh-CN（默认）、en
  --now 时间         演示开始的时间，如 2026-03-11T09:00，默认现在
  --region 代码      客户所在的国家或地区，默认 CN
  --file 文件        网页里的工作簿存在哪里，默认 .customer-pool/pool.xlsx；下次接着用
  --fresh            不接着用上次的工作簿，从头开始
  --json             最后一行输出 JSON
  --help             显示这些说明`,
    en: `Customer Pool demo: turns an empty spreadsheet into a customer pool, imports customers, merges duplicates, protects each owner's rows, sends reminders.

  npm run demo -- [options]

  --once             end when the files are written, without a web page
  --empty            serve an empty workbook, to begin with the sidebar's wizard; kept in .customer-pool/empty.xlsx
  --csv FILE         import this list instead of the sample customers
  --encoding NAME    encoding of the list, recognised by default: {encodings}
  --out FOLDER       where results go, out by default
  --preset NAME      b2b (default), retail, consulting, ecommerce
  --lang LANGUAGE    zh-CN (default), en
  --now MOMENT       when the demo begins, e.g. 2026-03-11T09:00; now by default
  --region CODE      country or region of the customers, CN by default
  --file FILE        where the page keeps its workbook, .customer-pool/pool.xlsx by default; the next run goes on with it
  --fresh            start over instead of going on with the last workbook
  --json             the last line is JSON
  --help             show this`,
  },
  'demo.step.template': { 'zh-CN': '正在建立客户池', en: 'Building the pool' },
  'demo.step.import': { 'zh-CN': '正在导入客户', en: 'Importing customers' },
  'demo.step.importing': { 'zh-CN': '正在导入客户 {percent}%', en: 'Importing customers, {percent}%' },
  'demo.step.sample': { 'zh-CN': '正在写入跟进和订单', en: 'Writing contacts and orders' },
  'demo.step.duplicates': { 'zh-CN': '正在查重合并', en: 'Merging duplicates' },
  'demo.step.protection': { 'zh-CN': '正在按负责人保护', en: 'Protecting by owner' },
  'demo.step.reminders': { 'zh-CN': '正在等下一个工作日早上', en: 'Waiting for the next working morning' },
  'demo.step.save': { 'zh-CN': '正在保存', en: 'Saving' },

  'demo.title': { 'zh-CN': '客户池演示', en: 'Customer Pool demo' },
  'demo.template': { 'zh-CN': '建立', en: 'Built' },
  'demo.templateIs': {
    'zh-CN': '{sheets} 张表（{visible} 张可见），{columns} 列客户信息，{rules} 处校验，{charts} 张图',
    en: '{sheets} sheets ({visible} visible), {columns} customer columns, {rules} checked ranges, {charts} charts',
  },
  'demo.operations': {
    'zh-CN': '{operations} 项改动；再查一遍，还差 {secondPlan} 项',
    en: '{operations} changes; a second look finds {secondPlan} to make',
  },
  'demo.import': { 'zh-CN': '导入', en: 'Imported' },
  'demo.importIs': {
    'zh-CN': '读 {read} 行 = 导入 {imported} + 隔离区 {quarantined}',
    en: '{read} rows read = {imported} imported + {quarantined} in quarantine',
  },
  'demo.importAside': {
    'zh-CN': '{setAside} 个单元格原文另存，{withIssues} 位客户带问题说明',
    en: '{setAside} {setAside|cell|cells} set aside, {withIssues} {withIssues|customer|customers} with issues',
  },
  'demo.file': { 'zh-CN': '{file}，{encoding}', en: '{file}, {encoding}' },
  'demo.sample': { 'zh-CN': '样例', en: 'Sample' },
  'demo.sampleIs': {
    'zh-CN': '{people} 位成员，{interactions} 条跟进，{orders} 行订单，{feedback} 条反馈',
    en: '{people} people, {interactions} contacts, {orders} order lines, {feedback} pieces of feedback',
  },
  'demo.duplicates': { 'zh-CN': '查重', en: 'Duplicates' },
  'demo.duplicatesIs': {
    'zh-CN': '{duplicates} 组完全一致，合并 {merged} 位，转移 {children} 条记录',
    en: '{duplicates} exact {duplicates|group|groups}, {merged} merged, {children} {children|record|records} moved',
  },
  'demo.leftOut': {
    'zh-CN': '{groups} 组没有合并，如 {reason}',
    en: '{groups} {groups|group|groups} left alone, e.g. {reason}',
  },
  'demo.protection': { 'zh-CN': '保护', en: 'Protected' },
  'demo.protectionIs': {
    'zh-CN': '{ranges} 个范围，{owners} 位负责人各改各的',
    en: '{ranges} {ranges|range|ranges} for {owners} {owners|owner|owners}',
  },
  'demo.reminders': { 'zh-CN': '提醒', en: 'Reminders' },
  'demo.remindersIs': { 'zh-CN': '{at} 发出 {mails} 封', en: '{mails} {mails|mail|mails} at {at}' },
  'demo.remindersNone': {
    'zh-CN': '等到 {at}，没有要发的：没有邮箱可寄，或者没有人到期',
    en: 'waited until {at}: none to send, for nobody has an address or nobody is due',
  },
  'demo.cost': { 'zh-CN': '调用', en: 'Calls' },
  'demo.costIs': {
    'zh-CN': '建立和导入：读 {reads}，写 {writes}，其他 {other}，约 {virtualSeconds} 秒（按估计的 Google 延迟）',
    en: 'building and importing: {reads} reads, {writes} writes, {other} other, about {virtualSeconds} s at assumed Google latency',
  },
  'demo.time': { 'zh-CN': '用时', en: 'Took' },
  'demo.timeIs': { 'zh-CN': '{seconds} 秒', en: '{seconds} s' },
  'demo.workbook': { 'zh-CN': '表格', en: 'Workbook' },
  'demo.mails': { 'zh-CN': '邮件', en: 'Mails' },
  'demo.columns': { 'zh-CN': '每一列去了哪里', en: 'Where each column went' },
  'demo.columnTo': { 'zh-CN': '→ {label}', en: '→ {label}' },
  'demo.columnCustom': { 'zh-CN': '→ 自定义列“{label}”', en: '→ custom column “{label}”' },
  'demo.columnNotes': { 'zh-CN': '→ 备注', en: '→ notes' },
  'demo.columnEmpty': { 'zh-CN': '全空', en: 'empty' },
  'demo.noHeader': { 'zh-CN': '（第 {index} 列，无列名）', en: '(column {index}, no header)' },
  'demo.reasons': { 'zh-CN': '需要留意的', en: 'What needs attention' },
  'demo.times': { 'zh-CN': '{count} 次，如', en: '{count} {count|time|times}, e.g.' },
  'demo.once': { 'zh-CN': '1 次', en: 'once' },
  'demo.newOwners': { 'zh-CN': '新加的停用成员', en: 'Added as inactive members' },
  'demo.kept': {
    'zh-CN': '接着用上次的工作簿 {file}；加 --fresh 从头开始',
    en: 'Going on with the workbook of the last run, {file}; --fresh starts over',
  },
  'demo.serving': {
    'zh-CN': '打开 {url} 试用；按 Ctrl+C 结束',
    en: 'Open {url} to try it; Ctrl+C ends',
  },
} as const;
