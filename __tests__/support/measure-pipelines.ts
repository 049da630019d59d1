/** Prints as JSON how ten pipelines get on under the rate limit that they share. */
import { runPipelines } from './ten-pipelines.js';

console.log(JSON.stringify(await runPipelines(10, { strategy: 'rolling', 'batch-size': '1' })));
