/** What is told only when a run has ended: outputs, the JSON report, the summary. One file of the bundle, loaded then. */
export { reportJson } from './json.js';
export { outputsOf } from './outputs.js';
export { findRollbackWorkflow } from './rollback-workflow.js';
export { summaryMarkdown } from './summary/summary.js';
