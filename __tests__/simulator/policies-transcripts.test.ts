/** The simulated event streams against streams that were really observed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../src/simulator/scenario.js';
import { Model, plain } from '../support/model.js';

interface Line {
  readonly severity: string;
  readonly message: string;
}

const TRANSCRIPTS = new URL('../fixtures/transcripts/', import.meta.url);

function transcript(name: string): readonly Line[] {
  const { events } = JSON.parse(readFileSync(new URL(`${name}.json`, TRANSCRIPTS), 'utf8')) as { events: Line[] };
  return events;
}

/** What an instance says on its way depends on the application, so it is no part of the comparison. */
const isNote = ({ message }: Line): boolean =>
  /^Instance deployment (used|successfully)|^Instance deployment: You didn't|^Nginx configuration|^Environment health/.test(
    message,
  );

const lines = (events: readonly Line[]): readonly string[] =>
  events
    .filter((event) => !isNote(event))
    .map(({ severity, message }) => `${severity === 'UNKNOWN' ? 'INFO' : severity} ${anonymous(message)}`);

const anonymous = (message: string): string =>
  plain(message)
    .replace(/temporary auto scaling group.*$/, 'temporary auto scaling group.')
    .replace(/permanent auto scaling group.*$/, 'permanent auto scaling group.')
    .replace(/LaunchConfiguration-\w+|awseb-\S+/g, 'name')
    .replace(/environment \S+'s/, "environment e's");

const policy = (name: string): Record<string, Record<string, string>> => ({
  'aws:elasticbeanstalk:command': { DeploymentPolicy: name, BatchSizeType: 'Fixed', BatchSize: '1' },
});

function eventsOf(model: Model, act: () => void): readonly Line[] {
  const before = model.events().length;
  act();
  model.untilReady();
  return model.events().slice(before);
}

/** Whether `part` occurs in `whole` in this order; answers the first line that does not. */
function firstMissing(part: readonly string[], whole: readonly string[]): string | undefined {
  let from = 0;
  for (const line of part) {
    const at = whole.indexOf(line, from);
    if (at < 0) return line;
    from = at + 1;
  }
  return undefined;
}

const deploying = (environment: Parameters<typeof Model.running>[0], scenario?: Scenario): readonly string[] => {
  const model = Model.running(environment, scenario);
  return lines(eventsOf(model, () => model.deploy()));
};

describe('the event stream', () => {
  it('of rolling over two instances behind a classic load balancer is the observed one', () => {
    const simulated = deploying({ instances: 2, loadBalancer: 'classic', options: policy('Rolling') });
    expect(simulated).toEqual(lines(transcript('01-rolling-clb-two-instances-success')));
  });

  it('of rolling behind an application load balancer begins as the observed excerpt does', () => {
    const observed = lines(transcript('05-rolling-alb-success-partial'));
    const simulated = deploying({ instances: 2, enhancedHealth: false, options: policy('Rolling') });
    expect(simulated.slice(0, observed.length)).toEqual(observed);
  });

  it('of immutable over three instances has the observed lines in the observed order', () => {
    const observed = lines(transcript('03-immutable-three-instances-success'));
    const simulated = deploying({ instances: 3, options: policy('Immutable') });
    expect(firstMissing(observed, simulated)).toBeUndefined();
  });

  it('of all at once on one instance is the observed one', () => {
    const simulated = deploying({ instances: 1, options: policy('AllAtOnce') });
    expect(simulated).toEqual(lines(transcript('17-all-at-once-success-short')));
  });

  it('of a failing command is the observed one, with the companion line of the same second', () => {
    const simulated = deploying({ instances: 1, loadBalancer: 'none' }, { versions: { v2: { command: 'fails' } } });
    expect(simulated.slice(0, -1)).toEqual(lines(transcript('06-all-at-once-single-failure-engine-error')));
    expect(simulated.at(-1)).toMatch(/^ERROR During an aborted deployment, some instances may have deployed/);
  });

  it('of a command that does not answer contains the observed lines, 840 seconds after the command', () => {
    const model = Model.running({ instances: 1, loadBalancer: 'none' }, { versions: { v2: { command: 'times-out' } } });
    const observed = lines(transcript('37-deploy-command-timeout'));
    const start = model.clock.now();
    expect(firstMissing(observed, lines(eventsOf(model, () => model.deploy())))).toBeUndefined();
    expect(model.clock.now() - start).toBeGreaterThan(840_000);
    expect(model.clock.now() - start).toBeLessThan(900_000);
  });

  it.each(['51-config-env-var-wire-trace', '31-config-env-var-update-success'])(
    'of an environment variable has the lines of %s',
    (name) => {
      const model = Model.running({ instances: 1, loadBalancer: 'none' });
      const simulated = eventsOf(model, () =>
        model.configure('aws:elasticbeanstalk:application:environment', { COLOR: 'blue' }),
      );
      expect(firstMissing(lines(transcript(name)), lines(simulated))).toBeUndefined();
      const [last, before] = [...model.events()].reverse();
      expect((last?.date ?? 0) - (before?.date ?? 0)).toBe(54);
    },
  );

  it('of a replaced instance has the observed lines', () => {
    const model = Model.running({ instances: 1, loadBalancer: 'none' });
    const simulated = eventsOf(model, () =>
      model.configure('aws:autoscaling:launchconfiguration', { EC2KeyName: 'another' }),
    );
    const observed = lines(transcript('33-config-key-pair-instance-replacement'));
    expect(firstMissing(observed, lines(simulated))).toBeUndefined();
  });

  it('of a version together with options ends in the observed order', () => {
    const model = Model.running();
    const setting = { Namespace: 'aws:elasticbeanstalk:application:environment', OptionName: 'A', Value: 'b' };
    const simulated = lines(eventsOf(model, () => model.deploy('v2', { OptionSettings: [setting] })));
    const order = [
      'INFO Environment update is starting.',
      "INFO Updating environment e's configuration settings.",
      'INFO Deploying new version to instance(s).',
      'INFO New application version was deployed to running EC2 instances.',
      'INFO Successfully deployed new configuration to environment.',
      'INFO Environment update completed successfully.',
    ];
    expect(firstMissing(order, simulated)).toBeUndefined();
    expect(simulated.slice(-3)).toEqual(order.slice(-3));
  });

  it('of an immutable configuration policy beside rolling deployments is refused in the log, not in the answer', () => {
    const model = Model.running({ options: policy('Rolling') });
    const simulated = eventsOf(model, () =>
      model.configure('aws:autoscaling:updatepolicy:rollingupdate', { RollingUpdateType: 'Immutable' }),
    );
    expect(firstMissing(lines(transcript('42-config-rejected-immutable-mix')), lines(simulated))).toBeUndefined();
  });
});

describe('the pace of', () => {
  it.each([
    ['all at once over three instances', 'AllAtOnce', 3, 80, 0.25],
    ['rolling over two instances, one at a time', 'Rolling', 2, 351, 0.15],
    ['immutable over three instances', 'Immutable', 3, 1_090, 0.1],
    ['immutable on one instance', 'Immutable', 1, 592, 0.2],
  ])('%s is the observed one', (_title, name, instances, seconds, tolerance) => {
    const model = Model.running({ instances, options: policy(name) });
    model.deploy();
    const took = model.untilReady() / 1_000;
    expect(Math.abs(took - seconds) / seconds).toBeLessThan(tolerance);
  });
});
