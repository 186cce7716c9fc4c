import { brackets } from './bracket-pairs.ts';
import { codesOf } from './character-codes.ts';
import type { Prose, TextBlock } from './text-blocks.ts';

const closing = 1;
/** In formulas and intervals, brackets have rules of their own. */
const ofFormulas = 2;
/** For each opening bracket the one that closes it, for the others what they are; 0 for all other characters. */
const roles = new Uint16Array(1 << 16);
for (const [opener, closer] of Object.entries(brackets)) {
  roles[opener.charCodeAt(0)] = closer.charCodeAt(0);
  roles[closer.charCodeAt(0)] = closing;
}
for (const sign of '$[]') roles[sign.charCodeAt(0)] = ofFormulas;

/** The blocks whose brackets do not simply pair off, and those with signs of formulas. */
export function unbalancedBlocks({ text, blocks, ends }: Prose): Set<TextBlock> {
  const codes = codesOf(text);
  return new Set(blocks.filter((_block, index) => !isBalanced(codes, (ends[index - 1] ?? -1) + 1, ends[index] ?? 0)));
}

function isBalanced(codes: Uint16Array, start: number, end: number): boolean {
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    const code = codes[at] ?? 0;
    const role = roles[code] ?? 0;
    if (role === 0) continue;
    if (role === ofFormulas) return false;
    if (role !== closing) open.push(role);
    else if (open.pop() !== code) return false;
  }
  return open.length === 0;
}
