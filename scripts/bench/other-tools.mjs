/** Other tools that can run here, as they are published; what cannot be had is said, not guessed. */
import { existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './measure.mjs';

/** A checkout of https://github.com/einaregilsson/beanstalk-deploy, where npm cannot get it. */
const CHECKOUT = process.env.BEANSTALK_DEPLOY;

/** Installed beside the measurements: `script` to start, or `missing` with the reason. */
export async function beanstalkDeploy(directory) {
  if (CHECKOUT !== undefined) {
    const script = join(CHECKOUT, 'beanstalk-deploy.js');
    return existsSync(script) ? { script } : { missing: `BEANSTALK_DEPLOY: there is no ${script}` };
  }
  const place = join(directory, 'beanstalk-deploy');
  mkdirSync(place, { recursive: true });
  await writeFile(join(place, 'package.json'), '{"private":true}');
  for (const source of ['beanstalk-deploy', 'github:einaregilsson/beanstalk-deploy#v22']) {
    const { code } = await run('npm', ['install', '--no-audit', '--no-fund', '--silent', source], { cwd: place }).catch(
      () => ({ code: 1 }),
    );
    const script = join(place, 'node_modules/beanstalk-deploy/beanstalk-deploy.js');
    if (code === 0 && existsSync(script)) return { script };
  }
  return { missing: 'npm cannot get it; BEANSTALK_DEPLOY=<checkout> names one' };
}
