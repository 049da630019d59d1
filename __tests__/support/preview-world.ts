/** Pull requests of a shop on one virtual clock: a world of environments, a GitHub in front of it, and runs on its events. */
import type { PullRequest } from '../../src/ports/github.js';
import type { GitHubSeed, SeededPull } from '../../src/simulator/github/world.js';
import { gitHubOver, REPOSITORY, type SeenRepository } from './github.js';
import { type Running, type RunWish, startRun } from './runs.js';
import { World, type WorldOptions } from './world.js';

export const HEAD = 'a'.repeat(40);
export const NEWER = 'b'.repeat(40);
export const BASE = 'c'.repeat(40);

export interface EventWish {
  readonly action: string;
  readonly number?: number;
  readonly head?: string;
  readonly title?: string;
  /** Of the head; another one than that of the base is a fork. */
  readonly from?: string;
  readonly labels?: readonly string[];
  readonly label?: string;
  readonly sender?: string;
  readonly name?: 'pull_request' | 'pull_request_target';
}

/** The payload as GitHub writes it, as far as it is read. */
export function payload({ action, number = 17, head = HEAD, from = REPOSITORY, label, ...more }: EventWish): string {
  return JSON.stringify({
    action,
    number,
    pull_request: {
      number,
      state: action === 'closed' ? 'closed' : 'open',
      title: more.title ?? 'Faster checkout',
      labels: (more.labels ?? []).map((name) => ({ name })),
      head: { sha: head, ref: 'faster', repo: { full_name: from } },
      base: { sha: BASE, ref: 'main', repo: { full_name: REPOSITORY } },
    },
    ...(label === undefined ? {} : { label: { name: label } }),
    sender: { login: more.sender ?? 'kim' },
    repository: { full_name: REPOSITORY },
  });
}

export class PreviewWorld {
  readonly world: World;

  constructor(options: WorldOptions = {}) {
    this.world = new World(options);
    this.pull({ number: 17 });
  }

  /** What GitHub knows of a pull request from now on. */
  pull(pull: SeededPull): this {
    const given = { headCommit: HEAD, headBranch: 'faster', title: 'Faster checkout', ...pull };
    return this.github({ repositories: [{ name: REPOSITORY, pulls: [given] }] });
  }

  github(seed: GitHubSeed): this {
    this.world.wire.github.seed(seed);
    return this;
  }

  get told(): SeenRepository {
    const { repositories } = this.world.wire.github.state() as { readonly repositories: readonly SeenRepository[] };
    return repositories[0] ?? { pulls: [], comments: [], deployments: [] };
  }

  /** Bodies of the comments on a pull request. */
  comments(number = 17): readonly string[] {
    return this.told.comments.filter(({ pull }) => pull === number).map(({ body }) => body);
  }

  /** Starts a run of `operation: preview` for an event; GitHub's own state is not changed by it. */
  start(event: EventWish, wish: RunWish = {}): Running {
    return this.run(
      { operation: 'preview', ...wish.inputs },
      {
        ...wish,
        run: { eventName: event.name ?? 'pull_request', eventPath: '/event.json', commit: BASE, ...wish.run },
        texts: { '/event.json': payload(event), ...wish.texts },
      },
    );
  }

  async on(event: EventWish, wish: RunWish = {}): Promise<Running> {
    const running = this.start(event, wish);
    await running.ended;
    return running;
  }

  async sweep(inputs: Readonly<Record<string, string>> = {}, wish: RunWish = {}): Promise<Running> {
    const nothing = { 'version-source': '', 'version-label': '' };
    const running = this.run({ operation: 'sweep', ...NO_MODEL, ...nothing, ...inputs }, { ...wish, texts: {} });
    await running.ended;
    return running;
  }

  run(inputs: Readonly<Record<string, string>>, wish: RunWish): Running {
    const { github } = gitHubOver(this.world.wire, this.world.clock);
    return startRun(this.world, {
      github: this.world.clock.holding(github),
      ...wish,
      inputs: {
        'environment-name': '',
        'template-environment': 'shop-prod',
        'option-settings': ROLES,
        'github-token': 'token-of-the-job',
        ...inputs,
      },
    });
  }

  async environment(name = 'shop-pr-17') {
    return (await this.world.ports.beanstalk.environments()).find((one) => one.name === name);
  }

  async tags(name = 'shop-pr-17'): Promise<Readonly<Record<string, string>>> {
    const arn = (await this.environment(name))?.arn;
    return arn === undefined ? {} : this.world.ports.beanstalk.tags(arn);
  }

  async options(name = 'shop-pr-17'): Promise<Readonly<Record<string, string>>> {
    const [settings] = await this.world.ports.beanstalk.settings('shop', name);
    return Object.fromEntries((settings?.options ?? []).map((one) => [`${one.namespace}:${one.name}`, one.value]));
  }

  /** Names of the calls since a moment of `mark`. */
  calls(since = 0): readonly string[] {
    return this.world.wire.calls.list(since).map(({ action }) => action);
  }
}

const NO_MODEL = { 'template-environment': '', 'option-settings': '' };

const ROLES = JSON.stringify({
  'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' },
  'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' },
  'aws:elasticbeanstalk:healthreporting:system': { SystemType: 'enhanced' },
});

export const pullRequest = (over: Partial<PullRequest> = {}): PullRequest => ({
  number: 17,
  state: 'open',
  title: 'Faster checkout',
  headCommit: HEAD,
  headBranch: 'faster',
  headRepository: REPOSITORY,
  labels: [],
  ...over,
});
