// Windows-1252 read by hand: Node 20 takes it for Latin-1 and loses quotes, dashes and the euro sign.

/** Characters of the bytes 0x80 to 0x9F; five bytes stand for nothing. */
const HIGH = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

export function readWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  // In pieces, because a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  }
  return parts.join('').replace(/[\u0080-\u009F]/g, (char) => HIGH.charAt(char.charCodeAt(0) - 0x80));
}
