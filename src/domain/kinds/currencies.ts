// Currencies a price may be in: ISO 4217 code, names, signs and what else people write.

/** Names after Unicode CLDR 44. A bare `$` or `¥` is not listed: several currencies write it. */
const TABLE = `
CNY|人民币|Chinese Yuan|RMB,CN¥,人民币,人民币元
HKD|港元|Hong Kong Dollar|HK$,港币,港纸
TWD|新台币|New Taiwan Dollar|NT$,NTD,新台币,台币
MOP|澳门币|Macanese Pataca|MOP$,澳门元,葡币
USD|美元|US Dollar|US$,美元,美金
EUR|欧元|Euro|€
GBP|英镑|British Pound|£,英镑
JPY|日元|Japanese Yen|JP¥,円,日元,日币,日圆
KRW|韩元|South Korean Won|₩,韩元,韩币
SGD|新加坡元|Singapore Dollar|S$,SG$,新加坡元,新币,坡币
MYR|马来西亚林吉特|Malaysian Ringgit|RM,马币,令吉,林吉特
THB|泰铢|Thai Baht|฿,泰铢
VND|越南盾|Vietnamese Dong|₫,越南盾
IDR|印度尼西亚卢比|Indonesian Rupiah|Rp,印尼盾
PHP|菲律宾比索|Philippine Peso|₱,菲律宾比索
INR|印度卢比|Indian Rupee|₹,Rs,卢比,印度卢比
AUD|澳大利亚元|Australian Dollar|A$,AU$,澳元,澳币
NZD|新西兰元|New Zealand Dollar|NZ$,新西兰元,纽币
CAD|加拿大元|Canadian Dollar|C$,CA$,加元,加币
CHF|瑞士法郎|Swiss Franc|Fr,瑞士法郎
SEK|瑞典克朗|Swedish Krona
NOK|挪威克朗|Norwegian Krone
DKK|丹麦克朗|Danish Krone
PLN|波兰兹罗提|Polish Zloty
CZK|捷克克朗|Czech Koruna
HUF|匈牙利福林|Hungarian Forint
RON|罗马尼亚列伊|Romanian Leu
BGN|保加利亚列弗|Bulgarian Lev
TRY|土耳其里拉|Turkish Lira|₺,TL
RUB|俄罗斯卢布|Russian Ruble|₽,卢布
UAH|乌克兰格里夫纳|Ukrainian Hryvnia|₴
KZT|哈萨克斯坦坚戈|Kazakhstani Tenge|₸
ILS|以色列新谢克尔|Israeli New Shekel|₪
AED|阿联酋迪拉姆|United Arab Emirates Dirham|迪拉姆
SAR|沙特里亚尔|Saudi Riyal
QAR|卡塔尔里亚尔|Qatari Riyal
KWD|科威特第纳尔|Kuwaiti Dinar
BHD|巴林第纳尔|Bahraini Dinar
OMR|阿曼里亚尔|Omani Rial
JOD|约旦第纳尔|Jordanian Dinar
EGP|埃及镑|Egyptian Pound
MAD|摩洛哥迪拉姆|Moroccan Dirham
NGN|尼日利亚奈拉|Nigerian Naira|₦
KES|肯尼亚先令|Kenyan Shilling
ZAR|南非兰特|South African Rand
GHS|加纳塞地|Ghanaian Cedi
BRL|巴西雷亚尔|Brazilian Real|R$,雷亚尔
MXN|墨西哥比索|Mexican Peso|MX$
ARS|阿根廷比索|Argentine Peso
CLP|智利比索|Chilean Peso
COP|哥伦比亚比索|Colombian Peso
PEN|秘鲁索尔|Peruvian Sol
PKR|巴基斯坦卢比|Pakistani Rupee
BDT|孟加拉塔卡|Bangladeshi Taka
LKR|斯里兰卡卢比|Sri Lankan Rupee
NPR|尼泊尔卢比|Nepalese Rupee
MMK|缅甸元|Myanmar Kyat
KHR|柬埔寨瑞尔|Cambodian Riel
LAK|老挝基普|Laotian Kip
BND|文莱元|Brunei Dollar
MNT|蒙古图格里克|Mongolian Tugrik
UZS|乌兹别克斯坦苏姆|Uzbekistani Som
GEL|格鲁吉亚拉里|Georgian Lari
`;

export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Signs and other spellings, without regard to case. */
  readonly aliases: readonly string[];
}

let table: readonly Currency[] | null = null;

export function currencies(): readonly Currency[] {
  table ??= TABLE.trim()
    .split('\n')
    .map((line) => {
      const [code = '', zh = '', en = '', aliases = ''] = line.split('|');
      return { code, zh, en, aliases: aliases === '' ? [] : aliases.split(',') };
    });
  return table;
}
