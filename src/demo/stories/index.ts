/** The stories of `npm start`, in the order in which they are played. A new story is one file and one line here. */
import type { Story } from '../story.js';
import { badVersion } from './bad-version.js';
import { blueGreen } from './blue-green.js';
import { canary } from './canary.js';
import { cancel } from './cancel.js';
import { dryRun } from './dry-run.js';
import { inPlace } from './in-place.js';
import { preview } from './preview.js';
import { rollback } from './rollback.js';
import { several } from './several.js';
import { twoRuns } from './two-runs.js';

export const STORIES: readonly Story[] = [
  dryRun,
  inPlace,
  badVersion,
  blueGreen,
  canary,
  rollback,
  twoRuns,
  cancel,
  several,
  preview,
];
