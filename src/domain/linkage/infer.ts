// What kind a column is of, where nobody says: by its header and by what stands in it; where both disagree, by what stands in it.
import { addContacts, noContacts } from './normalise/contact';
import { birthNumber } from './normalise/date';
import { folded, HAN, unaccented } from './normalise/fold';
import { personName } from './normalise/person';
import type { LinkKind } from './table';

/** Values looked at. */
const SAMPLE = 400;

/** The first that fits counts: the narrower stand before the wider. Headers come in lower case and without accents; ß is ss. */
const HEADERS: readonly (readonly [RegExp, LinkKind])[] = [
  [
    /^(?:(?:row|record|customer|client|contact|lead|account|rec|unique|kunden?)?[_-]?\s?(?:id|no|number|nr|nummer|key)\.?|#|uuid|guid|序号|行号|客户id|id号|客户编号|主键)$/,
    'id',
  ],
  [/given|first_?\s?name|forename|christian|vorname|prenom|^fname$|^nombres?$|^名$|名字$/, 'given_name'],
  [
    /surname|last_?\s?name|family|nachname|familienname|nom de famille|apellido|cognome|sobrenome|^lname$|^姓$|姓氏/,
    'family_name',
  ],
  [/mail|courriel|correo|邮箱|邮件|电邮/, 'email'],
  [/wechat|weixin|微信|^wx/, 'wechat'],
  [/mobil|cell?ular|^cell|handy|movil|portable|手机|移动电话|^sj$/, 'mobile'],
  [/phone|telefon|^tel|\btel\b|fax|电话|座机|传真|联系方式|号码$|^dh$/, 'phone'],
  [/birth|dob|geburt|\bgeb\b|naissance|nacimiento|nascita|生日|出生/, 'birth_date'],
  [/^age$|年龄|岁/, 'age'],
  [/national|passport|id_?card|ssn|soc_?sec|tax|vat|身份证|证件|信用代码|税号|执照/, 'national_id'],
  [/\bid$|编号$|卡号$/, 'id'],
  [
    /compan[yi]|organi[sz]ation|employer|firm|unternehmen|societe|entreprise|raison sociale|empresa|azienda|business|account_?name|site_?\s?name|vendor|supplier|公司|单位|企业|机构|商户|店名/,
    'company',
  ],
  [/postcode|post_?(?:al|leitzahl)|zip|^plz$|^cp$|^cap$|邮编|邮政/, 'postcode'],
  [/street_?\s?(?:no|num)|house_?\s?n|hausn|门牌/, 'street_number'],
  [/province|provincia|^state$|region|bundesland|kanton|省/, 'province'],
  [/city|town|suburb|place|locality|^ort$|wohnort|stadt|ville$|ciudad|localidad|poblacion|citta|城市|^市$|地区/, 'city'],
  [/district|county|neighbou?rhood|borough|区|县/, 'district'],
  [/country|nation|^land$|^pays$|^pais$|国家/, 'country'],
  [/(?<!mail[\s_]?)(?:addr|adress)|street|strasse|anschrift|direccion|domicilio|indirizzo|地址|住址|街|^dz$/, 'address'],
  [/title|position|job|occupation|profession|职位|职务|职业|头衔/, 'title'],
  [/owner|sales_?rep|assigned|负责人|跟进人|业务员|销售|创建|更新|created|updated|modified/, 'ignore'],
  [/note|remark|comment|description|memo|bemerkung|notiz|observaci|备注|说明|描述|需求|内容|^bz$/, 'text'],
  [/gender|sex|anrede|type|status|source|category|level|stage|tag|性别|类型|状态|来源|类别|等级|阶段|标签|行业|规模/, 'category'],
  [/name|nom\b|contact|kontakt|ansprechpartner|client|kunde|姓名|联系人|客户|名称|^xm$|^lxr$/, 'person_name'],
  // What nothing else claims: a day on which something happened, which is no day of birth.
  [/日期|时间|^(?:入会|注册|加入)$|\bdate\b|datum|fecha|joined|since|^rq$/, 'ignore'],
];

/** Headers a firm and a person may stand under alike; fewer firms make it a column of firms than elsewhere. */
const EITHER = /客户|名称|account|client|customer|kunde/;

/** Kinds whose values a header alone must not decide about, and the least share of values that must look like it. */
const PROOF: Partial<Record<LinkKind, number>> = {
  email: 0.5,
  mobile: 0.4,
  phone: 0.4,
  birth_date: 0.5,
  age: 0.6,
  person_name: 0.4,
  postcode: 0.5,
};

/** Share of firms that makes a column of customers one of firms: of many a firm only the short name stands there. */
const FIRMS = 0.2;

/** @param values of the column, empty texts for empty cells */
export function inferKind(header: string, values: readonly string[]): LinkKind {
  const sample: string[] = [];
  const step = Math.max(1, Math.floor(values.length / (SAMPLE * 4)));
  for (let i = 0; i < values.length && sample.length < SAMPLE; i += step)
    if ((values[i] ?? '').trim() !== '') sample.push(values[i] ?? '');
  const head = unaccented(folded(header));
  const kinds = HEADERS.flatMap(([pattern, kind]) => (pattern.test(head) ? [kind] : []));
  if (sample.length === 0) return kinds[0] ?? 'ignore';
  const looks = looksOf(sample, values);
  // A place of birth is no birth date: where the values refuse what a header says first, it may say something else.
  const said = kinds.find((kind) => (looks.share[kind] ?? 1) >= (PROOF[kind] ?? 0)) ?? null;
  // “Contact no.” may be a phone; what calls itself an id is no contact, however many digits it has.
  if (said === 'id') return looks.distinct > 0.98 ? 'id' : /\bid$/.test(head) ? 'text' : (looks.best ?? 'text');
  if (kinds.includes('person_name') && (said === null || said === 'person_name')) {
    if (looks.company > (EITHER.test(head) && looks.best !== 'person_name' ? FIRMS : 0.5)) return 'company';
  }
  if (said === 'company' && looks.best !== null && looks.best !== 'person_name') return looks.best;
  // “First and last name” is the whole of it; “Last name” with two words in it is a name of two.
  if ((said === 'given_name' || (said === 'family_name' && /first|given|full/.test(head))) && looks.whole > 0.5)
    return 'person_name';
  return said ?? looks.best ?? (looks.distinct < 0.05 ? 'category' : 'text');
}

interface Looks {
  readonly distinct: number;
  readonly company: number;
  /** Share of values with both a given and a family name in them, as far as their length tells. */
  readonly whole: number;
  readonly share: Partial<Record<LinkKind, number>>;
  readonly best: LinkKind | null;
}

const COMPANY =
  /公司|集团|工厂|商行|经营部|工作室|事务所|中心|学校|医院|银行|酒店|[商门]店|\b(?:inc|ltd|llc|gmbh|ag|kg|ohg|sarl|sas|srl|bv|spa|co|corp|limited|company|plc|group|school|center|centre|services?)\b/i;

function looksOf(sample: readonly string[], all: readonly string[]): Looks {
  const count = { email: 0, mobile: 0, phone: 0, birth_date: 0, age: 0, person_name: 0, company: 0, postcode: 0, wechat: 0 };
  for (const raw of sample) {
    const text = folded(raw);
    const found = noContacts();
    addContacts(text, 'phone', found);
    const digits = text.replace(/\D/g, '').length;
    const letters = text.replace(/[^\p{L}]/gu, '').length;
    if (found.emails.length > 0) count.email++;
    else if (birthNumber(text) > 0 && digits >= 6 && (digits <= 8 || text.includes(':'))) count.birth_date++;
    else if (digits >= 7 && digits <= 26 && letters <= 4 && found.mobiles.length + found.landlines.length > 0) {
      count.phone++;
      if (/^1[3-9]\d{9}$/.test(found.mobiles[0] ?? '')) count.mobile++;
    } else if (/^\d{1,3}$/.test(text) && Number(text) <= 120) count.age++;
    if (/^(?:\d{4,6}|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|\d{5}-\d{4})$/.test(text)) count.postcode++;
    if (COMPANY.test(text)) count.company++;
    else if (isPerson(text)) count.person_name++;
    if (/^wxid_/.test(text)) count.wechat++;
  }
  const share = Object.fromEntries(Object.entries(count).map(([kind, n]) => [kind, n / sample.length])) as Record<
    LinkKind,
    number
  >;
  const distinct = new Set(all.filter((text) => text !== '')).size / Math.max(1, all.filter((text) => text !== '').length);
  const clear: LinkKind[] = ['email', 'mobile', 'phone', 'birth_date', 'wechat', 'company'];
  const best =
    clear.find((kind) => (share[kind] ?? 0) >= 0.6) ?? (share.person_name >= 0.85 && distinct > 0.2 ? 'person_name' : null);
  const whole =
    sample.filter((raw) => (HAN.test(raw) ? raw.trim().length > 2 : /\p{L} +\p{L}/u.test(raw))).length / sample.length;
  return { distinct, company: share.company, whole, share: { ...share, phone: share.phone, mobile: share.phone }, best };
}

function isPerson(text: string): boolean {
  if (/\d{2}/.test(text) || text.length > 40) return false;
  const name = personName(text);
  return HAN.test(text) ? name.text.length <= 4 : name.words.length <= 5 && name.words.every((word) => /^\p{L}+$/u.test(word));
}
