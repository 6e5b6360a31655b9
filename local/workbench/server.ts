// The workbench's server: the page, windows of the workbook, the bundle's functions, the mails; for this machine and this page only.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Locale } from '../../src/template/types';
import type { Host } from '../host/index';
import { pageHtml } from './page-html';
import { shimScript } from './shim';
import { sheetOf, stateOf, windowOf } from './view';
import type { ActingCall, ScriptAnswer, ScriptCall } from './wire';

/** Tried first, so that the address stays the same; any free one otherwise. */
const PORT = 4747;
/** Rows a page may ask for at once. */
const MOST_ROWS = 500;
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
  const bench = new Bench(options);
  const server = createServer((request, response) => void bench.answer(request, response));
  const port = await listen(server, options.port ?? PORT);
  bench.open(port);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        bench.hangUp();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
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

class Bench {
  private readonly options: WorkbenchOptions;
  private readonly page: string;
  private readonly sidebar: string;
  private readonly listeners = new Set<ServerResponse>();
  private allowed: readonly string[] = [];
  private revision = 0;

  constructor(options: WorkbenchOptions) {
    this.options = options;
    this.page = pageHtml(options.locale);
    // First in the head: the page's own script must find it.
    this.sidebar = options.files.sidebar.replace('<head>', `<head>${shimScript}`);
  }

  open(port: number): void {
    this.allowed = [`127.0.0.1:${port}`, `localhost:${port}`];
  }

  hangUp(): void {
    for (const listener of this.listeners) listener.end();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (!this.isOurs(request)) send(response, 403, 'text/plain', 'Only pages of this workbench may ask.');
      else if (request.method === 'GET') this.get(url, request, response);
      else if (request.method === 'POST' && url.pathname === '/rpc') this.call(await bodyOf(request), response);
      else if (request.method === 'POST' && url.pathname === '/acting') this.act(await bodyOf(request), response);
      else send(response, 405, 'text/plain', 'Not here.');
    } catch (thrown) {
      send(response, 500, 'text/plain', thrown instanceof Error ? thrown.message : String(thrown));
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

  private get(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const { host, files } = this.options;
    const number = (name: string) => Number(url.searchParams.get(name));
    switch (url.pathname) {
      case '/':
        send(response, 200, 'text/html', this.page);
        break;
      case '/page.js':
        send(response, 200, 'text/javascript', files.script);
        break;
      case '/page.css':
        send(response, 200, 'text/css', files.style);
        break;
      case '/sidebar':
        send(response, 200, 'text/html', this.sidebar);
        break;
      case '/state':
        sendJson(response, stateOf(host, this.revision));
        break;
      case '/sheet':
        sendJson(response, sheetOf(host, number('sheet')));
        break;
      case '/window': {
        const shape = sheetOf(host, number('sheet'));
        const row = Math.max(1, number('row'));
        sendJson(response, shape && windowOf(host, shape, row, Math.min(MOST_ROWS, number('rows'))));
        break;
      }
      case '/mail':
        this.mail(number('id'), response);
        break;
      case '/events':
        this.listen(request, response);
        break;
      default:
        send(response, 404, 'text/plain', 'Not here.');
    }
  }

  private mail(id: number, response: ServerResponse): void {
    const mail = this.options.host.outbox[id];
    if (mail === undefined) {
      send(response, 404, 'text/plain', 'No such mail.');
      return;
    }
    // A mail is somebody's words: it draws itself and does nothing else.
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
    send(response, 200, mail.htmlBody === '' ? 'text/plain' : 'text/html', mail.htmlBody || mail.body);
  }

  /** Server-sent events: a line when something may have changed. */
  private listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: ${this.revision}\n\n`);
    this.listeners.add(response);
    request.on('close', () => this.listeners.delete(response));
  }

  private call(body: string, response: ServerResponse): void {
    const { function: name, args } = JSON.parse(body) as ScriptCall;
    let answer: ScriptAnswer;
    try {
      answer = { value: this.options.host.serverCall(name, args) };
    } catch (thrown) {
      const { name: kind, message } = thrown as Error;
      answer = { error: { name: kind, message } };
    }
    this.tell();
    sendJson(response, answer);
  }

  private act(body: string, response: ServerResponse): void {
    const { host } = this.options;
    const { user } = JSON.parse(body) as ActingCall;
    if (user === host.book.owner || host.book.editors.includes(user)) host.as(user);
    this.tell();
    sendJson(response, stateOf(host, this.revision));
  }

  private tell(): void {
    this.revision += 1;
    for (const listener of this.listeners) listener.write(`data: ${this.revision}\n\n`);
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

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
