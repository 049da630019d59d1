/** Reads the figures of both sides of a rollout: from CloudWatch where a load balancer counts for each, else from enhanced health. */
import type { FigurePlace, FigureWindow, JudgeRules, SideFigures, Sides } from '../domain/judgement.js';
import { ActionError } from '../domain/problem.js';
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { addUp } from '../judge/figures.js';
import {
  type Asked,
  figureQueries,
  figuresOf,
  type MetricPlace,
  type Points,
  slowerQuery,
  windowsOf,
} from '../judge/metric-figures.js';
import { latencyLimits } from '../judge/rules.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Clock } from '../ports/clock.js';
import type { Metrics } from '../ports/metrics.js';

const MINUTE = minutes(1);
/** Points of load balancers come one to three minutes late: what is younger may still be missing. */
const LATE: Milliseconds = minutes(2);
/** Samples of enhanced health of both sides within so much belong together. */
const TOGETHER = seconds(10);

export interface FigurePorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly metrics: Metrics;
  readonly beanstalk: Pick<Beanstalk, 'health'>;
}

export interface SideReader {
  /** Takes what can only be seen now. Called often. */
  sample(): Promise<void>;
  /** Everything that is known since the beginning. */
  read(rules: JudgeRules): Promise<Sides<SideFigures>>;
}

/** Figures from this moment on, the minute around it included: both sides are compared in the same minutes. */
export function sideReader(ports: FigurePorts, places: Sides<FigurePlace>, since: Instant): SideReader {
  const { clock, beanstalk } = ports;
  const samples = { stable: new HealthSamples(beanstalk), canary: new HealthSamples(beanstalk) };
  return {
    sample: async () => {
      for (const side of ['stable', 'canary'] as const) {
        const place = places[side];
        if (place.kind === 'environment') await samples[side].take(place.environment.id, clock.now());
      }
    },
    read: async (rules) => {
      const span = { from: since, to: Math.floor((clock.now() - LATE) / MINUTE) * MINUTE };
      const readSide = (side: 'stable' | 'canary', limits: readonly Milliseconds[]): Promise<SideFigures> => {
        const place = places[side];
        if (place.kind !== 'environment') return readMetrics(ports, place, span, limits);
        return Promise.resolve(addUp('environment-health', { from: since, to: clock.now() }, samples[side].windows));
      };
      const stable = await readSide('stable', []);
      return { stable, canary: await readSide('canary', latencyLimits(rules, stable)) };
    },
  };
}

async function readMetrics(
  { metrics }: FigurePorts,
  place: MetricPlace,
  span: { readonly from: Instant; readonly to: Instant },
  limits: readonly Milliseconds[],
): Promise<SideFigures> {
  const from = Math.floor(span.from / MINUTE) * MINUTE;
  if (span.to <= from) return figuresOf(span, []);
  const { requests, errors, p99 } = figureQueries(place);
  const asked: Readonly<Record<string, Asked>> = {
    requests,
    p99,
    ...Object.fromEntries(errors.map((one, index) => [`errors${index}`, one])),
    ...Object.fromEntries(limits.map((limit, index) => [`slower${index}`, slowerQuery(place, limit)])),
  };
  const found = await metrics.points(
    Object.entries(asked).map(([id, query]) => ({ id, ...query })),
    { from, to: span.to, period: MINUTE },
  );
  const points = (id: string): Points => found.get(id) ?? [];
  const windows = windowsOf({
    requests: points('requests'),
    errors: errors.map((_, index) => points(`errors${index}`)),
    p99: points('p99'),
  });
  return figuresOf(span, windows, new Map(limits.map((limit, index) => [limit, points(`slower${index}`)])));
}

/** Ten seconds at a time, as `DescribeEnvironmentHealth` tells them; a reading that has not moved is the one from before. */
class HealthSamples {
  readonly #beanstalk: FigurePorts['beanstalk'];
  #windows: readonly FigureWindow[] = [];
  #refreshedAt: Instant | undefined;

  constructor(beanstalk: FigurePorts['beanstalk']) {
    this.#beanstalk = beanstalk;
  }

  get windows(): readonly FigureWindow[] {
    return this.#windows;
  }

  async take(environmentId: string, now: Instant): Promise<void> {
    try {
      const { requests, refreshedAt } = await this.#beanstalk.health(environmentId);
      if (requests === undefined || (refreshedAt !== undefined && refreshedAt === this.#refreshedAt)) return;
      this.#refreshedAt = refreshedAt;
      if (requests.requestCount <= 0) return;
      const window = {
        at: Math.floor(now / TOGETHER) * TOGETHER,
        requests: requests.requestCount,
        errors5xx: requests.status5xx,
        ...(requests.p99 === undefined ? {} : { p99: Math.round(requests.p99 * 1_000) }),
      };
      // Decisions keep what they were made of.
      this.#windows = [...this.#windows, window];
    } catch (error) {
      // A sample that is missing is no evidence; whoever needs some will say that there is too little.
      if (error instanceof ActionError && error.problem.code === 'enhanced-health-off') return;
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    }
  }
}
