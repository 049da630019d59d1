export const id = 7476;
export const ids = [7476];
export const modules = {

/***/ 87476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCommands: () => (/* binding */ createCommands)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/adapters/runner/command-guard.js
/**
 * A small program between the action and a command of the user: `@actions/exec` starts it, and it starts the command in a
 * process group of its own, so that the whole group can be ended. `@actions/exec` itself offers no way to end what it runs.
 *
 * It is given to `node -e`, because the action is one file; arguments: a mark, the program, and the program's arguments.
 * It writes the mark and its own process id first. It ends the group when it is told to (SIGTERM, SIGINT), and when its
 * standard input closes: that is the action's end, whatever ended it.
 */
const COMMAND_GUARD = `
const { spawn } = require('node:child_process');
const { writeSync } = require('node:fs');
const { constants } = require('node:os');
const [mark, program, ...args] = process.argv.slice(1);
const isWindows = process.platform === 'win32';
writeSync(1, mark + ' ' + process.pid + '\\n');
const child = spawn(program, args, { detached: !isWindows, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
const end = (signal) => {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => child.kill());
    return;
  }
  try { process.kill(-child.pid, signal); } catch {}
};
let isEnding = false;
const stop = () => {
  if (isEnding) return;
  isEnding = true;
  end('SIGTERM');
  // What ignores the polite signal, or has been left by a parent that did not.
  setTimeout(() => { end('SIGKILL'); process.exit(143); }, 1500);
};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).on('close', stop).resume();
child.on('error', (error) => { writeSync(1, mark + ' failed ' + error.message + '\\n'); process.exit(127); });
child.on('exit', (code, signal) => {
  if (isEnding) return;
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
`;
//# sourceMappingURL=command-guard.js.map
;// CONCATENATED MODULE: ./lib/adapters/runner/commands.js
/** Runs the user's program through `@actions/exec`: arguments as a list, no shell. Loaded on first use. */


/** From asking a program to end to ending it: the guard's own time, and a little more. */
const ENDING_MS = 2_500;
/** The same after a request to stop, when the run itself has only seconds left; the guard outlives it. */
const ENDING_AFTER_CANCEL_MS = 300;
function createCommands(env) {
    return { run: (request) => run(request, env) };
}
async function run(request, env) {
    if (request.signal?.aborted)
        return STOPPED;
    const guard = guarded(request);
    const wait = limits(request);
    const command = start(request, env, guard);
    const first = await Promise.race([command, wait.over]);
    wait.done();
    if (first.kind !== 'timed-out' && first !== STOPPED)
        return first;
    await guard.end();
    // The answer is known; what is waited for is that nothing is left running.
    const patience = pause(first === STOPPED ? ENDING_AFTER_CANCEL_MS : ENDING_MS);
    await Promise.race([command, patience.over]);
    patience.done();
    return first;
}
async function start(request, env, guard) {
    const { program, args } = request;
    const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 81260));
    const execute = (tool, words) => exec(quoted(tool), [...words], {
        env: variablesOf(env, request.env),
        silent: true,
        ignoreReturnCode: true,
        // exec must not wait for what a program has left running in the background.
        delay: 2_000,
        listeners: { stdline: guard.onLine, errline: request.onLine },
    }).then((exitCode) => ({ kind: 'ended', exitCode }), (error) => notStarted(error instanceof Error ? error.message : String(error)));
    const end = await execute(process.execPath, ['-e', COMMAND_GUARD, '--', guard.mark, program, ...args]);
    const problem = guard.problem();
    if (problem === undefined)
        return end;
    // Only exec knows how to start the batch files of Windows (npm.cmd); such a one cannot be ended before its time.
    return process.platform === 'win32' ? execute(program, args) : problem;
}
const notStarted = (because) => ({ kind: 'not-started', because });
const STOPPED = notStarted('the run was asked to stop');
function limits({ timeout, signal }) {
    let done = () => { };
    const over = new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ kind: 'timed-out' }), timeout);
        const stop = () => resolve(STOPPED);
        signal?.addEventListener('abort', stop, { once: true });
        done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', stop);
        };
    });
    return { over, done: () => done() };
}
function pause(milliseconds) {
    let timer;
    const over = new Promise((resolve) => {
        timer = setTimeout(resolve, milliseconds);
    });
    return { over, done: () => clearTimeout(timer) };
}
/** What the guard tells, taken out of the program's own lines, and how it is told to end everything. */
function guarded({ onLine }) {
    const mark = `guard-${(0,external_node_crypto_.randomUUID)()}`;
    let pid;
    let problem;
    let mustEnd = false;
    const end = async () => {
        mustEnd = true;
        if (pid !== undefined)
            await endGuard(pid);
    };
    return {
        mark,
        end,
        problem: () => problem,
        onLine: (line) => {
            if (!line.startsWith(mark))
                return onLine(line);
            const said = line.slice(mark.length + 1);
            if (said.startsWith('failed '))
                problem = notStarted(said.slice('failed '.length));
            else
                pid = Number(said);
            if (mustEnd)
                void end();
        },
    };
}
/** Windows has no signals: there the whole tree is ended from outside. */
async function endGuard(pid) {
    if (process.platform === 'win32') {
        const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 81260));
        const tree = ['/pid', String(pid), '/t', '/f'];
        await exec('taskkill', tree, { silent: true, ignoreReturnCode: true }).catch(() => undefined);
        return;
    }
    try {
        process.kill(pid, 'SIGTERM');
    }
    catch {
        // It has ended by itself meanwhile.
    }
}
const variablesOf = (env, more) => Object.fromEntries(Object.entries({ ...env, ...more }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
/** exec splits its first argument as a command line: a path with spaces stays one word in quotes. */
const quoted = (program) => (/\s/.test(program) ? `"${program}"` : program);
//# sourceMappingURL=commands.js.map

/***/ })

};

//# sourceMappingURL=7476.index.js.map