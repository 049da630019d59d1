/** A run in which every text that others write is given, told through the real `Report` to a runner that remembers. */
import type { Decision, SideFigures } from '../../src/domain/judgement.js';
import type { Plan, Step } from '../../src/domain/plan.js';
import type { ProgressMessage } from '../../src/domain/progress.js';
import { minutes } from '../../src/domain/time.js';
import { Report } from '../../src/report/report.js';
import { ROLLBACK_WORKFLOW } from '../support/page-runs.js';
import { event, instance, outcome, plan, START, settings, snapshot } from './given.js';
import { outside } from './outside.js';

/** Where foreign texts come from. */
export const CARRIERS = [
  'event message',
  'log tail',
  'version label',
  'CNAME',
  'environment name',
  'cause',
  'branch',
  'excluded path',
] as const;
export type Carrier = (typeof CARRIERS)[number];

const PLAIN: Readonly<Record<Carrier, string>> = {
  'event message': 'Something has happened.',
  'log tail': 'boom',
  'version label': 'v2',
  CNAME: 'shop-prod.eu-west-1.elasticbeanstalk.com',
  'environment name': 'shop-prod',
  cause: 'Application crashed.',
  branch: 'main',
  'excluded path': '.env',
};

const problem = (what: string) => ({ code: 'split-fleet', blame: 'aws', what, hint: `Look at it: ${what}` }) as const;

function planOf(texts: Readonly<Record<Carrier, string>>): Plan {
  const live = { id: 'e-abcdefghij', name: texts['environment name'] };
  const idle = { id: 'e-klmnopqrst', name: `${texts['environment name']}-idle` };
  const steps: readonly Step[] = [
    {
      kind: 'update',
      environment: idle,
      purpose: 'deploy',
      versionLabel: texts['version label'],
      options: [],
      removeOptions: [],
    },
    {
      kind: 'settle',
      environment: idle,
      expects: {
        versionLabel: texts['version label'],
        options: [],
        removedOptions: [],
        enhancedHealth: true,
        instances: 2,
        raisesDeploymentId: true,
      },
      expectedDuration: minutes(5),
    },
    { kind: 'swap', from: live, to: idle, productionCname: texts.CNAME },
  ];
  return plan({
    environment: live,
    versionLabel: texts['version label'],
    steps,
    warnings: [`Beware of ${texts.branch}`],
  });
}

function figures(errors: number): SideFigures {
  const windows = [errors, 2 * errors].map((errors5xx, minute) => ({
    at: START + minutes(minute),
    requests: 100,
    errors5xx,
    p99: 80 + errors5xx,
  }));
  const span = { from: START, to: START + minutes(2) };
  return { ...span, source: 'load-balancer', windows, requests: 200, errors5xx: 3 * errors, slower: [] };
}

function decision(weight: number, text: string): Decision {
  const finding = { result: 'inconclusive', why: `the alarm ${text} has no data` } as const;
  return {
    ...{ at: START + minutes(2), step: 1, steps: 2, look: 2, weight, measuredShare: 50 },
    figures: { stable: figures(1), canary: figures(5) },
    findings: [{ rule: 'alarms', finding }],
    ...{ finding, result: 'extend', why: finding.why },
  };
}

function told(texts: Readonly<Record<Carrier, string>>): readonly ProgressMessage[] {
  const [update, settle, swap] = planOf(texts).steps;
  if (update === undefined || settle === undefined || swap === undefined) throw new Error('no steps');
  const label = texts['version label'];
  const runs = (count: number) => [
    instance('i-1', count > 0 ? label : 'v1', { causes: [texts.cause] }),
    instance('i-2', count > 1 ? label : 'v1'),
  ];
  return [
    { type: 'notice', text: `The branch is ${texts.branch}.` },
    {
      type: 'bundle-entry-summary',
      included: 1,
      bytes: 1,
      excluded: [{ path: texts['excluded path'], rule: texts.branch }],
    },
    { type: 'warning', problem: problem(texts.cause) },
    {
      type: 'candidates',
      candidates: [
        { label, verdict: 'proven', bundle: 'present', runs: false, comment: texts.branch, commit: texts.branch },
      ],
    },
    { type: 'step-started', index: 0, count: 3, step: update },
    { type: 'step-ended', index: 0, count: 3, step: update, end: 'done', took: 5_000 },
    { type: 'step-started', index: 1, count: 3, step: settle },
    { type: 'instances', instances: runs(0) },
    { type: 'event-seen', event: event(texts['event message'], { environmentName: texts['environment name'] }) },
    { type: 'event-seen', event: event(texts['event message'], { severity: 'ERROR', environmentName: 'other' }) },
    {
      type: 'view',
      environment: 'shop-prod',
      view: { status: 'Updating', batch: { current: 1, total: 2 }, updated: { done: 1, total: 2 }, wantedLabel: label },
      elapsed: 1,
    },
    { type: 'instances', instances: runs(1) },
    { type: 'decision', decision: decision(5, texts.cause) },
    { type: 'decision', decision: decision(50, texts['environment name']) },
    {
      type: 'view',
      environment: 'shop-prod',
      view: { status: 'Updating', batch: { current: 2, total: 2 }, wantedLabel: label },
      elapsed: 2,
    },
    { type: 'instances', instances: runs(2) },
    { type: 'look-failed', problem: problem(texts.cause), inARow: 2 },
    { type: 'waiting-for-environment', environment: texts['environment name'], status: 'Updating', waited: 1 },
    { type: 'step-ended', index: 1, count: 3, step: settle, end: 'done', took: 60_000 },
    { type: 'step-started', index: 2, count: 3, step: swap },
    {
      type: 'traffic-moved',
      sides: { productionCname: texts.CNAME, live: { id: 'e-1', name: texts['environment name'] } },
    },
    { type: 'step-ended', index: 2, count: 3, step: swap, end: 'done', took: 5_000 },
  ];
}

/** Everything that leaves the program. */
export interface Told {
  readonly lines: readonly string[];
  readonly annotations: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: string;
}

/** Tells a failed rollout over two environments, with these texts in place of plain ones. */
export async function tellAll(hostile: Partial<Record<Carrier, string>> = {}): Promise<Told> {
  const texts = { ...PLAIN, ...hostile };
  const world = outside({
    host: {
      run: {
        workspace: '/w',
        temporary: '/tmp',
        debug: false,
        serverUrl: 'https://github.com',
        repository: 'acme/shop',
        ref: `refs/heads/${texts.branch}`,
        actionRepository: 'o/r',
        actionRef: 'v1',
      },
    },
  });
  const files = { ...world.files, list: async () => ['rollback.yml'], readText: async () => ROLLBACK_WORKFLOW };
  const report = new Report({ ...world, files });
  const given = snapshot();
  report.learn({ settings: settings({ environmentName: texts['environment name'] }) });
  report.learn({
    snapshot: {
      ...given,
      target: {
        ...given.target,
        environment: { ...given.target.environment, name: texts['environment name'], cname: texts.CNAME },
      },
    },
    plan: planOf(texts),
  });
  for (const message of told(texts)) {
    await world.clock.sleep(20_000);
    report.say(message);
  }
  const [live, idle] = [
    { id: 'e-klmnopqrst', name: 'idle' },
    { id: 'e-abcdefghij', name: texts['environment name'] },
  ];
  await report.conclude(
    outcome({
      state: 'failed',
      reason: `The instances run ${texts['version label']}; ${texts.cause}`,
      problem: problem(texts.cause),
      restored: 'failed',
      stillRunning: [`An update of ${texts['environment name']} runs.`],
      sides: { productionCname: texts.CNAME, live, idle },
      evidence: {
        environmentCauses: [texts.cause],
        instances: [instance('i-1', texts['version label'], { causes: [texts.cause] }), instance('i-2', 'v1')],
        logs: [{ source: `i-1/${texts.branch}`, lines: texts['log tail'].split('\n'), truncated: false }],
        gaps: [`Not read: ${texts.cause}`],
      },
    }),
  );
  return {
    lines: world.lines,
    annotations: world.annotations,
    outputs: world.outputs,
    summary: world.summaryText,
    report: [...world.written.values()].at(-1) ?? '',
  };
}
