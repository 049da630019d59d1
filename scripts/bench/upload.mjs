/** A 480 MB bundle: throughput beside `aws s3 cp` to the same simulator, and the action's peak memory. */
import { createHash, randomFillSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import { exists, mb, median, run, simulator } from './measure.mjs';

const BYTES = 480 * 1024 * 1024;
const ROUNDS = 3;

export async function upload({ directory, node, action }) {
  const workspace = join(directory, 'upload');
  await mkdir(workspace, { recursive: true });
  const path = join(workspace, 'bundle.zip');
  await bigBundle(path);
  const service = await simulator(node, [
    '--speed',
    '600',
    '--runtime',
    'virtual',
    '--data',
    join(directory, 'upload-data'),
  ]);
  try {
    await fetch(new URL('/_simulator/seed', service.endpoint), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        environments: [
          {
            application: 'shop',
            name: 'shop-prod',
            instances: 2,
            loadBalancer: 'application',
            enhancedHealth: true,
            versionLabel: 'v0',
          },
        ],
      }),
    });
    const ours = [];
    const theirs = [];
    let peak = 0;
    const cli = await exists('aws');
    for (let round = 0; round < ROUNDS; round += 1) {
      const runner = join(directory, `runner-${round}`);
      await mkdir(runner, { recursive: true });
      const result = await run(node, [action], {
        cwd: workspace,
        env: inputs(service, workspace, runner, `big-${round}`),
      });
      if (result.code !== 0) throw new Error(`the action failed:\n${result.out.slice(-3000)}`);
      ours.push((await publishTook(runner)) / 1000);
      peak = Math.max(peak, result.peak ?? 0);
      if (cli)
        theirs.push(
          (
            await run(
              'aws',
              [
                's3',
                'cp',
                path,
                `s3://elasticbeanstalk-eu-west-1-123456789012/bench-${round}.zip`,
                '--only-show-errors',
              ],
              { env: service.env },
            )
          ).took / 1000,
        );
    }
    const rate = (times) => BYTES / 1024 / 1024 / median(times);
    const rows = [
      { figure: 'peak memory, 480 MB bundle', ours: mb(peak), bar: '< 200 MB', met: peak < 200 * 1024 * 1024 },
    ];
    const row = { figure: 'upload of 480 MB', ours: `${rate(ours).toFixed(0)} MB/s` };
    if (!cli) return [...rows, { ...row, note: 'aws is not on the PATH: nothing to compare with' }];
    const ratio = rate(ours) / rate(theirs);
    return [
      ...rows,
      {
        ...row,
        beside: `aws s3 cp ${rate(theirs).toFixed(0)} MB/s`,
        ratio: ratio.toFixed(2),
        bar: '≥ 0.8',
        met: ratio >= 0.8,
      },
    ];
  } finally {
    await service.stop();
  }
}

function inputs(service, workspace, directory, label) {
  return {
    ...service.env,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: directory,
    'INPUT_AWS-REGION': 'eu-west-1',
    'INPUT_APPLICATION-NAME': 'shop',
    'INPUT_ENVIRONMENT-NAME': 'shop-prod',
    'INPUT_DEPLOYMENT-PACKAGE-PATH': 'bundle.zip',
    'INPUT_VERSION-LABEL': `${label}-${createHash('sha256').update(label).digest('hex').slice(0, 4)}`,
    'INPUT_WAIT-FOR-DEPLOYMENT': 'false',
  };
}

/** Random bytes, stored: what a bundle of compressed artefacts looks like. */
async function bigBundle(path) {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('web: node server.js\n'), 'Procfile', { mtime: new Date(Date.UTC(2020, 0, 1)) });
  const block = randomFillSync(Buffer.alloc(1024 * 1024));
  let left = BYTES / block.length;
  const stream = Readable.from(
    (function* () {
      for (; left > 0; left -= 1) yield block;
    })(),
    { objectMode: false },
  );
  zip.addReadStream(stream, 'assets.bin', { compress: false, mtime: new Date(Date.UTC(2020, 0, 1)) });
  zip.end();
  await new Promise((resolve, reject) =>
    zip.outputStream.pipe(createWriteStream(path)).once('close', resolve).once('error', reject),
  );
}

/** Milliseconds of the step that uploads, from the action's own report: the rest of the run is not an upload. */
async function publishTook(runner) {
  const name = (await readdir(runner)).find((file) => file.endsWith('.json'));
  const report = await readFile(join(runner, name ?? ''), 'utf8');
  const ended = /"type":\s*"step-ended"[\s\S]*?"kind":\s*"publish-version"[\s\S]*?"took":\s*([\d.]+)/.exec(report);
  if (ended === null) throw new Error('the report has no upload step');
  return Number(ended[1]);
}
