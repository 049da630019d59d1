/** Deploy tools with one error each, as simple as they are found in scripts: what a scenario must be able to mislead. */
import { type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import { SHOP, type World } from '../support/world.js';

/** What a tool sees when it looks. */
export interface Look {
  readonly status: string;
  readonly versionLabel: string;
  readonly color: string;
  /** Messages of the environment's events since the tool began, newest first, as the service lists them. */
  readonly events: readonly { readonly at: number; readonly severity: string; readonly message: string }[];
}

export type Judgement = 'success' | 'failure';

const asked = (world: World, action: string, input: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  (world.simulator.call({ action, input, requestId: `naive-${action}-${world.clock.now()}` }) ?? {}) as Record<
    string,
    unknown
  >;

export function lookAt(world: World, since = 0): Look {
  world.simulator.settle();
  const { Environments } = asked(world, 'DescribeEnvironments', { EnvironmentNames: [SHOP.name] }) as {
    Environments: readonly Readonly<Record<string, string>>[];
  };
  const { Events } = asked(world, 'DescribeEvents', { EnvironmentName: SHOP.name, StartTime: new Date(since) }) as {
    Events: readonly { readonly EventDate: Date; readonly Severity: string; readonly Message: string }[];
  };
  const { Status = '', VersionLabel = '', Health = '' } = Environments[0] ?? {};
  return {
    status: Status,
    versionLabel: VersionLabel,
    color: Health,
    events: Events.map(({ EventDate, Severity, Message }) => ({
      at: EventDate.getTime(),
      severity: Severity,
      message: Message,
    })),
  };
}

/** Deploys, looks every ten seconds, and believes `judge`. `undefined`: it would be waiting still. */
export function deployNaively(
  world: World,
  label: string,
  judge: (look: Look, waited: Milliseconds) => Judgement | undefined,
  limit: Milliseconds = minutes(60),
): Judgement | undefined {
  const since = world.clock.now();
  world.somebody('UpdateEnvironment', { EnvironmentName: SHOP.name, VersionLabel: label });
  for (let waited = 0; waited < limit; waited += seconds(10)) {
    world.clock.advance(seconds(10));
    const judgement = judge(lookAt(world, since), waited);
    if (judgement !== undefined) return judgement;
  }
  return undefined;
}

/** Ready is taken for success. */
export const believesReady = ({ status }: Look): Judgement | undefined => (status === 'Ready' ? 'success' : undefined);

/** Ready on the label that was wanted is taken for success. */
export const believesLabel =
  (label: string) =>
  ({ status, versionLabel }: Look): Judgement | undefined =>
    status === 'Ready' ? (versionLabel === label ? 'success' : 'failure') : undefined;

/** The first colour after Ready is taken for what the new version is like. */
export const believesColor = ({ status, color }: Look): Judgement | undefined =>
  status === 'Ready' ? (color === 'Green' ? 'success' : 'failure') : undefined;

/** One sentence of the service decides. */
export const believesWords = ({ events }: Look): Judgement | undefined =>
  events.some(({ message }) => message === 'Environment update completed successfully.') ? 'success' : undefined;

/** Any ERROR is taken for a failure of this deployment. */
export const fearsErrors = (look: Look): Judgement | undefined =>
  look.events.some(({ severity }) => severity === 'ERROR') ? 'failure' : believesReady(look);

/** Waits while the environment is Updating, and takes whatever comes then for the end. */
export const knowsTwoStatuses = ({ status }: Look): Judgement | undefined =>
  status === 'Updating' ? undefined : status === 'Ready' ? 'success' : 'failure';

/** Prints what is newer than the newest that it has printed: what comes late is never printed. */
export function followsNewest(world: World, label: string): readonly string[] {
  const printed: string[] = [];
  let newest = world.clock.now();
  deployNaively(world, label, (look) => {
    const fresh = look.events.filter(({ at }) => at > newest);
    for (const { message } of [...fresh].reverse()) printed.push(message);
    newest = Math.max(newest, ...fresh.map(({ at }) => at));
    return believesReady(look);
  });
  return printed;
}
