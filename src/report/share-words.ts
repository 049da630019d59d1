/** The steps of a canary, said in one line each. */
import type { ShareStep } from '../domain/share-steps.js';
import { formatDuration } from '../domain/time.js';
import { foreignText } from './foreign.js';

/** As long as the names of the other steps. */
const name = (text: string): string => foreignText(text, 100);

export function shareTitle(step: ShareStep): string {
  const [stable, canary] = [name(step.stable.name), name(step.canary.name)];
  switch (step.kind) {
    case 'shift':
      return step.weight === 100
        ? `Give ${canary} all requests`
        : `Give ${canary} ${step.weight} % of the requests, and ${stable} the rest`;
    case 'observe':
      return `Compare both sides at ${step.weight} % for ${formatDuration(step.span)}`;
    case 'restore':
      return `Give ${stable} all requests again`;
    case 'preview': {
      const header = `${name(step.header.name)}: ${name(step.header.value)}`;
      return `Let requests with ${header} see ${step.shows === 'canary' ? canary : stable}`;
    }
    case 'detach':
      return `Take ${stable}, which has no requests any more, out of what divides them`;
  }
}
