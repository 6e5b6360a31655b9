// Mails as files a browser opens.
import { escapedHtml } from '../workbench/html';

export interface MailFile {
  readonly name: string;
  readonly html: string;
}

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
}

/** Where they go, and which files of an earlier demo they replace. */
export const OUTBOX = { folder: 'outbox', pattern: /^\d{2,}-[^/\\]*\.html$/ };

/** One file a mail, numbered in the order they were sent. */
export function mailFiles(outbox: readonly Letter[]): MailFile[] {
  return outbox.map((mail, i) => ({
    name: `${String(i + 1).padStart(2, '0')}-${mail.to.replace(/[^\w.@+-]/g, '_')}.html`,
    html: mail.htmlBody === '' ? plain(mail) : mail.htmlBody,
  }));
}

function plain({ subject, body }: Letter): string {
  return `<!doctype html><meta charset="utf-8"><title>${escapedHtml(subject)}</title><pre>${escapedHtml(body)}</pre>\n`;
}
