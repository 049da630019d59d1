/** Auto Scaling groups of environments: which there are, which instances they hold, and how small and large they may be. */
import { isCluster } from '../cluster/cluster.js';
import { type Context, optionValue } from '../context.js';
import { activeInstances } from '../instances.js';
import { isSingleInstance } from '../resources.js';
import type { Environment, Instance } from '../world.js';

export interface Group {
  readonly name: string;
  readonly environment: Environment;
  readonly kind: Instance['group'];
}

/** Of every environment that is not terminated: its own group, and the temporary one of a deployment. */
export const groupsOf = ({ world }: Context): readonly Group[] =>
  [...world.environments.values()]
    .filter((environment) => environment.status !== 'Terminated' && !isCluster(environment))
    .flatMap((environment): Group[] => {
      const { autoScalingGroup, temporaryGroup } = environment.resources;
      return [
        { name: autoScalingGroup, environment, kind: 'permanent' },
        ...(temporaryGroup === undefined ? [] : [{ name: temporaryGroup, environment, kind: 'temporary' as const }]),
      ];
    });

/** Without those that leave: so many the group wants, because a replacement is on its way as soon as an instance leaves. */
export const membersOf = ({ environment, kind }: Group): readonly Instance[] =>
  activeInstances(environment).filter((one) => one.group === kind);

export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** A temporary group has the size that its deployment gave it. An additional batch is beyond what was configured. */
export function limitsOf(group: Group): Limits {
  const { environment, kind } = group;
  const members = membersOf(group);
  if (kind === 'temporary') return { least: members.length, most: members.length };
  if (isSingleInstance(environment)) return { least: 1, most: 1 };
  const additional = members.filter((one) => one.additional === true).length;
  const size = (option: string, fallback: number): number =>
    Number(optionValue(environment, 'aws:autoscaling:asg', option, String(fallback)));
  return { least: size('MinSize', 1), most: size('MaxSize', 4) + additional };
}
