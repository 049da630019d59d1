/** A web environment and two workers in one region, and a web environment in another, on one virtual clock. */
import { type Running, startRun } from '../support/runs.js';
import { World } from '../support/world.js';

export const EU = 'eu-west-1';

export interface Regions {
  readonly us: World;
  readonly eu: World;
}

const worker = (name: string) => ({
  application: 'shop',
  name,
  versionLabel: 'v1',
  instances: 2,
  tier: 'Worker' as const,
});

export function regions(): Regions {
  const us = new World({ others: [worker('shop-mail'), worker('shop-pdf')] });
  const eu = new World({ region: EU, clock: us.clock, seed: 11 });
  return { us, eu };
}

export const WORKERS_AFTER_WEB = `
- shop-prod
- - shop-mail
  - shop-pdf
`;

export function start({ us, eu }: Regions, inputs: Readonly<Record<string, string>>, more: object = {}): Running {
  return startRun(us, {
    regions: { 'us-east-1': us, [EU]: eu },
    inputs: { 'environment-name': '', ...inputs },
    ...more,
  });
}

export async function ended(worlds: Regions, inputs: Readonly<Record<string, string>>): Promise<Running> {
  const running = start(worlds, inputs);
  await running.ended;
  return running;
}

export interface Result {
  readonly environment: string;
  readonly region: string;
  readonly wave: number;
  readonly state: string;
  readonly version: string;
  readonly restored: string;
  readonly reason: string;
}

export const resultsOf = ({ outputs }: Running): readonly Result[] =>
  JSON.parse(outputs['environments-result'] ?? '[]') as readonly Result[];

export const statesOf = (running: Running): Readonly<Record<string, string>> =>
  Object.fromEntries(resultsOf(running).map(({ environment, region, state }) => [`${environment} ${region}`, state]));

/** What the service says that each environment runs. */
export async function labelsIn(world: World): Promise<Readonly<Record<string, string | undefined>>> {
  const all = await world.ports.beanstalk.environments();
  return Object.fromEntries(all.map(({ name, versionLabel }) => [name, versionLabel]));
}
