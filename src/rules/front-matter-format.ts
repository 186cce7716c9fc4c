import { lineEndIn } from '../line-end.ts';
import type { Document, Edit, Fix, SchemaNode } from '../model.ts';
import { editsGive } from './edits-give.ts';
import { defineRule } from './rule.ts';

const type = {
  type: 'object',
  properties: { meta: { type: 'object', 'x-source': { frontMatter: true }, 'x-format': 'json' } },
} satisfies SchemaNode;

/** Front matter is written in the one format that the guide type wants. */
export const frontMatterFormat = defineRule({
  id: 'front-matter-format',
  severity: 'warning',
  fix: 'safe',
  docs: {
    en: {
      summary: 'Front matter is written in the format that the guide type wants',
      why: 'JSON, YAML and TOML can hold the same values, and all are read. In a collection with scripts of its own, though, one format saves each of them from reading three. YAML and TOML are rewritten as JSON where the block has no comments, which JSON cannot keep.',
    },
    ja: {
      summary: 'フロントマターが決められた形式で書かれている',
      why: 'JSON、YAML、TOMLのどれでも読み取れますが、形式をそろえておくと、ほかの道具で扱うときや見比べるときに困りません。コメントがないYAMLとTOMLは、自動でJSONに書き直せます（JSONにはコメントを残せません）。',
    },
  },
  messages: {
    en: {
      other: (p: { written: string; wanted: string }) =>
        `Front matter is written in ${p.written}; write it in ${p.wanted}`,
      rewrite: (p: { wanted: string }) => `Rewrite the front matter in ${p.wanted}`,
    },
    ja: {
      other: (p) => `フロントマターが${p.written}形式です。${p.wanted}形式で書いてください`,
      rewrite: (p) => `フロントマターを${p.wanted}形式に書き直す`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---json\n{ "slug": "lighthouse" }\n---\n' },
      { type, guide: '# 灯台守\n\n夜ごとに灯をともします。\n' },
    ],
    reject: [
      { type, guide: '---\nslug: lighthouse\nkeywords:\n  - 灯台\n  - 霧笛\n---\n', marks: '---' },
      { type, guide: '---yaml\r\n# for the list page\r\nslug: lighthouse\r\n---\r\n', marks: '---yaml' },
      { type, guide: '+++\nslug = "lighthouse"\n+++\n', marks: '+++' },
    ],
  },
  *check({ document, type: guideType }, { say }) {
    const { frontMatter } = document;
    // A block that cannot be read is told by front-matter-readable.
    if (!frontMatter?.value) return;
    for (const property of Object.values(guideType.schema.properties ?? {})) {
      const node = guideType.resolve(property);
      const wanted = node['x-format'];
      if (node['x-source']?.frontMatter !== true || typeof wanted !== 'string' || wanted === frontMatter.format)
        continue;
      const names = { written: frontMatter.format.toUpperCase(), wanted: wanted.toUpperCase() };
      const edits = wanted === 'json' ? jsonEdits(document) : undefined;
      const fix: Fix | undefined = edits && { kind: 'safe', title: say.rewrite(names), edits };
      const { start } = frontMatter.range;
      const fence = /^\S*/.exec(document.source.text.slice(start))?.[0] ?? '';
      yield { range: { start, end: start + fence.length }, message: say.other(names), ...(fix && { fix }) };
    }
  },
});

function jsonEdits(document: Document): Edit[] | undefined {
  const { frontMatter, source } = document;
  if (!frontMatter?.value) return undefined;
  const content = source.text.slice(frontMatter.content.start, frontMatter.content.end);
  // A comment would be lost, and so would the digits of a number that JavaScript rounds.
  if (/(?:^|\s)#/.test(content) || /\d{16}|\.(?:inf|nan)\b|(?:^|[\s=,[])[+-]?(?:inf|nan)\b/i.test(content))
    return undefined;
  const eol = lineEndIn(content);
  const json = JSON.stringify(frontMatter.value, null, 2).replaceAll('\n', eol);
  const edits = [{ range: frontMatter.range, text: `---json${eol}${json}${eol}---` }];
  return editsGive(document, edits, frontMatter.value) ? edits : undefined;
}
