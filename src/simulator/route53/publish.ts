/** Tells the runtime what the servers of Route 53 answer, whenever that has changed. */
import { type Context, flagOf, numberOf, recordOf, recordsOf, textOf } from '../context.js';
import type { NameAnswer, PublishedName } from '../runtime/published-names.js';
import type { RecordSet } from './zone.js';

/** As clients write names: in lower case, without the dot at the end. */
const hostOf = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Records that lead to an address of version 4: the simulated network has no other. */
export function publish({ runtime, world }: Context): void {
  const names = new Map<string, NameAnswer[]>();
  for (const zone of world.hostedZones.values()) {
    for (const record of zone.answered.filter(({ Type }) => Type === 'A' || Type === 'CNAME')) {
      const name = hostOf(record.Name);
      names.set(name, [...(names.get(name) ?? []), ...answersOf(record)]);
    }
  }
  runtime.publish([...names].map(([name, answers]): PublishedName => ({ name, answers })));
}

function answersOf(record: RecordSet): readonly NameAnswer[] {
  const weight = numberOf(record, 'Weight') ?? 1;
  const alias = recordOf(record, 'AliasTarget');
  if (alias !== undefined) {
    // Developer guide: the console writes `dualstack.` before names of load balancers.
    const leadsTo = hostOf(textOf(alias, 'DNSName') ?? '').replace(/^dualstack\./, '');
    return [{ leadsTo, weight, checksTarget: flagOf(alias, 'EvaluateTargetHealth') === true }];
  }
  const values = recordsOf(record, 'ResourceRecords').map((one) => hostOf(textOf(one, 'Value') ?? ''));
  return values.map((leadsTo) => ({ leadsTo, weight: weight / values.length, checksTarget: false }));
}
