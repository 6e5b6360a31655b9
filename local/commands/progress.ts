// Says on stderr what a long command is doing: one line that changes on a terminal, a line a step elsewhere once it takes long.

/** Milliseconds after which a reader of a log wants to know. */
const LONG = 3_000;

export class Progress {
  private readonly started = Date.now();
  private readonly terminal = process.stderr.isTTY === true;
  private shown = '';

  step(text: string): void {
    if (this.terminal) this.draw(text);
    else if (Date.now() - this.started > LONG && text !== this.shown) process.stderr.write(`${text}\n`);
    this.shown = text;
  }

  end(): void {
    if (this.terminal) this.draw('');
  }

  private draw(text: string): void {
    process.stderr.write(`\r\x1b[2K${text}`);
  }
}
