import { describe, expect, it } from '@jest/globals';
import { shapeOf } from '../../support/markdown.js';
import { PAGE_RUNS, type Pages } from '../../support/page-runs.js';

async function play(
  name: keyof typeof PAGE_RUNS,
): Promise<Pages & { readonly html: readonly string[]; readonly diagrams: readonly string[] }> {
  const run = PAGE_RUNS[name];
  if (run === undefined) throw new Error(`no run called ${name}`);
  const pages = await run();
  const { html, code, images, blocks } = shapeOf(pages.summary);
  expect(images).toEqual([]);
  for (const table of blocks.filter((block) => block.startsWith('table '))) {
    expect(new Set(table.slice('table '.length).split(',')).size).toBe(1);
  }
  return { ...pages, html, diagrams: code.filter(({ language }) => language === 'mermaid').map(({ text }) => text) };
}

const headings = (markdown: string): readonly string[] => markdown.split('\n').filter((line) => /^#{2,3} /.test(line));

describe('the summary of a real run', () => {
  it('of a rolling deployment says what was, what is and how long, draws batches and instances, and names the way back', async () => {
    const { summary, diagrams } = await play('rolling-succeeded');
    expect(summary.startsWith('## ✅ Succeeded: v2 on shop-prod\n\nThe environment is Ready on v2;')).toBe(true);
    expect(summary).toContain('| Version | `v1` | `v2` |');
    expect(summary).toContain('| Deployment policy | `AllAtOnce` | `Rolling, 25%` |');
    expect(summary).toMatch(/\| Duration \| about [\dms]+ expected \| [\dms]+ \|/);
    expect(diagrams).toHaveLength(2);
    expect(diagrams[0]?.match(/Batch \d of 4 :active/g)).toHaveLength(4);
    expect(diagrams[1]?.match(/ {2}line \[/g)).toHaveLength(3);
    expect(summary).toContain('🟩 healthy · 🟦 on v1 · 🟧 on v2');
    expect(summary).toContain(
      'gh workflow run rollback.yml --repo acme/shop -f version=v1 -f reason=put-away-after-run-4711',
    );
    expect(headings(summary)).toEqual([
      '## ✅ Succeeded: v2 on shop-prod',
      '### Phases',
      '### Instances over time on shop-prod',
      '### Way back',
    ]);
  });

  it('of a failure that was put back shows evidence, both directions, and no command to roll back', async () => {
    const { summary, diagrams } = await play('rolling-failed-and-put-back');
    expect(summary.startsWith('## ❌ Failed: v2 on shop-prod, and put back\n')).toBe(true);
    expect(summary).toContain('| Version | `v1` | `v1` |\n| Instances | 4 | 4 |');
    expect(summary).toContain('The application did not start'.toLowerCase().slice(4));
    expect(summary).toContain(
      '[About `deployment-failed`](https://github.com/beanstalk-rollout/beanstalk-rollout/blob/v1/docs/errors.md#deployment-failed)',
    );
    expect(summary).not.toContain('gh workflow run');
    const [gantt = ''] = diagrams;
    expect(gantt.slice(0, gantt.indexOf('section Way back'))).toMatch(/until v2 is proven on it :crit/);
    expect(gantt.slice(gantt.indexOf('section Way back'))).toMatch(/until v1 is proven on it :done/);
    expect(gantt.match(/:crit/g)).toHaveLength(1);
    expect(headings(summary).slice(1, 4)).toEqual([
      '### What to do next',
      '### Causes named by the service',
      '### Log lines that matter',
    ]);
  });

  it('of a swap names both sides before and now', async () => {
    const { summary, diagrams } = await play('blue-green-succeeded');
    expect(summary).toContain('| Live | `shop-prod` | `shop-prod-idle` |');
    expect(summary).toContain('| Idle | `shop-prod-idle` | `shop-prod` |');
    expect(diagrams[0]).toContain('Move shop-prod.us-east-1.elasticbeanstalk.com from shop-pro..');
    expect(summary).toContain('### Instances over time on shop-prod-idle');
  });

  it('of a dry run is the plan and the comparison of all strategies', async () => {
    const { summary, diagrams } = await play('dry-run');
    expect(summary).toContain('| Version | `v1` | `v2` |');
    expect(summary).toContain('| Deployment policy | `AllAtOnce` | `Rolling, 25%` |');
    expect(summary).toContain('### Every strategy for this environment');
    expect(summary).toContain('| **▸** `rolling` |');
    expect(summary).toContain('1. Set the deployment policy of shop-prod');
    expect(diagrams).toEqual([]);
  });

  it('of a cancelled run says what still runs, and that the last phase was stopped', async () => {
    const { summary, diagrams } = await play('cancelled');
    expect(summary.startsWith('## 🛑 Cancelled: v2 on shop-prod\n')).toBe(true);
    expect(summary).toContain('Still running:\n\n- Elastic Beanstalk was told to abort the deployment');
    expect(summary).toContain('| Instances | 4 | 4: 3 × `v1`, 1 × `v2` |');
    expect(diagrams[0]).toMatch(/5 Watch shop-prod until v2 is proven on it :active/);
    expect(summary).toContain('-f version=v1');
  });

  it('tells in its tables what its diagrams draw', async () => {
    const { summary, report } = await play('rolling-succeeded');
    const told = JSON.parse(report);
    expect(told.timeline).toHaveLength(5);
    for (const phase of told.timeline)
      expect(summary).toContain(`| ${phase.title.replaceAll(',', ',')} | ${phase.startedAt.slice(11, 19)} |`);
    const [first] = told.series;
    expect(first).toMatchObject({ name: 'healthy', unit: 'instances', group: 'shop-prod' });
    expect(told.standing).toMatchObject({
      before: { versionLabel: 'v1' },
      now: { versionLabel: 'v2', policy: 'Rolling, 25%' },
    });
  });
});

describe('the log of a real run', () => {
  it('prints what each instance of a batch says once, and counts the rest', async () => {
    const { lines, report } = await play('large-rolling');
    const events = JSON.parse(report).progress.filter((one: { type: string }) => one.type === 'event-seen');
    const said = lines.filter((line) => line.includes('│ Instance deployment completed successfully.'));
    expect(
      events.filter(
        (one: { event: { message: string } }) => one.event.message === 'Instance deployment completed successfully.',
      ),
    ).toHaveLength(60);
    expect(said).toHaveLength(12);
    expect(said.filter((line) => line.endsWith('(9 more times)'))).toHaveLength(6);
    expect(lines.length).toBeLessThan(140);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(400);
  });

  it('has no line for a look without news, and at most one in half a minute', async () => {
    const { lines, report } = await play('rolling-succeeded');
    const looks = JSON.parse(report).progress.filter((one: { type: string }) => one.type === 'view').length;
    const shown = lines.filter((line) => /^ *[\dhm]*\d+s {2}/.test(line)).length;
    expect(shown).toBeLessThan(looks * 0.75);
    expect(lines.filter((line) => / ended after 0ms$/.test(line))).toEqual([]);
  });
});
