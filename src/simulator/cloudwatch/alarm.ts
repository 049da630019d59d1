/** An alarm as the simulated CloudWatch keeps it: what was put, and where it stands. */
import type { Instant } from '../../domain/time.js';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface Alarm {
  readonly name: string;
  readonly arn: string;
  readonly kind: 'metric' | 'composite';
  /** The members of PutMetricAlarm or PutCompositeAlarm, as they were given. */
  definition: Readonly<Record<string, unknown>>;
  state: AlarmState;
  reason: string;
  /** When it took this state; of the alarm itself in `updatedAt`. */
  since: Instant;
  updatedAt: Instant;
  /** The minute that it was last judged by; SetAlarmState holds until the next one. */
  judgedAt: Instant;
}
