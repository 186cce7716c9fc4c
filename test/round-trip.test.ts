import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuideType, guideTypeOf } from '../src/guide-types/guide-type.ts';
import type { SchemaNode } from '../src/model.ts';
import { guideMarkdown } from '../src/writers/markdown/guide-markdown.ts';
import { bindFile, bindText, root, shippedType } from './bind-fixture.ts';
import { everySource } from './every-source.ts';
import { guideValue } from './random-guides.ts';
import { corpus } from './shared-corpus.ts';

/** The JSON of a guide, as export writes it; the path is not the guide's own. */
function jsonOf(value: object): string {
  return JSON.stringify({ ...value, path: '' }, null, 2);
}

function secondJson(first: Record<string, unknown>, type: GuideType): string {
  return jsonOf(bindText(guideMarkdown(first, type), type).value);
}

function expectFixedPoint(path: string, type: GuideType): void {
  const first = jsonOf(bindFile(path, type).value);
  const markdown = guideMarkdown(JSON.parse(first), type);
  const second = jsonOf(bindText(markdown, type).value);
  expect(second).toBe(first);
  expect(guideMarkdown(JSON.parse(second), type)).toBe(markdown);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md'));
}

function typeAt(path: string): GuideType {
  return guideTypeOf(path, JSON.parse(readFileSync(path, 'utf8')) as SchemaNode);
}

describe('markdown → json → markdown → json is a fixed point from the first JSON on', () => {
  for (const name of ['career-guide', 'interview-guide']) {
    const folder = join(root, 'fixtures/guides', name);
    it.each(filesIn(folder))(`${name}/%s`, (file) => expectFixedPoint(join(folder, file), shippedType(name)));
  }

  for (const [project, schema, guides] of [
    ['recipes', 'recipe.schema.json', 'recipes'],
    ['adr', 'adr.schema.json', 'docs/decisions'],
  ] as const) {
    const folder = join(root, 'fixtures/projects', project);
    const type = typeAt(join(folder, schema));
    it.each(filesIn(join(folder, guides)))(`${project}/%s`, (file) =>
      expectFixedPoint(join(folder, guides, file), type),
    );
  }

  it.skipIf(!corpus).each(['technical_project_manager', '3d_artist', 'agile_coach', 'ciso', 'data_engineer'])(
    'real guide %s',
    (name) => expectFixedPoint(join(corpus ?? '', `${name}.md`), shippedType('career-guide')),
  );

  it.skipIf(!corpus).each(['ai_engineer', 'android_engineer'])('real guide %s', (name) =>
    expectFixedPoint(join(corpus ?? '', `${name}.md`), shippedType('interview-guide')),
  );
});

describe('any value of a type comes back from its Markdown', () => {
  const type = guideTypeOf('every-source.schema.json', everySource);

  it('with texts full of what means something to Markdown', () => {
    fc.assert(
      fc.property(guideValue, (value) => {
        const first = { ...value, type: type.name };
        expect(JSON.parse(secondJson(first, type))).toEqual({ ...first, path: '' });
      }),
      {
        // Always the same guides, so that a run says something about the change at hand; more of them on request.
        numRuns: Number(process.env.GUIDES ?? 200),
        seed: Number(process.env.SEED ?? 1),
      },
    );
  });
});
