// PropertiesService and CacheService, with the sizes Google allows.
import { ServiceError } from '../errors';
import { Double } from '../guard';
import type { World } from '../world';

export class PropertiesServiceDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getDocumentProperties(): PropertiesDouble {
    return new PropertiesDouble(this.world, this.world.properties.document);
  }

  /** Of the run's user; a simple trigger may not know him. */
  getUserProperties(): PropertiesDouble {
    const { world } = this;
    if (world.running.authMode !== 'FULL')
      throw new ServiceError('You do not have permission to call PropertiesService.getUserProperties.');
    const user = world.running.user.toLowerCase();
    const store = world.properties.users.get(user) ?? new Map<string, string>();
    world.properties.users.set(user, store);
    return new PropertiesDouble(world, store);
  }
}

export class PropertiesDouble extends Double {
  readonly world: World;
  readonly store: Map<string, string>;

  constructor(world: World, store: Map<string, string>) {
    super();
    this.world = world;
    this.store = store;
  }

  getProperty(key: string): string | null {
    return this.store.get(String(key)) ?? null;
  }

  getProperties(): Record<string, string> {
    return this.world.realm.record(this.store) as Record<string, string>;
  }

  getKeys(): string[] {
    return [...this.store.keys()];
  }

  setProperty(key: string, value: string): this {
    put(this, [[String(key), String(value)]], false);
    return this;
  }

  /** All or nothing. */
  setProperties(values: Readonly<Record<string, unknown>>, deleteAllOthers = false): this {
    put(
      this,
      Object.entries(values).map(([key, value]) => [key, String(value)]),
      deleteAllOthers,
    );
    return this;
  }

  deleteProperty(key: string): this {
    this.store.delete(String(key));
    return this;
  }

  deleteAllProperties(): this {
    this.store.clear();
    return this;
  }
}

function put({ world, store }: PropertiesDouble, entries: readonly (readonly [string, string])[], replace: boolean): void {
  const { propertyBytes, propertyStoreBytes } = world.limits;
  const next = new Map(replace ? entries : [...store, ...entries]);
  const tooLarge = entries.some(([key, value]) => Buffer.byteLength(key) + Buffer.byteLength(value) > propertyBytes);
  if (tooLarge) throw new ServiceError('Argument too large: value');
  let total = 0;
  for (const [key, value] of next) total += Buffer.byteLength(key) + Buffer.byteLength(value);
  if (total > propertyStoreBytes) {
    throw new ServiceError('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
  store.clear();
  for (const [key, value] of next) store.set(key, value);
}

export class CacheServiceDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getDocumentCache(): CacheDouble {
    return new CacheDouble(this.world, 'document');
  }

  getUserCache(): CacheDouble {
    return new CacheDouble(this.world, `user ${this.world.running.user}`);
  }
}

const DEFAULT_SECONDS = 600;

export class CacheDouble extends Double {
  readonly world: World;
  readonly prefix: string;

  constructor(world: World, kind: string) {
    super();
    this.world = world;
    this.prefix = `${kind}\n`;
  }

  get(key: string): string | null {
    const entry = this.world.cache.get(this.prefix + String(key));
    return entry === undefined || entry.until <= this.world.meter.now ? null : entry.value;
  }

  put(key: string, value: string, seconds = DEFAULT_SECONDS): void {
    const { cacheKeyCharacters, cacheValueBytes, cacheSeconds } = this.world.limits;
    if (String(key).length > cacheKeyCharacters) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(String(value)) > cacheValueBytes) throw new ServiceError('Argument too large: value');
    const until = this.world.meter.now + Math.min(seconds, cacheSeconds) * 1000;
    this.world.cache.set(this.prefix + String(key), { value: String(value), until });
  }

  getAll(keys: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      Array.from(keys).flatMap((key) => {
        const value = this.get(key);
        return value === null ? [] : [[String(key), value]];
      }),
    );
  }

  putAll(values: Readonly<Record<string, string>>, seconds = DEFAULT_SECONDS): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, seconds);
  }

  remove(key: string): void {
    this.world.cache.delete(this.prefix + String(key));
  }
}
