/** The file that makes the Docker platform run an image, and on which platforms it can. Pure. */
import { type ImageFormat, type ImageReference, imageName } from '../domain/image.js';
import type { Problem } from '../domain/problem.js';

export interface ImageFile {
  readonly path: string;
  readonly text: string;
}

/**
 * `dockerrun`: one container behind the proxy of the platform, with the environment properties as its environment (AWS
 * guide, "Docker configuration", Dockerrun.aws.json v1). `compose`: Docker Compose publishes the port itself, without
 * that proxy; the environment properties come from the file `.env`, which the platform writes (AWS guide, "Docker Compose").
 */
export function imageFile(image: ImageReference, port: number, format: ImageFormat): ImageFile {
  const name = imageName(image);
  switch (format) {
    case 'dockerrun': {
      const content = {
        AWSEBDockerrunVersion: '1',
        Image: { Name: name, Update: 'true' },
        Ports: [{ ContainerPort: port }],
      };
      return { path: 'Dockerrun.aws.json', text: `${JSON.stringify(content, undefined, 2)}\n` };
    }
    case 'compose': {
      // A reference holds nothing that JSON or YAML would take for anything else; quotes keep it one text.
      const lines = ['services:', '  web:', `    image: ${JSON.stringify(name)}`, '    restart: always'];
      return {
        path: 'docker-compose.yml',
        text: [...lines, '    ports:', `      - "80:${port}"`, '    env_file:', '      - .env', ''].join('\n'),
      };
    }
  }
}

/** What an unresolved tag may mean tomorrow: makes the bundle of each run its own, so that none counts as deployed already. */
export const unresolvedFile = (image: ImageReference, run: string): ImageFile => ({
  path: '.beanstalk-rollout/image.json',
  text: `${JSON.stringify({ image: imageName(image), digest: 'not resolved', run }, undefined, 2)}\n`,
});

/** `platform`: the name of a solution stack, platform or branch, or its ARN; `undefined` when it is not known. */
export function platformProblems(platform: string | undefined, format: ImageFormat): readonly Problem[] {
  if (platform === undefined || platform === '') return [];
  const name = platform.replace(/^arn:[^/]*\/+/, '').replace(/^platform\//, '');
  const isDocker = /(?:^|running )Docker(?: |$)/.test(name) && !/preconfigured/i.test(name);
  if (!isDocker) {
    return [
      {
        code: 'image-needs-docker-platform',
        blame: 'you',
        what: `\`docker-image\` needs the Docker platform, and the platform here is ${name}.`,
        hint: /ECS|Multi-container/.test(name)
          ? 'Write a Dockerrun.aws.json of version 2 and give its directory as `source-directory`, or use an environment on "Docker running on 64bit Amazon Linux 2023".'
          : 'Deploy the application itself with `source-directory` or `deployment-package-path`, or create an environment on the platform branch "Docker running on 64bit Amazon Linux 2023".',
        input: 'docker-image',
      },
    ];
  }
  // Amazon Linux AMI ("AL1") versions are dated; Compose came with Amazon Linux 2.
  return format === 'compose' && /Amazon Linux 20\d\d\.\d\d/.test(name)
    ? [
        {
          code: 'image-needs-docker-platform',
          blame: 'you',
          what: `The platform ${name} does not know Docker Compose.`,
          hint: 'Use `docker-format: dockerrun`, or move to the Docker platform of Amazon Linux 2023.',
          input: 'docker-format',
        },
      ]
    : [];
}
