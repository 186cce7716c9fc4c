import { html, type TrustedHtml, trustHtml } from '../../html-template.ts';

/** The parts of a page that a file in the user's template folder may replace, by file name. */
export const templateParts = [
  'page.html',
  'head.html',
  'header.html',
  'footer.html',
  'style.css',
  'extra.css',
] as const;

export type TemplatePart = (typeof templateParts)[number];

/** The user's own parts; a part that is missing is ours. */
export type PageTemplate = ReadonlyMap<TemplatePart, string>;

/** What may stand in `{{…}}` of each HTML part; printed as text. */
export const textHoles = [
  'title',
  'name',
  'description',
  'category',
  'language',
  'canonical',
  'index',
  'slug',
  'date',
  'path',
] as const;

/** What may stand in `{{…}}` of `page.html` as well; printed as HTML. */
export const htmlHoles = ['metadata', 'policy', 'style', 'head', 'skipLink', 'header', 'main', 'footer'] as const;

export type TextHoles = Readonly<Partial<Record<(typeof textHoles)[number], string | undefined>>>;

export type HtmlHoles = Readonly<Record<(typeof htmlHoles)[number], TrustedHtml>>;

/** Begins and ends a hole; blanks inside do not count. */
export const hole = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** A page as it is without a template. */
export const standardPage = `<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
{{metadata}}
<style>
{{style}}
</style>{{head}}
</head>
<body>
{{skipLink}}
{{header}}
{{main}}
{{footer}}
</body>
</html>
`;

/** Puts values into the holes of a part: text is escaped, and a value that a page does not have prints nothing. */
export function fillHoles(part: string, texts: TextHoles, pieces: Readonly<Partial<HtmlHoles>> = {}): TrustedHtml {
  const values: Readonly<Record<string, string | TrustedHtml | undefined>> = { ...texts, ...pieces };
  return trustHtml(part.replace(hole, (_, name: string) => html`${values[name]}`.text));
}
