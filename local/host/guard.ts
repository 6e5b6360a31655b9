// The guard between script and doubles: only what Apps Script has is visible, arguments must fit, every call is counted and may fail.
import { type Price, priceOf } from './costs';
import { ServiceError } from './errors';
import type { Realm } from './realm';
import { enumsOn, fitsSignature, isMethod, membersOf, mismatchText, spokenName, type ValueNature } from './surface';

/** What the guard asks of the host that a double belongs to. */
export interface Warden {
  /** Counts a call, lets it happen, and refuses it when the run is over. */
  admit<T>(label: string, price: Price, cells: number, act: () => T): T;
  readonly realm: Realm;
}

/**
 * Stands in for one object of Apps Script. Every method is a method of Google's class; whatever else a double needs are fields and
 * functions beside it, so that nothing of ours shows.
 */
export abstract class Double {
  /** What the script holds instead of this. */
  handle: object | null = null;

  /** Cells that a call moves when it moves a whole grid. */
  get span(): number {
    return 1;
  }
}

/** A value of an enum; the script sees only its name. */
export class EnumValue {
  readonly enumName: string;
  readonly text: string;

  constructor(enumName: string, text: string) {
    this.enumName = enumName;
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  name(): string {
    return this.text;
  }

  ordinal(): number {
    return membersOf(this.enumName).indexOf(this.text);
  }

  compareTo(other: EnumValue): number {
    return this.ordinal() - other.ordinal();
  }

  toJSON(): string {
    return this.text;
  }
}

const enumObjects = new Map<string, Readonly<Record<string, EnumValue>>>();

/** The enum as the script sees it; a misspelt member throws instead of reading `undefined`. */
function enumObject(name: string): Readonly<Record<string, EnumValue>> {
  let known = enumObjects.get(name);
  if (known === undefined) {
    const members = Object.fromEntries(membersOf(name).map((text) => [text, Object.freeze(new EnumValue(name, text))]));
    known = new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'toJSON') return Reflect.get(target, key);
        throw new TypeError(`${spokenName(name)} has no value ${key}`);
      },
    });
    enumObjects.set(name, known);
  }
  return known;
}

/** A member of an enum, for doubles that answer with one. */
export function enumValue(enumName: string, text: string): EnumValue {
  const value = enumObject(enumName)[text];
  if (value === undefined) throw new Error(`${enumName} has no value ${text}`);
  return value;
}

const INSIDE = Symbol('double');

type Handle = { [INSIDE]: Double };
type HandleClass = new (double: Double) => Handle;

const names = new Map<unknown, string>();
const handleClasses = new Map<unknown, HandleClass>();
const wardens = new WeakMap<Double, Warden>();

const nature: ValueNature = {
  classOf(value) {
    if (value instanceof EnumValue) return value.enumName;
    const double = doubleOf(value);
    return double === null ? null : (names.get(double.constructor) ?? null);
  },
};

/** The double behind what a script holds; null for anything else. */
export function doubleOf(value: unknown): Double | null {
  return typeof value === 'object' && value !== null ? ((value as Partial<Handle>)[INSIDE] ?? null) : null;
}

/** Replaces handles by their doubles, in arrays and in grids of them too. */
function unwrap(value: unknown): unknown {
  if (!Array.isArray(value)) return doubleOf(value) ?? value;
  return value.some(hasHandle) ? value.map(unwrap) : value;
}

function hasHandle(item: unknown): boolean {
  return Array.isArray(item) ? item.some(hasHandle) : doubleOf(item) !== null;
}

/** Doubles become handles, our arrays arrays of the script's realm; a grid that the realm made is passed as it is. */
function wrap(value: unknown, warden: Warden): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Double) return handleOf(value, warden);
  return Object.getPrototypeOf(value) === Array.prototype
    ? warden.realm.list((value as unknown[]).map((item) => wrap(item, warden)))
    : value;
}

/** What the script holds of a double; the same object every time. */
export function handleOf(double: Double, warden: Warden): object {
  if (double.handle === null) {
    const made = handleClasses.get(double.constructor);
    if (made === undefined) throw new Error(`${double.constructor.name} was not exposed`);
    wardens.set(double, warden);
    double.handle = new made(double);
  }
  return double.handle;
}

/**
 * Makes a double's class visible under the name it has in the official types.
 * @throws Error when it has a method that Google's class has not
 */
export function expose(className: string, doubleClass: abstract new (...args: never[]) => Double): void {
  const methods = new Map<string, (...args: unknown[]) => unknown>();
  for (let proto = doubleClass.prototype; proto !== Double.prototype; proto = Object.getPrototypeOf(proto)) {
    for (const name of Object.getOwnPropertyNames(proto)) {
      const { value } = Object.getOwnPropertyDescriptor(proto, name) ?? {};
      if (name === 'constructor' || typeof value !== 'function' || methods.has(name)) continue;
      if (!isMethod(className, name)) throw new Error(`${className} has no method ${name}`);
      methods.set(name, value);
    }
  }
  const guarded: Record<string | symbol, unknown> = { [INSIDE]: null };
  for (const [name, method] of methods) guarded[name] = guardedMethod(className, name, method);
  for (const [name, enumName] of Object.entries(enumsOn(className))) guarded[name] = enumObject(enumName);
  guarded['toString'] = () => className.slice(className.indexOf('.') + 1);
  Object.setPrototypeOf(guarded, boundary(className));
  function HandleOf(this: Handle, double: Double) {
    this[INSIDE] = double;
  }
  HandleOf.prototype = guarded;
  names.set(doubleClass, className);
  handleClasses.set(doubleClass, HandleOf as unknown as HandleClass);
}

/** Methods of a double class, for the test that compares them with what the bundle calls. */
export function exposedMethods(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [doubleClass, name] of names) {
    const proto = (handleClasses.get(doubleClass) as unknown as { prototype: object }).prototype;
    found.set(name, Object.keys(proto));
  }
  return found;
}

function guardedMethod(className: string, name: string, method: (...args: unknown[]) => unknown) {
  const price = priceOf(className, name);
  const label = `${className.slice(className.indexOf('.') + 1)}.${name}`;
  return function (this: Handle, ...args: unknown[]): unknown {
    const double = this[INSIDE];
    const warden = wardens.get(double) as Warden;
    return warden.admit(label, price, price.grid ? double.span : 0, () => {
      if (!fitsSignature(className, name, args, nature)) throw new ServiceError(mismatchText(className, name, args, nature));
      return wrap(method.apply(double, args.map(unwrap)), warden);
    });
  };
}

/** The end of every handle's prototype chain: here arrive only names that no double answers to. */
function boundary(className: string): object {
  const refuse = (receiver: unknown, name: string, message: string): never => {
    const double = doubleOf(receiver);
    const warden = double && wardens.get(double);
    throw warden?.realm.error(name, message) ?? new TypeError(message);
  };
  return new Proxy(Object.prototype, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || key === 'toJSON' || key === 'then')
        return Reflect.get(target, key, receiver);
      if (!isMethod(className, key)) return refuse(receiver, 'TypeError', `${spokenName(className)} has no member ${key}`);
      const missing = `[local host] ${className}.${key}() exists in Apps Script but is not implemented locally`;
      return refuse(receiver, 'Error', missing);
    },
    set: (_target, key, _value, receiver) =>
      refuse(receiver, 'TypeError', `${spokenName(className)} has no member ${String(key)}`),
  });
}
