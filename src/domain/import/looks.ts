// What values look like where the kind of a column says nothing: names, companies, addresses and other text.
import { simplified } from '../han';
import { hasSurname } from '../linkage/normalise/person';
import { plain } from '../text';

/** 1 it can hardly be anything else, 0 the looks say nothing, −1 it cannot be. */
export type Look = (text: string) => number;

/** Surnames that lists of customers name besides those the linkage knows people by. */
const FURTHER_SURNAMES = '付仲佘党兰刁华司和商姬宗寇岑巩巫师席明晏柏桑梅毕沙滕牟瞿穆窦童纪缪翁臧芦苟荣蒲连迟邝阳隋麦麻';
const DOUBLE_SURNAMES =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|夏侯|诸葛|尉迟|皇甫|公孙|慕容|令狐|司徒|司空|长孙|宇文|轩辕|呼延)/;
const HAN_TITLE = /(?:先生|女士|小姐|总|经理|老师|主任|老板|工|姐|哥)$/;

const GIVEN_NAMES = new Set(
  (
    'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul ' +
    'andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry ' +
    'justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry ' +
    'peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe ' +
    'jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny ' +
    'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily ' +
    'donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda ' +
    'pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia ' +
    'joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann ' +
    'sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella ' +
    'theresa diana natalie brittany charlotte marie kayla alexis lori oliver harry charlie oscar lucas max leo hugo luis carlos miguel ' +
    'antonio francisco javier pedro pablo hans klaus stefan thomas anna lena marta piotr jan pavel ivan olga yuki hiroshi ahmed mohammed ' +
    'muhammad ali fatima priya raj anil nguyen tran minh wei li ming jing yan xin hui ling mei hong jun bo lei'
  ).split(' '),
);

/** Words organisations are called by; in Latin script as whole words. */
const ORG_HAN =
  /公司|集团|有限|股份|企业|工厂|厂$|店$|商行|商店|商贸|商城|超市|中心|银行|医院|诊所|学校|学院|大学|中学|小学|幼儿园|研究[院所]|设计院|事务所|工作室|协会|商会|合作社|经营部|门市|服务部|酒店|宾馆|饭店|餐厅|局$|委员会|政府|科技|实业|贸易|物流|传媒|基金会|俱乐部|分行|支行|办事处|営業|株式会社|㈱/;
const ORG_LATIN =
  /\b(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|kg|s\.?a|s\.?r\.?l|b\.?v|n\.?v|pty|pte|sdn|bhd|oy|ab|as|kk|group|holdings?|partners|associates|association|assoc|society|foundation|institute|university|college|school|schools|academy|center|centre|church|ministries|hospital|clinic|bank|hotel|restaurant|cafe|shop|store|market|services?|solutions|systems|technologies|industries|enterprises?|trading|logistics|consulting|club|council|department|agency|bureau|nursery|daycare|day care|preschool|kindergarten|learning|ymca|community|public|national|international|laboratories|labs|studio|supply)\b\.?/i;

const STREET_HAN = /[路街道巷弄里村镇乡区县市省州园座栋幢楼层室号号]/;
const STREET_LATIN =
  /\b(?:street|steet|st|avenue|ave?|road|rd|drive|dr|lane|ln|boulevard|blvd|place|pl|court|ct|circle|cir|crescent|cres|close|way|terrace|parkway|pkwy|highway|hwy|square|sq|suite|ste|apt|floor|fl|p\.?o\.? box|strasse|straße|rue|via|calle)\b/i;
const TITLE_WORDS =
  /经理|总监|主管|总裁|董事|工程师|采购|销售|会计|财务|老师|教授|主任|店长|老板|助理|顾问|专员|院长|校长|医生|\b(?:manager|director|president|ceo|cfo|cto|coo|vp|head|chief|officer|engineer|developer|analyst|assistant|coordinator|consultant|specialist|executive|supervisor|founder|owner|partner|buyer|buying|purchasing|sales|accountant|teacher|professor|doctor|nurse|lawyer|attorney|administrator|secretary|clerk|lead)\b/i;

const person: Look = (given) => {
  const text = plain(given).replace(/^(?:mr|mrs|ms|miss|dr|prof|sir)\.?\s+/i, '');
  if (/[\d@#]|https?:/.test(text) || text.length > 40) return -1;
  if (isOrganisation(text)) return -0.7;
  const han = text.replace(/[\s·]/g, '');
  if (/^\p{Script=Han}+$/u.test(han)) {
    const read = simplified(han);
    const bare = read.replace(HAN_TITLE, '');
    if (DOUBLE_SURNAMES.test(read)) return han.length <= 5 ? 1 : -0.5;
    const known = FURTHER_SURNAMES.includes(read.charAt(0)) || hasSurname(read);
    if (known && (han.length === 2 || han.length === 3)) return 1;
    if (known && bare.length <= 3 && bare.length < read.length) return 0.8;
    return han.length <= 4 ? 0 : -0.5;
  }
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 5 || !words.every((word) => /^[\p{L}][\p{L}.'’-]*$/u.test(word))) return -0.6;
  if (words.some((word) => GIVEN_NAMES.has(word.toLowerCase()))) return words.length > 1 ? 1 : 0.6;
  return words.length === 2 || words.length === 3 ? 0.3 : 0;
};

const organisation: Look = (given) => {
  const text = plain(given);
  if (/@|https?:/.test(text) || /^[\d\s().+-]+$/.test(text)) return -1;
  if (isOrganisation(text)) return 1;
  return person(text) === 1 ? -0.6 : 0;
};

const address: Look = (given) => {
  const text = plain(given);
  if (/@|https?:/.test(text) || /^[\d\s().+-]+$/.test(text)) return -1;
  if (/\p{Script=Han}/u.test(text)) return STREET_HAN.test(text) ? (/\d|[路街道号]/.test(text) ? 1 : 0.4) : -0.3;
  if (STREET_LATIN.test(text)) return /\d/.test(text) ? 1 : 0.6;
  return /^\d+\w?\s+\p{L}/u.test(text) ? 0.7 : -0.1;
};

const postcode: Look = (given) => {
  const text = plain(given);
  // Digits of several countries, and the shapes of Britain, Canada and the Netherlands.
  if (
    /^\d{4,6}$|^\d{5}-\d{4}$|^\d{3}-\d{4}$|^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$|^[a-z]\d[a-z]\s?\d[a-z]\d$|^\d{4}\s?[a-z]{2}$/i.test(
      text,
    )
  )
    return 1;
  return /\d/.test(text) && text.length <= 12 ? 0 : -1;
};

const wechat: Look = (given) => {
  const text = plain(given);
  if (/^wxid_?\w+$/i.test(text)) return 1;
  if (/\p{Script=Han}|@/u.test(text)) return -0.5;
  return /^[a-z][\w-]{5,19}$/i.test(text) ? 0.4 : 0;
};

const title: Look = (given) => (TITLE_WORDS.test(given) ? 1 : /[\d@]/.test(given) ? -0.6 : 0);

function isOrganisation(text: string): boolean {
  return ORG_HAN.test(simplified(text)) || ORG_LATIN.test(text);
}

/** Looks of the text columns of Customers, by key; what is not named looks like any text. */
export const textLooks: Readonly<Record<string, Look>> = {
  name: person,
  company: organisation,
  address,
  postcode,
  wechat,
  title,
};
