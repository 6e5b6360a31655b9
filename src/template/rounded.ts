// Numbers a spreadsheet or a list has rounded: `1.38E+10` was a phone number once.

/** Whether a text is a figure with an exponent, whose last digits nobody knows any more. */
export function isRounded(text: string): boolean {
  return /^\s*\d(?:\.\d+)?e\+?\d+\s*$/i.test(text.normalize('NFKC'));
}
