import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Package {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  /** Node 24 for machines with an older one: tests run on it, nothing bundles it. */
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Package>> };
const bundled = Object.entries(lock.packages).filter(
  ([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true,
);

describe('what is bundled', () => {
  it('has licences that allow it', () => {
    const allowed = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense'];
    expect(bundled.filter(([, { license }]) => !allowed.includes(license ?? ''))).toEqual([]);
    expect(bundled.length).toBeGreaterThan(30);
  });

  it('is held by its hash, and runs nothing when it is installed', () => {
    expect(bundled.filter(([, { integrity }]) => !(integrity ?? '').startsWith('sha512-'))).toEqual([]);
    expect(bundled.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });

  it('comes from wherever npm is told to look, not from one host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('is pinned exactly, and has a sentence about why it is there', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const reasons = read('docs/decisions/0005-dependencies.md');
    expect(Object.keys(dependencies).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('workflows of this repository', () => {
  it.each(['check', 'check-dist', 'rehearsal', 'release', 'soak'])(
    '%s.yml pins every action of others by commit',
    (name) => {
      const used = [...read(`.github/workflows/${name}.yml`).matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
      expect(used.filter((action) => !action.startsWith('./') && !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    },
  );
});
