// Whether a text that begins like a formula could be one at all.
import { type Token, tokensOf } from './engine/tokens';

const OPENING = new Set(['(', '{']);
const CLOSING = new Set([')', '}']);
const BINARY = new Set(['=', '<', '>', '<>', '<=', '>=', '+', '-', '*', '/', '^', '&', ':']);

/**
 * Whether operands and operators take turns and brackets close; what a name means is the engine's business. `=+86 138` and `=abc def`
 * are no formulas: Sheets answers `#ERROR!`, while a lenient engine would compute the first half.
 */
export function plausibleFormula(formula: string): boolean {
  let depth = 0;
  let operand = false;
  let previous = '';
  for (const { type, text } of piecesOf(formula)) {
    if (type === 'call') {
      if (operand) return false;
    } else if (OPENING.has(text)) {
      if (operand) return false;
      depth++;
    } else if (CLOSING.has(text)) {
      const emptyCall = previous === '(' && text === ')';
      if (--depth < 0 || (!operand && !emptyCall && previous !== ',')) return false;
      operand = true;
    } else if (text === ',' || text === ';') {
      if (depth === 0) return false;
      operand = false;
    } else if (text === '%') {
      if (!operand) return false;
    } else if (BINARY.has(text)) {
      const second = (text === '>' || text === '=') && (previous === '<' || previous === '>');
      if (!operand && !second && text !== '+' && text !== '-') return false;
      operand = false;
    } else {
      if (operand) return false;
      operand = true;
    }
    previous = text === ';' ? ',' : text;
  }
  return depth === 0 && operand;
}

/** Tokens after the first `=`, without the spaces between them. */
function piecesOf(formula: string): Token[] {
  return tokensOf(formula.slice(1)).filter(({ text }) => text.trim() !== '');
}
