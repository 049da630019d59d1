/** Codes of bundles: what is found before anything is uploaded. */
import type { CodeEntry } from './code-entry.js';

export const BUNDLE_CODES = {
  'source-missing': {
    meaning: 'The directory to bundle does not exist.',
    doing: 'Check `source-directory`, and that a step before this one checks the code out.',
  },
  'source-not-a-directory': {
    meaning: 'What should be bundled is not a directory.',
    doing: 'Give an archive with `deployment-package-path`.',
  },
  'bundle-missing': {
    meaning: 'The archive does not exist.',
    doing: 'Check `deployment-package-path`, and that a step before this one makes it.',
  },
  'bundle-not-a-file': {
    meaning: 'What is given as the archive is not a file.',
    doing: 'Give a zip or WAR file, or name the directory as `source-directory`.',
  },
  'bundle-backslashes': {
    meaning:
      'The entries of the archive are named with backslashes, which Linux platforms do not unpack into directories.',
    doing: 'Make the archive with a tool that writes `/`, or give the directory.',
  },
  'secrets-left-out': {
    meaning: 'Files that look like secrets were kept out of the bundle. A warning.',
    doing: 'If the application needs one, bring it back with a `!` pattern in `.ebignore` or `exclude-patterns`.',
  },
  'image-missing': {
    meaning: 'The registry says that there is no such image.',
    doing: 'Check `docker-image`, and that a step before this one pushes the image.',
  },
  'image-not-resolved': {
    meaning: 'Which image the tag means could not be found out, so that the tag itself is deployed. A warning.',
    doing: 'Give the image by its digest, or let the action ask the registry, as the message says.',
  },
  'image-needs-docker-platform': {
    meaning: 'Only the Docker platform runs an image by itself, and the environment is on another one.',
    doing: 'Use an environment on the Docker platform, or deploy the application itself.',
  },
  'bundle-not-used': {
    meaning: 'The label exists with other content, and `on-label-conflict: reuse` deploys what it holds. A warning.',
    doing: 'Use `on-label-conflict: suffix` to deploy the bundle of this run.',
  },
  'bundle-object-conflict': {
    meaning: 'There is another object at the place of the bundle, and nothing in S3 is ever overwritten.',
    doing: 'Remove that object, or choose another label.',
  },
  'version-label-taken': {
    meaning: 'The label exists with other content, and a version is never overwritten.',
    doing: 'Choose another label, or another value of `on-label-conflict`.',
  },
  'bundle-empty': {
    meaning: 'The bundle would hold no file.',
    doing: 'Check the directory and the rules that leave files out; the log lists what each rule kept out.',
  },
  'bundle-not-a-zip': {
    meaning: 'The archive is not a zip (war and jar are zips too), or is damaged.',
    doing: 'Make it again, for example with `zip -r`.',
  },
  'bundle-too-large': {
    meaning: 'Elastic Beanstalk takes bundles of up to 500 MB.',
    doing: 'Leave out what the application does not need (`.ebignore`, `exclude-patterns`).',
  },
  'bundle-not-made': {
    meaning: 'The archive could not be written, or a file changed meanwhile.',
    doing: 'Check the space on the disk, and let no other step write to the directory.',
  },
  'bundle-path-escapes': {
    meaning: 'An entry of the archive would be unpacked outside of its directory.',
    doing: 'Make the archive from inside the application directory, with relative paths.',
  },
  'bundle-single-folder': {
    meaning: 'Everything in the bundle is inside one directory, where Elastic Beanstalk does not look.',
    doing: 'Make the archive from inside that directory.',
  },
  'bundle-changed': {
    meaning: 'The archive is not any more what it was when it was checked.',
    doing: 'Let no other step write to it at the same time.',
  },
  'file-unreadable': {
    meaning: 'A file or directory could not be read.',
    doing: 'Check that it exists and that this user may read it.',
  },
  'file-not-written': {
    meaning: 'A file could not be written.',
    doing: 'Check that the directory is writable and has space left.',
  },
  'file-vanished': {
    meaning: 'A file vanished while the bundle was put together.',
    doing: 'Let no other step write to the directory at the same time.',
  },
  'symlink-escapes': {
    meaning: 'A symbolic link leads out of the directory that is bundled.',
    doing: 'Copy what it points to into the directory, or leave the link out.',
  },
  'symlink-dangling': {
    meaning: 'A symbolic link leads to nothing.',
    doing: 'Remove it, leave it out, or use `symlinks: preserve`.',
  },
  'symlink-cycle': {
    meaning: 'A symbolic link leads back to a directory that it is in.',
    doing: 'Use `symlinks: preserve`, or leave the link out.',
  },
  'yaml-syntax': {
    meaning: 'A configuration file of the bundle is not valid YAML.',
    doing: 'Correct the line that the message names.',
  },
  'yaml-duplicate-key': {
    meaning: 'A configuration file has the same key twice; only one of the two would count.',
    doing: 'Join the two.',
  },
  'json-syntax': {
    meaning: 'A configuration file of the bundle is not valid JSON.',
    doing: 'Correct the line that the message names; comments and trailing commas are not allowed.',
  },
  'ebextensions-not-a-mapping': {
    meaning: 'A file in `.ebextensions` does not consist of sections.',
    doing: 'Begin it with a section such as `option_settings:`.',
  },
  'ebextensions-unknown-key': {
    meaning: 'A file in `.ebextensions` has a section that Elastic Beanstalk does not know.',
    doing: 'Correct the name; the known ones are in the AWS guide, "Advanced environment customization".',
  },
  'ebextensions-ignored': {
    meaning: 'A file in `.ebextensions` does not end in `.config` and would be ignored.',
    doing: 'Rename it.',
  },
  'dockerrun-version': {
    meaning: '`Dockerrun.aws.json` has no version, or one that does not exist.',
    doing: 'Set `AWSEBDockerrunVersion` to `1` or `3` (`2` on old multicontainer platforms).',
  },
  'procfile-empty': {
    meaning: 'The `Procfile` names no process.',
    doing: 'Add a line such as `web: node server.js`, or remove the file.',
  },
  'procfile-syntax': {
    meaning: 'A line of the `Procfile` is not of the form `name: command`.',
    doing: 'Write one process a line.',
  },
  'procfile-line-ends': {
    meaning: 'The `Procfile` has Windows line ends, which become part of the command.',
    doing: 'Save it with LF line ends.',
  },
  'hook-line-ends': {
    meaning: 'A platform hook has Windows line ends, with which Linux cannot run it.',
    doing: 'Save it with LF line ends (`*.sh text eol=lf` in `.gitattributes`).',
  },
  'hook-not-executable': {
    meaning: 'A platform hook is not executable.',
    doing: 'Run `chmod +x` on it, or `git update-index --chmod=+x`.',
  },
  'hook-without-shebang': {
    meaning: 'A platform hook does not say what it is to be run with.',
    doing: 'Begin it with a line such as `#!/bin/bash`.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
