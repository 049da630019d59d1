/** What an instance that is only played writes into its deployment log. */
import type { InstanceCommand } from './runtime.js';

export const failureLog = (command: InstanceCommand, output: string): string =>
  [
    `[INFO] Starting deployment ${command.deploymentId} of version ${command.versionLabel}`,
    '[INFO] Running command: npm start',
    `[ERROR] ${output}`,
    '[ERROR] An error occurred during execution of command [app-deploy] - [FlipApplication]. Stop running the command.',
    '',
  ].join('\n');
