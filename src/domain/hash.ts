// A number that changes with a text: to find equal ones fast, and to see that something is another than last time.
const { imul, min } = Math;

/** FNV-1a, 32 bits, of a text or a part of it. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  const end = min(to, text.length);
  for (let i = from; i < end; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
