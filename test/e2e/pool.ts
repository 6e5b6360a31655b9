// A pool with the sample in it, made by the same calls as the demo's, for tests that begin there.

import type { Host } from '../../local/workbench/index';
import type { Server } from '../../src/contract/server-api';
import { checkFile, importFile, previewFile } from '../../src/contract/upload';
import type { Reply } from '../../src/contract/wire';
import type { Locale } from '../../src/template/types';
import { newHost } from './browser';

const SAMPLE = { seed: 1, size: 60 };

export function serverOf(host: Host): Server {
  return new Proxy({} as Server, {
    get:
      (_none, name) =>
      async (...args: unknown[]) =>
        host.rpc(String(name), ...args),
  });
}

export function got<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.args)}`);
  return reply.value;
}

/** An applied template without customers. */
export async function emptyPool(locale: Locale): Promise<Host> {
  const host = newHost(locale);
  got(await serverOf(host).applyTemplate({ locale, preset: 'b2b' }));
  return host;
}

/** The sample's customers imported, its people made editors of the file, nothing merged or protected yet. */
export async function samplePool(locale: Locale): Promise<Host> {
  const host = await emptyPool(locale);
  const server = serverOf(host);
  const { csv: text } = got(await server.sampleCsv(SAMPLE));
  const file = { fileName: 'sample.csv', text, ...got(await previewFile(server, 'sample.csv', text)) };
  const { records } = got(await checkFile(server, file, () => true));
  got(await importFile(server, { ...file, records, acceptOwners: true }, () => true));
  got(await server.loadSample({ ...SAMPLE, customers: false }));
  for (const { email } of got(await server.owners())) {
    if (email !== '' && email !== host.book.owner) host.book.editors.push(email);
  }
  return host;
}
