/** A web environment, then two workers side by side, with one version; then a release that the workers cannot run. */
import { endingOf, runStep, type StepResult, shownLines } from '../runner.js';
import { APPLICATION, ENVIRONMENT, inputs, workspaceOf } from '../shop.js';
import type { Stage, Story } from '../story.js';
import { alignedTable } from '../table.js';

const WORKERS = [`${APPLICATION}-mail`, `${APPLICATION}-pdf`] as const;

const WAVES = `
- name: ${ENVIRONMENT}
  strategy: rolling
  batch-size: 50%
- - name: ${WORKERS[0]}
  - name: ${WORKERS[1]}
    environment-variables: {QUEUE: pdf}
`;

interface Result {
  readonly environment: string;
  readonly wave: number;
  readonly state: string;
  readonly version: string;
  readonly previousVersion: string;
  readonly restored: string;
}

export const several: Story = {
  name: 'several',
  summary: 'One version for a web environment and two workers, wave after wave; a bad one is put back everywhere.',
  async play(stage) {
    await open(stage);
    const good = await deploy(stage, 'v1', {});
    stage.say(
      'The next release fails in the second wave, and `on-wave-failure: rollback-all` puts the first one back.',
    );
    await stage.simulator.post('/_simulator/scenario', {
      faults: [{ kind: 'aborted-by-someone', environment: WORKERS[0], afterSeconds: 20 }],
    });
    const bad = await deploy(stage, 'v2', { 'on-wave-failure': 'rollback-all' });
    const labels = await labelsOf(stage);
    return {
      broken: [
        ...expectation('v1', good.outputs.outcome === 'succeeded', `ended in ${good.outputs.outcome}`),
        ...expectation('v1', uploads(good) === 1, `was uploaded ${uploads(good)} times`),
        ...expectation('v2', bad.outputs.outcome === 'failed', `ended in ${bad.outputs.outcome}`),
        ...expectation('v2', bad.exitCode === 1, `ended with ${endingOf(bad)}`),
        ...Object.entries(labels).flatMap(([name, label]) =>
          label === 'v1' ? [] : [`${name} runs ${label ?? 'nothing'} at the end, not v1.`],
        ),
      ],
      rows: [],
      charts: [],
      excerpts: [
        { title: 'Three environments, one version', lines: shownLines(good.lines) },
        { title: 'A failure in the second wave', lines: shownLines(bad.lines) },
      ],
    };
  },
};

const expectation = (release: string, holds: boolean, otherwise: string): readonly string[] =>
  holds ? [] : [`The run with ${release} ${otherwise}.`];

/** Each of them tells when all of its bytes are sent. */
const uploads = ({ lines }: StepResult): number => lines.filter((line) => /uploaded .*\(100 %\)/.test(line)).length;

async function open(stage: Stage): Promise<void> {
  const common = { application: APPLICATION, versionLabel: 'sample', instances: 2, enhancedHealth: true };
  await stage.simulator.post('/_simulator/seed', {
    applications: [{ name: APPLICATION }],
    environments: [
      { ...common, name: ENVIRONMENT, cnamePrefix: ENVIRONMENT, loadBalancer: 'application' },
      ...WORKERS.map((name) => ({ ...common, name, tier: 'Worker' })),
    ],
  });
}

async function deploy(stage: Stage, release: string, more: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = await workspaceOf(stage, release);
  const { 'environment-name': _one, ...common } = inputs(release, more);
  const { main } = await runStep(stage.step({ workspace, inputs: { ...common, environments: WAVES } }));
  const results = JSON.parse(main.outputs['environments-result'] ?? '[]') as readonly Result[];
  const head = ['environment', 'wave', 'state', 'version', 'before', 'restored'];
  const rows = results.map((one) => [
    one.environment,
    String(one.wave),
    one.state,
    one.version,
    one.previousVersion,
    one.restored,
  ]);
  stage.say(`What the steps after it are told (outcome: ${main.outputs.outcome}, ${endingOf(main)}):`);
  for (const line of alignedTable([head, ...rows]).split('\n')) stage.say(`  ${line}`);
  return main;
}

async function labelsOf(stage: Stage): Promise<Readonly<Record<string, string | undefined>>> {
  const { environments } = (await stage.simulator.get('/_simulator/state')) as {
    readonly environments: readonly { readonly name: string; readonly versionLabel?: string }[];
  };
  return Object.fromEntries(environments.map(({ name, versionLabel }) => [name, versionLabel]));
}
