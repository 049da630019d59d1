/** Every operation of Elastic Load Balancing (version 2) that the simulated service knows. */
import type { Operations } from '../context.js';

export const operations: Operations = {};
