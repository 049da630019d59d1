/** Finds mistakes in a bundle that would only show on the instances, minutes later and with a worse message. Pure. */
import type { BundleContent, Findings } from './findings.js';
import { lintDockerrun, lintJson } from './lint-json.js';
import { hookFindings } from './lint-platform.js';
import { lintProcfile } from './lint-procfile.js';
import { lintConfigFile, lintYaml } from './lint-yaml.js';

/** Files larger than this are not configuration. */
export const LINT_LIMIT_BYTES = 1_048_576;

const CONFIG_FILE = /^\.ebextensions\/[^/]+\.config$/;
const YAML_FILES: ReadonlySet<string> = new Set(['env.yaml', 'cron.yaml', 'docker-compose.yml', 'docker-compose.yaml']);
const JSON_FILES: ReadonlySet<string> = new Set(['package.json', 'aws-windows-deployment-manifest.json']);

/** Whether the checks want to read this file. */
export function isLinted(path: string): boolean {
  return (
    CONFIG_FILE.test(path) ||
    YAML_FILES.has(path) ||
    JSON_FILES.has(path) ||
    path === 'Procfile' ||
    path === 'Dockerrun.aws.json' ||
    path.startsWith('.platform/hooks/') ||
    path.startsWith('.platform/confighooks/') ||
    (path.startsWith('.platform/') && path.endsWith('.sh'))
  );
}

export function lint(content: BundleContent): Findings {
  const all = [...content.texts]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([path, text]) => lintText(path, text));
  const whole = [hookFindings(content), ...layoutFindings(content)];
  const findings = [...all, ...whole];
  return {
    errors: findings.flatMap((each) => each.errors ?? []),
    warnings: findings.flatMap((each) => each.warnings ?? []),
  };
}

function lintText(path: string, text: string): Partial<Findings> {
  if (CONFIG_FILE.test(path)) return lintConfigFile(path, text);
  if (YAML_FILES.has(path)) return lintYaml(path, text);
  if (path === 'Dockerrun.aws.json') return lintDockerrun(path, text);
  if (JSON_FILES.has(path)) return lintJson(path, text);
  if (path === 'Procfile') return lintProcfile(path, text);
  return {};
}

function layoutFindings({ entries }: BundleContent): readonly Partial<Findings>[] {
  const files = entries.filter(({ kind }) => kind !== 'directory').map(({ path }) => path);
  const tops = new Set(files.map((path) => path.split('/')[0] ?? ''));
  const [only] = tops;
  const findings: Partial<Findings>[] = [];
  // AWS guide, "Create an application source bundle": no parent folder or top-level directory.
  if (
    tops.size === 1 &&
    only !== undefined &&
    files.every((path) => path.includes('/')) &&
    !/^(WEB|META)-INF$/.test(only)
  ) {
    findings.push({
      warnings: [
        {
          code: 'bundle-single-folder',
          blame: 'you',
          what: `Everything in the bundle is inside one directory, ${only}/.`,
          hint: 'Elastic Beanstalk looks for the application at the top of the bundle: make the archive from inside that directory.',
        },
      ],
    });
  }
  const misplaced = files.filter((path) => /^\.ebextensions\/[^/]+\.(ya?ml|json)$/.test(path));
  if (misplaced.length > 0) {
    findings.push({
      warnings: [
        {
          code: 'ebextensions-ignored',
          blame: 'you',
          what: `Elastic Beanstalk reads only .config files in .ebextensions and will ignore ${misplaced.join(', ')}.`,
          hint: 'Rename the file so that it ends in .config.',
        },
      ],
    });
  }
  return findings;
}
