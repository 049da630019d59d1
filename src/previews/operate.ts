/** The operations of previews, by their names. */
import type { Outcome } from '../domain/outcome.js';
import type { PreviewRequest } from './previewing.js';
import { runPreview } from './run-preview.js';
import { runSweep } from './run-sweep.js';

/** Throws `ActionError` when AWS cannot be asked for what has to be known first. */
export function operatePreviews(request: PreviewRequest): Promise<Outcome> {
  switch (request.settings.operation) {
    case 'preview':
      return runPreview(request);
    case 'sweep':
      return runSweep(request);
  }
}
