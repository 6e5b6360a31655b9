// The options of the demo: read strictly, each with its default (rulings 22).
import { parseArgs } from 'node:util';
import { type Encoding, encodings } from '../../src/encoding/index';
import { codes } from '../../src/template/codes';
import type { Locale, Preset } from '../../src/template/types';
import { Complaint } from './complaint';

export interface DemoOptions {
  /** Ends when the files are written, without serving the page. */
  readonly once: boolean;
  readonly json: boolean;
  /** Serves an empty workbook: the pool is built on the page, as anybody does first. */
  readonly empty: boolean;
  readonly help: boolean;
  /** A list to import instead of the sample. */
  readonly csv: string | null;
  /** Null: recognised. */
  readonly encoding: Encoding | null;
  readonly out: string;
  readonly preset: Preset;
  readonly lang: Locale;
  /** `YYYY-MM-DDTHH:mm`; null: this machine's clock. */
  readonly now: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  /** The workbook that is kept between runs; an empty one has a place of its own. */
  readonly file: string;
  /** Builds it anew even where one is kept. */
  readonly fresh: boolean;
  /** Names of the options on the line; all others have their defaults. */
  readonly given: ReadonlySet<string>;
}

const PRESETS = ['b2b', 'retail', 'consulting', 'ecommerce'] as const satisfies readonly Preset[];
const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];

/** Options that say what is built or written, which nothing is for an empty workbook. */
const FILLING = ['once', 'json', 'csv', 'encoding', 'out', 'preset', 'region'] as const;

const SHAPE = {
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  empty: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  csv: { type: 'string' },
  encoding: { type: 'string' },
  out: { type: 'string' },
  preset: { type: 'string' },
  lang: { type: 'string' },
  now: { type: 'string' },
  region: { type: 'string' },
  file: { type: 'string' },
  fresh: { type: 'boolean' },
} as const;

/** The language asked for, even where the rest of the line is wrong. */
export function languageOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  return LOCALES.find((locale) => locale === value) ?? 'zh-CN';
}

/** @throws Complaint `line.*`: an option nobody knows, one without its value, or a value it does not take */
export function readOptions(args: readonly string[]): DemoOptions {
  const { tokens } = parseArgs({ args: [...args], options: SHAPE, strict: false, tokens: true });
  const given = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw usage('line.stray', { text: token.value });
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(SHAPE, token.name) ? SHAPE[token.name as keyof typeof SHAPE] : undefined;
    if (known === undefined) throw usage('line.unknown', { option: token.rawName });
    const value = token.value ?? null;
    if (known.type === 'boolean' && value !== null) throw usage('line.noValue', { option: token.rawName });
    // `--csv --json`: what looks like an option is none of its values.
    if (known.type === 'string' && (value === null || value === '' || value.startsWith('--'))) {
      throw usage('line.value', { option: token.rawName });
    }
    given.set(token.name, value ?? true);
  }
  const text = (name: keyof typeof SHAPE) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : null;
  };
  const oneOf = <V extends string>(name: keyof typeof SHAPE, allowed: readonly V[], dflt: V): V => {
    const value = text(name);
    if (value === null) return dflt;
    const found = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
    if (found === undefined) throw usage('line.choice', { option: `--${name}`, value, allowed: allowed.join(', ') });
    return found;
  };
  const empty = given.has('empty');
  const filling = FILLING.find((name) => given.has(name));
  if (empty && filling !== undefined) throw usage('line.apart', { option: `--${filling}`, other: '--empty' });
  const encoding = text('encoding');
  return {
    once: given.has('once'),
    json: given.has('json'),
    empty,
    help: given.has('help'),
    csv: text('csv'),
    encoding: encoding === null ? null : oneOf('encoding', encodings, 'utf-8'),
    out: text('out') ?? 'out',
    preset: oneOf('preset', PRESETS, 'b2b'),
    lang: oneOf('lang', LOCALES, 'zh-CN'),
    now: momentOf(text('now')),
    region: regionOf(text('region') ?? 'CN'),
    file: workbookOf(text('file') ?? `.customer-pool/${empty ? 'empty' : 'pool'}.xlsx`),
    fresh: given.has('fresh'),
    given: new Set(given.keys()),
  };
}

function momentOf(text: string | null): string | null {
  if (text === null) return null;
  const minute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? new Date(`${text}:00Z`) : null;
  // 30 February is read as 2 March: what comes back must be what was written.
  if (minute === null || Number.isNaN(minute.getTime()) || !minute.toISOString().startsWith(text)) {
    throw usage('line.moment', { value: text });
  }
  return text;
}

function regionOf(text: string): string {
  const region = codes.country.find(({ code }) => code === text.toUpperCase());
  if (region === undefined) throw usage('line.region', { value: text });
  return region.code;
}

function workbookOf(text: string): string {
  if (!/\.xlsx$/i.test(text)) throw usage('line.workbook', { value: text });
  return text;
}

function usage(code: Complaint['reason']['code'], args: Readonly<Record<string, string>>): Complaint {
  return new Complaint(code, args, { usage: true });
}
