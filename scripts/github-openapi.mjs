/**
 * Extracts the operations that we use from GitHub's published OpenAPI description into a small fixture for the tests:
 * `node scripts/github-openapi.mjs [folder]`. Without a folder the package is fetched with npm into a temporary one (it has
 * hundreds of megabytes, which is why it is not a dependency).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@octokit/openapi@23.0.2';
const TARGET = join(dirname(fileURLToPath(import.meta.url)), '..', '__tests__', 'fixtures', 'github-openapi.json');

/** What the adapter sends and the simulator answers. */
const OPERATIONS = {
  '/rate_limit': ['get'],
  '/user': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/collaborators/{username}/permission': ['get'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': ['delete'],
  '/repos/{owner}/{repo}/deployments': ['get', 'post'],
  '/repos/{owner}/{repo}/deployments/{deployment_id}': ['get', 'delete'],
  '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses': ['get', 'post'],
};

const WORDS = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'x-github',
  'x-multi-segment',
  'summary',
  'tags',
  'title',
]);

/** Parts of a schema in which every key is a name, so that none is a word of ours. */
const NAMES = new Set(['properties', 'schemas', 'responses', 'parameters', 'headers', 'patternProperties']);

/** Without prose, and with OpenAPI 3.0's `nullable` in the words of JSON Schema. */
function slim(value, isNames = false) {
  if (Array.isArray(value)) return value.map((one) => slim(one));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !(WORDS.has(key) || key.startsWith('x-')));
  const { nullable, ...rest } = Object.fromEntries(
    kept.map(([key, one]) => [key, slim(one, !isNames && NAMES.has(key))]),
  );
  if (isNames) return nullable === undefined ? rest : { ...rest, nullable };
  if (nullable !== true) return rest;
  if (Array.isArray(rest.enum) && !rest.enum.includes(null)) rest.enum = [...rest.enum, null];
  if (typeof rest.type === 'string') return { ...rest, type: [rest.type, 'null'] };
  return { anyOf: [rest, { type: 'null' }] };
}

function references(value, found = new Set()) {
  if (Array.isArray(value)) for (const one of value) references(one, found);
  else if (typeof value === 'object' && value !== null) {
    if (typeof value.$ref === 'string') found.add(value.$ref);
    for (const one of Object.values(value)) references(one, found);
  }
  return found;
}

const at = (document, reference) =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce((part, name) => part[name], document);

export function extract(document, version) {
  const paths = {};
  for (const [path, methods] of Object.entries(OPERATIONS)) {
    paths[path] = {};
    for (const method of methods) {
      const { operationId, parameters, requestBody, responses } = document.paths[path][method];
      paths[path][method] = slim({ operationId, parameters, requestBody, responses });
    }
  }
  const components = {};
  const open = [...references(paths)];
  for (const seen = new Set(open); open.length > 0; ) {
    const reference = open.pop();
    const [, , kind, name] = reference.split('/');
    const part = slim(at(document, reference));
    components[kind] = { ...components[kind], [name]: part };
    for (const one of references(part)) {
      if (!seen.has(one)) open.push(one);
      seen.add(one);
    }
  }
  const source = `${PACKAGE.replace(/@[^@]*$/, '')} ${version} (MIT), generated/api.github.com.json, without its prose`;
  return { source, paths, components };
}

function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'));
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    execFileSync('tar', ['xzf', `octokit-openapi-${PACKAGE.split('@').at(-1)}.tgz`], { cwd: folder });
    return { folder: join(folder, 'package'), done: () => rmSync(folder, { recursive: true, force: true }) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

const given = process.argv[2];
const { folder, done } = given === undefined ? fetched() : { folder: given, done: () => {} };
try {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const document = JSON.parse(readFileSync(join(folder, 'generated', 'api.github.com.json'), 'utf8'));
  writeFileSync(TARGET, `${JSON.stringify(extract(document, version))}\n`);
  console.log(`wrote ${TARGET}`);
} finally {
  done();
}
