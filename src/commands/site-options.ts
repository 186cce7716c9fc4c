import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { Host } from '../host.ts';
import { loadTemplate } from '../load-template.ts';
import { messagesFor } from '../locale/messages.ts';
import type { Locale } from '../model.ts';
import type { WriteOptions } from '../writers/writer.ts';

/** Flags for HTML pages. */
export interface SiteFlags {
  readonly baseUrl?: string;
  readonly template?: string;
  readonly fragment?: boolean;
}

/** Adds the flags for HTML pages to a command. */
export function addSiteOptions(command: Command): Command {
  return command
    .option('--base-url <url>', 'where HTML pages will be published; adds canonical addresses and sitemap.xml')
    .option(
      '--template <folder>',
      'HTML page parts of your own: page, head, header, footer (.html), style, extra (.css)',
    )
    .option('--fragment', 'write only the article of each HTML page, to put into pages of your own');
}

/** What the flags for HTML pages ask of the writer. */
export async function siteOptions(
  { baseUrl, template, fragment }: SiteFlags,
  locale: Locale,
  host: Host,
): Promise<Pick<WriteOptions, 'baseUrl' | 'template' | 'fragment'>> {
  return {
    ...(baseUrl !== undefined && { baseUrl: siteAddress(baseUrl, locale) }),
    ...(template !== undefined && { template: await loadTemplate(template, locale, host) }),
    ...(fragment === true && { fragment }),
  };
}

/** The address with `/` at its end, for others count from there. */
function siteAddress(written: string, locale: Locale): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new UserError(messagesFor(locale).invalidBaseUrl({ value: written }));
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
