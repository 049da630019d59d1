import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../src/rehearsal/inputs.js';

const read = (given: Readonly<Record<string, string>> = {}) =>
  readInputs(
    (name) => given[name] ?? '',
    (relative) => `/workspace/${relative}`,
  );

describe('the inputs of the sub-action', () => {
  it('need not be given at all', () => {
    const { inputs } = expectInputs(read());
    expect(inputs.seed).toEqual({ applications: [{ name: 'rehearsal' }], environments: [] });
    expect(inputs.args).toEqual(['--port=0', '--speed=10', '--pass-other-names']);
    expect(inputs.names).toBe(true);
  });

  it('name environments of the application, or of another one', () => {
    const { inputs } = expectInputs(read({ application: 'shop', environments: '\n shop-web \r\nback/back-worker\n' }));
    expect(inputs.seed.environments).toEqual([
      { application: 'shop', name: 'shop-web' },
      { application: 'back', name: 'back-worker' },
    ]);
  });

  it('make files absolute in the workspace, and pass the rest on', () => {
    const given = { seed: 'a/seed.yml', scenario: 'bad.yml', region: 'eu-west-1', runtime: 'virtual', port: '4566' };
    const { inputs } = expectInputs(read({ ...given, speed: '60', names: 'false' }));
    expect(inputs.args.join(' ')).toBe(
      '--port=4566 --speed=60 --runtime=virtual --region=eu-west-1 --scenario=/workspace/bad.yml --seed=/workspace/a/seed.yml --pass-other-names',
    );
    expect(inputs.names).toBe(false);
  });

  it('are refused together, each with its name and value', () => {
    const answer = read({ application: 'a/b', environments: 'x\n/shop-web\n-shop', names: 'perhaps' });
    expect(answer.kind === 'problems' ? answer.problems : []).toEqual([
      expect.stringContaining('application: "a/b"'),
      expect.stringContaining('environments: "x"'),
      expect.stringContaining('environments: "/shop-web"'),
      expect.stringContaining('environments: "-shop"'),
      expect.stringContaining('names: "perhaps"'),
    ]);
  });
});

function expectInputs(answer: ReturnType<typeof read>) {
  if (answer.kind !== 'inputs') throw new Error(answer.problems.join('\n'));
  return answer;
}
