/** `node --import run-typescript.mjs file.ts`: runs the sources as they are, for tests that need a process of their own. */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Loaded twice: once by --import, where it registers itself, and once as the hooks' own module.
if (!import.meta.url.endsWith('?hooks')) register(`${pathToFileURL(fileURLToPath(import.meta.url)).href}?hooks`);

/** Sources import `./x.js` and are `./x.ts`. */
export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || context.parentURL?.includes('/node_modules/')) return next(specifier, context);
  return next(specifier.replace(/\.js$/, '.ts'), context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { transformSync } = await import('@swc/core');
  const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
