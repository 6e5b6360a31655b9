// Endpoints of what stands around the grid: state, acting person, menu, clock and triggers, mails, charts, the file, starting over.
import { setImmediate as breath } from 'node:timers/promises';
import type { Book, Host, HostState } from '../host/index';
import { instantOfText, textOfInstant } from '../host/zone';
import { chartsOf } from './charts';
import type { ActingCall, AdvanceCall, MenuCall, Outcome, StateView, TriggerCall } from './frame-wire';
import { type Answer, type Asked, type Bench, json, numberOf, type Routes } from './routes';
import { stateOf } from './state';
import type { ScriptAnswer, ScriptCall } from './wire';
import { WorkingFile } from './working-file';

/** Name of the delivered workbook. */
const DELIVERED = 'customer-pool.xlsx';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Time passes in steps, so that the page sees the clock run: six hours. */
const STEP = 6 * 3_600_000;
/** As far as the clock goes at once: five years. */
const FARTHEST = 5 * 366 * 86_400_000;

export interface ToolsOptions {
  /** An .xlsx that holds what the host holds; without it nothing is kept. */
  readonly file?: string | undefined;
  /** The moment a reset goes back to; without it, this one. */
  readonly start?: (() => Promise<HostState>) | undefined;
}

export class Tools {
  private readonly host: Host;
  private readonly start: () => Promise<HostState>;
  private readonly file: WorkingFile | null;
  private readonly announce: () => void;
  /** Who sits at the keyboard when the page opens. */
  private readonly first: string;
  private epoch = 0;
  private busy: StateView['busy'] = null;

  /** @param announce says to every open page that something may have changed */
  constructor(host: Host, { file, start }: ToolsOptions, announce: () => void) {
    const first = host.snapshot();
    this.host = host;
    this.first = host.world.acting;
    this.announce = announce;
    this.start = start ?? (async () => first);
    const told = (what: 'state' | 'reread') => {
      if (what === 'reread') this.epoch += 1;
      announce();
    };
    this.file = file === undefined ? null : new WorkingFile(file, host, told);
    this.host.open();
  }

  async watch(): Promise<void> {
    await this.file?.watch();
  }

  changed(): void {
    this.file?.changed();
  }

  async close(): Promise<void> {
    await this.file?.close();
  }

  readonly routes: Routes = {
    'GET /state': (bench) => json(this.stateOf(bench)),
    'GET /charts': ({ host }, asked) => json(chartsOf(host, numberOf(asked, 'sheet'))),
    'GET /mail': mail,
    'GET /download': download,
    'POST /rpc': (bench, asked) => this.call(bench, asked),
    'POST /acting': (bench, asked) => this.act(bench, asked),
    'POST /menu': (bench, { body }) =>
      this.done(bench, () => {
        bench.host.menu((body as MenuCall).function);
      }),
    'POST /trigger': (bench, { body }) =>
      this.done(bench, () => {
        bench.host.fire((body as TriggerCall).id);
      }),
    'POST /advance': (bench, asked) => this.advance(bench, asked),
    'POST /reset': (bench) => this.reset(bench),
  };

  private stateOf({ host, locale, revision }: Bench): StateView {
    const { epoch, busy } = this;
    return stateOf(host, { locale, revision, epoch, busy, file: this.file?.view ?? null });
  }

  private act(bench: Bench, { body }: Asked): Promise<Answer> {
    const { host } = bench;
    const { user } = body as ActingCall;
    return this.done(bench, () => {
      if (!mayOpen(host.book, user)) throw new Error(`${user} may not open this file.`);
      // He opens the file, and the script builds its menu for him.
      host.as(user).open();
    });
  }

  private advance(bench: Bench, { body }: Asked): Promise<Answer> {
    const { host } = bench;
    const { timeZone } = host.book;
    const asked = body as AdvanceCall;
    return this.alone(bench, 'clock', async () => {
      const from = host.world.meter.now;
      const to = 'by' in asked ? from + asked.by : instantOfText(timeZone, asked.to);
      if (!(to >= from)) throw new Error('The clock only goes forward.');
      if (to > from + FARTHEST) throw new Error('The clock goes five years at a time at most.');
      const failures: unknown[] = [];
      for (let next = from; next < to; ) {
        next = Math.min(next + STEP, to);
        try {
          host.advanceTo(textOfInstant(timeZone, next));
        } catch (thrown) {
          // A run that fails does not stop the clock.
          failures.push(thrown);
        }
        bench.tell();
        await breath();
      }
      if (failures.length > 0) throw failures[0];
    });
  }

  private reset(bench: Bench): Promise<Answer> {
    const { host } = bench;
    return this.alone(bench, 'reset', async () => {
      host.restore(await this.start());
      host.as(mayOpen(host.book, this.first) ? this.first : host.book.owner).open();
      this.epoch += 1;
    });
  }

  /** Does what takes longer than a moment; a second such act is refused meanwhile. */
  private async alone(bench: Bench, what: NonNullable<StateView['busy']>, act: () => Promise<void>): Promise<Answer> {
    if (this.busy !== null) return outcome('Another act is still going on.');
    this.busy = what;
    this.announce();
    try {
      return await this.done(bench, act);
    } finally {
      this.busy = null;
      bench.tell();
    }
  }

  /** The sidebar's google.script.run. */
  private call(bench: Bench, { body }: Asked): Answer {
    const { function: name, args } = body as ScriptCall;
    const before = this.writes;
    let answer: ScriptAnswer;
    try {
      answer = { value: bench.host.serverCall(name, args) };
    } catch (thrown) {
      const { name: kind, message } = thrown as Error;
      answer = { error: { name: kind, message } };
    }
    this.followed(bench, before);
    return json(answer);
  }

  /** Lets the script do something, and says why it failed. */
  private async done(bench: Bench, act: () => void | Promise<void>): Promise<Answer> {
    const before = this.writes;
    try {
      await act();
      return outcome(null);
    } catch (thrown) {
      return outcome((thrown as Error).message);
    } finally {
      this.followed(bench, before);
    }
  }

  private get writes(): number {
    return this.host.world.meter.calls.writes;
  }

  /** A run that wrote nothing leaves nothing to keep: a large workbook takes seconds to write. */
  private followed(bench: Bench, before: number): void {
    if (this.writes > before) bench.tell();
    else this.announce();
  }
}

function mayOpen({ owner, editors, viewers }: Book, user: string): boolean {
  return [owner, ...editors, ...viewers].includes(user);
}

function outcome(failed: string | null): Answer {
  const told: Outcome = { failed };
  return json(told);
}

function mail({ host }: Bench, asked: Asked): Answer {
  const found = host.outbox[numberOf(asked, 'id')];
  if (found === undefined) return { status: 404, type: 'text/plain', content: 'No such mail.' };
  return {
    type: found.htmlBody === '' ? 'text/plain' : 'text/html',
    content: found.htmlBody || found.body,
    // A mail is somebody's words: it draws itself and does nothing else.
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" },
  };
}

/** The workbook as it is handed to a person: without what only the host knows (rulings 23). */
async function download({ host }: Bench): Promise<Answer> {
  return {
    type: XLSX,
    content: await host.xlsx(),
    headers: { 'content-disposition': `attachment; filename="${DELIVERED}"` },
  };
}
