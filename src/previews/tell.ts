/** Tells the pull request: comment and GitHub deployment. What cannot be told is a warning, and never stops a preview. */
import type { PreviewOwner } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { DeploymentStatus, GitHub, PullRequest } from '../ports/github.js';
import { foreignText } from '../report/foreign.js';
import { commentBody, marker, ourComment, type PreviewNews, previewUrl } from './comment.js';

export interface Teller {
  /** `create`: write a comment when there is none yet; `update`: only change the one that is there. */
  comment(news: PreviewNews, when: 'create' | 'update'): Promise<void>;
  /** A deployment of the pull request's commit to its preview begins. */
  deploymentBegins(
    pull: PullRequest,
    environmentName: string,
    payload: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Of the one that began; earlier ones of the same preview are inactive once a new one is there. */
  deploymentEnds(state: 'success' | 'failure' | 'inactive', description: string, cname?: string): Promise<void>;
  /** Everything that was ever deployed to this preview is gone. */
  deploymentsInactive(environmentName: string, description: string): Promise<void>;
}

export interface TellerParts {
  /** Absent: nobody is told anything, which was said once. */
  readonly github: GitHub | undefined;
  readonly say: Say;
  /** Which preview of the pull request this is. */
  readonly key: string;
  readonly number: number;
  /** Page of the run. */
  readonly run: string | undefined;
}

/** The same in every run about a preview, whatever its environment had to be called. */
export const previewKey = (application: string, { name }: Pick<PreviewOwner, 'name'>): string =>
  `${application}/${name}`;

/** A pull request has few deployments that are worth a call each. */
const MOST_DEPLOYMENTS = 30;

export function createTeller({ github, say, key, number, run }: TellerParts): Teller {
  const attempt = attempts(say);
  let begun: { readonly id: number; readonly environmentName: string } | undefined;
  const status = (id: number, state: DeploymentStatus['state'], description: string, cname?: string): Promise<void> => {
    const url = cname === undefined ? undefined : previewUrl(cname);
    return (
      github?.setDeploymentStatus(id, {
        state,
        description: foreignText(description),
        ...(url === undefined ? {} : { environmentUrl: url }),
        ...(run === undefined ? {} : { logUrl: run }),
      }) ?? Promise.resolve()
    );
  };
  const inactive = async (environmentName: string, description: string, except?: number): Promise<void> => {
    const all = (await github?.deployments(environmentName)) ?? [];
    for (const { id } of all.filter((one) => one.id !== except).slice(0, MOST_DEPLOYMENTS)) {
      await status(id, 'inactive', description);
    }
  };
  return {
    comment: (news, when) =>
      attempt('the comment on the pull request', async () => {
        if (github === undefined) return;
        const body = commentBody(key, { ...(run === undefined ? {} : { run }), ...news });
        const [comments, viewer] = await Promise.all([github.comments(number), github.viewer()]);
        const found = ourComment(comments, marker(key), viewer);
        if (found !== undefined) await github.updateComment(found.id, body);
        else if (when === 'create') await github.createComment(number, body);
      }),
    deploymentBegins: (pull, environmentName, payload) =>
      attempt('the GitHub deployment', async () => {
        if (github === undefined) return;
        const description = `Preview of pull request #${pull.number}`;
        const wished = { ref: pull.headCommit, environment: environmentName, description, payload };
        const id = await github.createDeployment({ ...wished, transient: true, production: false });
        begun = { id, environmentName };
        await status(id, 'in_progress', description);
      }),
    deploymentEnds: (state, description, cname) =>
      attempt('the GitHub deployment', async () => {
        if (begun === undefined) return;
        await status(begun.id, state, description, cname);
        if (state === 'success') await inactive(begun.environmentName, 'Replaced by a newer commit', begun.id);
      }),
    deploymentsInactive: (environmentName, description) =>
      attempt('the GitHub deployment', () => inactive(environmentName, description)),
  };
}

/** One warning for each thing that could not be told. */
function attempts(say: Say): (what: string, telling: () => Promise<void>) => Promise<void> {
  const told = new Set<string>();
  return async (what, telling) => {
    try {
      await telling();
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const problem = notTold(what, error.problem);
      if (!told.has(problem.what)) say({ type: 'warning', problem });
      told.add(problem.what);
    }
  };
}

const notTold = (what: string, { what: why, hint, blame }: Problem): Problem => ({
  code: 'preview-not-told',
  blame,
  what: `The preview is not affected, but ${what} could not be written: ${why}`,
  hint: `${hint} The job needs \`pull-requests: write\` and \`deployments: write\`.`,
});
