/** CloudWatch alarms, read by name. */
import type { AlarmReading } from '../domain/alarm.js';

/** Throws `ActionError` only. */
export interface Alarms {
  /** Where each stands now, metric and composite alarms alike. A name without an alarm is not in the answer. */
  read(names: readonly string[]): Promise<readonly AlarmReading[]>;
}
