/** A scenario's slow batch: the service takes longer over it, nothing else is wrong. */
import { seconds } from '../../domain/time.js';
import { faultsOf } from '../context.js';
import { type Script, wait } from '../timeline.js';
import type { Update } from './update.js';

export function* slowBatch(update: Update, batch: number): Script {
  for (const fault of faultsOf(update.context, 'slow-batch')) {
    if (fault.batch === batch) yield* wait(seconds(fault.seconds));
  }
}
