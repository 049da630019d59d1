export const id = 447;
export const ids = [447];
export const modules = {

/***/ 38399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ imageFile),
/* harmony export */   Sr: () => (/* binding */ platformProblems),
/* harmony export */   qM: () => (/* binding */ unresolvedFile)
/* harmony export */ });
/* harmony import */ var _domain_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26321);
/** The file that makes the Docker platform run an image, and on which platforms it can. Pure. */

/**
 * `dockerrun`: one container behind the proxy of the platform, with the environment properties as its environment (AWS
 * guide, "Docker configuration", Dockerrun.aws.json v1). `compose`: Docker Compose publishes the port itself, without
 * that proxy; the environment properties come from the file `.env`, which the platform writes (AWS guide, "Docker Compose").
 */
function imageFile(image, port, format) {
    const name = (0,_domain_image_js__WEBPACK_IMPORTED_MODULE_0__/* .imageName */ .tO)(image);
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
const unresolvedFile = (image, run) => ({
    path: '.beanstalk-rollout/image.json',
    text: `${JSON.stringify({ image: (0,_domain_image_js__WEBPACK_IMPORTED_MODULE_0__/* .imageName */ .tO)(image), digest: 'not resolved', run }, undefined, 2)}\n`,
});
/** `platform`: the name of a solution stack, platform or branch, or its ARN; `undefined` when it is not known. */
function platformProblems(platform, format) {
    if (platform === undefined || platform === '')
        return [];
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
//# sourceMappingURL=image-files.js.map

/***/ }),

/***/ 55453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveImage),
/* harmony export */   B: () => (/* binding */ imageFiles)
/* harmony export */ });
/* harmony import */ var _domain_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26321);
/* harmony import */ var _image_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38399);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21226);
/** From an image to the files of a bundle that runs it: the tag becomes a digest, the configuration of the workspace comes along. */



/** Only this is configuration of the environment; the application itself is in the image. */
const CONFIGURATION = ['/*', '!/.ebextensions', '!/.platform'];
async function imageFiles(source, ports, say) {
    const resolved = await resolveImage({ ...source, input: 'docker-image' }, ports, say);
    if ('problem' in resolved)
        return { problems: [resolved.problem] };
    const { image, because } = resolved;
    const made = [(0,_image_files_js__WEBPACK_IMPORTED_MODULE_1__/* .imageFile */ .Ap)(image, source.port, source.format)];
    if (because !== undefined)
        made.push((0,_image_files_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolvedFile */ .qM)(image, ports.random.uuid()));
    const chosen = await (0,_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectFiles */ .A)({ root: source.directory, exclude: [...CONFIGURATION, ...source.exclude], symlinks: source.symlinks }, ports.files);
    const texts = made.map(({ path, text }) => ({ kind: 'text', path, mode: 0o644, text }));
    const entries = [...chosen.entries, ...texts].sort((one, other) => (one.path < other.path ? -1 : 1));
    return { chosen: { ...chosen, excluded: chosen.excluded.filter(({ rule }) => rule !== 'exclude: /*') }, entries };
}
/** What the image's tag means now; says it, or warns that it could not be found out. */
async function resolveImage(wished, ports, say) {
    const resolved = await resolve(wished, ports);
    if ('problem' in resolved)
        return resolved;
    const { image, because } = resolved;
    if (because === undefined)
        say({ type: 'notice', text: said(wished.image, image) });
    else
        say({ type: 'warning', problem: unresolved(image, because, wished.input) });
    return resolved;
}
async function resolve({ image, auth, input }, { registry }) {
    if (registry === undefined)
        return withoutAnswer(image, 'no registry can be asked here');
    const answer = await registry.digest(image, auth?.());
    switch (answer.kind) {
        case 'found':
            return image.digest === undefined || image.digest === answer.digest
                ? { image: { ...image, digest: answer.digest } }
                : { problem: missing(image, `its tag means ${answer.digest}`, input) };
        case 'missing':
            return { problem: missing(image, answer.because, input) };
        case 'unknown':
            return withoutAnswer(image, answer.because);
    }
}
/** An image that is named by its digest needs no registry to be certain. */
const withoutAnswer = (image, because) => image.digest === undefined ? { image, because } : { image };
const said = (wished, image) => wished.digest === undefined
    ? `${(0,_domain_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(wished)} is ${image.digest}; it is run by this digest, whatever the tag means later.`
    : `The image is ${(0,_domain_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(image)}.`;
const missing = (image, because, input) => ({
    code: 'image-missing',
    blame: 'you',
    what: `The registry has no image ${(0,_domain_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(image)} (${because}).`,
    hint: `Check \`${input}\`, and that the step which pushes the image ran before this one.`,
    input,
});
const unresolved = (image, because, input) => ({
    code: 'image-not-resolved',
    blame: 'you',
    what: `What ${(0,_domain_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(image)} means could not be found out: ${because}. The tag is deployed as it is, and ${input === 'image-uri' ? 'pods that start later, and a rollback to this version,' : 'instances that start later'} may run another image.`,
    hint: 'Give the image by its digest (docker/build-push-action has it as an output), or let the action ask: `docker-registry-auth`, or ecr:BatchGetImage for Amazon ECR.',
    input,
});
//# sourceMappingURL=image.js.map

/***/ }),

/***/ 447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jp: () => (/* binding */ checkBundle),
  ND: () => (/* binding */ makeBundle)
});

// UNUSED EXPORTS: BUNDLE_LIMIT_BYTES

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
;// CONCATENATED MODULE: ./lib/bundle/hash.js
/** Changes when the text below changes, so that hashes of different releases are never taken for each other. */
const FORMAT = 'beanstalk-rollout bundle 1';
/**
 * The text whose SHA-256 is the identity: one line an entry, sorted by path. Times, order, compression and directories
 * that hold something do not count; an empty directory does, because unpacking makes it.
 */
function identityText(entries) {
    const parents = parentsOf(entries);
    const lines = entries.filter(({ kind, path }) => kind !== 'directory' || !parents.has(path)).map(lineOf);
    return [FORMAT, ...lines.sort()].join('\n');
}
const bundleHash = (entries, archives) => archives.sha256(identityText(entries));
/** JSON keeps apart whatever a path may hold, line ends included. */
function lineOf({ path, kind, mode, bytes, crc32 }) {
    switch (kind) {
        case 'directory':
            return JSON.stringify([path, kind]);
        case 'symlink':
            return JSON.stringify([path, kind, bytes, crc32]);
        case 'file':
            return JSON.stringify([path, kind, (mode & 0o7777).toString(8), bytes, crc32]);
    }
}
/** Every directory that holds something. */
function parentsOf(entries) {
    const parents = new Set();
    for (const { path } of entries) {
        // What is above a directory that is known is known, too.
        for (let cut = path.lastIndexOf('/'); cut >= 0; cut = path.lastIndexOf('/', cut - 1)) {
            const parent = path.slice(0, cut);
            if (parents.has(parent))
                break;
            parents.add(parent);
        }
    }
    return parents;
}
//# sourceMappingURL=hash.js.map
// EXTERNAL MODULE: ./lib/bundle/image.js
var bundle_image = __webpack_require__(55453);
;// CONCATENATED MODULE: ./lib/bundle/lint-json.js
function lintJson(path, text) {
    const { problem } = parse(path, text);
    return { errors: problem === undefined ? [] : [problem], warnings: [] };
}
/** AWS guide, "Docker configuration": the file needs `AWSEBDockerrunVersion`, and its versions are 1, 2 and 3. */
function lintDockerrun(path, text) {
    const { problem, value } = parse(path, text);
    if (problem !== undefined)
        return { errors: [problem], warnings: [] };
    const version = typeof value === 'object' && value !== null && 'AWSEBDockerrunVersion' in value
        ? value.AWSEBDockerrunVersion
        : undefined;
    if (['1', '2', '3'].includes(String(version)))
        return { errors: [], warnings: [] };
    const wrong = {
        code: 'dockerrun-version',
        blame: 'you',
        what: version === undefined
            ? `${path} has no AWSEBDockerrunVersion.`
            : `${path} has AWSEBDockerrunVersion ${JSON.stringify(version)}, which does not exist.`,
        hint: 'Set AWSEBDockerrunVersion to 1 (one container), 2 (ECS) or 3 (with docker-compose.yml).',
    };
    return { errors: [wrong], warnings: [] };
}
function parse(path, text) {
    try {
        return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const position = /position (\d+)/.exec(message)?.[1];
        const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
        return {
            problem: {
                code: 'json-syntax',
                blame: 'you',
                what: `${path}${line === undefined ? '' : `, line ${line}`}: ${message.replace(/\.$/, '')}.`,
                hint: 'Correct the JSON; comments and trailing commas are not allowed.',
            },
        };
    }
}
//# sourceMappingURL=lint-json.js.map
// EXTERNAL MODULE: ./lib/bundle/rules.js
var rules = __webpack_require__(11343);
;// CONCATENATED MODULE: ./lib/bundle/lint-platform.js

function hookFindings({ entries, texts }) {
    const crlf = [...texts].filter(([path, text]) => isScript(path, text) && text.includes('\r\n')).map(([path]) => path);
    const hooks = entries.filter(({ kind, path }) => kind === 'file' && (0,rules/* isPlatformHook */.z9)(path));
    const notExecutable = hooks.filter(({ mode }) => (mode & 0o111) === 0).map(({ path }) => path);
    const noShebang = hooks.map(({ path }) => path).filter((path) => lacksShebang(texts.get(path)));
    return {
        errors: crlf.sort().map(windowsLineEnds),
        warnings: [
            ...notExecutable.map(notExecutableHook),
            ...noShebang.filter((path) => !crlf.includes(path)).map(withoutShebang),
        ],
    };
}
/** Programs may be hooks too; they have no lines. */
const isBinary = (text) => text.includes('\u0000') || text.startsWith('\u007FELF');
function isScript(path, text) {
    if (!path.startsWith('.platform/') || isBinary(text))
        return false;
    return text.startsWith('#!') || path.endsWith('.sh') || (0,rules/* isPlatformHook */.z9)(path);
}
const lacksShebang = (text) => text !== undefined && !isBinary(text) && !text.startsWith('#!');
const windowsLineEnds = (path) => ({
    code: 'hook-line-ends',
    blame: 'you',
    what: `${path} has Windows line ends (CRLF), with which Linux cannot run it.`,
    hint: 'Save it with LF line ends; "*.sh text eol=lf" in .gitattributes keeps git from changing them.',
});
/**
 * A warning, not an error: platform versions since 29 April 2022 set the bit themselves (AWS guide, "Platform hooks"),
 * and the environment may have one of those.
 */
const notExecutableHook = (path) => ({
    code: 'hook-not-executable',
    blame: 'you',
    what: `${path} is not executable in the archive.`,
    hint: 'Run "chmod +x" on it before the archive is made; older platform versions fail the deployment otherwise.',
});
const withoutShebang = (path) => ({
    code: 'hook-without-shebang',
    blame: 'you',
    what: `${path} is a platform hook without a first line such as "#!/bin/bash".`,
    hint: 'Add the line: without it the platform cannot tell what to run it with.',
});
//# sourceMappingURL=lint-platform.js.map
;// CONCATENATED MODULE: ./lib/bundle/lint-procfile.js
/** AWS guide, "Buildfile and Procfile": lines must match this. */
const LINE = /^[A-Za-z0-9_-]+:\s*[^\s].*$/;
function lintProcfile(path, text) {
    const errors = [];
    const warnings = [];
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    lines.forEach((line, index) => {
        const bare = line.replace(/\r$/, '');
        if (bare.trim() === '' || bare.trimStart().startsWith('#'))
            return;
        if (!LINE.test(bare))
            errors.push(wrongLine(path, index + 1, bare));
    });
    if (errors.length === 0 && lines.every((line) => line.trim() === '' || line.trimStart().startsWith('#'))) {
        errors.push({
            code: 'procfile-empty',
            blame: 'you',
            what: `${path} names no process.`,
            hint: 'Add a line such as "web: node server.js", or remove the file.',
        });
    }
    if (text.includes('\r\n')) {
        warnings.push({
            code: 'procfile-line-ends',
            blame: 'you',
            what: `${path} has Windows line ends.`,
            hint: 'Save it with LF line ends: the carriage return becomes part of the command.',
        });
    }
    return { errors, warnings };
}
const wrongLine = (path, line, text) => ({
    code: 'procfile-syntax',
    blame: 'you',
    what: `${path}, line ${line}: "${text.slice(0, 80)}" is not of the form "name: command".`,
    hint: 'Write one process a line, for example "web: node server.js".',
});
//# sourceMappingURL=lint-procfile.js.map
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/bundle/lint-yaml.js
/** YAML (or JSON) syntax of configuration files, with file and line; for `.ebextensions` also what the keys are called. */


/** AWS guide, "Adding AWS resources" and "Customizing software on Linux servers": the keys of a `.config` file. */
const SECTIONS = [
    'option_settings',
    'packages',
    'groups',
    'users',
    'sources',
    'files',
    'commands',
    'services',
    'container_commands',
    'Resources',
    'Outputs',
    'Mappings',
    'Parameters',
    'Conditions',
    'Metadata',
];
function lintConfigFile(path, text) {
    // A JSON file may be indented with tabs, which YAML does not allow.
    const json = text.trimStart().startsWith('{') ? jsonKeys(text) : undefined;
    if (json !== undefined)
        return { errors: [], warnings: unknownSections(path, json) };
    const syntax = lintYaml(path, text);
    if (syntax.errors.length > 0)
        return syntax;
    const { contents } = lint_yaml_parse(text, new dist/* LineCounter */.HN());
    if (contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null))
        return syntax;
    if (!(0,dist/* isMap */.jh)(contents))
        return { errors: [noMapping(path)], warnings: syntax.warnings };
    const keys = contents.items.map(({ key }) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key)));
    return { errors: [], warnings: [...syntax.warnings, ...unknownSections(path, [...new Set(keys)])] };
}
function lintYaml(path, text) {
    const lines = new dist/* LineCounter */.HN();
    const { errors } = lint_yaml_parse(text, lines);
    const found = errors.map((error) => ({
        duplicate: error.code === 'DUPLICATE_KEY',
        problem: syntaxError(path, error, lines),
    }));
    return {
        // The first error makes the parser stumble over what follows; more of them would only confuse.
        errors: found
            .filter(({ duplicate }) => !duplicate)
            .slice(0, 1)
            .map(({ problem }) => problem),
        warnings: found.filter(({ duplicate }) => duplicate).map(({ problem }) => problem),
    };
}
const lint_yaml_parse = (text, lineCounter) => (0,dist/* parseDocument */.Tp)(text.replace(/^\uFEFF/, ''), { lineCounter, prettyErrors: false, logLevel: 'error', strict: true });
/** The keys of a JSON object, or `undefined` when the text is none. */
function jsonKeys(text) {
    try {
        return Object.keys(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
function syntaxError(path, error, lines) {
    const { line, col } = lines.linePos(error.pos[0]);
    const tab = error.code === 'TAB_AS_INDENT';
    const duplicate = error.code === 'DUPLICATE_KEY';
    return {
        code: duplicate ? 'yaml-duplicate-key' : 'yaml-syntax',
        blame: 'you',
        what: `${path}, line ${line}, column ${col}: ${tab ? 'a tab is used for indentation' : firstSentence(error.message)}.`,
        hint: tab
            ? 'YAML allows spaces only: replace the tab.'
            : duplicate
                ? 'Only the last of the two would count: bring them together.'
                : 'Correct the YAML; the deployment would fail on the instances because of it.',
    };
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');
const noMapping = (path) => ({
    code: 'ebextensions-not-a-mapping',
    blame: 'you',
    what: `${path} does not hold sections such as option_settings at its top level.`,
    hint: 'Begin the file with a section, for example "option_settings:".',
});
const unknownSections = (path, keys) => keys.filter((key) => !SECTIONS.includes(key)).map((key) => unknownSection(path, key));
function unknownSection(path, key) {
    const near = (0,mod/* closest */.kp)(key, [...SECTIONS]);
    const meant = (0,mod/* distance */.Io)(key.toLowerCase(), near.toLowerCase()) <= 3 ? `Did you mean "${near}"?` : '';
    return {
        code: 'ebextensions-unknown-key',
        blame: 'you',
        what: `${path} has the top-level key "${key}", which Elastic Beanstalk does not know.`,
        hint: meant === '' ? `Known are ${SECTIONS.join(', ')}.` : meant,
    };
}
//# sourceMappingURL=lint-yaml.js.map
;// CONCATENATED MODULE: ./lib/bundle/lint.js




/** Files larger than this are not configuration. */
const LINT_LIMIT_BYTES = 1_048_576;
const CONFIG_FILE = /^\.ebextensions\/[^/]+\.config$/;
const YAML_FILES = new Set(['env.yaml', 'cron.yaml', 'docker-compose.yml', 'docker-compose.yaml']);
const JSON_FILES = new Set(['package.json', 'aws-windows-deployment-manifest.json']);
/** Whether the checks want to read this file. */
function isLinted(path) {
    return (CONFIG_FILE.test(path) ||
        YAML_FILES.has(path) ||
        JSON_FILES.has(path) ||
        path === 'Procfile' ||
        path === 'Dockerrun.aws.json' ||
        path.startsWith('.platform/hooks/') ||
        path.startsWith('.platform/confighooks/') ||
        (path.startsWith('.platform/') && path.endsWith('.sh')));
}
function lint(content) {
    const all = [...content.texts]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([path, text]) => lintText(path, text));
    const whole = [hookFindings(content), ...layoutFindings(content)];
    const findings = [...all, ...whole];
    return {
        errors: findings.flatMap((each) => each.errors ?? []),
        warnings: findings.flatMap((each) => each.warnings ?? []),
    };
}
function lintText(path, text) {
    if (CONFIG_FILE.test(path))
        return lintConfigFile(path, text);
    if (YAML_FILES.has(path))
        return lintYaml(path, text);
    if (path === 'Dockerrun.aws.json')
        return lintDockerrun(path, text);
    if (JSON_FILES.has(path))
        return lintJson(path, text);
    if (path === 'Procfile')
        return lintProcfile(path, text);
    return {};
}
function layoutFindings({ entries }) {
    const files = entries.filter(({ kind }) => kind !== 'directory').map(({ path }) => path);
    const tops = new Set(files.map((path) => path.split('/')[0] ?? ''));
    const [only] = tops;
    const findings = [];
    // AWS guide, "Create an application source bundle": no parent folder or top-level directory.
    if (tops.size === 1 &&
        only !== undefined &&
        files.every((path) => path.includes('/')) &&
        !/^(WEB|META)-INF$/.test(only)) {
        findings.push({
            warnings: [
                {
                    code: 'bundle-single-folder',
                    blame: 'you',
                    what: `Everything in the bundle is inside one directory, ${only}/.`,
                    hint: 'Elastic Beanstalk looks for the application at the top of the bundle: make the archive from inside that directory.',
                },
            ],
        });
    }
    const misplaced = files.filter((path) => /^\.ebextensions\/[^/]+\.(ya?ml|json)$/.test(path));
    if (misplaced.length > 0) {
        findings.push({
            warnings: [
                {
                    code: 'ebextensions-ignored',
                    blame: 'you',
                    what: `Elastic Beanstalk reads only .config files in .ebextensions and will ignore ${misplaced.join(', ')}.`,
                    hint: 'Rename the file so that it ends in .config.',
                },
            ],
        });
    }
    return findings;
}
//# sourceMappingURL=lint.js.map
// EXTERNAL MODULE: ./lib/bundle/select.js + 3 modules
var bundle_select = __webpack_require__(21226);
;// CONCATENATED MODULE: ./lib/bundle/make.js
/** From a directory or an archive to a checked bundle: a zip on disk with its hash. Nothing is called over the network. */





/** AWS guide, "Create an application source bundle": not larger than 500 MB. */
const BUNDLE_LIMIT_BYTES = 500 * 1_048_576;
/**
 * Answers every problem found at once. `to` is where the archive of a directory is written.
 * Throws `ActionError` when the outside fails in a way that leaves nothing to check (an unreadable file, a full disk).
 */
async function makeBundle(source, to, ports, say) {
    try {
        if (source.kind === 'archive')
            return await fromArchive(source.path, ports, say);
        const checked = await checkFiles(source, ports, say);
        if ('problems' in checked)
            return refused(checked.problems);
        return made(to, await ports.archives.pack(checked.entries, to, BUNDLE_LIMIT_BYTES), ports.archives);
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l)
            return refused([error.problem]);
        throw error;
    }
}
/** The problems that `makeBundle` would find, without packing anything: for a run that is refused anyway. */
async function checkBundle(source, ports, say) {
    try {
        const checked = source.kind === 'archive' ? await checkArchive(source.path, ports, say) : await checkFiles(source, ports, say);
        return 'problems' in checked ? checked.problems : [];
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l)
            return [error.problem];
        throw error;
    }
}
const refused = (problems) => ({ ok: false, problems });
async function checkFiles(source, ports, say) {
    const { files } = ports;
    const found = source.kind === 'image' ? await (0,bundle_image/* imageFiles */.B)(source, ports, say) : await directoryFiles(source, files);
    if ('problems' in found)
        return found;
    const { chosen, entries } = found;
    const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
    const included = entries.filter(({ kind }) => kind !== 'directory').length;
    say({ type: 'bundle-entry-summary', included, bytes, excluded: chosen.excluded });
    for (const text of chosen.notices)
        say({ type: 'notice', text });
    if (chosen.secrets.length > 0)
        say({ type: 'warning', problem: secretsLeftOut(chosen.secrets) });
    if (included === 0 && chosen.problems.length === 0)
        return { problems: [empty(rootOf(source))] };
    const { errors, warnings } = lint({ entries: entries.map(asListed), texts: await textsOf(entries, files) });
    for (const problem of warnings)
        say({ type: 'warning', problem });
    const problems = [...chosen.problems, ...errors];
    return problems.length > 0 ? { problems } : { entries };
}
async function directoryFiles({ path: root, exclude, symlinks }, files) {
    const chosen = await (0,bundle_select/* selectFiles */.A)({ root, exclude, symlinks }, files);
    return { chosen, entries: chosen.entries };
}
const rootOf = (source) => source.kind === 'image' ? source.directory : source.path;
function bytesOf(entry) {
    if (entry.kind === 'file')
        return entry.bytes;
    return entry.kind === 'text' ? entry.text.length : 0;
}
const asListed = ({ path, kind, mode }) => ({
    path,
    kind: kind === 'text' ? 'file' : kind,
    mode,
});
async function fromArchive(path, ports, say) {
    const checked = await checkArchive(path, ports, say);
    return 'problems' in checked ? refused(checked.problems) : made(path, checked.listing, ports.archives);
}
async function checkArchive(path, { files, archives }, say) {
    const problem = await archiveProblem(path, files);
    if (problem !== undefined)
        return { problems: [problem] };
    const listing = await archives.list(path);
    const { entries, backslashes } = listing;
    if (!entries.some(({ kind }) => kind !== 'directory'))
        return { problems: [empty(path)] };
    const texts = await archives.texts(path, (entry) => isLinted(entry.path), LINT_LIMIT_BYTES);
    const { errors, warnings } = lint({ entries, texts });
    for (const each of backslashes ? [...warnings, windowsPaths(path)] : warnings)
        say({ type: 'warning', problem: each });
    return errors.length > 0 ? { problems: errors } : { listing };
}
const made = (path, { bytes, entries }, archives) => ({
    ok: true,
    bundle: { path, bytes, hash: bundleHash(entries, archives) },
});
async function archiveProblem(path, files) {
    const link = await files.stat(path);
    if (link === undefined)
        return missing(path);
    const found = link.kind === 'symlink' ? await files.stat(await files.realPath(path)) : link;
    if (found === undefined)
        return missing(path);
    if (found.kind !== 'file')
        return notAFile(path);
    if (found.bytes === 0)
        return empty(path);
    return found.bytes > BUNDLE_LIMIT_BYTES ? tooLarge(path, found.bytes) : undefined;
}
async function textsOf(entries, files) {
    const texts = new Map();
    for (const entry of entries) {
        if (entry.kind === 'text' && isLinted(entry.path))
            texts.set(entry.path, entry.text);
        if (entry.kind !== 'file' || entry.bytes > LINT_LIMIT_BYTES || !isLinted(entry.path))
            continue;
        texts.set(entry.path, await files.readText(entry.source));
    }
    return texts;
}
const missing = (path) => ({
    code: 'bundle-missing',
    blame: 'you',
    what: `There is no bundle at ${path}.`,
    hint: 'Check deployment-package-path, and that the step which makes the archive ran in this job.',
    input: 'deployment-package-path',
});
const notAFile = (path) => ({
    code: 'bundle-not-a-file',
    blame: 'you',
    what: `${path} is not a file.`,
    hint: 'Give a zip or WAR file, or name the directory as source-directory.',
    input: 'deployment-package-path',
});
const empty = (path) => ({
    code: 'bundle-empty',
    blame: 'you',
    what: `There is nothing to deploy in ${path}.`,
    hint: 'Check the path and the rules that keep files out (.ebignore, .gitignore, exclude patterns).',
});
const tooLarge = (path, bytes) => ({
    code: 'bundle-too-large',
    blame: 'you',
    what: `The bundle ${path} has ${Math.ceil(bytes / 1_048_576)} MB; Elastic Beanstalk takes at most ${BUNDLE_LIMIT_BYTES / 1_048_576} MB.`,
    hint: 'Leave out what the application does not need, or ship it in a container image or from S3.',
});
const windowsPaths = (path) => ({
    code: 'bundle-backslashes',
    blame: 'you',
    what: `The entries of ${path} are named with backslashes.`,
    hint: 'Linux platforms fail to unpack such an archive: make it with a tool that writes "/", or give the directory instead.',
});
const secretsLeftOut = (paths) => ({
    code: 'secrets-left-out',
    blame: 'you',
    what: `Left out of the bundle because they look like secrets: ${paths.slice(0, 10).join(', ')}${paths.length > 10 ? ` and ${paths.length - 10} more` : ''}.`,
    hint: 'If the application needs one of them, bring it back with a "!" pattern in .ebignore or in the exclude patterns.',
});
//# sourceMappingURL=make.js.map

/***/ }),

/***/ 11343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VK: () => (/* binding */ isSecretPattern),
/* harmony export */   bd: () => (/* binding */ buildOutputIn),
/* harmony export */   dV: () => (/* binding */ mayHoldSecret),
/* harmony export */   ne: () => (/* binding */ BUILT_IN_PATTERNS),
/* harmony export */   u7: () => (/* binding */ secretIn),
/* harmony export */   z9: () => (/* binding */ isPlatformHook)
/* harmony export */ });
/**
 * What never belongs into a bundle by itself, and what a `.gitignore` must not keep out of it. Every decision made here
 * is named in the summary, and an explicit `!pattern` in `.ebignore` or in the exclude patterns overrules it.
 */
/** Version control, editors, caches: in `.gitignore` syntax. */
const CLUTTER = [
    '.git',
    '.hg/',
    '.svn/',
    '.idea/',
    '.vscode/',
    '.vs/',
    '*.swp',
    '*~',
    '.DS_Store',
    'Thumbs.db',
    'desktop.ini',
    'node_modules/.cache/',
    '.next/cache/',
    '__pycache__/',
    // The EB CLI leaves its own folder out too.
    '.elasticbeanstalk/',
];
/** Credentials. `gha-creds-*.json` is what google-github-actions/auth writes into the workspace. */
const SECRETS = [
    '.env',
    '.env.*',
    '!.env.example',
    '!.env.sample',
    '!.env.template',
    '!.env.dist',
    '.aws/',
    '.ssh/',
    '.gnupg/',
    '.netrc',
    '_netrc',
    '.git-credentials',
    '.pypirc',
    '.docker/config.json',
    '.kube/config',
    'id_rsa',
    'id_dsa',
    'id_ecdsa',
    'id_ed25519',
    '*.ppk',
    '*.tfstate',
    '*.tfstate.*',
    'gha-creds-*.json',
];
const BUILT_IN_PATTERNS = [...CLUTTER, ...SECRETS];
const SECRET_PATTERNS = new Set(SECRETS);
const isSecretPattern = (pattern) => SECRET_PATTERNS.has(pattern);
/** Files that are a secret only when they hold one: a certificate bundle of a database is a `.pem` too. */
const mayHoldSecret = (name) => /\.(pem|key)$/i.test(name) || name === '.npmrc' || name === '.yarnrc.yml';
/** The rule that a text breaks, or `undefined` when it holds no secret. */
function secretIn(name, text) {
    if (/\.(pem|key)$/i.test(name))
        return text.includes('PRIVATE KEY-----') ? 'private key' : undefined;
    // `${NPM_TOKEN}` is a reference, which tells nobody anything.
    const token = /(_authToken|_password|_auth|npmAuthToken|npmAuthIdent)\s*[=:]\s*"?(?!["\s]|\$\{)/;
    return token.test(text) ? 'registry token' : undefined;
}
/** Names of directories that builds write. */
const BUILD_OUTPUTS = new Set([
    'dist',
    'build',
    'out',
    'publish',
    'staticfiles',
    '.next',
    '.nuxt',
    '.output',
    '.svelte-kit',
]);
/**
 * Whether a `.gitignore` pattern is about build output. What was built in this job is listed there because it belongs
 * into no commit; it does belong into the bundle. The EB CLI leaves it out, which is how bundles without an application
 * get deployed.
 */
function buildOutputIn(pattern) {
    return pattern.split('/').find((part) => BUILD_OUTPUTS.has(part));
}
/** Scripts that the platform runs as programs (AWS guide: "Platform hooks"). */
const isPlatformHook = (path) => /^\.platform\/(hooks|confighooks)\/[^/]+\/[^/]+$/.test(path);
//# sourceMappingURL=rules.js.map

/***/ }),

/***/ 21226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ selectFiles)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(70298);
// EXTERNAL MODULE: ./lib/bundle/rules.js
var rules = __webpack_require__(11343);
;// CONCATENATED MODULE: ./lib/bundle/exclusion.js
/** Which rule keeps a path out of the bundle: the exclude patterns, `.ebignore`, the built-in list, `.gitignore`, in this order. */


/** Capitals count, as for git on Linux, where the bundle will run. Built-in rules take any. */
const AS_GIT = { ignorecase: false };
function createExclusion(exclude, fileName) {
    const given = { name: 'exclude', base: '', rules: ignore(AS_GIT).add(exclude), isEmpty: exclude.length === 0 };
    const builtIn = { name: 'built-in', base: '', rules: ignore().add(rules/* BUILT_IN_PATTERNS */.ne) };
    return withLayers(given, builtIn, fileName, []);
}
function withLayers(given, builtIn, fileName, files) {
    return {
        with: ({ base, text }) => {
            const layer = {
                name: base === '' ? `${fileName}` : `${base}/${fileName}`,
                base,
                rules: ignore(AS_GIT).add(text),
            };
            // Deeper files come first: they have the last word, as in git.
            return withLayers(given, builtIn, fileName, [layer, ...files]);
        },
        decide: (path, isDirectory) => {
            const chosen = fileName === '.ebignore' ? [given, ...files] : [given];
            for (const layer of chosen) {
                const answer = ask(layer, path, isDirectory);
                if (answer === 'include') {
                    const kept = ask(builtIn, path, isDirectory);
                    const secret = typeof kept === 'object' && (0,rules/* isSecretPattern */.VK)(kept.pattern);
                    return { include: true, asked: true, ...(secret ? { secret } : {}) };
                }
                if (answer !== undefined)
                    return out(layer, answer.pattern, false);
            }
            const kept = ask(builtIn, path, isDirectory);
            if (typeof kept === 'object')
                return out(builtIn, kept.pattern, true);
            return fileName === '.gitignore' ? byGit(files, path, isDirectory) : { include: true };
        },
    };
}
function byGit(files, path, isDirectory) {
    for (const layer of files) {
        const answer = ask(layer, path, isDirectory);
        if (answer === 'include')
            return { include: true };
        if (answer === undefined)
            continue;
        const buildOutput = (0,rules/* buildOutputIn */.bd)(answer.pattern);
        return buildOutput === undefined ? out(layer, answer.pattern, false) : { include: true, buildOutput };
    }
    return { include: true };
}
const out = (layer, pattern, builtIn) => ({
    include: false,
    rule: `${layer.name}: ${pattern}`,
    pattern,
    builtIn,
});
/** What a layer says about this very path. */
function ask(layer, path, isDirectory) {
    if (layer.isEmpty)
        return undefined;
    const relative = layer.base === '' ? path : path.slice(layer.base.length + 1);
    const cut = relative.lastIndexOf('/');
    // The directory is being read although this layer keeps it out: a stronger one has overruled it, with all it holds.
    if (cut > 0 && layer.rules.test(`${relative.slice(0, cut)}/`).ignored)
        return undefined;
    const result = layer.rules.test(isDirectory ? `${relative}/` : relative);
    if (result.ignored)
        return { pattern: result.rule?.pattern ?? '' };
    return result.unignored ? 'include' : undefined;
}
//# sourceMappingURL=exclusion.js.map
;// CONCATENATED MODULE: ./lib/bundle/links.js
/** Where a link leads: for `symlinks: follow`. */
async function followLink(files, realRoot, path, source) {
    const real = await realPathOrNothing(files, source);
    const found = real === undefined ? undefined : await files.stat(real);
    if (real === undefined || found === undefined)
        return refuse(dangling(path));
    return isInside(realRoot, real) ? { kind: 'at', source: real, found } : refuse(escaping(path));
}
/** The target to write into the bundle: for `symlinks: preserve`. A link to something that is made later is kept. */
async function keepLink(files, realRoot, path, source) {
    const target = slashes(await files.readLink(source));
    // Both are asked: the written path must stay inside wherever the bundle is unpacked, and so must what it leads to here.
    if (isAbsolute(target) || climbsOut(path, target))
        return refuse(escaping(path));
    const real = await realPathOrNothing(files, source);
    return real !== undefined && !isInside(realRoot, real) ? refuse(escaping(path)) : { kind: 'kept', target };
}
const refuse = (problem) => ({ kind: 'problem', problem });
const slashes = (path) => path.replaceAll('\\', '/');
const isAbsolute = (path) => path.startsWith('/') || /^[A-Za-z]:/.test(path);
function isInside(root, path) {
    return path === root || slashes(path).startsWith(`${slashes(root).replace(/\/$/, '')}/`);
}
/** Whether `target`, read from the directory of `path`, goes above the root at any point. */
function climbsOut(path, target) {
    let depth = path.split('/').length - 1;
    for (const part of target.split('/')) {
        if (part === '..')
            depth -= 1;
        else if (part !== '' && part !== '.')
            depth += 1;
        if (depth < 0)
            return true;
    }
    return false;
}
async function realPathOrNothing(files, path) {
    try {
        return await files.realPath(path);
    }
    catch {
        return undefined;
    }
}
const escaping = (path) => ({
    code: 'symlink-escapes',
    blame: 'you',
    what: `The symbolic link ${path} leads out of the directory that is bundled.`,
    hint: 'Copy what it points to into the directory, or leave the link out with an exclude pattern.',
});
const dangling = (path) => ({
    code: 'symlink-dangling',
    blame: 'you',
    what: `The symbolic link ${path} leads to nothing, so it cannot be followed.`,
    hint: 'Remove the link, leave it out with an exclude pattern, or set symlinks: preserve.',
});
//# sourceMappingURL=links.js.map
;// CONCATENATED MODULE: ./lib/bundle/programs.js
/** Files of the bundle that the platform starts, and which it can only start when they are executable. Pure. */
/** AWS guide, "Buildfile and Procfile": both hold lines `name: command`. */
const STARTING_FILES = ['Procfile', 'Buildfile'];
/**
 * Paths, relative to the bundle, that a Procfile or Buildfile starts by their own name. What is started by an interpreter
 * (`node server.js`) needs no executable bit, and other words are programs of the platform.
 */
function startedPrograms(text) {
    return text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .flatMap((line) => /^[A-Za-z0-9_-]+:\s*(\S.*)$/.exec(line)?.[1] ?? [])
        .flatMap((command) => {
        const words = command.split(/\s+/).filter((word) => word !== 'exec' && !/^[A-Za-z_]\w*=/.test(word));
        const [first = ''] = words;
        const path = first.replace(/^["']|["']$/g, '').replace(/^(\.\/)+/, '');
        return path === '' || path.startsWith('/') ? [] : [path];
    });
}
//# sourceMappingURL=programs.js.map
;// CONCATENATED MODULE: ./lib/bundle/select.js
/** Chooses the files of a directory for the bundle, and tells what was left out and why. */





/** Larger files are not looked into for secrets: keys and tokens are small. */
const SECRET_LOOK_LIMIT = 65_536;
async function selectFiles(request, files) {
    const found = await files.stat(request.root);
    const kind = found?.kind === 'symlink' ? (await files.stat(await files.realPath(request.root)))?.kind : found?.kind;
    if (kind !== 'directory')
        throw new problem/* ActionError */.l(noDirectory(request.root, kind !== undefined));
    const realRoot = await files.realPath(request.root);
    const names = await files.list(realRoot);
    const fileName = ['.ebignore', '.gitignore'].find((name) => names.includes(name));
    const walk = {
        files,
        request,
        realRoot,
        // Without one at the root, `.gitignore` files deeper down still count.
        fileName: fileName ?? '.gitignore',
        entries: [],
        excluded: [],
        secrets: [],
        problems: [],
        buildOutputs: new Set(),
        madeExecutable: [],
        broughtBack: [],
    };
    const exclusion = createExclusion(request.exclude, walk.fileName);
    await readDirectory(walk, { path: '', source: realRoot, above: [] }, exclusion);
    await makeProgramsExecutable(walk);
    return {
        entries: walk.entries.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0)),
        excluded: walk.excluded,
        secrets: walk.secrets,
        problems: walk.problems,
        notices: noticesOf(walk),
    };
}
async function readDirectory(walk, place, outer) {
    const { files, fileName } = walk;
    const names = await files.list(place.source);
    const ownRules = fileName !== undefined && names.includes(fileName);
    const exclusion = ownRules
        ? outer.with({ base: place.path, text: await files.readText(`${place.source}/${fileName}`) })
        : outer;
    const before = walk.entries.length;
    for (const name of names) {
        const path = place.path === '' ? name : `${place.path}/${name}`;
        const source = `${place.source}/${name}`;
        const found = await files.stat(source);
        if (found === undefined)
            throw new problem/* ActionError */.l(vanished(path));
        await takeEntry(walk, place, exclusion, { path, name, source, found });
    }
    // An application may count on a directory being there; one that only held excluded files is not kept.
    if (names.length === 0 && place.path !== '' && walk.entries.length === before) {
        walk.entries.push({ kind: 'directory', path: place.path, mode: 0o755 });
    }
}
async function takeEntry(walk, place, exclusion, candidate) {
    const { path, source, found } = candidate;
    const link = found.kind === 'symlink' && walk.request.symlinks === 'follow';
    const target = link
        ? await followLink(walk.files, walk.realRoot, path, source)
        : { kind: 'at', source, found };
    if (target.kind === 'problem') {
        // What is left out anyway may point anywhere.
        if (exclusion.decide(path, false).include)
            walk.problems.push(target.problem);
        return;
    }
    const isDirectory = target.found.kind === 'directory';
    const hidden = link ? builtInRuleFor(walk, exclusion, target.source, isDirectory) : undefined;
    const own = exclusion.decide(path, isDirectory);
    // A link must not carry a secret into the bundle under another name, unless it is asked for by that name.
    const decision = hidden !== undefined && own.include && own.asked !== true ? hidden : own;
    if (!decision.include) {
        walk.excluded.push({ path: isDirectory ? `${path}/` : path, rule: decision.rule });
        if (decision.builtIn && (0,rules/* isSecretPattern */.VK)(decision.pattern))
            walk.secrets.push(path);
        return;
    }
    if (decision.secret === true)
        walk.broughtBack.push(path);
    if (decision.buildOutput !== undefined)
        walk.buildOutputs.add(decision.buildOutput);
    switch (target.found.kind) {
        case 'directory': {
            const above = [...place.above, place.source];
            if (link && above.includes(target.source)) {
                walk.problems.push(cycle(path));
                return;
            }
            return readDirectory(walk, { path, source: target.source, above }, exclusion);
        }
        case 'file':
            return takeFile(walk, { ...candidate, source: target.source, found: target.found }, decision.asked === true);
        case 'symlink': {
            const kept = await keepLink(walk.files, walk.realRoot, path, source);
            if (kept.kind === 'problem')
                walk.problems.push(kept.problem);
            else
                walk.entries.push({ kind: 'symlink', path, mode: 0o777, target: kept.target });
            return;
        }
        case 'other':
            walk.excluded.push({ path, rule: 'not a regular file' });
            return;
    }
}
/** The built-in rule that keeps a real place, or a directory above it, out of the bundle. */
function builtInRuleFor(walk, exclusion, real, isDirectory) {
    const parts = real
        .slice(walk.realRoot.length)
        .split(/[/\\]/)
        .filter((part) => part !== '');
    return parts
        .map((_, index) => exclusion.decide(parts.slice(0, index + 1).join('/'), isDirectory || index < parts.length - 1))
        .find((decision) => !decision.include && decision.builtIn);
}
async function takeFile(walk, candidate, askedFor) {
    const { path, name, source, found } = candidate;
    if ((0,rules/* mayHoldSecret */.dV)(name) && found.bytes <= SECRET_LOOK_LIMIT) {
        const secret = (0,rules/* secretIn */.u7)(name, await walk.files.readText(source));
        if (secret !== undefined && askedFor)
            walk.broughtBack.push(path);
        else if (secret !== undefined) {
            walk.excluded.push({ path, rule: `built-in: ${secret}` });
            walk.secrets.push(path);
            return;
        }
    }
    const runs = (0,rules/* isPlatformHook */.z9)(path) && (found.mode & 0o111) === 0;
    if (runs)
        walk.madeExecutable.push(path);
    const mode = runs ? found.mode | 0o755 : found.mode;
    walk.entries.push({ kind: 'file', path, source, bytes: found.bytes, mode });
}
/** The bit is lost on Windows, and by archives and artifacts on the way to this job. */
async function makeProgramsExecutable(walk) {
    const started = new Set();
    for (const entry of walk.entries) {
        if (entry.kind !== 'file' || !STARTING_FILES.includes(entry.path) || entry.bytes > SECRET_LOOK_LIMIT)
            continue;
        for (const program of startedPrograms(await walk.files.readText(entry.source)))
            started.add(program);
    }
    for (const [index, entry] of walk.entries.entries()) {
        if (entry.kind !== 'file' || !started.has(entry.path) || (entry.mode & 0o111) !== 0)
            continue;
        walk.entries[index] = { ...entry, mode: entry.mode | 0o755 };
        walk.madeExecutable.push(entry.path);
    }
}
function noticesOf(walk) {
    const notices = [];
    if (walk.buildOutputs.size > 0) {
        const names = [...walk.buildOutputs].sort().join(', ');
        notices.push(`Build output (${names}) is in the bundle although .gitignore lists it; write an .ebignore to decide for yourself.`);
    }
    if (walk.madeExecutable.length > 0) {
        notices.push(`Made executable in the bundle: ${walk.madeExecutable.join(', ')}.`);
    }
    if (walk.broughtBack.length > 0) {
        notices.push(`In the bundle because a "!" pattern asks for it, although it looks like a secret: ${walk.broughtBack.join(', ')}.`);
    }
    return notices;
}
const noDirectory = (root, exists) => ({
    code: exists ? 'source-not-a-directory' : 'source-missing',
    blame: 'you',
    what: exists ? `${root} is not a directory.` : `There is no directory ${root}.`,
    hint: exists
        ? 'Give an archive as deployment-package-path instead of source-directory.'
        : 'Check source-directory, and that the step which checks out or builds the application ran in this job.',
});
const vanished = (path) => ({
    code: 'file-vanished',
    blame: 'you',
    what: `${path} vanished while the bundle was put together.`,
    hint: 'Let no other step write to the directory at the same time.',
});
const cycle = (path) => ({
    code: 'symlink-cycle',
    blame: 'you',
    what: `The symbolic link ${path} leads back to a directory that it is in.`,
    hint: 'Set symlinks: preserve, or leave the link out with an exclude pattern.',
});
//# sourceMappingURL=select.js.map

/***/ })

};

//# sourceMappingURL=447.index.js.map