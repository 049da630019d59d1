export const id = 28;
export const ids = [28];
export const modules = {

/***/ 79581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZS: () => (/* binding */ decisionLine),
/* harmony export */   np: () => (/* binding */ DECISION_WORDS),
/* harmony export */   qM: () => (/* binding */ shownDecision)
/* harmony export */ });
/* unused harmony export figuresWords */
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73071);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3646);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);



const LONGEST = 1_000;
/** What follows, in one word; for the log and the summary. */
const DECISION_WORDS = {
    hold: 'goes on',
    extend: 'goes on for more evidence',
    raise: 'passed',
    restore: 'sent back',
};
/** `12 of 1,034 requests (1.2%), p99 84ms`, or that nothing is known. */
function figuresWords({ requests, errors5xx, p99 }) {
    if (requests === 0)
        return 'no requests known';
    const share = Number(((100 * errors5xx) / requests).toFixed(2));
    const latency = p99 === undefined ? '' : `, p99 ${(0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(p99)}`;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(requests, 'request')}, ${share}% 5xx${latency}`;
}
/** One line: step, weight, what the share really was, both sides, and what follows why. */
function decisionLine(decision) {
    const { step, steps, weight, measuredShare, figures, result, finding } = decision;
    const measured = measuredShare === undefined ? '' : ` (measured ${measuredShare.toFixed(1)}%)`;
    const place = steps === 0 ? `At ${weight}%` : `Step ${step} of ${steps}, ${weight}%`;
    const unsure = finding.result === 'inconclusive' && result === 'raise' ? 'not judged, passed as configured' : undefined;
    const words = unsure ?? DECISION_WORDS[result];
    const why = finding.result === 'pass' ? '' : `: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(decision.why, LONGEST)}`;
    return `${place}${measured}: new ${figuresWords(figures.canary)}; old ${figuresWords(figures.stable)} – ${words}${why}`;
}
const iso = (at) => new Date(at).toISOString();
const shownFigures = ({ from, to, windows, ...rest }) => ({
    from: iso(from),
    to: iso(to),
    ...rest,
    windows: windows.map(({ at, ...one }) => ({ at: iso(at), ...one })),
});
/** The decision for programs: moments as texts, everything else as it is. */
const shownDecision = ({ at, figures, ...rest }) => ({
    at: iso(at),
    ...rest,
    figures: { stable: shownFigures(figures.stable), canary: shownFigures(figures.canary) },
});
//# sourceMappingURL=decisions.js.map

/***/ }),

/***/ 99250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _b: () => (/* binding */ foreignHtml),
/* harmony export */   gS: () => (/* binding */ foreignProse),
/* harmony export */   g_: () => (/* binding */ foreignMarkdown),
/* harmony export */   mD: () => (/* binding */ foreignMermaid),
/* harmony export */   qM: () => (/* binding */ foreignBlock)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3646);
/** Text that others wrote, inside Markdown, HTML and diagrams: summaries and comments. Lines of a log are in `foreign.ts`. */

function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const each of text) {
        run = each === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
/** Foreign text inside Markdown, also inside a table: a code span that nothing in the text can close. `–` when empty. */
function foreignMarkdown(text, limit = 300) {
    const inner = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit);
    if (inner === '')
        return '–';
    const fence = '`'.repeat(longestRun(inner, '`') + 1);
    const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
    // Inside a table a bar ends the cell even in a code span, unless it is escaped (GitHub Flavored Markdown, "Tables").
    // A backslash before it would undo the escape, so a bar becomes a look-alike there.
    return `${fence}${pad}${inner.replaceAll('|', '¦')}${pad}${fence}`;
}
/**
 * A word that means nothing to Markdown, nor to what GitHub makes of texts (mentions, links, issue numbers, emoji, formulas):
 * letters and digits, joined by single hyphens, points or apostrophes, with the punctuation of a sentence around it.
 */
const PLAIN_WORD = /^["'(]{0,2}(?!www\.|GH-\d)[\p{L}\p{M}\p{N}]+(?:[-.'’/][\p{L}\p{M}\p{N}]+)*(?:%|\(s\))?[)"']{0,2}[.,;:!?…]?[)"']{0,2}$|^[–—→·%]$/iu;
/** Punctuation beside a code span. */
const PLAIN_MARK = /^["'(]{1,2}$|^[)"'.,;:!?…]{1,3}$/;
/** Code in a sentence of ours: a pair of backticks with words, not letters, around it. */
const CODE = /(?<=^|[\s("'])`([^`]+)`(?=$|[\s)"'.,;:!?…])/g;
/** A sentence with foreign words in it, inside Markdown: plain words stay as they are, anything else is set as code. */
function foreignProse(text, limit = 1_000) {
    const line = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit);
    let prose = '';
    let from = 0;
    for (const match of line.matchAll(CODE)) {
        prose = beside(prose, wordsOf(line.slice(from, match.index), prose === ''));
        prose = beside(prose, foreignMarkdown(match[1] ?? '', limit));
        from = match.index + match[0].length;
    }
    return beside(prose, wordsOf(line.slice(from), prose === ''));
}
/** Two code spans must not touch: their fences would become one. */
const beside = (left, right) => left.endsWith('`') && right.startsWith('`') ? `${left} ${right}` : left + right;
/** Blanks at its ends stay, since something may follow. At the beginning a number with a point would begin a list. */
function wordsOf(text, isFirst) {
    const parts = [];
    for (const word of text.split(/ +/)) {
        if (word === '')
            continue;
        const startsList = isFirst && parts.length === 0 && /^\d+[.)]$/.test(word);
        const plain = (PLAIN_WORD.test(word) || PLAIN_MARK.test(word)) && !startsList;
        const last = parts.at(-1);
        if (last !== undefined && last.plain === plain)
            last.text += ` ${word}`;
        else
            parts.push({ plain, text: word });
    }
    const said = parts.map((part) => (part.plain ? part.text : codeWords(part.text, text.length))).join(' ');
    return `${text.startsWith(' ') ? ' ' : ''}${said}${text.endsWith(' ') && said !== '' ? ' ' : ''}`;
}
/** The full stop of a sentence stays outside of the code. */
function codeWords(text, limit) {
    const end = /[\p{L}\p{N}](?<stop>[.,;:])$/u.exec(text)?.groups?.stop ?? '';
    return `${foreignMarkdown(end === '' ? text : text.slice(0, -1), limit)}${end}`;
}
/** Foreign text as a label in a Mermaid diagram: letters, digits and blanks, nothing that its grammar knows. */
function foreignMermaid(text, limit = 60) {
    const plain = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit * 4)
        .replaceAll(/[^\p{L}\p{N}.-]+/gu, ' ')
        .trim();
    return (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(plain, limit).replaceAll('…', '..');
}
/** Foreign lines as a fenced block that nothing in them can close. */
function foreignBlock(text, limits = {}) {
    const body = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignLines */ .Y0)(text, limits)
        .map((line) => line.slice(_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3.length))
        .join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
    return `${fence}text\n${body}\n${fence}`;
}
/** Foreign text inside an HTML element of a Markdown page (`<summary>`), where Markdown is not read. */
function foreignHtml(text, limit = 300) {
    return (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
//# sourceMappingURL=foreign-markdown.js.map

/***/ }),

/***/ 64503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ consoleUrl),
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   L8: () => (/* binding */ documentPage),
/* harmony export */   Wr: () => (/* binding */ errorPage)
/* harmony export */ });
/** Console host by partition; the partition follows from the region's prefix (AWS General Reference, "Partitions"). */
function consoleHost(region) {
    if (region.startsWith('cn-'))
        return 'console.amazonaws.cn';
    if (region.startsWith('us-gov-'))
        return 'console.amazonaws-us-gov.com';
    if (region.startsWith('eusc-'))
        return 'console.amazonaws-eusc.eu';
    return 'console.aws.amazon.com';
}
/** The environment's dashboard; `undefined` when the region or id is not of the usual form (both end up in an address). */
function consoleUrl(region, environmentId) {
    if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region) || !/^e-[a-z0-9]+$/.test(environmentId))
        return undefined;
    const host = region.startsWith('us-gov-') ? consoleHost(region) : `${region}.${consoleHost(region)}`;
    return `https://${host}/elasticbeanstalk/home?region=${region}#/environment/dashboard?environmentId=${environmentId}`;
}
const SLUG = /^[\w.-]+\/[\w.-]+$/;
/** Page of the repository whose workflow runs; `undefined` outside of one. */
function repositoryUrl({ serverUrl, repository }) {
    if (serverUrl === undefined || repository === undefined || !SLUG.test(repository))
        return undefined;
    return /^https?:\/\/[\w.:-]+$/.test(serverUrl) ? `${serverUrl}/${repository}` : undefined;
}
/** A page of this project's documents: a full address when the action's own repository is known, else the file's name. */
function documentPage(file, run) {
    if (run.actionRepository === undefined || !SLUG.test(run.actionRepository))
        return file;
    const server = run.serverUrl ?? 'https://github.com';
    const ref = run.actionRef !== undefined && /^[\w./-]+$/.test(run.actionRef) ? run.actionRef : 'HEAD';
    return `${server}/${run.actionRepository}/blob/${ref}/${file}`;
}
/** Where a problem code is explained. */
function errorPage(code, run) {
    return documentPage(`docs/errors.md#${code.replace(/[^a-z0-9-]/g, '')}`, run);
}
//# sourceMappingURL=links.js.map

/***/ }),

/***/ 70867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O4: () => (/* binding */ shownOptions),
/* harmony export */   u8: () => (/* binding */ shownStep),
/* harmony export */   vJ: () => (/* binding */ shownPlan)
/* harmony export */ });
/* unused harmony export HIDDEN */
const HIDDEN = '(hidden)';
const ENVIRONMENT_VARIABLES = 'aws:elasticbeanstalk:application:environment';
const SECRET_NAME = /pass(word|wd|phrase)?|secret|token|credential|private|api[-_]?key|access[-_]?key|auth|dsn|_key$|conn(ection)?[-_]?str/i;
function isSecret(option) {
    return (option.namespace === ENVIRONMENT_VARIABLES ||
        // The variables of a Cluster environment are one option.
        option.name === 'env-variables' ||
        SECRET_NAME.test(option.name));
}
/** Options as they may be shown: names always, values of environment variables and secrets never. */
function shownOptions(options) {
    return options.map((option) => (isSecret(option) ? { ...option, value: HIDDEN } : option));
}
function shownStep(step) {
    switch (step.kind) {
        case 'publish-version':
            return step;
        case 'update':
            return {
                ...step,
                options: shownOptions(step.options),
                ...(step.undo === undefined ? {} : { undo: step.undo.map(shownStep) }),
            };
        case 'create':
        case 'create-environment':
            return { ...step, options: shownOptions(step.options) };
        case 'run-command':
        case 'create-application':
        case 'terminate':
        case 'gate':
        case 'stop':
        case 'retire':
        case 'observe':
        case 'restore':
        case 'detach':
            return step;
        case 'swap':
        case 'shift':
        case 'preview':
        case 'bake':
            return { ...step, ...(step.undo === undefined ? {} : { undo: step.undo.map(shownStep) }) };
        case 'settle':
            return { ...step, expects: { ...step.expects, options: shownOptions(step.expects.options) } };
    }
}
function shownPlan(plan) {
    return { ...plan, steps: plan.steps.map(shownStep) };
}
//# sourceMappingURL=secrets.js.map

/***/ }),

/***/ 12840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ stepTitle)
});

// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/report/foreign.js
var foreign = __webpack_require__(3646);
;// CONCATENATED MODULE: ./lib/report/share-words.js


/** As long as the names of the other steps. */
const share_words_name = (text) => (0,foreign/* foreignText */.qk)(text, 100);
function shareTitle(step) {
    const [stable, canary] = [share_words_name(step.stable.name), share_words_name(step.canary.name)];
    switch (step.kind) {
        case 'shift':
            return step.weight === 100
                ? `Give ${canary} all requests`
                : `Give ${canary} ${step.weight} % of the requests, and ${stable} the rest`;
        case 'observe':
            return `Compare both sides at ${step.weight} % for ${(0,time/* formatDuration */.a3)(step.span)}`;
        case 'restore':
            return `Give ${stable} all requests again`;
        case 'preview': {
            const header = `${share_words_name(step.header.name)}: ${share_words_name(step.header.value)}`;
            return `Let requests with ${header} see ${step.shows === 'canary' ? canary : stable}`;
        }
        case 'detach':
            return `Take ${stable}, which has no requests any more, out of what divides them`;
    }
}
//# sourceMappingURL=share-words.js.map
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/step-words.js



function stepTitle(step) {
    switch (step.kind) {
        case 'publish-version': {
            const { source } = step;
            if (source.kind === 'existing') {
                return source.awaited === true
                    ? `Wait until version ${(0,words/* name */.UU)(source.label)} is processed`
                    : `Use version ${(0,words/* name */.UU)(source.label)}`;
            }
            if (source.kind === 'image')
                return `Create version ${(0,words/* name */.UU)(source.label)} of the image ${(0,words/* name */.UU)(source.uri)}`;
            if (source.build !== undefined)
                return buildTitle(source);
            if (source.reuse.version)
                return `Use version ${(0,words/* name */.UU)(source.label)}, which holds this very bundle`;
            const upload = source.reuse.object ? 'bundle already stored' : `upload ${(0,words/* bytes */.ee)(source.bytes)}`;
            return `Create version ${(0,words/* name */.UU)(source.label)} (${upload})`;
        }
        case 'update':
            return updateTitle(step);
        case 'settle':
            return step.expects.versionLabel === undefined
                ? `Watch ${(0,words/* name */.UU)(step.environment.name)} until the configuration is proven`
                : `Watch ${(0,words/* name */.UU)(step.environment.name)} until ${(0,words/* name */.UU)(step.expects.versionLabel)} is proven on it`;
        case 'create':
            return `Create ${(0,words/* name */.UU)(step.environment.name)} from the settings of ${(0,words/* name */.UU)(step.from.name)}, with ${(0,words/* name */.UU)(step.versionLabel)}`;
        case 'run-command':
            return `Run ${step.input} on one instance of ${(0,words/* name */.UU)(step.environment.name)}`;
        case 'create-application':
            return `Create the application ${(0,words/* name */.UU)(step.application)}`;
        case 'create-environment':
            return `Create ${(0,words/* name */.UU)(step.environment.name)} ${baseWords(step.base)}, with ${(0,words/* name */.UU)(step.versionLabel)}`;
        case 'terminate':
            return `Terminate ${(0,words/* name */.UU)(step.environment.name)} (${(0,words/* name */.UU)(step.environment.id)}) and watch until it is gone`;
        case 'gate':
            return gateTitle(step);
        case 'swap':
            return `Move ${(0,words/* name */.UU)(step.productionCname)} from ${(0,words/* name */.UU)(step.from.name)} to ${(0,words/* name */.UU)(step.to.name)}`;
        case 'bake':
            return `Watch ${(0,words/* name */.UU)(step.environment.name)} with all the traffic for ${(0,time/* formatDuration */.a3)(step.span)}`;
        case 'shift':
        case 'observe':
        case 'restore':
        case 'detach':
        case 'preview':
            return shareTitle(step);
        case 'stop':
            return `Stop what an earlier run has in progress on ${(0,words/* name */.UU)(step.environment.name)}`;
        case 'retire':
            return step.how === 'terminate'
                ? `Terminate ${(0,words/* name */.UU)(step.environment.name)} once nobody asks it any more`
                : `Wait until nobody asks ${(0,words/* name */.UU)(step.environment.name)} any more`;
    }
}
function buildTitle({ label, reuse, bytes: size }) {
    // Another run has begun it.
    if (reuse.version)
        return `Wait until the image of version ${(0,words/* name */.UU)(label)}, which holds this very bundle, is built`;
    return `Create version ${(0,words/* name */.UU)(label)} (${reuse.object ? 'bundle already stored' : `upload ${(0,words/* bytes */.ee)(size)}`}) and wait until its image is built`;
}
function baseWords(base) {
    switch (base.kind) {
        case 'stack':
            return `on ${(0,words/* name */.UU)(base.solutionStack)}`;
        case 'platform':
            return `on ${(0,words/* name */.UU)(base.arn)}`;
        case 'template':
            return `from the saved configuration ${(0,words/* name */.UU)(base.name)}`;
        case 'environment':
            return `with the settings of ${(0,words/* name */.UU)(base.environment.name)}`;
        case 'cluster':
            return 'on a cluster (Amazon EKS)';
    }
}
function gateTitle({ gate, environment }) {
    switch (gate.kind) {
        case 'proven':
            return `Prove ${(0,words/* name */.UU)(gate.proof.versionLabel)} on ${(0,words/* name */.UU)(environment.name)}`;
        case 'smoke':
            return `Ask ${gate.test.secure === true ? 'https' : 'http'}://${(0,words/* name */.UU)(gate.host ?? `the CNAME of ${environment.name}`)}${(0,words/* name */.UU)(gate.test.path)}`;
        case 'command':
            return `Run ${(0,words/* name */.UU)(gate.program)} against ${(0,words/* name */.UU)(environment.name)}`;
        case 'alarms':
            return `See that ${gate.alarms.names.length === 1 ? 'the alarm' : 'the alarms'} ${gate.alarms.names.map(words/* name */.UU).join(', ')} ${gate.alarms.names.length === 1 ? 'is' : 'are'} quiet`;
        case 'routed':
            return `Read where the shared load balancer sends ${(0,words/* name */.UU)(gate.host)}`;
        case 'warm-up':
            return `Warm ${(0,words/* name */.UU)(environment.name)} up: ${(0,words/* plural */.LS)(gate.warmUp.requests, 'good answer')} in a row to ${(0,words/* name */.UU)(gate.warmUp.path)} within ${(0,time/* formatDuration */.a3)(gate.warmUp.limit)}`;
    }
}
function updateTitle(step) {
    const where = (0,words/* name */.UU)(step.environment.name);
    const changed = step.options.length + step.removeOptions.length;
    const options = changed === 0 ? '' : ` with ${(0,words/* plural */.LS)(changed, 'option')}`;
    switch (step.purpose) {
        case 'set-policy':
            return `Set the deployment policy of ${where}`;
        case 'restore-policy':
            return `Put the deployment policy of ${where} back`;
        case 'undo':
            return `Put ${step.versionLabel === undefined ? 'the configuration' : (0,words/* name */.UU)(step.versionLabel)} back on ${where}${options}`;
        case 'configure':
            return `Change ${(0,words/* plural */.LS)(changed, 'option')} of ${where}`;
        case 'deploy':
            return step.versionLabel === undefined
                ? `Update the configuration of ${where}${options}`
                : `Deploy ${(0,words/* name */.UU)(step.versionLabel)} to ${where}${options}`;
    }
}
//# sourceMappingURL=step-words.js.map

/***/ }),

/***/ 68330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable),
/* harmony export */   e: () => (/* binding */ textTable)
/* harmony export */ });
/** Tables: aligned columns for a log, pipes for Markdown. The cells are safe already; nothing is escaped here. */
function width(text) {
    return [...text].length;
}
/** Rows with aligned columns, the first row being the head; trailing spaces are cut. */
function textTable(rows, indent = '  ') {
    const columns = Math.max(0, ...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))));
    return rows.map((row) => {
        const cells = row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))));
        return (indent + cells.join('  ')).trimEnd();
    });
}
/** A Markdown table; the first row is the head. */
function markdownTable(rows) {
    const [head = [], ...body] = rows;
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
//# sourceMappingURL=table.js.map

/***/ }),

/***/ 58191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ eventLines),
/* harmony export */   GF: () => (/* binding */ proofWords),
/* harmony export */   I7: () => (/* binding */ STATE_WORDS),
/* harmony export */   I9: () => (/* binding */ restoredWords),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   co: () => (/* binding */ viewLine),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hm: () => (/* binding */ forecastRows),
/* harmony export */   p3: () => (/* binding */ instancesTitle),
/* harmony export */   pH: () => (/* binding */ instanceRows),
/* harmony export */   pb: () => (/* binding */ problemLines),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   u$: () => (/* binding */ viewIdentity),
/* harmony export */   vB: () => (/* binding */ roughly)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73071);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3646);


/** Longest label or name inside a sentence; labels may have 100 characters (AWS API reference, CreateApplicationVersion). */
const NAME_LIMIT = 100;
const name = (text) => (0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(text, NAME_LIMIT);
/** Bytes as people say them: `640 B`, `12.3 kB`, `480 MB` (decimal, as the service's 500 MB limit is written). */
function bytes(count) {
    if (count < 1_000)
        return `${count} B`;
    const units = ['kB', 'MB', 'GB'];
    let value = count / 1_000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1_000;
        unit += 1;
    }
    return `${value < 99.95 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? 'GB'}`;
}
function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
/** Time of day in UTC, as the service dates its events: `09:31:07`. */
function timeOfDay(at) {
    return new Date(at).toISOString().slice(11, 19);
}
/** A span that nobody knows exactly: to five seconds, ten seconds, or minutes, the longer it is. */
function roughly(span) {
    const to = (unit) => (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.max(unit, Math.round(span / unit) * unit));
    if (span < (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(2))
        return to((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(5));
    return span < (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(10) ? to((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(10)) : to((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(1)).replace(/m00s$/, 'm');
}
function requestWords(requests) {
    if (requests.requestCount <= 0)
        return [];
    const share = (100 * requests.status5xx) / requests.requestCount;
    const p99 = requests.p99 === undefined ? [] : [`p99 ${Math.round(requests.p99 * 1_000)} ms`];
    return [`5xx ${share.toFixed(1)} %`, ...p99];
}
/** `batch 2 of 4 · 4 of 8 instances on 3f2a91c · 5xx 0.0 % · p99 84 ms · about 1m40s left`. */
function viewLine(view) {
    const { requests, remaining } = view;
    const parts = [
        ...standing(view),
        ...(requests === undefined ? [] : requestWords(requests)),
        ...(remaining === undefined || remaining < 1_000 ? [] : [`about ${roughly(remaining)} left`]),
    ];
    return parts.join(' · ');
}
/** The part that changes only when something has happened. Once it is Ready health is what is waited for. */
function standing(view) {
    const { updated, health } = view;
    const isOver = view.status === 'Ready';
    const batch = isOver ? undefined : view.batch;
    const isFine = health === undefined || (!isOver && (health === 'Ok' || health === 'Info' || health === 'Green'));
    const label = view.wantedLabel ?? view.versionLabel;
    return [
        ...(view.status === 'Updating' && (batch !== undefined || updated !== undefined) ? [] : [view.status]),
        ...(batch === undefined ? [] : [`batch ${batch.current}${batch.total === undefined ? '' : ` of ${batch.total}`}`]),
        ...(updated === undefined
            ? []
            : [`${updated.done} of ${plural(updated.total, 'instance')}${label === undefined ? '' : ` on ${name(label)}`}`]),
        ...(isFine ? [] : [`health ${health}`]),
    ];
}
/** What must differ for a new progress line to be worth printing at once. */
function viewIdentity(view) {
    return standing(view).join(' · ');
}
/** Lines of one event: time, severity, words; a further line of a message is indented under the first. */
function eventLines(event) {
    const head = `${timeOfDay(event.date)}  ${event.severity.padEnd(5)} `;
    const whose = event.attribution === 'other' ? ' (another request)' : '';
    // The lists of instances that a batch begins with are long, and said again in the report.
    const isNews = event.severity === 'WARN' || event.severity === 'ERROR' || event.severity === 'FATAL';
    return (0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignLines */ .Y0)(event.message, { lines: 20, characters: isNews ? 1_000 : 300 }).map((line, index) => index === 0 ? `${head}${line}${whose}` : `${' '.repeat(head.length)}${line}`);
}
/** Instances as a table: what each one runs, how it is, why. The cells are harmless in a log; escape them again for Markdown. */
function instanceRows(instances) {
    const rows = instances.map((instance) => [
        (0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(instance.id, 40),
        instance.deployment?.versionLabel === undefined ? '–' : name(instance.deployment.versionLabel),
        instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
        instance.deployment?.status ?? '–',
        instance.status,
        (0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(instance.causes.join('; '), 160),
    ]);
    return [['instance', 'runs', 'deployment', 'state', 'health', 'causes'], ...rows];
}
const STATE_WORDS = {
    unchanged: 'Unchanged',
    planned: 'Planned',
    started: 'Started',
    succeeded: 'Succeeded',
    failed: 'Failed',
    'timed-out': 'Timed out',
    cancelled: 'Cancelled',
};
/** The verdict in one sentence. */
function headline(outcome) {
    return `${STATE_WORDS[outcome.state]}: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(outcome.reason, 1_000)}`;
}
/** Whether what was there before is there again; `undefined` when the question does not arise. */
function restoredWords(outcome) {
    switch (outcome.restored) {
        case 'not-needed':
            return undefined;
        case 'yes':
            return 'What was there before is there again.';
        case 'no':
            return 'Nothing was put back by this run.';
        case 'failed':
            return 'Putting back what was there before FAILED: the environment needs a look now.';
    }
}
function proofWords(outcome) {
    switch (outcome.proof) {
        case 'instances':
            return 'each instance reported it';
        case 'environment':
            return 'the environment reported it, not its single instances';
        case 'none':
            return 'none';
    }
}
function problemLines(problem) {
    const input = problem.input === undefined ? '' : ` [${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(problem.input, 60)}]`;
    return [`${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(problem.what, 1_000)}${input}`, `  → ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(problem.hint, 500)}`];
}
const DOWNTIME = {
    none: 'none',
    seconds: 'seconds',
    unknown: 'unknown',
};
/** Every strategy for this environment, side by side. Cells are harmless in a log. */
function forecastRows(forecasts, chosen) {
    const head = [
        'strategy',
        'duration',
        'lowest capacity',
        'extra instance-hours',
        'downtime',
        'both versions',
        'way back',
    ];
    const rows = forecasts.map((forecast) => {
        const title = `${forecast.strategy === chosen ? '▸ ' : '  '}${name(forecast.strategy)}`;
        if (forecast.refusals.length > 0) {
            return [title, '–', '–', '–', '–', '–', `not here: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(forecast.refusals.join(' '), 300)}`];
        }
        const basis = forecast.durationBasis === 'learned' ? '' : '~';
        return [
            title,
            `${basis}${roughly(forecast.duration)}`,
            `${forecast.lowestCapacity} of ${forecast.capacity}`,
            forecast.extraInstanceHours === 0 ? '0' : forecast.extraInstanceHours.toFixed(2),
            DOWNTIME[forecast.downtime],
            forecast.versionsSideBySide ? 'yes' : 'no',
            (0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(forecast.wayBack, 300),
        ];
    });
    return [head, ...rows];
}
/** Evidence is taken when a rollout has failed, before anything is put back. */
function instancesTitle({ evidence, restored }) {
    if (evidence === undefined)
        return 'What each instance ran when it was last seen';
    return restored === 'yes' ? 'What each instance ran when it had failed' : 'What each instance runs';
}
//# sourceMappingURL=words.js.map

/***/ })

};

//# sourceMappingURL=28.index.js.map