import { describe, expect, it } from '@jest/globals';
import { type DecisionFacts, decide } from '../../src/previews/decide.js';
import { previewEvent } from '../../src/previews/event.js';
import { type EventWish, NEWER, payload, pullRequest } from '../support/preview-world.js';

const intentOf = (event: EventWish, facts: Partial<DecisionFacts> = {}) =>
  decide(previewEvent(event.name ?? 'pull_request', payload(event)), {
    repository: 'acme/shop',
    now: pullRequest({ labels: [...(event.labels ?? [])], headRepository: event.from ?? 'acme/shop' }),
    ...facts,
  });

const LABEL = { label: 'preview' };

describe('what an event asks for', () => {
  it.each<readonly [string, EventWish, Partial<DecisionFacts>, string]>([
    ['opened', { action: 'opened' }, {}, 'deploy'],
    ['pushed to', { action: 'synchronize' }, {}, 'deploy'],
    ['opened again', { action: 'reopened' }, {}, 'deploy'],
    ['ready for review', { action: 'ready_for_review' }, {}, 'deploy'],
    ['closed', { action: 'closed' }, {}, 'remove'],
    ['closed, with a label that it never had', { action: 'closed' }, LABEL, 'remove'],
    ['assigned', { action: 'assigned' }, {}, 'nothing'],
    ['labelled, without a preview-label', { action: 'labeled', label: 'preview' }, {}, 'nothing'],
    ['given the label', { action: 'labeled', label: 'preview', labels: ['preview'] }, LABEL, 'deploy'],
    ['given another label', { action: 'labeled', label: 'docs', labels: ['preview', 'docs'] }, LABEL, 'nothing'],
    ['pushed to without the label', { action: 'synchronize' }, LABEL, 'nothing'],
    ['pushed to with the label', { action: 'synchronize', labels: ['preview'] }, LABEL, 'deploy'],
    ['deprived of the label', { action: 'unlabeled', label: 'preview' }, LABEL, 'remove'],
    ['deprived of another label', { action: 'unlabeled', label: 'docs' }, LABEL, 'nothing'],
    ['pushed to, and closed by now', { action: 'synchronize' }, { now: pullRequest({ state: 'closed' }) }, 'remove'],
    ['pushed to, and again', { action: 'synchronize' }, { now: pullRequest({ headCommit: NEWER }) }, 'nothing'],
    ['of a fork', { action: 'opened', from: 'mallory/shop' }, LABEL, 'nothing'],
    ['of a fork, closed', { action: 'closed', from: 'mallory/shop' }, LABEL, 'remove'],
  ])('%s → %4$s', (_, event, facts, intent) => {
    expect(intentOf(event, facts)).toMatchObject({ intent });
  });

  it('works without GitHub, on what the event says', () => {
    const { now: _, ...blind } = { now: undefined, repository: 'acme/shop' };
    const event = previewEvent('pull_request', payload({ action: 'opened' }));
    expect(decide(event, blind)).toMatchObject({ intent: 'deploy' });
  });
});

describe('a fork', () => {
  const labeled: EventWish = {
    action: 'labeled',
    label: 'preview',
    labels: ['preview'],
    from: 'mallory/shop',
    name: 'pull_request_target',
  };
  const allowed = { ...LABEL, senderMayWrite: true };

  it('is deployed only by the label of a maintainer on this very commit', () => {
    expect(intentOf(labeled, allowed)).toMatchObject({ intent: 'deploy', fromFork: true });
  });

  it.each<readonly [string, Partial<EventWish>, Partial<DecisionFacts>]>([
    ['nobody could say who labelled', {}, LABEL],
    ['a reader labelled', {}, { ...LABEL, senderMayWrite: false }],
    ['a push under an old label', { action: 'synchronize' }, allowed],
    ['opened again under an old label', { action: 'reopened' }, allowed],
    ['pushed to after the label', {}, { ...allowed, now: pullRequest({ headCommit: NEWER }) }],
    ['without credentials', { name: 'pull_request' }, allowed],
    ['without a preview-label', {}, { senderMayWrite: true }],
    ['another label', { label: 'docs' }, allowed],
  ])('not when %s', (_, event, facts) => {
    expect(intentOf({ ...labeled, ...event }, facts)).toMatchObject({ intent: 'nothing' });
  });

  it('not by hand, and a repository that is gone counts as one', () => {
    const facts = { repository: 'acme/shop', ...allowed };
    const { headRepository: _, ...gone } = pullRequest();
    for (const now of [pullRequest({ headRepository: 'mallory/shop' }), gone]) {
      expect(decide({ kind: 'asked', number: 17 }, { ...facts, now })).toMatchObject({ intent: 'nothing' });
    }
  });
});
