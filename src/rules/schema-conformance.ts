import type { Guide, Locale, Range, SchemaNode, Violation } from '../model.ts';
import { nearestName } from '../nearest-name.ts';
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
      'x-title': { en: 'Front matter', ja: 'フロントマター' },
      'x-source': { frontMatter: true },
      additionalProperties: false,
      anyOf: [{ required: ['keeper'] }, { required: ['museum'] }],
      dependentRequired: { tower: ['height'] },
      properties: {
        keeper: { type: 'string', 'x-title': { en: 'Keeper', ja: '灯台守' } },
        museum: { type: 'string', 'x-title': { en: 'Museum', ja: '資料館' }, not: { const: 'closed' } },
        tower: { type: 'string', 'x-title': { en: 'Tower', ja: '塔' } },
        height: { type: 'string', 'x-title': { en: 'Height', ja: '高さ' } },
      },
    },
  },
} satisfies SchemaNode;

const en = {
  unknownKey: (p: { name: string; key: string; near: string | undefined }) =>
    `${p.key} is no key of ${p.name}; ${p.near ? `did you mean ${p.near}?` : 'remove it, or correct its name'}`,
  needs: (p: { name: string; other: string }) => `${p.other} is missing; where ${p.name} is given, it is needed too`,
  oneOf: (p: { name: string; names: readonly string[] }) => `${p.name} needs ${p.names.join(' or ')}; add one of them`,
  onlyOneOf: (p: { name: string; names: readonly string[] }) =>
    `${p.name} may hold only one of ${p.names.join(', ')}; remove the others`,
  forbidden: (p: { name: string; value: string }) =>
    `${p.name} is ${p.value}, which is not allowed here; write something else`,
  noPlace: (p: { name: string }) => `${p.name} is not allowed here; remove it`,
  contains: (p: { name: string }) =>
    `${p.name} lacks an entry that the guide type requires, or has too many of its kind`,
  fewKeys: (p: { name: string; limit: number }) => `${p.name} has too few keys; give at least ${p.limit}`,
  manyKeys: (p: { name: string; limit: number }) => `${p.name} has too many keys; keep at most ${p.limit}`,
  manyItems: (p: { name: string; limit: number }) => `${p.name} has too many entries; keep at most ${p.limit}`,
  other: (p: { name: string; keyword: string }) =>
    `${p.name} is not what the guide type asks for (${p.keyword} in its schema); compare it with another guide of the type`,
};

const ja: typeof en = {
  unknownKey: (p) =>
    `${p.name}に${p.key}という項目はありません。${p.near ? `${p.near}の間違いではありませんか` : '消すか、項目名を直してください'}`,
  needs: (p) => `${p.other}がありません。${p.name}を書くときは、${p.other}も必要です`,
  oneOf: (p) => `${p.name}には${p.names.join('か')}が必要です。どれかを書いてください`,
  onlyOneOf: (p) => `${p.name}に書けるのは${p.names.join('、')}のうち1つだけです。ほかを消してください`,
  forbidden: (p) => `${p.name}に${p.value}とは書けません。別の値にしてください`,
  noPlace: (p) => `${p.name}はここには書けません。消してください`,
  contains: (p) => `${p.name}に、必ず入れる項目が足りないか、多すぎます`,
  fewKeys: (p) => `${p.name}の項目が足りません。${p.limit}個以上書いてください`,
  manyKeys: (p) => `${p.name}の項目が多すぎます。${p.limit}個以内にしてください`,
  manyItems: (p) => `${p.name}の要素が多すぎます。${p.limit}個以内にしてください`,
  other: (p) =>
    `${p.name}が、この種類のガイドの決まり（スキーマの${p.keyword}）に合っていません。同じ種類のほかのガイドと見比べてください`,
};

/** The guide keeps what else its type's schema says; each commoner constraint has a rule of its own. */
export const schemaConformance = defineRule({
  id: 'schema-conformance',
  severity: 'error',
  fix: 'none',
  docs: {
    en: {
      summary: 'The guide keeps everything else that its type asks for',
      why: 'A guide type may set conditions of its own: keys that go together, one of several keys, no keys but the known ones. What is made from the guides relies on them.',
    },
    ja: {
      summary: 'ガイドの種類ごとに決められた、そのほかの条件を満たしている',
      why: '「この項目を書くなら別の項目も必要」「どれか1つだけ書く」「決められた項目のほかは書かない」といった条件が決められていることがあります。ガイドから作るページなどは、それを前提にしています。',
    },
  },
  messages: { en, ja },
  examples: {
    accept: [
      { type, guide: '---\nkeeper: 海野\ntower: stone\nheight: 31 m\n---\n' },
      { type, guide: '---json\n{ "museum": "岬の資料館" }\n---\n' },
    ],
    reject: [
      { type, guide: '---\nkeeper: 海野\nmuseun: 岬の資料館\n---\n', marks: 'museun' },
      { type, guide: '---\nkeeper: Mary\ntower: stone\n---\n', marks: 'tower' },
      { type, guide: '---json\n{ "height": "31m" }\n---\n' },
      { type, guide: '---\nmuseum: closed\n---\n', marks: 'closed' },
    ],
  },
  *check(guide, { say, locale }) {
    for (const violation of violationsFor('schema-conformance', guide)) {
      const { range, message } = findingOf(violation, guide, locale, say);
      yield { range: range ?? violation.range, severity: violation.severity, message };
    }
  },
});

function findingOf(
  { keyword, pointer, params }: Violation,
  guide: Guide,
  locale: Locale,
  say: typeof en,
): { range?: Range | undefined; message: string } {
  const name = nameValue(guide, pointer, locale);
  const limit = Number(params.limit);
  const child = (key: unknown): string => nameValue(guide, childPointer(pointer, String(key)), locale);
  const keyRange = (key: unknown): Range | undefined => guide.places.get(childPointer(pointer, String(key)))?.key;
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames': {
      const key = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
      const near = nearestName(String(key), Object.keys(guide.type.nodeAt(pointer)?.properties ?? {}));
      const named = near === undefined ? undefined : quoted(near, locale);
      return { range: keyRange(key), message: say.unknownKey({ name, key: quoted(key, locale), near: named }) };
    }
    case 'dependentRequired':
      return {
        range: keyRange(params.property),
        message: say.needs({ name: child(params.property), other: child(params.missingProperty) }),
      };
    case 'anyOf':
    case 'oneOf': {
      const keys = alternatives(guide.type.nodeAt(pointer)?.[keyword]);
      const names = keys.map(child);
      if (names.length === 0) break;
      return {
        message: Array.isArray(params.passingSchemas) ? say.onlyOneOf({ name, names }) : say.oneOf({ name, names }),
      };
    }
    case 'not':
      if (typeof params.value === 'object') break;
      return { message: say.forbidden({ name, value: quoted(params.value, locale) }) };
    case 'false schema':
      return { range: guide.places.get(pointer)?.key, message: say.noPlace({ name }) };
    case 'contains':
      return { message: say.contains({ name }) };
    case 'minProperties':
      return { message: say.fewKeys({ name, limit }) };
    case 'maxProperties':
      return { message: say.manyKeys({ name, limit }) };
    case 'items':
    case 'unevaluatedItems':
      return { message: say.manyItems({ name, limit: Number(params.limit ?? params.len) }) };
  }
  return { message: say.other({ name, keyword }) };
}

/** The keys of which one has to be there, where the alternatives ask for nothing but one key each. */
function alternatives(branches: unknown): string[] {
  const nodes = Array.isArray(branches) ? (branches as SchemaNode[]) : [];
  const keys = nodes.map((node) =>
    Object.keys(node).length === 1 && node.required?.length === 1 ? node.required[0] : undefined,
  );
  return keys.every((key) => key !== undefined) ? keys : [];
}
