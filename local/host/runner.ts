// Runs one function of the bundle: a fresh context, the bundle loaded by gas-local, the real limits around it.
import vm from 'node:vm';
import { services } from './doubles/index';
import { dropLocks } from './doubles/lock';
import { Killed, ScriptError } from './errors';
import { domainOf } from './permission';
import { openRealm, type Realm } from './realm';
import { loadScript } from './script';
import type { LogLine, Run, World } from './world';

export interface RunRequest {
  readonly name: string;
  readonly user: string;
  readonly cause: Run['cause'];
  readonly args: (realm: Realm) => readonly unknown[];
}

const enter = new vm.Script('localHostEnter()', { filename: 'local-host-run.js' });
const globalsOf = new WeakMap<World, Record<string, object>>();

/**
 * Runs a function in a script that was loaded for this run alone, as Apps Script does: nothing in its variables outlives it.
 * @returns what the function returned, in the script's realm
 * @throws Killed when the run was ended by force, even if the script swallowed that; ScriptError what it threw
 */
export function runScript(world: World, request: RunRequest): unknown {
  const globals: vm.Context = { ...servicesOf(world), Date: world.Date, console: consoleOf(world) };
  const context = vm.createContext(globals);
  const { limits, meter } = world;
  const simple = request.cause === 'simple';
  const run: Run = {
    name: request.name,
    user: request.user,
    active: activeUser(world, request),
    cause: request.cause,
    authMode: simple ? 'LIMITED' : 'FULL',
    deadline: meter.now + (simple ? limits.simpleRunMs : limits.runMs),
    realm: openRealm(context),
    dead: null,
    unflushed: 0,
  };
  const outer = world.run;
  world.run = run;
  const { reads, writes } = meter.calls;
  const { virtual } = meter;
  let failed: string | null = null;
  try {
    const script = loadScript(world.dist, globals);
    const entry = script[request.name];
    if (typeof entry !== 'function') throw new Error(`Script function not found: ${request.name}`);
    globals['localHostEnter'] = () => entry(...request.args(run.realm));
    const result = enter.runInContext(context, { timeout: limits.realMs });
    if (run.dead !== null) throw new Killed(run.dead);
    return result;
  } catch (error) {
    const outcome = outcomeOf(error, run);
    failed = outcome.message;
    throw outcome;
  } finally {
    dropLocks(world, run);
    world.run = outer;
    world.lastRun = {
      name: run.name,
      reads: meter.calls.reads - reads,
      writes: meter.calls.writes - writes,
      virtualSeconds: (meter.virtual - virtual) / 1000,
      failed,
    };
  }
}

/** Whether the bundle has a function of that name; triggers that nobody wrote are not fired. */
export function hasFunction(world: World, name: string): boolean {
  const known = entries.get(world);
  if (known !== undefined) return known.has(name);
  const globals: vm.Context = { ...servicesOf(world), Date: world.Date, console: consoleOf(world) };
  const script = loadScript(world.dist, vm.createContext(globals));
  const names = new Set(Object.keys(script).filter((key) => typeof script[key] === 'function' && !(key in servicesOf(world))));
  entries.set(world, names);
  return names.has(name);
}

const entries = new WeakMap<World, ReadonlySet<string>>();

function outcomeOf(error: unknown, run: Run): Error {
  if (error instanceof Killed) return error;
  if (run.dead !== null) return new Killed(run.dead);
  if ((error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return new Killed(`${run.name} did not end`);
  return new ScriptError(error);
}

/** Blank in triggers, across domains, and without the scope (platform.md §9). */
function activeUser({ book, withheld }: World, { cause, user }: RunRequest): string {
  const told = withheld.get(user.toLowerCase())?.has('userinfo.email') !== true;
  return told && cause === 'user' && domainOf(user) === domainOf(book.owner) ? user : '';
}

function servicesOf(world: World): Record<string, object> {
  let known = globalsOf.get(world);
  if (known === undefined) {
    known = services(world);
    globalsOf.set(world, known);
  }
  return known;
}

function consoleOf(world: World): Record<string, (...parts: unknown[]) => void> {
  const say =
    (level: LogLine['level']) =>
    (...parts: unknown[]) => {
      world.logs.push({ level, text: parts.map(textOf).join(' ') });
    };
  return { log: say('log'), info: say('info'), warn: say('warn'), error: say('error'), debug: say('log') };
}

function textOf(part: unknown): string {
  return typeof part === 'object' && part !== null && !(part as { stack?: unknown }).stack ? JSON.stringify(part) : String(part);
}
