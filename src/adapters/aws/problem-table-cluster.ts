/** What the service says against Cluster environments and their versions. */
import { answered, type Rule, says } from './problem-rule.js';

export const CLUSTER_RULES: readonly Rule[] = [
  {
    // The exact words of the AWS guide.
    matches: says(/Changes to EKS cluster configuration \(subnets and IAM roles\)/i),
    code: 'cluster-setting-fixed',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Take the subnets and roles that it has, or create a new environment with others and swap the CNAMEs.',
  },
  {
    // That it is refused is documented, the words are not.
    matches: says(/\broles?\b.*\b(match|registered)\b.*\bcluster\b/i),
    code: 'cluster-roles-differ',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Take the roles of the environments that have the same subnets, or other subnets.',
  },
  {
    matches: says(/is unusable and cannot be used with an environment/i),
    code: 'version-failed',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Deploy the content under another label; a version that could not be processed cannot be mended.',
  },
];
