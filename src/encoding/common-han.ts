// Which Chinese characters are common: text decoded by the wrong table is made of rare ones.

/** The most frequent characters of modern texts and of customer lists, in simplified and in traditional form. */
const COMMON =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
  '姓名称呼电话手机号码邮箱地址公司企业单位客户联系微信备注负责来源省份城市县镇村街道号楼室路区男女生日职务部门有限责任股份集团科技贸易商实业进出口广告文化传媒教育咨询管理服务工程装饰建筑材料机械设备食品餐饮物流医疗器械网络软件信息电子汽车销售北京上海天津重庆广东深圳浙江杭州江苏南京苏州山东青岛福建厦门四川成都湖北武汉湖南长沙河南郑州陕西西安辽宁沈阳大连李王张刘陈杨赵黄周吴徐孫孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂玉兰梅玲云建华国红志新海燕' +
  '這個們來為國說時會對於過發後種經麼學現當沒動還進樣無與長機從實軍點業將兩間問體見產內給話門東聲題氣變數報結務場計號電郵聯絡絡繫職稱縣鎮鄉街樓區負責備註單買賣銷貨處應該導師級認識讓運觀術傳領確規類設記權書聽難達強則隊總張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蕭蘇盧蔣葉鍾譚鄒陸顧龍萬錢湯賴龔賀偉麗強軍艷傑濤剛蘭雲華紅臺灣臺北臺中臺南高雄新竹桃園基隆嘉義彰化屏東花蓮宜蘭苗栗南投雲林澎湖金門香港九龍新界澳門股份有限公司實業貿易興業企業科技電腦資訊顧問';

let common: ReadonlySet<string> | null = null;

/** Share of a text's Han characters that are common ones, and how many Han characters there are. */
export function commonShare(text: string): { readonly share: number; readonly count: number } {
  common ??= new Set(COMMON);
  let count = 0;
  let known = 0;
  for (const [char] of text.matchAll(/\p{Script=Han}/gu)) {
    count++;
    if (common.has(char)) known++;
  }
  return { share: count === 0 ? 0 : known / count, count };
}
