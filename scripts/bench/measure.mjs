/** Shared measuring: processes timed as a whole, peak memory, medians, and a simulator to measure against. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const mb = (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** Runs a command to its end, with this environment beside the own one (`clean`: alone). `endedAt`: wall time. `peak` is the process's own VmHWM in bytes, sampled (Linux only, else undefined). */
export function run(command, args, { env = {}, cwd = root, clean = false } = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, {
      cwd,
      env: clean ? env : { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let peak;
    const sample = () => {
      try {
        const text = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        const kilobytes = /VmHWM:\s+(\d+)/.exec(text)?.[1];
        if (kilobytes !== undefined) peak = Math.max(peak ?? 0, Number(kilobytes) * 1024);
      } catch {
        // Not Linux, or the process has just ended.
      }
    };
    const timer = setInterval(sample, 20);
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      out += chunk;
    });
    child.once('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearInterval(timer);
      resolve({ code, out, peak, took: performance.now() - began, endedAt: Date.now() });
    });
  });
}

/** Whether a command exists on the PATH. */
export async function exists(command) {
  return run(command, ['--version']).then(
    (result) => result.code === 0,
    () => false,
  );
}

/** The simulator as its users start it; `stop` ends it. */
export async function simulator(node, args) {
  const child = spawn(
    node,
    [`${root}/lib/simulator/serve.js`, '--port', '0', '--region', 'eu-west-1', '--stop-with-parent', ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const env = {};
  let text = '';
  const endpoint = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      for (const [, name, value] of text.matchAll(/^export (\w+)=(.*)$/gm))
        env[name] = value.replace(/^['"]|['"]$/g, '');
      const ready = /^ready (\S+)$/m.exec(text)?.[1];
      if (ready !== undefined && env.AWS_ENDPOINT_URL !== undefined && env.AWS_SECRET_ACCESS_KEY !== undefined)
        resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code}: ${text}`)));
  });
  return {
    endpoint,
    pid: child.pid,
    env: { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', ...env },
    peak: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}
