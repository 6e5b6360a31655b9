// Somebody at the workbench: finds his way by what stands on the screen, and has access judged wherever he stops.
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { Host } from '../../local/workbench/index';
import { type CustomerKey, customers } from '../../src/template/customers';
import type { Locale } from '../../src/template/types';
import { FIRST, tabOf } from '../acts/pool';
import { newHost, open, violations } from './browser';
import { SCREEN, takeSidebar, takeWorkbench } from './pictures';
import { type T, wordsOf } from './words';

type Area = 'today' | 'customer' | 'data' | 'team' | 'settings';

export class Walk {
  readonly page: Page;
  readonly host: Host;
  /** Of the workbook; the sidebar's own may be another, {@link reads}. */
  readonly locale: Locale;
  private reading: Locale;
  /** The workbench's words. */
  readonly outside: T;
  /** What the page has asked and not been told yet. */
  private readonly asked = new Set<unknown>();

  private constructor(page: Page, host: Host, locale: Locale) {
    this.page = page;
    this.host = host;
    this.locale = locale;
    this.reading = locale;
    this.outside = wordsOf(locale);
    page.on('request', (request) => !request.url().endsWith('/events') && this.asked.add(request));
    page.on('requestfinished', (request) => this.asked.delete(request));
    page.on('requestfailed', (request) => this.asked.delete(request));
  }

  /** Opens an empty spreadsheet that these people may edit. */
  static async begin(locale: Locale, editors: readonly string[]): Promise<Walk> {
    const { page, host } = await open({ locale, path: '', host: newHost(locale, { editors }), screen: SCREEN });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return new Walk(page, host, locale);
  }

  /** The sidebar's words, in the language it is read in. */
  get t(): T {
    return wordsOf(this.reading);
  }

  get sidebar(): FrameLocator {
    return this.box.contentFrame();
  }

  private get box(): Locator {
    return this.page.locator(`iframe[title="${this.outside('workbench.sidebar')}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.sidebar.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.sidebar.getByRole('heading', { name, exact: true });
  }

  async go(area: Area): Promise<void> {
    const areas = this.sidebar.getByRole('navigation', { name: this.t('app.areas') });
    await areas.getByRole('button', { name: this.t(`area.${area}`) }).click();
  }

  /** Waits until the sidebar has what it asked for, has access judged, and takes its picture if it has a name. */
  async stop(picture?: string): Promise<void> {
    await this.settled();
    // The picture first: judging scrolls.
    if (picture !== undefined) {
      await this.toTop();
      await takeSidebar(this.box, `${picture}.${this.locale}`);
    }
    expect(await violations(await this.frame())).toEqual([]);
  }

  /** The same for the page around it. */
  async stopOutside(picture?: string): Promise<void> {
    await this.settled();
    await this.toTop();
    if (picture !== undefined) await takeWorkbench(this.page, `${picture}.${this.locale}`);
    expect(await violations(this.page.mainFrame())).toEqual([]);
  }

  /** Goes on as somebody else: the sidebar is another. */
  async become(email: string): Promise<void> {
    const who = this.page.getByLabel(this.outside('workbench.user'));
    await Promise.all([this.page.waitForEvent('framedetached'), who.selectOption(email)]);
    expect(this.host.world.acting).toBe(email);
  }

  /** Chooses a language for the sidebar, in Settings. */
  async reads(locale: Locale): Promise<void> {
    await this.go('settings');
    const choice = this.sidebar.getByRole('group', { name: this.t('view.language'), exact: true });
    await choice.getByText(locale === 'en' ? 'English' : '中文', { exact: true }).click();
    this.reading = locale;
    await this.sidebar.locator(`html[lang="${locale}"]`).waitFor();
  }

  async paints(theme: 'light' | 'dark'): Promise<void> {
    await this.go('settings');
    await this.sidebar.getByText(this.t(`view.${theme}`), { exact: true }).click();
    await this.sidebar.locator(`html[data-theme="${theme}"]`).waitFor();
  }

  /** A field of the customer's form. */
  field(key: CustomerKey): Locator {
    return this.sidebar.getByLabel(customers.columns[key].label[this.reading]).first();
  }

  /** Puts the cursor into a cell of the customers, scrolling there first; `row` is 1-based. */
  async cell(row: number, key: CustomerKey): Promise<void> {
    await this.scroll({ top: -1e6, left: -1e6 });
    await this.down(row);
    await this.across(this.at(row, key));
    await this.at(row, key).click({ position: { x: 20, y: 10 } });
  }

  /** Scrolls the customers so that a cell is the first beside those that stand still. */
  async show(row: number, key: CustomerKey): Promise<void> {
    await this.scroll({ top: -1e6, left: -1e6 });
    await this.down(row);
    await this.across(this.at(row, key));
    const still = await this.at(FIRST - 1, 'company').boundingBox();
    const cell = await this.at(row, key).boundingBox();
    if (still === null || cell === null) throw new Error(`no cell ${key} ${row}`);
    await this.scroll({ top: cell.y - still.y - still.height, left: cell.x - still.x - still.width });
  }

  private at(row: number, key: CustomerKey): Locator {
    const keys = this.host.values(tabOf(this.host, 'customers'))[0] ?? [];
    return this.page.locator(`#cell-${row}-${keys.indexOf(key) + 1}`);
  }

  private async down(row: number): Promise<void> {
    const heading = this.page.getByRole('rowheader', { name: String(row), exact: true });
    while ((await heading.count()) === 0) await this.scroll({ top: 300 });
  }

  private async across(cell: Locator): Promise<void> {
    while ((await cell.count()) === 0) await this.scroll({ left: 300 });
  }

  private async scroll(by: { readonly top?: number; readonly left?: number }): Promise<void> {
    await this.page.locator('.grid-box').evaluate((box, way) => box.scrollBy(way), by);
    await this.drawn();
  }

  /** Until nothing is asked any more, and the answers are drawn. */
  private async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet = this.asked.size === 0 ? quiet + 1 : 0) await this.drawn();
  }

  private drawn(): Promise<unknown> {
    return this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The sidebar as it opens: a click may have scrolled it. */
  private async toTop(): Promise<void> {
    await this.sidebar.locator('main').evaluate((main) => {
      for (const part of [main, ...main.querySelectorAll('*')]) part.scrollTop = 0;
    });
    await this.page.mouse.move(0, 0);
  }

  private async frame(): Promise<Frame> {
    const frame = await (await this.box.elementHandle())?.contentFrame();
    if (frame === null || frame === undefined) throw new Error('the sidebar is closed');
    return frame;
  }
}
