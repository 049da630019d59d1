/** Codes of Cluster environments (Amazon EKS) and of versions that are container images. */
import type { CodeEntry } from './code-entry.js';

export const CLUSTER_CODES = {
  'image-build-failed': {
    meaning: 'Elastic Beanstalk could not build the container image of the version, or nobody has seen it begin or end.',
    doing:
      'Read the messages of the service and the log of the CodeBuild build that are named, mend the build, and run the job again; the label is used up until its version is deleted.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
