import type { Locale } from '../../model.ts';
import { entryOf } from './entry-of.ts';

/** What the figures of a chart count: a currency (ISO 4217), or a unit in words. */
export interface Measure {
  readonly currency?: string;
  readonly unit?: string;
}

/** A span on a scale; `null` is a bound that is not given. */
export interface Span {
  readonly min: number | null;
  readonly max: number | null;
  readonly isOpen: boolean;
}

/** A figure in the way of the language: `350万円`, `¥3.5M`, `12 min`. */
export function figure(value: number, measure: Measure, language: Locale): string {
  return withUnit(formatFor(measure, language).format(value), measure, language);
}

/** A span in words: `350万〜450万円`, `1,200万円以上`, `¥12M+`. */
export function spanText({ min, max, isOpen }: Span, measure: Measure, language: Locale): string {
  if (min === null && max === null) return '';
  if (max === null || min === null || min === max) {
    const text = figure(min ?? max ?? 0, measure, language);
    if (min === null) return upTo(text, language);
    return isOpen || max === null ? andMore(text, language) : text;
  }
  const range = rangeText(min, max, measure, language);
  const text = withUnit(language === 'ja' ? range.replace(/\s*～\s*/, '〜') : range, measure, language);
  return isOpen ? andMore(text, language) : text;
}

const andMore = (text: string, language: Locale): string => (language === 'ja' ? `${text}以上` : `${text}+`);

const upTo = (text: string, language: Locale): string => (language === 'ja' ? `${text}以下` : `up to ${text}`);

function withUnit(text: string, { unit }: Measure, language: Locale): string {
  if (unit === undefined) return text;
  return language === 'ja' ? text + unit : `${text} ${unit}`;
}

const ranges = new Map<string, string>();

/** Many guides speak of the same span, and each of theirs stands in two charts; to write one takes a third of a millisecond. */
function rangeText(min: number, max: number, measure: Measure, language: Locale): string {
  const key = `${language} ${measure.currency} ${min} ${max}`;
  return entryOf(ranges, key, () => formatFor(measure, language).formatRange(min, max));
}

const formats = new Map<string, Intl.NumberFormat>();

/** One takes longer to make than to use. */
function formatFor({ currency }: Measure, language: Locale): Intl.NumberFormat {
  return entryOf(formats, `${language} ${currency}`, () => makeFormat(currency, language));
}

function makeFormat(currency: string | undefined, language: Locale): Intl.NumberFormat {
  if (currency === undefined) return new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    // Japanese puts the name behind (`350万円`), English the sign before (`¥3.5M`).
    currencyDisplay: language === 'ja' ? 'name' : 'symbol',
    notation: 'compact',
    maximumSignificantDigits: 4,
    useGrouping: 'always',
  });
}
