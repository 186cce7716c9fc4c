/** HTML of which only what a reader sees is left: one form for each way to write the same. */
export function comparableHtml(html: string): string {
  const tokens = html.match(/<[^>]*>|[^<]+/g) ?? [];
  let isPre = false;
  const pieces = tokens.map((token) => {
    if (!token.startsWith('<')) {
      const text = decoded(token);
      return encoded(isPre ? text : text.replace(/\s+/g, ' '));
    }
    if (/^<\/?pre/.test(token)) isPre = token.startsWith('<pre');
    return comparableTag(token);
  });
  return pieces.join('').replace(/\s*(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|div)(?: [^>]*)?>)\s*/g, '$1');
}

/** What the site adds to a tag, and readers do not see. */
const added = ['id', 'tabindex', 'loading', 'scope'];

function comparableTag(tag: string): string {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([a-z0-9]+)([^>]*?)\/?>$/i.exec(tag) ?? [];
  const attributes = [...rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)]
    .filter(([, key = '']) => !added.includes(key.toLowerCase()))
    .map(([, key, value = '']) => ` ${key}="${encoded(decoded(value))}"`);
  return `<${slash}${name.toLowerCase()}${attributes.sort().join('')}>`;
}

/** What the page makes of the specification's HTML on purpose. */
export function ownChanges(html: string): string {
  const changed = html
    // The guide has its H1 already.
    .replace(/<(\/?)h1>/g, '<$1h2>')
    // Rules part chapters in the source; on a page headings do.
    .replace(/<hr \/>\s*(?=<h[12]>|<hr|$)/g, '')
    // Pictures that do not lie in the folder of the page are links, or their description.
    .replace(/<img src="([^"]*)" alt="([^"]*)"[^>]*>/g, pictureOf);
  // Addresses of other schemes, and of chapters that are not there, are no links.
  return changed.replace(/<a href="([^"]*)"[^>]*>((?:(?!<a )[\s\S])*?)<\/a>/g, (link, href: string, text: string) =>
    isKept(href) ? link : text,
  );
}

function pictureOf(image: string, src: string, alt: string): string {
  if (/^https?:/i.test(src)) return `<a href="${src}">Image: ${alt || src}</a>`;
  return /^\/|^[a-z]+:/i.test(src) ? alt : image;
}

function isKept(href: string): boolean {
  return !href.startsWith('#') && !/^(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(href);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,6})|([a-z]+));/gi,
    (entity, hex?: string, decimal?: string, name = '') => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return Number.isNaN(code) ? (named[name] ?? entity) : String.fromCodePoint(code);
    },
  );
}

function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
