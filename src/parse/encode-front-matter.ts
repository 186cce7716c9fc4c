import { stringify } from 'yaml';
import type { FrontMatterFormat } from '../model.ts';

/** Front matter with its fences, as the decoders read it; TOML, which can leave no value empty, is written as JSON. */
export function encodeFrontMatter(value: Readonly<Record<string, unknown>>, format: FrontMatterFormat): string {
  if (format === 'yaml') {
    // A mapping without keys would be `{}`, which not every reader takes for front matter.
    const text =
      Object.keys(value).length === 0 ? '' : stringify(value, { version: '1.2', schema: 'core', lineWidth: 0 });
    return `---\n${text}---\n`;
  }
  return `---json\n${JSON.stringify(value, null, 2)}\n---\n`;
}
