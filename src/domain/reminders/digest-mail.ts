// The daily mail: what it says, as HTML and as plain text, in the recipient's language.
import { type Message, say } from '../../i18n/index';
import { isRounded } from '../../template/rounded';
import type { Day, EnumTemplate, Locale } from '../../template/types';
import { sayDate, sayDay } from '../calendar/spoken';
import type { Due, DueLists } from './due';
import { type MailItem, type MailPage, type MailSection, mailHtml, mailText } from './mail-page';
import { maskPhone } from './mask';

/** Where the mail's links lead, and who stands behind it. */
export interface MailFrame {
  readonly today: Day;
  readonly upcomingDays: number;
  /** Most customers listed in a section. */
  readonly itemLimit: number;
  /** Name or address of the account that sends. */
  readonly sender: string;
  /** Address of the spreadsheet, and the id of its Customers sheet. */
  readonly url: string;
  readonly sheetId: number;
  /** Labels as they stand in the workbook: the People sheet and its column for the daily mail. */
  readonly peopleLabel: string;
  readonly digestLabel: string;
  /** Customers' tiers, labelled as in the Options sheet; none where there is no such list. */
  readonly tiers: EnumTemplate | undefined;
}

export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

type SectionName = keyof DueLists;
const SECTIONS = ['overdue', 'today', 'soon'] as const satisfies SectionName[];

/** Gmail shows the first 102 kB of a mail and hides the rest. */
const MAX_BYTES = 100_000;
const LIMITS = [50, 25, 12, 6, 3];

/** Says a digest. Lists are cut to the limit, or shorter where the mail would grow too long to be shown. */
export function digestMail(name: string, lists: DueLists, locale: Locale, frame: MailFrame): Mail {
  const subject = subjectOf(lists, locale, frame);
  const limits = [frame.itemLimit, ...LIMITS.filter((limit) => limit < frame.itemLimit)];
  let page = pageOf(name, lists, locale, frame, subject, frame.itemLimit);
  let html = mailHtml(page);
  for (let i = 1; i < limits.length && bytesOf(html) > MAX_BYTES; i++) {
    page = pageOf(name, lists, locale, frame, subject, limits[i] ?? 1);
    html = mailHtml(page);
  }
  return { subject, html, text: mailText(page) };
}

function subjectOf(lists: DueLists, locale: Locale, frame: MailFrame): string {
  const t = (message: Message) => say(locale, message);
  const days = frame.upcomingDays;
  const now = (['overdue', 'today'] as const).filter((section) => lists[section].length > 0);
  const told: readonly SectionName[] = now.length > 0 ? now : ['soon'];
  const counts = told
    .map((section) => t({ code: `mail.count.${section}`, args: { n: lists[section].length, days } }))
    .join(t({ code: 'mail.between' }));
  return t({ code: 'mail.subject', args: { counts, day: sayDate(frame.today, locale) } });
}

function pageOf(name: string, lists: DueLists, locale: Locale, frame: MailFrame, title: string, limit: number): MailPage {
  const t = (message: Message) => say(locale, message);
  const days = frame.upcomingDays;
  const now = lists.overdue.length + lists.today.length;
  const present = SECTIONS.filter((section) => lists[section].length > 0);
  return {
    locale,
    title,
    preheader: preheaderOf(lists, locale, frame.today),
    heading: t(
      now > 0
        ? { code: 'mail.heading.now', args: { name, n: now } }
        : { code: 'mail.heading.soon', args: { name, n: lists.soon.length } },
    ),
    tally: [
      sayDate(frame.today, locale),
      ...present.map((section) => t({ code: `mail.tally.${section}`, args: { n: lists[section].length, days } })),
    ].join(' · '),
    button: { label: t({ code: 'mail.open' }), href: `${frame.url}#gid=${frame.sheetId}` },
    sections: present.map((section) => sectionOf(section, lists[section], locale, frame, limit)),
    footer: [
      t({ code: 'mail.why', args: { sender: frame.sender } }),
      t({ code: 'mail.stop', args: { people: frame.peopleLabel, digest: frame.digestLabel } }),
    ],
  };
}

/** The most pressing case in a sentence: what a mailbox shows beside the subject. */
function preheaderOf(lists: DueLists, locale: Locale, today: Day): string {
  const [worst] = [...lists.overdue, ...lists.today, ...lists.soon];
  if (worst === undefined) return '';
  const { name } = worst;
  const who =
    worst.late > 0
      ? say(locale, { code: 'mail.worst.late', args: { name, n: worst.late } })
      : worst.late === 0
        ? say(locale, { code: 'mail.worst.today', args: { name } })
        : say(locale, { code: 'mail.worst.soon', args: { name, day: sayDay(worst.nextFollowUp, today, locale) } });
  return worst.nextAction === '' ? who : say(locale, { code: 'mail.worst.action', args: { who, action: worst.nextAction } });
}

function sectionOf(section: SectionName, items: readonly Due[], locale: Locale, frame: MailFrame, limit: number): MailSection {
  const left = items.length - limit;
  return {
    tone: section,
    title: say(locale, { code: `mail.section.${section}`, args: { n: items.length, days: frame.upcomingDays } }),
    items: items.slice(0, limit).map((item) => itemOf(item, locale, frame)),
    more:
      left > 0
        ? { label: say(locale, { code: `mail.more.${section}`, args: { n: left } }), href: `${frame.url}#gid=${frame.sheetId}` }
        : null,
  };
}

function itemOf(item: Due, locale: Locale, frame: MailFrame): MailItem {
  return {
    name: item.name,
    href: `${frame.url}#gid=${frame.sheetId}&range=A${item.row}`,
    company: item.company === item.name ? '' : item.company,
    when: sayDay(item.nextFollowUp, frame.today, locale),
    action: item.nextAction,
    facts: [tierOf(item.tier, locale, frame), item.id, reachOf(item, locale)].filter((fact) => fact !== ''),
  };
}

/** A sign and a word, because colours are lost in mail. */
function tierOf(tier: string, locale: Locale, { tiers }: MailFrame): string {
  const signs: Readonly<Record<string, string>> = { key: '★', standard: '●', prospect: '○' };
  const option = tiers?.options.find(({ id }) => id === tier);
  return option === undefined ? tier : `${signs[tier] ?? ''} ${option.label[locale]}`.trim();
}

function reachOf(item: Due, locale: Locale): string {
  const number = item.mobile || item.phone;
  if (isRounded(number)) return say(locale, { code: 'mail.reach.damaged' });
  if (number !== '') return maskPhone(number);
  if (item.wechat !== '') return say(locale, { code: 'mail.reach.wechat' });
  return item.email === '' ? '' : say(locale, { code: 'mail.reach.email' });
}

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Two surrogates make four bytes, so each counts one more, as do the letters up to U+07FF; the rest takes three.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}
