/** Every operation that the simulated service knows, by name: one line per file of this folder. */

import { operations as scaling } from '../autoscaling/operations.js';
import { operations as alarms } from '../cloudwatch/alarms.js';
import { operations as metrics } from '../cloudwatch/metrics.js';
import { operations as registry } from '../cluster/registry.js';
import type { Operations } from '../context.js';
import { operations as balancing } from '../elbv2/operations.js';
import { operations as naming } from '../route53/operations.js';
import { operations as account } from './account.js';
import { operations as applications } from './applications.js';
import { operations as configuration } from './configuration.js';
import { operations as environments } from './environments.js';
import { operations as events } from './events.js';
import { operations as health } from './health.js';
import { operations as information } from './information.js';
import { operations as instanceCommands } from './instance-commands.js';
import { operations as managedActions } from './managed-actions.js';
import { operations as platforms } from './platforms.js';
import { operations as resources } from './resources.js';
import { operations as restart } from './restart.js';
import { operations as swap } from './swap.js';
import { operations as tags } from './tags.js';
import { operations as templates } from './templates.js';
import { operations as terminate } from './terminate.js';
import { operations as versions } from './versions.js';

export const operations: Operations = {
  ...account,
  ...alarms,
  ...applications,
  ...balancing,
  ...configuration,
  ...environments,
  ...events,
  ...health,
  ...information,
  ...instanceCommands,
  ...managedActions,
  ...metrics,
  ...naming,
  ...registry,
  ...resources,
  ...restart,
  ...scaling,
  ...swap,
  ...terminate,
  ...platforms,
  ...tags,
  ...templates,
  ...versions,
};
