import type { GuideContent } from './stream-writer.ts';
import type { WriteOptions } from './writer.ts';

/** What each guide becomes; one at which that fails is left out, where somebody hears of it. */
export async function* eachText<Guide extends GuideContent>(
  guides: AsyncIterable<Guide>,
  textOf: (guide: Guide) => string,
  { onFailure }: Pick<WriteOptions, 'onFailure'>,
): AsyncGenerator<{ readonly guide: Guide; readonly text: string }> {
  for await (const guide of guides) {
    let text: string;
    try {
      text = textOf(guide);
    } catch (error) {
      if (!onFailure) throw error;
      onFailure(guide.document.source.path, error);
      continue;
    }
    yield { guide, text };
  }
}
