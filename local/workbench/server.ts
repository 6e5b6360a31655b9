// The workbench's server: its page, its events, and the endpoints of its areas; for this machine and this page only.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Locale } from '../../src/template/types';
import type { Host, HostState } from '../host/index';
import { gridRoutes } from './grid';
import { pageHtml, pageStart } from './page-html';
import { type Answer, type Bench, json, type Routes } from './routes';
import { shimScript } from './shim';
import { localeOf } from './state';
import { Tools } from './tools';

/** Tried first, so that the address stays the same; any free one otherwise. */
const PORT = 4747;
const BODY_LIMIT = 4_000_000;

export interface Workbench {
  readonly url: string;
  close(): Promise<void>;
}

export interface BuiltFiles {
  /** Sidebar.html as it ships. */
  readonly sidebar: string;
  /** The page's own. */
  readonly script: string;
  readonly style: string;
}

export interface WorkbenchOptions {
  readonly host: Host;
  readonly locale: Locale;
  readonly files: BuiltFiles;
  /** 0: any. */
  readonly port?: number;
  /** An .xlsx that holds what the host holds, kept up with it from now on. */
  readonly file?: string;
  /** The moment a reset goes back to; without it, this one. */
  readonly start?: () => Promise<HostState>;
}

/** @param root the project's folder, built */
export function builtFiles(root: string): BuiltFiles {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  return {
    sidebar: read('dist/Sidebar.html'),
    script: read('.cache/local/workbench-page.js'),
    style: read('.cache/local/workbench-page.css'),
  };
}

export async function serveWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const bench = new Desk(options);
  await bench.tools.watch();
  const server = createServer((request, response) => void bench.answer(request, response));
  const port = await listen(server, options.port ?? PORT);
  bench.open(port);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      bench.hangUp();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await bench.tools.close();
    },
  };
}

/** Listens on loopback; where the port is taken, on any other. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

class Desk implements Bench {
  readonly host: Host;
  readonly tools: Tools;
  revision = 0;
  private readonly listeners = new Set<ServerResponse>();
  private readonly routes: Routes;
  private readonly first: Locale;
  private allowed: readonly string[] = [];

  constructor({ host, locale, files, file, start }: WorkbenchOptions) {
    this.host = host;
    this.first = locale;
    this.tools = new Tools(host, { file, start }, () => this.announce());
    // First in the head: the page's own script must find it.
    const sidebar = files.sidebar.replace('<head>', `<head>${shimScript}`);
    this.routes = {
      'GET /': () => ({ type: 'text/html', content: pageHtml(this.locale) }),
      'GET /words': () => json(pageStart(this.locale)),
      'GET /page.js': () => ({ type: 'text/javascript', content: files.script }),
      'GET /page.css': () => ({ type: 'text/css', content: files.style }),
      'GET /sidebar': () => ({ type: 'text/html', content: sidebar }),
      ...gridRoutes,
      ...this.tools.routes,
    };
  }

  /** The workbook's, once it is a pool: it can be switched on the page. */
  get locale(): Locale {
    return localeOf(this.host) ?? this.first;
  }

  open(port: number): void {
    this.allowed = [`127.0.0.1:${port}`, `localhost:${port}`];
  }

  hangUp(): void {
    for (const listener of this.listeners) listener.end();
  }

  tell(): void {
    this.tools.changed();
    this.announce();
  }

  private announce(): void {
    this.revision += 1;
    for (const listener of this.listeners) listener.write(`data: ${this.revision}\n\n`);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (!this.isOurs(request)) send(response, plain(403, 'Only pages of this workbench may ask.'));
      else if (request.method === 'GET' && url.pathname === '/events') this.listen(request, response);
      else {
        const route = this.routes[`${request.method} ${url.pathname}`];
        const body: unknown = request.method === 'POST' ? JSON.parse(await bodyOf(request)) : null;
        send(response, route === undefined ? plain(404, 'Not here.') : await route(this, { query: url.searchParams, body }));
      }
    } catch (thrown) {
      send(response, plain(500, thrown instanceof Error ? thrown.message : String(thrown)));
    }
  }

  /** A foreign page can point a name of its own at this machine (Host), or send a form here (Origin). */
  private isOurs({ headers, method }: IncomingMessage): boolean {
    if (!this.allowed.includes(headers.host ?? '')) return false;
    const { origin } = headers;
    if (origin !== undefined) return this.allowed.some((host) => origin === `http://${host}`);
    const site = headers['sec-fetch-site'];
    return method === 'GET' && (site === undefined || site === 'same-origin' || site === 'none');
  }

  /** Server-sent events: a line when something may have changed. */
  private listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: ${this.revision}\n\n`);
    this.listeners.add(response);
    request.on('close', () => this.listeners.delete(response));
  }
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > BODY_LIMIT) reject(new Error('The request is too large.'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

function plain(status: number, content: string): Answer {
  return { status, type: 'text/plain', content };
}

function send(response: ServerResponse, { status = 200, type, content, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': typeof content === 'string' ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(content);
}
