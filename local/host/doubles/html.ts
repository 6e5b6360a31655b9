// HtmlService: pages from files beside the bundle; no templates, which would run any `<?` in bundled script.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '../errors';
import { Double } from '../guard';
import type { World } from '../world';

export class HtmlServiceDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  createHtmlOutputFromFile(name: string): HtmlOutputDouble {
    const path = join(this.world.dist, `${String(name).replace(/\.html$/, '')}.html`);
    if (!existsSync(path)) throw new ServiceError(`No HTML file named ${name} was found.`);
    return new HtmlOutputDouble(readFileSync(path, 'utf8'));
  }

  createHtmlOutput(content: unknown = ''): HtmlOutputDouble {
    return new HtmlOutputDouble(String(content));
  }
}

export class HtmlOutputDouble extends Double {
  content: string;
  title = '';
  width = 0;
  height = 0;

  constructor(content: string) {
    super();
    this.content = content;
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: string): this {
    this.content = String(content);
    return this;
  }

  append(content: string): this {
    this.content += String(content);
    return this;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): this {
    this.title = String(title);
    return this;
  }

  setWidth(width: number): this {
    this.width = width;
    return this;
  }

  setHeight(height: number): this {
    this.height = height;
    return this;
  }
}
