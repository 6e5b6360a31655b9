// What the inner loops need of `Math`, looked up once: in a script context of its own each look-up of a global costs more than the sum.
export const { abs, ceil, clz32, floor, imul, log2, max, min, sqrt } = Math;
