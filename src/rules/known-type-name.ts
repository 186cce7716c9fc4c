import { nearestName } from '../nearest-name.ts';
import { defineRule } from './rule.ts';

const known = ['recipe', 'travel-guide'];
const fitNaming = (name: string) => ({ told: false, isGood: true, found: 0, wanted: 0, unknownName: { name, known } });

/** The front matter's `type`, which names the guide's type, names one that is known. */
export const knownTypeName = defineRule({
  id: 'known-type-name',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The type that front matter names is a guide type known here',
      why: 'With `type` in its front matter a guide says which type it is checked against. Where no type has that name, the guide is checked against the one it answers to best, which may be another one than was meant.',
    },
    ja: {
      summary: 'フロントマターのtypeに書いた種類が、実際にある',
      why: 'フロントマターのtypeは、ガイドをどの種類として確かめるかを決めます。その名前の種類がないときは、いちばん近い種類として確かめるため、思っていたのと違う決まりで見てしまうことがあります。',
    },
  },
  messages: {
    en: {
      unknown: (p: { name: string; known: readonly string[]; nearest?: string }) =>
        `There is no guide type "${p.name}"; ${p.nearest ? `did you mean "${p.nearest}"?` : `write one of ${p.known.join(', ')}, or remove the key`}`,
    },
    ja: {
      unknown: (p) =>
        `「${p.name}」という種類のガイドはありません。${p.nearest ? `「${p.nearest}」のことですか？` : `${p.known.join('、')}のどれかを書くか、この項目を消してください`}`,
    },
  },
  examples: {
    accept: [
      { guide: '---\ntype: recipe\n---\n\n# Leek soup\n' },
      { guide: '---\ntitle: さばの味噌煮\n---\n\n# さばの味噌煮\n' },
      { guide: '# A walk through Kanazawa\n' },
    ],
    reject: [
      { guide: '---\ntype: recpie\n---\n\n# Leek soup\n', fit: fitNaming('recpie'), marks: 'recpie' },
      { guide: '---json\n{ "type": "読み物" }\n---\n\n# さばの味噌煮\n', fit: fitNaming('読み物'), marks: '"読み物"' },
      { guide: '+++\ntype = "essay"\n+++\n\n# Leek soup\n', fit: fitNaming('essay'), marks: '"essay"' },
    ],
  },
  *check({ document, fit: { unknownName } }, { say }) {
    if (!unknownName) return;
    const nearest = nearestName(unknownName.name, unknownName.known);
    yield {
      range: document.frontMatter?.places.get('/type')?.value ?? { start: 0, end: 0 },
      message: say.unknown({ ...unknownName, ...(nearest && { nearest }) }),
    };
  },
});
