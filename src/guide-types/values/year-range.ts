import type { ValueParser } from './value-parser.ts';

const unit = String.raw`\s*(?:年|years?|yrs?)`;
// A number begins where its digits do: to begin within a long one as well would take time that grows with its square.
const amount = String.raw`(?<!\d)(\d+(?:\.\d+)?)`;
const between = new RegExp(
  String.raw`${amount}${unit}?\s*(?:[-~〜～–—]|から|to)\s*(\d+(?:\.\d+)?)${unit}目?(?:未満)?`,
  'iu',
);
const atLeast = new RegExp(
  String.raw`${amount}(?:\s*\+${unit}|${unit}\s*(?:目?以上|超|[~〜～]|\+|or more|and up)|\s*or more${unit})`,
  'iu',
);
const below = new RegExp(
  String.raw`(?:(?:under|less than|up to)\s*(\d+(?:\.\d+)?)${unit})|(?:${amount}年(?:未満|以下|まで))`,
  'iu',
);
const exactly = new RegExp(`${amount}${unit}目?`, 'iu');

/** Finds a span of years in a text (`ジュニア (0-3年)`); a bound that is not given is null. */
export const yearRange: ValueParser = (text) => {
  const plain = text.normalize('NFKC');
  const range = between.exec(plain);
  if (range) return { value: { min: Number(range[1]), max: Number(range[2]) }, text: range[0] };
  const low = atLeast.exec(plain);
  if (low) return { value: { min: Number(low[1]), max: null }, text: low[0] };
  const high = below.exec(plain);
  if (high) return { value: { min: 0, max: Number(high[1] ?? high[2]) }, text: high[0] };
  const one = exactly.exec(plain);
  return one ? { value: { min: Number(one[1]), max: Number(one[1]) }, text: one[0] } : undefined;
};
