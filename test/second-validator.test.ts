import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { beforeAll, describe, expect, it } from 'vitest';
import { bindFile, root, shippedType } from './bind-fixture.ts';
import { corpus } from './shared-corpus.ts';

const types = ['career-guide', 'interview-guide'].map(shippedType);
const idOf = (name: string): string => `https://guidepost.example/schemas/${name}.schema.json`;

async function isValid(name: string, value: unknown): Promise<boolean> {
  const result = await validate(idOf(name), JSON.parse(JSON.stringify(value)));
  return result.valid;
}

describe('a validator that is not ours takes the shipped schemas and agrees with them', () => {
  beforeAll(() => {
    for (const { schema } of types) registerSchema(JSON.parse(JSON.stringify(schema)));
  });

  for (const type of types) {
    const folder = join(root, 'fixtures/guides', type.name);
    it.each(readdirSync(folder))(`${type.name}/%s`, async (file) => {
      const guide = bindFile(join(folder, file), type);
      expect(await isValid(type.name, guide.value)).toBe(true);
      expect(await isValid(type.name, { ...guide.value, title: '' })).toBe(false);
      expect(await isValid(type.name, { ...guide.value, interview: [] })).toBe(false);
    });
  }

  it.skipIf(!corpus).each(['technical_project_manager', '3d_artist', 'agile_coach', 'ciso', 'data_engineer'])(
    'real guide %s',
    async (name) => {
      const [type] = types;
      if (!type) throw new Error('no type');
      const guide = bindFile(join(corpus ?? '', `${name}.md`), type);
      const errors = guide.violations.filter(({ severity }) => severity === 'error');
      expect(await isValid(type.name, guide.value)).toBe(errors.length === 0);
      expect(errors).toEqual([]);
    },
  );
});
