/** The load balancers with rules in front of the entrances of environments: takes a request, and gives it where a rule says. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '../../domain/time.js';
import type { Random } from '../../ports/random.js';
import type { BalancerRouting } from '../runtime/runtime.js';
import { type Decision, decide } from './balancer.js';
import type { Entrance } from './entrance.js';
import { answerFailure } from './reverse-proxy.js';

export class Balancing {
  readonly #random: Random;
  readonly #now: () => Instant;
  readonly #entranceOf: (environmentId: string) => Entrance | undefined;
  #byEnvironment = new Map<string, BalancerRouting>();

  constructor(random: Random, now: () => Instant, entranceOf: (environmentId: string) => Entrance | undefined) {
    this.#random = random;
    this.#now = now;
    this.#entranceOf = entranceOf;
  }

  set(balancers: readonly BalancerRouting[]): void {
    this.#byEnvironment = new Map(balancers.flatMap((one) => one.environmentIds.map((id) => [id, one] as const)));
  }

  /** `false`: no load balancer with rules stands before this environment. */
  dispatch(environmentId: string, request: IncomingMessage, response: ServerResponse): boolean {
    const balancer = this.#byEnvironment.get(environmentId);
    if (balancer === undefined) return false;
    this.#carryOut(decide(balancer, request, this.#random, this.#now()), request, response);
    return true;
  }

  #carryOut(decision: Decision, request: IncomingMessage, response: ServerResponse): void {
    switch (decision.kind) {
      case 'environment': {
        const entrance = this.#entranceOf(decision.environmentId);
        if (entrance === undefined) answerFailure(response, 503);
        else entrance.give(request, response, decision.cookie);
        return;
      }
      case 'fixed': {
        const length = Buffer.byteLength(decision.body);
        const headers = { server: 'awselb/2.0', 'content-type': decision.contentType, 'content-length': length };
        response.writeHead(decision.status, headers).end(decision.body);
        return;
      }
      case 'redirect':
        response
          .writeHead(decision.status, { server: 'awselb/2.0', location: decision.location, 'content-length': 0 })
          .end();
        return;
      case 'nobody':
        answerFailure(response, 503);
        return;
    }
  }
}
