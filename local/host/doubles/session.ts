// Session and User: who sits at the keyboard and whose rights the run has; Google does not always tell the first.
import { Double } from '../guard';
import type { World } from '../world';

export class UserDouble extends Double {
  readonly email: string;

  constructor(email: string) {
    super();
    this.email = email;
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }
}

export class SessionDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getActiveUser(): UserDouble {
    return new UserDouble(this.world.running.active);
  }

  getEffectiveUser(): UserDouble {
    const { user, authMode } = this.world.running;
    return new UserDouble(authMode === 'FULL' ? user : '');
  }

  getActiveUserLocale(): string {
    return this.world.activeLocale;
  }

  getScriptTimeZone(): string {
    return this.world.scriptZone;
  }
}
