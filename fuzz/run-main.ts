import { main } from '../src/cli.ts';
import type { Fault } from './kind.ts';
import type { MemoryHost } from './memory-host.ts';

/** Runs the program, and says which of its promises it broke. */
export async function runMain(argv: readonly string[], host: MemoryHost): Promise<Fault | undefined> {
  const code = await main(argv, host);
  const { stdout, stderr } = host.output;
  const call = argv.join(' ');
  if (/This is a bug in guidepost/.test(stderr)) return { property: 'no crash', detail: `${stackIn(stderr)}\n${call}` };
  if (![0, 1, 2].includes(code)) return { property: 'exit code', detail: `${call} ended with ${code}` };
  if (code === 2 && stderr.trim() === '') return { property: 'exit code', detail: `${call} failed without a word` };
  if (code !== 2 && argv.includes('json')) JSON.parse(stdout);
  return undefined;
}

/** Its first line tells one fault from another. */
function stackIn(stderr: string): string {
  const lines = stderr.split('\n');
  const sentence = lines.findIndex((line) => line.includes('This is a bug'));
  return lines.slice(sentence + 1, sentence + 15).join('\n');
}
