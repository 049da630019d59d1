/** Alarms while something else is being watched: asked again and again, until one goes off or the other has ended. */
import { type AlarmWatch, alarmProblem, inconclusiveProblem, judgeAlarms } from '../domain/alarm.js';
import type { GateFinding } from '../domain/gate.js';
import { cannotTell } from '../domain/gate.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { type Milliseconds, seconds } from '../domain/time.js';
import { failed } from '../domain/verdict.js';
import { unlessStopped } from '../watch/stop.js';
import type { SettleEnd } from '../watch/watch.js';
import type { Rollout, Run } from './run.js';

/** Alarms are judged once a minute by the service, some every ten seconds. */
const EVERY: Milliseconds = seconds(15);

/** One look. A call that fails and may be made again cannot tell; others throw. */
export async function askAlarms(rollout: Rollout, { names }: AlarmWatch): Promise<GateFinding> {
  const { ports, say } = rollout.request;
  try {
    return judgeAlarms(names, await ports.alarms.read(names));
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return cannotTell(`the alarms could not be read (${error.problem.what.replace(/\.$/, '')})`);
  }
}

/** Resolves with the reason when an alarm goes off; with `undefined` when `ended` aborts first. */
export async function alarmGoesOff(
  rollout: Rollout,
  alarms: AlarmWatch,
  ended: AbortSignal,
): Promise<string | undefined> {
  const { clock } = rollout.request.ports;
  const every = rollout.request.settings.pollInterval ?? EVERY;
  while (!ended.aborted) {
    await clock.sleep(every, ended);
    if (ended.aborted) return undefined;
    const finding = await askAlarms(rollout, alarms);
    if (finding.result === 'fail' && !ended.aborted) return finding.why;
  }
  return undefined;
}

/** What a gate's last word means: go on (`undefined`), or stop with a problem. An inconclusive one is never passed in silence. */
export function afterFinding(
  rollout: Rollout,
  finding: GateFinding,
  onInconclusive: AlarmWatch['onInconclusive'],
  problems: { readonly failed: (why: string) => Problem; readonly unclear: (why: string) => Problem },
): Problem | undefined {
  switch (finding.result) {
    case 'pass':
      rollout.request.say({ type: 'notice', text: `Gate passed: ${finding.why}.` });
      return undefined;
    case 'fail':
      return problems.failed(finding.why);
    case 'inconclusive': {
      const problem = problems.unclear(finding.why);
      if (onInconclusive === 'fail') return problem;
      rollout.request.say({
        type: 'warning',
        problem: { ...problem, what: `A gate could not tell: ${finding.why}. The rollout goes on.` },
      });
      return undefined;
    }
  }
}

/** Watches an update with the alarms beside it. One that goes off ends the wait at once, as a failure with its reason. */
export async function settleUnderAlarms(
  run: Run,
  alarms: AlarmWatch,
  settle: (stop: AbortSignal) => Promise<SettleEnd>,
): Promise<SettleEnd> {
  const { rollout } = run;
  const { cancel } = rollout.request;
  const stop = new AbortController();
  const ended = new AbortController();
  let wentOff: string | undefined;
  let broken: Problem | undefined;
  const watching = alarmGoesOff(rollout, alarms, AbortSignal.any([ended.signal, cancel]))
    .then((why) => {
      wentOff = why;
    })
    .catch((error: unknown) => {
      if (!(error instanceof ActionError)) throw error;
      broken = error.problem;
    })
    .finally(() => stop.abort());
  const end = await settle(stop.signal).finally(() => ended.abort());
  // A request to stop has seconds: a call that is under way is left behind.
  await unlessStopped(watching, cancel);
  if (cancel.aborted) return end;
  const { known } = end;
  if (wentOff !== undefined) {
    return { end: 'judged', verdict: failed('alarm-went-off', wentOff), proof: 'none', known };
  }
  if (broken !== undefined) return { end: 'broken', problem: broken, known };
  if (end.end !== 'judged' || end.verdict.verdict !== 'reached') return end;
  const problem = await unlessStopped(lastWord(rollout, alarms), cancel);
  if (cancel.aborted) return { end: 'cancelled', known };
  if (problem === undefined) return end;
  const code = problem.code === 'inconclusive' ? 'inconclusive' : 'alarm-went-off';
  return { ...end, verdict: failed(code, problem.what.replace(/\.$/, '')) };
}

/** The alarms once more, at the end of what they guard. */
export async function lastWord(rollout: Rollout, alarms: AlarmWatch, when = ''): Promise<Problem | undefined> {
  return afterFinding(rollout, await askAlarms(rollout, alarms), alarms.onInconclusive, {
    failed: (why) => alarmProblem(why, when),
    unclear: inconclusiveProblem,
  });
}
