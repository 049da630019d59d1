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
  'sides-of-two-tiers': {
    meaning:
      'One side of the pair is a Standard, the other a Cluster environment; a swap between them is not documented.',
    doing: 'Take two environments of one kind; `idle-environment-name` names the other side.',
  },
  'cluster-needs-image': {
    meaning: 'A Cluster environment runs container images, and what would be deployed is none.',
    doing: 'Give `image-uri`, or `build-configuration` so that an image is built from the bundle.',
  },
  'image-needs-cluster': {
    meaning: 'The version is a container image, which a Standard environment cannot run.',
    doing: 'Use `docker-image` for an environment on the Docker platform, or deploy a bundle.',
  },
  'image-of-other-architecture': {
    meaning: 'An image for one kind of processor does not run on nodes of the other kind.',
    doing: 'Build it for the `arch` of the environment.',
  },
  'option-of-other-tier': {
    meaning:
      'Standard and Cluster environments have different options, and the service refuses those of the other kind.',
    doing: 'Remove the options that the message names.',
  },
  'cluster-setting-fixed': {
    meaning: 'The subnets and the three roles of a Cluster environment are fixed when it is created.',
    doing: 'Take the values that it has, or create a new environment and swap the CNAMEs.',
  },
  'cluster-setting-wrong': {
    meaning: 'A role or the subnets of a Cluster environment are not of the form that the service takes.',
    doing: 'Write roles as ARNs with their path, and subnets as ids with commas between them.',
  },
  'cluster-roles-differ': {
    meaning: 'Environments with the same set of subnets share a cluster, and all of them must have its roles.',
    doing: 'Take the roles that the message names, or other subnets.',
  },
  'cluster-variables-unreadable': {
    meaning: 'The variables of a Cluster environment are one JSON object, and what is there now cannot be read as one.',
    doing: 'Set the whole option env-variables in `option-settings`.',
  },
  'image-build-failed': {
    meaning:
      'Elastic Beanstalk could not build the container image of the version, or nobody has seen it begin or end.',
    doing:
      'Read the messages of the service and the log of the CodeBuild build that are named, mend the build, and run the job again; the label is used up until its version is deleted.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
