/** The action's entry, for its main and its post phase: both are `dist/index.js`. */
import { main } from './main.js';
import { wire } from './wire.js';

await main(wire());
