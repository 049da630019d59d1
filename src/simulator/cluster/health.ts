/** Health of Cluster environments: what the load balancer counts, and nothing about single pods. */
import type { Context } from '../context.js';
import { colorOf, isWorse, type Judgement, judgeRequests } from '../health-rules.js';
import { hasLoadBalancer } from '../instances.js';
import type { RequestMetrics } from '../runtime/runtime.js';
import type { Environment, HealthStatus } from '../world.js';
import { podsOf } from './pods.js';

const IDLE = 'Insufficient request rate (0.0 requests/min) to determine application health.';
/** AWS agent guide for Cluster mode, "Troubleshooting". */
const UNHEALTHY = 'ELB health is failing or not available for all instances.';

/** The environment's health now. Without a load balancer nothing is judged: Grey for good (AWS agent guide). */
export function judgeCluster(context: Context, environment: Environment): Judgement {
  if (!hasLoadBalancer(environment)) return { status: 'NoData', causes: [] };
  const pods = podsOf(environment).filter(({ traffic }) => traffic === 'registered');
  const requests = clusterRequests(context, environment);
  if (requests.requestCount === 0) return { status: 'NoData', causes: [IDLE] };
  const targets = pods.map(({ id }) => context.runtime.targetHealth(environment.id, id));
  if (targets.length > 0 && targets.every((target) => target === 'unhealthy')) {
    return { status: 'Severe', causes: [UNHEALTHY] };
  }
  const judged = judgeRequests(requests);
  return played(context, pods, judged);
}

/** A scenario may say outright how healthy a version is. */
function played(context: Context, pods: ReturnType<typeof podsOf>, judged: Judgement): Judgement {
  let worst: HealthStatus = judged.status;
  for (const { id } of pods) {
    const { status } = context.runtime.vitals(id, context.now());
    if (status !== undefined && isWorse(status, worst)) worst = status;
  }
  if (worst === judged.status) return judged;
  return { status: worst, causes: ['The share of requests that fail has risen.'] };
}

export function clusterRequests(context: Context, environment: Environment): RequestMetrics {
  const sum = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
  for (const { id } of podsOf(environment)) {
    const { requests } = context.runtime.vitals(id, context.now());
    for (const key of ['requestCount', 'status2xx', 'status3xx', 'status4xx', 'status5xx'] as const) {
      sum[key] += requests[key];
    }
  }
  return sum;
}

/** Notes the health; answers it for the event that tells of a change. */
export function refreshCluster(context: Context, environment: Environment): Judgement {
  const judged = judgeCluster(context, environment);
  environment.health.color = colorOf(judged.status);
  environment.health.status = judged.status;
  environment.health.causes = judged.causes;
  return judged;
}
