/** `dist/index.js` over real processes: the idle side is created from the live configuration, as large as the live side is now. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { labelsOf, productionOf, releasePair, type ShownSide, sidesAtRest } from '../support/pair-on-stage.js';
import { openStage, printed, run, type Stage, type StepResult } from '../support/runner.js';

const NAME = 'cloned';
const GROUP = 'aws:autoscaling:asg';

let stage: Stage;
let result: StepResult;
let sides: readonly ShownSide[];

beforeAll(async () => {
  stage = await openStage({ speed: 120 });
  await stage.post('/_simulator/seed', {
    applications: [{ name: 'shop' }],
    environments: [
      {
        application: 'shop',
        name: NAME,
        cnamePrefix: NAME,
        versionLabel: 'v0',
        // Grown under load: more than its minimum.
        instances: 3,
        loadBalancer: 'application',
        enhancedHealth: true,
        options: {
          [GROUP]: { MinSize: '1', MaxSize: '4' },
          'aws:elasticbeanstalk:application:environment': { GREETING: 'hello' },
          'aws:elasticbeanstalk:command': { Timeout: '900' },
        },
      },
    ],
  });
  result = await run(await releasePair(stage, NAME, 'r1'));
  sides = await sidesAtRest(stage, NAME);
}, 90_000);
afterAll(() => stage?.close());

describe('an idle side that did not exist', () => {
  it('gets the traffic, with as many instances as the live side had', () => {
    if (result.outputs.outcome !== 'succeeded') throw new Error(printed(result));
    const [live] = sides.filter(({ cname }) => cname === productionOf(NAME));
    expect(live).toMatchObject({ name: `${NAME}-idle`, versionLabel: 'r1' });
    expect(live?.instances).toHaveLength(3);
    expect(live === undefined ? [] : labelsOf(live)).toEqual(['r1']);
  });

  it('leaves the old side as it was', () => {
    const [old] = sides.filter(({ cname }) => cname !== productionOf(NAME));
    expect(old).toMatchObject({ name: NAME, versionLabel: 'v0', status: 'Ready' });
    expect(old?.instances).toHaveLength(3);
  });

  it('is created from one template, which is gone, with the size of now and the settings of the live side', async () => {
    const calls = await stage.calls();
    const of = (action: string) => calls.filter((call) => call.action === action && call.status === 200);
    expect([of('CreateConfigurationTemplate').length, of('DeleteConfigurationTemplate').length]).toEqual([1, 1]);
    const [creation, ...more] = of('CreateEnvironment');
    expect(more).toEqual([]);
    expect(JSON.stringify(creation?.input)).toContain('"OptionName":"MinSize","Value":"3"');
    const { applications } = (await stage.get('/_simulator/state')) as {
      readonly applications: readonly { readonly name: string; readonly templates: readonly string[] }[];
    };
    expect(applications.find(({ name }) => name === 'shop')?.templates).toEqual([]);
  });

  it('gets its own minimum back when it has the traffic', async () => {
    const updates = (await stage.calls()).filter(({ action }) => action === 'UpdateEnvironment');
    expect(updates.map(({ input }) => JSON.stringify(input))).toEqual([
      expect.stringContaining('"OptionName":"MinSize","Value":"1"'),
    ]);
  });
});
