/** Judges an update of pods: nothing but the environment can be asked, so an error that the service told of is believed. Pure. */
import type { SeenEvent } from '../domain/event.js';
import type { PodExpectation } from '../domain/plan.js';
import type { Finding } from './finding.js';
import type { Knowledge } from './knowledge.js';

const LONGEST_QUOTE = 300;

/**
 * A failed update may roll back by itself and end Ready with good colours, so Ready, the label and no ERROR since the
 * request are needed together (AWS guide, "Deploying to Beanstalk Cluster environments").
 */
export function findPods(expects: PodExpectation | undefined, known: Knowledge): Finding {
  if (expects === undefined) return { found: 'proven' };
  const [error] = expects.forgivesErrors === true ? [] : [...known.events.errors, ...known.events.sharedErrors];
  if (error !== undefined) {
    const reason = `the environment is Ready, but since the update was asked for Elastic Beanstalk said: ${quote(error)}`;
    return { found: 'failed', code: 'deployment-failed', reason };
  }
  const note = 'pods cannot be asked what they run, and no error was told of';
  return {
    found: 'proven',
    note: expects.readinessProbe ? note : `${note}; without a readiness probe nothing shows that they answer`,
  };
}

const quote = ({ message }: SeenEvent): string =>
  message.length > LONGEST_QUOTE ? `${message.slice(0, LONGEST_QUOTE)}…` : message;
