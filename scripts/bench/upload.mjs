/** Bundles of 10 and 480 MB: throughput beside `aws s3 cp` to the same simulator, and the action's peak memory. */
import { createHash, randomFillSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import { exists, mb, median, run, simulator } from './measure.mjs';

const MB = 1024 * 1024;
const SIZES = [10, 480];
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

export async function upload({ directory, node, action }) {
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
    const cli = await exists('aws');
    const rows = [];
    for (const size of SIZES) rows.push(...(await uploadOf(size, { directory, node, action, service, cli })));
    return rows;
  } finally {
    await service.stop();
  }
}

async function uploadOf(size, { directory, node, action, service, cli }) {
  const workspace = join(directory, `upload-${size}`);
  await mkdir(workspace, { recursive: true });
  const path = join(workspace, 'bundle.zip');
  await bigBundle(path, size * MB);
  const ours = [];
  const theirs = [];
  // Ours is the step that uploads; of theirs the start, which loads Python, does not count either.
  const start = cli ? (await run('aws', ['--version'])).took : 0;
  let peak = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const runner = join(directory, `runner-${size}-${round}`);
    await mkdir(runner, { recursive: true });
    const env = inputs(service, workspace, runner, `big-${size}-${round}`);
    const result = await run(node, [action], { cwd: workspace, env });
    if (result.code !== 0) throw new Error(`the action failed:\n${result.out.slice(-3000)}`);
    ours.push((await publishTook(runner)) / 1_000);
    peak = Math.max(peak, result.peak ?? 0);
    const to = `s3://elasticbeanstalk-eu-west-1-123456789012/bench-${size}-${round}.zip`;
    if (cli)
      theirs.push(
        ((await run('aws', ['s3', 'cp', path, to, '--only-show-errors'], { env: service.env })).took - start) / 1_000,
      );
  }
  const rate = (times) => size / median(times);
  const memory = { figure: `peak memory, ${size} MB bundle`, ours: mb(peak), bar: '≤ 150 MB', met: peak <= 150 * MB };
  const row = { figure: `upload of ${size} MB`, ours: `${rate(ours).toFixed(0)} MB/s` };
  if (!cli) return [memory, { ...row, note: 'aws is not on the PATH: nothing to compare with' }];
  const ratio = rate(ours) / rate(theirs);
  const beside = `aws s3 cp ${rate(theirs).toFixed(0)} MB/s`;
  return [memory, { ...row, beside, ratio: ratio.toFixed(2), bar: '≥ 0.9', met: ratio >= 0.9 }];
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
async function bigBundle(path, bytes) {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('web: node server.js\n'), 'Procfile', { mtime: new Date(Date.UTC(2020, 0, 1)) });
  const block = randomFillSync(Buffer.alloc(1024 * 1024));
  let left = bytes / block.length;
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
