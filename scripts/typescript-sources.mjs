/** `node --import ./scripts/typescript-sources.mjs file.ts`: runs the sources as they are; Node 24 itself strips the types. */
import { registerHooks } from 'node:module';

registerHooks({
  /** Sources import `./x.js` and are `./x.ts`. */
  resolve(specifier, context, next) {
    const isSource = specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts');
    return next(isSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
