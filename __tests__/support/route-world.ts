/** Two environments behind what divides requests, beside rules and records of others, in the world of `world.ts`. */
import {
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListResourceRecordSetsCommand, type ResourceRecordSet, Route53Client } from '@aws-sdk/client-route-53';
import type { Sides } from '../../src/domain/judgement.js';
import type { EnvironmentRef } from '../../src/domain/plan.js';
import type { Route, RouteEnds } from '../../src/domain/route.js';
import type { Routers } from '../../src/ports/routers.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { IDLE, PairWorld } from './pair-world.js';
import { TEST_KEY } from './wire.js';
import { SHOP, type WorldOptions } from './world.js';

export const HOST = 'shop.example.com';
export const ZONE = 'ZSHOP0000001';

/** A user's own rules on the shared load balancer: first a sign-in for the back office, then production. */
export const RULES = [
  {
    loadBalancer: 'front',
    Priority: 5,
    Conditions: [
      { Field: 'host-header', HostHeaderConfig: { Values: ['office.example.com'] } },
      { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Office', Values: ['yes*'] } },
    ],
    Actions: [{ Type: 'forward', TargetGroupArn: SHOP.name }],
  },
  {
    loadBalancer: 'front',
    Priority: 10,
    Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [HOST] } }],
    Actions: [
      {
        Type: 'authenticate-oidc',
        Order: 1,
        AuthenticateOidcConfig: {
          Issuer: 'https://login.example.com',
          AuthorizationEndpoint: 'https://login.example.com/authorize',
          TokenEndpoint: 'https://login.example.com/token',
          UserInfoEndpoint: 'https://login.example.com/me',
          ClientId: 'shop',
          ClientSecret: 'not told to anybody',
          AuthenticationRequestExtraParams: { display: 'page' },
          SessionTimeout: 3600,
        },
      },
      { Type: 'forward', Order: 2, TargetGroupArn: SHOP.name },
    ],
  },
] as const;

export class RouteWorld extends PairWorld {
  readonly balancing: ElasticLoadBalancingV2Client;
  readonly naming: Route53Client;

  constructor(
    options: WorldOptions & {
      readonly shares: boolean;
      readonly records?: readonly object[];
      readonly idle?: 'v1' | 'none';
    },
  ) {
    const { shares, records = [], idle = 'v1', ...world } = options;
    const environment = { ...world.environment, ...(shares ? { sharedLoadBalancer: 'front' } : {}) };
    super({ ...world, idle, environment });
    if (shares) this.simulator.seed({ listenerRules: RULES });
    this.simulator.seed({
      hostedZones: [{ name: 'example.com', id: ZONE, records: records.map((one) => ({ ...one })) }],
    });
    const config = {
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:4566',
      credentials: TEST_KEY,
      requestHandler: inProcessHandler(this.wire),
      maxAttempts: 1,
    };
    this.balancing = new ElasticLoadBalancingV2Client(config);
    this.naming = new Route53Client(config);
  }

  get routers(): Routers {
    return this.ports.routers;
  }

  /** Rules of the shared load balancer, as DescribeRules tells them, default rule included. */
  async rules(): Promise<readonly Rule[]> {
    const { balancers } = this.simulator.save() as { balancers: { listeners: { arn: string }[] }[] };
    const ListenerArn = balancers[0]?.listeners[0]?.arn;
    return (await this.balancing.send(new DescribeRulesCommand({ ListenerArn }))).Rules ?? [];
  }

  async rule(priority: string): Promise<Rule> {
    const found = (await this.rules()).find(({ Priority }) => Priority === priority);
    if (found === undefined) throw new Error(`no rule ${priority}`);
    return found;
  }

  async alb(more: { readonly processPort?: number; readonly stickyFor?: number } = {}): Promise<Route> {
    return { kind: 'alb', ruleArn: (await this.rule('10')).RuleArn ?? '', ...more };
  }

  async records(): Promise<readonly ResourceRecordSet[]> {
    const answer = await this.naming.send(new ListResourceRecordSetsCommand({ HostedZoneId: ZONE }));
    return answer.ResourceRecordSets ?? [];
  }

  ref(name: string): EnvironmentRef {
    const state = this.simulator.state() as { environments: { id: string; name: string; status: string }[] };
    const found = state.environments.find((one) => one.name === name && one.status !== 'Terminated');
    return { id: found?.id ?? '', name };
  }

  /** The shop is the stable side, its idle sister the canary. */
  get pair(): Sides<EnvironmentRef> {
    return { stable: this.ref(SHOP.name), canary: this.ref(IDLE) };
  }

  async ends(route: Route): Promise<RouteEnds> {
    const { stable, canary } = this.pair;
    return { stable: await this.routers.end(route, stable), canary: await this.routers.end(route, canary) };
  }
}
