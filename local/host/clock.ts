// The `Date` of the script: it reads the host's clock and lives in the script's time zone, whatever zone this machine is in.
import { instantOfWall, offsetAt, wallOf } from './zone';

const PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Day'] as const;

/**
 * A `Date` for the sandbox. Its instances are ordinary dates of the host too, so both sides see one class (local-host.md §3);
 * only `now`, local parts and local text differ.
 */
export function clockedDate(zone: string, now: () => number): DateConstructor {
  class ScriptDate extends Date {
    constructor(...args: [number | string | Date] | [number, number, ...number[]] | []) {
      if (args.length === 0) super(now());
      else if (args.length === 1) super(typeof args[0] === 'string' ? parse(args[0]) : args[0]);
      else super(instantOfWall(zone, Date.UTC(...(args as [number, number, ...number[]]))));
    }

    override getTimezoneOffset(): number {
      return -offsetAt(zone, this.getTime()) / 60_000;
    }

    override toString(): string {
      return `${this.toDateString()} ${this.toTimeString()}`;
    }

    override toDateString(): string {
      return new Date(wallOf(zone, this.getTime())).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+).*$/, '$1 $3 $2 $4');
    }

    override toTimeString(): string {
      const minutes = -this.getTimezoneOffset();
      const size = `${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
      return `${new Date(wallOf(zone, this.getTime())).toISOString().slice(11, 19)} GMT${minutes < 0 ? '-' : '+'}${size}`;
    }
  }

  /** Text without an offset is local, a day alone is UTC, as ECMAScript has it. */
  function parse(text: string): number {
    const explicit = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text);
    return explicit ? Date.parse(text) : instantOfWall(zone, Date.parse(text.includes('T') ? `${text}Z` : `${text} UTC`));
  }

  type Parts = Record<string, (this: Date, ...args: number[]) => number>;
  const own = ScriptDate.prototype as unknown as Parts;
  const utc = Date.prototype as unknown as Parts;
  for (const part of PARTS) {
    own[`get${part}`] = function (this: Date) {
      return utc[`getUTC${part}`]?.call(new Date(wallOf(zone, this.getTime()))) ?? Number.NaN;
    };
    if (part === 'Day') continue;
    own[`set${part}`] = function (this: Date, ...args: number[]) {
      const wall = new Date(wallOf(zone, this.getTime()));
      utc[`setUTC${part}`]?.apply(wall, args);
      return this.setTime(instantOfWall(zone, wall.getTime()));
    };
  }

  // `Date()` without `new` gives text, and a class cannot be called: the bundle meets a function in front of it.
  function SandboxDate(this: unknown, ...args: never[]): unknown {
    return new.target === undefined ? new ScriptDate().toString() : Reflect.construct(ScriptDate, args, new.target);
  }
  SandboxDate.prototype = ScriptDate.prototype;
  ScriptDate.prototype.constructor = SandboxDate;
  return Object.assign(SandboxDate, { now, parse, UTC: Date.UTC }) as unknown as DateConstructor;
}
