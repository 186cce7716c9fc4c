import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

/**
 * The program in few files, in place of the entries that the compiler wrote: loading hundreds of modules takes longer
 * than checking a guide. What is loaded with `require`, only when it is needed, stays a package; so does the parser,
 * which finds its native part by itself.
 */
export default defineConfig({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  input: { cli: 'src/cli.ts', host: 'src/host.ts' },
  platform: 'node',
  // jsonc-parser's main file hides its parts from bundlers.
  resolve: { mainFields: ['module', 'main'] },
  external: ['satteri'],
  output: {
    dir: 'dist',
    // As deep as the modules of `src/`, which look for the schemas from where they are.
    chunkFileNames: 'bundle/[name].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});
