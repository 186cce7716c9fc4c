import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version: packageVersion } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The modules that each module imports from its start on. */
const imports = new Map();

/** All that the program needs from its start on: in one file it takes the least time to load. */
function isNeededAtStart(id) {
  if (needed.size === 0) addNeeded(join(root, 'src/program.ts'));
  return needed.has(id);
}

const needed = new Set();

function addNeeded(id) {
  if (needed.has(id)) return;
  needed.add(id);
  for (const imported of imports.get(id) ?? []) addNeeded(imported);
}

/** The packages that the sources load with `require` when a guide needs them, by the file of the bundle that holds them. */
const libraries = {
  ajv: ['ajv/dist/2020.js', 'ajv/dist/runtime/equal.js', 'ajv-formats'],
  remark: ['unified', 'remark-parse', 'remark-gfm'],
  'string-width': ['string-width'],
  toml: ['toml-eslint-parser'],
  yaml: ['yaml'],
};

const libraryOf = (name) => Object.keys(libraries).find((file) => libraries[file].includes(name));

/** Files of the bundle's own: from `node_modules`, each of their modules would be read and compiled anew in every run. */
const lazyLibraries = {
  name: 'lazy-libraries',
  resolveId(id) {
    if (id === 'virtual:libraries' || id.startsWith('library:')) return `\0${id}`;
    return /^\.\/[\w-]+\.cjs$/.test(id) && libraries[id.slice(2, -4)] ? { id, external: true } : undefined;
  },
  load(id) {
    const entry = (key, value) => `${JSON.stringify(key)}: ${value}`;
    if (id === '\0virtual:libraries') {
      const files = Object.keys(libraries).map((file) => entry(file, `() => require('./${file}.cjs')`));
      return { code: `module.exports = { ${files.join(', ')} };`, moduleType: 'js' };
    }
    if (!id.startsWith('\0library:')) return undefined;
    const packages = libraries[id.slice('\0library:'.length)].map((name) => entry(name, `require('${name}')`));
    return { code: `module.exports = { ${packages.join(', ')} };`, moduleType: 'js' };
  },
  transform(code, id) {
    if (!id.startsWith(join(root, 'src'))) return undefined;
    const loaded = code.replace(/\brequire\('([^']+)'\)/g, (call, name) => {
      const file = libraryOf(name);
      return file === undefined ? call : `libraries['${file}']()['${name}']`;
    });
    return loaded === code ? undefined : `import libraries from 'virtual:libraries';\n${loaded}`;
  },
};

/**
 * Makes part of the bundle what the sources load with `require`, since it is CommonJS, or may be missing: the validators
 * that the build has made, and the parser save its native part.
 */
const bundled = {
  name: 'bundled',
  moduleParsed({ id, importedIds }) {
    imports.set(id, importedIds);
  },
  resolveId(id, importer = '') {
    if (id === '#binding' || id === 'virtual:validators') return `\0${id}`;
    // Node takes as long to load it as to check a guide; a run without a cache needs none of it.
    if (id === 'node:crypto' && importer.startsWith(join(root, 'src'))) return '\0crypto';
    return undefined;
  },
  load(id) {
    if (id === '\0#binding') {
      const [names] = readFileSync(join(root, 'node_modules/satteri/dist/binding.js'), 'utf8').match(/[^{}]+(?=\})/);
      // Loaded at the first call: where the native part is missing, others have to do.
      return `let native;
const load = () => (native ??= require('${join(root, 'node_modules/satteri/index.js')}'));
${names
  .match(/\w+/g)
  .map((name) => `export const ${name} = (...values) => load().${name}(...values);`)
  .join('\n')}
`;
    }
    if (id === '\0crypto') {
      const names = ['createHash', 'randomUUID'];
      const call = (name) => `(...values) => process.getBuiltinModule('node:crypto').${name}(...values)`;
      return names.map((name) => `export const ${name} = ${call(name)};`).join('\n');
    }
    // guidepost itself decides about colours, and asks Node whether there is a terminal only where it matters.
    if (id.endsWith('/chalk/source/vendor/supports-color/index.js'))
      return 'export default { stdout: false, stderr: false };';
    // gray-matter's own engines, one of which evaluates what it reads; each call brings others in their place.
    if (id.endsWith('/gray-matter/lib/engines.js')) return 'module.exports = {};';
    if (id !== '\0virtual:validators') return undefined;
    const files = readdirSync(join(root, 'dist/validators'));
    const entries = files.map(
      (file) => `${JSON.stringify(file)}: () => require('${join(root, 'dist/validators', file)}')`,
    );
    return { code: `module.exports = { ${entries.join(', ')} };`, moduleType: 'js' };
  },
  transform(code, id) {
    if (id.endsWith('/satteri-parser.ts'))
      return `import * as satteriModule from 'satteri';\n${replaced(code, "require('satteri')", 'satteriModule')}`;
    // A thousand lines of blanks, which only those need who lay out JSON.
    if (id.endsWith('/jsonc-parser/lib/esm/impl/string-intern.js'))
      return replaced(code, /('[\\rn]+'): (new Array\(maxCachedValues\)[^;]*;\s*\}\)),/g, 'get $1() { return $2; },');
    // Only commands that are programs of their own would need it, and it takes as long to load as a guide to parse.
    if (id.endsWith('/commander/lib/command.js'))
      return replaced(
        code,
        "const childProcess = require('node:child_process')",
        "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) }",
      );
    // The native part lies where that package finds it, not beside the bundle. Node would load its resolver for ES modules
    // to read `exports`, so the package is looked for in the folders first.
    if (id.endsWith('/satteri/index.js')) {
      const resolved = `((({ resolve }) =>
  resolve.paths('satteri').map((folder) => folder + '/satteri/index.js').find((file) => existsSync(file)) ?? resolve('satteri')
)(createRequire(import.meta.url)))`;
      return `import { existsSync } from 'node:fs';\n${replaced(code, '(import.meta.url)', resolved)}`;
    }
    // That resolver would find the package file as well.
    if (id.endsWith('/src/version.ts'))
      return replaced(
        code,
        "createRequire(import.meta.url)('#package.json')",
        JSON.stringify({ version: packageVersion }),
      );
    if (id.endsWith('/precompiled-validator.ts'))
      return `import validators from 'virtual:validators';\n${replaced(code, /require\(`\.\.\/validators\/\$\{typeName\}\.cjs`\)/, "validators[typeName + '.cjs']?.()")}`;
    // It asks for the package in a way that no bundler sees.
    if (/\/tinyglobby\/|\/fdir\//.test(id) && code.includes('__require.resolve("picomatch")'))
      return `import picomatchModule from 'picomatch';\n${code.replace('__require.resolve("picomatch")', '').replace('__require("picomatch")', 'picomatchModule')}`;
    return undefined;
  },
};

/**
 * Writes all but ASCII as escapes, which mean the same in strings, patterns and names: Node reads such a file in a tenth of
 * the time, and V8 keeps it in half the memory.
 */
const ascii = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      chunk.code = chunk.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** What the build relies on must be there. */
function replaced(code, from, to) {
  const result = code.replace(from, to);
  if (result === code) throw new Error(`the sources no longer contain ${from}`);
  return result;
}

/** What loads the program, for the CommonJS module that is started. */
const loader = defineConfig({
  cwd: root,
  input: 'src/host/load-bundle.ts',
  platform: 'node',
  output: { file: 'dist/host/load-bundle.cjs', format: 'cjs' },
});

/** The program in few files: loading hundreds of modules takes longer than checking a guide. */
const program = defineConfig({
  cwd: root,
  input: {
    program: 'src/program.ts',
    ...Object.fromEntries(Object.keys(libraries).map((file) => [file, `library:${file}`])),
  },
  platform: 'node',
  // jsonc-parser's main file hides its parts from bundlers.
  resolve: { mainFields: ['module', 'main'] },
  plugins: [bundled, lazyLibraries, ascii],
  output: {
    // As deep as the modules of `src/`, which look for the schemas from where they are.
    dir: 'dist/bundle',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    cleanDir: true,
    codeSplitting: { groups: [{ name: 'start', test: isNeededAtStart }] },
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});

export default [loader, program];
