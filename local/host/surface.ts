// The official signatures: which classes, methods and enums exist, and whether arguments fit.
import table from './surface.generated.json';

const classes: Readonly<Record<string, Readonly<Record<string, string>>>> = table.classes as Record<
  string,
  Record<string, string>
>;
const enums: Readonly<Record<string, string>> = table.enums;
const properties: Readonly<Record<string, Readonly<Record<string, string>>>> = table.properties as Record<
  string,
  Record<string, string>
>;

/** The global that a namespace of the types is reached by. */
const SERVICES: Readonly<Record<string, string>> = {
  Spreadsheet: 'SpreadsheetApp',
  Mail: 'MailApp',
  Properties: 'PropertiesService',
  Cache: 'CacheService',
  Lock: 'LockService',
  Script: 'ScriptApp',
  HTML: 'HtmlService',
};

/** What the guard needs to know about a value of the sandbox. */
export interface ValueNature {
  /** Class or enum of a host object, e.g. `Spreadsheet.Range`; null for anything else. */
  classOf(value: unknown): string | null;
}

interface Parameter {
  readonly optional: boolean;
  readonly rest: boolean;
  readonly fits: (value: unknown, nature: ValueNature) => boolean;
}

function methodsOf(className: string): readonly string[] {
  return Object.keys(classes[className] ?? {});
}

export function isMethod(className: string, method: string): boolean {
  return classes[className]?.[method] !== undefined;
}

function isEnum(name: string): boolean {
  return enums[name] !== undefined;
}

export function membersOf(enumName: string): readonly string[] {
  return enums[enumName]?.split(',') ?? [];
}

/** Enums that hang on a class, by property: `SpreadsheetApp.ProtectionType`. */
export function enumsOn(className: string): Readonly<Record<string, string>> {
  return properties[className] ?? {};
}

/** A class as Google's messages name it: `SpreadsheetApp.Range`, and a service by its own name. */
export function spokenName(className: string): string {
  const [namespace = '', name = ''] = className.split('.');
  const service = SERVICES[namespace];
  return service === undefined || service === name ? name : `${service}.${name}`;
}

const signatures = new Map<string, readonly (readonly Parameter[])[]>();

/** Whether the arguments fit one of the method's signatures, by number and basic type. */
export function fitsSignature(className: string, method: string, args: ArrayLike<unknown>, nature: ValueNature): boolean {
  const key = `${className}.${method}`;
  let known = signatures.get(key);
  if (known === undefined) {
    known = signaturesOf(classes[className]?.[method] ?? '');
    signatures.set(key, known);
  }
  return known.some((parameters) => fits(parameters, args, nature));
}

function signaturesOf(text: string): (readonly Parameter[])[] {
  const overloads = text.split('|').map((one) => (one === '' ? [] : one.split(',')));
  // `getRange(1)` is no name of a range: where another overload wants a number, a number is not turned into text.
  const isFigure = (at: number) => overloads.some((types) => types[at]?.replace('?', '') === 'n');
  return overloads.map((types) =>
    types.map((type, at) => parameterOf(type.startsWith('s') && isFigure(at) ? type.replace('s', 't') : type)),
  );
}

function fits(parameters: readonly Parameter[], args: ArrayLike<unknown>, nature: ValueNature): boolean {
  const last = parameters[parameters.length - 1];
  if (args.length > parameters.length && !last?.rest) return false;
  for (let i = 0; i < Math.max(parameters.length, args.length); i++) {
    const parameter = parameters[i] ?? last;
    if (parameter === undefined) return false;
    if (i >= args.length) {
      if (!parameter.optional && !parameter.rest) return false;
    } else if (!parameter.fits(args[i], nature)) return false;
  }
  return true;
}

function parameterOf(text: string): Parameter {
  const rest = text.startsWith('...');
  const optional = text.endsWith('?');
  return { rest, optional, fits: checkerOf(text.replace(/^\.\.\.|\?$/g, '')) };
}

type Checker = (value: unknown, nature: ValueNature) => boolean;

const BASIC: Readonly<Record<string, Checker>> = {
  n: (value) => typeof value === 'number' && !Number.isNaN(value),
  // Apps Script turns numbers and truth values into text where text is wanted, but not the other way.
  s: (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  t: (value) => typeof value === 'string',
  b: (value) => typeof value === 'boolean',
  d: (value) => Object.prototype.toString.call(value) === '[object Date]',
  o: (value) => typeof value === 'object' && value !== null,
  z: (value) => value === null || value === undefined,
  a: () => true,
};

function checkerOf(type: string): Checker {
  if (type.includes('/')) {
    const checks = type.split('/').map(checkerOf);
    return (value, nature) => checks.some((check) => check(value, nature));
  }
  if (type === 'a[]') return (value) => Array.isArray(value);
  if (type.endsWith('[]')) {
    const check = checkerOf(type.slice(0, -2));
    return (value, nature) => Array.isArray(value) && value.every((item) => check(item, nature));
  }
  const basic = BASIC[type];
  if (basic !== undefined) return basic;
  // An interface without methods is a bag of options: any object will do.
  if (!isEnum(type) && methodsOf(type).length === 0) return BASIC['o'] as Checker;
  return (value, nature) => {
    const name = nature.classOf(value);
    return name === type || (type === 'Base.BlobSource' && name === 'Base.Blob');
  };
}

/** Google's sentence for arguments that fit no signature. */
export function mismatchText(className: string, method: string, args: ArrayLike<unknown>, nature: ValueNature): string {
  const spoken = Array.from(args, (value) => spokenType(value, nature)).join(',');
  return `The parameters (${spoken}) don't match the method signature for ${spokenName(className)}.${method}.`;
}

function spokenType(value: unknown, nature: ValueNature): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return value.length === 0 ? 'Object[]' : `${spokenType(value[0], nature)}[]`;
  const name = nature.classOf(value);
  return name === null ? '(class)' : spokenName(name);
}
