// LockService: one lock a kind; it keeps scripts apart, never people, and ends with the run.
import { ServiceError } from '../errors';
import { Double } from '../guard';
import type { Run, World } from '../world';

export class LockServiceDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getDocumentLock(): LockDouble {
    return new LockDouble(this.world, 'document');
  }

  getScriptLock(): LockDouble {
    return new LockDouble(this.world, 'script');
  }

  getUserLock(): LockDouble {
    return new LockDouble(this.world, `user ${this.world.running.user}`);
  }
}

export class LockDouble extends Double {
  readonly world: World;
  readonly kind: string;

  constructor(world: World, kind: string) {
    super();
    this.world = world;
    this.kind = kind;
  }

  tryLock(ms: number): boolean {
    const { world, kind } = this;
    const held = world.locks.get(kind);
    if (held?.holder === world.running) return true;
    if (held !== undefined && held.until > world.meter.now) {
      const wait = Math.min(ms, held.until - world.meter.now);
      world.spend(wait);
      if (held.until > world.meter.now) return false;
    }
    world.locks.set(kind, { holder: world.running, until: Number.POSITIVE_INFINITY });
    return true;
  }

  waitLock(ms: number): void {
    if (!this.tryLock(ms)) throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return this.world.locks.get(this.kind)?.holder === this.world.running;
  }

  releaseLock(): void {
    const { world, kind } = this;
    if (!this.hasLock()) return;
    if (world.running.unflushed > 0) {
      world.warnings.push(
        `the ${kind} lock was released with ${world.running.unflushed} writes not flushed: the next run may not see them`,
      );
    }
    world.locks.delete(kind);
  }
}

/** Frees what a run holds; how many locks that were. */
export function dropLocks(world: World, run: Run): number {
  const held = [...world.locks].filter(([, lock]) => lock.holder === run);
  for (const [kind] of held) world.locks.delete(kind);
  return held.length;
}
