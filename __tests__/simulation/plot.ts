/** What happens in one simulated rollout, as data: where, what is asked, how good the version is, and everything that goes wrong. */
import type { Fault, VersionBehaviour } from '../../src/simulator/scenario.js';

export type Inputs = Readonly<Record<string, string>>;

/** The environment before anybody deploys; it runs `v1`. */
export interface Ground {
  readonly instances: number;
  readonly loadBalancer: 'application' | 'network' | 'classic' | 'none';
  readonly tier: 'WebServer' | 'Worker';
  readonly enhancedHealth: boolean;
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Events of earlier days. */
  readonly pastEvents?: number;
  /** The other side of a pair: it is not there yet, or it runs an older version. Absent: there is no pair. */
  readonly idle?: 'none' | 'v0';
  /** What leads users to the environment: a rule on a shared load balancer, or a name of the user's own in Route 53. */
  readonly route?: 'alb' | 'route53';
  /** What the run is about is the preview of a pull request; it is not there yet, or it runs an older version. */
  readonly preview?: 'none' | 'v0';
}

/** Somebody else, so many seconds after the run began. What the service refuses them is not done. */
export type Actor = { readonly at: number } & (
  | { readonly kind: 'deploys'; readonly label: string }
  | { readonly kind: 'sets-variable' }
  | { readonly kind: 'resizes'; readonly instances: number }
  | { readonly kind: 'aborts' }
  | { readonly kind: 'restarts' }
  | { readonly kind: 'swaps' }
  | { readonly kind: 'terminates'; readonly side: 'live' | 'idle' }
  /** Auto Scaling, by an alarm: so many instances. */
  | { readonly kind: 'scales'; readonly side: 'live' | 'idle'; readonly instances: number }
  /** Auto Scaling, after a failed status check: the instance with this number goes, and another one comes. */
  | { readonly kind: 'replaces-instance'; readonly side: 'live' | 'idle'; readonly index: number }
  /** The service's own update of the platform. */
  | { readonly kind: 'updates-platform' }
  /** Somebody closes the pull request, and the run on that event begins. */
  | { readonly kind: 'closes-pull-request' }
  /** Another run of this action on the same environment. */
  | { readonly kind: 'pipeline'; readonly label: string; readonly inputs: Inputs }
);

export interface Plot {
  readonly seed: number;
  /** Through the SDK a call is signed, sent as a form, and answered in XML. */
  readonly speaks: 'directly' | 'through-sdk';
  /** With sessions of a role that end after an hour of the simulated time and are taken anew; through the SDK only. */
  readonly assumesRole?: true;
  readonly ground: Ground;
  /** Of the run that all is about, over those that every run needs. */
  readonly inputs: Inputs;
  /** How `v2`, the version that is deployed, behaves. */
  readonly version: VersionBehaviour;
  readonly faults: readonly Fault[];
  readonly actors: readonly Actor[];
  /** Seconds after its begin at which the run is asked to stop. */
  readonly cancelAt?: number;
  /** It is asked to stop at its n-th call that changes something: when that is sent, or as soon as it is answered. */
  readonly stopAt?: { readonly change: number; readonly when: 'sent' | 'answered' };
  /** From its n-th call that changes something on, which is lost before it arrives or whose answer is, no call gets through. */
  readonly darkAt?: { readonly change: number; readonly lost: 'call' | 'answer'; readonly seconds: number };
  /** The process is gone at its n-th request, before or after the service has acted; then it is run again. */
  readonly killAt?: { readonly request: number; readonly when: 'before' | 'after' };
}

/** The environment of a pull request: production is only the model that it is made from. */
export const isPreview = ({ ground }: Plot): boolean => ground.preview !== undefined;

/** GitHub can be asked whether the pull request is still open. */
export const seesGitHub = (plot: Plot): boolean => isPreview(plot) && plot.inputs['github-token'] !== undefined;

export const isPair = ({ ground }: Plot): boolean => ground.idle !== undefined;

/** Requests are divided by weights: of a rule or of records; otherwise users go to whoever holds the production name. */
export const isShared = ({ ground }: Plot): boolean => ground.route !== undefined;
