import { html } from '../../html-template.ts';

/** The text of a `sitemap.xml` with these addresses. */
export function sitemap(addresses: readonly string[]): string {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => html`<url><loc>${address}</loc></url>\n`)}</urlset>
`.text;
}
