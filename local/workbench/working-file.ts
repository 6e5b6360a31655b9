// Keeps the workbook between runs: written soon after each change, read back when another program has changed it.
import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Book, type Host, type HostState, loadWorkingFile, type Memory, saveWorkingFile } from '../host/index';
import { instantOfText } from '../host/zone';
import type { FileView } from './frame-wire';

/** Milliseconds without a change before it is written; half of what writing took where that is more, for writing holds everything up. */
const QUIET = 400;
/** Quiet times a change waits at most where others keep coming. */
const MOST_QUIETS = 20;
/** Milliseconds between two looks at the file. */
const LOOK = 700;

/** What is kept of a host beside its book. */
interface Kept {
  readonly memory: Memory;
  /** `YYYY-MM-DDTHH:mm` in the spreadsheet's zone. */
  readonly now: string;
}

export interface Opened {
  readonly book: Book;
  readonly memory: Memory | null;
  readonly now: string | null;
}

/** A workbook that was kept, or made elsewhere; the latter has nothing beside its book. */
export async function openKept(file: string): Promise<Opened> {
  const { book, hostState } = await loadWorkingFile(file);
  const kept = hostState as Kept | null;
  return { book, memory: kept?.memory ?? null, now: kept?.now ?? null };
}

/** The same as a moment to put a host back to. */
export async function stateKept(file: string, host: Host): Promise<HostState> {
  const { book, memory, now } = await openKept(file);
  return {
    book,
    memory: memory ?? host.memory(),
    now: now === null ? host.world.meter.now : instantOfText(book.timeZone, now),
  };
}

export async function keep(file: string, host: Host): Promise<void> {
  const kept: Kept = { memory: host.memory(), now: host.now };
  await saveWorkingFile(file, host.book, kept);
}

export class WorkingFile {
  private readonly file: string;
  private readonly host: Host;
  /** Told when the workbook was read back, and when the state changes. */
  private readonly told: (what: 'state' | 'reread') => void;
  private state: FileView['state'] = 'saved';
  private timer: NodeJS.Timeout | null = null;
  private quiet = QUIET;
  /** When the oldest change not yet written came. */
  private waiting: number | null = null;
  /** Writing and reading never overlap. */
  private work: Promise<void> = Promise.resolve();
  /** The .xlsx as it was when this program wrote or read it last. */
  private seen = '';

  constructor(file: string, host: Host, told: (what: 'state' | 'reread') => void) {
    this.file = file;
    this.host = host;
    this.told = told;
  }

  get view(): FileView {
    return { name: path.basename(this.file), state: this.state };
  }

  /** Begins to watch; the file holds what the host holds. */
  async watch(): Promise<void> {
    this.seen = await this.mark();
    watchFile(this.file, { interval: LOOK }, this.looked);
  }

  /** The workbook, or something beside it, may have changed. */
  changed(): void {
    const now = performance.now();
    this.waiting ??= now;
    const rest = this.waiting + MOST_QUIETS * this.quiet - now;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.queue(() => this.save()), Math.max(0, Math.min(this.quiet, rest)));
  }

  /** Writes what is not written yet, and lets go. */
  async close(): Promise<void> {
    unwatchFile(this.file, this.looked);
    await this.queue(() => this.save());
  }

  private queue(act: () => Promise<void>): Promise<void> {
    this.work = this.work.then(act);
    return this.work;
  }

  private async save(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.waiting === null) return;
    // Another program's version must not be written over unread.
    await this.readBack();
    this.waiting = null;
    const began = performance.now();
    this.become('saving');
    try {
      await keep(this.file, this.host);
      this.seen = await this.mark();
      this.become('saved');
    } catch {
      this.become('failed');
    }
    this.quiet = Math.max(QUIET, (performance.now() - began) / 2);
  }

  private readonly looked = ({ mtimeMs }: Stats): void => {
    // Zero: the file is away, as it is for a moment while other programs write it.
    if (mtimeMs > 0) void this.queue(() => this.readBack());
  };

  /** Takes over what another program wrote: its values win, what only the host knows stays. */
  private async readBack(): Promise<void> {
    const mark = await this.mark();
    if (mark === this.seen || mark === '') return;
    this.seen = mark;
    try {
      const { book } = await openKept(this.file);
      this.host.restore({ book, memory: this.host.memory(), now: this.host.world.meter.now });
    } catch {
      // Half written or no workbook at all: the next look finds it whole, or the next change writes ours.
      this.seen = '';
      return;
    }
    this.become('reread');
    this.told('reread');
  }

  private async mark(): Promise<string> {
    const found = await stat(this.file).catch(() => null);
    return found === null ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`;
  }

  private become(state: FileView['state']): void {
    this.state = state;
    this.told('state');
  }
}
