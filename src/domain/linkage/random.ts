// Random numbers from a seed: the same draws on every machine, so that a scan gives the same groups twice.
import { floor, imul } from './arithmetic';

/** Whole numbers below a bound; splitmix32 (Steele, Lea, Flood 2014, 32-bit form). */
export function drawer(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = imul(z ^ (z >>> 16), 0x21f0aaad);
    z = imul(z ^ (z >>> 15), 0x735a2d97);
    return floor((((z ^ (z >>> 15)) >>> 0) / 4294967296) * below);
  };
}
