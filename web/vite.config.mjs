import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const web = dirname(fileURLToPath(import.meta.url));
const root = resolve(web, '..');

/**
 * Pages import operations from api/ for their types and to call them. In the browser an operation is its method and
 * path, and who of the vendor's people may call it; schemas stay on the server, so that zod is no part of any page.
 * Reads the compiled api/, which is built before.
 */
function operationsOnly() {
  const require = createRequire(import.meta.url);
  return {
    name: 'operations-only',
    enforce: 'pre',
    load(id) {
      if (dirname(id) !== join(root, 'api')) return null;
      const compiled = require(join(root, 'dist', 'api', basename(id).replace(/\.ts$/, '.js')));
      return Object.entries(compiled)
        .filter(([, value]) => plain(value) !== undefined)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(plain(value))};`)
        .join('\n');
    },
  };
}

/** An operation without its schemas; a list of names or a limit as it is; nothing for the rest, which pages cannot import. */
function plain(value) {
  if (typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  if (typeof value !== 'object' || value === null || !('responses' in value)) return undefined;
  const { id, method, path, isRepeatable, access } = value;
  return { id, method, path, isRepeatable, access };
}

export default defineConfig({
  root: web,
  cacheDir: join(root, 'dist', '.vite'),
  publicDir: false,
  plugins: [operationsOnly()],
  // The server writes each answer's nonce in place of this word.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: join(root, 'dist', 'web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    // How much the first page loads is checked by npm run check, over all of its scripts and compressed.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Packages mark what is for browsers; everything here is.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  logLevel: 'warn',
});
