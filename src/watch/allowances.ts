/** How long the service may lag behind itself before a judge takes its answers at their word. One table, with reasons. */
import { LABEL_LAG } from '../domain/environment.js';
import { minutes, seconds } from '../domain/time.js';

export const ALLOWANCES = {
  /**
   * An accepted update whose beginning nobody can see: the opening event is written before the answer and was readable
   * after 1.7 s (observed), so minutes of nothing are no lag.
   */
  notStarted: minutes(3),
  /** DescribeEnvironments answers without the environment: eventual consistency, or a permission that was lost. */
  absent: minutes(2),
  labelLag: LABEL_LAG,
  /** Ready, yet instances with another deployment: agents report every 10 s, removed instances stay listed for a while. */
  fleetLag: seconds(90),
  /**
   * Ready, yet an instance that Auto Scaling launched while the update ran has not got its version: it boots, and its command
   * has ten minutes and four more (AWS guide, "Timeout", and what is added to it).
   */
  launching: minutes(15),
  /** Ready, yet other option values in DescribeConfigurationSettings. */
  settingsLag: seconds(60),
  /** Instances or health that were not computed anew since the end, although agents report every 10 s. */
  refresh: minutes(5),
  /** Basic health tells no refresh time; its checks run every 10 s (AWS guide, "Basic health reporting"). */
  basicRefresh: seconds(15),
  /** DateUpdated has not moved although an event announced the end so long ago: then it does not move. */
  unmovedDate: seconds(90),
  /** Answers older than one that was read already, and nothing newer for so long: then DateUpdated went back. */
  olderAnswer: seconds(90),
} as const;
