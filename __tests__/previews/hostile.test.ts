/** Texts that others wrote, on their way to GitHub: comments, records of deployments, and whole runs on hostile events. */
import { describe, expect, it } from '@jest/globals';
import { ends, newRecord } from '../../src/github/decide.js';
import { commentBody, type PreviewNews } from '../../src/previews/comment.js';
import { outcome, plan, settings, snapshot } from '../report/given.js';
import { commandIn, INVISIBLE, PAYLOADS } from '../support/hostile.js';
import { shapeOf } from '../support/markdown.js';
import { HEAD, PreviewWorld } from '../support/preview-world.js';

const AT = Date.UTC(2026, 10, 21, 9, 5);
const HOST = 'shop-pr-17.us-east-1.elasticbeanstalk.com';
const PLAIN = {
  environmentName: 'shop-pr-17',
  versionLabel: 'v2',
  commit: HEAD,
  cname: HOST,
  health: 'Ok',
  because: 'It did not start.',
  hint: 'Read the log.',
  run: 'https://github.com/acme/shop/actions/runs/1',
} as const satisfies Partial<PreviewNews>;

type Part = keyof typeof PLAIN;
const PARTS = Object.keys(PLAIN) as readonly Part[];
const CASES = PARTS.flatMap((part) => Object.entries(PAYLOADS).map(([what, text]) => ({ part, what, text })));

const pageOf = (texts: Partial<PreviewNews>) =>
  shapeOf(commentBody('shop/shop', { state: 'failed', at: AT, ...PLAIN, ...texts }));
/** A mention, a reference, an address, a tag, an image, an open code span. */
const ALIVE = /@\w|#\d|\bGH-\d|https?:|www\.|<\w|!\[|`|:[a-z]\w*:|\$\S|\*\*\S|__\S|~~/;

describe('the comment on a pull request', () => {
  it('has at least two hundred cases here', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
  });

  it.each(CASES)('as $part: $what stays text', ({ part, text }) => {
    const [page, plain] = [pageOf({ [part]: text }), pageOf({})];
    expect(page.blocks).toEqual(plain.blocks);
    expect(page.html).toEqual(plain.html);
    expect(page.images).toEqual([]);
    // What is no address loses its link, and nothing else becomes one.
    for (const link of page.links) expect(plain.links).toContain(link);
    const gone = part === 'cname' || part === 'run' ? 1 : 0;
    expect(page.links).toHaveLength(plain.links.length - gone);
    const ours = [`http://${HOST}`];
    for (const words of page.texts.filter((one) => !ours.includes(one))) expect(words).not.toMatch(ALIVE);
  });
});

describe('a record of a deployment', () => {
  it.each(Object.entries(PAYLOADS))('has descriptions of one line, and addresses only of hosts, with %s', (_, text) => {
    const given = snapshot();
    const environment = { ...given.target.environment, name: text, versionLabel: text, cname: text };
    const seen = { ...given, target: { ...given.target, environment } };
    const rollout = {
      settings: settings({ environmentName: text }),
      plan: plan({ versionLabel: text }),
      snapshot: seen,
    };
    const record = newRecord(rollout, HEAD, 'nonce');
    const end = ends(outcome({ state: 'failed', reason: text }), seen, undefined);
    for (const description of [record.description, end.description]) expect(description).not.toMatch(INVISIBLE);
    expect(end.environmentUrl).toBeUndefined();
  });
});

describe('a whole run on the event of a stranger', () => {
  const ALL = Object.values(PAYLOADS).join('\n');
  const stranger = { title: ALL, labels: [ALL], label: ALL, sender: ALL } as const;

  it.each([
    ['opened', {}, 'succeeded'],
    ['labeled', { 'preview-label': 'preview' }, 'unchanged'],
    ['opened', { 'preview-label': 'preview' }, 'unchanged'],
    ['edited', {}, 'unchanged'],
  ])('%s with %j: nothing of it reaches a command, the comment or a record', async (action, inputs, end) => {
    const stage = new PreviewWorld().pull({ number: 17, title: ALL, headBranch: ALL });
    const { lines, outputs } = await stage.on({ action, ...stranger }, { inputs });
    expect(outputs.outcome).toBe(end);
    for (const line of lines) expect([commandIn(line), INVISIBLE.test(line)]).toEqual([undefined, false]);
    for (const [name, value] of Object.entries(outputs)) if (name !== 'plan') expect(value).not.toMatch(INVISIBLE);
    const told = JSON.stringify([stage.comments(), stage.told.deployments, await stage.tags()]);
    expect(told).not.toMatch(/gotcha|evil\.example|pwned|Mallory/);
  });

  it('that fails for a reason full of it: the record of the preview has it in one line', async () => {
    const stage = new PreviewWorld();
    stage.world.scenario({ versions: { v2: { command: 'fails', output: ALL } } });
    const { outputs } = await stage.on({ action: 'opened', ...stranger }, { inputs: { 'on-failure': 'none' } });
    expect(outputs.outcome).toBe('failed');
    const statuses = stage.told.deployments.flatMap((one) => one.statuses);
    expect(statuses.map(({ state }) => state)).toEqual(['in_progress', 'failure']);
    for (const { description } of statuses) expect(description).not.toMatch(INVISIBLE);
  });

  it('a fork, labelled by a name that is made to break out', async () => {
    const stage = new PreviewWorld().pull({ number: 17, headRepository: 'mallory/shop', labels: ['preview'] });
    const event = { ...stranger, action: 'labeled', label: 'preview', from: ALL, name: 'pull_request_target' } as const;
    const { lines, outputs } = await stage.on(event, { inputs: { 'preview-label': 'preview' } });
    expect(outputs.outcome).toBe('unchanged');
    expect(outputs['outcome-reason']).not.toMatch(INVISIBLE);
    for (const line of lines) expect([commandIn(line), INVISIBLE.test(line)]).toEqual([undefined, false]);
    expect(stage.comments()).toEqual([]);
  });
});
