import { type Command, InvalidArgumentError } from 'commander';
import { largestSource } from '../find/read-source.ts';
import { defaultLimits, type Limits } from '../load-guides.ts';

/** Flags that say what one guide may cost. */
export interface LimitFlags {
  /** Seconds. */
  readonly timeoutPerFile?: number;
  /** Bytes. */
  readonly maxFileSize?: number;
}

/** Adds these flags to a command. */
export function addLimitOptions(command: Command): Command {
  return command
    .option('--timeout-per-file <seconds>', 'how long a guide may take (2); 0 is for ever', seconds)
    .option(
      '--max-file-size <size>',
      `how large a guide may be (${largestSource / 1024 / 1024}MB): 800KB, 20MB`,
      bytes,
    );
}

/** What these flags ask for. */
export function limitsOf({ timeoutPerFile, maxFileSize }: LimitFlags): Limits {
  return {
    timeout: timeoutPerFile === undefined ? defaultLimits.timeout : timeoutPerFile * 1000 || Number.POSITIVE_INFINITY,
    largest: maxFileSize ?? defaultLimits.largest,
  };
}

function seconds(value: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new InvalidArgumentError('It takes a number of seconds: 2, 0.5.');
  return Number(value);
}

const units: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1024, MB: 1024 * 1024 };

function bytes(value: string): number {
  const [, number = '', unit = ''] = /^(\d+)\s*([KM]?B)?$/i.exec(value) ?? [];
  const factor = units[unit.toUpperCase()];
  if (number === '' || factor === undefined || Number(number) === 0)
    throw new InvalidArgumentError('It takes a size: 800KB, 20MB, 5000000.');
  return Number(number) * factor;
}
