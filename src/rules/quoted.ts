import type { Locale } from '../model.ts';
import { shortened } from './shortened.ts';

/** A text as a message cites it: in the language's quotation marks, shortened. */
export function quoted(text: unknown, locale: Locale): string {
  const words = shortened(typeof text === 'string' ? text : JSON.stringify(text), 40);
  return locale === 'ja' ? `「${words}」` : `"${words}"`;
}
