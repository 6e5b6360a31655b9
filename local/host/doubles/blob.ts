// Blob: bytes with a type and a name.
import { Double } from '../guard';

export class BlobDouble extends Double {
  bytes: Uint8Array;
  type: string | null;
  name: string | null;

  constructor(data: Uint8Array | readonly number[] | string, type: string | null = null, name: string | null = null) {
    super();
    this.bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : Uint8Array.from(data);
    this.type = type ?? (typeof data === 'string' ? 'text/plain' : null);
    this.name = name;
  }

  getBytes(): number[] {
    return signed(this.bytes);
  }

  getDataAsString(charset = 'UTF-8'): string {
    return new TextDecoder(charset).decode(this.bytes);
  }

  getContentType(): string | null {
    return this.type;
  }

  setContentType(type: string | null): this {
    this.type = type;
    return this;
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: string): this {
    this.name = String(name);
    return this;
  }
}

/** Bytes as Java has them: -128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}
