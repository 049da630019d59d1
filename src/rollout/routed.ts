/** After a swap behind a shared load balancer: reads its rules until they give the production name to the new side. */
import type { GateFinding } from '../domain/gate.js';
import { cannotTell } from '../domain/gate.js';
import { judgeRouting } from '../domain/host-rules.js';
import type { Gate } from '../domain/plan.js';
import { ActionError } from '../domain/problem.js';
import { formatDuration, type Milliseconds, minutes, seconds } from '../domain/time.js';
import type { StepEnd } from './perform.js';
import type { Run } from './run.js';

/** Rules take effect within seconds; nobody has published how long the service takes to change them, if it does. */
const LONGEST: Milliseconds = minutes(2);
const EVERY: Milliseconds = seconds(5);

export async function performRouted(run: Run, gate: Extract<Gate, { kind: 'routed' }>): Promise<StepEnd> {
  const { ports, cancel, say } = run.request;
  const { clock } = ports;
  const since = clock.now();
  for (;;) {
    if (cancel.aborted) return { step: 'cancelled' };
    const finding = await look(run, gate);
    if (cancel.aborted) return { step: 'cancelled' };
    if (finding.result === 'pass') {
      say({ type: 'notice', text: `Gate passed: ${finding.why}.` });
      return { step: 'done' };
    }
    if (clock.now() - since >= LONGEST) {
      const what = `${formatDuration(clock.now() - since)} after the swap, ${finding.why}.`;
      const hint =
        'A swap of CNAMEs alone does not move traffic here. Move it by the weights of a rule, or give each side a load balancer of its own.';
      return { step: 'failed', run, problem: { code: 'host-rule-stays', blame: 'you', what, hint } };
    }
    await clock.sleep(EVERY, cancel);
  }
}

async function look(run: Run, { loadBalancerArn, host }: Extract<Gate, { kind: 'routed' }>): Promise<GateFinding> {
  const { loadBalancers } = run.request.ports;
  try {
    const rules = await loadBalancers.rules(loadBalancerArn);
    const environments = await loadBalancers.environments(loadBalancerArn);
    return judgeRouting({ rules, environments }, host, run.target);
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return cannotTell('the rules of the shared load balancer could not be read');
  }
}
