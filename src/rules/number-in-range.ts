import { parentPointer } from '../guide-types/schema-view.ts';
import { valueAt } from '../guide-types/value-at.ts';
import type { Guide, SchemaNode, Violation } from '../model.ts';
import { spelled } from '../spelled.ts';
import { nameValue } from './name-value.ts';
import { defineRule } from './rule.ts';
import { violationsFor } from './violations-for.ts';

const type = {
  type: 'object',
  properties: {
    meta: {
      type: 'object',
      'x-source': { frontMatter: true },
      properties: {
        height: { type: 'number', minimum: 1, maximum: 200, 'x-title': { en: 'Height', ja: '高さ' } },
        steps: { type: 'integer', exclusiveMinimum: 0, multipleOf: 10, 'x-title': { en: 'Steps', ja: '階段の数' } },
      },
    },
  },
} satisfies SchemaNode;

/** A number is neither smaller nor larger than the guide type allows. */
export const numberInRange = defineRule({
  id: 'number-in-range',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'A number lies within the limits that the guide type sets',
      why: 'A number far outside is nearly always a slip: a digit too many, another unit, a minus sign that was meant as a dash.',
    },
    ja: {
      summary: '数値が決められた範囲に収まっている',
      why: '範囲から大きく外れた数値は、たいてい書き間違いです（けたの打ち間違い、単位の違い、ダッシュのつもりのマイナスなど）。',
    },
  },
  messages: {
    en: {
      minimum: (p: { name: string; value: string; limit: string }) =>
        `${p.name} is ${p.value}; write at least ${p.limit}`,
      maximum: (p: { name: string; value: string; limit: string }) =>
        `${p.name} is ${p.value}; write at most ${p.limit}`,
      exclusiveMinimum: (p: { name: string; value: string; limit: string }) =>
        `${p.name} is ${p.value}; write a number above ${p.limit}`,
      exclusiveMaximum: (p: { name: string; value: string; limit: string }) =>
        `${p.name} is ${p.value}; write a number below ${p.limit}`,
      multipleOf: (p: { name: string; value: string; limit: string }) =>
        `${p.name} is ${p.value}; write a multiple of ${p.limit}`,
    },
    ja: {
      minimum: (p) => `${p.name}が${p.value}になっています。${p.limit}以上にしてください`,
      maximum: (p) => `${p.name}が${p.value}になっています。${p.limit}以下にしてください`,
      exclusiveMinimum: (p) => `${p.name}が${p.value}になっています。${p.limit}より大きくしてください`,
      exclusiveMaximum: (p) => `${p.name}が${p.value}になっています。${p.limit}より小さくしてください`,
      multipleOf: (p) => `${p.name}が${p.value}になっています。${p.limit}の倍数にしてください`,
    },
  },
  examples: {
    accept: [
      { type, guide: '---\nheight: 200\nsteps: 120\n---\n' },
      { type, guide: '---json\n{ "height": 1.5 }\n---\n' },
    ],
    reject: [
      { type, guide: '---\nheight: 3100\n---\n', marks: '3100' },
      { type, guide: '---\nheight: -31\n---\n', marks: '-31' },
      { type, guide: '---json\n{ "steps": 0 }\n---\n', marks: '0' },
      { type, guide: '+++\nsteps = 125\n+++\n', marks: '125' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const violation of violationsFor('number-in-range', guide)) {
      const { keyword, pointer, params, range, severity } = violation;
      const phrase = say[keyword as keyof typeof say];
      const name = nameValue(guide, pointer, locale);
      const limit = String(params.limit ?? params.multipleOf);
      yield { range, severity, message: phrase({ name, value: asWritten(violation, guide), limit }) };
    }
  },
});

/** The number, or the text that it was read out of. */
function asWritten({ pointer, params }: Violation, guide: Guide): string {
  const text = valueAt(guide.value, `${parentPointer(pointer)}/text`);
  return typeof text === 'string' && guide.type.nodeAt(parentPointer(pointer))?.['x-parse']
    ? text
    : spelled(params.value);
}
