import { UserError } from '../src/errors.ts';
import { type Corpus, configFor } from './corpus.ts';
import { damaged } from './damaged-text.ts';
import { sourceIn } from './guide-kind.ts';
import { GuideLab } from './guide-lab.ts';
import type { Fault, FuzzKind } from './kind.ts';
import { memoryHost } from './memory-host.ts';
import { below, oneIn, pick, type Random } from './random.ts';
import { damagedJson } from './random-json.ts';
import { runMain } from './run-main.ts';

/** Damaged guide types: each is refused with a sentence, or works with a guide. */
export function guideTypeKind(corpus: Corpus): FuzzKind {
  const schemas = [...corpus.schemas].map(([folder, text]) => ({ folder, text, value: JSON.parse(text) as unknown }));
  const small = schemas.filter(({ text }) => text.length < 8_000);
  const values = schemas.map(({ value }) => value);
  return {
    name: 'guide type',
    weight: 2.5,
    make(random) {
      const { folder, text, value } = pick(oneIn(20, random) ? schemas : small, random);
      if (oneIn(8, random)) return { about: folder, text: damaged(text, random, pick(small, random).text) };
      return { about: folder, text: JSON.stringify(damagedJson(value, random, values)) };
    },
    check: ({ text, about }, random) => checkType(text, about, corpus, random),
  };
}

async function checkType(schema: string, folder: string, corpus: Corpus, random: Random): Promise<Fault | undefined> {
  const guides = corpus.samples.filter((sample) => sample.folder === folder && sample.text.length < 4_000);
  const guide = (guides[below(guides.length, random)] ?? corpus.samples[0])?.text ?? '';
  const files = {
    [`types/${folder}.schema.json`]: schema,
    'guidepost.config.json': configFor([folder]),
    [`${folder}/example.md`]: guide,
  };
  if (oneIn(6, random)) {
    const commands = [
      ['new', '--type', `types/${folder}.schema.json`],
      ['schema', `types/${folder}.schema.json`],
      ['types'],
      ['export', folder, '--format', pick(['json', 'html', 'csv', 'markdown'], random), '--include-invalid'],
      ['lint', folder, '--format', 'json'],
    ];
    return runMain(pick(commands, random), memoryHost(files));
  }
  try {
    const lab = await GuideLab.open(memoryHost(files));
    return await lab.check(sourceIn(folder, guide), random);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
