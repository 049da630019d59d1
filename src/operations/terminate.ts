/** `operation: terminate`: the plan to remove an environment, refused until it is proven to be the one that is meant. */
import { coupledDatabase, isCname } from '../domain/creation.js';
import { fleetOf } from '../domain/fleet.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings, TerminationWish } from '../domain/settings.js';
import type { EnvironmentSnapshot, Snapshot } from '../domain/snapshot.js';
import { minutes } from '../domain/time.js';
import type { Planned } from './operation.js';

export interface TerminationRequest {
  readonly settings: DeploySettings;
  readonly snapshot: Snapshot;
}

/** Several minutes behind a load balancer (AWS guide, "Terminate an environment"). */
const USUAL = minutes(5);
const LONGEST = minutes(60);

const NOTHING_CONFIRMED: TerminationWish = { allowDatabaseDeletion: false };

export function planTermination({ settings, snapshot }: TerminationRequest): Planned {
  const { target } = snapshot;
  const { environment } = target;
  const wish = settings.termination ?? NOTHING_CONFIRMED;
  const problems = refuseTermination({ settings, snapshot });
  if (problems.length > 0) return { kind: 'refused', problems };
  const ref = { id: environment.id, name: environment.name };
  return {
    kind: 'plan',
    plan: {
      operation: 'terminate',
      strategy: 'terminate',
      environment: ref,
      application: settings.application,
      steps: [
        {
          kind: 'terminate',
          environment: ref,
          application: settings.application,
          ...(environment.cname === undefined ? {} : { cname: environment.cname }),
          ...(wish.productionCname === undefined ? {} : { productionCname: wish.productionCname }),
          expectedDuration: USUAL,
        },
      ],
      forecast: {
        strategy: 'terminate',
        duration: USUAL,
        durationBasis: 'estimated',
        lowestCapacity: 0,
        capacity: fleetOf(target).size,
        extraInstances: 0,
        extraInstanceHours: 0,
        downtime: 'unknown',
        versionsSideBySide: false,
        wayBack:
          'none in this action; Elastic Beanstalk can rebuild a terminated environment for 42 days, without its data',
        refusals: [],
      },
      comparison: [],
      warnings: warningsOf(target),
      timeout: settings.timeout ?? LONGEST,
    },
  };
}

/** Every reason against it. */
export function refuseTermination({ settings, snapshot }: TerminationRequest): readonly Problem[] {
  const { target } = snapshot;
  const wish = settings.termination ?? NOTHING_CONFIRMED;
  return [...refuseProduction(wish, target), ...refuseUnproven(wish, target), ...refuseDatabase(wish, target)];
}

function refuseProduction(
  { productionCname }: TerminationWish,
  { environment }: EnvironmentSnapshot,
): readonly Problem[] {
  if (productionCname === undefined || !isCname(environment.cname, productionCname)) return [];
  return [
    {
      code: 'environment-in-production',
      blame: 'you',
      what: `${environment.name} holds the production CNAME ${environment.cname ?? productionCname}, so it is not terminated.`,
      hint: 'Move the traffic away first, for example with `strategy: blue-green`; no other input overrides this.',
      input: 'production-cname',
    },
  ];
}

/** A name can be a typing error, or mean another environment than yesterday; an id is never used twice. */
function refuseUnproven({ confirmedId }: TerminationWish, { environment }: EnvironmentSnapshot): readonly Problem[] {
  if (confirmedId === environment.id) return [];
  return [
    {
      code: 'environment-not-confirmed',
      blame: 'you',
      what:
        confirmedId === undefined
          ? `${environment.name} of ${environment.application} is ${environment.id}; nothing confirms that this is the one to terminate.`
          : `${environment.name} of ${environment.application} is ${environment.id}, not ${confirmedId}.`,
      hint:
        confirmedId === undefined
          ? `Look at it, and set \`confirm-environment-id: ${environment.id}\`.`
          : 'Either the name or the id is wrong, or the environment was replaced meanwhile.',
      input: 'confirm-environment-id',
    },
  ];
}

function refuseDatabase(
  { allowDatabaseDeletion }: TerminationWish,
  { settings, environment }: EnvironmentSnapshot,
): readonly Problem[] {
  const fate = databaseFate(settings.options);
  if (fate === undefined || fate.isKept || allowDatabaseDeletion) return [];
  return [
    {
      code: 'database-would-be-deleted',
      blame: 'you',
      what: `${environment.name} has a database of its own, and ${fate.words}.`,
      hint: 'Decouple it first, or set DBDeletionPolicy to Retain in an update of its own (AWS guide, "Database lifecycle"); `allow-database-deletion: true` lets it go.',
      input: 'allow-database-deletion',
    },
  ];
}

function databaseFate(
  options: EnvironmentSnapshot['settings']['options'],
): { readonly isKept: boolean; readonly words: string } | undefined {
  const database = coupledDatabase(options);
  switch (database?.deletionPolicy) {
    case undefined:
      return undefined;
    case 'Delete':
      return { isKept: false, words: 'its DBDeletionPolicy is Delete: the database goes with it, without a snapshot' };
    case 'Snapshot':
      return {
        isKept: false,
        words: 'its DBDeletionPolicy is Snapshot: the database goes with it, and a snapshot stays',
      };
    case 'Retain':
      return { isKept: true, words: 'its DBDeletionPolicy is Retain: the database stays, and costs as before' };
  }
}

function warningsOf({ environment, settings, blindSpots }: EnvironmentSnapshot): readonly string[] {
  const fate = databaseFate(settings.options);
  const { cname } = environment;
  return [
    ...(fate === undefined ? [] : [`${environment.name} has a database of its own; ${fate.words}.`]),
    ...(cname === undefined
      ? []
      : [
          `${cname} is free for anybody in the region afterwards: no DNS record may point to it any more (AWS guide, "Terminate an environment").`,
        ]),
    ...(environment.tier === 'Cluster'
      ? ['Its cluster stays while other environments are on it, and for up to three hours after the last one.']
      : []),
    ...blindSpots,
  ];
}
