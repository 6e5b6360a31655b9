// Countries and regions: ISO 3166 code, calling code, names and what else people write.

/** Codes and names after Unicode CLDR 44 (names of regions as written in mainland China), calling codes after ITU-T E.164 (2016). */
const TABLE = `
AD|376|安道尔|Andorra
AE|971|阿拉伯联合酋长国|United Arab Emirates|UAE,U.A.E.,阿联酋
AF|93|阿富汗|Afghanistan
AG|1|安提瓜和巴布达|Antigua & Barbuda
AI|1|安圭拉|Anguilla
AL|355|阿尔巴尼亚|Albania
AM|374|亚美尼亚|Armenia
AO|244|安哥拉|Angola
AR|54|阿根廷|Argentina
AS|1|美属萨摩亚|American Samoa
AT|43|奥地利|Austria|Österreich
AU|61|澳大利亚|Australia|AUS,澳洲
AW|297|阿鲁巴|Aruba
AX|358|奥兰群岛|Åland Islands
AZ|994|阿塞拜疆|Azerbaijan
BA|387|波斯尼亚和黑塞哥维那|Bosnia & Herzegovina
BB|1|巴巴多斯|Barbados
BD|880|孟加拉国|Bangladesh
BE|32|比利时|Belgium
BF|226|布基纳法索|Burkina Faso
BG|359|保加利亚|Bulgaria
BH|973|巴林|Bahrain
BI|257|布隆迪|Burundi
BJ|229|贝宁|Benin
BL|590|圣巴泰勒米|St. Barthélemy
BM|1|百慕大|Bermuda
BN|673|文莱|Brunei|Brunei
BO|591|玻利维亚|Bolivia|Bolivia
BQ|599|荷属加勒比区|Caribbean Netherlands
BR|55|巴西|Brazil|Brasil
BS|1|巴哈马|Bahamas
BT|975|不丹|Bhutan
BW|267|博茨瓦纳|Botswana
BY|375|白俄罗斯|Belarus
BZ|501|伯利兹|Belize
CA|1|加拿大|Canada|CAN
CC|61|科科斯（基林）群岛|Cocos (Keeling) Islands
CD|243|刚果（金）|Congo-Kinshasa|DR Congo
CF|236|中非共和国|Central African Republic
CG|242|刚果（布）|Congo-Brazzaville
CH|41|瑞士|Switzerland|Schweiz
CI|225|科特迪瓦|Côte d'Ivoire|Ivory Coast,象牙海岸
CK|682|库克群岛|Cook Islands
CL|56|智利|Chile
CM|237|喀麦隆|Cameroon
CN|86|中国|China|中国大陆,大陆,内地,中华人民共和国,PRC,P.R.C.,P.R. China,Mainland China,Chinese Mainland,CHN
CO|57|哥伦比亚|Colombia
CR|506|哥斯达黎加|Costa Rica
CU|53|古巴|Cuba
CV|238|佛得角|Cape Verde|Cabo Verde
CW|599|库拉索|Curaçao
CX|61|圣诞岛|Christmas Island
CY|357|塞浦路斯|Cyprus
CZ|420|捷克|Czechia|Czech Republic
DE|49|德国|Germany|Deutschland,GER,DEU,德意志
DJ|253|吉布提|Djibouti
DK|45|丹麦|Denmark
DM|1|多米尼克|Dominica
DO|1|多米尼加共和国|Dominican Republic
DZ|213|阿尔及利亚|Algeria
EC|593|厄瓜多尔|Ecuador
EE|372|爱沙尼亚|Estonia
EG|20|埃及|Egypt
EH|212|西撒哈拉|Western Sahara
ER|291|厄立特里亚|Eritrea
ES|34|西班牙|Spain|España
ET|251|埃塞俄比亚|Ethiopia
FI|358|芬兰|Finland
FJ|679|斐济|Fiji
FK|500|福克兰群岛|Falkland Islands
FM|691|密克罗尼西亚|Micronesia
FO|298|法罗群岛|Faroe Islands
FR|33|法国|France|FRA
GA|241|加蓬|Gabon
GB|44|英国|United Kingdom|UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland,GBR,英格兰,苏格兰
GD|1|格林纳达|Grenada
GE|995|格鲁吉亚|Georgia
GF|594|法属圭亚那|French Guiana
GG|44|根西岛|Guernsey
GH|233|加纳|Ghana
GI|350|直布罗陀|Gibraltar
GL|299|格陵兰|Greenland
GM|220|冈比亚|Gambia
GN|224|几内亚|Guinea
GP|590|瓜德罗普|Guadeloupe
GQ|240|赤道几内亚|Equatorial Guinea
GR|30|希腊|Greece
GT|502|危地马拉|Guatemala
GU|1|关岛|Guam
GW|245|几内亚比绍|Guinea-Bissau
GY|592|圭亚那|Guyana
HK|852|中国香港|Hong Kong|香港,香港特别行政区,Hong Kong SAR,HKG
HN|504|洪都拉斯|Honduras
HR|385|克罗地亚|Croatia
HT|509|海地|Haiti
HU|36|匈牙利|Hungary
ID|62|印度尼西亚|Indonesia
IE|353|爱尔兰|Ireland
IL|972|以色列|Israel
IM|44|马恩岛|Isle of Man
IN|91|印度|India|IND
IO|246|英属印度洋领地|British Indian Ocean Territory
IQ|964|伊拉克|Iraq
IR|98|伊朗|Iran|Iran
IS|354|冰岛|Iceland
IT|39|意大利|Italy|Italia
JE|44|泽西岛|Jersey
JM|1|牙买加|Jamaica
JO|962|约旦|Jordan
JP|81|日本|Japan|日本国,JPN
KE|254|肯尼亚|Kenya
KG|996|吉尔吉斯斯坦|Kyrgyzstan
KH|855|柬埔寨|Cambodia
KI|686|基里巴斯|Kiribati
KM|269|科摩罗|Comoros
KN|1|圣基茨和尼维斯|St. Kitts & Nevis
KP|850|朝鲜|North Korea|DPRK
KR|82|韩国|South Korea|Korea,Republic of Korea,南韩,大韩民国,KOR
KW|965|科威特|Kuwait
KY|1|开曼群岛|Cayman Islands
KZ|7|哈萨克斯坦|Kazakhstan
LA|856|老挝|Laos|Laos
LB|961|黎巴嫩|Lebanon
LC|1|圣卢西亚|St. Lucia
LI|423|列支敦士登|Liechtenstein
LK|94|斯里兰卡|Sri Lanka
LR|231|利比里亚|Liberia
LS|266|莱索托|Lesotho
LT|370|立陶宛|Lithuania
LU|352|卢森堡|Luxembourg
LV|371|拉脱维亚|Latvia
LY|218|利比亚|Libya
MA|212|摩洛哥|Morocco
MC|377|摩纳哥|Monaco
MD|373|摩尔多瓦|Moldova|Moldova
ME|382|黑山|Montenegro
MF|590|法属圣马丁|St. Martin
MG|261|马达加斯加|Madagascar
MH|692|马绍尔群岛|Marshall Islands
MK|389|北马其顿|North Macedonia|Macedonia
ML|223|马里|Mali
MM|95|缅甸|Myanmar|Burma
MN|976|蒙古|Mongolia
MO|853|中国澳门|Macao|澳门,澳门特别行政区,Macau,MAC
MP|1|北马里亚纳群岛|Northern Mariana Islands
MQ|596|马提尼克|Martinique
MR|222|毛里塔尼亚|Mauritania
MS|1|蒙特塞拉特|Montserrat
MT|356|马耳他|Malta
MU|230|毛里求斯|Mauritius
MV|960|马尔代夫|Maldives
MW|265|马拉维|Malawi
MX|52|墨西哥|Mexico|México
MY|60|马来西亚|Malaysia|MYS,大马
MZ|258|莫桑比克|Mozambique
NA|264|纳米比亚|Namibia
NC|687|新喀里多尼亚|New Caledonia
NE|227|尼日尔|Niger
NF|672|诺福克岛|Norfolk Island
NG|234|尼日利亚|Nigeria
NI|505|尼加拉瓜|Nicaragua
NL|31|荷兰|Netherlands|Holland,The Netherlands
NO|47|挪威|Norway
NP|977|尼泊尔|Nepal
NR|674|瑙鲁|Nauru
NU|683|纽埃|Niue
NZ|64|新西兰|New Zealand|新西兰,纽西兰
OM|968|阿曼|Oman
PA|507|巴拿马|Panama
PE|51|秘鲁|Peru
PF|689|法属波利尼西亚|French Polynesia
PG|675|巴布亚新几内亚|Papua New Guinea
PH|63|菲律宾|Philippines
PK|92|巴基斯坦|Pakistan
PL|48|波兰|Poland
PM|508|圣皮埃尔和密克隆群岛|St. Pierre & Miquelon
PR|1|波多黎各|Puerto Rico
PS|970|巴勒斯坦|Palestine|Palestine
PT|351|葡萄牙|Portugal
PW|680|帕劳|Palau
PY|595|巴拉圭|Paraguay
QA|974|卡塔尔|Qatar
RE|262|留尼汪|Réunion
RO|40|罗马尼亚|Romania
RS|381|塞尔维亚|Serbia
RU|7|俄罗斯|Russia|Russian Federation,俄国,俄罗斯联邦
RW|250|卢旺达|Rwanda
SA|966|沙特阿拉伯|Saudi Arabia|沙特,KSA,Saudi
SB|677|所罗门群岛|Solomon Islands
SC|248|塞舌尔|Seychelles
SD|249|苏丹|Sudan
SE|46|瑞典|Sweden
SG|65|新加坡|Singapore|新加坡共和国,SGP
SH|290|圣赫勒拿|St. Helena
SI|386|斯洛文尼亚|Slovenia
SJ|47|斯瓦尔巴和扬马延|Svalbard & Jan Mayen
SK|421|斯洛伐克|Slovakia
SL|232|塞拉利昂|Sierra Leone
SM|378|圣马力诺|San Marino
SN|221|塞内加尔|Senegal
SO|252|索马里|Somalia
SR|597|苏里南|Suriname
SS|211|南苏丹|South Sudan
ST|239|圣多美和普林西比|São Tomé & Príncipe
SV|503|萨尔瓦多|El Salvador
SX|1|荷属圣马丁|Sint Maarten
SY|963|叙利亚|Syria|Syria
SZ|268|斯威士兰|Eswatini|Swaziland
TC|1|特克斯和凯科斯群岛|Turks & Caicos Islands
TD|235|乍得|Chad
TG|228|多哥|Togo
TH|66|泰国|Thailand|THA
TJ|992|塔吉克斯坦|Tajikistan
TK|690|托克劳|Tokelau
TL|670|东帝汶|Timor-Leste
TM|993|土库曼斯坦|Turkmenistan
TN|216|突尼斯|Tunisia
TO|676|汤加|Tonga
TR|90|土耳其|Türkiye|Turkey
TT|1|特立尼达和多巴哥|Trinidad & Tobago
TV|688|图瓦卢|Tuvalu
TW|886|中国台湾|Taiwan|台湾,台湾地区,中华台北,Chinese Taipei,TWN
TZ|255|坦桑尼亚|Tanzania|Tanzania
UA|380|乌克兰|Ukraine
UG|256|乌干达|Uganda
US|1|美国|United States|USA,U.S.,U.S.A.,America,United States of America,美利坚合众国
UY|598|乌拉圭|Uruguay
UZ|998|乌兹别克斯坦|Uzbekistan
VA|39|梵蒂冈|Vatican City|Holy See
VC|1|圣文森特和格林纳丁斯|St. Vincent & Grenadines
VE|58|委内瑞拉|Venezuela|Venezuela
VG|1|英属维尔京群岛|British Virgin Islands
VI|1|美属维尔京群岛|U.S. Virgin Islands
VN|84|越南|Vietnam|Viet Nam
VU|678|瓦努阿图|Vanuatu
WF|681|瓦利斯和富图纳|Wallis & Futuna
WS|685|萨摩亚|Samoa
XK|383|科索沃|Kosovo
YE|967|也门|Yemen
YT|262|马约特|Mayotte
ZA|27|南非|South Africa
ZM|260|赞比亚|Zambia
ZW|263|津巴布韦|Zimbabwe
`;

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Calling code without `+`. */
  readonly calling: string;
  readonly zh: string;
  readonly en: string;
  /** Other spellings, without regard to case. */
  readonly aliases: readonly string[];
}

let table: readonly Country[] | null = null;

/** All countries and regions, by code. Read on first use: nothing runs at load. */
export function countries(): readonly Country[] {
  table ??= TABLE.trim()
    .split('\n')
    .map((line) => {
      const [code = '', calling = '', zh = '', en = '', aliases = ''] = line.split('|');
      return { code, calling, zh, en, aliases: aliases === '' ? [] : aliases.split(',') };
    });
  return table;
}
