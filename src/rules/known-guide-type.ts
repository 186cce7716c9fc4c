import type { Guide, Range, SchemaNode } from '../model.ts';
import { fenceAround } from './fence-around.ts';
import { defineRule } from './rule.ts';

const section = (name: string): SchemaNode => ({ type: 'string', 'x-source': { section: { name } } });
const type = {
  type: 'object',
  required: ['ingredients', 'steps', 'tips'],
  properties: { ingredients: section('Ingredients'), steps: section('Steps'), tips: section('Tips') },
};

/** A guide has at least half of what some known guide type asks for; otherwise its missing sections are one problem. */
export const knownGuideType = defineRule({
  id: 'known-guide-type',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The guide looks like a type that is known here',
      why: 'A guide is checked against the type that it answers to best. When even that one fits badly, the guide is probably of another type (name it with --type), or a file that is no guide (list it in .guidepostignore).',
    },
    ja: {
      summary: 'ガイドの種類がわかる',
      why: 'ガイドは、いちばん近い種類の決まりに照らして確かめます。それでも章が半分もそろわないときは、別の種類のガイド（--typeで指定できます）か、ガイドではないファイル（.guidepostignoreに書けます）かもしれません。',
    },
  },
  messages: {
    en: {
      unknown: (p: { type: string; found: number; wanted: number; missing: readonly string[] }) =>
        `Looks like no known guide type; the nearest is ${p.type} with ${p.found} of ${p.wanted} sections${p.found > 0 ? ` (missing: ${p.missing.join(', ')})` : ''}; name its type with --type, or list a file that is no guide in .guidepostignore`,
      belongs: (p: { names: readonly string[] }) => `Here would stand: ${p.names.join(', ')}`,
    },
    ja: {
      unknown: (p) =>
        `どの種類のガイドとも合いません。いちばん近い${p.type}でも、${p.wanted}章のうち${p.found}章しかありません${p.found > 0 ? `（ない章：${p.missing.join('、')}）` : ''}。--typeで種類を指定するか、ガイドでないファイルなら.guidepostignoreに書いてください`,
      belongs: (p) => `ここに入る章：${p.names.join('、')}`,
    },
  },
  examples: {
    accept: [
      {
        type,
        guide: '# Soup\n\n## Ingredients\n\nWater.\n\n## Steps\n\nBoil it.\n',
        fit: { told: false, isGood: true, found: 2, wanted: 3 },
      },
    ],
    reject: [
      {
        type,
        guide: '# Notes\n\n## Tips\n\nBuy milk.\n',
        fit: { told: false, isGood: false, found: 1, wanted: 3 },
        marks: '# Notes',
      },
    ],
  },
  *check(guide, { say, locale }) {
    if (guide.fit.isGood || fenceAround(guide.document)) return;
    const { found, wanted } = guide.fit;
    const missing = guide.violations.filter(
      ({ params, pointer }) => params.missing === 'section' && pointer.lastIndexOf('/') === 0,
    );
    const places = new Map<number, { range: Range; names: string[] }>();
    for (const { pointer, range } of missing) {
      const place = places.get(range.start) ?? { range, names: [] };
      place.names.push(guide.type.titleOf(pointer, locale));
      places.set(range.start, place);
    }
    yield {
      range: titleRange(guide),
      message: say.unknown({
        type: guide.type.name,
        found,
        wanted,
        missing: missing.map(({ pointer }) => guide.type.titleOf(pointer, locale)),
      }),
      ...(found > 0 && {
        related: [...places.values()].map(({ range, names }) => ({ range, message: say.belongs({ names }) })),
      }),
    };
  },
});

/** The first heading; without one, the beginning of the file. */
function titleRange({ document }: Guide): Range {
  const position = document.tree.children.find(({ type }) => type === 'heading')?.position;
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
