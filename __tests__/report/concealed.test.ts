import { describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../src/ports/github.js';
import { concealing } from '../../src/report/concealed.js';
import { outside } from './outside.js';

const SECRET = 'pa"ss\\word';

async function told() {
  const runner = outside({ inputs: {} });
  const comments: unknown[] = [];
  const outputs: Record<string, string> = {};
  const github = {
    createComment: async (number: number, body: string) => void comments.push([number, body]),
    setDeploymentStatus: async (id: number, status: object) => void comments.push([id, status]),
  } as unknown as GitHub;
  const concealed = concealing({
    ...runner,
    host: { ...runner.host, output: (name, value) => void Object.assign(outputs, { [name]: value }) },
    github: async () => github,
  });
  return { runner, concealed, comments, outputs };
}

describe('a text that was masked', () => {
  it('is in no line, output, file, comment and deployment record', async () => {
    const { runner, concealed, comments, outputs } = await told();
    concealed.host.mask(SECRET);
    concealed.host.line(`connects with ${SECRET}!`);
    concealed.host.output('outcome-reason', `because of ${SECRET}`);
    await concealed.files.writeText('/tmp/report.json', JSON.stringify({ causes: [`with ${SECRET}`] }));
    const github = await concealed.github('token');
    await github?.createComment(7, `it says ${SECRET}`);
    await github?.setDeploymentStatus(3, { state: 'failure', description: `${SECRET} is wrong` });
    expect(runner.lines).toContain('connects with ***!');
    expect(outputs).toEqual({ 'outcome-reason': 'because of ***' });
    expect([...runner.written.values()]).toEqual(['{"causes":["with ***"]}']);
    expect(comments).toEqual([
      [7, 'it says ***'],
      [3, { state: 'failure', description: '*** is wrong' }],
    ]);
  });

  it('is taken out whole when another secret is a part of it', async () => {
    const { runner, concealed } = await told();
    concealed.host.mask('word');
    concealed.host.mask('password');
    concealed.host.line('a password');
    expect(runner.lines).toContain('a ***');
  });

  it('stays where it names a resource: outputs are there to be used', async () => {
    const { concealed, outputs } = await told();
    concealed.host.mask('shop-prod', 'identifier');
    concealed.host.mask('prod');
    concealed.host.output('live-environment-name', 'shop-prod');
    concealed.host.output('plan', '{"environment":"shop-prod"}');
    expect(outputs).toEqual({ 'live-environment-name': 'shop-prod', plan: '{"environment":"shop-***"}' });
  });
});
