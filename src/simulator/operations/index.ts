/** Every operation that the simulated service knows, by name: one line per file of this folder. */
import type { Operations } from '../context.js';
import { operations as environments } from './environments.js';
import { operations as events } from './events.js';
import { operations as health } from './health.js';

export const operations: Operations = {
  ...environments,
  ...events,
  ...health,
};
