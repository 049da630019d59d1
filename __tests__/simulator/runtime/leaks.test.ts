import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Guardian } from '../../../src/simulator/runtime/guardian.js';
import { ProcessGroup } from '../../../src/simulator/runtime/process-group.js';
import { portsOf, processesWith, Stand, uniqueMark, until, webBundle } from '../../support/process-runtime.js';

const support = (name: string): string => fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket.on('connect', () => answer(true));
    socket.on('error', () => answer(false));
  });

// Ports are found by /proc.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('a simulator that ends', () => {
  let directory: string;
  let mark: string;
  let simulator: ChildProcess;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'leaks-'));
    mark = `MARK=${uniqueMark()}`;
    const arguments_ = [
      '--import',
      support('run-typescript.mjs'),
      support('runtime-child.ts'),
      directory,
      mark.slice(5),
    ];
    simulator = spawn(process.execPath, arguments_, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH ?? '' },
    });
    const [line] = await once(createInterface({ input: simulator.stdout ?? process.stdin }), 'line');
    expect(line).toMatch(/^ready http/);
  });
  afterEach(async () => {
    simulator.kill('SIGKILL');
    for (const pid of await processesWith(mark)) process.kill(pid, 'SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  const nothingLeft = async (ports: readonly number[]): Promise<true | undefined> => {
    if ((await processesWith(mark)).length > 0) return undefined;
    return (await Promise.all(ports.map(listens))).includes(true) ? undefined : true;
  };

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s leaves no process and no port behind within two seconds',
    async (signal) => {
      const processes = await processesWith(mark);
      // good: server and worker; crashing: what it left running; wandering: server and daemon; hanging: a hook.
      expect(processes.length).toBeGreaterThanOrEqual(6);
      const ports = await portsOf([...processes, simulator.pid ?? 0]);
      expect(ports.length).toBeGreaterThanOrEqual(4);
      simulator.kill(signal);
      await once(simulator, 'exit');
      const endedAt = performance.now();
      await until(() => nothingLeft(ports), 4_000);
      expect(performance.now() - endedAt).toBeLessThan(2_000);
    },
  );
});

describeOnLinux('closing a runtime', () => {
  const mark = uniqueMark();

  it('ends every process, closes every port and removes what it wrote', async () => {
    const stand = await Stand.open();
    await stand.version('v1', webBundle('v1'));
    await stand.version('bad', { Procfile: 'web: exit 1' });
    stand.launch('i-1', 'i-2');
    stand.runtime.openEntrance('e-one', 'load-balancer');
    stand.route(['i-1', 'i-2']);
    await stand.run('i-1', 'v1', { environmentVariables: { MARK: mark } });
    await stand.run('i-2', 'bad', { environmentVariables: { MARK: mark } });
    const proxyPort = Number(new URL(stand.runtime.proxyUrl).port);
    const ports = await portsOf([...(await processesWith(mark)), process.pid]);
    expect(ports).toContain(proxyPort);
    expect(ports.length).toBeGreaterThanOrEqual(3);
    await stand.runtime.close();
    expect(await processesWith(mark)).toEqual([]);
    expect(await Promise.all(ports.map(listens))).toEqual(ports.map(() => false));
    expect(await readdir(join(stand.directory, 'data', 'instances'))).toEqual([]);
    await stand.close();
  });

  it('ends a deployment that hangs', async () => {
    const stand = await Stand.open();
    const hook = { text: '#!/bin/sh\nsleep 1000\n', mode: 0o755 };
    await stand.version('hanging', { ...webBundle('v1'), '.platform/hooks/prebuild/01.sh': hook });
    stand.launch('i-1');
    stand.runtime.command('i-1', {
      kind: 'deploy',
      deploymentId: 1,
      versionLabel: 'hanging',
      bundle: { bucket: 'bucket', key: 'hanging' },
      environmentVariables: { MARK: mark },
      ordinal: 0,
    });
    await until(async () => ((await processesWith(mark)).length > 0 ? true : undefined));
    const began = performance.now();
    await stand.runtime.close();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await processesWith(mark)).toEqual([]);
    await stand.close();
  });
});

describe('the guardian', () => {
  it('is replaced when somebody kills it, and still knows every group', async () => {
    const [guardianMark, groupMark] = [uniqueMark(), uniqueMark()];
    const guardian = new Guardian(guardianMark);
    const environment = { PATH: process.env.PATH ?? '', MARK: groupMark };
    const group = new ProcessGroup(
      { command: ['/bin/sh', '-c', 'sleep 1000'], cwd: '/', environment, onLine: () => {} },
      guardian,
    );
    await until(async () => ((await processesWith(groupMark)).length > 0 ? true : undefined));
    const guardians = await processesWith(`beanstalk-guardian ${guardianMark}`);
    expect(guardians).toHaveLength(1);
    process.kill(guardians[0] ?? 0, 'SIGKILL');
    await until(() => {
      try {
        process.kill(guardians[0] ?? 0, 0);
        return undefined;
      } catch {
        return true;
      }
    });
    await guardian.close();
    const left = await processesWith(groupMark);
    await group.stop(0);
    expect(left).toEqual([]);
  });
});
