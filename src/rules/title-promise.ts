import type { SchemaNode } from '../model.ts';
import { type GuidePromise, promisedWords } from './promised-words.ts';
import { defineRule } from './rule.ts';

const type = {
  type: 'object',
  'x-promises': [
    { words: ['料金', 'Prices'], needs: ['/prices'], in: ['/title', '/heading'] },
    { words: ['地図', 'Map'], except: ['地図帳', 'site map'], needs: ['/map'], in: ['/title', '/heading'] },
  ],
  properties: {
    title: { type: 'string', 'x-title': { en: 'Title', ja: 'タイトル' }, 'x-source': { frontMatter: 'title' } },
    heading: { type: 'string', 'x-title': { en: 'Main heading', ja: '大見出し' }, 'x-source': { heading: true } },
    prices: {
      type: 'string',
      'x-title': { en: 'Prices', ja: '料金表' },
      'x-source': { section: { name: 'Prices', aliases: ['料金'] }, prose: 'all' },
    },
    map: {
      type: 'string',
      'x-title': { en: 'Map', ja: '案内図' },
      'x-source': { section: { name: 'Map', aliases: ['案内図'] }, prose: 'all' },
    },
  },
} satisfies SchemaNode;

/** What the title, the main heading or the description promises, the body holds. */
export const titlePromise = defineRule({
  id: 'title-promise',
  severity: 'warning',
  fix: 'none',
  docs: {
    en: {
      summary: 'The body holds what the title, the main heading and the description promise',
      why: 'Readers come for what the title says in the search results. When the body has none of it they leave, and trust the next title less. Which words promise what is set in the guide type (`x-promises`).',
    },
    ja: {
      summary: 'タイトルや説明文で約束した内容が本文にある',
      why: '読者は検索結果のタイトルや説明文を見て来ます。書かれていた内容が本文にないと、がっかりして離れ、ほかの記事も信用されなくなります。どの語がどの内容を約束するかは、ガイドの種類ごとに決められています（`x-promises`）。',
    },
  },
  messages: {
    en: {
      broken: (p: { place: string; words: string; needs: string }) =>
        `"${p.place}" promises ${p.words}, but the body has nothing on it${p.needs && ` (${p.needs})`}; write it, or change the promise`,
      also: (p: { place: string; words: string }) => `"${p.place}" promises ${p.words} as well`,
      word: (p: { word: string }) => `"${p.word}"`,
      comma: ', ',
    },
    ja: {
      broken: (p) =>
        `「${p.place}」に${p.words}とありますが、本文にその内容${p.needs && `（${p.needs}）`}がありません。本文に書き足すか、ここの言葉を直してください`,
      also: (p) => `「${p.place}」にも${p.words}とあります`,
      word: (p) => `「${p.word}」`,
      comma: '',
    },
  },
  examples: {
    accept: [
      { type, guide: '---\ntitle: 灯台めぐりの料金と見どころ\n---\n\n# 灯台めぐり\n\n## 料金\n\n大人300円です。\n' },
      {
        type,
        guide: '---\ntitle: Lighthouse tours with a site map\n---\n\n# Mapping the coast\n\nStart at the harbour.\n',
      },
      { type, guide: '# 灯台の地図帳を読む\n\n海図の見方を説明します。\n' },
      { type, guide: '# 灯台の見学料金\n\n## 見学できる日と料金の一覧\n\n- 大人300円\n' },
    ],
    reject: [
      {
        type,
        guide: '---\ntitle: 灯台めぐりの料金と地図\n---\n\n# 灯台めぐりの料金\n\n## 案内図\n\n港から北へ。\n',
        marks: '料金',
      },
      { type, guide: '# Lighthouse tours: prices and dates\n\nTours start at ten.\n', marks: 'prices' },
      {
        type,
        guide: '---\ntitle: 岬の灯台を歩く\n---\n\n# 岬の灯台：地図で見る順路\n\n## 料金\n\n無料です。\n',
        marks: '地図',
      },
    ],
  },
  *check(guide, { say, locale }) {
    const promises = guide.type.schema['x-promises'];
    if (!Array.isArray(promises)) return;
    // The annotation's form is the guide-type language's.
    const broken = (promises as GuidePromise[]).flatMap((promise) => {
      const made = promisedWords(promise, guide);
      return made.length > 0 ? [{ promise, made }] : [];
    });
    const made = broken.flatMap((one) => one.made);
    const places = [...new Set((promises as GuidePromise[]).flatMap((promise) => promise.in))].flatMap((pointer) => {
      const words = made.filter((word) => word.pointer === pointer).sort((a, b) => a.range.start - b.range.start);
      const [first] = words;
      const text = words.map(({ word }) => say.word({ word })).join(say.comma);
      return first ? [{ pointer, range: first.range, place: guide.type.titleOf(pointer, locale), words: text }] : [];
    });
    const [first, ...others] = places;
    if (!first) return;
    const needs = broken
      .filter((one) => one.made.some(({ pointer }) => pointer === first.pointer))
      .flatMap(({ promise: { part, needs: [pointer] = [] } }) => {
        const name = part?.[locale] ?? (pointer === undefined ? undefined : guide.type.titleOf(pointer, locale));
        return name ?? [];
      });
    const related = others.map(({ range, place, words }) => ({ range, message: say.also({ place, words }) }));
    const message = say.broken({ ...first, needs: needs.join(say.comma || '・') });
    yield { range: first.range, message, ...(related.length > 0 && { related }) };
  },
});
