// Sentences of the sidebar's Settings: the first run and the tour, the options editor, custom fields, taking the sample away.
export const sidebarSettingsWords = {
  'wizard.title': { 'zh-CN': '建立客户池', en: 'Set up the pool' },
  'wizard.steps': { 'zh-CN': '第 {step} 步，共 4 步', en: 'Step {step} of 4' },
  'wizard.step1': { 'zh-CN': '语言', en: 'Language' },
  'wizard.step2': { 'zh-CN': '行业', en: 'Business' },
  'wizard.step3': { 'zh-CN': '地区', en: 'Region' },
  'wizard.step4': { 'zh-CN': '建立', en: 'Build' },
  'wizard.ask1': { 'zh-CN': '表格用什么语言？', en: 'Which language for the workbook?' },
  'wizard.ask2': { 'zh-CN': '你们做哪一行？', en: 'What is your line of business?' },
  'wizard.ask3': { 'zh-CN': '在哪里，要不要样例？', en: 'Where are you, and do you want a sample?' },
  'wizard.ask4': { 'zh-CN': '会建成这样', en: 'This will be built' },
  'wizard.presetWhy': {
    'zh-CN': '决定先显示哪些表和列。以后可以换，数据不会丢。',
    en: 'Decides which sheets and columns show at first. It can be changed later; nothing is lost.',
  },
  'wizard.region': { 'zh-CN': '本地国家或地区', en: 'Home region' },
  'wizard.regionHint': {
    'zh-CN': '没写国家的电话和地址按这里读。',
    en: 'Phone numbers and places without a country are read by it.',
  },
  'wizard.sample.yes': { 'zh-CN': '载入样例', en: 'With sample' },
  'wizard.sample.no': { 'zh-CN': '不要样例', en: 'Without' },
  'wizard.sampleHint': {
    'zh-CN': '样例是 {size} 位虚构的客户，用来试手和导览；之后一次点击就能全部移走。',
    en: 'The sample is {size} invented customers to practise and take the tour on; one click takes them all away later.',
  },
  'wizard.sampleOf': { 'zh-CN': '{size} 位客户', en: '{size} customers' },
  'wizard.next': { 'zh-CN': '下一步', en: 'Next' },
  'wizard.ready': { 'zh-CN': '客户池建好了', en: 'The pool is ready' },
  'wizard.without': { 'zh-CN': '不用样例，继续', en: 'Go on without it' },
  'wizard.finish': { 'zh-CN': '开始使用', en: 'Start working' },
  'wizard.noTour': { 'zh-CN': '先不看导览', en: 'No tour now' },
  'tour.start': { 'zh-CN': '开始导览', en: 'Start the tour' },

  'archive.sample': { 'zh-CN': '移走样例', en: 'Taken away with the sample' },
  'archive.option': { 'zh-CN': '删除选项', en: 'Option removed' },
  'act.kind.options': { 'zh-CN': '改选项', en: 'Options' },
  'act.kind.fields': { 'zh-CN': '改自定义字段', en: 'Custom field' },
  'act.kind.sample': { 'zh-CN': '移走样例', en: 'Sample removal' },

  'options.adminOnly': {
    'zh-CN': '选项和字段由管理员来改。找 {admins} 改。',
    en: 'Admins change options and fields. Ask {admins}.',
  },
  'options.unknown': { 'zh-CN': '没有“{list}”，可能刚被删掉。', en: 'There is no “{list}”; it may have been removed just now.' },
  'options.closed': {
    'zh-CN': '“{list}”里的选项程序要用，只能改名、改颜色、换顺序，不能加。',
    en: 'The program works with the options of “{list}”: rename, recolour and reorder them; none can be added.',
  },
  'options.needed': {
    'zh-CN': '程序要用“{option}”，不能停用；可以改名。',
    en: 'The program works with “{option}”, so it stays on. It can be renamed.',
  },
  'options.default': {
    'zh-CN': '新客户默认是“{option}”，不能停用。',
    en: 'New customers begin with “{option}”, so it stays on.',
  },
  'options.name': {
    'zh-CN': '“{text}”不行：名字要写，最多 {max} 个字，不含分号。',
    en: '“{text}” will not do: a name is needed, up to {max} characters, without a semicolon.',
  },
  'options.colour': { 'zh-CN': '“{text}”不是颜色，要像 #d5f0de。', en: '“{text}” is no colour; one looks like #d5f0de.' },
  'options.taken': {
    'zh-CN': '“{text}”已经指“{other}”了，换个写法。',
    en: '“{text}” already means “{other}”. Choose another wording.',
  },
  'options.noRow': {
    'zh-CN': '“选项”表里没有“{option}”这一行。先在“客户池模板”里修复，再来改。',
    en: 'The Options sheet has lost the row of “{option}”. Repair the pool template first, then change it.',
  },
  'options.shipped': {
    'zh-CN': '“{option}”是产品自带的，不能删；可以停用或改名。',
    en: '“{option}” came with the product and stays; switch it off or rename it.',
  },
  'options.used': {
    'zh-CN': '“{option}”还在 {count} 个单元格里用着，不能删；可以停用。',
    en: '“{option}” stands in {count} {count|cell|cells}, so it cannot be removed. Switch it off instead.',
  },
  'fields.unknown': { 'zh-CN': '没有备用列或类型“{slot}”。', en: 'There is no spare column or kind “{slot}”.' },
  'fields.name': {
    'zh-CN': '“{text}”不能做列名：要写，最多 {max} 个字，不含 ; | =。',
    en: '“{text}” cannot be a column’s name: one is needed, up to {max} characters, without ; | =.',
  },
  'fields.taken': { 'zh-CN': '已经有一列叫“{text}”。', en: 'Another column is called “{text}” already.' },
  'fields.noOptions': { 'zh-CN': '至少写一个选项。', en: 'Write at least one option.' },
  'fields.noSetting': {
    'zh-CN': '“设置”表里没有 custom.fields 这一行。先在“客户池模板”里修复。',
    en: 'The Settings sheet has lost the row custom.fields. Repair the pool template first.',
  },
} as const;
