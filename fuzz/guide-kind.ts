import type { Corpus, SampleGuide } from './corpus.ts';
import { damaged, textOfPieces } from './damaged-text.ts';
import type { GuideLab } from './guide-lab.ts';
import type { FuzzKind } from './kind.ts';
import { oneIn, pick, type Random } from './random.ts';

/** A text as longer guides are: those cost as much as many small ones. Unit: UTF-16 units. */
const long = 4_000;

/** Damaged guides. */
export function guideKind(corpus: Corpus, lab: GuideLab): FuzzKind {
  const short = corpus.samples.filter(({ text }) => text.length < long);
  const sample = (random: Random): SampleGuide => pick(oneIn(60, random) ? corpus.samples : short, random);
  return {
    name: 'guide',
    weight: 64,
    make(random) {
      const { folder, text } = sample(random);
      if (oneIn(3, random)) return { about: folder, text: textOfPieces(random) };
      return { about: folder, text: damaged(text, random, pick(short, random).text) };
    },
    check: ({ text, about }, random) => lab.check(sourceIn(about, text), random),
  };
}

/** A file in a folder, as reading it would give it. */
export function sourceIn(folder: string, text: string) {
  const bom = text.startsWith('\ufeff');
  // What is read from a file holds no lone surrogates, and no second mark at its start.
  const read = Buffer.from(bom ? text.slice(1) : text, 'utf8').toString('utf8');
  return { path: `${folder}/example.md`, text: read, bom };
}
