/** How a call goes to Elastic Beanstalk: the client loaded on first use, sent with patience, page after page. */
import type { ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import type { OptionKey, OptionSetting } from '../../domain/environment.js';
import type { Accepted } from '../../ports/beanstalk.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { present } from './beanstalk-model.js';
import type { AwsClients } from './clients.js';
import { createPatience, type Patience, type PatienceMode } from './patience.js';
import * as beanstalkSdk from './sdk-beanstalk.js';

export interface BeanstalkOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  /** `one-look` for a caller that looks again by itself. Instances over the same clients share one call count. */
  readonly patience: PatienceMode;
  /** Ends the waiting between two attempts. */
  readonly signal?: AbortSignal;
}

type Run<T> = (client: ElasticBeanstalkClient, sdk: typeof beanstalkSdk) => Promise<T>;

export interface Caller {
  /** A call that may be sent twice without harm. */
  read<T>(operation: string, run: Run<T>): Promise<T>;
  /** A call that changes something: sent again only when the service certainly has not acted. */
  change<T>(operation: string, run: Run<T>): Promise<T>;
  readonly patience: Patience;
}

export function createCaller(options: BeanstalkOptions): Caller {
  const patience = createPatience({ ...options, mode: options.patience });
  const send = async <T>(operation: string, mutates: boolean, run: Run<T>): Promise<T> => {
    const client = await options.clients.beanstalk();
    return patience({ service: 'elasticbeanstalk', operation, mutates }, () => run(client, beanstalkSdk));
  };
  return {
    patience,
    read: (operation, run) => send(operation, false, run),
    change: (operation, run) => send(operation, true, run),
  };
}

export type PageToken = { readonly NextToken?: string };

/** Reads on until there is no token, or the token repeats (which would never end). */
export async function pages<P extends { readonly NextToken?: string | undefined }>(
  read: (token: PageToken) => Promise<P>,
): Promise<readonly P[]> {
  const found: P[] = [];
  for (let token: string | undefined; ; ) {
    const page = await read(present({ NextToken: token }));
    found.push(page);
    if (page.NextToken === undefined || page.NextToken === '' || page.NextToken === token) return found;
    token = page.NextToken;
  }
}

export const sdkOption = (option: OptionKey & Partial<Pick<OptionSetting, 'value'>>) => ({
  Namespace: option.namespace,
  OptionName: option.name,
  ...present({ Value: option.value, ResourceName: option.resource }),
});

export const accepted = (answer: { readonly $metadata: { readonly requestId?: string | undefined } }): Accepted => ({
  requestId: answer.$metadata.requestId ?? '',
});
