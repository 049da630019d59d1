import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandState } from '../../../src/simulator/runtime/runtime.js';
import { type BundleFiles, processesWith, Stand, uniqueMark, until, webBundle } from '../../support/process-runtime.js';

const URL_OF_ONE = 'http://one.us-east-1.elasticbeanstalk.com/';
let stand: Stand;
let mark: string;

beforeEach(async () => {
  mark = uniqueMark();
  stand = await Stand.open();
  stand.launch('i-1');
  stand.runtime.openEntrance('e-one', 'single-instance');
  stand.runtime.pointName('one.us-east-1.elasticbeanstalk.com', 'e-one');
  stand.route(['i-1']);
});
afterEach(() => stand.close());

const failed = (state: CommandState): Extract<CommandState, { state: 'failed' }> => {
  if (state.state !== 'failed') throw new Error(`the command ${state.state}`);
  return state;
};

describe('deploying a version to an instance', () => {
  it('starts the web process of the Procfile with PORT and the environment properties', async () => {
    await stand.version('v1', webBundle('v1'));
    const state = await stand.run('i-1', 'v1', { environmentVariables: { GREETING: 'hello' } });
    expect(state).toEqual({
      state: 'succeeded',
      notes: ["Instance deployment used the commands in your 'Procfile' to initiate startup of your application."],
    });
    const answer = JSON.parse((await stand.ask(URL_OF_ONE)).body);
    expect(answer).toMatchObject({
      version: 'v1',
      instance: 'i-1',
      env: { GREETING: 'hello', NODE_ENV: 'production' },
    });
    expect(Object.keys(answer.env)).not.toContain('NODE_OPTIONS');
  });

  it('replaces the running version and leaves no process of the old one', async () => {
    await stand.version('v1', webBundle('v1'));
    await stand.version('v2', webBundle('v2'));
    await stand.run('i-1', 'v1', { environmentVariables: { MARK: mark } });
    expect(await processesWith(mark)).not.toEqual([]);
    await stand.run('i-1', 'v2');
    expect((await stand.ask(URL_OF_ONE)).version).toBe('v2');
    expect(await processesWith(mark)).toEqual([]);
  });

  it('runs the sample application where there is no bundle', async () => {
    expect((await stand.run('i-1', undefined)).state).toBe('succeeded');
    expect((await stand.ask(URL_OF_ONE)).body).toContain('Congratulations');
  });

  it('gives a restarted application its new properties without a new bundle', async () => {
    await stand.version('v1', webBundle('v1'));
    await stand.run('i-1', 'v1', { environmentVariables: { COLOUR: 'red' } });
    const state = await stand.run('i-1', 'v1', { kind: 'configure', environmentVariables: { COLOUR: 'blue' } });
    expect(state.state).toBe('succeeded');
    expect(JSON.parse((await stand.ask(URL_OF_ONE)).body).env.COLOUR).toBe('blue');
  });

  it('fails when the application ends before it listens, with its own words in the log', async () => {
    await stand.version('bad', {
      Procfile: 'web: node server.js',
      'server.js': 'console.error("no DATABASE_URL"); process.exit(3)',
    });
    const state = failed(await stand.run('i-1', 'bad'));
    expect(state).toMatchObject({ returnCode: 1, output: 'Engine execution has encountered an error.' });
    expect(state.log).toContain('no DATABASE_URL');
    expect(state.log).toContain("the process 'web' ended with exit status 3");
    expect(stand.runtime.logTail('i-1')).toContain('no DATABASE_URL');
    expect((await stand.ask(URL_OF_ONE)).status).toBe(502);
    await until(() =>
      stand.runtime.vitals('i-1', Date.now()).causes.find((cause) => cause.includes('not running: web')),
    );
  });

  it('keeps the old version running when a predeploy hook fails', async () => {
    await stand.version('v1', webBundle('v1'));
    await stand.version('v2', {
      ...webBundle('v2'),
      '.platform/hooks/predeploy/01_stop.sh': { text: '#!/bin/sh\necho migration failed >&2\nexit 4\n', mode: 0o755 },
    });
    await stand.run('i-1', 'v1');
    const { log } = failed(await stand.run('i-1', 'v2'));
    expect(log).toContain(
      'Command .platform/hooks/predeploy/01_stop.sh failed with error exit status 4. Stderr:migration failed',
    );
    expect((await stand.ask(URL_OF_ONE)).version).toBe('v1');
  });

  it('runs hooks in order, each in its phase, with the properties', async () => {
    const hook = (name: string): { text: string; mode: number } => ({
      text: `#!/bin/sh\necho "ran ${name} $COLOUR"\n`,
      mode: 0o755,
    });
    await stand.version('v1', {
      ...webBundle('v1'),
      '.platform/hooks/postdeploy/01_d.sh': hook('d'),
      '.platform/hooks/predeploy/02_c.sh': hook('c'),
      '.platform/hooks/predeploy/01_b.sh': hook('b'),
      '.platform/hooks/prebuild/01_a.sh': hook('a'),
    });
    expect((await stand.run('i-1', 'v1', { environmentVariables: { COLOUR: 'red' } })).state).toBe('succeeded');
    const order = [...stand.runtime.logTail('i-1').matchAll(/ran (\w) red/g)].map(([, name]) => name);
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  const refusals: readonly [string, BundleFiles, string][] = [
    [
      'a hook that is not executable',
      { '.platform/hooks/prebuild/01.sh': { text: '#!/bin/sh\n', mode: 0o644 } },
      'fork/exec .platform/hooks/prebuild/01.sh: permission denied',
    ],
    [
      'a hook with Windows line ends',
      { '.platform/hooks/prebuild/01.sh': { text: '#!/bin/sh\r\necho\r\n', mode: 0o755 } },
      'fork/exec .platform/hooks/prebuild/01.sh: no such file or directory',
    ],
    [
      'a hook without an interpreter',
      { '.platform/hooks/prebuild/01.sh': { text: 'echo hello\n', mode: 0o755 } },
      'fork/exec .platform/hooks/prebuild/01.sh: exec format error',
    ],
    ['a Procfile that is none', { Procfile: 'start the server' }, 'Procfile could not be parsed'],
    [
      'dependencies that are not in the bundle',
      { 'package.json': '{"dependencies":{"express":"5"}}' },
      "'express' is not in the bundle",
    ],
  ];
  it.each(refusals)('fails for %s and says why', async (_what, files, reason) => {
    await stand.version('bad', { ...webBundle('bad'), ...files });
    expect(failed(await stand.run('i-1', 'bad')).log).toContain(reason);
    expect(stand.runtime.vitals('i-1', Date.now())).toMatchObject({ reporting: true, passing: false });
  });

  it('fails as the Node.js platform does when nothing says how to start', async () => {
    await stand.version('bad', { 'index.html': 'hello' });
    expect(failed(await stand.run('i-1', 'bad')).notes?.[0]).toContain("failed to generate a 'Procfile' for Node.js");
  });

  it('fails when the bundle is not there or is no archive', async () => {
    expect(failed(await stand.run('i-1', 'missing')).log).toContain('s3://bucket/missing: no such key');
    await stand.version('v1', webBundle('v1'));
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${stand.directory}/v1.zip`, 'this is not a zip');
    expect(failed(await stand.run('i-1', 'v1')).log).toContain('failed to extract source bundle');
  });

  it('deploys a working version over a broken one', async () => {
    await stand.version('bad', { Procfile: 'web: node server.js', 'server.js': 'process.exit(1)' });
    await stand.version('good', webBundle('good'));
    await stand.run('i-1', 'bad');
    expect((await stand.run('i-1', 'good')).state).toBe('succeeded');
    expect((await stand.ask(URL_OF_ONE)).version).toBe('good');
  });
});

describe('a running application', () => {
  it('is started again after a crash, and its requests fail meanwhile', async () => {
    const server = `
      const server = require('node:http').createServer((request, response) => {
        if (request.url === '/crash') process.exit(1);
        response.end(String(process.pid));
      });
      server.listen(Number(process.env.PORT));`;
    await stand.version('v1', { Procfile: 'web: node server.js', 'server.js': server });
    await stand.run('i-1', 'v1');
    const first = (await stand.ask(URL_OF_ONE)).body;
    expect((await stand.ask(`${URL_OF_ONE}crash`)).status).toBe(502);
    expect((await stand.ask(URL_OF_ONE)).status).toBe(502);
    const second = await until(async () => {
      const { status, body } = await stand.ask(URL_OF_ONE);
      return status === 200 ? body : undefined;
    });
    expect(second).not.toBe(first);
    expect(stand.runtime.logTail('i-1')).toContain('Main process exited, code=exited, status=1');
  });

  it('is killed when it ignores the wish to end', async () => {
    const stubborn = `process.on('SIGTERM', () => {}); require('node:http').createServer((q, r) => r.end('old')).listen(Number(process.env.PORT));`;
    await stand.version('v1', { Procfile: 'web: node server.js', 'server.js': stubborn });
    await stand.version('v2', webBundle('v2'));
    await stand.run('i-1', 'v1');
    await stand.run('i-1', 'v2');
    expect((await stand.ask(URL_OF_ONE)).version).toBe('v2');
  });

  it('has its other processes started and stopped with it', async () => {
    await stand.version('v1', {
      ...webBundle('v1'),
      Procfile: 'web: node server.js\nworker: echo at work; sleep 1000\n',
    });
    await stand.run('i-1', 'v1', { environmentVariables: { MARK: mark } });
    await until(() => stand.runtime.logTail('i-1').includes('worker: at work') || undefined);
    expect(await processesWith(mark)).not.toEqual([]);
    stand.runtime.terminate('i-1');
    await stand.runtime.close();
    expect(await processesWith(mark)).toEqual([]);
  });

  it('tells its health: not known before the first command, passing once it answers', async () => {
    expect(stand.runtime.vitals('i-1', Date.now())).toMatchObject({ reporting: false, passing: undefined });
    await stand.version('v1', webBundle('v1'));
    await stand.run('i-1', 'v1');
    await until(() => stand.runtime.vitals('i-1', Date.now()).passing);
    expect(stand.runtime.vitals('i-1', Date.now()).reporting).toBe(true);
  });
});
