/** Builders for tests of the presentation: a record, an instance, an event, a host that remembers. */
import type { SeenEvent } from '../../src/domain/event.js';
import type { InstanceHealth } from '../../src/domain/instance.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Forecast, Plan } from '../../src/domain/plan.js';
import type { Progress } from '../../src/domain/progress.js';
import type { DeploySettings } from '../../src/domain/settings.js';
import type { Snapshot } from '../../src/domain/snapshot.js';
import type { ConfiguredStrategy } from '../../src/domain/strategy.js';
import { minutes, seconds } from '../../src/domain/time.js';
import type { AnnotationLevel, RunFacts } from '../../src/ports/host.js';
import type { RunRecord } from '../../src/report/record.js';

export const START = Date.UTC(2026, 10, 21, 9, 30, 0);

export const RUN: RunFacts = { workspace: '/w', temporary: '/tmp', debug: false, serverUrl: 'https://github.com' };

export function recordingHost() {
  const lines: string[] = [];
  const annotations: { level: AnnotationLevel; message: string; title?: string | undefined }[] = [];
  return {
    lines,
    annotations,
    run: RUN,
    line: (text: string) => void lines.push(text),
    group: (title: string) => void lines.push(`▼ ${title}`),
    endGroup: () => void lines.push('▲'),
    debug: (_text: string) => {},
    annotate: (level: AnnotationLevel, message: string, title?: string) =>
      void annotations.push({ level, message, title }),
  };
}

export const forecast = (strategy: string, over: Partial<Forecast> = {}): Forecast => ({
  strategy,
  duration: minutes(6),
  durationBasis: 'estimated',
  lowestCapacity: 3,
  capacity: 4,
  extraInstances: 0,
  extraInstanceHours: 0,
  downtime: 'none',
  versionsSideBySide: true,
  wayBack: 'Deploy the previous version.',
  refusals: [],
  ...over,
});

const ENVIRONMENT = { id: 'e-abcdefghij', name: 'shop-prod' };

export const plan = (over: Partial<Plan> = {}): Plan => ({
  operation: 'deploy',
  strategy: 'rolling',
  environment: ENVIRONMENT,
  application: 'shop',
  versionLabel: 'v2',
  bundleHash: 'c0ffee',
  steps: [
    {
      kind: 'publish-version',
      application: 'shop',
      source: {
        kind: 'bundle',
        label: 'v2',
        path: '/tmp/b.zip',
        hash: 'c0ffee',
        bytes: 12_345,
        location: { bucket: 'b', key: 'k' },
        description: '',
        reuse: { object: false, version: false },
      },
    },
    {
      kind: 'update',
      environment: ENVIRONMENT,
      purpose: 'deploy',
      versionLabel: 'v2',
      options: [
        { namespace: 'aws:elasticbeanstalk:application:environment', name: 'MODE', value: 'value-of-a-variable' },
        { namespace: 'aws:rds:dbinstance', name: 'DBPassword', value: 'hunter2hunter2' },
        { namespace: 'aws:elasticbeanstalk:command', name: 'Timeout', value: '600' },
      ],
      removeOptions: [],
    },
    {
      kind: 'settle',
      environment: ENVIRONMENT,
      expects: {
        versionLabel: 'v2',
        options: [{ namespace: 'aws:rds:dbinstance', name: 'DBPassword', value: 'hunter2hunter2' }],
        removedOptions: [],
        enhancedHealth: true,
        instances: 4,
        raisesDeploymentId: true,
      },
      expectedDuration: minutes(5),
    },
  ],
  forecast: forecast('rolling'),
  comparison: [forecast('all-at-once', { downtime: 'seconds', lowestCapacity: 0 }), forecast('rolling')],
  warnings: [],
  timeout: minutes(30),
  ...over,
});

export const instance = (id: string, label: string, over: Partial<InstanceHealth> = {}): InstanceHealth => ({
  id,
  status: 'Ok',
  color: 'Green',
  causes: [],
  deployment: { versionLabel: label, id: 7, status: 'Deployed' },
  ...over,
});

export const outcome = (over: Partial<Outcome> = {}): Outcome => ({
  state: 'succeeded',
  reason: 'shop-prod runs v2 on all 4 instances.',
  proof: 'instances',
  restored: 'not-needed',
  stillRunning: [],
  ...over,
});

const STRATEGY: ConfiguredStrategy = {
  name: 'rolling',
  refuses: () => [],
  warns: () => [],
  steps: () => [],
  forecast: () => forecast('rolling'),
  deadline: () => minutes(30),
};

export const settings = (over: Partial<DeploySettings> = {}): DeploySettings => ({
  operation: 'deploy',
  dryRun: false,
  region: 'eu-west-1',
  application: 'shop',
  environmentName: 'shop-prod',
  strategy: STRATEGY,
  allStrategies: () => [STRATEGY],
  onLabelConflict: 'suffix',
  comment: '',
  options: [],
  environmentVariables: { set: {}, remove: [] },
  restorePolicy: false,
  acceptHealth: { kind: 'statuses', statuses: ['Ok'], colors: ['Green'] },
  stableFor: seconds(30),
  healthGrace: minutes(5),
  onFailure: 'abort',
  onTimeout: 'leave',
  onCancel: 'abort',
  onBusy: 'wait',
  busyTimeout: minutes(15),
  waitForDeployment: true,
  logsOnFailure: 'tail',
  jobSummary: true,
  ...over,
});

export const snapshot = (): Snapshot => ({
  takenAt: START,
  target: {
    environment: {
      ...ENVIRONMENT,
      application: 'shop',
      status: 'Ready',
      versionLabel: 'v1',
      health: 'Green',
      abortable: false,
      tier: 'WebServer',
      cname: 'shop-prod.eu-west-1.elasticbeanstalk.com',
    },
    settings: { options: [] },
    instanceIds: [],
    recentEvents: [],
    blindSpots: [],
  },
});

export const event = (message: string, over: Partial<SeenEvent> = {}): SeenEvent => ({
  date: START,
  message,
  severity: 'INFO',
  attribution: 'own',
  ...over,
});

export const record = (over: Partial<RunRecord> = {}): RunRecord => ({
  startedAt: START,
  endedAt: START + minutes(5),
  settings: settings(),
  snapshot: snapshot(),
  plan: plan(),
  outcome: outcome(),
  problems: [],
  instances: [],
  progress: [],
  views: new Map(),
  apiCalls: 41,
  reportPath: '/tmp/report.json',
  ...over,
});

export const heard = (...seen: readonly SeenEvent[]): readonly Progress[] =>
  seen.map((each) => ({ at: START, type: 'event-seen', event: each }));
