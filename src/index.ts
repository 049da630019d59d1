/** The action's entry for its main phase; the post phase comes here through `dist/post.js` (scripts/build.mjs). */
import { main } from './main.js';
import { wire } from './wire.js';

await main(wire());
