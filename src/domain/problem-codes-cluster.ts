/** Codes of Cluster environments (Amazon EKS) and of versions that are container images. */
import type { CodeEntry } from './code-entry.js';

export const CLUSTER_CODES = {
  'strategy-needs-cluster-environment': {
    meaning: 'The strategy is one of Kubernetes, and a Standard environment has instances and no pods.',
    doing: 'Use `all-at-once` or another strategy of Standard environments.',
  },
  'input-of-other-tier': {
    meaning: 'The input means something only on the other kind of environment (Standard or Cluster).',
    doing: 'Use the input that the message names, or remove it.',
  },
  'pods-cannot-move': {
    meaning: 'When no pod may be missing and none may be added, no pod can ever be replaced.',
    doing: 'Raise `max-surge` or `max-unavailable`.',
  },
  'image-build-failed': {
    meaning:
      'Elastic Beanstalk could not build the container image of the version, or nobody has seen it begin or end.',
    doing:
      'Read the messages of the service and the log of the CodeBuild build that are named, mend the build, and run the job again; the label is used up until its version is deleted.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
