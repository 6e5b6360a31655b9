// Mail: the one place that sends, and how many recipients the account may still write to today.

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Shown as the sender beside the account's address. */
  readonly name: string;
}

/** Sends to one recipient. Throws whatever Google says when it does not. */
export function sendLetter({ to, subject, html, text, name }: Letter): void {
  MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name });
}

/** Recipients left for this account; Google keeps the figure for the length of a run only. */
export function mailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}
