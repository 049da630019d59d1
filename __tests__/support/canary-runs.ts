/** Canaries as whole runs: two environments of the shop behind a rule, and what the rule says. */
import { type CanaryRecord, canaryKey, readCanary } from '../../src/domain/canary.js';
import type { Route } from '../../src/domain/route.js';
import { type Milliseconds, minutes } from '../../src/domain/time.js';
import { IDLE } from './pair-world.js';
import { RouteWorld, ZONE } from './route-world.js';
import { type Running, type RunWish, startRun } from './runs.js';
import { SHOP } from './world.js';

const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';

const NAME = 'shop.example.com';
const RECORDS = [
  { Name: NAME, Type: 'A', AliasTarget: { DNSName: SHOP.name, EvaluateTargetHealth: true } },
  { Name: NAME, Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"kept"' }] },
  { Name: `office.${NAME}`, Type: 'A', AliasTarget: { DNSName: SHOP.name, EvaluateTargetHealth: true } },
];

export class CanaryWorld extends RouteWorld {
  readonly #router: 'alb' | 'route53';

  constructor(router: 'alb' | 'route53' = 'alb', idle: 'v1' | 'none' = 'v1') {
    // Before the first canary the name is a plain alias, beside a record of another type.
    super({ shares: router === 'alb', idle, records: router === 'alb' ? [] : RECORDS });
    this.#router = router;
  }

  async inputs(more: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
    const route = await this.alb().catch(() => undefined);
    return {
      strategy: 'canary',
      'idle-environment-name': IDLE,
      'canary-steps': '5%:4m, 50%:4m',
      bake: '2m',
      ...(this.#router === 'alb' && route?.kind === 'alb' ? { 'listener-rule-arn': route.ruleArn } : {}),
      ...(this.#router === 'route53' ? { 'hosted-zone-id': ZONE, 'record-name': NAME } : {}),
      ...more,
    };
  }

  async start(inputs: Readonly<Record<string, string>> = {}, wish: Omit<RunWish, 'inputs'> = {}): Promise<Running> {
    return startRun(this, { inputs: await this.inputs(inputs), ...wish });
  }

  async run(inputs: Readonly<Record<string, string>> = {}, wish: Omit<RunWish, 'inputs'> = {}): Promise<Running> {
    const running = await this.start(inputs, wish);
    await running.ended;
    return running;
  }

  /** Percent of the production rule, by name of the environment; who is not in it is absent. */
  async shares(): Promise<Record<string, number>> {
    const route = await this.alb();
    const environments = this.#living();
    const ends = await Promise.all(environments.map((one) => this.routers.end(route, one)));
    const { shares } = await this.routers.read(route, ends);
    return Object.fromEntries(
      environments.flatMap(({ id, name }) => (shares[id] === undefined ? [] : [[name, Math.round(shares[id])]])),
    );
  }

  /** Names of the environments that a rule gives requests to. */
  async targetsOf(priority: string): Promise<readonly string[]> {
    const route = await this.alb();
    const ends = await Promise.all(
      this.#living().map(async (one) => [await this.routers.end(route, one), one] as const),
    );
    const forward = (await this.rule(priority)).Actions?.find(({ Type }) => Type === 'forward');
    const arns = (forward?.ForwardConfig?.TargetGroups ?? []).filter(({ Weight }) => Weight !== 0);
    return ends.flatMap(([end, { name }]) =>
      end.kind === 'alb' && arns.some(({ TargetGroupArn }) => TargetGroupArn === end.targetGroupArn) ? [name] : [],
    );
  }

  #living(): readonly { readonly id: string; readonly name: string }[] {
    const state = this.simulator.state() as { environments: { id: string; name: string; status: string }[] };
    return state.environments.filter(({ status }) => status !== 'Terminated' && status !== 'Terminating');
  }

  /** Everything of the load balancer but where the production rule forwards to, as text. */
  async foreign(): Promise<string> {
    const rules = await this.rules();
    const without = rules.map((rule) =>
      rule.Priority === '10'
        ? { ...rule, Actions: (rule.Actions ?? []).map((one) => (one.Type === 'forward' ? one.Order : one)) }
        : rule,
    );
    return JSON.stringify(without, null, 1);
  }

  /** Weights of the two sides in the zone: first that of the shop. */
  async weights(): Promise<readonly (number | undefined)[]> {
    const route: Route = { kind: 'route53', zoneId: ZONE, recordName: NAME };
    const { stable, canary } = this.pair;
    const { shares } = await this.routers.read(route, Object.values(await this.ends(route)));
    return [stable, canary].map(({ id }) => shares[id]);
  }

  /** Every record of the zone but those of the shop, as text. */
  async foreignRecords(): Promise<string> {
    return JSON.stringify((await this.records()).filter(({ Name, Type }) => Name !== `${NAME}.` || Type !== 'A'));
  }

  /** Somebody in the console. */
  async setByHand(percent: number): Promise<void> {
    const route = await this.alb();
    const router = await this.routers.between(route, await this.ends(route));
    await router.set(percent, await router.read());
  }

  record(): CanaryRecord | undefined {
    const text = this.objects.text(BUCKET, canaryKey(SHOP.name, IDLE));
    return text === undefined ? undefined : readCanary(text);
  }

  /** Waits, on the virtual clock, until it is so; throws after a long time. */
  async until(isSo: () => boolean, patience: Milliseconds = minutes(30)): Promise<void> {
    const giveUpAt = this.clock.now() + patience;
    while (!isSo()) {
      if (this.clock.now() >= giveUpAt) throw new Error('it never came to that');
      await this.clock.sleep(1_000);
    }
  }
}
