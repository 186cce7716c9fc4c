import { scaleFactor, scaleOf } from './money.ts';
import { plainNumbers } from './number-text.ts';
import type { ValueParser } from './value-parser.ts';

const noise =
  /約|およそ|程度|前後|円|ドル|ユーロ|ポンド|[¥$€£]|\b(?:about|around|approx\.?|yen|jpy|usd|eur|gbp|dollars?|euros?|pounds?|per year|a year|yearly|per month|a month|monthly)\b|\/\s*(?:年|月|year|month|yr|mo)\b|\/[年月]/giu;
const amount = String.raw`(\d+(?:\.\d+)?)\s*(億|万|千|k\b|m\b)?`;
const between = new RegExp(String.raw`^${amount}\s*(?:~|-)\s*${amount}\s*(\+|以上|~|and up|or more)?$`, 'iu');
const single = new RegExp(
  String.raw`^(~|up to|under|less than|over|more than)?\s*${amount}\s*(\+|以上|超|~|-|and up|or more|以下|未満|まで)?$`,
  'iu',
);

/**
 * Reads an amount or a range of amounts into currency units: `500〜800` under `(万円)` is 5,000,000 to 8,000,000. A bound
 * that is not given is null; `openEnded` when the range goes on above what is written.
 */
export const moneyRange: ValueParser = (text, { header }) => {
  const cleaned = plainNumbers(text).replaceAll(noise, ' ').replaceAll(/\s+/g, ' ').trim();
  const headerScale = scaleOf(header);
  const range = between.exec(cleaned);
  if (range) {
    const [, low = '', lowUnit, high = '', highUnit, open] = range;
    const highScale = scaleFactor(highUnit) ?? headerScale;
    const min = Math.round(Number(low) * (scaleFactor(lowUnit) ?? highScale));
    return { value: { min, max: Math.round(Number(high) * highScale), openEnded: open !== undefined } };
  }
  const one = single.exec(cleaned);
  if (!one) return undefined;
  const [, before = '', digits = '', unit, after = ''] = one;
  const value = Math.round(Number(digits) * (scaleFactor(unit) ?? headerScale));
  if (/以下|未満|まで/u.test(after) || /^(?:~|up|under|less)/iu.test(before))
    return { value: { min: null, max: value, openEnded: false } };
  const openEnded = after !== '' || before !== '';
  return { value: { min: value, max: openEnded ? null : value, openEnded } };
};
