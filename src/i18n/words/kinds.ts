// Why a value cannot be read, is doubtful or is missing: one sentence a reason, the same wherever the record is entered.
export const kindWords = {
  'record.missing': { 'zh-CN': '必填，还没有填', en: 'needed, and still empty' },
  'record.missingIf': {
    'zh-CN': '{other}是“{option}”时必填，还没有填',
    en: 'needed where {other} is “{option}”, and still empty',
  },
  'record.wanted': { 'zh-CN': '还没有填', en: 'still empty' },
  'record.oneOf': { 'zh-CN': '{fields}一个都没有', en: 'Not one of {fields}' },
  'record.taken': { 'zh-CN': '另一条记录已有“{text}”', en: 'Another record has “{text}”' },
  'record.takenWith': {
    'zh-CN': '另一条记录已有“{text}”，{others}也相同',
    en: 'Another record has “{text}”, and the same {others}',
  },
  'record.oneFor': {
    'zh-CN': '“{text}”的其他行写着另一个{other}',
    en: 'Other rows of “{text}” have another {other}',
  },
  'record.otherCurrency': {
    'zh-CN': '“{text}”写的是 {named}，{column}一栏是 {currency}',
    en: '“{text}” is in {named}, but {column} says {currency}',
  },
  'kind.text.tooLong': {
    'zh-CN': '共 {length} 字，最多 {max} 字',
    en: '{length} characters; at most {max} fit',
  },
  'kind.text.tooShort': {
    'zh-CN': '“{text}”只有 {length} 位，至少 {min} 位',
    en: '“{text}” has {length} {length|character|characters}; at least {min} are needed',
  },
  'kind.text.time': { 'zh-CN': '“{text}”不是时间，写成 09:30', en: '“{text}” is no time; write it as 09:30' },
  'kind.id.form': {
    'zh-CN': '“{text}”不是编号，编号像 {prefix}000123',
    en: '“{text}” is no record number; they look like {prefix}000123',
  },
  'kind.phone.scientific': {
    'zh-CN': '“{text}”是表格软件截短后的样子，后几位已经丢了，找原始号码重填',
    en: '“{text}” is how a spreadsheet cuts long numbers; the last digits are gone, enter the original number',
  },
  'kind.phone.letters': {
    'zh-CN': '“{text}”里有文字，只留号码',
    en: '“{text}” has words in it; keep only the number',
  },
  'kind.phone.form': { 'zh-CN': '“{text}”不是电话号码', en: '“{text}” is no phone number' },
  'kind.phone.unknownCode': {
    'zh-CN': '“{text}”开头的国家代码不存在',
    en: '“{text}” begins with a country code that does not exist',
  },
  'kind.phone.length': {
    'zh-CN': '“{text}”：国家代码 +{code} 后面是 {digits} 位，位数不对',
    en: '“{text}” has {digits} {digits|digit|digits} after country code +{code}, which cannot be',
  },
  'kind.phone.notCn': {
    'zh-CN': '“{text}”：+86 后面是 {digits} 位，既不是手机也不是带区号的座机',
    en: '“{text}”: the {digits} digits after +86 are neither a mobile nor a landline with area code',
  },
  'kind.phone.mobileDigits': {
    'zh-CN': '“{text}”是 {digits} 位，手机号有 11 位',
    en: '“{text}” has {digits} digits; a mobile has 11',
  },
  'kind.phone.lostZero': {
    'zh-CN': '“{text}”前面可能丢了 0',
    en: '“{text}” may have lost its leading 0',
  },
  'kind.phone.areaMissing': {
    'zh-CN': '“{text}”缺少区号',
    en: '“{text}” lacks its area code',
  },
  'kind.phone.tooShort': {
    'zh-CN': '“{text}”只有 {digits} 位，不是完整号码',
    en: '“{text}” has only {digits} {digits|digit|digits}; this is no full number',
  },
  'kind.phone.noCountry': {
    'zh-CN': '“{text}”不是本地号码；国外号码要带国家代码，如 +65',
    en: '“{text}” is no number of this region; a foreign one needs its country code, e.g. +65',
  },
  'kind.phone.filler': { 'zh-CN': '“{text}”像是随手填的号码', en: '“{text}” looks like a made-up number' },
  'kind.phone.notMobile': {
    'zh-CN': '“{text}”是座机，放到座机一栏',
    en: '“{text}” is a landline; it belongs in the landline column',
  },
  'kind.email.noAt': { 'zh-CN': '“{text}”里没有 @', en: '“{text}” has no @' },
  'kind.email.noSuffix': {
    'zh-CN': '“{text}”缺少后缀，如 .com',
    en: '“{text}” lacks its ending, e.g. .com',
  },
  'kind.email.form': { 'zh-CN': '“{text}”不是邮箱地址', en: '“{text}” is no mail address' },
  'kind.email.tooLong': { 'zh-CN': '邮箱地址最多 254 个字符', en: 'A mail address has at most 254 characters' },
  'kind.email.slip': {
    'zh-CN': '“{text}”可能写错了，是不是 {suggestion}？',
    en: '“{text}” may be a slip of {suggestion}',
  },
  'kind.broken': {
    'zh-CN': '{text} 是公式出错的样子，这里填本来的内容',
    en: '{text} is what a failed formula shows; enter what belongs here',
  },
  'kind.date.form': { 'zh-CN': '“{text}”不是日期，要写得像 2024-03-05', en: '“{text}” is no date; write one like 2024-03-05' },
  'kind.date.ambiguous': {
    'zh-CN': '“{text}”可能是 {first}，也可能是 {second}',
    en: '“{text}” may be {first} or {second}',
  },
  'kind.date.roc': {
    'zh-CN': '“{text}”像民国年份，是不是 {suggestion}？',
    en: '“{text}” looks like a year of the Republic; is it {suggestion}?',
  },
  'kind.date.noSuchDay': { 'zh-CN': '日历上没有“{text}”这一天', en: 'The calendar has no day “{text}”' },
  'kind.date.noYear': { 'zh-CN': '“{text}”没有年份', en: '“{text}” has no year' },
  'kind.date.future': { 'zh-CN': '{text} 还没到', en: '{text} is still to come' },
  'kind.date.before': {
    'zh-CN': '{text} 早于这条记录开始的那天 {limit}',
    en: '{text} is before {limit}, the day this record begins',
  },
  'kind.birthday.form': {
    'zh-CN': '“{text}”不是生日，写成 1988-05-20、05-20 或 闰06-15',
    en: '“{text}” is no birthday; write it as 1988-05-20, 05-20 or 闰06-15',
  },
  'kind.birthday.future': { 'zh-CN': '{text} 还没到，不会是生日', en: '{text} is still to come and can be no birthday' },
  'kind.birthday.tooOld': {
    'zh-CN': '{text} 出生已有 {years} 岁，核对年份',
    en: 'Somebody born on {text} would be {years}; check the year',
  },
  'kind.birthday.onlyLunar': {
    'zh-CN': '公历没有 {text} 这一天；是农历就在“生日历法”里选农历',
    en: 'There is no {text} in the solar calendar; if it is lunar, set the calendar column',
  },
  'kind.enum.unknown': { 'zh-CN': '“{list}”里没有“{text}”这一项', en: '“{text}” is not an option of {list}' },
  'kind.number.form': { 'zh-CN': '“{text}”不是数字', en: '“{text}” is no number' },
  'kind.number.integer': { 'zh-CN': '“{text}”不是整数', en: '“{text}” is no whole number' },
  'kind.number.min': { 'zh-CN': '{value} 小于下限 {min}', en: '{value} is below {min}' },
  'kind.number.max': { 'zh-CN': '{value} 大于上限 {max}', en: '{value} is above {max}' },
  'kind.money.twoCurrencies': {
    'zh-CN': '“{text}”里有 {first} 和 {second} 两种货币',
    en: '“{text}” names two currencies, {first} and {second}',
  },
  'kind.code.country': {
    'zh-CN': '不认识“{text}”这个国家或地区，写代码，如 CN、SG',
    en: '“{text}” is no known country; write its code, e.g. CN, SG',
  },
  'kind.code.currency': {
    'zh-CN': '不认识“{text}”这种货币，写代码，如 CNY、USD',
    en: '“{text}” is no known currency; write its code, e.g. CNY, USD',
  },
  'kind.flag.form': { 'zh-CN': '“{text}”看不出是或否', en: '“{text}” is neither yes nor no' },
  'kind.ref.unknown': { 'zh-CN': '找不到“{text}”，或者不止一个', en: '“{text}” fits no record, or several' },
  'kind.place.unknown': { 'zh-CN': '省市表里没有“{text}”', en: '“{text}” is not in the list of regions' },
  'kind.place.provinceOnly': {
    'zh-CN': '“{text}”是省份，不是城市',
    en: '“{text}” is a province, not a city',
  },
  'kind.place.several': {
    'zh-CN': '“{text}”可能是{first}，也可能是{second}',
    en: '“{text}” may be {first} or {second}',
  },
  'kind.place.mismatch': { 'zh-CN': '{text}不在{province}', en: '{text} is not in {province}' },
  'kind.url.form': { 'zh-CN': '“{text}”不是网址', en: '“{text}” is no web address' },
  'kind.url.https': { 'zh-CN': '“{text}”不是 https 网址', en: '“{text}” is no https address' },
  'kind.url.tooLong': {
    'zh-CN': '网址有 {length} 个字符，最多 {max} 个',
    en: 'The address has {length} characters; at most {max} fit',
  },
  'kind.uscc.length': {
    'zh-CN': '“{text}”是 {length} 位，统一社会信用代码有 18 位',
    en: '“{text}” has {length} {length|character|characters}; a credit code has 18',
  },
  'kind.uscc.letters': {
    'zh-CN': '“{text}”里有信用代码不用的字符（如字母 I、O、Z、S、V）',
    en: '“{text}” has characters a credit code never has, e.g. the letters I, O, Z, S, V',
  },
  'kind.uscc.check': {
    'zh-CN': '“{text}”的校验码不对，有一位写错了',
    en: 'The check character of “{text}” is wrong; one character is mistyped',
  },
  'kind.stamp.form': {
    'zh-CN': '“{text}”不是时间，要写得像 2024-03-05 14:30',
    en: '“{text}” is no time; write one like 2024-03-05 14:30',
  },
  'kind.instant.form': { 'zh-CN': '“{text}”不是 UTC 时间', en: '“{text}” is no UTC instant' },
} as const;
