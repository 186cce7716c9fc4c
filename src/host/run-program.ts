import { spawn } from 'node:child_process';

/** What a program that ended left behind. */
export interface ProgramResult {
  /** -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs a program without a shell; rejects when it cannot be started. */
export function runProgram(
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
  command: string,
  args: readonly string[],
  input = '',
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, windowsHide: true });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      // A program may end before it has read all of its input.
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(input);
  });
}
