/** Hosted zones of the simulator's own names, to which alias records point; a region that is not in the tables has those of us-east-1. */
import { environmentZone, balancerZone as knownBalancerZone } from '../domain/aws-zones.js';

/** `<name>.<region>.elasticbeanstalk.com`. */
export const beanstalkZone = (region: string): string => environmentZone(region) ?? beanstalkZone('us-east-1');
/** Application and classic load balancers: `<name>.<region>.elb.amazonaws.com`. */
export const balancerZone = (region: string): string => knownBalancerZone(region) ?? balancerZone('us-east-1');

/** The zone in which one of AWS's names lies, in any region; `undefined`: not a name that the simulator knows. */
export function awsZoneOf(name: string): string | undefined {
  const host = name.toLowerCase().replace(/\.$/, '');
  const beanstalk = /\.([a-z0-9-]+)\.elasticbeanstalk\.com$/.exec(host)?.[1];
  if (beanstalk !== undefined) return beanstalkZone(beanstalk);
  const balancer = /\.([a-z0-9-]+)\.elb\.amazonaws\.com$/.exec(host)?.[1];
  return balancer === undefined ? undefined : balancerZone(balancer);
}
