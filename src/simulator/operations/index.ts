/** Every operation that the simulated service knows, by name: one line per file of this folder. */
import type { Operations } from '../context.js';
import { operations as account } from './account.js';
import { operations as applications } from './applications.js';
import { operations as configuration } from './configuration.js';
import { operations as environments } from './environments.js';
import { operations as events } from './events.js';
import { operations as health } from './health.js';
import { operations as platforms } from './platforms.js';
import { operations as tags } from './tags.js';
import { operations as templates } from './templates.js';
import { operations as versions } from './versions.js';

export const operations: Operations = {
  ...account,
  ...applications,
  ...configuration,
  ...environments,
  ...events,
  ...health,
  ...platforms,
  ...tags,
  ...templates,
  ...versions,
};
