// What the inner loops need of `Math`, looked up once: in a script context of its own each look-up of a global costs more than the sum.
export const { abs, ceil, clz32, floor, imul, log2, max, min, sqrt } = Math;

/** So many whole numbers, all 0. */
export function ints(size: number): Int32Array {
  return new Int32Array(size);
}

/** So many numbers, all 0. */
export function floats(size: number): Float64Array {
  return new Float64Array(size);
}
