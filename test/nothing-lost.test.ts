import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../src/model.ts';
import { bindFile, root, shippedType } from './bind-fixture.ts';
import { corpus } from './shared-corpus.ts';

const fixtures = join(root, 'fixtures/guides');
const career = shippedType('career-guide');
const interview = shippedType('interview-guide');

/** Letters and digits only: what is left when marks, spaces and punctuation go. */
function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What a reader sees, sentence by sentence and cell by cell; labels and numbering end with their mark. */
function seen(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    return visible(node)
      .split(/(?<=[。！？!?：:]|\.\s|\n)|(?=#)/u)
      .map(letters)
      .filter((sentence) => sentence.length > 3);
  }
  if (node.type === 'code') return [letters(node.value)];
  return 'children' in node ? node.children.flatMap(seen) : [];
}

function visible(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(visible).join('') : '';
}

/** All strings of a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [letters(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function lost(guide: Guide): { all: number; lost: string[] } {
  // Labels that the schema has a property for (`Model answer`, `Question 2`): the property says what they say.
  const labels = new Set(strings(guide.type.schema));
  const all = seen(guide.document.tree).filter((sentence) => !labels.has(sentence.replace(/\d+$/, '')));
  const kept = strings(guide.value);
  return {
    all: all.length,
    lost: all.filter((sentence) => !kept.some((text) => text.includes(sentence.replace(/^\d+/, '')))),
  };
}

describe('each sentence and cell of a guide stands in its JSON', () => {
  it.each(readdirSync(join(fixtures, 'career-guide')))('career-guide/%s', (name) => {
    const result = lost(bindFile(join(fixtures, 'career-guide', name), career));
    expect(result.all).toBeGreaterThan(100);
    expect(result.lost).toEqual([]);
  });

  it.each(readdirSync(join(fixtures, 'interview-guide')))('interview-guide/%s', (name) => {
    const result = lost(bindFile(join(fixtures, 'interview-guide', name), interview));
    expect(result.all).toBeGreaterThan(80);
    expect(result.lost).toEqual([]);
  });
});

describe.skipIf(!corpus)('at least 99.5 % of the sentences and cells of real guides stand in their JSON', () => {
  it.each(['technical_project_manager', '3d_artist', 'agile_coach', 'ciso', 'data_engineer'])('%s', (name) => {
    const result = lost(bindFile(join(corpus ?? '', `${name}.md`), career));
    expect(result.all).toBeGreaterThan(200);
    expect(result.lost.length / result.all, result.lost.join('\n')).toBeLessThanOrEqual(0.005);
  });

  it('each sentence stands there once', () => {
    const { value } = bindFile(join(corpus ?? '', 'data_engineer.md'), career);
    const all = strings({ ...value, intros: undefined }).filter((text) => text.length > 20);
    expect(all.length).toBe(new Set(all).size);
  });
});
