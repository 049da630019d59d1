/** Shared load balancers: how they come into the world, and how an environment finds the one that it asked for. */
import { type Context, invalidParameter } from '../context.js';
import { hexadecimal } from '../random.js';
import type { Options } from '../world.js';
import type { SharedBalancer } from './balancer.js';

/** Makes one as a person would have made it beforehand: a listener on port 80 that answers 404 by itself. */
export function addSharedBalancer(context: Context, name: string): SharedBalancer {
  const known = [...context.world.balancers.values()].find((one) => one.name === name);
  if (known !== undefined) return known;
  const { random, region, accountId } = context;
  const path = `app/${name}/${hexadecimal(random, 16)}`;
  const prefix = `arn:aws:elasticloadbalancing:${region}:${accountId}`;
  const balancer: SharedBalancer = {
    arn: `${prefix}:loadbalancer/${path}`,
    name,
    dnsName: `${name.toLowerCase()}-${100_000_000 + Math.floor(random.next() * 900_000_000)}.${region}.elb.amazonaws.com`,
    createdAt: context.now(),
    listeners: [{ arn: `${prefix}:listener/${path}/${hexadecimal(random, 16)}`, port: 80 }],
  };
  context.world.balancers.set(balancer.arn, balancer);
  return balancer;
}

/** The one that these options name; `undefined` when the environment has a load balancer of its own. */
export function sharedBalancerOf(context: Context, options: Options): SharedBalancer | undefined {
  if (options['aws:elasticbeanstalk:environment']?.LoadBalancerIsShared !== 'true') return undefined;
  const arn = options['aws:elbv2:loadbalancer']?.SharedLoadBalancer ?? '';
  const balancer = context.world.balancers.get(arn);
  if (balancer === undefined) throw invalidParameter(`Load balancer '${arn}' does not exist.`);
  return balancer;
}
