/** Percent of the requests by the id of the environment, from what the simulated services have. */
import type { BalancerRouting } from '../../src/simulator/runtime/runtime.js';
import type { Simulator } from '../../src/simulator/service.js';

type Shares = Readonly<Record<string, number>>;

/** By the first rule of a user that forwards requests. */
export function sharesByRule(balancers: readonly BalancerRouting[]): Shares {
  for (const { action, isOwn } of balancers.flatMap(({ rules }) => rules)) {
    if (isOwn || action.kind !== 'forward') continue;
    const sum = action.targets.reduce((total, { weight }) => total + weight, 0);
    const whole = action.targets.length === 1 ? 1 : sum;
    return Object.fromEntries(
      action.targets.flatMap(({ environmentId, weight }) =>
        environmentId === undefined ? [] : [[environmentId, (100 * (whole === 1 ? 1 : weight)) / Math.max(1, whole)]],
      ),
    );
  }
  return {};
}

interface Named {
  readonly environments: readonly { readonly id: string; readonly status: string; readonly endpoint?: string }[];
  readonly hostedZones: readonly {
    readonly records: readonly {
      readonly Name: string;
      readonly Type: string;
      readonly Weight?: number;
      readonly AliasTarget?: { readonly DNSName: string };
    }[];
  }[];
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^dualstack\./, '')
    .replace(/\.$/, '');

/** By the records of a name: one without a weight has all of it. */
export function sharesByName(simulator: Simulator, host: string): Shares {
  const { environments, hostedZones } = simulator.state() as Named;
  const records = hostedZones
    .flatMap((zone) => zone.records)
    .filter(({ Name, Type }) => plain(Name) === host && Type === 'A');
  const sum = records.reduce((total, { Weight = 1 }) => total + Weight, 0);
  return Object.fromEntries(
    records.flatMap(({ Weight = 1, AliasTarget }) => {
      const target = environments.find(
        ({ endpoint, status }) =>
          status !== 'Terminated' && endpoint !== undefined && plain(endpoint) === plain(AliasTarget?.DNSName ?? ''),
      );
      return target === undefined ? [] : [[target.id, (100 * Weight) / Math.max(1, sum)]];
    }),
  );
}
