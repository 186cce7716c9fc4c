import { parentPointer } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, JsonPointer, Locale, SchemaNode, Violation } from '../model.ts';
import { childPointer } from '../parse/place-collector.ts';
import { nameValue } from './name-value.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      'x-ascending': ['lit', 'closed'],
      properties: {
        lit: { type: 'string', 'x-title': { en: 'Lit', ja: '点灯' } },
        closed: { type: 'string', 'x-title': { en: 'Closed', ja: '消灯' } },
      },
    },
    fares: {
      type: 'array',
      'x-title': { en: 'Fares', ja: '料金表' },
      'x-source': {
        section: { name: 'Fares', aliases: ['料金'] },
        table: { columns: { age: ['Age', '年齢'], fare: ['Fare', '金額'] } },
      },
      'x-ascending': '/fare/min',
      items: {
        type: 'object',
        properties: {
          age: { type: 'string' },
          fare: {
            type: 'object',
            'x-title': { en: 'Fare', ja: '金額' },
            'x-parse': 'money-range',
            'x-ascending': ['min', 'max'],
            properties: { min: { type: 'number' }, max: { type: ['number', 'null'] }, text: { type: 'string' } },
          },
        },
      },
    },
  },
} satisfies SchemaNode;

/** Values that belong in order stand in order: rows from low to high, a lower bound below the upper one. */
export const ascendingValues = defineRule({
  id: 'ascending-values',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'Values that rise from one to the next do so',
      why: 'A range whose lower bound is above the upper one, or a row that falls below the one before it, is nearly always a typing error, and charts made from it are wrong.',
    },
    ja: {
      summary: '小さい順に並ぶはずの値が、その順に並んでいる',
      why: '範囲の下限が上限より大きかったり、下の行の値が上の行より小さかったりするのは、たいてい書き間違いです。そのままでは図や比較も正しくなりません。',
    },
  },
  messages: {
    en: {
      row: (p: { list: string; value: string; previous: string }) =>
        `${p.value} begins below ${p.previous}, which stands above it in ${p.list}; correct the numbers or order the rows from low to high`,
      bounds: (p: { name: string; text: string }) =>
        `The lower bound of ${p.text} in ${p.name} is above the upper one; correct the numbers or swap them`,
      pair: (p: { name: string; value: string; earlier: string; previous: string }) =>
        `${p.name} is ${p.value}, but ${p.earlier} is ${p.previous}; correct one of the two`,
      also: (p: { value: string; previous: string }) => `${p.value} begins below ${p.previous} here`,
    },
    ja: {
      row: (p) =>
        `${p.list}の${p.value}が、上にある${p.previous}より小さい値で始まっています。数値を直すか、小さい順に並べ替えてください`,
      bounds: (p) => `${p.name}の${p.text}は、下限が上限より大きくなっています。数値を直すか、入れ替えてください`,
      pair: (p) => `${p.name}は${p.value}ですが、${p.earlier}は${p.previous}です。どちらかを直してください`,
      also: (p) => `ここでも${p.value}が${p.previous}より小さい値で始まっています`,
    },
  },
  examples: {
    accept: [
      {
        type,
        guide:
          '---\nlit: 1875-03-01\nclosed: 1991-10-31\n---\n\n## Fares\n\n| Age | Fare |\n| --- | --- |\n| Child | 100 - 200 |\n| Adult | 200 - 400+ |\n',
      },
      { type, guide: '## 料金\n\n| 年齢 | 金額（円） |\n| --- | --- |\n| 子ども | 100〜200 |\n| 大人 | 100〜400 |\n' },
    ],
    reject: [
      { type, guide: '## 料金\n\n| 年齢 | 金額（円） |\n| --- | --- |\n| 子ども | 200〜100 |\n', marks: '200〜100' },
      {
        type,
        guide: '## Fares\n\n| Age | Fare |\n| --- | --- |\n| Adult | 200 - 400 |\n| Child | 100 - 200 |\n',
        marks: '100 - 200',
      },
      { type, guide: '---\nlit: 1991-10-31\nclosed: 1875-03-01\n---\n', marks: '1875-03-01' },
    ],
  },
  *check(guide, { say, locale }) {
    const lists = new Map<JsonPointer, [Violation, ...Violation[]]>();
    for (const violation of violationsFor('ascending-values', guide)) {
      const { pointer, params, range, severity } = violation;
      const list = listOf(violation);
      if (list !== undefined) {
        const same = lists.get(list);
        if (same) same.push(violation);
        else lists.set(list, [violation]);
        continue;
      }
      const whole = parentPointer(pointer);
      const text = valueAt(guide.value, `${whole}/text`);
      const name = nameValue(guide, pointer, locale);
      const earlier = nameValue(guide, earlierOf(pointer, params.previous, guide), locale);
      const [value, previous] = [quoted(params.value, locale), quoted(params.previous, locale)];
      const message =
        typeof text === 'string'
          ? say.bounds({ name: nameValue(guide, whole, locale), text: quoted(text, locale) })
          : say.pair({ name, value, earlier, previous });
      yield { range, severity, message };
    }
    for (const [list, [first, ...others]] of lists) {
      const related = others.map((other) => ({
        range: other.range,
        message: say.also(pairOf(other, list, guide, locale)),
      }));
      const message = say.row({ list: nameValue(guide, list, locale), ...pairOf(first, list, guide, locale) });
      yield { range: first.range, severity: first.severity, message, ...(related.length > 0 && { related }) };
    }
  },
});

/** The list whose rows rise, where that is what the violation is about. */
function listOf({ pointer, params }: Violation): JsonPointer | undefined {
  return typeof params.path === 'string'
    ? parentPointer(pointer.slice(0, pointer.length - params.path.length))
    : undefined;
}

/** The two values of a row's violation as their texts. */
function pairOf(
  { pointer, params }: Violation,
  list: JsonPointer,
  guide: Guide,
  locale: Locale,
): { value: string; previous: string } {
  const above = childPointer(list, Number(params.above)) + String(params.path);
  return {
    value: quoted(textAt(pointer, params.value, guide), locale),
    previous: quoted(textAt(above, params.previous, guide), locale),
  };
}

function textAt(pointer: JsonPointer, value: unknown, guide: Guide): unknown {
  return valueAt(guide.value, `${parentPointer(pointer)}/text`) ?? value;
}

function earlierOf(pointer: JsonPointer, previous: unknown, guide: Guide): JsonPointer {
  const whole = parentPointer(pointer);
  const node = guide.type.nodeAt(whole);
  const keys = [node?.['x-ascending'] ?? node?.['x-recommended']?.['x-ascending']].flat().map(String);
  const key = keys.find((one) => valueAt(guide.value, `${whole}/${one}`) === previous) ?? '';
  return childPointer(whole, key);
}
