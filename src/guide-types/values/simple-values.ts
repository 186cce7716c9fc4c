import { currencyIn } from './money.ts';
import { plainNumbers } from './number-text.ts';
import type { ValueParser } from './value-parser.ts';

/** A whole number, grouped or not, with or without a unit behind it. */
export const integer: ValueParser = (text) => {
  const match = /^([+-]?\d+)(?:\s*[^\d.~-].*)?$/u.exec(plainNumbers(text));
  return match ? { value: Number(match[1]) } : undefined;
};

/** A number, with or without a unit behind it. */
export const number: ValueParser = (text) => {
  const match = /^([+-]?\d+(?:\.\d+)?)(?:\s*[^\d.~-].*)?$/u.exec(plainNumbers(text));
  return match ? { value: Number(match[1]) } : undefined;
};

/** A share: `40%`, `40 パーセント`; the value is 40. */
export const percent: ValueParser = (text) => {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(?:%|パーセント|percent|per cent)$/iu.exec(plainNumbers(text));
  return match ? { value: Number(match[1]) } : undefined;
};

/** A calendar day as ISO 8601: `2024-05-15`, `2024/5/15`, `2024年5月15日`. */
export const date: ValueParser = (text) => {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/u.exec(text.normalize('NFKC').trim());
  const [, year = '', month = '', day = ''] = match ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return match && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? { value: iso } : undefined;
};

/** Several texts in one: separated by commas, `、`, `・` between words, `;` or line breaks. */
export const list: ValueParser = (text) => {
  const items = text.split(/[,，、;；\n]/u).map((item) => item.trim());
  return { value: items.filter((item) => item !== '') };
};

/** A yes or no mark: `○ ◯ ✓ ✔ yes はい` and `× ✗ – no いいえ`. */
export const mark: ValueParser = (text) => {
  const sign = text.normalize('NFKC').replaceAll('\uFE0F', '').trim();
  if (/^(?:[○◯〇◎⭕✓✔☑✅o]|yes|y|true|有|あり|はい|可)$/iu.test(sign)) return { value: true };
  if (/^(?:[×✕✖✗✘❌☐xー–—-]|no|n|false|無|なし|いいえ|不可)$/iu.test(sign)) return { value: false };
  return undefined;
};

/** The ISO 4217 code of the currency that a text names, as a header does: `年収 (万円)` is `JPY`. */
export const currency: ValueParser = (text) => {
  const code = currencyIn(text);
  return code ? { value: code, text: code } : undefined;
};
