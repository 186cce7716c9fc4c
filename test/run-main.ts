import { main } from '../src/cli.ts';
import { nodeHost } from '../src/host.ts';

process.exitCode = await main(process.argv.slice(2), nodeHost());
