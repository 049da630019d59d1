/** A process with a runtime in it that some test will kill: deploys a good, a crashing and a wandering application. */
import { join } from 'node:path';
import { seededRandom } from '../../src/simulator/random.js';
import { createProcessRuntime } from '../../src/simulator/runtime/processes.js';
import { webServer, writeBundle } from './process-runtime.js';

const [directory = '', mark = ''] = process.argv.slice(2);
const bundles = new Map([
  [
    'good',
    await writeBundle(join(directory, 'good.zip'), {
      Procfile: 'web: node server.js\nworker: sleep 1000',
      'server.js': webServer('good'),
    }),
  ],
  ['crashing', await writeBundle(join(directory, 'crashing.zip'), { Procfile: 'web: sleep 1000 & exit 1' })],
  [
    // Its child leaves the process group and the parent.
    'wandering',
    await writeBundle(join(directory, 'wandering.zip'), {
      Procfile: 'web: node server.js',
      'server.js': `require('node:child_process').spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref();\n${webServer('wandering')}`,
    }),
  ],
  [
    'hanging',
    await writeBundle(join(directory, 'hanging.zip'), {
      Procfile: 'web: node server.js',
      '.platform/hooks/predeploy/01.sh': { text: '#!/bin/sh\nsleep 1000\n', mode: 0o755 },
    }),
  ],
]);
const runtime = await createProcessRuntime({
  objects: { file: (_bucket, key) => bundles.get(key) },
  clock: { now: () => Date.now() },
  random: seededRandom(1),
  dataDirectory: join(directory, 'data'),
  log: () => {},
  region: 'us-east-1',
  speed: 60,
});
const labels = [...bundles.keys()];
for (const label of labels) {
  runtime.launch({ instanceId: `i-${label}`, environmentId: 'e-1', environmentName: 'one' });
  const bundle = { bucket: 'bucket', key: label };
  runtime.command(`i-${label}`, {
    kind: 'deploy',
    deploymentId: 1,
    versionLabel: label,
    bundle,
    environmentVariables: { MARK: mark },
    ordinal: 0,
  });
}
runtime.openEntrance('e-1', 'load-balancer');
const look = setInterval(() => {
  const states = labels.map((label) => runtime.commandState(`i-${label}`).state);
  if (states.join() !== 'succeeded,failed,succeeded,running') return;
  clearInterval(look);
  console.log(`ready ${runtime.proxyUrl}`);
}, 50);
process.on('SIGTERM', () => void runtime.close().then(() => process.exit(0)));
