import { isFrontMatter } from '../guide-types/is-front-matter.ts';
import { parentPointer, stepsOf } from '../guide-types/schema-view.ts';
import type { Fix, Guide, JsonPointer, Range, SchemaNode } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { repetitions } from './repetitions.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: { tags: { type: 'array', uniqueItems: true, 'x-title': { en: 'Tags', ja: 'タグ' } } },
    },
    lamps: {
      type: 'array',
      'x-title': { en: 'Lamps', ja: '灯火の種類' },
      'x-source': { section: { name: 'Lamps', aliases: ['灯火'] }, items: 'list' },
      'x-unique': '/name',
      items: { type: 'object', properties: { name: { type: 'string', 'x-source': { heading: true } } } },
    },
  },
} satisfies SchemaNode;

/** No entry of a list stands in it twice. */
export const uniqueItems = defineRule({
  id: 'unique-items',
  severity: 'error',
  fix: 'safe',
  docs: {
    en: {
      summary: 'No entry stands twice in a list',
      why: 'A tag or an item that is given twice is shown twice. Often another one was meant, and the list is one entry short.',
    },
    ja: {
      summary: '同じ項目が二度書かれていない',
      why: '同じタグや項目が2つあると、そのまま2つ表示されます。別のものを書くつもりだったのなら、1つ足りないことになります。',
    },
  },
  messages: {
    en: {
      repeated: (p: { list: string; value: string }) =>
        `${p.list} has ${p.value} already; remove it or write another one`,
      first: (p: { value: string }) => `${p.value} stands here first`,
      again: (p: { value: string }) => `${p.value} stands here again`,
      remove: (p: { value: string }) => `Remove the repeated ${p.value}`,
    },
    ja: {
      repeated: (p) => `${p.list}に${p.value}が二度書かれています。消すか、別のものに変えてください`,
      first: (p) => `最初の${p.value}はここです`,
      again: (p) => `${p.value}はここにもあります`,
      remove: (p) => `二度目の${p.value}を消す`,
    },
  },
  examples: {
    accept: [
      {
        type,
        guide: '---\ntags: [sea, light, sea bird]\n---\n\n## Lamps\n\n- **Oil lamp**: warm\n- **Arc lamp**: bright\n',
      },
      { type, guide: '---json\n{ "tags": ["灯台", "灯台守"] }\n---\n' },
    ],
    reject: [
      { type, guide: '---json\n{\n  "tags": [\n    "灯台",\n    "霧笛",\n    "灯台"\n  ]\n}\n---\n', marks: '"灯台"' },
      { type, guide: '---\ntags:\n  - sea\n  - sea\n  - light\n---\n', marks: 'sea' },
      { type, guide: '## 灯火\n\n- **電灯**：明るい\n- **石油灯**：暖かい\n- **電灯**：便利\n', marks: '電灯' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const { value, list, first, again, severity } of repetitions(violationsFor('unique-items', guide), guide)) {
      const [{ range }, ...others] = again;
      const named = { value: quoted(value, locale) };
      const edits = isFrontMatter(list, guide.type) ? again.flatMap(({ pointer }) => removal(guide, pointer)) : [];
      const fix: Fix = { kind: 'safe', title: say.remove(named), edits };
      yield {
        range,
        severity,
        message: say.repeated({ list: nameValue(guide, list, locale), ...named }),
        related: [
          { range: first, message: say.first(named) },
          ...others.map((other) => ({ range: other.range, message: say.again(named) })),
        ],
        ...(edits.length === again.length && { fix }),
      };
    }
  },
});

/** From the end of the element before to the end of this one: the comma or line break goes with it. */
function removal(guide: Guide, pointer: JsonPointer): { range: Range; text: string }[] {
  const index = Number(stepsOf(pointer).at(-1));
  const previous = guide.places.get(childPointer(parentPointer(pointer), index - 1));
  const place = guide.places.get(pointer);
  if (!previous || !place) return [];
  const range = { start: previous.range.end, end: place.range.end };
  const between = guide.document.source.text.slice(range.start, place.range.start);
  return /^\s*(?:,\s*|\n[ \t]*-[ \t]+|\r\n[ \t]*-[ \t]+)$/.test(between) ? [{ range, text: '' }] : [];
}
