import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { INPUT_NAMES } from '../../src/inputs/declarations.js';
import { read } from '../../src/inputs/read.js';
import { STRATEGY_NAMES } from '../../src/strategies/index.js';
import { givenChange, givenTarget } from '../support/given-environment.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';
import { problemsFor, REQUIRED, readGiven, settingsFor, WORKSPACE } from './given.js';

describe('reading the inputs', () => {
  it('the required ones alone deploy the workspace as configured', async () => {
    expect(await settingsFor({})).toMatchObject({
      operation: 'deploy',
      dryRun: false,
      region: 'eu-west-1',
      application: 'shop',
      environmentName: 'shop-prod',
      bundle: { kind: 'directory', path: '/w', exclude: [], symlinks: 'preserve' },
      onLabelConflict: 'suffix',
      comment: '',
      options: [],
      environmentVariables: { set: {}, remove: [] },
      restorePolicy: false,
      acceptHealth: { kind: 'statuses', statuses: ['Ok', 'Info'], colors: ['Green'] },
      stableFor: seconds(30),
      healthGrace: minutes(5),
      onFailure: 'rollback',
      onTimeout: 'leave',
      onCancel: 'abort',
      onBusy: 'wait',
      busyTimeout: minutes(15),
      waitForDeployment: true,
      logsOnFailure: 'tail',
      jobSummary: true,
    });
  });

  it('is the same with and without the defaults that the runner hands over', async () => {
    const bare = await read(inputHost(REQUIRED), memoryFiles(WORKSPACE));
    const full = await readGiven({});
    expect(JSON.stringify(bare)).toBe(JSON.stringify(full));
  });

  it('leaves absent what nobody gave', async () => {
    const settings = await settingsFor({});
    for (const name of ['versionLabel', 'timeout', 'pollInterval', 'bucket', 'commit', 'platform']) {
      expect(settings).not.toHaveProperty(name);
    }
  });

  it('configures the chosen strategy, and the others with the inputs that they share with it', async () => {
    const settings = await settingsFor({ strategy: 'rolling', 'batch-size': '2' });
    expect(settings.strategy.name).toBe('rolling');
    expect(settings.allStrategies().map((one) => one.name)).toEqual(STRATEGY_NAMES);
    const other = settings.allStrategies().find((one) => one.name === 'rolling-with-additional-batch');
    expect(other?.forecast(givenChange(), givenTarget()).extraInstances).toBe(2);
  });

  it.each([
    ['timeout', '90', 'timeout', seconds(90)],
    ['deployment-timeout', '7200', 'timeout', minutes(120)],
    ['timeout', '1h30m', 'timeout', minutes(90)],
    ['poll-interval', '500ms', 'pollInterval', 500],
    ['stable-for', '0s', 'stableFor', 0],
    ['dry-run', 'TRUE', 'dryRun', true],
    ['wait-for-deployment', 'False', 'waitForDeployment', false],
    ['use-existing-application-version-if-available', 'true', 'onLabelConflict', 'reuse'],
    ['use-existing-application-version-if-available', 'false', 'onLabelConflict', 'fail'],
    ['on-failure', 'none', 'onFailure', 'none'],
    ['wait-for-environment-recovery', 'false', 'acceptHealth', { kind: 'any' }],
    ['accept-health', 'not-worse', 'acceptHealth', { kind: 'not-worse' }],
    [
      'accept-health',
      'green, YELLOW',
      'acceptHealth',
      { kind: 'statuses', statuses: ['Ok', 'Info', 'Warning'], colors: ['Green', 'Yellow'] },
    ],
    ['accept-health', 'Ok', 'acceptHealth', { kind: 'statuses', statuses: ['Ok'], colors: ['Green'] }],
    ['solution-stack-name', '64bit X', 'platform', { solutionStack: '64bit X' }],
    ['aws-region', 'mx-central-1', 'region', 'mx-central-1'],
    ['aws-region', 'us-gov-west-1', 'region', 'us-gov-west-1'],
    ['aws-region', 'cn-north-1', 'region', 'cn-north-1'],
  ] as const)('%s: %s', async (input, text, setting, value) => {
    expect(await settingsFor({ [input]: text })).toMatchObject({ [setting]: value });
  });

  it('hands on the commit of the run', async () => {
    const outcome = await read(inputHost(REQUIRED, { commit: '0123abc' }), memoryFiles(WORKSPACE));
    expect(outcome.kind === 'settings' && outcome.settings.commit).toBe('0123abc');
  });

  it("takes every input of AWS's own action", () => {
    const theirs =
      'aws-region application-name environment-name solution-stack-name platform-arn version-label deployment-package-path source-directory exclude-patterns symlinks option-settings create-environment-if-not-exists create-application-if-not-exists wait-for-deployment wait-for-environment-recovery deployment-timeout max-retries retry-delay use-existing-application-version-if-available create-s3-bucket-if-not-exists s3-bucket-name cname-prefix mask-resource-identifiers verbose-logging';
    for (const name of theirs.split(' ')) expect(INPUT_NAMES).toContain(name);
  });

  it('says what is accepted without effect', async () => {
    const outcome = await readGiven({
      'max-retries': '3',
      'create-environment-if-not-exists': 'true',
      'use-existing-application-version-if-available': 'true',
      'deployment-timeout': '900',
    });
    const said = outcome.kind === 'settings' ? outcome.notices.join('\n') : '';
    expect(said).toContain('`max-retries` has no effect');
    expect(said).toContain('taken as `on-label-conflict: reuse`');
    expect(said).toContain('`deployment-timeout` is taken as `timeout`');
    const quiet = await readGiven({});
    expect(quiet.kind === 'settings' && quiet.notices).toEqual([]);
  });
});

describe('wrong inputs', () => {
  it('twenty of them are twenty problems in one go', async () => {
    const wrong = {
      'aws-region': 'Ireland',
      'application-name': 'a/b',
      'environment-name': '-shop',
      operation: 'deplyo',
      'dry-run': 'yes',
      strategy: 'rollign',
      'version-label': '..',
      'source-directory': '../elsewhere',
      symlinks: 'copy',
      'on-label-conflict': 'overwrite',
      's3-bucket-name': 'My Bucket',
      'option-settings': '{"aws:autoscaling:asg": 3}',
      'environment-variables': 'DEBUG',
      'accept-health': 'Okay',
      'stable-for': 'a while',
      timeout: '-5m',
      'on-failure': 'retry',
      'on-cancel': 'stop',
      'busy-timeout': '99h',
      'job-sumary': 'true',
    };
    const problems = await problemsFor(wrong);
    expect(new Set(problems.map((one) => one.input))).toEqual(new Set(Object.keys(wrong)));
    expect(problems).toHaveLength(20);
    for (const problem of problems) {
      expect(problem.blame).toBe('you');
      expect(problem.what).toContain(`\`${problem.input}\``);
      expect(problem.hint.length).toBeGreaterThan(10);
    }
  });

  it.each(['feature/x', 'дом', '🚀', 'x'.repeat(300)])(
    'a label that can be mended is none of them: %s',
    async (label) => {
      expect((await settingsFor({ 'version-label': label })).versionLabel).toBe(label);
    },
  );

  it.each(['..', './-', '///'])('a label that cannot be mended is one: %s', async (label) => {
    expect((await problemsFor({ 'version-label': label })).map((one) => one.input)).toEqual(['version-label']);
  });

  it('the required ones are missed together', async () => {
    const outcome = await read(inputHost({}), memoryFiles(WORKSPACE));
    const codes = outcome.kind === 'refused' ? outcome.problems.map((one) => [one.code, one.input]) : [];
    expect(codes).toEqual([
      ['missing-input', 'aws-region'],
      ['missing-input', 'application-name'],
      ['missing-input', 'environment-name'],
    ]);
  });

  it.each([
    ['strategy', 'rollign', 'Did you mean `rolling`?'],
    ['strategy', 'all_at_once', 'Did you mean `all-at-once`?'],
    ['accept-health', 'Ok, Warnig', 'Did you mean `Warning`?'],
    ['on-busy', 'abort-our', 'Did you mean `abort-ours`?'],
    ['enviroment-name', 'x', 'Did you mean `environment-name`?'],
    ['version_lable', 'x', 'Did you mean `version-label`?'],
    ['bacth-size', '2', 'Did you mean `batch-size`?'],
    ['version_label', 'x', 'It is called `version-label` here.'],
    ['existing_bucket_name', 'x', 'It is called `s3-bucket-name` here.'],
    ['aws_secret_key', 'x', 'configure-aws-credentials'],
    ['colour', 'blue', 'listed in the README'],
  ])('%s: %s is answered with "%s"', async (input, text, hint) => {
    const problems = await problemsFor({ [input]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.hint).toContain(hint);
  });

  it('a strategy that does not exist lists the ones that do', async () => {
    const [problem] = await problemsFor({ strategy: 'blue' });
    for (const name of STRATEGY_NAMES) expect(problem?.hint).toContain(name);
  });

  it('wrong variables and options are named without what stands there', async () => {
    const problems = await problemsFor({
      'environment-variables': 'A=1\nhunter2-is-my-password\n',
      'option-settings': '[{"Namespace": "a:b", "OptionName": "DBPassword", "Value": {"x": "hunter2"}}]',
    });
    expect(problems.length).toBeGreaterThan(1);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
    expect(problems.some((one) => one.what.includes('line 2'))).toBe(true);
  });

  it('a very long value is shortened', async () => {
    const [problem] = await problemsFor({ timeout: 'x'.repeat(5_000) });
    expect(problem?.what.length).toBeLessThan(200);
  });

  it('inputs of strategies are checked, once, even when the strategy is wrong', async () => {
    const problems = await problemsFor({ strategy: 'blue', 'batch-size': '0', 'evaluation-minutes': '1' });
    expect(problems.map((one) => one.input).sort()).toEqual(['batch-size', 'evaluation-minutes', 'strategy']);
  });
});

describe('inputs that contradict each other', () => {
  const archive = 'dist/app.zip';
  it.each([
    ['a version to go back to without a rollback', { 'to-version': 'v1' }, 'to-version'],
    ['a label for a rollback', { operation: 'rollback', 'version-label': 'v1' }, 'version-label'],
    ['a build for a rollback', { operation: 'rollback', 'source-directory': 'app' }, 'source-directory'],
    ['a batch size without batches', { strategy: 'immutable', 'batch-size': '2' }, 'batch-size'],
    ['a share without traffic splitting', { 'traffic-percent': '10' }, 'traffic-percent'],
    ['two sources', { 'deployment-package-path': archive, 'source-directory': 'app' }, 'source-directory'],
    ['patterns for a package', { 'deployment-package-path': archive, 'exclude-patterns': '*.md' }, 'exclude-patterns'],
    ['two different limits', { timeout: '10m', 'deployment-timeout': '60' }, 'deployment-timeout'],
    ['a limit shorter than the proof', { timeout: '1m', 'stable-for': '2m' }, 'stable-for'],
    ['health that nobody judges', { 'wait-for-environment-recovery': 'false', 'accept-health': 'Ok' }, 'accept-health'],
    ['not worse than a fixed health', { 'accept-health': 'not-worse, Ok' }, 'accept-health'],
    ['a policy restored by nobody', { 'wait-for-deployment': 'false', 'restore-policy': 'true' }, 'restore-policy'],
    [
      'two answers about labels',
      { 'on-label-conflict': 'fail', 'use-existing-application-version-if-available': 'true' },
      'use-existing-application-version-if-available',
    ],
    [
      'a policy beside a strategy',
      { strategy: 'rolling', 'option-settings': '{"aws:elasticbeanstalk:command": {"DeploymentPolicy": "Immutable"}}' },
      'option-settings',
    ],
    [
      'a variable twice',
      {
        'environment-variables': 'MODE=a',
        'option-settings': '{"aws:elasticbeanstalk:application:environment": {"MODE": "b"}}',
      },
      'environment-variables',
    ],
    ['an existing version without a label', { 'version-source': 'existing' }, 'version-label'],
    [
      'an existing version and a package',
      { 'version-source': 'existing', 'version-label': 'v1', 'deployment-package-path': archive },
      'deployment-package-path',
    ],
    ['no version and no options', { 'version-source': 'none' }, 'version-source'],
    [
      'no version but a label',
      { 'version-source': 'none', 'version-label': 'v1', 'environment-variables': 'A=1' },
      'version-label',
    ],
  ] as const)('%s', async (_, given, input) => {
    const problems = await problemsFor(given);
    expect(problems.map((one) => [one.code, one.input])).toEqual([['contradicting-inputs', input]]);
  });

  it('the same said twice is no contradiction', async () => {
    expect(await problemsFor({ timeout: '2m', 'deployment-timeout': '120' })).toEqual([]);
    expect(
      await problemsFor({ 'on-label-conflict': 'reuse', 'use-existing-application-version-if-available': 'true' }),
    ).toEqual([]);
    expect(await problemsFor({ timeout: '5s' })).toEqual([]);
  });
});

describe('where the version comes from', () => {
  const EMPTY = { '/w/.git/HEAD': 'x' };
  it.each([
    [
      'a package',
      { 'deployment-package-path': 'dist/app.zip' },
      WORKSPACE,
      { kind: 'archive', path: '/w/dist/app.zip' },
    ],
    [
      'a directory',
      { 'source-directory': './app/', 'exclude-patterns': '*.md, docs/\n# a comment\n*.log', symlinks: 'follow' },
      WORKSPACE,
      { kind: 'directory', path: '/w/app', exclude: ['*.md', 'docs/', '*.log'], symlinks: 'follow' },
    ],
    [
      'a link inside the workspace',
      { 'source-directory': 'inner' },
      WORKSPACE,
      { kind: 'directory', path: '/w/inner' },
    ],
    ['the workspace under a label', { 'version-label': 'v2' }, WORKSPACE, { kind: 'directory', path: '/w' }],
    [
      'a label, by request',
      { 'version-label': 'v2', 'version-source': 'existing' },
      WORKSPACE,
      { kind: 'existing-version', label: 'v2' },
    ],
    ['a label, without a checkout', { 'version-label': 'v2' }, EMPTY, { kind: 'existing-version', label: 'v2' }],
    ['nowhere, without a checkout', { 'environment-variables': 'A=1' }, EMPTY, undefined],
    ['nowhere, by request', { 'environment-variables': 'A=1', 'version-source': 'none' }, WORKSPACE, undefined],
  ] as const)('%s', async (_, given, files, expected) => {
    const { bundle } = await settingsFor(given, files);
    if (expected === undefined) expect(bundle).toBeUndefined();
    else expect(bundle).toMatchObject(expected);
  });

  it.each([
    ['../app.zip', 'path-outside-workspace'],
    ['/etc/passwd', 'path-outside-workspace'],
    ['app/../../w2/x', 'path-outside-workspace'],
    ['link/passwd', 'path-outside-workspace'],
    ['nothing.zip', 'path-not-found'],
    ['app', 'path-of-wrong-kind'],
  ])('a package at %s is refused: %s', async (path, code) => {
    const problems = await problemsFor({ 'deployment-package-path': path });
    expect(problems.map((one) => [one.code, one.input])).toEqual([[code, 'deployment-package-path']]);
  });

  it('missing files are reported together with the rest', async () => {
    const problems = await problemsFor({
      'deployment-package-path': 'nothing.zip',
      'option-settings': 'missing.yml',
      timeout: 'soon',
    });
    expect(problems.map((one) => one.input).sort()).toEqual(['deployment-package-path', 'option-settings', 'timeout']);
  });
});

describe('secrets among the inputs', () => {
  it('are masked when their name or form says so, also inside an address', async () => {
    const host = inputHost({
      ...REQUIRED,
      'environment-variables': [
        'DB_PASSWORD=hunter2hunter2',
        'MODE=production',
        'API_TOKEN=1',
        'DATABASE_URL=postgres://app:pa55word@db/shop',
        'HOME_URL=https://example.org/start',
      ].join('\n'),
      'option-settings': '{"aws:rds:dbinstance": {"DBPassword": "correct-horse"}}',
    });
    await read(host, memoryFiles(WORKSPACE));
    expect([...host.masked].sort()).toEqual([
      'correct-horse',
      'hunter2hunter2',
      'pa55word',
      'postgres://app:pa55word@db/shop',
    ]);
  });
});
