/** Every operation of Elastic Load Balancing (version 2) that the simulated service knows. */
import type { Operations } from '../context.js';
import { operations as describe } from './describe.js';
import { operations as rules } from './rules.js';

export const operations: Operations = { ...describe, ...rules };
