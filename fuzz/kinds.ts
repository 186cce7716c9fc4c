import { configKind } from './config-kind.ts';
import { loadCorpus } from './corpus.ts';
import { frontMatterKind } from './front-matter-kind.ts';
import { guideKind } from './guide-kind.ts';
import { GuideLab } from './guide-lab.ts';
import { guideTypeKind } from './guide-type-kind.ts';
import type { FuzzKind } from './kind.ts';
import { memoryHost } from './memory-host.ts';
import { tableKind } from './table-kind.ts';

/** All kinds of inputs. */
export async function fuzzKinds(): Promise<readonly FuzzKind[]> {
  const corpus = await loadCorpus();
  const lab = await GuideLab.open(memoryHost(corpus.files));
  return [
    guideKind(corpus, lab),
    frontMatterKind(corpus, lab),
    guideTypeKind(corpus),
    configKind(corpus),
    await tableKind(),
  ];
}
