// Chromium of this system, as benches and browser tests start it.
import { type Browser, chromium } from 'playwright-core';

export const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Off: Chromium asks Google for updates at every start otherwise. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: QUIET });
}
