// Files that are not text, known by their first bytes.
import type { MessageCode } from '../i18n/index';

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly code: MessageCode;
}

const SIGNATURES: readonly Signature[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], code: 'file.excel' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], code: 'file.pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], code: 'file.image' },
  { bytes: [0xff, 0xd8, 0xff], code: 'file.image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], code: 'file.image' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, code: 'file.image' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, code: 'file.binary' },
  { bytes: [0x1f, 0x8b, 0x08], code: 'file.zip' },
  { bytes: [0x52, 0x61, 0x72, 0x21], code: 'file.zip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], code: 'file.zip' },
  { bytes: [0x42, 0x5a, 0x68], code: 'file.zip' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], code: 'file.binary' },
  { bytes: [0xff, 0xfe, 0x00, 0x00], code: 'file.utf32' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], code: 'file.utf32' },
];

const ZIP = [0x50, 0x4b];

/** What a file is that is no plain text, as the code of the sentence that says so; null for anything that may be text. */
export function binaryKind(bytes: Uint8Array): MessageCode | null {
  for (const { bytes: wanted, at = 0, code } of SIGNATURES) if (begins(bytes, wanted, at)) return code;
  if (!begins(bytes, ZIP, 0) || (bytes[2] ?? 0) > 8) return null;
  // A workbook is a zip archive whose first entries carry names only Office and OpenDocument give.
  const names = ascii(bytes.subarray(0, 4096));
  return /\[Content_Types\]\.xml|_rels\/|xl\/|opendocument\.spreadsheet|Index\/|docProps\//.test(names)
    ? 'file.excel'
    : 'file.zip';
}

/** Web pages and other markup are text, yet no list. */
export function markupKind(text: string): MessageCode | null {
  const start = text.slice(0, 1024).trimStart().toLowerCase();
  // “Excel” files of many web systems are pages with a table in them.
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<\?xml[^>]*\?>\s*<(?:html|workbook|\?mso))/.test(start)) return 'file.html';
  return start.startsWith('{\\rtf') ? 'file.binary' : null;
}

function begins(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, i) => bytes[at + i] === byte);
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
