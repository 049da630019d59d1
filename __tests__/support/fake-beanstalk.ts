/** A Beanstalk port that answers what a test tells it to; every other call is a mistake of the test. */
import type { Beanstalk } from '../../src/ports/beanstalk.js';

export function fakeBeanstalk(answers: Partial<Beanstalk>): Beanstalk {
  const unexpected = (name: string) => (): never => {
    throw new Error(`${name} was not expected`);
  };
  return {
    environmentNamed: unexpected('environmentNamed'),
    environment: unexpected('environment'),
    environmentsById: unexpected('environmentsById'),
    environments: unexpected('environments'),
    tags: unexpected('tags'),
    applicationExists: unexpected('applicationExists'),
    events: unexpected('events'),
    newestEvents: unexpected('newestEvents'),
    instances: unexpected('instances'),
    health: unexpected('health'),
    instanceIds: unexpected('instanceIds'),
    settings: unexpected('settings'),
    validate: unexpected('validate'),
    validateNew: unexpected('validateNew'),
    version: unexpected('version'),
    versions: unexpected('versions'),
    versionErrors: unexpected('versionErrors'),
    deleteVersion: unexpected('deleteVersion'),
    versionLifecycle: unexpected('versionLifecycle'),
    createVersion: unexpected('createVersion'),
    storageBucket: unexpected('storageBucket'),
    update: unexpected('update'),
    abort: unexpected('abort'),
    create: unexpected('create'),
    dnsAvailable: unexpected('dnsAvailable'),
    templateSettings: unexpected('templateSettings'),
    platformBranch: unexpected('platformBranch'),
    createApplication: unexpected('createApplication'),
    createTemplate: unexpected('createTemplate'),
    deleteTemplate: unexpected('deleteTemplate'),
    swapCnames: unexpected('swapCnames'),
    terminate: unexpected('terminate'),
    requestTailLogs: unexpected('requestTailLogs'),
    tailLogs: unexpected('tailLogs'),
    download: unexpected('download'),
    calls: 0,
    ...answers,
  };
}
