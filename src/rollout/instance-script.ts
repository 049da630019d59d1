/**
 * The shell script that an instance gets for a command of the user. Pure.
 *
 * It begins at most once for its nonce (making a directory is atomic), however often it is delivered; it loads the
 * environment's properties by the platform's own tool, name by name and without evaluating any value; it limits itself, so
 * that its output survives; and it shows the end of the output, because the API shows the beginning of what it gets.
 */
import type { Milliseconds } from '../domain/time.js';

export const APPLICATION_DIRECTORY = '/var/app/current';

/** Exit code of a copy that came second. */
export const ALREADY_STARTED = 213;
/** Exit code without the platform's tool: no Amazon Linux platform of Elastic Beanstalk. */
export const NO_PLATFORM = 214;
/** Exit code of `timeout` (GNU coreutils). */
export const OUT_OF_TIME = 124;

/** GetCommandInvocation shows 24,000 characters; some may have several bytes. */
const OUTPUT_BYTES = 20_000;
const TOOL = '/opt/elasticbeanstalk/bin/get-config';

/**
 * `timeout` leads a process group of its own, which a cancellation of the script does not reach: whoever is in that group
 * ends it when the script is gone before the command has ended.
 */
const WATCHED = 'while [ -e "$0/output" ]; do kill -0 "$1" || kill -KILL 0; sleep 1; done';

export function instanceScript(command: string, nonce: string, timeout: Milliseconds): string {
  const limit = Math.max(1, Math.ceil(timeout / 1_000));
  return [
    `place=/var/app/.beanstalk-rollout-${nonce}`,
    `mkdir "$place" 2>/dev/null || exit ${ALREADY_STARTED}`,
    `[ -x ${TOOL} ] || { echo "${TOOL} is not there"; exit ${NO_PLATFORM}; }`,
    `for name in $(${TOOL} environment --output YAML | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\):.*/\\1/p'); do`,
    `  value=$(${TOOL} environment -k "$name") && export "$name=$value"`,
    'done',
    `limit=; command -v timeout >/dev/null && limit='timeout -k 10 ${limit}'`,
    `$limit sh -c ${quoted(`(${WATCHED}) >/dev/null 2>&1 & exec bash -eo pipefail -c "$2"`)} "$place" $$ ${quoted(command)} >"$place/output" 2>&1 </dev/null`,
    'code=$?',
    `tail -c ${OUTPUT_BYTES} "$place/output"`,
    'rm -f "$place/output"',
    'exit $code',
  ].join('\n');
}

/**
 * As one word of a POSIX shell: nothing in it is special. Two braces never stand side by side, since Systems Manager puts
 * the value of a parameter in the place of `{{ssm:name}}` (Systems Manager user guide, "Using Parameter Store parameters
 * in Run Command"): an empty pair of quotes between them means nothing to the shell.
 */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''").replace(/\{(?=\{)/g, "{''")}'`;
