// Ui and Menu: menus, sidebar and dialogs are noted on the host for those who show or read them.
import { ServiceError } from '../errors';
import { Double, type EnumValue, enumValue } from '../guard';
import type { MenuItem, MenuModel, World } from '../world';
import type { HtmlOutputDouble } from './html';
import { dropLocks } from './lock';

export class UiDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    if (world.running.cause === 'trigger') throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    this.world = world;
  }

  createMenu(title: string): MenuDouble {
    return new MenuDouble(this.world, String(title), false);
  }

  createAddonMenu(): MenuDouble {
    return new MenuDouble(this.world, '', true);
  }

  showSidebar(output: HtmlOutputDouble): void {
    show(this.world, 'sidebar', output, output.title);
  }

  showModalDialog(output: HtmlOutputDouble, title: string): void {
    show(this.world, 'dialog', output, String(title));
  }

  /** Suspends the script on live Sheets, and locks do not outlive that; answered with OK at once. */
  alert(...texts: unknown[]): EnumValue {
    const { world } = this;
    if (dropLocks(world, world.running) > 0) world.warnings.push('a lock was held while an alert was shown: it is lost');
    world.alerts.push(texts.filter((text) => typeof text === 'string').join('\n'));
    return enumValue('Base.Button', 'OK');
  }
}

function show(world: World, kind: 'sidebar' | 'dialog', output: HtmlOutputDouble, title: string): void {
  world.requireAuthorised(`Ui.${kind === 'sidebar' ? 'showSidebar' : 'showModalDialog'}`, 'script.container.ui');
  const width = kind === 'sidebar' ? 300 : output.width;
  world.pages.push({ kind, title, html: output.content, width, height: output.height });
}

export class MenuDouble extends Double {
  readonly world: World;
  readonly title: string;
  readonly addon: boolean;
  readonly items: MenuItem[] = [];

  constructor(world: World, title: string, addon: boolean) {
    super();
    this.world = world;
    this.title = title;
    this.addon = addon;
  }

  addItem(caption: string, functionName: string): this {
    this.items.push({ type: 'item', caption: String(caption), functionName: String(functionName) });
    return this;
  }

  addSeparator(): this {
    this.items.push({ type: 'separator' });
    return this;
  }

  addSubMenu(menu: MenuDouble): this {
    this.items.push({ type: 'menu', menu: modelOf(menu) });
    return this;
  }

  /** A menu of the same title is replaced, as a page that is opened again shows it once. */
  addToUi(): void {
    const { world } = this;
    const same = (menu: MenuModel) => menu.title === this.title && menu.addon === this.addon;
    world.menus = [...world.menus.filter((menu) => !same(menu)), modelOf(this)];
  }
}

function modelOf({ title, addon, items }: MenuDouble): MenuModel {
  return { title, addon, items };
}
