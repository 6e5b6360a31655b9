// The look of a mail: one column of tables from 600 down to 320 px, inline styles, everything escaped; and the same as plain text.
import type { Locale } from '../../template/types';

/** A mail in words, before it has a look. All texts are plain. */
export interface MailPage {
  readonly locale: Locale;
  readonly title: string;
  readonly preheader: string;
  readonly heading: string;
  readonly tally: string;
  readonly button: Link;
  readonly sections: readonly MailSection[];
  readonly footer: readonly string[];
}

export interface MailSection {
  readonly tone: 'overdue' | 'today' | 'soon';
  readonly title: string;
  readonly items: readonly MailItem[];
  /** Where the list is cut: how many more there are. */
  readonly more: Link | null;
}

export interface MailItem {
  readonly name: string;
  readonly href: string;
  readonly company: string;
  readonly when: string;
  readonly action: string;
  readonly facts: readonly string[];
}

interface Link {
  readonly label: string;
  readonly href: string;
}

const FONT = "font-family:Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
const WIDE = `${TABLE} width="100%"`;

/** Ink of a section on white, light and dark. */
const TONES = {
  overdue: { ink: '#b3261e', dark: '#f6b3ab' },
  today: { ink: '#7a4a00', dark: '#f3cd7c' },
  soon: { ink: '#00566b', dark: '#8fd5e4' },
} as const;

/** Clients that keep a style sheet get dark colours and one font; the mail reads well without. */
const STYLE = [
  `td{${FONT}}`,
  '@media (prefers-color-scheme:dark){.bg{background:#121314!important}.sheet{background:#1b1c1e!important}',
  '.t1{color:#e6e7e9!important}.t2{color:#c6c9cd!important}.t3{color:#a8acb2!important}.lk{color:#a8c7fa!important}',
  '.ln{border-color:#3c4043!important}.bt{background:#a8c7fa!important}.bt a{color:#062e6f!important}',
  ...Object.entries(TONES).map(([tone, { dark }]) => `.${tone}{color:${dark}!important;border-color:${dark}!important}`),
  '}',
].join('');

export function mailHtml(page: MailPage): string {
  const rows = [headOf(page), ...page.sections.map(sectionHtml), footOf(page)].join('');
  return [
    `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<meta name="supported-color-schemes" content="light dark"><title>${escaped(page.title)}</title><style>${STYLE}</style></head>`,
    '<body class="bg" style="margin:0;padding:0;background:#eef0f2">',
    `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(page.preheader)}</div>`,
    `<table ${WIDE} class="bg" style="background:#eef0f2"><tr><td align="center" style="${FONT}">`,
    `<table ${WIDE} class="sheet" style="max-width:600px;background:#ffffff">${rows}</table></td></tr></table></body></html>`,
  ].join('');
}

function headOf(page: MailPage): string {
  const button = `<td class="bt" bgcolor="#0b57d0" style="background:#0b57d0;border-radius:4px;padding:9px 18px">${anchor(
    page.button,
    'font-size:14px;line-height:20px;font-weight:bold;color:#ffffff',
    '',
  )}</td>`;
  return [
    `<tr><td align="left" class="t1" style="${FONT};padding:24px 20px 4px;color:#1f1f1f">`,
    `<h1 class="t1" style="margin:0;font-size:20px;line-height:28px;font-weight:bold;color:#1f1f1f">${escaped(page.heading)}</h1>`,
    `<div class="t2" style="font-size:13px;line-height:20px;color:#444746">${escaped(page.tally)}</div>`,
    `<table ${TABLE} style="margin-top:14px"><tr>${button}</tr></table></td></tr>`,
  ].join('');
}

function sectionHtml({ tone, title, items, more }: MailSection): string {
  const { ink } = TONES[tone];
  return [
    `<tr><td align="left" class="${tone}" style="${FONT};padding:20px 20px 6px;font-size:15px;line-height:22px;color:${ink};border-bottom:2px solid ${ink}">`,
    `<b>${escaped(title)}</b></td></tr>`,
    ...items.map((item) => itemHtml(item, tone)),
    more === null
      ? ''
      : `<tr><td align="left" style="${FONT};padding:10px 20px 2px;font-size:13px;line-height:20px">${anchor(more, 'color:#0b57d0', 'lk')}</td></tr>`,
  ].join('');
}

function itemHtml(item: MailItem, tone: MailSection['tone']): string {
  const company =
    item.company === '' ? '' : ` <span class="t2" style="color:#444746;font-size:13px">${escaped(item.company)}</span>`;
  const action =
    item.action === ''
      ? ''
      : `<tr><td colspan="2" class="t1" style="font-size:14px;line-height:20px;color:#1f1f1f">${escaped(item.action)}</td></tr>`;
  const name = anchor({ label: item.name, href: item.href }, 'color:#0b57d0;font-weight:bold', 'lk');
  return [
    `<tr><td align="left" class="ln" style="${FONT};padding:10px 20px;border-bottom:1px solid #e3e6ea"><table ${WIDE}>`,
    `<tr><td class="t1" style="font-size:15px;line-height:22px;color:#1f1f1f;word-break:break-word">${name}${company}</td>`,
    `<td align="right" valign="top" class="${tone}" style="font-size:13px;line-height:22px;color:${TONES[tone].ink};white-space:nowrap;padding-left:8px">`,
    `${escaped(item.when)}</td></tr>${action}`,
    `<tr><td colspan="2" class="t3" style="font-size:12px;line-height:18px;color:#5c6064">${item.facts.map(escaped).join(' &nbsp;')}</td></tr>`,
    '</table></td></tr>',
  ].join('');
}

function footOf(page: MailPage): string {
  const lines = page.footer.map(escaped).join('<br>');
  return `<tr><td align="left" class="t3" style="${FONT};padding:18px 20px 24px;font-size:12px;line-height:18px;color:#5c6064">${lines}</td></tr>`;
}

function anchor({ label, href }: Link, style: string, className: string): string {
  const classes = className === '' ? '' : ` class="${className}"`;
  return `<a${classes} href="${escaped(href)}" style="${style};text-decoration:none">${escaped(label)}</a>`;
}

/** Mail has no sandbox: whatever a person typed goes through here. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** For clients without HTML: the same words, links in full. */
export function mailText(page: MailPage): string {
  const sections = page.sections.map(({ title, items, more }) =>
    [
      title,
      ...items.map(
        (item) =>
          `- ${[item.name, item.company, item.when].filter((part) => part !== '').join(' · ')}\n` +
          [item.action, item.facts.join('  '), item.href]
            .filter((part) => part !== '')
            .map((part) => `  ${part}`)
            .join('\n'),
      ),
      ...(more === null ? [] : [`${more.label} ${more.href}`]),
    ].join('\n'),
  );
  return [`${page.heading}\n${page.tally}`, `${page.button.label} ${page.button.href}`, ...sections, page.footer.join('\n')].join(
    '\n\n',
  );
}
