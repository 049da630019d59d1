/** Gates without statistics while a version has a share of the traffic: health, targets, alarms, requests, and what the user asks at the end. */
import { healthIn, type SeenHealth, shownHealth, tasteOfHealth } from '../domain/accepted-health.js';
import { colorOf } from '../domain/environment.js';
import { cannotTell, fails, type GateFinding, passes } from '../domain/gate.js';
import type { RuleFinding, RuleName } from '../domain/judgement.js';
import { ActionError } from '../domain/problem.js';
import type { TargetHealth } from '../domain/route.js';
import type { ObserveStep } from '../domain/share-steps.js';
import { type Instant, type Milliseconds, seconds } from '../domain/time.js';
import { askAlarms } from './alarm-watch.js';
import { askOnce, runCommand } from './gates.js';
import { type Rollout, type Run, runOf } from './run.js';

/** Not acceptable, yet no failure (a warning): so long it may last. */
const DOUBTFUL: Milliseconds = seconds(60);
const ANSWER_LIMIT = seconds(20);

/** Keeps in mind what one look forgets: how often in a row something was bad, and since when it is doubtful. */
export class HoldGates {
  readonly #rollout: Rollout;
  readonly #step: ObserveStep;
  readonly #targets: () => Promise<TargetHealth | undefined>;
  readonly #run: Run;
  readonly #findings = new Map<RuleName, GateFinding>();
  readonly #bad = new Map<RuleName, number>();
  #doubtfulSince: Instant | undefined;
  #host: string | undefined;
  #commandPassed = false;
  #confirmSince: Instant | undefined;

  constructor(rollout: Rollout, step: ObserveStep, targets: () => Promise<TargetHealth | undefined>) {
    this.#rollout = rollout;
    this.#step = step;
    this.#targets = targets;
    this.#run = runOf(rollout, step.canary);
  }

  get findings(): readonly RuleFinding[] {
    return [...this.#findings].map(([rule, finding]) => ({ rule, finding }));
  }

  get hasFailed(): boolean {
    return [...this.#findings.values()].some(({ result }) => result === 'fail');
  }

  /** One look at everything that can be seen at any time. */
  async look(): Promise<void> {
    await this.#ask('health', () => this.#health());
    await this.#ask('targets', () => this.#targetsHealthy());
    const { alarms, smoke } = this.#step;
    if (alarms !== undefined) this.#findings.set('alarms', await askAlarms(this.#rollout, alarms));
    if (smoke !== undefined) await this.#ask('smoke-test', () => this.#request());
  }

  /** What is asked once, when everything else has passed. `undefined`: passed. */
  async atEnd(): Promise<RuleFinding | undefined> {
    const { command, confirm } = this.#step;
    if (command !== undefined && !this.#commandPassed) {
      const why = await runCommand(this.#run, command, { ROLLOUT_WEIGHT: String(this.#step.weight) });
      if (why !== undefined) return { rule: 'verify-command', finding: fails(why) };
      this.#commandPassed = true;
    }
    return confirm === undefined ? undefined : this.#confirmed(confirm);
  }

  /** A look that fails for a while says nothing new; the finding from before stays. */
  async #ask(rule: RuleName, look: () => Promise<GateFinding | undefined>): Promise<void> {
    try {
      const finding = await look();
      if (finding === undefined) return;
      const bad = finding.result === 'fail' ? (this.#bad.get(rule) ?? 0) + 1 : 0;
      this.#bad.set(rule, bad);
      const isForgiven = bad > 0 && bad <= this.#step.rules.failureLimit;
      this.#findings.set(rule, isForgiven ? cannotTell(`${finding.why}, for the first time`) : finding);
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
      this.#rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
      if (!this.#findings.has(rule)) this.#findings.set(rule, cannotTell(`${rule} could not be looked at`));
    }
  }

  async #health(): Promise<GateFinding> {
    const { settings, snapshot, ports } = this.#rollout.request;
    const seen = await this.#seenHealth();
    if (seen === undefined) return cannotTell(`${this.#step.canary.name} is not shown`);
    const why = `the health of ${this.#step.canary.name} is ${shownHealth(seen)}`;
    const taste = tasteOfHealth(settings.acceptHealth, seen, healthIn(snapshot.target.environment));
    if (taste === 'good') {
      this.#doubtfulSince = undefined;
      return passes(why);
    }
    this.#doubtfulSince ??= ports.clock.now();
    const lasts = ports.clock.now() - this.#doubtfulSince >= DOUBTFUL;
    if (taste === 'unclear') return cannotTell(why);
    return seen.health === 'Red' || lasts ? fails(why) : cannotTell(why);
  }

  async #seenHealth(): Promise<SeenHealth | undefined> {
    try {
      const { status } = await this.#run.reader.health(this.#run.target.id);
      return { health: colorOf(status), healthStatus: status };
    } catch (error) {
      if (!(error instanceof ActionError) || error.problem.code !== 'enhanced-health-off') throw error;
    }
    const environment = await this.#run.reader.environment(this.#run.target.id);
    return environment === undefined ? undefined : healthIn(environment);
  }

  async #targetsHealthy(): Promise<GateFinding | undefined> {
    const targets = await this.#targets();
    if (targets === undefined) return undefined;
    const why = `${targets.healthy} of ${targets.total} targets of ${this.#step.canary.name} are healthy for the load balancer`;
    // Targets come and go with Auto Scaling; whether there are enough is asked before the weight is raised.
    return targets.healthy === 0 ? fails(why) : passes(why);
  }

  async #request(): Promise<GateFinding | undefined> {
    const { smoke } = this.#step;
    if (smoke === undefined) return undefined;
    this.#host ??= (await this.#run.reader.environment(this.#run.target.id))?.cname;
    if (this.#host === undefined) return cannotTell(`${this.#step.canary.name} shows no CNAME that could be asked`);
    const why = await askOnce(this.#rollout, this.#host, smoke);
    return why === undefined ? passes(`http://${this.#host}${smoke.path} answered well`) : fails(why);
  }

  /** Everything but 200 means “not yet”, until the time is over. */
  async #confirmed(confirm: NonNullable<ObserveStep['confirm']>): Promise<RuleFinding | undefined> {
    const { ports, cancel } = this.#rollout.request;
    this.#confirmSince ??= ports.clock.now();
    const answer = await ports.http.get({ url: confirm.url, timeout: ANSWER_LIMIT, limitBytes: 1_024, signal: cancel });
    if (answer.kind === 'answered' && answer.status === 200) return undefined;
    const said = answer.kind === 'answered' ? `answered ${answer.status}` : `did not answer (${answer.because})`;
    // What stands behind the path may be a secret.
    const why = `${confirm.url.replace(/[?#].*$/, '')} ${said}`;
    const isOver = ports.clock.now() - this.#confirmSince >= confirm.timeout;
    return { rule: 'confirm-url', finding: isOver ? fails(why) : cannotTell(`${why}, which is not 200 yet`) };
  }
}
