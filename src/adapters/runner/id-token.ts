/** ID tokens of GitHub (OIDC), by which AWS knows the job. */

/**
 * Asks for a token for AWS's STS; absent where the job may not ask for one (`permissions: id-token: write`), as GitHub's
 * documentation of OIDC says: the two variables are set only then.
 */
export function idTokens(env: Readonly<Record<string, string | undefined>>): (() => Promise<string>) | undefined {
  if ((env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '') === '') return undefined;
  return async () => (await import('@actions/core')).getIDToken('sts.amazonaws.com');
}
