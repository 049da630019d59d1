/** What the steps after it are told: outputs about an environment, held against the simulated service. Pure. */
import { isGoodEnd, knowsPair, ofEach } from './each-run.js';
import { isPair, isPreview, isShared } from './plot.js';
import { has, isStirred } from './reasons.js';
import type { TrueEnvironment } from './truth.js';

const isThere = ({ status }: TrueEnvironment): boolean => !status.startsWith('Terminat');

/** At a good end; after another one the environment may still be at work, and is as it was when it was last looked at. */
export const outputsAreTrue = ofEach((run, { outcome }, played) => {
  const { plot, deeds } = played;
  if (isStirred(played, run) || has(plot, 'stale-read') || isPreview(plot)) return [];
  if (run.inputs.operation === 'terminate') return [];
  const { outputs, truth } = run;
  const about = truth.environments.find(({ id }) => id === outputs['environment-id']);
  const idle = outputs['idle-environment-name'] ?? '';
  const isLeftAlone =
    isPair(plot) && deeds.length === 0 && !has(plot, 'updated-by-someone') && outcome.stillRunning.length === 0;
  const wrong: string[] = [];
  const differs = (name: string, is: string | undefined): void => {
    if ((outputs[name] ?? '') !== (is ?? '')) wrong.push(`${name} is ${outputs[name]}, but ${about?.name} has ${is}`);
  };
  if (isGoodEnd(outcome.state)) {
    if (about === undefined) return [`there is no environment ${outputs['environment-id']}`];
    differs('environment-status', about.status);
    differs('version-label', about.versionLabel);
    // Behind shares users come by a name of their own.
    if (!isShared(plot)) differs('environment-url', about.cname);
    const others = truth.environments.filter((one) => isThere(one) && one.id !== about.id);
    // Who has nothing to do with the idle side any more does not look whether somebody else has taken it away.
    const isTaken =
      has(plot, 'terminated-by-someone') || deeds.some(({ actor, refused }) => actor.kind === 'terminates' && !refused);
    if (knowsPair(played, run) && !isTaken && idle !== (others[0]?.name ?? ''))
      wrong.push(`idle is ${idle}, but there is ${others[0]?.name}`);
  } else if (isLeftAlone && about !== undefined) differs('environment-status', about.status);
  return wrong;
});
