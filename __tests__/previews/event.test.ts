import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { previewEvent } from '../../src/previews/event.js';
import { BASE, HEAD, payload } from '../support/preview-world.js';

describe('the event of a pull request', () => {
  it('names the head commit, never the base or the merge', () => {
    const event = previewEvent('pull_request_target', payload({ action: 'opened', from: 'mallory/shop' }));
    expect(event).toMatchObject({ kind: 'pull-request', action: 'opened', sender: 'kim', name: 'pull_request_target' });
    expect(event).toMatchObject({
      pull: { number: 17, headCommit: HEAD, headRepository: 'mallory/shop', state: 'open' },
    });
    expect(JSON.stringify(event)).not.toContain(BASE);
  });

  it('a fork that was deleted has no repository', () => {
    const text = payload({ action: 'opened' }).replace(
      '"repo":{"full_name":"acme/shop"}},"base"',
      '"repo":null},"base"',
    );
    const event = previewEvent('pull_request', text);
    expect(event.kind === 'pull-request' && 'headRepository' in event.pull).toBe(false);
  });

  it.each([
    ['no payload', undefined],
    ['no JSON', 'oops'],
    ['another shape', '[]'],
    ['a number that is none', payload({ action: 'opened' }).replaceAll('"number":17', '"number":"17"')],
    ['a commit that is none', payload({ action: 'opened', head: '$(id)' })],
    ['no action', payload({ action: '' })],
  ])('%s is told, not guessed at', (_, text) => {
    expect(previewEvent('pull_request', text)).toMatchObject({ problem: { code: 'preview-event-unreadable' } });
  });

  it('any other event needs the number', () => {
    expect(previewEvent('workflow_dispatch', '{}', 5)).toEqual({ kind: 'asked', number: 5 });
    expect(previewEvent('push', '{}')).toMatchObject({ problem: { code: 'preview-without-pull-request' } });
    // The event itself is stronger than the input.
    expect(previewEvent('pull_request', payload({ action: 'opened' }), 5)).toMatchObject({ pull: { number: 17 } });
  });

  it('no payload breaks it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(['pull-request', 'unclear']).toContain(previewEvent('pull_request', text).kind);
      }),
    );
  });
});
