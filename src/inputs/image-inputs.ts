/** Inputs of a bundle that runs a container image, and what they mean together. */
import { type ImageReference, parseImage } from '../domain/image.js';
import { choice, count, type Kind, optional, text, withDefault } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { BundleSource } from '../domain/settings.js';
import { contradiction } from './input-problems.js';

export const imageReference: Kind<ImageReference> = {
  accepts: 'an image such as `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4` or `ghcr.io/acme/shop@sha256:…`',
  read: (given) => {
    const read = parseImage(given);
    return 'image' in read ? { value: read.image } : read;
  },
};

const password: Kind<string> = {
  ...text('`user:password`', { pattern: /^[^:\s]+:\S+$/, because: 'is not of the form `user:password`' }),
  secret: true,
};

export const IMAGE_INPUTS = {
  'docker-image': optional(imageReference, {
    help: 'Image to run, for environments on the Docker platform: the bundle is made for it, with the digest that its tag has now, and with `.ebextensions` and `.platform` of the source directory; see docs/docker-image.md.',
  }),
  'docker-port': optional(count(1, 65_535), {
    help: 'Port on which the application in the container listens; needed with `docker-image`.',
  }),
  'docker-format': withDefault(choice(['dockerrun', 'compose']), 'dockerrun', {
    help: '`dockerrun`: behind the proxy of the platform, with the environment properties in the environment of the container; `compose`: a `docker-compose.yml` that publishes the port itself.',
  }),
  'docker-registry-auth': optional(password, {
    help: 'User and password with which the action asks a private registry for the digest; not needed for Amazon ECR, and never handed to the instances.',
  }),
} as const;

interface ImageGiven {
  readonly 'docker-image'?: ImageReference | undefined;
  readonly 'docker-port'?: number | undefined;
  readonly 'docker-format'?: 'dockerrun' | 'compose' | undefined;
  readonly 'docker-registry-auth'?: string | undefined;
  readonly 'version-source'?: 'auto' | 'bundle' | 'existing' | 'none' | undefined;
  readonly 'exclude-patterns'?: readonly string[] | undefined;
  readonly symlinks?: 'preserve' | 'follow' | undefined;
}

/** `undefined` without `docker-image`. `directory`: where configuration files are taken from. */
export function imageSource(values: ImageGiven, directory: string): BundleSource | undefined {
  const wished = values['docker-image'];
  const port = values['docker-port'];
  const auth = values['docker-registry-auth'];
  if (wished === undefined || port === undefined) return undefined;
  return {
    kind: 'image',
    image: wished,
    port,
    format: values['docker-format'] ?? 'dockerrun',
    ...(auth === undefined ? {} : { auth: () => auth }),
    directory,
    exclude: values['exclude-patterns'] ?? [],
    symlinks: values.symlinks ?? 'preserve',
  };
}

/** A version has one source, and an image needs to be reached. `given`: also of inputs that could not be read. */
export function imageContradictions(values: ImageGiven, given: (name: string) => boolean): readonly Problem[] {
  if (!given('docker-image')) return orphans(values, given);
  const source = values['version-source'] ?? 'auto';
  const problems: Problem[] = [];
  if (!given('docker-port')) {
    problems.push(
      contradiction(
        'docker-port',
        '`docker-image` needs `docker-port`: nothing else says where the application in the container is reached.',
        'Give the port on which it listens.',
      ),
    );
  }
  if (given('deployment-package-path')) {
    problems.push(
      contradiction(
        'docker-image',
        'Both `docker-image` and `deployment-package-path` are given, and a version has one source.',
        'Keep one of them; configuration beside the image comes from `.ebextensions` and `.platform` of `source-directory`.',
      ),
    );
  }
  if (source === 'existing' || source === 'none') {
    problems.push(
      contradiction(
        'docker-image',
        `\`docker-image\` is given, but with \`version-source: ${source}\` nothing is bundled.`,
        'Remove one of the two.',
      ),
    );
  }
  return problems;
}

function orphans(values: ImageGiven, given: (name: string) => boolean): readonly Problem[] {
  const without = ['docker-port', 'docker-registry-auth'].filter(given);
  if (values['docker-format'] === 'compose') without.push('docker-format');
  return without.map((name) =>
    contradiction(name, `\`${name}\` is given without \`docker-image\`.`, 'Give the image, or remove it.'),
  );
}
