/** Text that is HTML already. Only `html` and `trustHtml` make it, so a plain string can never slip in unescaped. */
export class TrustedHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in `${…}` of an `html` template: strings are escaped, `undefined` and `false` print nothing. */
export type HtmlValue = string | number | TrustedHtml | readonly HtmlValue[] | undefined | false;

/** Builds HTML; every plain string put into it is escaped, for text and for quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): TrustedHtml {
  return new TrustedHtml(parts.map((part, index) => part + print(values[index])).join(''));
}

/** Declares text to be safe HTML: our own constants, and what the sanitizer has passed. */
export const trustHtml = (text: string): TrustedHtml => new TrustedHtml(text);

function print(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof TrustedHtml) return value.text;
  if (typeof value === 'object') return value.map(print).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
