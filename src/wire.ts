/** The composition root: the only place that knows which adapter stands behind which port. What is big is loaded late. */
import type { AwsClients } from './adapters/aws/clients.js';
import type { Session } from './adapters/aws/role.js';
import { onDemand } from './adapters/on-demand.js';
import { createRunnerHost, thisProcess } from './adapters/runner/host.js';
import { idTokens } from './adapters/runner/id-token.js';
import { systemClock } from './adapters/system/clock.js';
import { systemFiles } from './adapters/system/files.js';
import { onFirstRequest } from './adapters/system/first-request.js';
import { systemRandom } from './adapters/system/random.js';
import { passwordsIn } from './domain/secrets.js';
import type { Milliseconds } from './domain/time.js';
import type { Host } from './ports/host.js';
import type { Outside } from './ports/outside.js';

/** For the user agent of AWS calls; the one of package.json, which a test checks. */
export const VERSION = '0.1.0';

/** Credentials of the job that must not appear anywhere, not even in what the service says. */
const SECRET_VARIABLES = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/** Addresses that may hold a password, and are part of what a connection says when it fails. */
const ADDRESS_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'AWS_ENDPOINT_URL'];

const LAST_WORDS: Milliseconds = 100;

export function wire(): Outside {
  const runner = thisProcess();
  const host = createRunnerHost(runner);
  for (const name of SECRET_VARIABLES) host.mask(runner.env[name] ?? '');
  for (const name of ADDRESS_VARIABLES) for (const secret of passwordsIn(runner.env[name] ?? '')) host.mask(secret);
  // From here on there is time to load what telling needs.
  onFirstRequest(() => void host.flush());
  const connections: { calls(): number; close(): void }[] = [];
  const parts = { clock: systemClock, random: systemRandom };
  return {
    ...parts,
    host,
    files: systemFiles,
    http: onDemand({ get: true }, async () => (await import('./adapters/system/http.js')).createHttp(runner.env)),
    commands: onDemand({ run: true }, async () =>
      (await import('./adapters/runner/commands.js')).createCommands(runner.env),
    ),
    archives: async () => (await import('./adapters/bundle/archives.js')).zipArchives,
    github: async (token) => {
      const { repository, apiUrl } = host.run;
      if (token === '' || repository === undefined) return undefined;
      const { createGitHub } = await import('./adapters/github/github.js');
      return createGitHub({
        token,
        repository,
        version: VERSION,
        clock: systemClock,
        ...(apiUrl === undefined ? {} : { apiUrl }),
      });
    },
    connect: async (region, signal) => {
      const { createAwsClients, createCloud } = await import('./adapters/aws/cloud.js');
      const plain = { region, version: VERSION, env: runner.env };
      const role = roleOf(host);
      const credentials =
        role === undefined ? undefined : await assumedRole(role, createAwsClients(plain), host, runner.env);
      const withRole = { ...plain, ...(credentials === undefined ? {} : { credentials }) };
      const clients = createAwsClients(withRole);
      connections.push({
        calls: () =>
          clients.beanstalkCalls.count +
          clients.storeCalls.count +
          clients.commandCalls.count +
          clients.gateCalls.count,
        close: () => clients.close(),
      });
      return {
        ...createCloud({ ...parts, clients, signal }),
        registry: {
          digest: async (image, auth) => {
            const { createRegistry } = await import('./adapters/registry/registry.js');
            const at = (place: string) => createAwsClients({ ...withRole, region: place });
            const ecr = (place: string) => (place === region ? clients : at(place)).ecr();
            return createRegistry({ env: runner.env, ecr }).digest(image, auth);
          },
        },
      };
    },
    calls: () => connections.reduce((sum, connection) => sum + connection.calls(), 0),
    leave: (code) => {
      for (const connection of connections) connection.close();
      // Some platforms write to pipes in the background: the last lines get a moment.
      if (code !== undefined) void systemClock.sleep(LAST_WORDS).then(() => runner.exit(code));
    },
  };
}

/** Checked with the other inputs; needed in the post phase too, which reads no inputs. */
function roleOf(host: Host): { readonly arn: string; readonly sessionName: string } | undefined {
  const arn = host.input('role-to-assume');
  return arn === '' ? undefined : { arn, sessionName: host.input('role-session-name') || 'beanstalk-rollout' };
}

/** Its first session is taken at once: what is wrong with the role is told as such, not by the first call that needs it. */
async function assumedRole(
  role: { readonly arn: string; readonly sessionName: string },
  clients: AwsClients,
  host: Host,
  env: Readonly<Record<string, string | undefined>>,
): Promise<() => Promise<Session>> {
  const { roleCredentials } = await import('./adapters/aws/role.js');
  const idToken = idTokens(env);
  const session = roleCredentials(role, {
    clients,
    clock: systemClock,
    mask: (secret) => host.mask(secret),
    ...(idToken === undefined ? {} : { idToken }),
  });
  await session();
  return session;
}
