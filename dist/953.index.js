export const id = 953;
export const ids = [953];
export const modules = {

/***/ 5966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ defaultLabel),
/* harmony export */   CK: () => (/* binding */ bundleKey),
/* harmony export */   Dn: () => (/* binding */ recordedHash),
/* harmony export */   Pp: () => (/* binding */ acceptableLabel),
/* harmony export */   iT: () => (/* binding */ HASH_TAG),
/* harmony export */   je: () => (/* binding */ extensionOf),
/* harmony export */   kg: () => (/* binding */ existingLabel),
/* harmony export */   oF: () => (/* binding */ withSuffix),
/* harmony export */   pn: () => (/* binding */ HASH_METADATA),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/** Elastic Beanstalk API reference: version labels have 1 to 100 characters and no `/`; descriptions have up to 200. */
const LABEL_LIMIT = 100;
const DESCRIPTION_LIMIT = 200;
const short = (hash) => hash.slice(0, 8);
/** `<sha7>-<hash8>`: the commit for people, the hash because two builds of one commit may differ. */
function defaultLabel(commit, hash) {
    return commit === undefined ? `bundle-${short(hash)}` : `${commit.slice(0, 7)}-${short(hash)}`;
}
/**
 * The label as the service accepts it, for people who deploy under a branch's name. Equal to `wished` in nearly every
 * case; where not, the caller says so.
 */
function acceptableLabel(wished, hash) {
    const clean = withoutForbidden(wished);
    if (!/[\p{L}\p{N}\p{S}]/u.test(clean))
        return defaultLabel(undefined, hash);
    // Cut labels get the hash, or two long branch names with the same beginning would meet.
    return isShortEnough(clean) ? clean : withSuffix(clean, hash);
}
/** The label under which `acceptableLabel` would have made a version, for looking one up; too long ones are no label. */
function existingLabel(wished) {
    const clean = withoutForbidden(wished);
    return clean !== '' && isShortEnough(clean) ? clean : undefined;
}
/** Composed, because `é` as one character and as two would be two labels that look the same. */
const withoutForbidden = (wished) => wished.normalize('NFC').replace(/[/\\]/g, '-').replace(/\p{C}/gu, '').trim();
const isShortEnough = (label) => [...label].length <= LABEL_LIMIT;
/** `<label>-<hash8>`, cut so that the whole fits. */
function withSuffix(label, hash) {
    const room = LABEL_LIMIT - 9;
    return `${[...label].slice(0, room).join('')}-${short(hash)}`;
}
function extensionOf(path) {
    const extension = /\.(war|jar)$/i.exec(path)?.[1]?.toLowerCase();
    return extension === 'war' || extension === 'jar' ? extension : 'zip';
}
/**
 * `<application>/<label>-<hash>.zip`. The hash makes the key safe to share and never worth overwriting; the rest is for
 * people, in the characters that S3 calls safe.
 */
function bundleKey(application, label, hash, extension = 'zip') {
    return `${keyPart(application)}/${keyPart(label)}-${hash}.${extension}`;
}
const keyPart = (text) => {
    const safe = text.replace(/[^A-Za-z0-9!_.*'()-]/g, '_').replace(/^\.+/, '_');
    return safe === '' ? '_' : safe;
};
/** What people read in the console, with the hash at its end. */
function describe(comment, commit, hash) {
    const record = `[bundle sha256:${hash}]`;
    const said = [comment, commit === undefined ? '' : `commit ${commit.slice(0, 40)}`]
        .map((part) => part.replace(/[\p{C}\s]+/gu, ' ').trim())
        .filter((part) => part !== '')
        .join(' · ');
    const room = DESCRIPTION_LIMIT - record.length - 1;
    const cut = [...said].length > room ? `${[...said].slice(0, room - 1).join('')}…` : said;
    return cut === '' ? record : `${cut} ${record}`;
}
const HASH_TAG = 'beanstalk-rollout:bundle-sha256';
/** Metadata of the object in S3 (`x-amz-meta-bundle-sha256`). */
const HASH_METADATA = 'bundle-sha256';
/** The hash of what a version holds, when it was recorded; the key first, because it cannot be edited. */
function recordedHash(version) {
    const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(version.bundle?.key ?? '')?.[1];
    return inKey ?? /\[bundle sha256:([0-9a-f]{64})\]$/.exec(version.description ?? '')?.[1];
}
//# sourceMappingURL=label.js.map

/***/ }),

/***/ 953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./lib/bundle/label.js
var bundle_label = __webpack_require__(5966);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(1591);
;// CONCATENATED MODULE: ./lib/bundle/identity.js

function decideLabel(question) {
    const { label, hash, existing, onConflict, suffixed } = question;
    if (existing === undefined)
        return { kind: 'create' };
    const recorded = (0,bundle_label/* recordedHash */.Dn)(existing);
    if (recorded === hash && existing.status !== 'Failed')
        return { kind: 'same-content', version: existing };
    const why = conflict(existing, recorded, hash);
    if (suffixed || onConflict === 'fail')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    if (onConflict === 'suffix') {
        const next = (0,bundle_label/* withSuffix */.oF)(label, hash);
        return { kind: 'try', label: next, said: `${why} This bundle becomes version ${next}.` };
    }
    if (existing.status === 'Failed')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    return {
        kind: 'as-it-is',
        version: existing,
        said: `${why} It is deployed as it is (on-label-conflict: reuse): the bundle of this run is NOT what will run.`,
    };
}
function conflict(existing, recorded, hash) {
    const there = `Version ${existing.label} exists already`;
    if (existing.status === 'Failed')
        return `${there}, and Elastic Beanstalk could not process it.`;
    return recorded === undefined
        ? `${there}, and nothing tells what it holds.`
        : `${there} with other content (${recorded.slice(0, 8)}, this bundle is ${hash.slice(0, 8)}).`;
}
const taken = (label, why, suffixed) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: why,
    hint: suffixed
        ? 'Choose another version-label.'
        : `Choose another version-label than ${label}, or set on-label-conflict: suffix.`,
    input: 'version-label',
});
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./lib/bundle/hash.js
/** Changes when the text below changes, so that hashes of different releases are never taken for each other. */
const FORMAT = 'beanstalk-rollout bundle 1';
/**
 * The text whose SHA-256 is the identity: one line an entry, sorted by path. Times, order, compression and directories
 * that hold something do not count; an empty directory does, because unpacking makes it.
 */
function identityText(entries) {
    const parents = new Set(entries.flatMap(({ path }) => parentsOf(path)));
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
function parentsOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
//# sourceMappingURL=hash.js.map
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
;// CONCATENATED MODULE: ./lib/bundle/rules.js
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
;// CONCATENATED MODULE: ./lib/bundle/lint-platform.js

function hookFindings({ entries, texts }) {
    const crlf = [...texts].filter(([path, text]) => isScript(path, text) && text.includes('\r\n')).map(([path]) => path);
    const hooks = entries.filter(({ kind, path }) => kind === 'file' && isPlatformHook(path));
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
    return text.startsWith('#!') || path.endsWith('.sh') || isPlatformHook(path);
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
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
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
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
;// CONCATENATED MODULE: ./lib/bundle/exclusion.js
/** Which rule keeps a path out of the bundle: the exclude patterns, `.ebignore`, the built-in list, `.gitignore`, in this order. */


/** Capitals count, as for git on Linux, where the bundle will run. Built-in rules take any. */
const AS_GIT = { ignorecase: false };
function createExclusion(exclude, fileName) {
    const given = { name: 'exclude', base: '', rules: ignore(AS_GIT).add(exclude) };
    const builtIn = { name: 'built-in', base: '', rules: ignore().add(BUILT_IN_PATTERNS) };
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
                    const secret = typeof kept === 'object' && isSecretPattern(kept.pattern);
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
        const buildOutput = buildOutputIn(answer.pattern);
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
        if (decision.builtIn && isSecretPattern(decision.pattern))
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
    if (mayHoldSecret(name) && found.bytes <= SECRET_LOOK_LIMIT) {
        const secret = secretIn(name, await walk.files.readText(source));
        if (secret !== undefined && askedFor)
            walk.broughtBack.push(path);
        else if (secret !== undefined) {
            walk.excluded.push({ path, rule: `built-in: ${secret}` });
            walk.secrets.push(path);
            return;
        }
    }
    const runs = isPlatformHook(path) && (found.mode & 0o111) === 0;
    if (runs)
        walk.madeExecutable.push(path);
    const mode = runs ? found.mode | 0o755 : found.mode;
    walk.entries.push({ kind: 'file', path, source, bytes: found.bytes, mode });
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
        return source.kind === 'archive'
            ? await fromArchive(source.path, ports, say)
            : await fromDirectory(source, to, ports, say);
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l)
            return refused([error.problem]);
        throw error;
    }
}
/** The problems that `makeBundle` would find, without packing anything: for a run that is refused anyway. */
async function checkBundle(source, { files, archives }, say) {
    try {
        if (source.kind === 'archive')
            return await checkArchive(source.path, { files, archives }, say);
        const checked = await checkDirectory(source, files, say);
        return 'problems' in checked ? checked.problems : [];
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l)
            return [error.problem];
        throw error;
    }
}
const refused = (problems) => ({ ok: false, problems });
async function fromDirectory(source, to, { files, archives }, say) {
    const checked = await checkDirectory(source, files, say);
    if ('problems' in checked)
        return refused(checked.problems);
    await archives.pack(checked.entries, to, BUNDLE_LIMIT_BYTES);
    return listed(to, archives);
}
async function checkDirectory(source, files, say) {
    const { path: root, exclude, symlinks } = source;
    const chosen = await selectFiles({ root, exclude, symlinks }, files);
    const bytes = chosen.entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.bytes : 0), 0);
    const included = chosen.entries.filter(({ kind }) => kind !== 'directory').length;
    say({ type: 'bundle-entry-summary', included, bytes, excluded: chosen.excluded });
    for (const text of chosen.notices)
        say({ type: 'notice', text });
    if (chosen.secrets.length > 0)
        say({ type: 'warning', problem: secretsLeftOut(chosen.secrets) });
    if (included === 0 && chosen.problems.length === 0)
        return { problems: [empty(root)] };
    const { errors, warnings } = lint({ entries: chosen.entries, texts: await textsOf(chosen.entries, files) });
    for (const problem of warnings)
        say({ type: 'warning', problem });
    const problems = [...chosen.problems, ...errors];
    return problems.length > 0 ? { problems } : { entries: chosen.entries };
}
async function fromArchive(path, ports, say) {
    const problems = await checkArchive(path, ports, say);
    return problems.length > 0 ? refused(problems) : listed(path, ports.archives);
}
async function checkArchive(path, { files, archives }, say) {
    const problem = await archiveProblem(path, files);
    if (problem !== undefined)
        return [problem];
    const { entries, backslashes } = await archives.list(path);
    if (!entries.some(({ kind }) => kind !== 'directory'))
        return [empty(path)];
    const texts = await archives.texts(path, (entry) => isLinted(entry.path), LINT_LIMIT_BYTES);
    const { errors, warnings } = lint({ entries, texts });
    for (const each of backslashes ? [...warnings, windowsPaths(path)] : warnings)
        say({ type: 'warning', problem: each });
    return errors;
}
async function listed(path, archives) {
    const { bytes, entries } = await archives.list(path);
    return { ok: true, bundle: { path, bytes, hash: bundleHash(entries, archives) } };
}
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
;// CONCATENATED MODULE: ./lib/bundle/resolve.js
/** Finds out, before anything is planned, which version is meant: makes and checks the bundle, then looks at what is there. */




/** Uploads nothing and creates no version. Throws `ActionError` when AWS cannot be asked. */
async function resolveVersion(settings, ports, say) {
    const { bundle: source } = settings;
    if (source === undefined)
        return { ok: true };
    if (source.kind === 'existing-version')
        return existingVersion(settings.application, source.label, ports, say);
    const to = `${ports.temporary}/beanstalk-rollout-${ports.random.uuid()}.zip`;
    const made = await makeBundle(source, to, ports, say);
    return made.ok ? withLabel(settings, made.bundle, ports, say) : made;
}
/** The problems that `resolveVersion` would find without making a bundle: for a run that is refused anyway. */
async function versionProblems({ application, bundle: source }, ports, say) {
    if (source === undefined)
        return [];
    if (source.kind !== 'existing-version')
        return checkBundle(source, ports, say);
    const found = await existingVersion(application, source.label, ports, say);
    return found.ok ? [] : found.problems;
}
async function existingVersion(application, wished, { beanstalk, store }, say) {
    const label = (0,bundle_label/* existingLabel */.kg)(wished) ?? wished;
    if (label !== wished)
        say(otherLabel(wished, label));
    const existing = await beanstalk.version(application, label);
    if (existing === undefined)
        return resolve_refuse(noVersion(application, label));
    if (existing.status === 'Failed')
        return resolve_refuse(failedVersion(label));
    if (existing.bundle !== undefined && (await isGone(existing.bundle, store)))
        return resolve_refuse(noObject(label));
    return { ok: true, source: { kind: 'existing', label }, existing };
}
const resolve_refuse = (problem) => ({ ok: false, problems: [problem] });
async function withLabel(settings, bundle, ports, say) {
    const wished = settings.versionLabel ?? (0,bundle_label/* defaultLabel */.AB)(settings.commit, bundle.hash);
    let label = (0,bundle_label/* acceptableLabel */.Pp)(wished, bundle.hash);
    if (label !== wished)
        say(otherLabel(wished, label));
    for (let suffixed = false;; suffixed = true) {
        const existing = await ports.beanstalk.version(settings.application, label);
        const decision = decideLabel({
            label,
            hash: bundle.hash,
            existing,
            onConflict: settings.onLabelConflict,
            suffixed,
        });
        switch (decision.kind) {
            case 'create':
                return { ok: true, source: await newVersion(settings, bundle, label, ports) };
            case 'same-content':
                return {
                    ok: true,
                    source: await sameVersion(settings, bundle, decision.version, ports),
                    existing: decision.version,
                };
            case 'as-it-is':
                say({ type: 'warning', problem: bundleUnused(decision.said) });
                return existingVersion(settings.application, decision.version.label, ports, say);
            case 'refuse':
                return resolve_refuse(decision.problem);
            case 'try':
                say({ type: 'notice', text: decision.said });
                label = decision.label;
        }
    }
}
async function newVersion(settings, bundle, label, ports) {
    const key = (0,bundle_label/* bundleKey */.CK)(settings.application, label, bundle.hash, (0,bundle_label/* extensionOf */.je)(bundle.path));
    const bucket = settings.bucket ?? (settings.dryRun ? undefined : await ports.beanstalk.storageBucket());
    // Asking for the service's bucket would create it where there is none yet: a dry run does not, and shows its pattern.
    const location = { bucket: bucket ?? `elasticbeanstalk-${settings.region}-<account>`, key };
    const object = bucket !== undefined && (await holds(location, bundle, ports.store));
    return sourceOf(settings, bundle, label, location, { object, version: false });
}
/** The version is there; its object may have been removed from the bucket, then it is uploaded to the same place again. */
async function sameVersion(settings, bundle, version, ports) {
    if (version.bundle === undefined)
        return { kind: 'existing', label: version.label };
    const object = !(await isGone(version.bundle, ports.store));
    return sourceOf(settings, bundle, version.label, version.bundle, { object, version: true });
}
function sourceOf(settings, bundle, label, location, reuse) {
    const description = (0,bundle_label/* describe */.q0)(settings.comment, settings.commit, bundle.hash);
    return { kind: 'bundle', label, ...bundle, location, description, reuse };
}
/** Whether the object is there and says that it is this bundle; an upload finds out the rest. */
async function holds({ bucket, key }, bundle, store) {
    try {
        return (await store.head(bucket, key))?.metadata[bundle_label/* HASH_METADATA */.pn] === bundle.hash;
    }
    catch (error) {
        return orUnknown(error, false);
    }
}
/** `true` only when S3 says so; without the permission to look, the version counts as whole. */
async function isGone({ bucket, key }, store) {
    try {
        return (await store.head(bucket, key)) === undefined;
    }
    catch (error) {
        return orUnknown(error, false);
    }
}
function orUnknown(error, value) {
    if (error instanceof problem/* ActionError */.l && error.problem.code === 'permission-denied')
        return value;
    throw error;
}
const otherLabel = (wished, label) => ({
    type: 'notice',
    text: `Elastic Beanstalk does not take the version label ${wished} as it is; ${label} is used.`,
});
const noVersion = (application, label) => ({
    code: 'version-missing',
    blame: 'you',
    what: `Application ${application} has no version ${label} (or the credentials may not see it).`,
    hint: 'Check version-label; give source-directory or deployment-package-path to create the version in this run.',
    input: 'version-label',
});
const failedVersion = (label) => ({
    code: 'version-failed',
    blame: 'you',
    what: `Elastic Beanstalk could not process version ${label}; it cannot be deployed.`,
    hint: 'Deploy the bundle under another label.',
    input: 'version-label',
});
const noObject = (label) => ({
    code: 'object-missing',
    blame: 'you',
    what: `The bundle of version ${label} is not in S3 any more; instances could not fetch it.`,
    hint: 'Give source-directory or deployment-package-path, so that the version is made anew.',
    input: 'version-label',
});
const bundleUnused = (said) => ({
    code: 'bundle-not-used',
    blame: 'you',
    what: said,
    hint: 'Set on-label-conflict: suffix to deploy the bundle of this run.',
    input: 'on-label-conflict',
});
//# sourceMappingURL=resolve.js.map
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(5360);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/domain/creation.js
var creation = __webpack_require__(3231);
// EXTERNAL MODULE: ./lib/domain/environment.js
var environment = __webpack_require__(9505);
;// CONCATENATED MODULE: ./lib/operations/creation-problems.js


const INSTANCE_PROFILE = { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' };
const SERVICE_ROLE = { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole' };
function creationProblems(request) {
    const { settings, facts, wish, version } = request;
    return [
        ...refuseWithoutVersion(settings, version),
        ...refuseTaken(wish, facts),
        ...refuseModel(settings, wish, facts.model),
        ...refuseWithoutRoles(request),
    ];
}
/** The value that the new environment will have, as far as it is told: ours first, then the model's. */
function plannedValue({ settings, facts: { model } }, { namespace, name }) {
    const inherited = model === undefined ? [] : inheritedOptions(model);
    const value = (0,environment/* optionValue */.TN)(settings.options, namespace, name) ?? (0,environment/* optionValue */.TN)(inherited, namespace, name);
    return value === '' ? undefined : value;
}
function inheritedOptions(model) {
    switch (model.kind) {
        case 'template':
            return model.options ?? [];
        case 'environment':
            return model.found?.options ?? [];
        case 'stack':
        case 'platform':
        case 'branch':
            return [];
    }
}
const you = (problem) => ({ ...problem, blame: 'you' });
function refuseWithoutVersion({ environmentName }, version) {
    if (version !== undefined)
        return [];
    return [
        you({
            code: 'creation-without-version',
            input: 'version-source',
            what: `${environmentName} does not exist, and without a version it would be created with AWS's sample application.`,
            hint: 'Give a bundle or a `version-label`, or create the environment first.',
        }),
    ];
}
function refuseTaken({ cnamePrefix }, { cnameFree }) {
    if (cnamePrefix === undefined || cnameFree !== false)
        return [];
    return [
        you({
            code: 'cname-taken',
            input: 'cname-prefix',
            what: `The CNAME prefix ${cnamePrefix} is taken in this region, so the environment could not be created with it.`,
            hint: 'Prefixes are unique over all accounts. If it is your environment that holds it, this environment may exist under another name; else choose another prefix.',
        }),
    ];
}
function refuseModel(settings, wish, model) {
    const { application, environmentName } = settings;
    if (model === undefined) {
        return [
            you({
                code: 'creation-without-source',
                input: 'create-environment-if-not-exists',
                what: `${environmentName} does not exist, and nothing says what to create it from.`,
                hint: 'Give one of `platform-branch`, `solution-stack-name`, `platform-arn`, `template-name` or `template-environment`.',
            }),
        ];
    }
    switch (model.kind) {
        case 'stack':
        case 'platform':
            return [];
        case 'branch':
            return model.branch?.newest === undefined ? [noBranch(model)] : [];
        case 'template':
            return model.options === undefined
                ? [
                    you({
                        code: 'template-missing',
                        input: 'template-name',
                        what: `The application ${application} has no saved configuration ${model.name}.`,
                        hint: 'Correct `template-name`; saved configurations belong to one application.',
                    }),
                ]
                : [];
        case 'environment':
            return refuseModelEnvironment(application, wish, model);
    }
}
const noBranch = ({ name, branch }) => you({
    code: 'platform-branch-missing',
    input: 'platform-branch',
    what: branch === undefined
        ? `There is no platform branch "${name}" in this region.`
        : `The platform branch "${name}" has no version that can be used.`,
    hint: 'Names are like "Node.js 24 running on 64bit Amazon Linux 2023"; `aws elasticbeanstalk list-platform-branches` lists them.',
});
function refuseModelEnvironment(application, { tier, allowEmptyDatabase }, { name, found }) {
    const problem = (what, hint) => you({ code: 'template-environment-unusable', input: 'template-environment', what: what, hint: hint });
    if (found === undefined) {
        return [
            problem(`The application ${application} shows no environment ${name} that could be copied.`, 'Correct `template-environment`, or allow elasticbeanstalk:DescribeEnvironments for it.'),
        ];
    }
    const { environment, options } = found;
    if (environment.status === 'Terminating' || environment.status === 'Terminated') {
        return [problem(`${name} is ${environment.status}, so its settings cannot be copied.`, 'Name another one.')];
    }
    if (environment.tier !== tier) {
        return [
            problem(`${name} is a ${environment.tier} environment, and \`environment-tier\` is ${tier}.`, 'Set `environment-tier` to the tier of the environment that is copied.'),
        ];
    }
    const database = (0,creation/* coupledDatabase */.I)(options);
    if (database === undefined || allowEmptyDatabase)
        return [];
    return [
        you({
            code: 'coupled-database',
            input: 'template-environment',
            what: `${name} has a database of its own${database.engine === undefined ? '' : ` (${database.engine})`}: the new environment would get another, empty one, not this one.`,
            hint: 'Decouple the database first (AWS guide, "Adding a database to your environment"), or set `allow-empty-database: true`.',
        }),
    ];
}
/** Without an instance profile the service ends the creation at once and throws the environment away. */
function refuseWithoutRoles(request) {
    const { model } = request.facts;
    const isUnknown = (model?.kind === 'template' && model.options === undefined) ||
        (model?.kind === 'environment' && model.found === undefined);
    if (isUnknown)
        return [];
    const missing = [INSTANCE_PROFILE, SERVICE_ROLE].filter((key) => plannedValue(request, key) === undefined);
    if (missing.length === 0)
        return [];
    const names = missing.map(({ namespace, name }) => `${name} (${namespace})`).join(' and ');
    return [
        you({
            code: 'creation-without-roles',
            input: 'option-settings',
            what: `${request.settings.environmentName} cannot be created without ${names}.`,
            hint: 'Set them in `option-settings`; usual names are aws-elasticbeanstalk-ec2-role and aws-elasticbeanstalk-service-role.',
        }),
    ];
}
//# sourceMappingURL=creation-problems.js.map
;// CONCATENATED MODULE: ./lib/operations/create-environment.js



/** Public logs: three to eight minutes behind a load balancer. */
const USUAL_CREATION = (0,time/* minutes */.Gx)(5);
/** Four resources that wait for each other, and a deployment command of up to an hour on the instances. */
const LONGEST_CREATION = (0,time/* minutes */.Gx)(60);
function planCreation(request) {
    const { settings, facts, version } = request;
    const problems = creationProblems(request);
    const base = facts.model === undefined ? undefined : baseOf(facts.model);
    if (problems.length > 0 || base === undefined || version === undefined)
        return { kind: 'refused', problems };
    const environment = { id: '', name: settings.environmentName };
    return {
        kind: 'plan',
        plan: {
            operation: 'deploy',
            strategy: 'create',
            environment,
            application: settings.application,
            versionLabel: version.label,
            steps: stepsOf(request, environment, base, version),
            forecast: forecastOf(request),
            comparison: [],
            warnings: warningsOf(request),
            timeout: settings.timeout ?? LONGEST_CREATION + settings.healthGrace + settings.stableFor + uploadTime(version),
        },
    };
}
function stepsOf(request, environment, base, version) {
    const { settings, wish, facts } = request;
    const { application } = settings;
    const instances = Number(plannedValue(request, { namespace: 'aws:autoscaling:asg', name: 'MinSize' }) ?? 1);
    return [
        ...(facts.applicationExists ? [] : [{ kind: 'create-application', application }]),
        { kind: 'publish-version', application, source: version },
        {
            kind: 'create-environment',
            environment,
            base,
            ...(wish.cnamePrefix === undefined ? {} : { cnamePrefix: wish.cnamePrefix }),
            tier: wish.tier,
            tags: wish.tags,
            versionLabel: version.label,
            options: wishedOptions(settings),
            removeOptions: settings.environmentVariables.remove.map((name) => ({ namespace: fleet/* PROPERTIES_NAMESPACE */.G2, name })),
        },
        {
            kind: 'settle',
            environment,
            expects: {
                versionLabel: version.label,
                // A new environment shows its version whether it came up or not: the label alone proves nothing.
                previousVersionLabel: version.label,
                options: [],
                removedOptions: [],
                // Whether there is enhanced health shows when instances are asked.
                enhancedHealth: true,
                instances: Number.isInteger(instances) && instances >= 0 ? instances : 1,
                raisesDeploymentId: true,
            },
            expectedDuration: USUAL_CREATION,
        },
    ];
}
function wishedOptions({ options, environmentVariables }) {
    const variables = Object.entries(environmentVariables.set).map(([name, value]) => ({
        namespace: fleet/* PROPERTIES_NAMESPACE */.G2,
        name,
        value,
    }));
    return [...options, ...variables];
}
function baseOf(model) {
    switch (model.kind) {
        case 'stack':
            return { kind: 'stack', solutionStack: model.solutionStack };
        case 'platform':
            return { kind: 'platform', arn: model.arn };
        case 'branch':
            return model.branch?.newest === undefined ? undefined : { kind: 'platform', arn: model.branch.newest.arn };
        case 'template':
            return model.options === undefined ? undefined : { kind: 'template', name: model.name };
        case 'environment': {
            const { found } = model;
            return found === undefined
                ? undefined
                : { kind: 'environment', environment: { id: found.environment.id, name: model.name } };
        }
    }
}
function warningsOf(request) {
    const { settings, wish, facts } = request;
    const { model } = facts;
    const found = [`${settings.environmentName} does not exist and will be created.`];
    if (model?.kind === 'branch')
        found.push(...branchWarnings(model.name, model.branch?.lifecycle));
    if (model?.kind === 'environment') {
        found.push(`The settings of ${model.name} are copied; its name, CNAME, version, tags, database, and whatever was changed outside of Elastic Beanstalk are not.`);
    }
    if (plannedValue(request, { namespace: fleet/* HEALTH_NAMESPACE */.xj, name: 'SystemType' }) !== 'enhanced') {
        found.push('Enhanced health is not asked for (`SystemType: enhanced`): without it no instance says what it runs, and the proof is weaker.');
    }
    if (wish.cnamePrefix === undefined && wish.tier === 'WebServer') {
        found.push('Without `cname-prefix` Elastic Beanstalk makes the host name up.');
    }
    return found;
}
function branchWarnings(name, lifecycle) {
    switch (lifecycle) {
        case 'retired':
            return [`The platform branch "${name}" is retired: it gets no updates any more, not even for security.`];
        case 'deprecated':
            return [`The platform branch "${name}" is deprecated and will be retired.`];
        case 'beta':
            return [`The platform branch "${name}" is a beta, which is not meant for production.`];
    }
    return [];
}
function uploadTime(version) {
    return version.kind === 'bundle' && !version.reuse.object
        ? (0,time/* minutes */.Gx)(5) + (0,time/* seconds */.YA)(Math.ceil(version.bytes / 500_000))
        : 0;
}
function forecastOf(request) {
    const instances = Number(plannedValue(request, { namespace: 'aws:autoscaling:asg', name: 'MinSize' }) ?? 1) || 1;
    return {
        strategy: 'create',
        duration: USUAL_CREATION,
        durationBasis: 'estimated',
        lowestCapacity: 0,
        capacity: instances,
        extraInstances: instances,
        extraInstanceHours: 0,
        downtime: 'none',
        versionsSideBySide: false,
        wayBack: 'there was nothing before: a failed creation stays for a look, and `operation: terminate` removes it',
        refusals: [],
    };
}
//# sourceMappingURL=create-environment.js.map
// EXTERNAL MODULE: ./lib/operations/deploy.js + 2 modules
var deploy = __webpack_require__(5811);
// EXTERNAL MODULE: ./lib/operations/index.js + 1 modules
var operations = __webpack_require__(9184);
// EXTERNAL MODULE: ./lib/operations/terminate.js
var terminate = __webpack_require__(1721);
;// CONCATENATED MODULE: ./lib/prepare.js
/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */







/**
 * What needs no bundle is asked first, because making one may take minutes; when that refuses the run already, the bundle
 * is only looked at, so that all problems are told together. Throws `ActionError` when AWS or the disk cannot be asked.
 */
async function prepare({ settings: asked, snapshot, outside, cloud, say }) {
    const settings = withLabelAsMade(asked);
    if (settings.operation === 'terminate')
        return (0,terminate/* planTermination */.C)({ settings, snapshot });
    const back = settings.operation === 'rollback' ? await goingBack(settings, snapshot, cloud, say) : undefined;
    const { early, plan } = await questions(settings, snapshot, cloud);
    if (back?.kind === 'unclear')
        return { kind: 'refused', problems: [...early, back.problem] };
    const { temporary } = outside.host.run;
    const ports = withoutVersions({ ...outside, ...cloud, temporary, archives: await outside.archives() }, snapshot);
    if (early.length > 0) {
        const problems = [...early, ...(back === undefined ? await versionProblems(settings, ports, say) : [])];
        const refused = plan(back?.version ?? unmade(settings));
        return refused.kind === 'refused' ? { ...refused, problems } : { kind: 'refused', problems };
    }
    const resolved = back === undefined ? await resolveVersion(settings, ports, say) : found(back);
    if (!resolved.ok)
        return { kind: 'refused', problems: resolved.problems };
    const made = plan(resolved.source);
    if (made.kind === 'refused' || snapshot.creation !== undefined)
        return made;
    const { oldVersions } = await Promise.all(/* import() */[__webpack_require__.e(898), __webpack_require__.e(729)]).then(__webpack_require__.bind(__webpack_require__, 9729));
    const old = await oldVersions(settings, made.plan, snapshot, cloud);
    const candidates = back === undefined ? {} : { candidates: back.candidates };
    return { kind: 'plan', plan: { ...made.plan, ...old, ...candidates } };
}
async function questions(settings, snapshot, { beanstalk }) {
    const { application, creation: wish, environmentName } = settings;
    const { creation: facts } = snapshot;
    if (facts !== undefined) {
        if (wish === undefined)
            throw new Error('a creation that was not asked for');
        const request = { settings, wish, facts };
        return {
            early: creationProblems({ ...request, ...given(unmade(settings)) }),
            plan: (version) => planCreation({ ...request, ...given(version) }),
        };
    }
    const { options, removeOptions } = (0,deploy/* deployChange */.AE)({ settings, snapshot });
    const validation = await beanstalk.validate(application, environmentName, options, removeOptions);
    const { plan, refuses } = operations/* OPERATIONS */.xb[settings.operation];
    const request = { settings, snapshot, validation };
    return { early: refuses(request), plan: (version) => plan({ ...request, ...given(version) }) };
}
const given = (version) => version === undefined ? {} : { version };
/** Stands for the version that would be deployed, where only it matters that there would be one. */
function unmade({ bundle, versionLabel }) {
    return bundle === undefined ? undefined : { kind: 'existing', label: versionLabel ?? 'the bundle' };
}
/** What is promoted was made by an earlier run, under a label that the service takes. */
function withLabelAsMade(settings) {
    const { operation, versionLabel } = settings;
    if (operation !== 'promote' || versionLabel === undefined)
        return settings;
    return { ...settings, versionLabel: (0,bundle_label/* existingLabel */.kg)(versionLabel) ?? versionLabel };
}
/** Which version a rollback means; the candidates are told when somebody has to choose. */
async function goingBack(settings, snapshot, cloud, say) {
    const { resolveRollback } = await Promise.all(/* import() */[__webpack_require__.e(898), __webpack_require__.e(729)]).then(__webpack_require__.bind(__webpack_require__, 9729));
    const back = await resolveRollback(settings, snapshot, cloud);
    if (back.kind === 'unclear' || settings.dryRun)
        say({ type: 'candidates', candidates: back.candidates });
    if (back.kind === 'target')
        for (const text of back.said)
            say({ type: 'notice', text });
    return back;
}
const found = (back) => ({
    ok: true,
    source: back.version,
    ...(back.existing === undefined ? {} : { existing: back.existing }),
});
/** An application that does not exist yet has no versions, which the service would say as a refusal. */
function withoutVersions(ports, { creation }) {
    if (creation === undefined || creation.applicationExists)
        return ports;
    const storageBucket = () => ports.beanstalk.storageBucket();
    return { ...ports, beanstalk: { version: () => Promise.resolve(undefined), storageBucket } };
}
//# sourceMappingURL=prepare.js.map

/***/ })

};

//# sourceMappingURL=953.index.js.map