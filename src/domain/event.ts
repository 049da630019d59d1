/** Events of an environment: the service's own words, and whose they are. Foreign text: only renderers may print it. */
import type { Instant } from './time.js';

export type Severity = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';

/** An event has no id; see `watch/stream.ts` for how two of them are told apart. */
export interface EnvironmentEvent {
  /** Control-plane events have milliseconds, events from instances whole seconds (observed), so that they sort early. */
  readonly date: Instant;
  readonly message: string;
  readonly severity: Severity;
  /** Absent on health transitions and on added and removed instances (observed). */
  readonly requestId?: string;
  readonly environmentName?: string;
  readonly versionLabel?: string;
}

/** `own`: carries a request id of this rollout; `other`: somebody else's; `shared`: has none (health, instances). */
export type Attribution = 'own' | 'other' | 'shared';

export interface SeenEvent extends EnvironmentEvent {
  readonly attribution: Attribution;
  /** Became readable only after newer events had been given out already. */
  readonly late?: boolean;
}
