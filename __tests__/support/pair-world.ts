/** Two environments that take turns, in the world of `world.ts`: planned and rolled out as `main` does it, as often as one likes. */
import type { Outcome } from '../../src/domain/outcome.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Problem } from '../../src/domain/problem.js';
import type { DeploySettings } from '../../src/domain/settings.js';
import { type Instant, type Milliseconds, minutes } from '../../src/domain/time.js';
import { observe } from '../../src/observe.js';
import { planDeploy } from '../../src/operations/deploy.js';
import { planAbort, planPrepare, planPromote } from '../../src/operations/pair.js';
import type { Beanstalk } from '../../src/ports/beanstalk.js';
import { rollOut } from '../../src/rollout/roll-out.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { SHOP, settingsOf, World, type WorldOptions } from './world.js';

export const PRODUCTION = 'shop-prod.us-east-1.elasticbeanstalk.com';
export const IDLE = 'shop-prod-idle';

export interface PairWish {
  readonly operation?: 'deploy' | 'prepare' | 'promote' | 'abort';
  readonly label?: string | null;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly settings?: Partial<DeploySettings>;
  readonly scenario?: Scenario;
  readonly cancelAfter?: Milliseconds;
  /** Called before every call to the service, with its name and how many came before it. */
  readonly onCall?: (name: string, count: number) => void;
}

export interface PairRun {
  readonly outcome?: Outcome;
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
  readonly took: Milliseconds;
}

interface SideState {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly cname?: string;
  readonly versionLabel?: string;
  readonly healthStatus?: string;
}

export class PairWorld extends World {
  constructor(options: WorldOptions & { readonly idle?: 'none' | string } = {}) {
    super({ ...options, environment: { instances: 2, ...options.environment } });
    if (options.idle === undefined || options.idle === 'none') return;
    this.simulator.seed({
      environments: [
        {
          ...SHOP,
          instances: 2,
          ...options.environment,
          name: IDLE,
          versionLabel: options.idle,
          cnamePrefix: IDLE,
        },
      ],
    });
    this.clock.advance(minutes(2));
    this.simulator.settle();
  }

  /** Everything anew from what the service shows, as a new job does it. */
  async go(wish: PairWish = {}): Promise<PairRun> {
    const inputs = { bake: '2m', ...wish.inputs };
    const operation = wish.operation ?? 'deploy';
    const settings = settingsOf({
      strategy: 'blue-green',
      inputs,
      settings: { onFailure: 'rollback', operation, ...wish.settings },
    });
    const label =
      wish.label === null
        ? undefined
        : (wish.label ?? (operation === 'deploy' || operation === 'prepare' ? 'v2' : undefined));
    const startedAt = this.clock.now();
    const took = (): Milliseconds => this.clock.now() - startedAt;
    if (wish.scenario !== undefined) this.scenario(wish.scenario);
    const { pair } = settings.strategy;
    const ports = wish.onCall === undefined ? this.ports : this.#counting(wish.onCall);
    const observed = await observe(
      {
        application: SHOP.application,
        environmentName: SHOP.name,
        region: 'us-east-1',
        ...(pair === undefined ? {} : { pair }),
      },
      { ...ports, identity: { caller: async () => undefined } },
    );
    if (observed.kind === 'refused') return { problems: observed.problems, took: took() };
    const request = {
      settings: { ...settings, ...(label === undefined ? {} : { versionLabel: label }) },
      snapshot: observed.snapshot,
      validation: [],
      ...(label === undefined || operation === 'promote' ? {} : { version: { kind: 'existing', label } as const }),
    };
    const plans = { deploy: planDeploy, prepare: planPrepare, promote: planPromote, abort: planAbort };
    const planned = plans[operation](request);
    if (planned.kind !== 'plan') return { problems: planned.problems, took: took() };
    const cancel = new AbortController();
    const calledOff =
      wish.cancelAfter === undefined
        ? undefined
        : this.clock.at(this.clock.now() + wish.cancelAfter, () => cancel.abort());
    const outcome = await rollOut({
      plan: planned.plan,
      snapshot: observed.snapshot,
      settings: request.settings,
      ports,
      say: (message) => this.said.push({ ...message, at: this.clock.now() }),
      cancel: cancel.signal,
    });
    calledOff?.();
    return { outcome, plan: planned.plan, problems: [], took: took() };
  }

  #counting(onCall: (name: string, count: number) => void): typeof this.ports {
    let count = 0;
    const wrap = (port: Beanstalk): Beanstalk =>
      new Proxy(port, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return async (...args: readonly unknown[]) => {
            onCall(String(name), count);
            count += 1;
            return Reflect.apply(member, target, args);
          };
        },
      });
    return {
      ...this.ports,
      beanstalk: wrap(this.ports.beanstalk),
      watchBeanstalk: wrap(this.ports.watchBeanstalk ?? this.ports.beanstalk),
    };
  }

  sides(): readonly SideState[] {
    this.simulator.settle();
    const answer = this.simulator.call({
      action: 'DescribeEnvironments',
      input: { ApplicationName: SHOP.application, IncludeDeleted: false },
      requestId: 'test',
    }) as { Environments: Record<string, string | undefined>[] };
    return answer.Environments.filter((one) => one.Status !== 'Terminated').map((one) => ({
      id: one.EnvironmentId ?? '',
      name: one.EnvironmentName ?? '',
      status: one.Status ?? '',
      ...(one.CNAME === undefined ? {} : { cname: one.CNAME }),
      ...(one.VersionLabel === undefined ? {} : { versionLabel: one.VersionLabel }),
      ...(one.HealthStatus === undefined ? {} : { healthStatus: one.HealthStatus }),
    }));
  }

  /** The one environment that holds the production CNAME. */
  live(): SideState {
    const holders = this.sides().filter(({ cname }) => cname === PRODUCTION);
    const [live] = holders;
    if (live === undefined || holders.length > 1) throw new Error(`${holders.length} environments hold ${PRODUCTION}`);
    return live;
  }

  idle(): SideState | undefined {
    return this.sides().find(({ cname }) => cname !== PRODUCTION);
  }

  /** ARN of the load balancer that both sides share. */
  sharedBalancer(): string {
    const answer = this.simulator.call({ action: 'DescribeLoadBalancers', input: {}, requestId: 'test' }) as {
      LoadBalancers: { LoadBalancerArn: string }[];
    };
    return answer.LoadBalancers[0]?.LoadBalancerArn ?? '';
  }

  calls(action: string): number {
    return this.wire.calls.list(0).filter((call) => call.action === action).length;
  }

  advance(span: Milliseconds): void {
    this.clock.advance(span);
    this.simulator.settle();
  }

  /** What was said, for failures that need explaining. */
  log(): string {
    const time = (at: Instant): string => new Date(at).toISOString().slice(11, 19);
    return this.said
      .map((one) => {
        switch (one.type) {
          case 'notice':
            return `${time(one.at)} ${one.text}`;
          case 'step-started':
            return `${time(one.at)} > ${one.step.kind}`;
          case 'verdict':
            return `${time(one.at)}   ${one.verdict.verdict}: ${one.verdict.reason}`;
          case 'event-seen':
            return `${time(one.at)}     ${one.event.attribution} ${one.event.message}`;
          default:
            return '';
        }
      })
      .filter((line) => line !== '')
      .join('\n');
  }
}
