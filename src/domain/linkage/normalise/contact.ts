// Ways to reach somebody: phones, mails and accounts, taken from whichever cell they stand in and told apart by what they look like.
import { folded } from './fold';

/** What a cell of contacts holds. Each value begins with a letter for what it is, so that all may stand in one dictionary. */
export interface Contacts {
  /** A person's numbers: mainland mobiles, and numbers from abroad, of which nobody can tell. */
  readonly mobiles: string[];
  /** Landlines, as `010-62345678`, 400 and 800 as if that were an area; without a dash where the area is left out. */
  readonly landlines: string[];
  readonly emails: string[];
  readonly accounts: string[];
}

export function noContacts(): Contacts {
  return { mobiles: [], landlines: [], emails: [], accounts: [] };
}

/** A mail as programs write it, with a name before it. */
const OWNED = /[^,;<>\d]*<[^<>]*@[^<>]*>/g;
const MAIL = /[a-z0-9._%+-]+@[a-z0-9.-]*[a-z0-9]/g;
/** A cell that is a mail and nothing else, as most are: it needs no reading. Tags and the provider whose dots do not count are left to it. */
const PLAIN_MAIL = /^[a-z0-9._%-]{1,64}@(?!gmail\.com$)[a-z0-9.-]{0,99}[a-z0-9]$/;
const MOBILE = /^1[3-9]\d{9}$/;
/** A cell that is a mainland mobile and nothing else, in the spellings most are written in. */
const SPACED_MOBILE = /^(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})$/;
/** Mainland mobiles in a longer text, however their digits are spaced; `.0` is what a number becomes in some programs. */
const MOBILES = /(?<![\d+])(?:\(?\+?(?:00)?86[)\s.-]*)?0?(1[3-9](?:[\s.-]?\d){9})(?:\.0+)?(?!\d)/g;
/** An area, and the number within it. */
const LANDLINE = /^(10|2\d|[3-9]\d\d)(\d{7,8})$/;
const LOCAL = /^[2-8]\d{6,7}$/;
/** Digits that make two spellings of one number from abroad the same. */
const TAIL = 9;

/** @param isMainland whether a number without area is a landline there: abroad it may be anything */
export function addContacts(raw: string, kind: string, to: Contacts, isMainland = false): void {
  if (raw.includes('@') && PLAIN_MAIL.test(raw)) {
    put(to.emails, raw);
    return;
  }
  const spaced = kind === 'email' ? null : SPACED_MOBILE.exec(raw);
  if (spaced !== null) {
    put(to.mobiles, `${spaced[1]}${spaced[2]}${spaced[3]}`);
    return;
  }
  let text = folded(raw);
  if (text === '') return;
  if (text.includes('@')) {
    for (const mail of text.match(MAIL) ?? []) put(to.emails, mailbox(mail));
    // Before an address in brackets stands whose it is: “Anna Fischer <anna@example.com>”.
    text = text.replace(OWNED, ' ').replace(MAIL, ' ').trim();
    if (text === '') return;
  }
  if (kind === 'wechat') text = withoutMobiles(text, to);
  if (kind === 'wechat' || (kind === 'email' && !/\d{7}/.test(text))) {
    for (const account of text.split(/[\s,;/|]+/)) {
      const name = account.replace(/^(?:wechat|weixin|wx|微信号?|vx?)[:：]/, '');
      if (MOBILE.test(name)) put(to.mobiles, name);
      else if (name.length >= (kind === 'email' ? 4 : 3)) put(kind === 'email' ? to.emails : to.accounts, name);
    }
    return;
  }
  const rest = withoutMobiles(text, to);
  if (rest !== '') for (const part of rest.split(/[/、;,|]|或|\s{2,}/)) addNumber(part, to, isMainland);
}

/** What is left of a text when the mobiles in it are taken out. */
function withoutMobiles(text: string, to: Contacts): string {
  return text
    .replace(MOBILES, (_all, number: string) => {
      put(to.mobiles, number.replace(/\D/g, ''));
      return '  ';
    })
    .trim();
}

const ACCOUNT = /(?:微信号?|wechat|weixin|wx|vx)[\s:：]*([a-z][a-z0-9_-]{5,19})(?![a-z0-9@])/g;

/** Ways of contact that stand in a remark or behind a name: only what can be nothing else. */
export function addMentioned(raw: string, to: Contacts): void {
  if (raw.length < SHORTEST || !MENTION.test(raw)) return;
  const text = folded(raw);
  for (const mail of text.match(MAIL) ?? []) put(to.emails, mailbox(mail));
  const rest = withoutMobiles(text.replace(MAIL, ' '), to);
  for (const [, account = ''] of rest.matchAll(ACCOUNT)) put(to.accounts, account);
}

/** No number and no mail is shorter; most names are. */
const SHORTEST = 6;

/** A mail, a run of digits, or the word for an account. */
const MENTION = /[@＠]|[\d０-９](?:[\s.-]?[\d０-９]){9}|微信|wechat|weixin|[wv]x/i;

function addNumber(text: string, to: Contacts, isMainland: boolean): void {
  const short = text
    .replace(/\.0+$/, '')
    .replace(/(?:转|ext\.?|extension|#|x)\s*\d{1,6}\s*$/, '')
    .replace(/(\d{7,8})\s*-\s*\d{1,5}\s*$/, '$1');
  // 1.38e+10 has lost its number.
  if (/\d\.\d+e\+?\d/.test(short)) return;
  const abroad = /^\D*(?:\+|00)/.test(short);
  let digits = short.replace(/\(0\)/g, '').replace(/\D/g, '');
  if (digits.length < 6) return;
  if (digits.length === 22 && MOBILE.test(digits.slice(0, 11)) && MOBILE.test(digits.slice(11))) {
    put(to.mobiles, digits.slice(0, 11));
    put(to.mobiles, digits.slice(11));
    return;
  }
  digits = digits.replace(/^00/, '');
  const national = digits.replace(/^86(?=0?1\d{9,10}$|0?[1-9]\d{8,10}$)/, '');
  const isChinese = national !== digits;
  const local = national.replace(/^0+/, '');
  if (MOBILE.test(local) && (!abroad || isChinese)) put(to.mobiles, local);
  else if (/^[48]00\d{7}$/.test(local)) putLine(to, `${local.slice(0, 3)}-${local.slice(3)}`);
  else if ((isChinese || (!abroad && national.startsWith('0'))) && LANDLINE.test(local))
    putLine(to, local.replace(LANDLINE, '0$1-$2'));
  else if (isMainland && !abroad && LOCAL.test(national)) putLine(to, national);
  // Seven or eight figures leave an area out, anywhere.
  else if (!abroad && local.length < TAIL) putLine(to, local);
  else put(to.mobiles, local.length >= TAIL ? `t${local.slice(-TAIL)}` : `t${local}`);
}

/** Tags and the dots of one provider are no part of an address. */
function mailbox(mail: string): string {
  const [local = '', domain = ''] = mail.split('@');
  const bare = local.replace(/\+.*$/, '') || local;
  return `${domain === 'gmail.com' ? bare.replace(/\./g, '') : bare}@${domain.replace(/\.+$/, '')}`;
}

/** A landline within its area: in every other area it is somebody else's. */
export function localNumber(line: string): string {
  return line.slice(line.indexOf('-') + 1);
}

/** Whether a landline is said without its area: it may be that of any area. */
export function hasNoArea(line: string): boolean {
  return !line.includes('-');
}

function putLine({ landlines }: Contacts, line: string): void {
  if (!ONE_DIGIT.test(localNumber(line)) && !landlines.includes(line)) landlines.push(line);
}

const ONE_DIGIT = /^t?0*$|^t?(\d)\1+$/;

function put(list: string[], value: string): void {
  if (!ONE_DIGIT.test(value) && !list.includes(value)) list.push(value);
}

const FREE =
  /^(?:(?:vip\.)?(?:qq|163|126|sina|sohu|yeah|139|189|foxmail|aliyun|tom|21cn)\.(?:com|cn|net)|(?:gmail|googlemail|yahoo|hotmail|outlook|live|msn|icloud|me|aol|gmx|web|mail|protonmail|proton|yandex|zoho)\.[a-z.]+)$/;
const ROLE =
  /^(?:info|sales|admin|office|contact|service|support|hello|hr|marketing|test|no-?reply|webmaster|postmaster|market|purchase|mail|enquir(?:y|ies)|kefu|xiaoshou|caigou)\d*$/;

/** The domain of a mail that an organisation runs itself; empty for public hosts. */
export function ownDomain(mail: string): string {
  const domain = mail.slice(mail.indexOf('@') + 1);
  return mail.includes('@') && !FREE.test(domain) ? domain : '';
}

/** The part of a mail before its host. */
export function boxOf(mail: string): string {
  const at = mail.indexOf('@');
  return at < 0 ? mail : mail.slice(0, at);
}

/** Whether a mailbox is an office's, not a person's. */
export function isRole(mail: string): boolean {
  return ROLE.test(boxOf(mail));
}
