// Pictures for README and docs, taken where a test passes by: `npm run pictures` writes them, every other run writes nothing.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

const TAKING = process.env['CUSTOMER_POOL_PICTURES'] === '1';
const FOLDER = 'docs/pictures';

/** A laptop's window; twice the pixels where pictures are taken, for the sidebar's are narrow. */
export const SCREEN: BrowserContextOptions = {
  viewport: { width: 1456, height: 819 },
  deviceScaleFactor: TAKING ? 2 : 1,
};

/** The sidebar alone, two pixels for one. */
export async function takeSidebar(sidebar: Locator, name: string): Promise<void> {
  if (TAKING) await sidebar.screenshot({ path: fileOf(`sidebar-${name}`), scale: 'device' });
}

export async function takeWorkbench(page: Page, name: string): Promise<void> {
  if (TAKING) await page.screenshot({ path: fileOf(name), scale: 'css' });
}

function fileOf(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return path.join(FOLDER, `${name}.png`);
}
