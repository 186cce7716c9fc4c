import { execSync } from 'node:child_process';

/** Builds the program that some tests run as its users do; once, though several projects of tests ask for it. */
export default function buildOnce(): void {
  if (process.env.GUIDEPOST_BUILT) return;
  execSync('npm run --silent build', { cwd: `${import.meta.dirname}/..`, stdio: ['ignore', 'ignore', 'inherit'] });
  process.env.GUIDEPOST_BUILT = 'yes';
}
