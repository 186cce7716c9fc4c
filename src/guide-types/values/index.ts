import { moneyRange } from './money-range.ts';
import { currency, date, integer, list, mark, number, percent } from './simple-values.ts';
import type { ValueParser } from './value-parser.ts';
import { yearRange } from './year-range.ts';

/** The values of `x-parse`. */
export const valueParsers: Readonly<Record<string, ValueParser>> = {
  currency,
  date,
  integer,
  list,
  mark,
  'money-range': moneyRange,
  number,
  percent,
  'year-range': yearRange,
};
