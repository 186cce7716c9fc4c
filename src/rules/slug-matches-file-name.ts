import { frontMatterFields } from '../guide-types/front-matter-fields.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Fix, SchemaNode } from '../model.ts';
import { comparableName } from './comparable-name.ts';
import { fileNameOf } from './file-name-of.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { withinQuotes } from './within-quotes.ts';

const type = {
  type: 'object',
  properties: {
    slug: {
      type: 'string',
      pattern: '^[a-z0-9_]+$',
      'x-title': { en: 'Slug', ja: 'スラッグ' },
      'x-file-name': true,
      'x-source': { frontMatter: 'slug' },
    },
  },
} satisfies SchemaNode;

/** The name that other guides and addresses use is the name of the file. */
export const slugMatchesFileName = defineRule({
  id: 'slug-matches-file-name',
  severity: 'error',
  fix: 'unsafe',
  docs: {
    en: {
      summary: 'The slug in the front matter is the name of the file',
      why: "The slug is the page's address, and other guides link to it. Where it is not the file's name, it was usually left over from a copied guide, and links lead to the wrong page. The repair changes the slug, and with it the address: for a page that is published already, rename the file instead.",
    },
    ja: {
      summary: 'スラッグ（URLに使う名前）とファイル名が同じである',
      why: 'スラッグはページのURLになり、ほかのガイドからのリンクにも使われます。ファイル名と違うときは、別のガイドを写したまま直し忘れていることが多く、リンク先がずれます。自動修正はスラッグを変えるためURLも変わります。公開済みのページなら、ファイル名のほうを直してください。',
    },
  },
  messages: {
    en: {
      differs: (p: { name: string; slug: string; file: string }) =>
        `${p.name} is "${p.slug}", but the file is called "${p.file}"; give both the same name`,
      change: (p: { slug: string; file: string }) => `Change "${p.slug}" to "${p.file}"`,
    },
    ja: {
      differs: (p) =>
        `${p.name}は「${p.slug}」ですが、ファイル名は「${p.file}」です。どちらかに合わせて同じ名前にしてください`,
      change: (p) => `「${p.slug}」を「${p.file}」に変える`,
    },
  },
  examples: {
    accept: [
      { type, path: 'guides/lighthouse_keeper.md', guide: '---\nslug: lighthouse_keeper\n---\n' },
      { type, path: 'guides/lighthouse_keeper/index.ja.md', guide: '---\nslug: lighthouse_keeper\n---\n' },
      { type, path: '2025-04-01-harbour_pilot.md', guide: '---json\n{ "slug": "harbour_pilot" }\n---\n' },
    ],
    reject: [
      {
        type,
        path: 'guides/harbour_pilot.md',
        guide: '---\nslug: lighthouse_keeper\n---\n',
        marks: 'lighthouse_keeper',
      },
      { type, path: '灯台/fog_signal.md', guide: '---json\n{ "slug": "fog_signals" }\n---\n', marks: '"fog_signals"' },
      { type, path: 'sea_marks.md', guide: "+++\nslug = 'seamarks'\n+++\n" },
    ],
  },
  *check(guide, { say, locale }) {
    const { path, text } = guide.document.source;
    // A guide that came in through a stream has no name to agree with.
    if (path === '' || path === '-' || path.startsWith('<')) return;
    const file = fileNameOf(path);
    for (const { pointer, node } of frontMatterFields(guide.type)) {
      const slug = valueAt(guide.value, pointer);
      const place = guide.places.get(pointer);
      if (node['x-file-name'] !== true || typeof slug !== 'string' || slug.trim() === '' || !place) continue;
      if (slug.normalize('NFC') === file || file.replace(/^\d{4}-\d{2}-\d{2}-/, '') === slug) continue;
      // Only its form is wrong, and that is said already.
      const isMisspelt = guide.violations.some((violation) => violation.pointer === pointer);
      if (isMisspelt && comparableName(slug) === comparableName(file)) continue;
      const names = { name: nameValue(guide, pointer, locale), slug, file };
      const edits = [{ range: withinQuotes(text, place.range), text: file }];
      const fix: Fix | undefined = isAllowed(file, node)
        ? { kind: 'unsafe', title: say.change(names), edits }
        : undefined;
      yield { range: place.range, message: say.differs(names), ...(fix && { fix }) };
    }
  },
});

function isAllowed(name: string, { pattern }: SchemaNode): boolean {
  return /^[\w-]+$/.test(name) && (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(name));
}
