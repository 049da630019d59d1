/** A reporter of jest that writes its numbers to TEST_COUNTS_FILE, for the last line of `npm test`. */
import { writeFileSync } from 'node:fs';

export default class TestCounts {
  /** A test file that could not run at all counts as one failure. */
  onRunComplete(_contexts, result) {
    const counts = {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    };
    writeFileSync(process.env.TEST_COUNTS_FILE, JSON.stringify(counts));
  }
}
