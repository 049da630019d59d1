/** Prints as JSON how long the job summary of a very large rollout takes and how big it is, beside writing the same run as JSON. */
import { reportJson } from '../../src/report/json.js';
import { summaryMarkdown } from '../../src/report/summary/summary.js';
import { RUN } from '../report/given.js';
import { largeRecord } from '../report/large.js';

const ROUNDS = 7;

function median(work: () => unknown): number {
  const took = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return took.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

const record = largeRecord(500, 20_000);
const began = performance.now();
const before = process.cpuUsage();
const text = summaryMarkdown(record, RUN);
const first = performance.now() - began;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    bytes: new TextEncoder().encode(text).length,
    first,
    // What it costs when nobody else uses the machine; the wall clock also counts the others.
    cpu: (user + system) / 1_000,
    summary: median(() => summaryMarkdown(record, RUN)),
    json: median(() => reportJson(record)),
  }),
);
