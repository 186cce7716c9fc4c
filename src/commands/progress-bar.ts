import type { Host } from '../host.ts';
import { terminalWidth } from '../terminal-width.ts';

/** Shows on the terminal how far a long job is. */
export interface ProgressBar {
  show(label: string, done: number, total: number): void;
  /** Takes the bar away. */
  end(): void;
}

const barLength = 24;
const toLineStart = '\r\u001b[K';

/** A bar on stderr; nothing where nobody watches: no terminal, a CI, or a job of fewer steps than people wait for. */
export function progressBar({ stderr, env }: Pick<Host, 'stderr' | 'env'>, { least = 20 } = {}): ProgressBar {
  const isWatched = stderr.isTTY && !env.CI && env.TERM !== 'dumb';
  let shown = '';
  return {
    show(label, done, total) {
      if (!isWatched || total < least) return;
      const share = done / total;
      const percent = `${Math.floor(share * 100)}%`;
      // Redrawn when the percentage changes, not for each step.
      if (shown === label + percent) return;
      shown = label + percent;
      const filled = Math.round(share * barLength);
      const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
      const line = `${label} ${bar} ${percent.padStart(4)} (${done}/${total})`;
      stderr.write(`${toLineStart}${terminalWidth(line) < stderr.columns ? line : `${label} ${percent}`}`);
    },
    end() {
      if (shown !== '') stderr.write(toLineStart);
      shown = '';
    },
  };
}
