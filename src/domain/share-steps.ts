/** The steps of a canary: between two environments, which both have a share of the requests. */
import type { AlarmWatch } from './alarm.js';
import type { ConfirmUrl, JudgeRules } from './judgement.js';
import type { EnvironmentRef, Gate, SmokeTest, Undo } from './plan.js';
import type { PreviewHeader, Route } from './route.js';
import type { Milliseconds } from './time.js';

export interface BetweenTwo {
  readonly route: Route;
  /** Has what the canary does not have. */
  readonly stable: EnvironmentRef;
  /** Its id is empty until it is created. */
  readonly canary: EnvironmentRef;
}

/** The canary gets this share of the requests, after its targets were counted; read back. */
export interface ShiftStep extends BetweenTwo {
  readonly kind: 'shift';
  /** What it has before, in percent: anything else was set by somebody else. */
  readonly before: number;
  /** Percent, 1 to 100. */
  readonly weight: number;
  /** At least so many healthy targets, or nothing is raised. */
  readonly targets: number;
  readonly undo?: Undo;
}

/** Watches both sides at one weight, and decides by the figures of both. */
export interface ObserveStep extends BetweenTwo {
  readonly kind: 'observe';
  readonly weight: number;
  /** From 1, of so many. */
  readonly step: number;
  readonly steps: number;
  readonly span: Milliseconds;
  readonly rules: JudgeRules;
  readonly smoke?: SmokeTest;
  readonly command?: Extract<Gate, { readonly kind: 'command' }>;
  readonly confirm?: ConfirmUrl;
  readonly alarms?: AlarmWatch;
}

/** Everything back to the stable side, whatever the shares are; read back. */
export interface RestoreStep extends BetweenTwo {
  readonly kind: 'restore';
}

/** Takes the side that has no share any more out of the route, so that it can be terminated. */
export interface DetachStep extends BetweenTwo {
  readonly kind: 'detach';
}

/** Requests with a certain header see this side, whatever its share is; nobody else's way changes. */
export interface PreviewStep extends BetweenTwo {
  readonly kind: 'preview';
  readonly header: PreviewHeader;
  readonly shows: 'canary' | 'stable';
  readonly undo?: Undo;
}

export type ShareStep = ShiftStep | ObserveStep | RestoreStep | DetachStep | PreviewStep;
