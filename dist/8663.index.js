export const id = 8663;
export const ids = [8663];
export const modules = {

/***/ 78663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSeveral: () => (/* binding */ readSeveral)
});

// EXTERNAL MODULE: ./lib/domain/input.js
var input = __webpack_require__(6180);
// EXTERNAL MODULE: ./lib/domain/waves.js
var domain_waves = __webpack_require__(61818);
// EXTERNAL MODULE: ./lib/strategies/index.js + 23 modules
var strategies = __webpack_require__(96193);
// EXTERNAL MODULE: ./lib/inputs/declarations.js + 1 modules
var declarations = __webpack_require__(99524);
// EXTERNAL MODULE: ./lib/inputs/did-you-mean.js
var did_you_mean = __webpack_require__(37178);
// EXTERNAL MODULE: ./lib/inputs/input-problems.js
var input_problems = __webpack_require__(8502);
// EXTERNAL MODULE: ./lib/inputs/options-input.js
var options_input = __webpack_require__(45806);
// EXTERNAL MODULE: ./lib/inputs/unknown-inputs.js + 1 modules
var unknown_inputs = __webpack_require__(76739);
// EXTERNAL MODULE: ./lib/inputs/waves-inputs.js
var waves_inputs = __webpack_require__(28441);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/inputs/waves-yaml.js
/** Reads the input `environments`: waves of names and maps, in YAML or JSON, as texts of inputs. Loaded when it is given. */


/** A run with more is a mistake, or a service of its own. */
const MOST_ENVIRONMENTS = 100;
const none = (because) => ({ entries: [], because: [because] });
function readWaves(text) {
    const lines = new dist/* LineCounter */.HN();
    // Values keep the text that was written: `0123` and `true` are no number and no boolean here.
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        return none(`is neither JSON nor YAML: line ${line}, column ${col} (${error.code})`);
    }
    const waves = plainOf(document);
    if (!Array.isArray(waves))
        return none('is not a list; write one environment or one list of environments a line');
    if (waves.length === 0)
        return none('is an empty list');
    const found = waves.map((wave, index) => readWave(wave, index));
    const entries = found.flatMap((one) => one.entries);
    if (entries.length > MOST_ENVIRONMENTS)
        return none(`names ${entries.length} environments, more than ${MOST_ENVIRONMENTS}`);
    return { entries, because: found.flatMap((one) => one.because) };
}
/** The parser throws on aliases without an anchor, and on so many that they could fill the memory. */
function plainOf(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        return undefined;
    }
}
function readWave(wave, index) {
    const members = Array.isArray(wave) ? wave : [wave];
    const title = `wave ${index + 1}`;
    if (members.length === 0)
        return none(`has an empty list in ${title}`);
    const found = members.map((member, at) => readEntry(member, index, members.length === 1 ? title : `${title}, entry ${at + 1}`));
    return { entries: found.flatMap((one) => one.entries), because: found.flatMap((one) => one.because) };
}
function readEntry(entry, wave, place) {
    if (typeof entry === 'string') {
        if (entry.trim() === '')
            return none(`has nothing in ${place}`);
        return { entries: [{ wave, place, keys: ['name'], given: { 'environment-name': entry.trim() } }], because: [] };
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        return none(`has neither a name nor a map in ${place}`);
    const given = {};
    const because = [];
    for (const [key, value] of Object.entries(entry)) {
        const text = textOf((0,waves_inputs/* inputOf */.wg)(key), value);
        if (text === undefined || text === '')
            because.push(`has no value that could be read for ${shortened(key)} in ${place}`);
        else if (Object.hasOwn(given, (0,waves_inputs/* inputOf */.wg)(key)))
            because.push(`gives ${shortened(key)} twice in ${place}`);
        else
            given[(0,waves_inputs/* inputOf */.wg)(key)] = text;
    }
    if (!Object.hasOwn(given, 'environment-name') && because.length === 0)
        because.push(`has no name in ${place}`);
    return { entries: [{ wave, place, keys: Object.keys(entry), given }], because };
}
const shortened = (key) => (key.length > 60 ? `${key.slice(0, 60)}…` : key);
const isText = (value) => typeof value === 'string';
/** A list or a map becomes the text that the input takes. */
function textOf(input, value) {
    if (isText(value))
        return value.trim();
    if (typeof value !== 'object' || value === null)
        return undefined;
    if (input === 'option-settings')
        return JSON.stringify(value);
    if (Array.isArray(value)) {
        const separator = input === 'environment-variables' ? '\n' : ', ';
        return value.every(isText) ? value.join(separator) : undefined;
    }
    if (input !== 'environment-variables' && input !== 'environment-tags')
        return undefined;
    const pairs = Object.entries(value);
    const isLine = ([, one]) => isText(one) && !/[\r\n]/.test(one);
    return pairs.every(isLine) ? pairs.map(([key, one]) => `${key}=${one}`).join('\n') : undefined;
}
//# sourceMappingURL=waves-yaml.js.map
;// CONCATENATED MODULE: ./lib/inputs/read-several.js
/**
 * Settings × environments: every environment of `environments` is read like the only one of a run, with its own inputs
 * laid over the common ones. All problems of all of them are told at once, each with the environment it is about.
 */










const INPUT = 'environments';
/** The others are about one environment, or need a confirmation for each. */
const OPERATIONS = ['deploy', 'rollback'];
async function readSeveral(host, files, readOne) {
    const common = (name) => host.input(name);
    const unknown = (0,unknown_inputs/* unknownInputs */.q)(host.givenInputs(), common);
    const { values, failures } = (0,input/* readInputs */.Ko)(waves_inputs/* WAVES_INPUTS */.L_, common);
    const waves = readWaves(common(INPUT));
    const early = [
        ...unknown,
        ...failures.map(input_problems/* problemOf */.Zw),
        ...waves.because.map(wrong),
        ...waves.entries.flatMap(badKeys),
    ];
    const whole = [...ofTheRun(common), ...repeated(waves.entries, common), ...unusedByAll(waves.entries, common)];
    const beneath = await (0,options_input/* readOptions */.T)(emptyAsNone(common('option-settings')), files, host.run.workspace);
    const read = [];
    for (const entry of waves.entries) {
        const own = entry.given['option-settings'] !== undefined;
        const one = await readOne(host, files, lookUpOf(entry, common), own ? beneath : undefined);
        read.push({ entry, one });
    }
    const settings = read.flatMap(({ entry, one }) => one.settings === undefined ? [] : [{ entry, settings: one.settings }]);
    const problems = [
        ...early,
        ...whole,
        ...(0,domain_waves/* namedProblems */.IA)(read.map(({ entry, one }) => ({ title: nameOf(entry), problems: one.problems }))),
        ...acrossEnvironments(settings.map((one) => one.settings), waves.entries, common, values['on-wave-failure']),
    ];
    if (problems.length > 0 || settings.length === 0)
        return { kind: 'refused', problems };
    const [first] = settings;
    return {
        kind: 'several',
        several: {
            waves: inWaves(settings),
            maxParallel: values['max-parallel'],
            onWaveFailure: values['on-wave-failure'],
            dryRun: first?.settings.dryRun ?? false,
            jobSummary: first?.settings.jobSummary ?? true,
        },
        notices: [...new Set(read.flatMap(({ one }) => one.notices))],
        hidesAccount: read.some(({ one }) => one.hidesAccount),
    };
}
const emptyAsNone = (text) => (text.trim() === '' ? undefined : text);
const nameOf = ({ given, place }) => given['environment-name']?.slice(0, 60) ?? place;
const isOfStrategies = (name) => declarations/* STRATEGY_INPUTS */.Q$.has(name);
const uses = (strategy, input) => {
    const found = strategies/* STRATEGY_NAMES */.n.find((one) => one === strategy);
    return found === undefined || Object.hasOwn(strategies/* STRATEGIES */.Y[found].inputs, input);
};
const strategyOf = ({ given }, common) => given.strategy ?? (common('strategy').trim() === '' ? 'as-configured' : common('strategy').trim());
/** Own inputs before common ones; a common input of strategies is meant for those environments whose strategy uses it. */
function lookUpOf(entry, common) {
    return (name) => {
        const own = entry.given[name];
        if (name === 'environment-variables')
            return variables(common(name), own);
        if (own !== undefined)
            return own;
        // Two of them would create it at the same time.
        if (name === 'create-application-if-not-exists')
            return 'false';
        return isOfStrategies(name) && !uses(strategyOf(entry, common), name) ? '' : common(name);
    };
}
/** Common variables and own ones; of the same name the own one counts. Unreadable text stays for the one who reads it. */
function variables(common, own) {
    if (own === undefined || common.trim() === '')
        return own ?? common;
    const [below, above] = [input/* pairs */.AS.read(common), input/* pairs */.AS.read(own)];
    if (!('value' in below) || !('value' in above))
        return 'value' in below ? own : common;
    const isAbove = (name) => Object.hasOwn(above.value.set, name) || above.value.remove.includes(name);
    return [
        ...Object.entries(below.value.set).flatMap(([name, value]) => (isAbove(name) ? [] : [`${name}=${value}`])),
        ...below.value.remove.filter((name) => !isAbove(name)).map((name) => `${name}=`),
        own,
    ].join('\n');
}
const wrong = (because) => ({
    code: 'wrong-input',
    blame: 'you',
    what: `\`${INPUT}\` ${because}.`,
    hint: 'Write a YAML list of waves: a name, a map with `name` and other inputs, or a list of those (docs/several-environments.md).',
    input: INPUT,
});
function badKeys(entry) {
    return entry.keys
        .filter((key) => !waves_inputs/* OWN_INPUTS */.nR.includes((0,waves_inputs/* inputOf */.wg)(key)))
        .map((key) => {
        const meant = (0,did_you_mean/* didYouMean */.a)(key, waves_inputs/* ENTRY_KEYS */.Oe);
        return {
            code: 'unknown-input',
            blame: 'you',
            what: `${nameOf(entry)}: \`${key.slice(0, 60)}\` is nothing that one of several environments can have for itself.`,
            hint: meant === undefined ? 'Give it beside `environments`, for all of them.' : `Did you mean \`${meant}\`?`,
            input: INPUT,
        };
    });
}
function ofTheRun(common) {
    const operation = common('operation').trim();
    return [
        ...(common('environment-name').trim() === ''
            ? []
            : [
                (0,input_problems/* contradiction */.qX)('environment-name', 'Both `environment-name` and `environments` are given.', 'Keep `environments` for several environments, `environment-name` for one.'),
            ]),
        ...(operation === '' || OPERATIONS.includes(operation)
            ? []
            : [
                (0,input_problems/* contradiction */.qX)(INPUT, `\`operation: ${operation.slice(0, 60)}\` is for one environment at a time, and \`environments\` is given.`, `Give \`environment-name\`; \`environments\` goes with ${OPERATIONS.map((one) => `\`${one}\``).join(' and ')}.`),
            ]),
        ...(['true', 'True', 'TRUE'].includes(common('create-application-if-not-exists').trim())
            ? [
                (0,input_problems/* contradiction */.qX)('create-application-if-not-exists', 'Several environments are not created in an application that does not exist yet.', 'Create the application with the first environment, in a run of its own.'),
            ]
            : []),
    ];
}
/** A region has every name once, whatever its application is. */
function repeated(entries, common) {
    const regionOf = ({ given }) => given['aws-region'] ?? common('aws-region').trim();
    const keyOf = (entry) => `${regionOf(entry)} ${entry.given['environment-name'] ?? ''}`;
    return entries
        .filter(({ given }) => given['environment-name'] !== undefined)
        .filter((entry, at, all) => all.findIndex((other) => keyOf(other) === keyOf(entry)) !== at)
        .map((entry) => (0,input_problems/* contradiction */.qX)(INPUT, `${nameOf(entry)}: \`environments\` names it twice${regionOf(entry) === '' ? '' : ` in ${regionOf(entry).slice(0, 30)}`} (again in ${entry.place}).`, 'Keep it once.'));
}
/** A common input of strategies that no environment's strategy uses would have no effect. */
function unusedByAll(entries, common) {
    return [...declarations/* STRATEGY_INPUTS */.Q$]
        .filter(([name]) => common(name) !== '' && !entries.some((entry) => uses(strategyOf(entry, common), name)))
        .map(([name, { strategies }]) => (0,input_problems/* contradiction */.qX)(name, `\`${name}\` is given, but no environment has a strategy that uses it.`, `Remove it, or choose ${strategies.map((one) => `\`${one}\``).join(' or ')}.`));
}
function acrossEnvironments(all, entries, common, onWaveFailure) {
    const hasWaves = new Set(entries.map(({ wave }) => wave)).size > 1;
    const regions = new Set(all.map(({ region }) => region));
    const sharesBucket = entries.some(({ given }) => given['s3-bucket-name'] === undefined);
    return [
        ...all
            .filter((one) => !one.waitForDeployment && (hasWaves || onWaveFailure === 'rollback-all'))
            .map((one) => (0,input_problems/* contradiction */.qX)('wait-for-deployment', `${one.environmentName}: \`wait-for-deployment: false\` does not wait for the proof that ${hasWaves ? 'the next wave' : '`on-wave-failure: rollback-all`'} needs.`, 'Remove it.')),
        ...all
            .filter((one) => onWaveFailure === 'rollback-all' && one.onFailure !== 'rollback')
            .map((one) => (0,input_problems/* contradiction */.qX)('on-failure', `${one.environmentName}: \`on-failure: ${one.onFailure}\` leaves a failed deployment where it is, and \`on-wave-failure: rollback-all\` puts everything back.`, 'Keep one of the two.')),
        ...(regions.size > 1 && sharesBucket && common('s3-bucket-name').trim() !== ''
            ? [
                (0,input_problems/* contradiction */.qX)('s3-bucket-name', `One \`s3-bucket-name\` is given for ${regions.size} regions, and a bucket belongs to one region.`, 'Give each environment the bucket of its region, or none.'),
            ]
            : []),
    ];
}
function inWaves(read) {
    const pruned = new Set();
    const waves = [];
    for (const { entry, settings } of read) {
        const { pruneVersions, ...rest } = settings;
        const application = `${settings.region} ${settings.application}`;
        // Old versions are the application's: one of its environments cleans up for all.
        const isFirst = pruneVersions !== undefined && !pruned.has(application);
        if (isFirst)
            pruned.add(application);
        const wave = waves[entry.wave] ?? [];
        wave.push(isFirst ? settings : rest);
        waves[entry.wave] = wave;
    }
    return waves;
}
//# sourceMappingURL=read-several.js.map

/***/ })

};

//# sourceMappingURL=8663.index.js.map