import { join, resolve } from 'node:path';
import { UserError } from './errors.ts';
import { readBytes } from './find/read-source.ts';
import type { Host } from './host.ts';
import { messagesFor } from './locale/messages.ts';
import type { Locale } from './model.ts';
import { nearestName } from './nearest-name.ts';
import {
  hole,
  htmlHoles,
  type PageTemplate,
  type TemplatePart,
  templateParts,
  textHoles,
} from './writers/site/page-template.ts';

/** Reads the user's page parts from a folder; a part that no page has, or a hole that nothing fills, is a `UserError`. */
export async function loadTemplate(folder: string, locale: Locale, host: Host): Promise<PageTemplate> {
  const messages = messagesFor(locale);
  const root = resolve(host.cwd, folder);
  const names = await fileNames(root, host);
  if (!names?.some((name) => isPart(name))) throw new UserError(messages.noTemplate({ folder, parts: templateParts }));
  const template = new Map<TemplatePart, string>();
  for (const name of names) {
    const path = `${folder.replace(/[/\\]+$/, '')}/${name}`;
    if (isPart(name)) {
      const bytes = await readBytes({ path, absolutePath: join(root, name) }, host);
      if ('reason' in bytes)
        throw new UserError(messages.unreadableGuide({ path, reason: messages.unreadable(bytes) }));
      const text = new TextDecoder('utf-8').decode(bytes);
      if (name.endsWith('.html')) checkHoles(text, { name, path, locale });
      template.set(name, text.replace(/\n$/, ''));
    } else if (/\.(html|css)$/i.test(name)) {
      const nearest = nearestName(name, templateParts);
      throw new UserError(messages.unknownTemplatePart({ path, parts: templateParts, ...(nearest && { nearest }) }));
    }
  }
  return template;
}

async function fileNames(folder: string, host: Host): Promise<string[] | undefined> {
  if (!(await host.files.exists(folder)) || (await host.files.stat(folder)).kind !== 'folder') return undefined;
  return (await host.files.readFolder(folder)).map(({ name }) => name).sort();
}

function checkHoles(text: string, { name, path, locale }: { name: string; path: string; locale: Locale }): void {
  if (name === 'page.html' && ![...text.matchAll(hole)].some(([, written]) => written === 'main'))
    throw new UserError(messagesFor(locale).pageWithoutMain({ path }));
  const known: readonly string[] = name === 'page.html' ? [...textHoles, ...htmlHoles] : textHoles;
  for (const [, written = ''] of text.matchAll(hole)) {
    if (known.includes(written)) continue;
    const nearest = nearestName(written, known);
    throw new UserError(
      messagesFor(locale).unknownHole({ path, hole: written, known, ...(nearest !== undefined && { nearest }) }),
    );
  }
}

const isPart = (name: string): name is TemplatePart => (templateParts as readonly string[]).includes(name);
