export const id = 577;
export const ids = [577];
export const modules = {

/***/ 7708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject)
/* harmony export */ });
/* unused harmony exports parsedJson, canonicalJson */
/** Data from outside: JSON texts, and values of which nothing is known yet. */
/** Anything with members; whoever reads one of them looks at its type first. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** `undefined` when the text is no JSON. */
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Of option values that are JSON: the same object in another order, or with other spaces, is the same value. The text in
 * one form; `undefined` when it is no JSON object or list.
 */
function canonicalJson(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.stringify(JSON.parse(text), (_, value) => isObject(value)
            ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
            : value);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   c$: () => (/* binding */ hours)
/* harmony export */ });
/* unused harmony exports days, parseDuration, formatDuration */
/** Instants and spans of time, and how people write them. No bare number of time crosses a function elsewhere. */
const seconds = (count) => count * 1_000;
const minutes = (count) => count * 60_000;
const hours = (count) => count * 3_600_000;
const days = (count) => count * 86_400_000;
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/**
 * Reads `90`, `90s`, `10m`, `1h30m`, `500ms` or `1d`. A bare number means seconds, as in AWS's own action.
 * Answers `undefined` for anything else, so that the caller can name the input that was wrong.
 */
function parseDuration(text) {
    const trimmed = text.trim().toLowerCase();
    if (/^\d+(\.\d+)?$/.test(trimmed))
        return Math.round(Number(trimmed) * 1_000);
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
        total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
    }
    return Math.round(total);
}
/** Writes a span as people say it: `850ms`, `9s`, `1m40s`, `2h05m`. */
function formatDuration(span) {
    if (span < 1_000)
        return `${Math.max(0, Math.round(span))}ms`;
    const total = Math.round(span / 1_000);
    const two = (value) => String(value).padStart(2, '0');
    if (total < 60)
        return `${total}s`;
    if (total < 3_600)
        return `${Math.floor(total / 60)}m${two(total % 60)}s`;
    return `${Math.floor(total / 3_600)}h${two(Math.floor((total % 3_600) / 60))}m`;
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 1215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ operations)
});

// EXTERNAL MODULE: ./lib/simulator/context.js
var simulator_context = __webpack_require__(3593);
// EXTERNAL MODULE: ./lib/simulator/elbv2/model.js
var model = __webpack_require__(3977);
// EXTERNAL MODULE: ./lib/simulator/instances.js
var simulator_instances = __webpack_require__(846);
// EXTERNAL MODULE: ./lib/simulator/paging.js
var paging = __webpack_require__(2788);
// EXTERNAL MODULE: ./lib/simulator/service-error.js
var service_error = __webpack_require__(2402);
// EXTERNAL MODULE: ./lib/simulator/cluster/cluster.js
var cluster = __webpack_require__(9789);
// EXTERNAL MODULE: ./lib/simulator/resources.js
var resources = __webpack_require__(8151);
;// CONCATENATED MODULE: ./lib/simulator/autoscaling/groups.js
/** Auto Scaling groups of environments: which there are, which instances they hold, and how small and large they may be. */




/** Of every environment that is not terminated: its own group, and the temporary one of a deployment. */
const groupsOf = ({ world }) => [...world.environments.values()]
    .filter((environment) => environment.status !== 'Terminated' && !(0,cluster/* isCluster */.JU)(environment))
    .flatMap((environment) => {
    const { autoScalingGroup, temporaryGroup } = environment.resources;
    return [
        { name: autoScalingGroup, environment, kind: 'permanent' },
        ...(temporaryGroup === undefined ? [] : [{ name: temporaryGroup, environment, kind: 'temporary' }]),
    ];
});
/** Without those that leave: so many the group wants, because a replacement is on its way as soon as an instance leaves. */
const membersOf = ({ environment, kind }) => (0,simulator_instances/* activeInstances */.rX)(environment).filter((one) => one.group === kind);
/** A temporary group has the size that its deployment gave it. An additional batch is beyond what was configured. */
function limitsOf(group) {
    const { environment, kind } = group;
    const members = membersOf(group);
    if (kind === 'temporary')
        return { least: members.length, most: members.length };
    if ((0,resources/* isSingleInstance */.MA)(environment))
        return { least: 1, most: 1 };
    const additional = members.filter((one) => one.additional === true).length;
    const size = (option, fallback) => Number((0,simulator_context/* optionValue */.TN)(environment, 'aws:autoscaling:asg', option, String(fallback)));
    return { least: size('MinSize', 1), most: size('MaxSize', 4) + additional };
}
//# sourceMappingURL=groups.js.map
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/simulator/random.js
var random = __webpack_require__(1527);
// EXTERNAL MODULE: ./lib/simulator/scripts/commands.js + 1 modules
var commands = __webpack_require__(9653);
// EXTERNAL MODULE: ./lib/simulator/scripts/launching.js
var launching = __webpack_require__(3792);
// EXTERNAL MODULE: ./lib/simulator/timeline.js
var timeline = __webpack_require__(4707);
;// CONCATENATED MODULE: ./lib/simulator/autoscaling/scaling.js
/** What Auto Scaling does by itself, without an operation of the environment: instances come up, and instances leave. */







/** A first command may take so long; later its instance is left to itself. */
const PATIENCE = (0,time/* seconds */.YA)(840);
/** The health service notices a new instance so much later, as in updates. */
const NOTICED = (0,time/* seconds */.YA)(91);
/** Launches instances; without capacity nothing comes, and no event of the environment tells of it. */
function launchBy(context, environment, count, place) {
    if ((0,simulator_context/* faultsOf */.xm)(context, 'no-capacity').length > 0)
        return;
    const instances = Array.from({ length: count }, () => (0,simulator_instances/* launchInstance */.Dj)(context, environment, place));
    (0,simulator_instances/* announceAdded */.KM)(context, environment, instances, NOTICED);
    // A temporary group's launch settings are those of the deployment that made it.
    const version = place.group === 'temporary' ? underWay(environment) : undefined;
    for (const instance of instances)
        context.timeline.run(comeUp(context, environment, instance, version));
}
/** From this call on the instance is on its way out: it gets no new requests, and no command is awaited from it. */
function removeBy(context, environment, instance) {
    const isServing = instance.traffic === 'registered';
    (0,simulator_instances/* drain */.Ze)(context, environment, [instance]);
    instance.lifecycle = 'Terminating';
    context.timeline.run(leave(context, environment, instance, isServing));
}
function* leave(context, environment, instance, isServing) {
    const delay = isServing && (0,simulator_instances/* hasLoadBalancer */.NE)(environment) ? (0,simulator_instances/* deregistrationDelaySeconds */.ZF)(environment) : 3;
    yield* (0,timeline/* wait */.uk)((0,random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(delay + 2)));
    if (isOfWorld(context, environment))
        (0,simulator_instances/* endInstance */.BM)(context, environment, instance);
}
/**
 * Boots, takes the version of the last successful deployment (AWS guide, "Deploying applications"), and goes behind the load
 * balancer. An update that gives the instance a command of its own has it from then on.
 */
function* comeUp(context, environment, instance, given) {
    const isHere = () => isOfWorld(context, environment) && environment.instances.includes(instance) && !(0,simulator_instances/* isLeaving */.Xi)(instance);
    const deployment = () => instance.deployment;
    yield* (0,timeline/* wait */.uk)((0,random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(launching/* BOOT */.V4)));
    if (!isHere() || deployment() !== undefined)
        return;
    const startedAt = context.now();
    (0,commands/* startCommand */.S0)(context, environment, instance, {
        kind: 'deploy',
        ordinal: environment.instances.indexOf(instance),
        ...(given ?? expected(environment)),
    });
    const isOurs = () => deployment()?.startedAt === startedAt;
    const state = () => context.runtime.commandState(instance.id);
    yield* (0,timeline/* until */.TG)(() => !isHere() || !isOurs() || state().state !== 'running', PATIENCE);
    if (!isHere() || !isOurs())
        return;
    if (deployment()?.status === 'In Progress')
        (0,commands/* finish */.O9)(context, instance, state());
    (0,simulator_instances/* register */.kz)(context, environment, [instance]);
}
/** A restored world has other environments under the same ids. */
const isOfWorld = ({ world }, environment) => world.environments.get(environment.id) === environment && environment.status !== 'Terminated';
const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
const expected = (environment) => ({
    deploymentId: environment.expectedDeploymentId,
    versionLabel: environment.versionLabel ?? '',
    environmentVariables: (0,simulator_context/* effectiveOptions */.Qx)(environment)[PROPERTIES] ?? {},
});
function underWay(environment) {
    const { change, deploymentId } = environment.operation ?? {};
    const usual = expected(environment);
    return {
        deploymentId: deploymentId ?? usual.deploymentId,
        versionLabel: change?.versionLabel ?? usual.versionLabel,
        environmentVariables: change?.options?.[PROPERTIES] ?? usual.environmentVariables,
    };
}
//# sourceMappingURL=scaling.js.map
;// CONCATENATED MODULE: ./lib/simulator/autoscaling/operations.js
/** Auto Scaling as it stands behind environments: its groups, and the two calls by which instances come and go. */







/** API reference, DescribeAutoScalingGroups: MaxRecords is 100 at most, 50 by default. */
const MOST = 100;
const USUAL = 50;
/** Groups that are not there are left out: the service refuses no name. */
function describeGroups(context, input) {
    const names = (0,simulator_context/* listOf */.c3)(input, 'AutoScalingGroupNames')?.map(String) ?? [];
    const found = groupsOf(context).filter(({ name }) => names.length === 0 || names.includes(name));
    const { items, nextToken } = (0,paging/* pageOf */.Z)(found, { MaxRecords: USUAL, ...input }, MOST);
    return {
        AutoScalingGroups: items.map((group) => shown(context, group)),
        ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
}
function shown(context, group) {
    const { name, environment, kind } = group;
    const { region, accountId } = context;
    const instances = environment.instances.filter((one) => one.group === kind);
    const { least, most } = limitsOf(group);
    const isSplit = (part) => instances.some((one) => one.targetGroup === part);
    return {
        AutoScalingGroupName: name,
        AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:${environment.id}:autoScalingGroupName/${name}`,
        MinSize: least,
        MaxSize: most,
        DesiredCapacity: membersOf(group).length,
        DefaultCooldown: 360,
        AvailabilityZones: ['a', 'b'].map((zone) => `${region}${zone}`),
        LoadBalancerNames: environment.resources.loadBalancer?.kind === 'classic' ? [environment.resources.loadBalancer.name] : [],
        TargetGroupARNs: (0,model/* targetGroupsOf */.TT)(context)
            .filter((one) => one.environment === environment)
            .filter((one) => (kind === 'permanent' && one.group === 'default') || isSplit(one.group))
            .map(({ arn }) => arn),
        HealthCheckType: 'EC2',
        HealthCheckGracePeriod: 0,
        CreatedTime: new Date(environment.dateCreated),
        Instances: instances.map((one) => ({
            InstanceId: one.id,
            InstanceType: one.instanceType,
            AvailabilityZone: one.availabilityZone,
            LifecycleState: one.lifecycle,
            HealthStatus: 'Healthy',
            ProtectedFromScaleIn: false,
        })),
        Tags: [
            ['elasticbeanstalk:environment-id', environment.id],
            ['elasticbeanstalk:environment-name', environment.name],
        ].map(([Key, Value]) => ({
            ResourceId: name,
            ResourceType: 'auto-scaling-group',
            Key,
            Value,
            PropagateAtLaunch: true,
        })),
    };
}
const refused = (message) => new service_error/* ServiceError */._('ValidationError', message);
/** While the service itself makes or deletes the group, and while traffic splitting holds both groups' sizes (AWS guide). */
function requireCalm({ name, environment }) {
    const { operation, status } = environment;
    const isMade = operation?.kind === 'create' || operation?.kind === 'rebuild' || status === 'Terminating';
    if (isMade || environment.instances.some(({ targetGroup }) => targetGroup === 'split')) {
        throw new service_error/* ServiceError */._('ScalingActivityInProgress', `Scaling activities are in progress for ${name}.`);
    }
}
/** The oldest go first, as when an update makes the group smaller. */
function setDesiredCapacity(context, input) {
    const name = (0,simulator_context/* requiredText */.$4)(input, 'AutoScalingGroupName');
    const group = groupsOf(context).find((one) => one.name === name);
    if (group === undefined)
        throw refused(`AutoScalingGroup name not found - AutoScalingGroup ${name} not found`);
    const wanted = (0,simulator_context/* numberOf */.rl)(input, 'DesiredCapacity');
    if (wanted === undefined)
        throw refused("Value null at 'desiredCapacity' failed to satisfy constraint");
    const { least, most } = limitsOf(group);
    const beyond = (side, limit) => refused(`New SetDesiredCapacity value ${wanted} is ${side} value ${limit} for the AutoScalingGroup.`);
    if (wanted > most)
        throw beyond('above max', most);
    if (wanted < least)
        throw beyond('below min', least);
    requireCalm(group);
    const members = membersOf(group);
    for (const instance of members.slice(0, Math.max(0, members.length - wanted))) {
        removeBy(context, group.environment, instance);
    }
    const missing = wanted - members.length;
    if (missing > 0)
        launchBy(context, group.environment, missing, { group: group.kind, targetGroup: 'default' });
    return undefined;
}
/** Without a decrement a replacement is launched at once, which is what `DesiredCapacity` says meanwhile. */
function terminateInstanceInGroup(context, input) {
    const id = (0,simulator_context/* requiredText */.$4)(input, 'InstanceId');
    const decrements = (0,simulator_context/* flagOf */.iP)(input, 'ShouldDecrementDesiredCapacity') === true;
    const owner = groupsOf(context).flatMap((group) => group.environment.instances
        .filter((one) => one.id === id && one.group === group.kind && !(0,simulator_instances/* isLeaving */.Xi)(one))
        .map((instance) => ({ group, instance })))[0];
    if (owner === undefined)
        throw refused(`Instance Id not found - No managed instance found for instance ID: ${id}`);
    const { group, instance } = owner;
    const { least } = limitsOf(group);
    if (decrements && membersOf(group).length <= least) {
        throw refused(`Currently, desiredSize equals minSize (${least}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`);
    }
    requireCalm(group);
    removeBy(context, group.environment, instance);
    if (!decrements) {
        launchBy(context, group.environment, 1, { group: group.kind, targetGroup: instance.targetGroup });
    }
    return { Activity: activityOf(context, group, instance, decrements) };
}
function activityOf(context, { name }, { id }, decrements) {
    const at = new Date(context.now()).toISOString().replace(/\.\d+/, '');
    const how = decrements ? ', shrinking the capacity' : '';
    return {
        ActivityId: context.random.uuid(),
        AutoScalingGroupName: name,
        Description: `Terminating EC2 instance: ${id}`,
        Cause: `At ${at} instance ${id} was taken out of service in response to a user request${how}.`,
        StartTime: new Date(context.now()),
        StatusCode: 'InProgress',
        Progress: 0,
    };
}
const operations = {
    DescribeAutoScalingGroups: describeGroups,
    SetDesiredCapacity: setDesiredCapacity,
    TerminateInstanceInAutoScalingGroup: terminateInstanceInGroup,
};
//# sourceMappingURL=operations.js.map

/***/ }),

/***/ 6654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zU: () => (/* binding */ operations),
  Ju: () => (/* binding */ playAlarms),
  z$: () => (/* binding */ seedAlarm)
});

// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/simulator/context.js
var simulator_context = __webpack_require__(3593);
// EXTERNAL MODULE: ./lib/simulator/paging.js
var paging = __webpack_require__(2788);
// EXTERNAL MODULE: ./lib/simulator/service-error.js
var service_error = __webpack_require__(2402);
;// CONCATENATED MODULE: ./lib/simulator/cloudwatch/composite-rule.js
/** The rule of a composite alarm: `ALARM("a") AND NOT (OK(b) OR FALSE)` (API reference, PutCompositeAlarm). Pure. */

const TOKEN = /\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|'([^']+)'|([^()"'\s]+))\s*\)|(TRUE|FALSE)\b|(AND|OR|NOT)\b|([()]))/y;
function tokensOf(rule) {
    const tokens = [];
    let end = 0;
    for (const match of rule.matchAll(new RegExp(TOKEN.source, 'gy'))) {
        const [whole, state, double, single, bare, constant, word, bracket] = match;
        end = match.index + whole.length;
        if (state !== undefined) {
            const alarm = (double ?? single ?? bare ?? '').replace(/^arn:aws[\w-]*:cloudwatch:[^:]*:\d*:alarm:/, '');
            tokens.push({ kind: 'node', node: { kind: 'is', state: state, alarm } });
        }
        else if (constant !== undefined) {
            tokens.push({ kind: 'node', node: { kind: 'constant', value: constant === 'TRUE' } });
        }
        else
            tokens.push({ kind: 'word', word: (word ?? bracket) });
    }
    if (rule.slice(end).trim() !== '')
        throw invalid(rule);
    return tokens;
}
const invalid = (rule) => new service_error/* ServiceError */._('ValidationError', `AlarmRule must not contain invalid syntax: ${rule}`);
/** @throws ServiceError when the text is no rule. */
function parseRule(rule) {
    const tokens = tokensOf(rule);
    let at = 0;
    const isNext = (word) => {
        const token = tokens[at];
        return token?.kind === 'word' && token.word === word;
    };
    const factor = () => {
        const token = tokens[at];
        at += 1;
        if (token?.kind === 'node')
            return token.node;
        if (token?.kind === 'word' && token.word === 'NOT')
            return { kind: 'not', of: factor() };
        if (token?.kind === 'word' && token.word === '(') {
            const inner = either();
            if (!isNext(')'))
                throw invalid(rule);
            at += 1;
            return inner;
        }
        throw invalid(rule);
    };
    const both = () => {
        let left = factor();
        while (isNext('AND')) {
            at += 1;
            left = { kind: 'and', left, right: factor() };
        }
        return left;
    };
    const either = () => {
        let left = both();
        while (isNext('OR')) {
            at += 1;
            left = { kind: 'or', left, right: both() };
        }
        return left;
    };
    const node = either();
    if (at < tokens.length)
        throw invalid(rule);
    return node;
}
/** Whether the rule holds; an alarm that is not there has no data. */
function holds(node, stateOf) {
    switch (node.kind) {
        case 'is':
            return stateOf(node.alarm) === node.state;
        case 'constant':
            return node.value;
        case 'not':
            return !holds(node.of, stateOf);
        case 'and':
            return holds(node.left, stateOf) && holds(node.right, stateOf);
        case 'or':
            return holds(node.left, stateOf) || holds(node.right, stateOf);
    }
}
//# sourceMappingURL=composite-rule.js.map
// EXTERNAL MODULE: ./lib/simulator/cloudwatch/judge-alarm.js
var judge_alarm = __webpack_require__(3459);
;// CONCATENATED MODULE: ./lib/simulator/cloudwatch/alarms.js
/** Alarms: put, described, set by hand, deleted; and where each stands at this moment. */






/** API reference, DescribeAlarms and DeleteAlarms: AlarmNames, at most 100. */
const MOST_NAMES = 100;
/** API reference, DescribeAlarms: MaxRecords; the default is 50. */
const PAGE = { usual: 50, most: 100 };
const arnOf = ({ region, accountId }, name) => `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;
function put(context, input, kind) {
    const name = (0,simulator_context/* requiredText */.$4)(input, 'AlarmName');
    const known = context.world.alarms.get(name);
    const now = context.now();
    if (known !== undefined && known.kind !== kind) {
        throw new service_error/* ServiceError */._('ValidationError', `Alarm ${name} already exists and is of another type.`);
    }
    if (known !== undefined) {
        known.definition = input;
        known.updatedAt = now;
        return known;
    }
    const alarm = {
        name,
        arn: arnOf(context, name),
        kind,
        definition: input,
        state: 'INSUFFICIENT_DATA',
        reason: 'Unchecked: Initial alarm creation',
        since: now,
        updatedAt: now,
        judgedAt: 0,
    };
    context.world.alarms.set(name, alarm);
    return alarm;
}
function putMetricAlarm(context, input) {
    if ((0,simulator_context/* listOf */.c3)(input, 'Metrics') !== undefined) {
        throw new service_error/* ServiceError */._('NotImplemented', 'The simulator knows alarms on one metric, not on expressions.', 501);
    }
    for (const member of ['MetricName', 'Namespace']) {
        if ((0,simulator_context/* textOf */.ur)(input, member) === undefined) {
            throw new service_error/* ServiceError */._('ValidationError', `Exactly one of ${member} and Metrics must be given.`);
        }
    }
    put(context, input, 'metric');
    return undefined;
}
function putCompositeAlarm(context, input) {
    parseRule((0,simulator_context/* requiredText */.$4)(input, 'AlarmRule'));
    put(context, input, 'composite');
    return undefined;
}
function turn(context, alarm, state, reason) {
    if (alarm.state === state)
        return;
    alarm.state = state;
    alarm.reason = reason;
    alarm.since = context.now();
}
/** Judges what has new data since it was judged last. Composite alarms come after those that they are made of. */
function judgeAll(context) {
    const alarms = [...context.world.alarms.values()];
    for (const alarm of alarms.filter(({ kind }) => kind === 'metric')) {
        const until = (0,judge_alarm/* judgedUntil */.gl)(context, alarm);
        if (until <= alarm.judgedAt)
            continue;
        alarm.judgedAt = until;
        const judged = (0,judge_alarm/* judgeByData */.po)(context, alarm);
        if (judged !== undefined)
            turn(context, alarm, judged.state, judged.reason);
    }
    const composites = alarms.filter(({ kind }) => kind === 'composite');
    // A composite of composites settles after as many rounds as it is deep.
    for (let round = 0; round < composites.length; round += 1) {
        for (const alarm of composites) {
            const node = parseRule((0,simulator_context/* textOf */.ur)(alarm.definition, 'AlarmRule') ?? '');
            const isAlarm = holds(node, (name) => context.world.alarms.get(name)?.state ?? 'INSUFFICIENT_DATA');
            const reason = `${alarm.arn} transitioned to ${isAlarm ? 'ALARM' : 'OK'} by its rule.`;
            turn(context, alarm, isAlarm ? 'ALARM' : 'OK', reason);
        }
    }
}
function describeAlarms(context, input) {
    judgeAll(context);
    const names = (0,simulator_context/* listOf */.c3)(input, 'AlarmNames')?.map(String);
    const prefix = (0,simulator_context/* textOf */.ur)(input, 'AlarmNamePrefix');
    if (names !== undefined && prefix !== undefined) {
        throw new service_error/* ServiceError */._('ValidationError', 'AlarmNames and AlarmNamePrefix cannot be given together.');
    }
    tooMany(names);
    // Without AlarmTypes only metric alarms come back, also when others are named (API reference, DescribeAlarms).
    const types = ((0,simulator_context/* listOf */.c3)(input, 'AlarmTypes') ?? ['MetricAlarm']).map(String);
    const state = (0,simulator_context/* textOf */.ur)(input, 'StateValue');
    const wanted = [...context.world.alarms.values()]
        .filter(({ name }) => names === undefined || names.includes(name))
        .filter(({ name }) => prefix === undefined || name.startsWith(prefix))
        .filter((alarm) => state === undefined || alarm.state === state)
        .filter(({ kind }) => types.includes(kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm'))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    const { MaxRecords = PAGE.usual } = input;
    const { items, nextToken } = (0,paging/* pageOf */.Z)(wanted, { ...input, MaxRecords }, PAGE.most);
    return {
        MetricAlarms: items.filter(({ kind }) => kind === 'metric').map(shown),
        CompositeAlarms: items.filter(({ kind }) => kind === 'composite').map(shown),
        ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
}
const shown = (alarm) => ({
    ...alarm.definition,
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.updatedAt),
    ActionsEnabled: (0,simulator_context/* flagOf */.iP)(alarm.definition, 'ActionsEnabled') ?? true,
    StateValue: alarm.state,
    StateReason: alarm.reason,
    StateUpdatedTimestamp: new Date(alarm.since),
    StateTransitionedTimestamp: new Date(alarm.since),
});
function tooMany(names) {
    if (names === undefined || names.length <= MOST_NAMES)
        return;
    throw new service_error/* ServiceError */._('ValidationError', `1 validation error detected: Value at 'alarmNames' failed to satisfy constraint: Member must have length less than or equal to ${MOST_NAMES}`);
}
function setAlarmState(context, input) {
    const name = (0,simulator_context/* requiredText */.$4)(input, 'AlarmName');
    const alarm = context.world.alarms.get(name);
    if (alarm === undefined)
        throw new service_error/* ServiceError */._('ResourceNotFound', `Alarm ${name} does not exist.`, 404);
    const state = (0,simulator_context/* requiredText */.$4)(input, 'StateValue');
    if (state !== 'OK' && state !== 'ALARM' && state !== 'INSUFFICIENT_DATA') {
        throw new service_error/* ServiceError */._('ValidationError', `${state} is no state of an alarm.`);
    }
    // What has arrived by now is judged: the state that was set holds until there is more.
    judgeAll(context);
    turn(context, alarm, state, (0,simulator_context/* requiredText */.$4)(input, 'StateReason'));
    return undefined;
}
function deleteAlarms(context, input) {
    const names = ((0,simulator_context/* listOf */.c3)(input, 'AlarmNames') ?? []).map(String);
    tooMany(names);
    for (const name of names)
        context.world.alarms.delete(name);
    return undefined;
}
/** Puts an alarm that was there before. */
function seedAlarm(context, seeded) {
    const { state = 'OK', reason = 'As it was seeded.', ...definition } = seeded;
    const isComposite = (0,simulator_context/* textOf */.ur)(definition, 'AlarmRule') !== undefined;
    const alarm = put(context, definition, isComposite ? 'composite' : 'metric');
    turn(context, alarm, state, reason);
}
/** Sets the changes of the scenario that begins now; those of the one before no longer happen. */
function playAlarms(context) {
    const scenario = context.scenario();
    for (const [name, changes] of Object.entries(scenario.alarms ?? {})) {
        for (const { atSecond = 0, state, reason = 'The scenario says so.' } of changes) {
            const change = () => {
                const alarm = context.world.alarms.get(name);
                if (context.scenario() === scenario && alarm !== undefined)
                    turn(context, alarm, state, reason);
            };
            if (atSecond <= 0)
                change();
            else
                context.timeline.after((0,time/* seconds */.YA)(atSecond), change);
        }
    }
}
const operations = {
    DescribeAlarms: describeAlarms,
    PutMetricAlarm: putMetricAlarm,
    PutCompositeAlarm: putCompositeAlarm,
    SetAlarmState: setAlarmState,
    DeleteAlarms: deleteAlarms,
};
//# sourceMappingURL=alarms.js.map

/***/ }),

/***/ 2595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ makesPoints),
/* harmony export */   Mw: () => (/* binding */ arrivedUntil),
/* harmony export */   XE: () => (/* binding */ pointsOf),
/* harmony export */   jh: () => (/* binding */ knownMetrics)
/* harmony export */ });
/* unused harmony exports balancerDimension, targetGroupDimension */
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);
/** Data points of the metrics that the simulator knows: requests of load balancers, and health of environments. */


const MINUTE = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(1);
/** User guide, "Metrics collection": points of load balancers come in minutes, and are there some time later. */
const USUAL_DELAY = 60;
const REQUEST_METRICS = [
    'RequestCount',
    'HTTPCode_Target_2XX_Count',
    'HTTPCode_Target_3XX_Count',
    'HTTPCode_Target_4XX_Count',
    'HTTPCode_Target_5XX_Count',
    'TargetResponseTime',
];
const isRequestMetric = (name) => REQUEST_METRICS.some((known) => known === name);
/** What classic load balancers call the same (their guide, "CloudWatch metrics"). */
const CLASSIC_METRICS = {
    RequestCount: 'RequestCount',
    HTTPCode_Backend_2XX: 'HTTPCode_Target_2XX_Count',
    HTTPCode_Backend_3XX: 'HTTPCode_Target_3XX_Count',
    HTTPCode_Backend_4XX: 'HTTPCode_Target_4XX_Count',
    HTTPCode_Backend_5XX: 'HTTPCode_Target_5XX_Count',
    Latency: 'TargetResponseTime',
};
/** The request metric that one of either kind of load balancers is; `undefined`: another metric. */
function requestMetricOf({ namespace, name }) {
    if (namespace === 'AWS/ELB')
        return CLASSIC_METRICS[name];
    return namespace === 'AWS/ApplicationELB' && isRequestMetric(name) ? name : undefined;
}
/** The part of an ARN that CloudWatch has in its dimensions (ALB guide, "Metric dimensions"). */
const balancerDimension = (arn) => arn.replace(/^.*:loadbalancer\//, '');
const targetGroupDimension = (arn) => arn.replace(/^.*:(?=targetgroup\/)/, '');
/** Every target group behind an Application Load Balancer, also those without targets, and every classic one. */
function sources({ world }) {
    return [...world.environments.values()].flatMap((environment) => {
        const { loadBalancer } = environment.resources;
        if (loadBalancer?.kind === 'classic')
            return [{ environment, group: 'default', balancer: loadBalancer.name }];
        if (loadBalancer?.kind !== 'application' || loadBalancer.targetGroupName === undefined)
            return [];
        const balancer = balancerDimension(loadBalancer.name);
        const of = (arn, group) => ({
            environment,
            group,
            balancer,
            targetGroup: targetGroupDimension(arn),
        });
        return [of(loadBalancer.targetGroupName, 'default'), of((0,_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .splitTargetGroupOf */ .C0)(environment), 'split')];
    });
}
/** Every combination of metric and dimensions that has ever had a point, for ListMetrics. */
function knownMetrics(context) {
    const found = [];
    for (const { environment, group, balancer, targetGroup } of sources(context)) {
        if (!context.runtime.requestMinutes(environment.id).some((one) => one.group === group))
            continue;
        if (targetGroup === undefined) {
            const dimensions = { LoadBalancerName: balancer };
            found.push(...Object.keys(CLASSIC_METRICS).map((name) => ({ namespace: 'AWS/ELB', name, dimensions })));
            continue;
        }
        for (const name of REQUEST_METRICS) {
            const namespace = 'AWS/ApplicationELB';
            found.push({ namespace, name, dimensions: { LoadBalancer: balancer } });
            found.push({ namespace, name, dimensions: { LoadBalancer: balancer, TargetGroup: targetGroup } });
        }
    }
    for (const { name } of context.world.environments.values()) {
        found.push({ namespace: 'AWS/ElasticBeanstalk', name: 'EnvironmentHealth', dimensions: { EnvironmentName: name } });
    }
    const key = (metric) => JSON.stringify(metric);
    return [...new Map(found.map((metric) => [key(metric), metric])).values()];
}
/** Whether anything of the simulator makes points of this metric; others never have any. */
function makesPoints(context, metric) {
    return (requestMetricOf(metric) !== undefined ||
        (metric.namespace === 'AWS/ElasticBeanstalk' &&
            metric.name === 'EnvironmentHealth' &&
            [...context.world.environments.values()].some(({ name }) => name === metric.dimensions.EnvironmentName)));
}
/** The newest moment whose minute has arrived in CloudWatch. */
const arrivedUntil = (context) => {
    const delay = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(context.scenario().metricDelaySeconds ?? USUAL_DELAY);
    return Math.floor((context.now() - delay) / MINUTE) * MINUTE;
};
/**
 * Points from `from` (inclusive) to `to` (exclusive), one for each period that has data. A period without requests has
 * none, and neither has a minute without a single 5xx one for 5xx: what is missing is not written as zero.
 */
function pointsOf(context, metric, wish) {
    const until = Math.min(wish.to, arrivedUntil(context));
    if (metric.namespace === 'AWS/ElasticBeanstalk')
        return healthPoints(context, metric, { ...wish, to: until });
    const name = requestMetricOf(metric);
    if (name === undefined)
        return [];
    const periods = new Map();
    for (const source of sources(context).filter((one) => isMeant(metric, one))) {
        const { environment, group } = source;
        for (const one of context.runtime.requestMinutes(environment.id)) {
            if (one.group !== group || one.minute < wish.from || one.minute >= until)
                continue;
            const at = Math.floor(one.minute / wish.period) * wish.period;
            periods.set(at, [...(periods.get(at) ?? []), one]);
        }
    }
    return [...periods]
        .sort(([one], [other]) => one - other)
        .flatMap(([at, found]) => {
        const value = statisticOf(name, found, wish.statistic);
        return value === undefined ? [] : [{ at, value }];
    });
}
function isMeant({ namespace, dimensions }, { balancer, targetGroup }) {
    const { LoadBalancer, LoadBalancerName, TargetGroup = targetGroup, ...others } = dimensions;
    const isClassic = targetGroup === undefined;
    // Target groups of further processes: one application answers for all of them (`elbv2/model.ts`).
    const isOfProcess = targetGroup !== undefined && TargetGroup?.startsWith(`${targetGroup.slice(0, -1)}-`) === true;
    return (isClassic === (namespace === 'AWS/ELB') &&
        (isClassic ? LoadBalancerName : LoadBalancer) === balancer &&
        (TargetGroup === targetGroup || isOfProcess) &&
        Object.keys(others).length === 0);
}
function statisticOf(name, found, statistic) {
    if (name === 'TargetResponseTime')
        return latencyOf(found, statistic);
    const digit = /_(\d)XX_/.exec(name)?.[1];
    const count = found.reduce((sum, one) => sum + (digit === undefined ? one.requests : one.statuses[digit]), 0);
    const rounded = Math.round(count);
    if (rounded === 0)
        return undefined;
    // Each request is a sample of 1: all other statistics of a count say 1 (ALB guide: "The most useful statistic is Sum").
    return statistic === 'Sum' || statistic === 'SampleCount' ? rounded : 1;
}
function latencyOf(found, statistic) {
    const samples = found.flatMap(({ latencies }) => latencies).sort((one, other) => one.seconds - other.seconds);
    const count = samples.reduce((sum, one) => sum + one.count, 0);
    if (count === 0)
        return undefined;
    const total = samples.reduce((sum, one) => sum + one.seconds * one.count, 0);
    switch (statistic) {
        case 'Sum':
            return total;
        case 'SampleCount':
            return Math.round(count);
        case 'Average':
            return total / count;
        case 'Minimum':
            return samples[0]?.seconds;
        case 'Maximum':
            return samples.at(-1)?.seconds;
        default: {
            const trimmed = /^TC\((\d+(?:\.\d+)?)?:(\d+(?:\.\d+)?)?\)$/i.exec(statistic);
            if (trimmed !== null)
                return trimmedCount(samples, trimmed[1], trimmed[2]);
            const percent = Number(/^p(\d+(?:\.\d+)?)$/.exec(statistic)?.[1] ?? Number.NaN);
            if (Number.isNaN(percent))
                return undefined;
            let seen = 0;
            for (const sample of samples) {
                seen += sample.count;
                if (seen >= (percent * count) / 100)
                    return sample.seconds;
            }
            return samples.at(-1)?.seconds;
        }
    }
}
/** CloudWatch guide, "Statistics definitions": values above the lower bound, up to and with the upper one. */
function trimmedCount(samples, above, upTo) {
    const [low, high] = [Number(above ?? Number.NEGATIVE_INFINITY), Number(upTo ?? Number.POSITIVE_INFINITY)];
    return samples.filter((one) => one.seconds > low && one.seconds <= high).reduce((sum, one) => sum + one.count, 0);
}
/** Guide, "Publishing Amazon CloudWatch custom metrics for an environment". */
const HEALTH_VALUES = {
    Ok: 0,
    Info: 1,
    Unknown: 5,
    'No Data': 10,
    Warning: 15,
    Degraded: 20,
    Severe: 25,
};
/** Enhanced health only. The history is that of the health agent, minute by minute. */
function healthPoints(context, metric, wish) {
    const name = metric.dimensions.EnvironmentName;
    const environment = [...context.world.environments.values()].find((one) => one.name === name);
    if (environment === undefined || metric.name !== 'EnvironmentHealth')
        return [];
    const periods = new Map();
    for (const [minute, status] of context.healthHistory.get(environment.id) ?? []) {
        const value = HEALTH_VALUES[status];
        if (value === undefined || minute < wish.from || minute >= wish.to)
            continue;
        const at = Math.floor(minute / wish.period) * wish.period;
        periods.set(at, [...(periods.get(at) ?? []), value]);
    }
    return [...periods].map(([at, values]) => ({ at, value: summary(values, wish.statistic) }));
}
function summary(values, statistic) {
    const sum = values.reduce((total, one) => total + one, 0);
    switch (statistic) {
        case 'Sum':
            return sum;
        case 'SampleCount':
            return values.length;
        case 'Minimum':
            return Math.min(...values);
        case 'Average':
            return sum / values.length;
        default:
            return Math.max(...values);
    }
}
//# sourceMappingURL=data-points.js.map

/***/ }),

/***/ 3459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ak: () => (/* binding */ metricOf),
/* harmony export */   gl: () => (/* binding */ judgedUntil),
/* harmony export */   po: () => (/* binding */ judgeByData)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _data_points_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2595);
/** What state an alarm has by its data. User guide, "Alarm evaluation" and "Configuring how alarms treat missing data". */



const metricOf = (input) => ({
    namespace: (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'Namespace') ?? '',
    name: (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'MetricName') ?? '',
    dimensions: Object.fromEntries((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsOf */ .M$)(input, 'Dimensions').map((one) => [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(one, 'Name') ?? '', (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(one, 'Value') ?? ''])),
});
const COMPARISONS = {
    GreaterThanOrEqualToThreshold: ['greater than or equal to', (value, threshold) => value >= threshold],
    GreaterThanThreshold: ['greater than', (value, threshold) => value > threshold],
    LessThanThreshold: ['less than', (value, threshold) => value < threshold],
    LessThanOrEqualToThreshold: ['less than or equal to', (value, threshold) => value <= threshold],
};
/** The end of the newest period that has arrived: an alarm is judged once for each. */
function judgedUntil(context, alarm) {
    const period = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(alarm.definition, 'Period') ?? 60);
    return Math.floor((0,_data_points_js__WEBPACK_IMPORTED_MODULE_2__/* .arrivedUntil */ .Mw)(context) / period) * period;
}
/** `undefined`: it keeps its state, because nobody sends data for its metric here, or the missing data say so. */
function judgeByData(context, alarm) {
    const { definition } = alarm;
    const metric = metricOf(definition);
    const comparison = COMPARISONS[(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(definition, 'ComparisonOperator') ?? ''];
    if (!(0,_data_points_js__WEBPACK_IMPORTED_MODULE_2__/* .makesPoints */ .Jf)(context, metric) || comparison === undefined)
        return undefined;
    const [words, breaches] = comparison;
    const period = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(definition, 'Period') ?? 60);
    const count = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(definition, 'EvaluationPeriods') ?? 1;
    const needed = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(definition, 'DatapointsToAlarm') ?? count;
    const threshold = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(definition, 'Threshold') ?? 0;
    const missing = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(definition, 'TreatMissingData') ?? 'missing';
    const statistic = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(definition, 'Statistic') ?? (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(definition, 'ExtendedStatistic') ?? 'Average';
    const to = judgedUntil(context, alarm);
    const points = (0,_data_points_js__WEBPACK_IMPORTED_MODULE_2__/* .pointsOf */ .XE)(context, metric, { from: to - count * period, to, period, statistic });
    const absent = count - points.length;
    if (points.length === 0 && missing === 'missing') {
        return { state: 'INSUFFICIENT_DATA', reason: `Insufficient Data: ${count} datapoints were unknown.` };
    }
    if (points.length === 0 && missing === 'ignore')
        return undefined;
    const bad = points.filter(({ value }) => breaches(value, threshold)).length + (missing === 'breaching' ? absent : 0);
    const isAlarm = bad >= needed;
    const shown = points
        .toReversed()
        .map(({ at, value }) => `${value} (${dateText(at)})`)
        .join(', ');
    const state = isAlarm ? 'ALARM' : 'OK';
    const reason = `Threshold Crossed: ${bad} out of the last ${count} datapoints [${shown}] ${isAlarm ? 'was' : 'was not'} ${words} the threshold (${threshold}) (minimum ${needed} datapoint${needed === 1 ? '' : 's'} for ${isAlarm ? 'OK -> ALARM' : 'ALARM -> OK'} transition).`;
    return { state, reason };
}
const dateText = (at) => {
    const [date = '', time = ''] = new Date(at).toISOString().split('T');
    const [year = '', month = '', day = ''] = date.split('-');
    return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
};
//# sourceMappingURL=judge-alarm.js.map

/***/ }),

/***/ 2686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ operations)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _paging_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2788);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2402);
/* harmony import */ var _data_points_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2595);
/* harmony import */ var _judge_alarm_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3459);
/** GetMetricData and ListMetrics over the metrics that the simulator itself makes. */






/** API reference, GetMetricData: MaxDatapoints; ListMetrics: 500 metrics in a page. */
const MOST_POINTS = 100_800;
const METRICS_IN_A_PAGE = 500;
function seriesOf(context, query, from, to) {
    const id = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(query, 'Id') ?? '';
    if (!/^[a-z]\w*$/.test(id)) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('ValidationError', `The value ${id} at 'MetricDataQueries' is not a valid Id.`);
    }
    const stat = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(query, 'MetricStat');
    if (stat === undefined) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('NotImplemented', 'The simulator knows MetricStat, not Expression.', 501);
    }
    const metric = (0,_judge_alarm_js__WEBPACK_IMPORTED_MODULE_5__/* .metricOf */ .ak)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(stat, 'Metric') ?? {});
    const length = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(stat, 'Period') ?? 60;
    if (length < 60 || length % 60 !== 0) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('ValidationError', `The period ${length} must be a multiple of 60.`);
    }
    const period = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(length);
    const statistic = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(stat, 'Stat') ?? '';
    // API reference, GetMetricData: the start is rounded down to the period, the end is exclusive.
    const wish = { from: Math.floor(from / period) * period, to, period, statistic };
    return { id, label: (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(query, 'Label') ?? metric.name, points: (0,_data_points_js__WEBPACK_IMPORTED_MODULE_4__/* .pointsOf */ .XE)(context, metric, wish) };
}
function getMetricData(context, input) {
    const [from, to] = [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(input, 'StartTime'), (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(input, 'EndTime')];
    if (from === undefined || to === undefined || from >= to) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
    }
    const isAscending = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'ScanBy') === 'TimestampAscending';
    const series = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsOf */ .M$)(input, 'MetricDataQueries')
        .filter((query) => (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .flagOf */ .iP)(query, 'ReturnData') !== false)
        .map((query) => seriesOf(context, query, from, to));
    const all = series.flatMap(({ id, points }) => {
        const ordered = isAscending ? points : [...points].reverse();
        return ordered.map((point) => ({ id, ...point }));
    });
    const { items, nextToken } = (0,_paging_js__WEBPACK_IMPORTED_MODULE_2__/* .pageOf */ .Z)(all, input, MOST_POINTS, 'MaxDatapoints');
    return {
        MetricDataResults: series.map(({ id, label }) => {
            const own = items.filter((one) => one.id === id);
            return {
                Id: id,
                Label: label,
                Timestamps: own.map(({ at }) => new Date(at)),
                Values: own.map(({ value }) => value),
                StatusCode: nextToken === undefined ? 'Complete' : 'PartialData',
            };
        }),
        Messages: [],
        ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
}
function listMetrics(context, input) {
    const [namespace, name] = [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'Namespace'), (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'MetricName')];
    const wished = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsOf */ .M$)(input, 'Dimensions');
    const fits = (metric) => (namespace === undefined || metric.namespace === namespace) &&
        (name === undefined || metric.name === name) &&
        wished.every((one) => {
            const value = metric.dimensions[(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(one, 'Name') ?? ''];
            return value !== undefined && ((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(one, 'Value') ?? value) === value;
        });
    const { items, nextToken } = (0,_paging_js__WEBPACK_IMPORTED_MODULE_2__/* .pageOf */ .Z)((0,_data_points_js__WEBPACK_IMPORTED_MODULE_4__/* .knownMetrics */ .jh)(context).filter(fits), input, METRICS_IN_A_PAGE);
    return {
        Metrics: items.map((metric) => ({
            Namespace: metric.namespace,
            MetricName: metric.name,
            Dimensions: Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value })),
        })),
        ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
}
const operations = { GetMetricData: getMetricData, ListMetrics: listMetrics };
//# sourceMappingURL=metrics.js.map

/***/ }),

/***/ 9789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   JU: () => (/* binding */ isCluster),
/* harmony export */   L_: () => (/* binding */ requireSameRoles),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   iC: () => (/* binding */ notOfClusters),
/* harmony export */   jd: () => (/* binding */ joinCluster),
/* harmony export */   rb: () => (/* binding */ requireRoles),
/* harmony export */   su: () => (/* binding */ scheduleDeletion),
/* harmony export */   wq: () => (/* binding */ leaveCluster)
/* harmony export */ });
/* unused harmony exports subnetsOf, rolesOf */
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6605);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1527);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2402);
/** Clusters: which environment runs on which, by the set of subnets; how one comes into being and goes again. */





/** AWS guide: deletion is scheduled three hours after the last environment has been terminated. */
const KEPT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .hours */ .c$)(3);
/** How long the deletion takes is not published. */
const DELETED_WITHIN = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(15);
/** The public subnets of the default VPC, which AWS takes when none are named. */
const DEFAULT_SUBNETS = ['subnet-0a0a0a0a0a0a0a0a0', 'subnet-0b0b0b0b0b0b0b0b0', 'subnet-0c0c0c0c0c0c0c0c0'];
const isCluster = ({ tier }) => tier.name === 'Cluster';
/** AWS guide: the order of subnets does not matter. */
function subnetsOf(options) {
    const named = (options[_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS_ENVIRONMENT */ .sF]?.subnets ?? '').split(',').map((subnet) => subnet.trim());
    const subnets = named.filter((subnet) => subnet !== '');
    return [...new Set(subnets.length === 0 ? DEFAULT_SUBNETS : subnets)].sort().join(',');
}
const rolesOf = (options) => ({
    cluster: options[_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS */ .UU]?.['cluster-role'] ?? '',
    node: options[_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS */ .UU]?.['node-role'] ?? '',
    observability: options[_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS_ENVIRONMENT */ .sF]?.['observability-role'] ?? '',
});
/** AWS guide: the three roles are required. The sentence is assumed. */
function requireRoles(options) {
    const { cluster, node, observability } = rolesOf(options);
    const missing = [
        ...(cluster === '' ? [`${_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS */ .UU}: cluster-role`] : []),
        ...(node === '' ? [`${_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS */ .UU}: node-role`] : []),
        ...(observability === '' ? [`${_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_2__/* .EKS_ENVIRONMENT */ .sF}: observability-role`] : []),
    ];
    if (missing.length === 0)
        return;
    throw (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidParameter */ .VL)(`Required option settings are missing for a Cluster environment: ${missing.join(', ')}.`);
}
const clusterOn = ({ world }, subnets) => [...world.clusters.values()].find((cluster) => cluster.subnets === subnets);
/** AWS guide: roles that differ from those registered for the cluster are rejected. The sentence is assumed. */
function requireSameRoles(context, options) {
    const cluster = clusterOn(context, subnetsOf(options));
    if (cluster === undefined)
        return;
    const wanted = rolesOf(options);
    const differing = ['cluster', 'node', 'observability'].filter((role) => wanted[role] !== cluster.roles[role]);
    if (differing.length === 0)
        return;
    const names = differing.map((role) => `${role}-role`).join(', ');
    throw (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidParameter */ .VL)(`The IAM roles in your request (${names}) do not match the roles that are registered for the cluster of these subnets: ${cluster.arn}.`);
}
/** The cluster of these subnets; a new one when there is none. A deletion that was due is called off (AWS guide). */
function joinCluster(context, options) {
    const known = clusterOn(context, subnetsOf(options));
    if (known !== undefined) {
        delete known.emptySince;
        return { cluster: known, isNew: false };
    }
    const { accountId, random, region, world } = context;
    const cluster = {
        arn: `arn:aws:eks:${region}:${accountId}:cluster/beanstalk-cluster-${random.uuid()}`,
        subnets: subnetsOf(options),
        roles: rolesOf(options),
        state: 'creating',
    };
    world.clusters.set(cluster.arn, cluster);
    return { cluster, isNew: true };
}
/** Of the cluster and of the CloudFormation stack that makes it (AWS guide). */
const clusterName = ({ arn }) => arn.slice(arn.lastIndexOf('/') + 1);
/** After the end of an environment: without another one its cluster goes, three hours later. */
function leaveCluster(context, environment) {
    const { environments, clusters } = context.world;
    const cluster = clusters.get(environment.clusterArn ?? '');
    if (cluster === undefined)
        return;
    const isUsed = [...environments.values()].some(({ clusterArn, id, status }) => clusterArn === cluster.arn && id !== environment.id && status !== 'Terminated');
    if (!isUsed)
        scheduleDeletion(context, cluster);
}
function scheduleDeletion(context, cluster) {
    const since = context.now();
    cluster.emptySince = since;
    context.timeline.after(KEPT + (0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .about */ .Cv)(context.random, DELETED_WITHIN), () => {
        if (cluster.emptySince === since)
            context.world.clusters.delete(cluster.arn);
    });
}
/** What somebody has changed in the cluster behind the service's back, while a scenario says so. */
const driftOf = (context, environment) => (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .faultsOf */ .xm)(context, 'cluster-drift').find(({ environment: name }) => name === undefined || name === environment.name)
    ?.change;
/** Of what AWS describes for Standard environments only. */
const notOfClusters = (what) => new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('NotImplemented', `${what} of Cluster environments are not documented, and the simulator does not implement them. See BEHAVIOUR.md.`, 501);
//# sourceMappingURL=cluster.js.map

/***/ }),

/***/ 2558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   JX: () => (/* binding */ requireFitting),
/* harmony export */   Lx: () => (/* binding */ isClosed),
/* harmony export */   SS: () => (/* binding */ isInEcr),
/* harmony export */   hk: () => (/* binding */ addImage),
/* harmony export */   o$: () => (/* binding */ imagesIn),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   v$: () => (/* binding */ inventDigest)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6605);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1527);
/** Container images: what the account's registry holds, and which image a version is. */



/** `registry/repository:tag` or `registry/repository@sha256:…`, or both; without either the tag is `latest`. */
function imageName(uri) {
    const [name = '', digest] = uri.split('@');
    const colon = name.lastIndexOf(':');
    const isTagged = colon > name.lastIndexOf('/');
    const repository = isTagged ? name.slice(0, colon) : name;
    const tag = isTagged ? name.slice(colon + 1) : digest === undefined ? 'latest' : undefined;
    return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
const ECR = /^\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//;
/** The images of a repository, oldest first. */
const imagesIn = ({ world }, repository) => [...world.images.values()].filter((image) => image.repository === repository);
/**
 * The image of this name. What nobody has seeded exists all the same, so that a rehearsal needs no registry: a tag is
 * given a digest when it is first asked for. In a repository with seeded images only what is there is found.
 */
function findImage(context, uri) {
    const { repository, tag, digest } = imageName(uri);
    const there = imagesIn(context, repository);
    const found = there.find((image) => digest === undefined ? image.tags.includes(tag ?? '') : image.digest === digest);
    if (found !== undefined)
        return found;
    if (isClosed(context, repository))
        return undefined;
    return addImage(context, {
        repository,
        tags: tag === undefined ? [] : [tag],
        digest: digest ?? inventDigest(context),
    });
}
/** A seed says what there is: in its repositories, and in a registry of Amazon ECR that it names. */
const isClosed = ({ world }, repository) => [...world.images.values()].some((image) => image.seeded === true &&
    (image.repository === repository || (isInEcr(repository) && hostOf(image.repository) === hostOf(repository))));
const hostOf = (repository) => repository.split('/')[0] ?? '';
const registryOf = (accountId, region) => `${accountId}.dkr.ecr.${region}.amazonaws.com`;
const inventDigest = ({ random }) => `sha256:${(0,_random_js__WEBPACK_IMPORTED_MODULE_2__/* .hexadecimal */ .ay)(random, 64)}`;
/** Puts an image into its registry; its tags leave the images that had them. */
function addImage({ world }, image) {
    for (const other of world.images.values()) {
        if (other.repository !== image.repository)
            continue;
        other.tags = other.tags.filter((tag) => !image.tags.includes(tag));
    }
    world.images.set(`${image.repository}@${image.digest}`, image);
    return image;
}
const isInEcr = (uri) => ECR.test(uri);
/** Refuses to deploy a version to an environment of the other kind. The sentences are assumed. */
function requireFitting(version, environment) {
    const { image, imageBuild, label } = version;
    const isForClusters = image !== undefined || imageBuild !== undefined;
    if (environment.tier.name !== 'Cluster') {
        if (isForClusters) {
            throw (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidParameter */ .VL)(`Application version ${label} is a container image and can only run in a Cluster environment.`);
        }
        return;
    }
    if (!isForClusters && version.sourceBundle !== undefined) {
        throw (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidParameter */ .VL)(`Application version ${label} has no container image and cannot run in a Cluster environment.`);
    }
    // AWS guide: a source-based version is deployable when it is PROCESSED.
    if (imageBuild !== undefined && version.status !== 'PROCESSED') {
        throw (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidParameter */ .VL)(`Application version ${label} is unusable and cannot be used with an environment.`);
    }
    const built = imageBuild?.architecture ?? 'amd64';
    const arch = environment.options[_options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .EKS_ENVIRONMENT */ .sF]?.arch ?? 'amd64';
    if (imageBuild !== undefined && built !== arch) {
        throw (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidParameter */ .VL)(`Application version ${label} is built for ${built}, and the environment runs ${arch}.`);
    }
}
//# sourceMappingURL=image.js.map

/***/ }),

/***/ 5628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ operations)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2402);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2558);
/** The part of Amazon ECR that tells what an image is: BatchGetImage, DescribeImages, DescribeRepositories. */



function requireRepository(context, input) {
    const name = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(input, 'repositoryName');
    const registryId = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(input, 'registryId') ?? context.accountId;
    const uri = `${(0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .registryOf */ .Fv)(registryId, context.region)}/${name}`;
    if ((0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .isClosed */ .Lx)(context, uri) && (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesIn */ .o$)(context, uri).length === 0)
        throw unknownRepository(name, registryId);
    return { name, uri, registryId };
}
const unknownRepository = (name, registryId) => new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('RepositoryNotFoundException', `The repository with name '${name}' does not exist in the registry with id '${registryId}'`);
const wantedOf = (id) => {
    const [tag, digest] = [(0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(id, 'imageTag'), (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(id, 'imageDigest')];
    return { ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
};
/** A digest says it all; a tag beside it must mean the same. */
function lookUp(context, { uri }, { tag, digest }) {
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .findImage */ .F1)(context, digest === undefined ? `${uri}:${tag ?? ''}` : `${uri}@${digest}`);
}
const idOf = ({ tag, digest }) => ({
    ...(digest === undefined ? {} : { imageDigest: digest }),
    ...(tag === undefined ? {} : { imageTag: tag }),
});
function batchGetImage(context, input) {
    const repository = requireRepository(context, input);
    const images = [];
    const failures = [];
    for (const wanted of (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsOf */ .M$)(input, 'imageIds').map(wantedOf)) {
        const problem = failureOf(context, repository, wanted);
        if (problem !== undefined)
            failures.push({ imageId: idOf(wanted), ...problem });
        else
            images.push(imageOf(repository, wanted, lookUp(context, repository, wanted)?.digest ?? ''));
    }
    return { images, failures };
}
function failureOf(context, repository, wanted) {
    if (wanted.tag === undefined && wanted.digest === undefined) {
        return {
            failureCode: 'MissingDigestAndTag',
            failureReason: 'Invalid request parameters: both tag and digest cannot be null',
        };
    }
    if (wanted.digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(wanted.digest)) {
        return {
            failureCode: 'InvalidImageDigest',
            failureReason: 'Invalid request parameters: image digest should satisfy the regex',
        };
    }
    const found = lookUp(context, repository, wanted);
    if (found === undefined)
        return { failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
    if (wanted.digest !== undefined && wanted.tag !== undefined && !found.tags.includes(wanted.tag)) {
        return { failureCode: 'ImageTagDoesNotMatchDigest', failureReason: 'Tag does not match digest' };
    }
    return undefined;
}
const MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
/** The manifest names nothing: nobody here pulls layers. */
const imageOf = ({ name, registryId }, { tag }, imageDigest) => ({
    registryId,
    repositoryName: name,
    imageId: { imageDigest, ...(tag === undefined ? {} : { imageTag: tag }) },
    imageManifest: JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, layers: [] }),
    imageManifestMediaType: MANIFEST,
});
function describeImages(context, input) {
    for (const member of ['nextToken', 'maxResults', 'filter']) {
        if (input[member] === undefined)
            continue;
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('NotImplemented', `The simulator does not know ${member} of ecr:DescribeImages.`, 501);
    }
    const repository = requireRepository(context, input);
    if ((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(input, 'imageIds') === undefined) {
        return { imageDetails: (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesIn */ .o$)(context, repository.uri).map((image) => detailOf(repository, image)) };
    }
    const found = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsOf */ .M$)(input, 'imageIds')
        .map(wantedOf)
        .map((wanted) => {
        const image = lookUp(context, repository, wanted);
        if (image === undefined)
            throw unknownImage(repository, wanted);
        return image;
    });
    return { imageDetails: found.map((image) => detailOf(repository, image)) };
}
const unknownImage = ({ name, registryId }, { tag, digest }) => {
    const quoted = (text) => (text === undefined ? "'null'" : `'${text}'`);
    return new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('ImageNotFoundException', `The image with imageId {imageDigest:${quoted(digest)}, imageTag:${quoted(tag)}} does not exist within the repository with name '${name}' in the registry with id '${registryId}'`);
};
const detailOf = ({ name, registryId }, { digest, tags }) => ({
    registryId,
    repositoryName: name,
    imageDigest: digest,
    ...(tags.length === 0 ? {} : { imageTags: tags }),
    imageManifestMediaType: MANIFEST,
});
function describeRepositories(context, input) {
    const registryId = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(input, 'registryId') ?? context.accountId;
    const registry = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .registryOf */ .Fv)(registryId, context.region);
    const names = ((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(input, 'repositoryNames') ?? []).map(String);
    const known = [...context.world.images.values()]
        .filter(({ repository }) => repository.startsWith(`${registry}/`))
        .map(({ repository }) => repository.slice(registry.length + 1));
    const shown = names.length === 0 ? [...new Set(known)] : names;
    for (const name of shown)
        requireRepository(context, { repositoryName: name, registryId });
    const arn = `arn:aws:ecr:${context.region}:${registryId}:repository`;
    return {
        repositories: shown.map((name) => ({
            registryId,
            repositoryName: name,
            repositoryArn: `${arn}/${name}`,
            repositoryUri: `${registry}/${name}`,
        })),
    };
}
const operations = {
    BatchGetImage: batchGetImage,
    DescribeImages: describeImages,
    DescribeRepositories: describeRepositories,
};
//# sourceMappingURL=registry.js.map

/***/ }),

/***/ 3593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   Ei: () => (/* binding */ requireApplication),
/* harmony export */   L3: () => (/* binding */ requireEnvironment),
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   QC: () => (/* binding */ environmentEvent),
/* harmony export */   Qx: () => (/* binding */ effectiveOptions),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   VF: () => (/* binding */ requireReady),
/* harmony export */   VL: () => (/* binding */ invalidParameter),
/* harmony export */   Xc: () => (/* binding */ applicationEvent),
/* harmony export */   b6: () => (/* binding */ environmentNamed),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   iP: () => (/* binding */ flagOf),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   ur: () => (/* binding */ textOf),
/* harmony export */   xm: () => (/* binding */ faultsOf),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7708);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _options_setting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7751);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2402);
/** What every operation of the model receives, and the ways to look things up and to write events. */




/** Writes an event of an environment, through the scenario's late, duplicate and lost events. */
function environmentEvent(context, environment, text) {
    const now = context.now();
    const event = {
        date: text.fromInstance ? Math.floor(now / 1_000) * 1_000 : now,
        severity: text.severity,
        message: text.message,
        applicationName: environment.applicationName,
        environmentId: environment.id,
        environmentName: environment.name,
        ...(text.requestId === undefined ? {} : { requestId: text.requestId }),
    };
    let delay = 0;
    let copies = 1;
    for (const fault of context.scenario().faults ?? []) {
        if (fault.kind === 'lost-events' && text.message.includes(fault.contains))
            return;
        if (fault.kind === 'duplicate-events' && text.message.includes(fault.contains))
            copies = 2;
        if (fault.kind === 'late-events' && text.message.includes(fault.contains))
            delay = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(fault.seconds);
    }
    const write = () => {
        for (let copy = 0; copy < copies; copy += 1)
            context.events.add(event);
    };
    if (delay === 0)
        write();
    else
        context.timeline.after(delay, write);
}
/** Writes an event of an application or of one of its versions or templates. */
function applicationEvent(context, subject, text) {
    context.events.add({
        date: context.now(),
        severity: text.severity,
        message: text.message,
        ...subject,
        ...(text.requestId === undefined ? {} : { requestId: text.requestId }),
    });
}
// Reading inputs: the wire has parsed them by the SDK's schemas, so a wrong type can only come from a test.
function textOf(input, member) {
    const value = input[member];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function numberOf(input, member) {
    const value = input[member];
    return typeof value === 'number' ? value : undefined;
}
function flagOf(input, member) {
    const value = input[member];
    return typeof value === 'boolean' ? value : undefined;
}
function dateOf(input, member) {
    const value = input[member];
    return value instanceof Date ? value.getTime() : undefined;
}
function listOf(input, member) {
    const value = input[member];
    return Array.isArray(value) ? value : undefined;
}
function recordOf(input, member) {
    const value = input[member];
    return (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) ? value : undefined;
}
const recordsOf = (input, member) => (listOf(input, member) ?? []).filter(_domain_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv);
function requiredText(input, member) {
    const value = textOf(input, member);
    if (value === undefined) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('ValidationError', `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`);
    }
    return value;
}
/** A refusal with the code that nearly every refusal of the service has. */
const invalidParameter = (message) => new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('InvalidParameterValue', message);
function requireApplication(context, name) {
    const application = context.world.applications.get(name);
    if (application === undefined)
        throw invalidParameter(`No Application named '${name}' found.`);
    return application;
}
/** The environment with this name that is not terminated, else `undefined`. Names are unique in a region. */
function environmentNamed(context, name) {
    for (const environment of context.world.environments.values()) {
        if (environment.name === name && environment.status !== 'Terminated')
            return environment;
    }
    return undefined;
}
/** The environment that `EnvironmentId` or `EnvironmentName` means; refuses as the service does. Terminated ones by id only if asked. */
function requireEnvironment(context, input, options = {}) {
    const id = textOf(input, 'EnvironmentId');
    const name = textOf(input, 'EnvironmentName');
    if (id === undefined && name === undefined) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('MissingRequiredParameter', 'Either EnvironmentName or EnvironmentId must be provided.');
    }
    const found = id === undefined ? environmentNamed(context, name ?? '') : context.world.environments.get(id);
    const wrongName = name !== undefined && found !== undefined && found.name !== name;
    const gone = found?.status === 'Terminated' && options.terminatedToo !== true;
    if (found === undefined || wrongName || gone) {
        throw invalidParameter(id === undefined
            ? `No Environment found for EnvironmentName = '${name}'.`
            : `No Environment found for EnvironmentId = '${id}'.`);
    }
    return found;
}
/** Refuses while an operation is open, in the service's words. */
function requireReady(environment) {
    if (environment.status !== 'Ready') {
        throw invalidParameter(`Environment named ${environment.name} is in an invalid state for this operation. Must be Ready.`);
    }
}
/** The value of an option, or what the service takes when nobody has set it. */
function optionValue(environment, namespace, option, fallback) {
    return environment.options[namespace]?.[option] ?? environment.bundleOptions?.[namespace]?.[option] ?? fallback;
}
/** The options in force: those of the bundle below those that were set through the API. */
const effectiveOptions = (environment) => environment.bundleOptions === undefined
    ? environment.options
    : (0,_options_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .layerOptions */ .AT)(environment.bundleOptions, environment.options);
/** Every fault of this kind in the scenario. */
function faultsOf(context, kind) {
    return (context.scenario().faults ?? []).filter((fault) => fault.kind === kind);
}
//# sourceMappingURL=context.js.map

/***/ }),

/***/ 3219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M3: () => (/* binding */ shownRule),
/* harmony export */   sk: () => (/* binding */ shownListener),
/* harmony export */   zU: () => (/* binding */ operations)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _paging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2788);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2402);
/* harmony import */ var _zone_ids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9649);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3977);
/** The reading operations of Elastic Load Balancing. */





/** API reference: PageSize, 1 to 400; 20 resources in one DescribeTags. */
const PAGE = 400;
const MOST_TAGGED = 20;
const VPC = 'vpc-0a1b2c3d4e5f60718';
const named = (input, member) => (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(input, member)?.map(String);
function paged(items, input) {
    const { Marker, ...rest } = input;
    const page = (0,_paging_js__WEBPACK_IMPORTED_MODULE_1__/* .pageOf */ .Z)(items, Marker === undefined ? rest : { ...rest, NextToken: Marker }, PAGE, 'PageSize');
    return { items: page.items, next: page.nextToken === undefined ? {} : { NextMarker: page.nextToken } };
}
function describeLoadBalancers(context, input) {
    const [arns, names] = [named(input, 'LoadBalancerArns'), named(input, 'Names')];
    const all = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .balancersOf */ .BW)(context);
    for (const wished of arns ?? names ?? []) {
        if (all.some(({ arn, name }) => (arns === undefined ? name : arn) === wished))
            continue;
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('LoadBalancerNotFound', `Load balancers '[${wished}]' not found`);
    }
    const found = all.filter(({ arn, name }) => (arns ?? [arn]).includes(arn) && (names ?? [name]).includes(name));
    const { items, next } = paged(found, input);
    return { LoadBalancers: items.map((one) => shownBalancer(context, one)), ...next };
}
const shownBalancer = ({ region }, one) => ({
    LoadBalancerArn: one.arn,
    LoadBalancerName: one.name,
    DNSName: one.dnsName,
    CanonicalHostedZoneId: (0,_zone_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .balancerZone */ .Ns)(region),
    CreatedTime: new Date(one.createdAt),
    Scheme: 'internet-facing',
    VpcId: VPC,
    State: { Code: 'active' },
    Type: one.kind,
    AvailabilityZones: ['a', 'b'].map((zone) => ({ ZoneName: `${region}${zone}`, SubnetId: `subnet-0${zone}` })),
    SecurityGroups: [],
    IpAddressType: one.ipAddressType,
});
function describeListeners(context, input) {
    const [arns, balancerArn] = [named(input, 'ListenerArns'), (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(input, 'LoadBalancerArn')];
    for (const arn of arns ?? [])
        (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .requireListener */ .iw)(context, arn);
    const balancers = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .balancersOf */ .BW)(context).filter(({ arn }) => arn === (balancerArn ?? arn));
    if (balancers.length === 0) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('LoadBalancerNotFound', `Load balancers '[${balancerArn ?? ''}]' not found`);
    }
    const found = balancers.flatMap((balancer) => balancer.listeners.map((listener) => ({ balancer, listener })));
    const { items, next } = paged(found.filter(({ listener }) => (arns ?? [listener.arn]).includes(listener.arn)), input);
    return { Listeners: items.map(({ balancer, listener }) => shownListener(context, balancer, listener)), ...next };
}
const shownListener = (context, balancer, listener) => ({
    ListenerArn: listener.arn,
    LoadBalancerArn: balancer.arn,
    Port: listener.port,
    Protocol: balancer.kind === 'network' ? 'TCP' : listener.port === 443 ? 'HTTPS' : 'HTTP',
    DefaultActions: (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultActionsOf */ .gt)(context, balancer, listener),
});
const defaultRuleArn = (listenerArn) => `${listenerArn.replace(':listener/', ':listener-rule/')}/${'0'.repeat(15)}d`;
const shownRule = (rule) => ({
    RuleArn: rule.arn,
    Priority: String(rule.priority),
    Conditions: rule.conditions,
    Actions: rule.actions,
    IsDefault: false,
});
const defaultRule = (context, balancer, listener) => ({
    RuleArn: defaultRuleArn(listener.arn),
    Priority: 'default',
    Conditions: [],
    Actions: (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultActionsOf */ .gt)(context, balancer, listener),
    IsDefault: true,
});
function defaultRuleAt(context, arn) {
    for (const balancer of (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .balancersOf */ .BW)(context)) {
        const listener = balancer.listeners.find((one) => defaultRuleArn(one.arn) === arn);
        if (listener !== undefined)
            return defaultRule(context, balancer, listener);
    }
    return undefined;
}
function describeRules(context, input) {
    const [arns, listenerArn] = [named(input, 'RuleArns'), (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(input, 'ListenerArn')];
    if (arns !== undefined) {
        const { items, next } = paged(arns.map((arn) => defaultRuleAt(context, arn) ?? shownRule((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .requireRule */ .QU)(context, arn))), input);
        return { Rules: items, ...next };
    }
    if (listenerArn === undefined) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('ValidationError', 'Either RuleArns or ListenerArn must be specified');
    }
    const { balancer, listener } = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .requireListener */ .iw)(context, listenerArn);
    const last = defaultRule(context, balancer, listener);
    const { items, next } = paged([...(0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .rulesOf */ .fD)(context, listenerArn).map(shownRule), last], input);
    return { Rules: items, ...next };
}
function describeTargetGroups(context, input) {
    const [arns, names] = [named(input, 'TargetGroupArns'), named(input, 'Names')];
    const balancerArn = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(input, 'LoadBalancerArn');
    const all = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .targetGroupsOf */ .TT)(context);
    for (const arn of arns ?? [])
        requireGroup(all, arn);
    const found = all
        .filter((one) => (arns ?? [one.arn]).includes(one.arn) && (names ?? [one.name]).includes(one.name))
        .filter((one) => one.balancerArn === (balancerArn ?? one.balancerArn));
    const { items, next } = paged(found, input);
    return {
        TargetGroups: items.map(({ arn, name, port, balancerArn: behind }) => ({
            TargetGroupArn: arn,
            TargetGroupName: name,
            Protocol: 'HTTP',
            Port: port,
            VpcId: VPC,
            TargetType: 'instance',
            LoadBalancerArns: [behind],
        })),
        ...next,
    };
}
function requireGroup(all, arn) {
    const group = all.find((one) => one.arn === arn);
    if (group === undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('TargetGroupNotFound', 'One or more target groups not found');
    return group;
}
function describeAttributes(context, input) {
    const { isSticky } = requireGroup((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .targetGroupsOf */ .TT)(context), (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(input, 'TargetGroupArn'));
    const attributes = { 'stickiness.enabled': String(isSticky), 'stickiness.type': 'lb_cookie' };
    return { Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })) };
}
function describeTargetHealth(context, input) {
    const { environment, group } = requireGroup((0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .targetGroupsOf */ .TT)(context), (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(input, 'TargetGroupArn'));
    return {
        TargetHealthDescriptions: environment.instances
            .filter((one) => one.traffic !== 'none' && one.targetGroup === group)
            .map(({ id }) => ({
            Target: { Id: id, Port: 80 },
            HealthCheckPort: '80',
            TargetHealth: { State: context.runtime.targetHealth(environment.id, id) },
        })),
    };
}
/** Elastic Beanstalk tags what it makes for an environment (guide, "Tagging resources in your environments"). */
function describeTags(context, input) {
    const arns = named(input, 'ResourceArns') ?? [];
    if (arns.length > MOST_TAGGED) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('ValidationError', `At most ${MOST_TAGGED} resources can be described at once`);
    }
    return {
        TagDescriptions: arns.map((arn) => ({
            ResourceArn: arn,
            Tags: Object.entries(tagsOf(context, arn)).map(([Key, Value]) => ({ Key, Value })),
        })),
    };
}
function tagsOf(context, arn) {
    const own = context.world.tags.get(arn) ?? {};
    const of = (environment) => ({
        'elasticbeanstalk:environment-id': environment.id,
        'elasticbeanstalk:environment-name': environment.name,
    });
    const group = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .targetGroupsOf */ .TT)(context).find((one) => one.arn === arn);
    if (group !== undefined)
        return { ...of(group.environment), ...own };
    const balancer = (0,_model_js__WEBPACK_IMPORTED_MODULE_4__/* .balancersOf */ .BW)(context).find((one) => one.arn === arn);
    const [only] = balancer?.environments ?? [];
    if (balancer?.isShared === false && only !== undefined)
        return { ...of(only), ...own };
    if (balancer?.isShared === true) {
        return { 'elasticbeanstalk:shared-elb-environment-count': String(balancer.environments.length), ...own };
    }
    if (balancer !== undefined || context.world.listenerRules.has(arn))
        return own;
    throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('RuleNotFound', `Resource '${arn}' not found`);
}
const operations = {
    DescribeLoadBalancers: describeLoadBalancers,
    DescribeListeners: describeListeners,
    DescribeRules: describeRules,
    DescribeTargetGroups: describeTargetGroups,
    DescribeTargetGroupAttributes: describeAttributes,
    DescribeTargetHealth: describeTargetHealth,
    DescribeTags: describeTags,
};
//# sourceMappingURL=describe.js.map

/***/ }),

/***/ 3977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ balancersOf),
/* harmony export */   QU: () => (/* binding */ requireRule),
/* harmony export */   TT: () => (/* binding */ targetGroupsOf),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gt: () => (/* binding */ defaultActionsOf),
/* harmony export */   iw: () => (/* binding */ requireListener)
/* harmony export */ });
/* harmony import */ var _cluster_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9789);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8151);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2402);
/** Load balancers, listeners and target groups as they follow from the environments and from what is shared. */




const alive = ({ world }) => [...world.environments.values()].filter(({ status, endpoint }) => status !== 'Terminated' && endpoint !== undefined);
function balancersOf(context) {
    const environments = alive(context);
    const shared = [...context.world.balancers.values()].map((one) => ({
        ...one,
        kind: 'application',
        isShared: true,
        ipAddressType: 'ipv4',
        environments: environments.filter(({ resources }) => resources.loadBalancer?.name === one.arn),
    }));
    const own = environments.flatMap((environment) => {
        const { loadBalancer } = environment.resources;
        if (loadBalancer === undefined || loadBalancer.kind === 'classic' || loadBalancer.shared === true)
            return [];
        return [
            {
                arn: loadBalancer.name,
                name: /loadbalancer\/\w+\/([^/]+)\//.exec(loadBalancer.name)?.[1] ?? '',
                dnsName: environment.endpoint ?? '',
                kind: loadBalancer.kind,
                createdAt: environment.dateCreated,
                // AWS guide: port 80 of a Cluster environment is closed.
                listeners: [{ arn: loadBalancer.listenerName, port: (0,_cluster_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .isCluster */ .JU)(environment) ? 443 : 80 }],
                isShared: false,
                ipAddressType: (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(environment, 'aws:elbv2:loadbalancer', 'IpAddressType', 'ipv4'),
                environments: [environment],
            },
        ];
    });
    return [...shared, ...own];
}
function targetGroupsOf(context) {
    return alive(context).flatMap((environment) => {
        const { loadBalancer } = environment.resources;
        const arn = loadBalancer?.targetGroupName;
        if (loadBalancer === undefined || arn === undefined)
            return [];
        const of = (own, group, process = 'default') => ({
            arn: own,
            name: /targetgroup\/([^/]+)\//.exec(own)?.[1] ?? '',
            balancerArn: loadBalancer.name,
            environment,
            group,
            port: Number((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(environment, `${PROCESSES}${process}`, 'Port', '80')),
            isSticky: (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(environment, `${PROCESSES}${process}`, 'StickinessEnabled', 'false') === 'true',
        });
        const isSplit = environment.splitPercent > 0 || environment.instances.some((one) => one.targetGroup === 'split');
        return [
            of(arn, 'default'),
            ...(isSplit ? [of((0,_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .splitTargetGroupOf */ .C0)(environment), 'split')] : []),
            ...otherProcesses(environment).map((process) => of(`${arn.slice(0, -1)}-${process}`, 'default', process)),
        ];
    });
}
/** Guide, `aws:elasticbeanstalk:environment:process:<name>`: a target group for each. Here one application answers for all. */
const PROCESSES = 'aws:elasticbeanstalk:environment:process:';
const otherProcesses = (environment) => Object.keys((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveOptions */ .Qx)(environment))
    .filter((namespace) => namespace.startsWith(PROCESSES) && namespace !== `${PROCESSES}default`)
    .map((namespace) => namespace.slice(PROCESSES.length));
function requireListener(context, arn) {
    for (const balancer of balancersOf(context)) {
        const listener = balancer.listeners.find((one) => one.arn === arn);
        if (listener !== undefined)
            return { balancer, listener };
    }
    throw new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('ListenerNotFound', `One or more listeners not found`);
}
function requireRule(context, arn) {
    const rule = context.world.listenerRules.get(arn);
    if (rule === undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._('RuleNotFound', 'One or more rules not found');
    return rule;
}
/** Rules of a listener in the order in which they are tried, without the default one. */
const rulesOf = ({ world }, listenerArn) => [...world.listenerRules.values()]
    .filter((rule) => rule.listenerArn === listenerArn)
    .sort((one, other) => one.priority - other.priority);
/** What happens to a request that no rule fits: what ModifyListener has said, else what the maker of the listener has. */
function defaultActionsOf(context, balancer, listener) {
    const set = context.world.defaultActions.get(listener.arn);
    if (set !== undefined)
        return set;
    const [environment] = balancer.environments;
    if (balancer.isShared || environment === undefined) {
        const FixedResponseConfig = { StatusCode: '404', ContentType: 'text/plain', MessageBody: '' };
        return [{ Type: 'fixed-response', Order: 1, FixedResponseConfig }];
    }
    const groups = targetGroupsOf(context).filter((one) => one.environment === environment);
    const { splitPercent } = environment;
    const TargetGroups = groups.map(({ arn, group }) => ({
        TargetGroupArn: arn,
        Weight: groups.length === 1 ? 1 : group === 'split' ? splitPercent : 100 - splitPercent,
    }));
    const [only, ...others] = TargetGroups;
    return [
        {
            Type: 'forward',
            ...(only !== undefined && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
            ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: { Enabled: false } },
        },
    ];
}
//# sourceMappingURL=model.js.map

/***/ }),

/***/ 6728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ operations)
/* harmony export */ });
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3219);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7581);


const operations = { ..._describe_js__WEBPACK_IMPORTED_MODULE_0__/* .operations */ .zU, ..._rules_js__WEBPACK_IMPORTED_MODULE_1__/* .operations */ .zU };
//# sourceMappingURL=operations.js.map

/***/ }),

/***/ 7581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b0: () => (/* binding */ addEnvironmentRule),
  D_: () => (/* binding */ createRule),
  zU: () => (/* binding */ operations),
  V4: () => (/* binding */ removeEnvironmentRules),
  VD: () => (/* binding */ swapHostRules)
});

// EXTERNAL MODULE: ./lib/simulator/context.js
var simulator_context = __webpack_require__(3593);
// EXTERNAL MODULE: ./lib/simulator/random.js
var simulator_random = __webpack_require__(1527);
// EXTERNAL MODULE: ./lib/simulator/service-error.js
var service_error = __webpack_require__(2402);
// EXTERNAL MODULE: ./lib/simulator/elbv2/describe.js
var describe = __webpack_require__(3219);
// EXTERNAL MODULE: ./lib/simulator/elbv2/model.js
var model = __webpack_require__(3977);
;// CONCATENATED MODULE: ./lib/simulator/elbv2/rule-members.js
/** Conditions and actions of listener rules: checked, and completed as DescribeRules answers them. API reference, CreateRule. */



/** ALB guide, "Quotas": target groups in a forward action; weights are 0 to 999, sticky for up to a week. */
const MOST_GROUPS = 5;
const MOST_WEIGHT = 999;
const LONGEST_STICKINESS = 604_800;
const validation = (message) => new service_error/* ServiceError */._('ValidationError', message);
const CONFIGS = {
    'host-header': 'HostHeaderConfig',
    'path-pattern': 'PathPatternConfig',
    'http-header': 'HttpHeaderConfig',
};
/** Only what the simulated load balancer can tell apart; other fields are refused by name. */
function readConditions(given) {
    if (given.length === 0)
        throw validation('A condition must be specified');
    return given.map((condition) => {
        const field = (0,simulator_context/* textOf */.ur)(condition, 'Field') ?? '';
        const member = CONFIGS[field];
        if (member === undefined) {
            throw new service_error/* ServiceError */._('NotImplemented', `The simulator does not know the condition ${field}.`, 501);
        }
        const config = (0,simulator_context/* recordOf */.zv)(condition, member) ?? {};
        const values = ((0,simulator_context/* listOf */.c3)(config, 'Values') ?? (0,simulator_context/* listOf */.c3)(condition, 'Values') ?? []).map(String);
        if (values.length === 0)
            throw validation(`A condition value must be specified`);
        if (field === 'http-header') {
            const name = (0,simulator_context/* textOf */.ur)(config, 'HttpHeaderName');
            if (name === undefined)
                throw validation(`A header name must be specified`);
            return { Field: field, [member]: { HttpHeaderName: name, Values: values } };
        }
        return { Field: field, Values: values, [member]: { Values: values } };
    });
}
const FINAL = ['forward', 'redirect', 'fixed-response'];
const BEFORE = ['authenticate-oidc', 'authenticate-cognito', 'jwt-validation'];
/** The last action decides; what comes before it is kept as it is. */
function readActions(context, balancer, given, before = []) {
    const sorted = [...given].sort((one, other) => ((0,simulator_context/* numberOf */.rl)(one, 'Order') ?? 1) - ((0,simulator_context/* numberOf */.rl)(other, 'Order') ?? 1));
    if (sorted.length === 0)
        throw validation('At least one action must be specified');
    return sorted.map((action, index) => {
        const type = (0,simulator_context/* textOf */.ur)(action, 'Type') ?? '';
        const isLast = index === sorted.length - 1;
        if (!(isLast ? FINAL : BEFORE).includes(type)) {
            throw new service_error/* ServiceError */._('InvalidLoadBalancerAction', 'The last action must be a forward, redirect or fixed-response action, and only the last one.');
        }
        const read = type === 'forward' ? readForward(context, balancer, action) : readOther(action, before);
        return sorted.length === 1 ? read : { ...read, Order: index + 1 };
    });
}
/**
 * API reference, AuthenticateOidcActionConfig: a secret is needed, or the one that is there already is named; answers hold
 * neither.
 */
function readOther(action, before) {
    const oidc = (0,simulator_context/* recordOf */.zv)(action, 'AuthenticateOidcConfig');
    if (oidc === undefined)
        return action;
    const { ClientSecret, UseExistingClientSecret, ...told } = oidc;
    const hasSecret = before.some((one) => (0,simulator_context/* recordOf */.zv)(one, 'AuthenticateOidcConfig')?.ClientId === told.ClientId);
    if (ClientSecret === undefined && !(UseExistingClientSecret === true && hasSecret)) {
        throw new service_error/* ServiceError */._('InvalidLoadBalancerAction', 'A client secret must be specified');
    }
    return { ...action, AuthenticateOidcConfig: told };
}
function readForward(context, balancer, action) {
    const single = (0,simulator_context/* textOf */.ur)(action, 'TargetGroupArn');
    const config = (0,simulator_context/* recordOf */.zv)(action, 'ForwardConfig');
    const tuples = config === undefined ? [] : (0,simulator_context/* recordsOf */.M$)(config, 'TargetGroups');
    const groups = (tuples.length > 0 ? tuples : [{ TargetGroupArn: single }]).map((tuple) => ({
        TargetGroupArn: (0,simulator_context/* textOf */.ur)(tuple, 'TargetGroupArn') ?? '',
        Weight: (0,simulator_context/* numberOf */.rl)(tuple, 'Weight') ?? 1,
    }));
    if (single !== undefined && (groups.length > 1 || groups[0]?.TargetGroupArn !== single)) {
        throw validation('TargetGroupArn and ForwardConfig must name the same, single target group');
    }
    if (groups.length > MOST_GROUPS) {
        throw new service_error/* ServiceError */._('TooManyTargetGroups', `An action may have at most ${MOST_GROUPS} target groups`);
    }
    const known = (0,model/* targetGroupsOf */.TT)(context);
    for (const { TargetGroupArn, Weight } of groups) {
        const found = known.find(({ arn }) => arn === TargetGroupArn);
        if (found === undefined) {
            throw new service_error/* ServiceError */._('TargetGroupNotFound', `Target groups '${TargetGroupArn}' not found`);
        }
        // A target group serves one load balancer (ALB guide, "Quotas").
        if (found.balancerArn !== balancer.arn) {
            throw new service_error/* ServiceError */._('TargetGroupAssociationLimit', `The following target groups cannot be associated with more than one load balancer: ${TargetGroupArn}`);
        }
        if (!Number.isInteger(Weight) || Weight < 0 || Weight > MOST_WEIGHT) {
            throw validation(`The weight ${Weight} must be between 0 and ${MOST_WEIGHT}`);
        }
    }
    const [only, ...others] = groups;
    return {
        Type: 'forward',
        ...(only !== undefined && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
        ForwardConfig: { TargetGroups: groups, TargetGroupStickinessConfig: stickiness(config) },
    };
}
function stickiness(config) {
    const given = config === undefined ? undefined : (0,simulator_context/* recordOf */.zv)(config, 'TargetGroupStickinessConfig');
    if (given === undefined || (0,simulator_context/* flagOf */.iP)(given, 'Enabled') !== true)
        return { Enabled: false };
    const length = (0,simulator_context/* numberOf */.rl)(given, 'DurationSeconds');
    if (length === undefined || length < 1 || length > LONGEST_STICKINESS) {
        throw validation(`DurationSeconds must be between 1 and ${LONGEST_STICKINESS}`);
    }
    return { Enabled: true, DurationSeconds: length };
}
//# sourceMappingURL=rule-members.js.map
// EXTERNAL MODULE: ./lib/simulator/elbv2/steer.js
var steer = __webpack_require__(4413);
;// CONCATENATED MODULE: ./lib/simulator/elbv2/rules.js
/** The writing operations of Elastic Load Balancing: rules, and the default action of a listener. */







/** ALB guide, "Quotas": rules of a load balancer, and API reference, CreateRule: Priority. */
const MOST_RULES = 100;
const LAST_PRIORITY = 50_000;
const ruleArn = ({ random }, listenerArn) => `${listenerArn.replace(':listener/', ':listener-rule/')}/${(0,simulator_random/* hexadecimal */.ay)(random, 16)}`;
function requirePriority(context, listenerArn, priority) {
    if (!Number.isInteger(priority) || priority < 1 || priority > LAST_PRIORITY) {
        throw new service_error/* ServiceError */._('ValidationError', `Priority must be between 1 and ${LAST_PRIORITY}`);
    }
    if ((0,model/* rulesOf */.fD)(context, listenerArn).some((rule) => rule.priority === priority)) {
        throw new service_error/* ServiceError */._('PriorityInUse', `Priority '${priority}' is currently in use`);
    }
}
function requireApplicationBalancer(balancer) {
    if (balancer.kind === 'application')
        return;
    throw new service_error/* ServiceError */._('InvalidConfigurationRequest', 'Rules are for Application Load Balancers');
}
function createRule(context, input) {
    const listenerArn = (0,simulator_context/* requiredText */.$4)(input, 'ListenerArn');
    const { balancer } = (0,model/* requireListener */.iw)(context, listenerArn);
    requireApplicationBalancer(balancer);
    const priority = (0,simulator_context/* numberOf */.rl)(input, 'Priority') ?? 0;
    requirePriority(context, listenerArn, priority);
    if (balancer.listeners.flatMap(({ arn }) => (0,model/* rulesOf */.fD)(context, arn)).length >= MOST_RULES) {
        throw new service_error/* ServiceError */._('TooManyRules', `The load balancer has ${MOST_RULES} rules already`);
    }
    const rule = {
        arn: ruleArn(context, listenerArn),
        listenerArn,
        priority,
        conditions: readConditions((0,simulator_context/* recordsOf */.M$)(input, 'Conditions')),
        actions: readActions(context, balancer, (0,simulator_context/* recordsOf */.M$)(input, 'Actions')),
    };
    context.world.listenerRules.set(rule.arn, rule);
    const tags = (0,simulator_context/* recordsOf */.M$)(input, 'Tags').map((tag) => [(0,simulator_context/* textOf */.ur)(tag, 'Key') ?? '', (0,simulator_context/* textOf */.ur)(tag, 'Value') ?? '']);
    if (tags.length > 0)
        context.world.tags.set(rule.arn, Object.fromEntries(tags));
    (0,steer/* steer */.e)(context);
    return { Rules: [(0,describe/* shownRule */.M3)(rule)] };
}
/** Replaces what is given, whole; what is not given stays. */
function modifyRule(context, input) {
    const rule = (0,model/* requireRule */.QU)(context, (0,simulator_context/* requiredText */.$4)(input, 'RuleArn'));
    const { balancer } = (0,model/* requireListener */.iw)(context, rule.listenerArn);
    const [conditions, actions] = [(0,simulator_context/* recordsOf */.M$)(input, 'Conditions'), (0,simulator_context/* recordsOf */.M$)(input, 'Actions')];
    const read = {
        conditions: conditions.length === 0 ? rule.conditions : readConditions(conditions),
        actions: actions.length === 0 ? rule.actions : readActions(context, balancer, actions, rule.actions),
    };
    Object.assign(rule, read);
    (0,steer/* steer */.e)(context);
    return { Rules: [(0,describe/* shownRule */.M3)(rule)] };
}
function deleteRule(context, input) {
    const rule = (0,model/* requireRule */.QU)(context, (0,simulator_context/* requiredText */.$4)(input, 'RuleArn'));
    context.world.listenerRules.delete(rule.arn);
    context.world.tags.delete(rule.arn);
    (0,steer/* steer */.e)(context);
    return {};
}
function modifyListener(context, input) {
    const { balancer, listener } = (0,model/* requireListener */.iw)(context, (0,simulator_context/* requiredText */.$4)(input, 'ListenerArn'));
    for (const member of ['Port', 'Protocol', 'Certificates', 'SslPolicy', 'AlpnPolicy', 'MutualAuthentication']) {
        if (input[member] !== undefined) {
            throw new service_error/* ServiceError */._('NotImplemented', `The simulator changes no ${member} of a listener.`, 501);
        }
    }
    requireApplicationBalancer(balancer);
    const actions = (0,simulator_context/* recordsOf */.M$)(input, 'DefaultActions');
    if (actions.length > 0)
        context.world.defaultActions.set(listener.arn, readActions(context, balancer, actions));
    (0,steer/* steer */.e)(context);
    return { Listeners: [(0,describe/* shownListener */.sk)(context, balancer, listener)] };
}
/**
 * The rule that Elastic Beanstalk makes on a shared load balancer: the host is the environment's CNAME, on port 80, behind
 * every rule that is there (guide, "Configuring a shared Application Load Balancer").
 */
function addEnvironmentRule(context, environment) {
    const { loadBalancer } = environment.resources;
    if (loadBalancer?.shared !== true || environment.cname === undefined)
        return;
    const listenerArn = loadBalancer.listenerName;
    const existing = (0,model/* rulesOf */.fD)(context, listenerArn);
    if (existing.some(({ environmentId }) => environmentId === environment.id))
        return;
    const { balancer } = (0,model/* requireListener */.iw)(context, listenerArn);
    const rule = {
        arn: ruleArn(context, listenerArn),
        listenerArn,
        priority: (existing.at(-1)?.priority ?? 0) + 1,
        conditions: readConditions([{ Field: 'host-header', Values: [environment.cname] }]),
        actions: readActions(context, balancer, [{ Type: 'forward', TargetGroupArn: loadBalancer.targetGroupName }]),
        environmentId: environment.id,
    };
    context.world.listenerRules.set(rule.arn, rule);
}
/** What Elastic Beanstalk has made goes with the environment; rules of others stay, and lead to nobody. */
function removeEnvironmentRules({ world }, environment) {
    for (const rule of [...world.listenerRules.values()]) {
        const own = rule.listenerArn === environment.resources.loadBalancer?.listenerName && !isShared(environment);
        if (rule.environmentId === environment.id || own)
            world.listenerRules.delete(rule.arn);
    }
}
const isShared = ({ resources }) => resources.loadBalancer?.shared === true;
/** Only when a scenario says so: whether the service does it is not documented. */
function swapHostRules({ world }, one, other) {
    for (const rule of world.listenerRules.values()) {
        const owner = [one, other].find(({ id }) => id === rule.environmentId);
        if (owner?.cname !== undefined) {
            rule.conditions = readConditions([{ Field: 'host-header', Values: [owner.cname] }]);
        }
    }
}
const operations = {
    CreateRule: createRule,
    ModifyRule: modifyRule,
    DeleteRule: deleteRule,
    ModifyListener: modifyListener,
};
//# sourceMappingURL=rules.js.map

/***/ }),

/***/ 2679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ addSharedBalancer),
/* harmony export */   p: () => (/* binding */ sharedBalancerOf)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1527);
/** Shared load balancers: how they come into the world, and how an environment finds the one that it asked for. */


/** Makes one as a person would have made it beforehand: a listener on port 80 that answers 404 by itself. */
function addSharedBalancer(context, name) {
    const known = [...context.world.balancers.values()].find((one) => one.name === name);
    if (known !== undefined)
        return known;
    const { random, region, accountId } = context;
    const path = `app/${name}/${(0,_random_js__WEBPACK_IMPORTED_MODULE_1__/* .hexadecimal */ .ay)(random, 16)}`;
    const prefix = `arn:aws:elasticloadbalancing:${region}:${accountId}`;
    const balancer = {
        arn: `${prefix}:loadbalancer/${path}`,
        name,
        dnsName: `${name.toLowerCase()}-${100_000_000 + Math.floor(random.next() * 900_000_000)}.${region}.elb.amazonaws.com`,
        createdAt: context.now(),
        listeners: [{ arn: `${prefix}:listener/${path}/${(0,_random_js__WEBPACK_IMPORTED_MODULE_1__/* .hexadecimal */ .ay)(random, 16)}`, port: 80 }],
    };
    context.world.balancers.set(balancer.arn, balancer);
    return balancer;
}
/** The one that these options name; `undefined` when the environment has a load balancer of its own. */
function sharedBalancerOf(context, options) {
    if (options['aws:elasticbeanstalk:environment']?.LoadBalancerIsShared !== 'true')
        return undefined;
    const arn = options['aws:elbv2:loadbalancer']?.SharedLoadBalancer ?? '';
    const balancer = context.world.balancers.get(arn);
    if (balancer === undefined)
        throw (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidParameter */ .VL)(`Load balancer '${arn}' does not exist.`);
    return balancer;
}
//# sourceMappingURL=shared.js.map

/***/ }),

/***/ 4413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ steer)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3977);
/** Tells the runtime how the load balancers with rules route, whenever a rule or an environment behind one has changed. */


/** An environment's own load balancer without a rule of anybody's needs no telling: all requests are the environment's. */
function steer(context) {
    context.runtime.balance((0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .balancersOf */ .BW)(context)
        .filter(({ kind }) => kind === 'application')
        .flatMap((balancer) => routingOf(context, balancer)));
}
function routingOf(context, balancer) {
    const listener = balancer.listeners.find(({ port }) => port === 80);
    if (listener === undefined)
        return [];
    const rules = (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOf */ .fD)(context, listener.arn);
    const isChanged = rules.length > 0 || context.world.defaultActions.has(listener.arn);
    if (!balancer.isShared && !isChanged)
        return [];
    const last = {
        conditions: [],
        isOwn: !context.world.defaultActions.has(listener.arn),
        action: actionOf(context, (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultActionsOf */ .gt)(context, balancer, listener)),
    };
    return [
        {
            arn: balancer.arn,
            environmentIds: balancer.environments.map(({ id }) => id),
            besideIds: besideOf(context, balancer, rules),
            rules: [
                ...rules.map((rule) => ({
                    conditions: rule.conditions.map(conditionOf),
                    isOwn: rule.environmentId !== undefined,
                    action: actionOf(context, rule.actions),
                })),
                last,
            ],
        },
    ];
}
/** Environments that users' own rules leave out, while they lead to another of the same application. */
function besideOf(context, { environments }, rules) {
    const led = new Set(rules
        .filter(({ environmentId, conditions }) => environmentId === undefined && !isNarrow(conditions))
        .flatMap(({ actions }) => {
        const action = actionOf(context, actions);
        return action.kind === 'forward' ? action.targets.flatMap(({ environmentId }) => environmentId ?? []) : [];
    }));
    const applications = environments.filter(({ id }) => led.has(id)).map(({ applicationName }) => applicationName);
    return environments
        .filter(({ id, applicationName }) => !led.has(id) && applications.includes(applicationName))
        .map(({ id }) => id);
}
/** A rule for a header is a way in for few, not where the users come from. */
const isNarrow = (conditions) => conditions.some((condition) => (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(condition, 'Field') === 'http-header');
function conditionOf(condition) {
    const header = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(condition, 'HttpHeaderConfig');
    const values = ((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(header ?? condition, 'Values') ?? []).map(String);
    if (header !== undefined)
        return { on: 'header', name: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(header, 'HttpHeaderName') ?? '', values };
    return { on: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(condition, 'Field') === 'path-pattern' ? 'path' : 'host', values };
}
function actionOf(context, actions) {
    const action = actions.at(-1) ?? {};
    const fixed = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(action, 'FixedResponseConfig');
    if (fixed !== undefined) {
        return {
            kind: 'fixed',
            status: Number((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(fixed, 'StatusCode') ?? 503),
            contentType: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(fixed, 'ContentType') ?? 'text/plain',
            body: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(fixed, 'MessageBody') ?? '',
        };
    }
    const redirect = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(action, 'RedirectConfig');
    if (redirect !== undefined) {
        const part = (name, otherwise) => (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(redirect, name) ?? otherwise;
        const location = `${part('Protocol', '#{protocol}')}://${part('Host', '#{host}')}:${part('Port', '#{port}')}${part('Path', '/#{path}')}?${part('Query', '#{query}')}`;
        return { kind: 'redirect', status: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(redirect, 'StatusCode') === 'HTTP_301' ? 301 : 302, location };
    }
    const config = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(action, 'ForwardConfig') ?? {};
    const groups = (0,_model_js__WEBPACK_IMPORTED_MODULE_1__/* .targetGroupsOf */ .TT)(context);
    const sticky = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(config, 'TargetGroupStickinessConfig') ?? {};
    const length = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(sticky, 'DurationSeconds');
    return {
        kind: 'forward',
        targets: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsOf */ .M$)(config, 'TargetGroups').map((tuple) => {
            const group = groups.find(({ arn }) => arn === (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(tuple, 'TargetGroupArn'));
            const weight = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(tuple, 'Weight') ?? 1;
            return { ...(group === undefined ? {} : { environmentId: group.environment.id }), weight };
        }),
        ...((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .flagOf */ .iP)(sticky, 'Enabled') === true && length !== undefined ? { stickySeconds: length } : {}),
    };
}
//# sourceMappingURL=steer.js.map

/***/ }),

/***/ 846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ isEnhanced),
/* harmony export */   BM: () => (/* binding */ endInstance),
/* harmony export */   Dj: () => (/* binding */ launchInstance),
/* harmony export */   Jh: () => (/* binding */ terminateInstance),
/* harmony export */   KM: () => (/* binding */ announceAdded),
/* harmony export */   NE: () => (/* binding */ hasLoadBalancer),
/* harmony export */   PA: () => (/* binding */ isServing),
/* harmony export */   Xi: () => (/* binding */ isLeaving),
/* harmony export */   ZF: () => (/* binding */ deregistrationDelaySeconds),
/* harmony export */   Ze: () => (/* binding */ drain),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   fw: () => (/* binding */ applyRouting),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   rX: () => (/* binding */ activeInstances)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _cluster_cluster_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9789);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3593);
/* harmony import */ var _options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6605);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1527);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8151);
/** The instances of an environment: launched, put behind the load balancer and taken out, terminated. */






/** Auto Scaling takes it, or it is gone: nothing is expected of it any longer. */
const isLeaving = ({ lifecycle }) => lifecycle === 'Terminating';
/** Instances that belong to the environment and are not on their way out. */
const activeInstances = (environment) => environment.instances.filter((instance) => !isLeaving(instance));
const hasLoadBalancer = (environment) => (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .loadBalancerKind */ .dM)(environment) !== 'none';
/** A new instance without any application. It becomes `InService` when its first command begins. */
function launchInstance(context, environment, place) {
    const zone = 'abc'[environment.instances.length % 3] ?? 'a';
    const types = (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, 'aws:ec2:instances', 'InstanceTypes', '').split(',')[0]?.trim();
    const instance = {
        id: (0,_random_js__WEBPACK_IMPORTED_MODULE_5__/* .instanceId */ .D)(context.random),
        launchedAt: context.now(),
        availabilityZone: `${context.region}${zone}`,
        instanceType: types || (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, 'aws:autoscaling:launchconfiguration', 'InstanceType', 't3.micro'),
        ...place,
        lifecycle: 'Pending',
        traffic: 'none',
        deployment: undefined,
        runs: undefined,
        health: { status: 'Pending', causes: [], since: context.now() },
        passedChecks: 0,
        failingSince: undefined,
    };
    environment.instances.push(instance);
    context.runtime.launch({
        instanceId: instance.id,
        environmentId: environment.id,
        environmentName: environment.name,
    });
    return instance;
}
/** Ends an instance. Health has forgotten it some time later: `announceRemoved` writes the event then. */
function terminateInstance(context, environment, instance) {
    instance.lifecycle = 'Terminating';
    instance.traffic = 'none';
    environment.instances = environment.instances.filter((other) => other !== instance);
    applyRouting(context, environment);
    context.runtime.terminate(instance.id);
}
/** Ends an instance, unless somebody was quicker, and lets its event follow. */
function endInstance(context, environment, instance) {
    if (!environment.instances.includes(instance))
        return;
    terminateInstance(context, environment, instance);
    announceRemoved(context, environment, instance);
}
/** Puts instances behind the load balancer; their count of passed checks starts again. */
function register(context, environment, instances) {
    for (const instance of instances.filter((one) => !isLeaving(one))) {
        instance.traffic = 'registered';
        instance.passedChecks = 0;
    }
    applyRouting(context, environment);
}
/** Lets instances finish the requests they have and gives them no new ones. */
function drain(context, environment, instances) {
    for (const instance of instances)
        if (instance.traffic === 'registered')
            instance.traffic = 'draining';
    applyRouting(context, environment);
}
/** The end of draining: the instances are out of the load balancer. */
function release(context, environment, instances) {
    for (const instance of instances)
        if (instance.traffic === 'draining')
            instance.traffic = 'none';
    applyRouting(context, environment);
}
const PROCESS = 'aws:elasticbeanstalk:environment:process:default';
const processOption = (environment, option, fallback) => (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, PROCESS, option, fallback);
const deregistrationDelaySeconds = (environment) => (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .loadBalancerKind */ .dM)(environment) === 'classic'
    ? Number((0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, 'aws:elb:policies', 'ConnectionDrainingTimeout', '20'))
    : Number(processOption(environment, 'DeregistrationDelay', '20'));
/** Tells the runtime how the environment's entrance routes now. Workers have none. */
function applyRouting(context, environment) {
    if (environment.endpoint === undefined)
        return;
    const targets = [];
    for (const { id, traffic, targetGroup } of environment.instances) {
        if (traffic !== 'none')
            targets.push({ instanceId: id, group: targetGroup, state: traffic });
    }
    context.runtime.route({
        environmentId: environment.id,
        targets,
        splitPercent: environment.splitPercent,
        healthCheck: (0,_cluster_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .isCluster */ .JU)(environment)
            ? clusterHealthCheck(environment)
            : {
                path: (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, 'aws:elasticbeanstalk:application', 'Application Healthcheck URL', '') ||
                    processOption(environment, 'HealthCheckPath', '/'),
                intervalSeconds: Number(processOption(environment, 'HealthCheckInterval', '15')),
                healthyThreshold: Number(processOption(environment, 'HealthyThresholdCount', '3')),
                unhealthyThreshold: Number(processOption(environment, 'UnhealthyThresholdCount', '5')),
                timeoutSeconds: Number(processOption(environment, 'HealthCheckTimeout', '5')),
            },
        deregistrationDelaySeconds: deregistrationDelaySeconds(environment),
    });
}
/** Of the target group in front of pods (AWS guide, options of `aws:elasticbeanstalk:eks:alb`). */
function clusterHealthCheck(environment) {
    const option = (name, fallback) => (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, _options_catalogue_cluster_js__WEBPACK_IMPORTED_MODULE_3__/* .EKS_ALB */ .YJ, name, fallback);
    return {
        path: option('healthcheck-path', '/'),
        intervalSeconds: Number(option('healthcheck-interval-seconds', '15')),
        healthyThreshold: Number(option('healthy-threshold-count', '2')),
        unhealthyThreshold: Number(option('unhealthy-threshold-count', '2')),
        timeoutSeconds: Number(option('healthcheck-timeout-seconds', '5')),
    };
}
/** Whether requests reach it: the load balancer calls it healthy, or, without one, its application is up. */
function isServing(context, environment, instance) {
    if (!hasLoadBalancer(environment))
        return context.runtime.vitals(instance.id, context.now()).passing !== false;
    return instance.traffic === 'registered' && context.runtime.targetHealth(environment.id, instance.id) === 'healthy';
}
/** Cluster environments have the same health model, without a setting (AWS guide). */
const isEnhanced = (environment) => (0,_cluster_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .isCluster */ .JU)(environment) ||
    (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(environment, 'aws:elasticbeanstalk:healthreporting:system', 'SystemType', 'basic') === 'enhanced';
/** The health service notices new instances late, without a request id, in whatever step is on by then. */
function announceAdded(context, environment, instances, delay) {
    if (instances.length === 0)
        return;
    context.timeline.after(delay, () => {
        const ids = instances.map((instance) => instance.id);
        if (environment.status === 'Terminated' || !instances.some((one) => environment.instances.includes(one)))
            return;
        if (isEnhanced(environment)) {
            const noun = ids.length === 1 ? 'instance' : 'instances';
            (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentEvent */ .QC)(context, environment, {
                severity: 'INFO',
                message: `Added ${noun} [${ids.join(', ')}] to your environment.`,
            });
            return;
        }
        for (const id of ids) {
            const added = `Added EC2 instance '${id}' to Auto Scaling Group '${environment.resources.autoScalingGroup}'.`;
            (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentEvent */ .QC)(context, environment, {
                severity: 'INFO',
                message: `Adding instance '${id}' to your environment.`,
            });
            (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentEvent */ .QC)(context, environment, { severity: 'INFO', message: added });
        }
    });
}
/** The health service notices a terminated instance some time after it has gone. */
function announceRemoved(context, environment, instance) {
    context.timeline.after((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(45), () => {
        if (environment.status === 'Terminated')
            return;
        const message = isEnhanced(environment)
            ? `Removed instance [${instance.id}] from your environment.`
            : `Removed EC2 instance '${instance.id}' from Auto Scaling Group '${environment.resources.autoScalingGroup}'.`;
        (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentEvent */ .QC)(context, environment, { severity: 'INFO', message });
    });
}
//# sourceMappingURL=instances.js.map

/***/ }),

/***/ 6605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ CLUSTER_OPTIONS),
/* harmony export */   Fi: () => (/* binding */ EKS_AUTOSCALING),
/* harmony export */   UU: () => (/* binding */ EKS),
/* harmony export */   YJ: () => (/* binding */ EKS_ALB),
/* harmony export */   bp: () => (/* binding */ EKS_READINESS),
/* harmony export */   eu: () => (/* binding */ EKS_DEPLOYMENT),
/* harmony export */   kJ: () => (/* binding */ EKS_ROLLING),
/* harmony export */   sF: () => (/* binding */ EKS_ENVIRONMENT)
/* harmony export */ });
/* harmony import */ var _option_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6758);
/** The twelve namespaces of Cluster environments (AWS guide, "Configuration options for Beanstalk Cluster environments"). */

const EKS = 'aws:elasticbeanstalk:eks';
const EKS_ENVIRONMENT = `${EKS}:environment`;
const EKS_DEPLOYMENT = `${EKS_ENVIRONMENT}:deployment`;
const EKS_ROLLING = `${EKS_DEPLOYMENT}:strategy:rolling`;
const EKS_AUTOSCALING = `${EKS_ENVIRONMENT}:autoscaling`;
const EKS_READINESS = `${EKS_ENVIRONMENT}:readiness-probe`;
const EKS_ALB = `${EKS}:alb`;
const ROLE = '^arn:aws[a-z-]*:iam::\\d{12}:role/.+$';
const AMOUNT = '^(\\d+|\\d+%)$';
/** 0.01 to 128, or 10m to 128000m. */
const CPU = '^(\\d{2,6}m|\\d{1,3}(\\.\\d+)?)$';
const MEMORY = '^\\d+(\\.\\d+)?([KMGTPE]i?|k|m)?$';
const MOST = 2_147_483_647;
const role = (name, fixed = true) => (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)(name, ROLE, 'An IAM role ARN', undefined, fixed ? { fixedAtCreation: true } : {});
const PROBE = [
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('enabled', 'false'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('http-path', '/'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('http-port', 1, 65_535),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('initial-delay-seconds', 0, MOST, '0'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('period-seconds', 1, 3_600, '30'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('timeout-seconds', 1, MOST, '5'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('success-threshold', 1, MOST, '1'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('failure-threshold', 1, MOST, '3'),
];
const probe = (kind) => ({
    namespace: `${EKS_ENVIRONMENT}:${kind}-probe`,
    change: 'on-instance',
    applies: 'cluster',
    options: PROBE,
});
const CATEGORIES = ['c', 'd', 'g', 'gr', 'hpc', 'i', 'im', 'is', 'm', 'p', 'r', 't', 'x', 'z'];
const ENVIRONMENT_ROWS = [
    role('application-role', false),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('arch', ['amd64', 'arm64'], 'amd64'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('cpu', CPU, 'A Kubernetes CPU quantity', '250m'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('cpu-limit', CPU, 'A Kubernetes CPU quantity'),
    { name: 'env-variables', accepts: { kind: 'json', of: 'object' }, initial: '{"PORT" : 8080}' },
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('ingress-allowlist-environments'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('ingress-allowlist-groups'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('ingress-groups'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('instance-category', CATEGORIES),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('language', ['python', 'java', 'dotnet', 'nodejs']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('load-balancer-type', ['ALB', 'None'], 'ALB'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('memory', MEMORY, 'A Kubernetes memory quantity', '512Mi'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('memory-limit', MEMORY, 'A Kubernetes memory quantity', '1Gi'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('node-pool', '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$', 'A DNS-1123 label'),
    role('observability-role'),
    { name: 'secrets', accepts: { kind: 'json', of: 'object' } },
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('service-port', 1, 65_535, '8080'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('subnets', undefined, { fixedAtCreation: true }),
];
const TRIGGER_ROWS = [
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('cpu-metric-type', ['Utilization', 'AverageValue']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('cpu-value', 1, MOST),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('memory-metric-type', ['Utilization', 'AverageValue']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('memory-value', 1, MOST),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('scaler-type', ['cron', 'metrics-api']),
    { name: 'scaler-metadata', accepts: { kind: 'json', of: 'object' } },
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('scaler-auth-mode', ['bearer', 'basic', 'apiKey', 'tls'], 'bearer'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('scaler-auth-secret'),
];
const BEHAVIOR_ROWS = ['scaleup', 'scaledown'].flatMap((way) => [
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(`${way}-period`, 1, MOST),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(`${way}-type`, ['Pods', 'Percent']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(`${way}-value`, 1, MOST),
]);
const ALB_ROWS = [
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('arn', '^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/.+$', 'An Application Load Balancer ARN'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('scheme', ['internet-facing', 'internal']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('subnets'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('security-groups'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('manage-backend-security-group-rules', 'true'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('ip-address-type', ['ipv4', 'dualstack']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('target-type', ['ip', 'instance']),
    { name: 'listen-ports', accepts: { kind: 'json', of: 'array' } },
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('certificate-arn'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('ssl-policy'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('ssl-redirect', 1, 65_535),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('backend-protocol', ['HTTP', 'HTTPS']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('backend-protocol-version', ['HTTP2', 'GRPC']),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('healthcheck-path', '/'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('healthcheck-protocol', ['HTTP', 'HTTPS'], 'HTTP'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('healthcheck-interval-seconds', 5, 300, '15'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('healthcheck-timeout-seconds', 2, 120, '5'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('success-codes', '200'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('healthy-threshold-count', 2, 10, '2'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('unhealthy-threshold-count', 2, 10, '2'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('wafv2-acl-arn'),
    { name: 'tags', accepts: { kind: 'json', of: 'object' } },
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('load-balancer-attributes'),
    { name: 'listener-attributes', accepts: { kind: 'json', of: 'array' } },
    { name: 'raw-annotation', accepts: { kind: 'json', of: 'array' } },
];
const OBSERVABILITY_ROWS = [
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('metrics-backend', ['cloudwatch', 'amp', 'custom', 'none'], 'cloudwatch'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('metrics-endpoint'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('logs-backend', ['cloudwatch', 's3', 'custom', 'none'], 'cloudwatch'),
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('traces-backend', ['xray', 'custom', 'none']),
    { name: 'custom-config', accepts: { kind: 'json', of: 'object' } },
    (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('custom-credentials'),
];
const namespace = (name, change, options) => ({
    namespace: name,
    change,
    applies: 'cluster',
    options,
});
const CLUSTER_OPTIONS = [
    namespace(EKS, 'in-place', [role('cluster-role'), role('node-role')]),
    namespace(EKS_ENVIRONMENT, 'on-instance', ENVIRONMENT_ROWS),
    namespace(EKS_DEPLOYMENT, 'in-place', [(0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('strategy', ['RollingUpdate', 'Recreate'], 'RollingUpdate')]),
    namespace(EKS_ROLLING, 'in-place', [
        (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('max-surge', AMOUNT, 'A count or a percentage', '1'),
        (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1)('max-unavailable', AMOUNT, 'A count or a percentage', '0'),
    ]),
    namespace(EKS_AUTOSCALING, 'in-place', [
        (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('min-replica', 1, 100, '1'),
        (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('max-replica', 1, 100, '10'),
        (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('polling-interval', 1, 1_000, '30'),
        (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('cooldown-period', 1, MOST, '300'),
    ]),
    namespace(`${EKS_AUTOSCALING}:trigger`, 'in-place', TRIGGER_ROWS),
    namespace(`${EKS_AUTOSCALING}:behavior`, 'in-place', BEHAVIOR_ROWS),
    probe('readiness'),
    probe('liveness'),
    probe('startup'),
    namespace(EKS_ALB, 'in-place', ALB_ROWS),
    namespace(`${EKS}:observability`, 'in-place', OBSERVABILITY_ROWS),
];
//# sourceMappingURL=catalogue-cluster.js.map

/***/ }),

/***/ 9522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _N: () => (/* binding */ changeClassOf),
  hd: () => (/* binding */ defaultOption),
  $K: () => (/* binding */ findOption),
  Kz: () => (/* binding */ hasOption),
  Yw: () => (/* binding */ loadBalancerTypeOf),
  A5: () => (/* binding */ optionsFor)
});

// UNUSED EXPORTS: strongestChange

// EXTERNAL MODULE: ./lib/simulator/options/option.js
var options_option = __webpack_require__(6758);
;// CONCATENATED MODULE: ./lib/simulator/options/catalogue-capacity.js
/** Options of instances, groups and networks: Auto Scaling, EC2 and VPC (AWS guide, "General options"). */

const DURATION = '^PT(\\d+H)?(\\d+M)?(\\d+S)?$';
const CAPACITY_OPTIONS = [
    {
        namespace: 'aws:autoscaling:asg',
        change: 'in-place',
        options: [
            (0,options_option/* oneOf */.yL)('Availability Zones', ['Any', 'Any 1', 'Any 2', 'Any 3'], 'Any'),
            (0,options_option/* whole */.WQ)('Cooldown', 0, 10_000, '360'),
            (0,options_option/* list */.p_)('Custom Availability Zones'),
            (0,options_option/* flag */.Jt)('EnableCapacityRebalancing', 'false'),
            // The guide says 1 to 10000, but groups of zero are set and used (aws/elastic-beanstalk-roadmap, issues 274 and 292).
            (0,options_option/* whole */.WQ)('MinSize', 0, 10_000, '1'),
            (0,options_option/* whole */.WQ)('MaxSize', 0, 10_000, '4'),
        ],
    },
    {
        namespace: 'aws:autoscaling:launchconfiguration',
        change: 'replacement',
        options: [
            (0,options_option/* text */.Qq)('BlockDeviceMappings'),
            (0,options_option/* flag */.Jt)('DisableDefaultEC2SecurityGroup', 'false'),
            (0,options_option/* flag */.Jt)('DisableIMDSv1', 'false'),
            (0,options_option/* text */.Qq)('EC2KeyName'),
            (0,options_option/* text */.Qq)('IamInstanceProfile'),
            (0,options_option/* text */.Qq)('ImageId'),
            (0,options_option/* text */.Qq)('InstanceType', 't3.micro'),
            (0,options_option/* flag */.Jt)('LaunchTemplateTagPropagationEnabled', 'false'),
            (0,options_option/* oneOf */.yL)('MonitoringInterval', ['1 minute', '5 minute'], '5 minute'),
            (0,options_option/* whole */.WQ)('RootVolumeIOPS', 100, 20_000),
            (0,options_option/* whole */.WQ)('RootVolumeSize', 10, 16_384),
            (0,options_option/* whole */.WQ)('RootVolumeThroughput', 125, 1_000),
            (0,options_option/* oneOf */.yL)('RootVolumeType', ['standard', 'gp2', 'gp3', 'io1']),
            (0,options_option/* text */.Qq)('SSHSourceRestriction', 'tcp,22,22,0.0.0.0/0'),
            (0,options_option/* list */.p_)('SecurityGroups'),
        ],
    },
    {
        namespace: 'aws:autoscaling:scheduledaction',
        change: 'in-place',
        applies: 'named-only',
        options: [
            (0,options_option/* whole */.WQ)('DesiredCapacity', 0, 10_000),
            (0,options_option/* text */.Qq)('EndTime'),
            (0,options_option/* whole */.WQ)('MaxSize', 0, 10_000),
            (0,options_option/* whole */.WQ)('MinSize', 0, 10_000),
            (0,options_option/* text */.Qq)('Recurrence'),
            (0,options_option/* text */.Qq)('StartTime'),
            (0,options_option/* flag */.Jt)('Suspend', 'false'),
        ],
    },
    {
        namespace: 'aws:autoscaling:trigger',
        change: 'in-place',
        applies: 'scalable',
        options: [
            (0,options_option/* whole */.WQ)('BreachDuration', 1, 600, '5'),
            (0,options_option/* whole */.WQ)('EvaluationPeriods', 1, 600, '1'),
            (0,options_option/* text */.Qq)('LowerBreachScaleIncrement', '-1'),
            (0,options_option/* number */.ai)('LowerThreshold', 0, 20_000_000, '2000000'),
            (0,options_option/* oneOf */.yL)('MeasureName', [
                'CPUUtilization',
                'DiskReadBytes',
                'DiskReadOps',
                'DiskWriteBytes',
                'DiskWriteOps',
                'HealthyHostCount',
                'Latency',
                'NetworkIn',
                'NetworkOut',
                'RequestCount',
                'TargetResponseTime',
                'UnhealthyHostCount',
            ], 'NetworkOut'),
            (0,options_option/* whole */.WQ)('Period', 1, 600, '5'),
            (0,options_option/* oneOf */.yL)('Statistic', ['Minimum', 'Maximum', 'Sum', 'Average'], 'Average'),
            (0,options_option/* text */.Qq)('Unit', 'Bytes'),
            (0,options_option/* text */.Qq)('UpperBreachScaleIncrement', '1'),
            (0,options_option/* number */.ai)('UpperThreshold', 0, 20_000_000, '6000000'),
        ],
    },
    {
        namespace: 'aws:autoscaling:updatepolicy:rollingupdate',
        change: 'in-place',
        options: [
            (0,options_option/* whole */.WQ)('MaxBatchSize', 1, 10_000),
            (0,options_option/* whole */.WQ)('MinInstancesInService', 0, 9_999),
            (0,options_option/* pattern */.T1)('PauseTime', DURATION, 'PauseTime'),
            (0,options_option/* flag */.Jt)('RollingUpdateEnabled', 'false'),
            (0,options_option/* oneOf */.yL)('RollingUpdateType', ['Time', 'Health', 'Immutable'], 'Time'),
            (0,options_option/* pattern */.T1)('Timeout', DURATION, 'Timeout', 'PT30M'),
        ],
    },
    {
        namespace: 'aws:ec2:instances',
        change: 'replacement',
        options: [
            (0,options_option/* flag */.Jt)('EnableSpot', 'false'),
            (0,options_option/* list */.p_)('InstanceTypes', 't3.micro, t3.small'),
            (0,options_option/* oneOf */.yL)('SpotAllocationStrategy', ['capacity-optimized', 'capacity-optimized-prioritized', 'lowest-price', 'price-capacity-optimized'], 'capacity-optimized'),
            (0,options_option/* whole */.WQ)('SpotFleetOnDemandAboveBasePercentage', 0, 100, '70'),
            (0,options_option/* whole */.WQ)('SpotFleetOnDemandBase', 0, 10_000, '0'),
            (0,options_option/* number */.ai)('SpotMaxPrice', 0.001, 20),
            (0,options_option/* oneOf */.yL)('SupportedArchitectures', ['x86_64', 'arm64', 'i386', 'x86_64, arm64'], 'x86_64'),
        ],
    },
    {
        namespace: 'aws:ec2:vpc',
        change: 'replacement',
        options: [
            (0,options_option/* flag */.Jt)('AssociatePublicIpAddress'),
            (0,options_option/* list */.p_)('DBSubnets'),
            (0,options_option/* oneOf */.yL)('ELBScheme', ['public', 'internal'], 'public'),
            (0,options_option/* list */.p_)('ELBSubnets'),
            (0,options_option/* list */.p_)('Subnets'),
            (0,options_option/* text */.Qq)('VPCId'),
        ],
    },
];
//# sourceMappingURL=catalogue-capacity.js.map
// EXTERNAL MODULE: ./lib/simulator/options/catalogue-cluster.js
var catalogue_cluster = __webpack_require__(6605);
;// CONCATENATED MODULE: ./lib/simulator/options/catalogue-service.js
/** Elastic Beanstalk's own options: deployments, health, logs, managed actions, platforms (AWS guide, "General options"). */

const DAYS = '1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1827 3653'.split(' ');
const SERVICE_OPTIONS = [
    {
        namespace: 'aws:cloudformation:template:parameter',
        change: 'on-instance',
        applies: 'named-only',
        anyName: true,
        options: [],
    },
    {
        namespace: 'aws:elasticbeanstalk:application',
        change: 'in-place',
        options: [(0,options_option/* text */.Qq)('Application Healthcheck URL')],
    },
    { namespace: 'aws:elasticbeanstalk:application:environment', change: 'on-instance', anyName: true, options: [] },
    {
        namespace: 'aws:elasticbeanstalk:application:environmentsecrets',
        change: 'on-instance',
        anyName: true,
        options: [],
    },
    {
        namespace: 'aws:elasticbeanstalk:cloudwatch:logs',
        change: 'in-place',
        options: [(0,options_option/* flag */.Jt)('DeleteOnTerminate', 'false'), (0,options_option/* oneOf */.yL)('RetentionInDays', DAYS, '7'), (0,options_option/* flag */.Jt)('StreamLogs', 'false')],
    },
    {
        namespace: 'aws:elasticbeanstalk:cloudwatch:logs:health',
        change: 'in-place',
        options: [
            (0,options_option/* flag */.Jt)('DeleteOnTerminate', 'false'),
            (0,options_option/* flag */.Jt)('HealthStreamingEnabled', 'false'),
            (0,options_option/* oneOf */.yL)('RetentionInDays', DAYS, '7'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:command',
        change: 'in-place',
        options: [
            (0,options_option/* whole */.WQ)('BatchSize', 1, 10_000, '100'),
            (0,options_option/* oneOf */.yL)('BatchSizeType', ['Percentage', 'Fixed'], 'Percentage'),
            (0,options_option/* oneOf */.yL)('DeploymentPolicy', ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'], 'AllAtOnce'),
            (0,options_option/* flag */.Jt)('IgnoreHealthCheck', 'false'),
            (0,options_option/* whole */.WQ)('Timeout', 1, 3_600, '600'),
            // The guide's example of a rolling deployment sets the threshold here too.
            (0,options_option/* oneOf */.yL)('HealthCheckSuccessThreshold', ['Ok', 'Warning', 'Degraded', 'Severe']),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:control',
        change: 'replacement',
        options: [
            (0,options_option/* text */.Qq)('DefaultSSHPort', '22'),
            (0,options_option/* text */.Qq)('LaunchTimeout', '0'),
            (0,options_option/* text */.Qq)('LaunchType', 'Migration'),
            (0,options_option/* flag */.Jt)('RollbackLaunchOnFailure', 'false'),
        ],
    },
    { namespace: 'aws:elasticbeanstalk:customoption', change: 'on-instance', anyName: true, options: [] },
    {
        namespace: 'aws:elasticbeanstalk:environment',
        change: 'in-place',
        options: [
            (0,options_option/* oneOf */.yL)('EnvironmentType', ['SingleInstance', 'LoadBalanced'], 'LoadBalanced', { change: 'replacement' }),
            (0,options_option/* text */.Qq)('ExternalExtensionsS3Bucket'),
            (0,options_option/* text */.Qq)('ExternalExtensionsS3Key'),
            (0,options_option/* oneOf */.yL)('LoadBalancerType', ['classic', 'application', 'network'], 'classic', { fixedAtCreation: true }),
            (0,options_option/* flag */.Jt)('LoadBalancerIsShared', 'false', { fixedAtCreation: true }),
            (0,options_option/* text */.Qq)('ServiceRole'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:environment:proxy',
        change: 'on-instance',
        options: [(0,options_option/* oneOf */.yL)('ProxyServer', ['nginx', 'apache', 'none'], 'nginx')],
    },
    {
        namespace: 'aws:elasticbeanstalk:environment:proxy:staticfiles',
        change: 'on-instance',
        platforms: /^(?!.*Docker)/,
        anyName: true,
        options: [],
    },
    {
        namespace: 'aws:elasticbeanstalk:healthreporting:system',
        change: 'in-place',
        options: [
            (0,options_option/* text */.Qq)('ConfigDocument'),
            (0,options_option/* flag */.Jt)('EnhancedHealthAuthEnabled', 'true'),
            (0,options_option/* oneOf */.yL)('HealthCheckSuccessThreshold', ['Ok', 'Warning', 'Degraded', 'Severe'], 'Ok'),
            (0,options_option/* oneOf */.yL)('SystemType', ['basic', 'enhanced'], 'basic'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:hostmanager',
        change: 'on-instance',
        options: [(0,options_option/* flag */.Jt)('LogPublicationControl', 'false')],
    },
    {
        namespace: 'aws:elasticbeanstalk:managedactions',
        change: 'in-place',
        options: [
            (0,options_option/* flag */.Jt)('ManagedActionsEnabled', 'false'),
            (0,options_option/* pattern */.T1)('PreferredStartTime', '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun):([01]\\d|2[0-3]):[0-5]\\d$', 'day:hour:minute'),
            (0,options_option/* text */.Qq)('ServiceRoleForManagedUpdates'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:managedactions:platformupdate',
        change: 'in-place',
        options: [(0,options_option/* flag */.Jt)('InstanceRefreshEnabled', 'false'), (0,options_option/* oneOf */.yL)('UpdateLevel', ['patch', 'minor'])],
    },
    {
        namespace: 'aws:elasticbeanstalk:monitoring',
        change: 'in-place',
        applies: 'scalable',
        options: [(0,options_option/* flag */.Jt)('Automatically Terminate Unhealthy Instances', 'true')],
    },
    {
        namespace: 'aws:elasticbeanstalk:sns:topics',
        change: 'in-place',
        options: [
            (0,options_option/* text */.Qq)('Notification Endpoint'),
            (0,options_option/* oneOf */.yL)('Notification Protocol', ['email', 'email-json', 'http', 'https', 'sms', 'sqs'], 'email'),
            (0,options_option/* text */.Qq)('Notification Topic ARN'),
            (0,options_option/* text */.Qq)('Notification Topic Name'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:sqsd',
        change: 'on-instance',
        applies: 'worker',
        options: [
            (0,options_option/* whole */.WQ)('ConnectTimeout', 1, 60, '5'),
            (0,options_option/* whole */.WQ)('ErrorVisibilityTimeout', 0, 43_200, '2'),
            (0,options_option/* whole */.WQ)('HttpConnections', 1, 100, '50'),
            (0,options_option/* text */.Qq)('HttpPath', '/'),
            (0,options_option/* whole */.WQ)('InactivityTimeout', 1, 36_000, '299'),
            (0,options_option/* whole */.WQ)('MaxRetries', 1, 100, '10'),
            (0,options_option/* text */.Qq)('MimeType', 'application/json'),
            (0,options_option/* whole */.WQ)('RetentionPeriod', 60, 1_209_600, '345600'),
            (0,options_option/* whole */.WQ)('VisibilityTimeout', 0, 43_200, '300'),
            (0,options_option/* text */.Qq)('WorkerQueueURL'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:trafficsplitting',
        change: 'in-place',
        applies: 'application',
        options: [(0,options_option/* whole */.WQ)('EvaluationTime', 3, 600, '5'), (0,options_option/* whole */.WQ)('NewVersionPercent', 1, 100, '10')],
    },
    { namespace: 'aws:elasticbeanstalk:xray', change: 'on-instance', options: [(0,options_option/* flag */.Jt)('XRayEnabled', 'false')] },
    {
        namespace: 'aws:rds:dbinstance',
        change: 'in-place',
        applies: 'named-only',
        options: [
            (0,options_option/* whole */.WQ)('DBAllocatedStorage', 5, 65_536, '5'),
            (0,options_option/* oneOf */.yL)('DBDeletionPolicy', ['Delete', 'Retain', 'Snapshot'], 'Delete'),
            (0,options_option/* text */.Qq)('DBEngine', 'mysql'),
            (0,options_option/* text */.Qq)('DBEngineVersion'),
            (0,options_option/* text */.Qq)('DBInstanceClass', 'db.t2.micro'),
            (0,options_option/* text */.Qq)('DBPassword', undefined, { secret: true }),
            (0,options_option/* text */.Qq)('DBSnapshotIdentifier'),
            (0,options_option/* text */.Qq)('DBUser', 'ebroot'),
            (0,options_option/* flag */.Jt)('HasCoupledDatabase', 'false'),
            (0,options_option/* flag */.Jt)('MultiAZDatabase', 'false'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:container:python',
        change: 'on-instance',
        platforms: /Python/,
        options: [(0,options_option/* whole */.WQ)('NumProcesses', 1, 100, '1'), (0,options_option/* whole */.WQ)('NumThreads', 1, 1_000, '15'), (0,options_option/* text */.Qq)('WSGIPath', 'application')],
    },
    {
        namespace: 'aws:elasticbeanstalk:container:php:phpini',
        change: 'on-instance',
        platforms: /PHP/,
        options: [
            (0,options_option/* text */.Qq)('allow_url_fopen', 'On'),
            (0,options_option/* text */.Qq)('composer_options'),
            (0,options_option/* text */.Qq)('display_errors', 'Off'),
            (0,options_option/* text */.Qq)('document_root', '/'),
            (0,options_option/* whole */.WQ)('max_execution_time', 0, 86_400, '60'),
            (0,options_option/* text */.Qq)('memory_limit', '256M'),
            (0,options_option/* text */.Qq)('zlib.output_compression', 'Off'),
        ],
    },
    {
        namespace: 'aws:elasticbeanstalk:container:tomcat:jvmoptions',
        change: 'on-instance',
        platforms: /Tomcat|Corretto/,
        anyName: true,
        options: [(0,options_option/* text */.Qq)('JVM Options'), (0,options_option/* text */.Qq)('XX:MaxPermSize', '64m'), (0,options_option/* text */.Qq)('Xms', '256m'), (0,options_option/* text */.Qq)('Xmx', '256m')],
    },
    {
        namespace: 'aws:elasticbeanstalk:container:dotnet:apppool',
        change: 'on-instance',
        platforms: /Windows Server/,
        options: [(0,options_option/* oneOf */.yL)('Target Runtime', ['2.0', '4.0'], '4.0'), (0,options_option/* flag */.Jt)('Enable 32-bit Applications')],
    },
];
//# sourceMappingURL=catalogue-service.js.map
;// CONCATENATED MODULE: ./lib/simulator/options/catalogue-traffic.js
/** Options of load balancers, listeners and processes (AWS guide, "General options"). */

const CODES = "The configured value for 'MatcherHTTPCode' is invalid. A valid value must be a single code of 3 digits, a comma separated list of codes (e.g 200,210), or a range of codes (e.g 200-210).";
const PROCESS = [
    (0,options_option/* whole */.WQ)('DeregistrationDelay', 0, 3_600, '20'),
    (0,options_option/* whole */.WQ)('HealthCheckInterval', 5, 300, '15'),
    (0,options_option/* text */.Qq)('HealthCheckPath', '/'),
    (0,options_option/* whole */.WQ)('HealthCheckTimeout', 1, 60, '5'),
    (0,options_option/* whole */.WQ)('HealthyThresholdCount', 2, 10, '3'),
    (0,options_option/* pattern */.T1)('MatcherHTTPCode', '^((\\d{3}(-\\d{3})?)|(\\d{3}(,\\d{3})*))$', CODES, '200'),
    (0,options_option/* whole */.WQ)('Port', 1, 65_535, '80'),
    (0,options_option/* oneOf */.yL)('Protocol', ['HTTP', 'HTTPS', 'TCP'], 'HTTP'),
    (0,options_option/* flag */.Jt)('StickinessEnabled', 'false'),
    (0,options_option/* whole */.WQ)('StickinessLBCookieDuration', 1, 604_800, '86400'),
    (0,options_option/* oneOf */.yL)('StickinessType', ['lb_cookie'], 'lb_cookie'),
    (0,options_option/* whole */.WQ)('UnhealthyThresholdCount', 2, 10, '5'),
];
const CLASSIC_LISTENER = [
    (0,options_option/* whole */.WQ)('InstancePort', 1, 65_535, '80'),
    (0,options_option/* oneOf */.yL)('InstanceProtocol', ['HTTP', 'HTTPS', 'TCP', 'SSL'], 'HTTP'),
    (0,options_option/* flag */.Jt)('ListenerEnabled', 'true'),
    (0,options_option/* oneOf */.yL)('ListenerProtocol', ['HTTP', 'HTTPS', 'TCP', 'SSL'], 'HTTP'),
    (0,options_option/* list */.p_)('PolicyNames'),
    (0,options_option/* text */.Qq)('SSLCertificateId'),
];
const LISTENER = [
    (0,options_option/* text */.Qq)('DefaultProcess', 'default'),
    (0,options_option/* flag */.Jt)('ListenerEnabled', 'true'),
    (0,options_option/* oneOf */.yL)('Protocol', ['HTTP', 'HTTPS', 'TCP'], 'HTTP'),
    (0,options_option/* list */.p_)('Rules'),
    (0,options_option/* list */.p_)('SSLCertificateArns'),
    (0,options_option/* text */.Qq)('SSLPolicy'),
];
const TRAFFIC_OPTIONS = [
    {
        namespace: 'aws:elasticbeanstalk:environment:process:default',
        change: 'in-place',
        applies: 'elbv2',
        options: PROCESS,
    },
    {
        namespace: 'aws:elasticbeanstalk:environment:process:*',
        change: 'in-place',
        applies: 'named-only',
        options: PROCESS,
    },
    {
        namespace: 'aws:elb:healthcheck',
        change: 'in-place',
        applies: 'classic',
        options: [
            (0,options_option/* whole */.WQ)('HealthyThreshold', 2, 10, '3'),
            (0,options_option/* whole */.WQ)('Interval', 5, 300, '10'),
            (0,options_option/* text */.Qq)('Target', 'TCP:80'),
            (0,options_option/* whole */.WQ)('Timeout', 2, 60, '5'),
            (0,options_option/* whole */.WQ)('UnhealthyThreshold', 2, 10, '5'),
        ],
    },
    {
        namespace: 'aws:elb:loadbalancer',
        change: 'in-place',
        applies: 'classic',
        options: [
            (0,options_option/* flag */.Jt)('CrossZone', 'false'),
            (0,options_option/* text */.Qq)('ManagedSecurityGroup'),
            (0,options_option/* list */.p_)('SecurityGroups'),
            // Older names of the listener's options, still accepted.
            (0,options_option/* text */.Qq)('LoadBalancerHTTPPort', '80'),
            (0,options_option/* text */.Qq)('LoadBalancerHTTPSPort', 'OFF'),
            (0,options_option/* text */.Qq)('LoadBalancerPortProtocol', 'HTTP'),
            (0,options_option/* text */.Qq)('LoadBalancerSSLPortProtocol', 'HTTPS'),
            (0,options_option/* text */.Qq)('SSLCertificateId'),
        ],
    },
    { namespace: 'aws:elb:listener', change: 'in-place', applies: 'classic', options: CLASSIC_LISTENER },
    { namespace: 'aws:elb:listener:*', change: 'in-place', applies: 'named-only', options: CLASSIC_LISTENER },
    {
        namespace: 'aws:elb:policies',
        change: 'in-place',
        applies: 'classic',
        options: [
            (0,options_option/* flag */.Jt)('ConnectionDrainingEnabled', 'false'),
            (0,options_option/* whole */.WQ)('ConnectionDrainingTimeout', 1, 3_600, '20'),
            (0,options_option/* whole */.WQ)('ConnectionSettingIdleTimeout', 1, 3_600, '60'),
            (0,options_option/* text */.Qq)('LoadBalancerPorts', ':all'),
            (0,options_option/* whole */.WQ)('Stickiness Cookie Expiration', 0, 1_000_000, '0'),
            (0,options_option/* flag */.Jt)('Stickiness Policy', 'false'),
        ],
    },
    { namespace: 'aws:elb:policies:*', change: 'in-place', applies: 'named-only', anyName: true, options: [] },
    { namespace: 'aws:elbv2:listener:default', change: 'in-place', applies: 'elbv2', options: LISTENER },
    { namespace: 'aws:elbv2:listener:*', change: 'in-place', applies: 'named-only', options: LISTENER },
    {
        namespace: 'aws:elbv2:listenerrule:*',
        change: 'in-place',
        applies: 'named-only',
        options: [(0,options_option/* list */.p_)('HostHeaders'), (0,options_option/* list */.p_)('PathPatterns'), (0,options_option/* whole */.WQ)('Priority', 1, 1_000, '1'), (0,options_option/* text */.Qq)('Process', 'default')],
    },
    {
        namespace: 'aws:elbv2:loadbalancer',
        change: 'in-place',
        applies: 'elbv2',
        options: [
            (0,options_option/* text */.Qq)('AccessLogsS3Bucket'),
            (0,options_option/* flag */.Jt)('AccessLogsS3Enabled', 'false'),
            (0,options_option/* text */.Qq)('AccessLogsS3Prefix'),
            (0,options_option/* whole */.WQ)('IdleTimeout', 1, 3_600),
            (0,options_option/* oneOf */.yL)('IpAddressType', ['ipv4', 'dualstack'], 'ipv4'),
            (0,options_option/* text */.Qq)('ManagedSecurityGroup'),
            (0,options_option/* list */.p_)('SecurityGroups'),
            (0,options_option/* text */.Qq)('SharedLoadBalancer', undefined, { fixedAtCreation: true }),
        ],
    },
];
//# sourceMappingURL=catalogue-traffic.js.map
;// CONCATENATED MODULE: ./lib/simulator/options/catalogue.js
/** The configuration options of environments: look one up, list those an environment has. */




const NAMESPACES = [
    ...CAPACITY_OPTIONS,
    ...SERVICE_OPTIONS,
    ...TRAFFIC_OPTIONS,
    ...catalogue_cluster/* CLUSTER_OPTIONS */.EN,
];
const EXACT = new Map(NAMESPACES.map((spec) => [spec.namespace, spec]));
const FAMILIES = NAMESPACES.filter((spec) => spec.namespace.endsWith(':*'));
const ENVIRONMENT = 'aws:elasticbeanstalk:environment';
function namespaceSpec(namespace) {
    const exact = EXACT.get(namespace);
    if (exact !== undefined)
        return exact;
    return FAMILIES.find((family) => {
        const prefix = family.namespace.slice(0, -1);
        return namespace.startsWith(prefix) && /^[A-Za-z0-9_-]+$/.test(namespace.slice(prefix.length));
    });
}
const specOf = (spec, namespace, row, userDefined) => ({
    ...row,
    namespace,
    change: row.change ?? spec.change,
    applies: spec.applies ?? 'any',
    userDefined,
});
/** Looked up thousands of times a minute: every option is made once. */
const NAMED = new Map(NAMESPACES.map((spec) => [
    spec,
    new Map(spec.options.map((row) => [row.name, specOf(spec, spec.namespace, row, false)])),
]));
/**
 * The option with this name, or `undefined` when no environment (of this platform, when one is given) has it. Environment properties and the like are found under any name.
 */
function findOption(namespace, optionName, platform) {
    const spec = namespaceSpec(namespace);
    if (spec === undefined)
        return undefined;
    if (platform !== undefined && spec.platforms?.test(platform) === false)
        return undefined;
    const named = NAMED.get(spec)?.get(optionName);
    if (named !== undefined)
        return named.namespace === namespace ? named : { ...named, namespace };
    if (spec.anyName !== true || optionName === '')
        return undefined;
    return specOf(spec, namespace, { name: optionName, accepts: { kind: 'text' } }, true);
}
/** The value an option has when nobody sets it, as DescribeConfigurationOptions says. */
function defaultOption(namespace, optionName) {
    return findOption(namespace, optionName)?.initial;
}
/** What a change of the option does to the instances; unknown options touch nothing. */
function changeClassOf(namespace, optionName) {
    return findOption(namespace, optionName)?.change ?? 'in-place';
}
/** The strongest class among several options: one replacement makes the whole update a replacement. */
function strongestChange(options) {
    const classes = new Set(options.map((option) => changeClassOf(option.namespace, option.optionName)));
    if (classes.has('replacement'))
        return 'replacement';
    return classes.has('on-instance') ? 'on-instance' : 'in-place';
}
function isScalable(scope) {
    return scope.valueOf(ENVIRONMENT, 'EnvironmentType') !== 'SingleInstance';
}
/** `none` for single instances and workers, else the option's value. Cluster environments have `application` or `none`. */
function loadBalancerTypeOf(scope) {
    if (scope.tier === 'Cluster') {
        return scope.valueOf(catalogue_cluster/* EKS_ENVIRONMENT */.sF, 'load-balancer-type') === 'None' ? 'none' : 'application';
    }
    if (scope.tier === 'Worker' || !isScalable(scope))
        return 'none';
    const type = scope.valueOf(ENVIRONMENT, 'LoadBalancerType');
    return type === 'application' || type === 'network' ? type : 'classic';
}
/** Whether an environment of this kind shows the option. */
function hasOption(applies, scope) {
    if ((scope.tier === 'Cluster') !== (applies === 'cluster'))
        return false;
    const balancer = loadBalancerTypeOf(scope);
    switch (applies) {
        case 'any':
        case 'cluster':
            return true;
        case 'scalable':
            return isScalable(scope);
        case 'classic':
            return balancer === 'classic';
        case 'application':
            return balancer === 'application';
        case 'elbv2':
            return balancer === 'application' || balancer === 'network';
        case 'worker':
            return scope.tier === 'Worker';
        case 'web':
            return scope.tier === 'WebServer';
        case 'named-only':
            return false;
    }
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const IN_ORDER = [...NAMED]
    .flatMap(([spec, options]) => [...options.values()].map((option) => [spec, option]))
    .sort(([, a], [, b]) => compare(a.namespace, b.namespace) || compare(a.name, b.name));
/** All options that an environment has without being told, in namespace and name order. */
function optionsFor(scope) {
    const shown = new Set(NAMESPACES.filter((spec) => hasOption(spec.applies ?? 'any', scope)).filter((spec) => scope.platform === undefined || spec.platforms?.test(scope.platform) !== false));
    return IN_ORDER.flatMap(([spec, option]) => (shown.has(spec) ? [option] : []));
}
//# sourceMappingURL=catalogue.js.map

/***/ }),

/***/ 6758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   T1: () => (/* binding */ pattern),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   xJ: () => (/* binding */ severityOf),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/** What one configuration option is: its default, the values it takes, and what changing it does to the instances. */
const SEVERITY_OF = {
    'in-place': 'NoInterruption',
    'on-instance': 'RestartApplicationServer',
    replacement: 'RestartEnvironment',
};
const row = (name, accepts, initial, extra) => ({
    name,
    accepts,
    ...(initial === undefined ? {} : { initial }),
    ...extra,
});
/** What the service says of a change of this option. */
const severityOf = ({ applies, change, fixedAtCreation }) => {
    if (applies !== 'cluster')
        return SEVERITY_OF[change];
    if (fixedAtCreation === true)
        return 'NoChange';
    return change === 'in-place' ? 'NoInterruption' : 'RestartRequired';
};
const text = (name, initial, extra) => row(name, { kind: 'text' }, initial, extra);
const pattern = (name, source, label, initial, extra) => row(name, { kind: 'text', pattern: source, label }, initial, extra);
const list = (name, initial, extra) => row(name, { kind: 'list' }, initial, extra);
const flag = (name, initial, extra) => row(name, { kind: 'flag' }, initial, extra);
const oneOf = (name, values, initial, extra) => row(name, { kind: 'one-of', values }, initial, extra);
const whole = (name, min, max, initial, extra) => row(name, { kind: 'whole', min, max }, initial, extra);
const number = (name, min, max, initial, extra) => row(name, { kind: 'number', min, max }, initial, extra);
//# sourceMappingURL=option.js.map

/***/ }),

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ layerOptions),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   T7: () => (/* binding */ fromOptions),
/* harmony export */   kU: () => (/* binding */ toOptions),
/* harmony export */   lL: () => (/* binding */ mergeOptions),
/* harmony export */   sb: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9522);

const textOf = (value) => (typeof value === 'string' ? value : undefined);
/** Reads `OptionSettings` (or `OptionsToRemove`, which has no values) of a parsed request. */
function readSettings(member) {
    if (!Array.isArray(member))
        return [];
    return member.map((item) => {
        const value = textOf(item.Value);
        const resourceName = textOf(item.ResourceName);
        return {
            namespace: textOf(item.Namespace) ?? '',
            optionName: textOf(item.OptionName) ?? '',
            ...(value === undefined ? {} : { value }),
            ...(resourceName === undefined ? {} : { resourceName }),
        };
    });
}
/** The same settings as nested options; of two for one option the last wins. */
function toOptions(settings) {
    return mergeOptions({}, settings, []);
}
/** A copy of `options` with `removals` taken out and `settings` put in, in this order. */
function mergeOptions(options, settings, removals) {
    const merged = Object.fromEntries(Object.entries(options).map(([name, values]) => [name, { ...values }]));
    for (const { namespace, optionName } of removals) {
        const values = merged[namespace];
        if (values !== undefined)
            delete values[optionName];
    }
    for (const { namespace, optionName, value } of settings) {
        const values = merged[namespace] ?? {};
        values[optionName] = value ?? '';
        merged[namespace] = values;
    }
    return Object.fromEntries(Object.entries(merged).filter(([, values]) => Object.keys(values).length > 0));
}
/** `weaker` with everything that `stronger` sets on top. */
function layerOptions(weaker, stronger) {
    return mergeOptions(weaker, fromOptions(stronger), []);
}
/** Nested options as a list of settings. */
function fromOptions(options) {
    return Object.entries(options).flatMap(([namespace, values]) => Object.entries(values).map(([optionName, value]) => ({ namespace, optionName, value })));
}
/** An environment (or one that is to be) as the option rules see it: what is set, else the defaults. */
function scopeOf(environment) {
    return {
        tier: environment.tier?.name ?? 'WebServer',
        ...(environment.platform === undefined ? {} : { platform: environment.platform.solutionStackName }),
        valueOf: (namespace, optionName) => environment.options[namespace]?.[optionName] ??
            environment.bundleOptions?.[namespace]?.[optionName] ??
            (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultOption */ .hd)(namespace, optionName),
    };
}
//# sourceMappingURL=setting.js.map

/***/ }),

/***/ 2788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ pageOf)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2402);
/** Pages of a list: how many at most, and the token that leads to the next. */


/**
 * Cuts the page that the request asks for. Without a number of records the answer has everything, up to `most`.
 * The token is opaque to clients; it holds the place in the list as it is now.
 */
function pageOf(items, input, most, member = 'MaxRecords') {
    const size = Math.min((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(input, member) ?? most, most);
    if (size < 1)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('ValidationError', `Value '${size}' at '${member}' must be at least 1.`);
    const token = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(input, 'NextToken');
    const start = token === undefined ? 0 : placeOf(token);
    const end = start + size;
    return {
        items: items.slice(start, end),
        ...(end < items.length ? { nextToken: tokenOf(end) } : {}),
    };
}
const tokenOf = (place) => Buffer.from(`place:${place}`).toString('base64');
function placeOf(token) {
    const [, place] = /^place:(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
    if (place === undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('InvalidParameterValue', 'Invalid NextToken.');
    return Number(place);
}
//# sourceMappingURL=paging.js.map

/***/ }),

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   D: () => (/* binding */ instanceId),
/* harmony export */   Is: () => (/* binding */ seededRandom),
/* harmony export */   Qh: () => (/* binding */ resourceSuffix),
/* harmony export */   W0: () => (/* binding */ cnameSuffix),
/* harmony export */   Xo: () => (/* binding */ environmentId),
/* harmony export */   ay: () => (/* binding */ hexadecimal),
/* harmony export */   gQ: () => (/* binding */ lowerCase)
/* harmony export */ });
/** A reproducible sequence (mulberry32). The same seed gives the same ids, names and small delays. */
function seededRandom(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
    return {
        next,
        uuid: () => 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(next() * 16).toString(16)),
    };
}
const pick = (random, alphabet, length) => Array.from({ length }, () => alphabet[Math.floor(random.next() * alphabet.length)] ?? '').join('');
const LOWER = 'abcdefghijkmnpqrstuvwxyz23456789';
const HEX = '0123456789abcdef';
const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** `e-` and ten characters. */
const environmentId = (random) => `e-${pick(random, LOWER, 10)}`;
/** `i-0` and sixteen hexadecimal digits. */
const instanceId = (random) => `i-0${pick(random, HEX, 16)}`;
/** The tail that CloudFormation gives to physical names. */
const resourceSuffix = (random, length = 12) => pick(random, UPPER, length);
const hexadecimal = (random, length) => pick(random, HEX, length);
/** As Kubernetes names what it makes. */
const lowerCase = (random, length) => pick(random, LOWER, length);
/** The `eba-` label in CNAMEs that nobody chose. */
const cnameSuffix = (random) => `eba-${pick(random, LOWER, 8)}`;
/** A span that varies by up to a tenth either way, so that repeated operations do not take the very same time. */
const about = (random, span) => Math.round(span * (0.95 + random.next() * 0.1));
//# sourceMappingURL=random.js.map

/***/ }),

/***/ 8151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ inventResources),
/* harmony export */   C0: () => (/* binding */ splitTargetGroupOf),
/* harmony export */   MA: () => (/* binding */ isSingleInstance),
/* harmony export */   ao: () => (/* binding */ temporaryGroupName),
/* harmony export */   dM: () => (/* binding */ loadBalancerKind)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _elbv2_shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2679);
/* harmony import */ var _options_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9522);
/* harmony import */ var _options_setting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7751);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1527);
/** The AWS resources of an environment, as names: what CloudFormation would have called them. */





/** `none` for workers and single instances. */
const loadBalancerKind = (environment) => (0,_options_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .loadBalancerTypeOf */ .Yw)((0,_options_setting_js__WEBPACK_IMPORTED_MODULE_3__/* .scopeOf */ .Od)(environment));
const isSingleInstance = (environment) => (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveOptions */ .Qx)(environment)['aws:elasticbeanstalk:environment']?.EnvironmentType === 'SingleInstance';
/** Invents the names of everything an environment of this kind consists of. */
function inventResources(context, environment) {
    if (environment.tier.name === 'Cluster')
        return inventClusterResources(context, environment);
    const { random, region, accountId } = context;
    const stackName = `awseb-${environment.id}-stack`;
    const kind = loadBalancerKind(environment);
    const scalable = !isSingleInstance(environment);
    const group = `${stackName}-AWSEBAutoScalingGroup-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random)}`;
    const policy = (name) => `arn:aws:autoscaling:${region}:${accountId}:scalingPolicy:${random.uuid()}:autoScalingGroupName/${group}:policyName/${stackName}-${name}-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random)}`;
    const alarm = (name) => `${stackName}-${name}-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random)}`;
    return {
        stackName,
        autoScalingGroup: group,
        ...(kind === 'none' ? {} : { loadBalancer: balancerFor(context, environment, kind) }),
        securityGroups: [
            ...(kind === 'none' ? [] : [`sg-0${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .hexadecimal */ .ay)(random, 16)}`]),
            `${stackName}-AWSEBSecurityGroup-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random)}`,
        ],
        launchTemplate: `lt-0${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .hexadecimal */ .ay)(random, 16)}`,
        scalingPolicies: scalable
            ? [policy('AWSEBAutoScalingScaleUpPolicy'), policy('AWSEBAutoScalingScaleDownPolicy')]
            : [],
        alarms: scalable ? [alarm('AWSEBCloudwatchAlarmHigh'), alarm('AWSEBCloudwatchAlarmLow')] : [],
        ...(isSingleInstance(environment) && environment.tier.name === 'WebServer'
            ? { elasticIp: inventAddress(context) }
            : {}),
        ...(environment.tier.name === 'Worker'
            ? {
                queueUrl: `https://sqs.${region}.amazonaws.com/${accountId}/${stackName}-AWSEBWorkerQueue-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random)}`,
            }
            : {}),
    };
}
/** Pods have no group, no alarms and no launch template. What AWS calls the load balancer is not published. */
function inventClusterResources(context, environment) {
    const kind = loadBalancerKind(environment);
    return {
        stackName: `awseb-${environment.id}-stack`,
        autoScalingGroup: '',
        ...(kind === 'none' ? {} : { loadBalancer: inventLoadBalancer(context, environment.id, kind) }),
        securityGroups: [],
        launchTemplate: '',
        scalingPolicies: [],
        alarms: [],
    };
}
function balancerFor(context, environment, kind) {
    const own = inventLoadBalancer(context, environment.id, kind);
    const shared = kind === 'application' ? (0,_elbv2_shared_js__WEBPACK_IMPORTED_MODULE_1__/* .sharedBalancerOf */ .p)(context, (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveOptions */ .Qx)(environment)) : undefined;
    const [listener] = shared?.listeners ?? [];
    if (shared === undefined || listener === undefined)
        return own;
    return { ...own, name: shared.arn, listenerName: listener.arn, shared: true };
}
function inventLoadBalancer({ random, region, accountId }, environmentId, kind) {
    if (kind === 'classic') {
        const name = `awseb-e-${environmentId.charAt(2)}-AWSEBLoa-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random, 13)}`;
        return { kind, name, listenerName: name };
    }
    const arn = `arn:aws:elasticloadbalancing:${region}:${accountId}`;
    const path = `${kind === 'application' ? 'app' : 'net'}/awseb-AWSEB-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random, 13)}/${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .hexadecimal */ .ay)(random, 16)}`;
    return {
        kind,
        name: `${arn}:loadbalancer/${path}`,
        listenerName: `${arn}:listener/${path}/${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .hexadecimal */ .ay)(random, 16)}`,
        targetGroupName: `${arn}:targetgroup/awseb-AWSEB-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random, 13)}/${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .hexadecimal */ .ay)(random, 16)}`,
    };
}
const inventAddress = ({ random }) => [52, ...Array.from({ length: 3 }, () => 1 + Math.floor(random.next() * 250))].join('.');
/** The temporary group of an immutable or traffic-splitting deployment: a stack of its own. */
const temporaryGroupName = ({ random }, environment) => `awseb-${environment.id}-immutable-stack-AWSEBAutoScalingGroup-${(0,_random_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceSuffix */ .Qh)(random)}`;
/** The second target group that a traffic-splitting deployment has while it runs; of load balanced environments. */
const splitTargetGroupOf = ({ resources }) => (resources.loadBalancer?.targetGroupName ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0'));
//# sourceMappingURL=resources.js.map

/***/ }),

/***/ 3503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ applied),
/* harmony export */   p: () => (/* binding */ readChange)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2402);
/* harmony import */ var _zone_ids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9649);
/* harmony import */ var _record_members_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2161);
/* harmony import */ var _zone_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2636);
/** A batch of changes to a hosted zone: all of them or none. Pure. Developer guide, "Choosing a routing policy", "Values for alias records". */






/** Developer guide, "Quotas": records of one name and type with the same policy. */
const MOST_ALIKE = 100;
const readChange = (given) => ({
    action: (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(given, 'Action') ?? '',
    record: (0,_record_members_js__WEBPACK_IMPORTED_MODULE_4__/* .readRecord */ .aE)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(given, 'ResourceRecordSet') ?? {}),
});
const described = ({ Name, Type, SetIdentifier }) => `[name='${Name}', type='${Type}'${SetIdentifier === undefined ? '' : `, set identifier='${SetIdentifier}'`}]`;
const named = ({ Name, Type, SetIdentifier }) => `RRSet with DNS name ${Name}, type ${Type}${SetIdentifier === undefined ? '' : `, SetIdentifier ${SetIdentifier}`}`;
/** The records after the batch. @throws ServiceError `InvalidChangeBatch` with every reason. */
function applied(zone, changes) {
    const records = new Map(zone.records.map((record) => [(0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(record), record]));
    const problems = [];
    for (const { action, record } of changes) {
        const key = (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(record);
        const known = records.get(key);
        const tried = (word) => `Tried to ${word} resource record set ${described(record)}`;
        if (action === 'DELETE') {
            if (known === undefined)
                problems.push(`${tried('delete')} but it was not found`);
            else if (!(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)({ ...known }, { ...record })) {
                problems.push(`${tried('delete')} but the values provided do not match the current values`);
            }
            records.delete(key);
        }
        else {
            if (action === 'CREATE' && known !== undefined)
                problems.push(`${tried('create')} but it already exists`);
            records.set(key, record);
        }
    }
    const after = [...records.values()].sort(_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .compareRecords */ .aB);
    for (const { action, record } of changes) {
        if (action !== 'DELETE')
            problems.push(...problemsOf(zone, after, record));
    }
    if (problems.length > 0) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('InvalidChangeBatch', `[${[...new Set(problems)].join(', ')}]`);
    }
    return after;
}
function problemsOf(zone, after, record) {
    const { Name, Type } = record;
    const sameName = after.filter((one) => one.Name === Name);
    const alike = sameName.filter((one) => one.Type === Type);
    const isInside = Name === zone.name || Name.endsWith(`.${zone.name}`);
    return [
        ...(isInside ? [] : [`RRSet with DNS name ${Name} is not permitted in zone ${zone.name}`]),
        ...(alike.some((one) => (0,_record_members_js__WEBPACK_IMPORTED_MODULE_4__/* .policyOf */ .US)(one) !== (0,_record_members_js__WEBPACK_IMPORTED_MODULE_4__/* .policyOf */ .US)(record))
            ? [`${named(record)} cannot be created as other RRSets exist with the same name and type.`]
            : []),
        ...(alike.length > MOST_ALIKE ? [`${named(record)}: more than ${MOST_ALIKE} records of this name and type`] : []),
        ...(sameName.some((one) => (one.Type === 'CNAME') !== (Type === 'CNAME'))
            ? [
                `RRSet of type CNAME with DNS name ${Name} is not permitted as it conflicts with other records with the same DNS name in zone ${zone.name}`,
            ]
            : []),
        ...(Type === 'CNAME' && Name === zone.name
            ? [`RRSet of type CNAME with DNS name ${Name} is not permitted at apex in zone ${zone.name}`]
            : []),
        ...aliasProblems(zone, after, record),
    ];
}
function aliasProblems(zone, after, record) {
    const alias = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(record, 'AliasTarget');
    if (alias === undefined)
        return [];
    const [id, target] = [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(alias, 'HostedZoneId') ?? '', (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .fullName */ .fq)((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(alias, 'DNSName') ?? '')];
    const tried = `Tried to create an alias that targets ${target}, type ${record.Type} in zone ${id},`;
    if (id === zone.id) {
        const isThere = after.some(({ Name, Type }) => Name === target && Type === record.Type);
        return isThere ? [] : [`${tried} but that target was not found`];
    }
    if ((0,_zone_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .awsZoneOf */ .BW)(target) !== id)
        return [`${tried} but the alias target name does not lie within the target zone`];
    // An environment has an address of version 4 only.
    return record.Type === 'AAAA' && target.endsWith('.elasticbeanstalk.com.')
        ? [`${tried} but that target was not found`]
        : [];
}
//# sourceMappingURL=change-batch.js.map

/***/ }),

/***/ 5620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ operations)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1527);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2402);
/* harmony import */ var _change_batch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3503);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7919);
/* harmony import */ var _zone_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2636);
/** Every operation of Route 53 that the simulated service knows: hosted zones, their record sets, and changes of them. */







/** API reference, ListResourceRecordSets and ListHostedZonesByName: MaxItems; ChangeResourceRecordSets: 1,000 changes. */
const MOST_RECORDS = 300;
const MOST_ZONES = 100;
const MOST_CHANGES = 1_000;
/** Developer guide: changes usually propagate to all servers within 60 seconds. */
const QUICKEST = 8;
const SLOWEST = 55;
function requireZone({ world }, given) {
    const id = given.replace(/^\/?hostedzone\//, '');
    const zone = world.hostedZones.get(id);
    if (zone === undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('NoSuchHostedZone', `No hosted zone found with ID: ${id}`, 404);
    return zone;
}
const shownZone = (zone) => ({
    Id: `/hostedzone/${zone.id}`,
    Name: zone.name,
    CallerReference: zone.callerReference,
    Config: { PrivateZone: false },
    ResourceRecordSetCount: zone.records.length,
});
function getHostedZone(context, input) {
    const zone = requireZone(context, (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(input, 'Id'));
    const NameServers = ['ns-1.awsdns-01.org', 'ns-2.awsdns-02.com', 'ns-3.awsdns-03.net', 'ns-4.awsdns-04.co.uk'];
    return { HostedZone: shownZone(zone), DelegationSet: { NameServers } };
}
const sizeOf = (input, most) => Math.max(1, Math.min((0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(input, 'MaxItems') ?? most, most));
function listHostedZones({ world }, input) {
    const size = sizeOf(input, MOST_ZONES);
    const all = [...world.hostedZones.values()];
    const start = Math.max(0, all.findIndex(({ id }) => id === (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'Marker')));
    const next = all[start + size];
    return {
        HostedZones: all.slice(start, start + size).map(shownZone),
        IsTruncated: next !== undefined,
        MaxItems: size,
        ...(next === undefined ? {} : { NextMarker: next.id }),
    };
}
/** From a name on, in the order of DNS: what is asked for is a beginning, not a filter. */
function listHostedZonesByName({ world }, input) {
    const size = sizeOf(input, MOST_ZONES);
    const [asked, id] = [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'DNSName'), (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'HostedZoneId')];
    const place = (name, zoneId) => ({ Name: name, Type: '', SetIdentifier: zoneId });
    const from = asked === undefined ? undefined : place((0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .fullName */ .fq)(asked), id ?? '');
    const found = [...world.hostedZones.values()]
        .sort((one, other) => (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .compareRecords */ .aB)(place(one.name, one.id), place(other.name, other.id)))
        .filter((zone) => from === undefined || (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .compareRecords */ .aB)(place(zone.name, zone.id), from) >= 0);
    const next = found[size];
    return {
        HostedZones: found.slice(0, size).map(shownZone),
        ...(asked === undefined ? {} : { DNSName: (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .fullName */ .fq)(asked) }),
        ...(id === undefined ? {} : { HostedZoneId: id }),
        IsTruncated: next !== undefined,
        MaxItems: size,
        ...(next === undefined ? {} : { NextDNSName: next.name, NextHostedZoneId: next.id }),
    };
}
function listRecords(context, input) {
    const zone = requireZone(context, (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(input, 'HostedZoneId'));
    const size = sizeOf(input, MOST_RECORDS);
    const [name, type] = [(0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'StartRecordName'), (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'StartRecordType')];
    const identifier = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(input, 'StartRecordIdentifier');
    if (name === undefined && type !== undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('InvalidInput', 'A type needs a name');
    const from = name === undefined ? undefined : { Name: (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .fullName */ .fq)(name), Type: type ?? '', SetIdentifier: identifier ?? '' };
    const found = zone.records.filter((record) => from === undefined || (0,_zone_js__WEBPACK_IMPORTED_MODULE_5__/* .compareRecords */ .aB)(record, from) >= 0);
    const next = found[size];
    return {
        ResourceRecordSets: found.slice(0, size).map(shownRecord),
        IsTruncated: next !== undefined,
        MaxItems: size,
        ...(next === undefined
            ? {}
            : {
                NextRecordName: next.Name,
                NextRecordType: next.Type,
                ...(next.SetIdentifier === undefined ? {} : { NextRecordIdentifier: next.SetIdentifier }),
            }),
    };
}
/** Developer guide, "DNS domain name format": an asterisk comes as its octal code. */
const shownRecord = (record) => ({ ...record, Name: record.Name.replaceAll('*', '\\052') });
function changeRecords(context, input) {
    const zone = requireZone(context, (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(input, 'HostedZoneId'));
    const batch = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(input, 'ChangeBatch') ?? {};
    const changes = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsOf */ .M$)(batch, 'Changes');
    if (changes.length === 0)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('InvalidInput', 'A batch needs at least one change');
    if (changes.length > MOST_CHANGES) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('InvalidChangeBatch', `[Number of records limit of ${MOST_CHANGES} exceeded.]`);
    }
    zone.records = (0,_change_batch_js__WEBPACK_IMPORTED_MODULE_3__/* .applied */ .I)(zone, changes.map(_change_batch_js__WEBPACK_IMPORTED_MODULE_3__/* .readChange */ .p));
    const comment = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .ur)(batch, 'Comment');
    const submittedAt = context.now();
    const span = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(QUICKEST + context.random.next() * (SLOWEST - QUICKEST));
    const change = {
        id: `C${(0,_random_js__WEBPACK_IMPORTED_MODULE_6__/* .resourceSuffix */ .Qh)(context.random, 20)}`,
        submittedAt,
        inSyncAt: submittedAt + Math.round(span),
        ...(comment === undefined ? {} : { comment }),
    };
    context.world.recordChanges.set(change.id, change);
    const { records } = zone;
    context.timeline.at(change.inSyncAt, () => {
        zone.answered = records;
        (0,_publish_js__WEBPACK_IMPORTED_MODULE_4__/* .publish */ .m)(context);
    });
    return { ChangeInfo: shownChange(context, change) };
}
const shownChange = (context, { id, submittedAt, inSyncAt, comment }) => ({
    Id: `/change/${id}`,
    Status: context.now() >= inSyncAt ? 'INSYNC' : 'PENDING',
    SubmittedAt: new Date(submittedAt),
    ...(comment === undefined ? {} : { Comment: comment }),
});
function getChange(context, input) {
    const id = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(input, 'Id').replace(/^\/?change\//, '');
    const change = context.world.recordChanges.get(id);
    if (change === undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('NoSuchChange', `Could not find resource with ID: ${id}`, 404);
    return { ChangeInfo: shownChange(context, change) };
}
const operations = {
    ChangeResourceRecordSets: changeRecords,
    GetChange: getChange,
    GetHostedZone: getHostedZone,
    ListHostedZones: listHostedZones,
    ListHostedZonesByName: listHostedZonesByName,
    ListResourceRecordSets: listRecords,
};
//# sourceMappingURL=operations.js.map

/***/ }),

/***/ 7919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/** Tells the runtime what the servers of Route 53 answer, whenever that has changed. */

/** As clients write names: in lower case, without the dot at the end. */
const hostOf = (name) => name.toLowerCase().replace(/\.$/, '');
/** Records that lead to an address of version 4: the simulated network has no other. */
function publish({ runtime, world }) {
    const names = new Map();
    for (const zone of world.hostedZones.values()) {
        for (const record of zone.answered.filter(({ Type }) => Type === 'A' || Type === 'CNAME')) {
            const name = hostOf(record.Name);
            names.set(name, [...(names.get(name) ?? []), ...answersOf(record)]);
        }
    }
    runtime.publish([...names].map(([name, answers]) => ({ name, answers })));
}
function answersOf(record) {
    const weight = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(record, 'Weight') ?? 1;
    const alias = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(record, 'AliasTarget');
    if (alias !== undefined) {
        // Developer guide: the console writes `dualstack.` before names of load balancers.
        const leadsTo = hostOf((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(alias, 'DNSName') ?? '').replace(/^dualstack\./, '');
        return [{ leadsTo, weight, checksTarget: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .flagOf */ .iP)(alias, 'EvaluateTargetHealth') === true }];
    }
    const values = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsOf */ .M$)(record, 'ResourceRecords').map((one) => hostOf((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(one, 'Value') ?? ''));
    return values.map((leadsTo) => ({ leadsTo, weight: weight / values.length, checksTarget: false }));
}
//# sourceMappingURL=publish.js.map

/***/ }),

/***/ 2161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   aE: () => (/* binding */ readRecord)
/* harmony export */ });
/* unused harmony export invalidInput */
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2402);
/* harmony import */ var _zone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2636);
/** One record set as a change brings it: checked by itself, and completed. API reference, ResourceRecordSet. */



/** Developer guide, "Values specific for weighted records". */
const MOST_WEIGHT = 255;
const LONGEST_TTL = 2_147_483_647;
/** A record set has at most one of these; which one is its routing policy. */
const POLICIES = ['Weight', 'Region', 'Failover', 'GeoLocation', 'MultiValueAnswer', 'CidrRoutingConfig'];
const invalidInput = (message) => new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('InvalidInput', message);
/** `simple` is none of them. */
const policyOf = (record) => POLICIES.find((name) => record[name] !== undefined) ?? 'simple';
function readRecord(given) {
    const name = (0,_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .fullName */ .fq)((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(given, 'Name') ?? '');
    const type = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(given, 'Type') ?? '';
    const policies = POLICIES.filter((one) => given[one] !== undefined);
    const about = `Invalid request: record ${name} of type ${type}`;
    if (policies.length > 1)
        throw invalidInput(`${about} has more than one of ${policies.join(', ')}`);
    if (policies.length === 1 && (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(given, 'SetIdentifier') === undefined) {
        throw invalidInput(`${about}: missing field 'SetIdentifier' in Change`);
    }
    if (policies.length === 0 && (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(given, 'SetIdentifier') !== undefined) {
        throw invalidInput(`${about}: expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one; a SetIdentifier needs a routing policy`);
    }
    const weight = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(given, 'Weight');
    if (weight !== undefined && (!Number.isInteger(weight) || weight < 0 || weight > MOST_WEIGHT)) {
        throw invalidInput(`${about}: Weight ${weight} is not between 0 and ${MOST_WEIGHT}`);
    }
    const healthCheck = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(given, 'HealthCheckId');
    if (healthCheck !== undefined) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._('NoSuchHealthCheck', `No health check exists with the specified ID: ${healthCheck}`);
    }
    return { ...given, ...destination(given, about), Name: name, Type: type };
}
/** Where it leads: values with a time to live, or an alias, which has neither. */
function destination(given, about) {
    const alias = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(given, 'AliasTarget');
    const values = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsOf */ .M$)(given, 'ResourceRecords');
    const ttl = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(given, 'TTL');
    const exactly = `${about}: expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found`;
    if (alias === undefined) {
        if (values.length === 0 || ttl === undefined)
            throw invalidInput(`${exactly} none`);
        if (ttl < 0 || ttl > LONGEST_TTL)
            throw invalidInput(`${about}: TTL ${ttl} is out of range`);
        return {};
    }
    if (values.length > 0 || ttl !== undefined)
        throw invalidInput(`${exactly} more than one`);
    return {
        AliasTarget: {
            HostedZoneId: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(alias, 'HostedZoneId') ?? '',
            DNSName: (0,_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .fullName */ .fq)((0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .ur)(alias, 'DNSName') ?? ''),
            EvaluateTargetHealth: (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .flagOf */ .iP)(alias, 'EvaluateTargetHealth') === true,
        },
    };
}
//# sourceMappingURL=record-members.js.map

/***/ }),

/***/ 2636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   aB: () => (/* binding */ compareRecords),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
const fullName = (name) => {
    const lower = name.toLowerCase().replaceAll('\\052', '*');
    return lower.endsWith('.') ? lower : `${lower}.`;
};
/** Which record set a change means: name, type and set identifier (API reference, ResourceRecordSet). */
const keyOf = ({ Name, Type, SetIdentifier }) => JSON.stringify([Name, Type, SetIdentifier]);
/** API reference, ListResourceRecordSets: by name with its labels reversed, then by type. */
function compareRecords(one, other) {
    const orderOf = ({ Name, Type, SetIdentifier = '' }) => [Name.split('.').reverse().join('.'), Type, SetIdentifier].join('\u0000');
    const [a, b] = [orderOf(one), orderOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
}
//# sourceMappingURL=zone.js.map

/***/ }),

/***/ 9653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x2: () => (/* binding */ allSucceeded),
  FU: () => (/* binding */ commandsOver),
  RS: () => (/* binding */ executeCommand),
  O9: () => (/* binding */ finish),
  S0: () => (/* binding */ startCommand),
  Vp: () => (/* binding */ tellCommandFailure),
  hO: () => (/* binding */ tellCommandSummary)
});

// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/simulator/cluster/image.js
var cluster_image = __webpack_require__(2558);
// EXTERNAL MODULE: ./lib/simulator/context.js
var simulator_context = __webpack_require__(3593);
// EXTERNAL MODULE: ./lib/simulator/instances.js
var simulator_instances = __webpack_require__(846);
// EXTERNAL MODULE: ./lib/simulator/timeline.js
var timeline = __webpack_require__(4707);
;// CONCATENATED MODULE: ./lib/simulator/scripts/deployment-log.js
/** The deployment log that newer platforms leave in the storage bucket, for one instance of each deployment. */

/** After a failure the last fifty lines are kept. */
const LAST_LINES = 50;
/** The log is cut at one megabyte. */
const MOST_BYTES = 1_048_576;
const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
/** Deployments whose log tells of a failure: it stays, whatever other instances report later. */
const failures = new WeakSet();
/** `resources/environments/logs/deployments/<environment id>/eb-deployment-<request id>.log`. */
const deploymentLogKey = (environmentId, requestId) => `resources/environments/logs/deployments/${environmentId}/eb-deployment-${requestId}.log`;
/**
 * Keeps how a command ended on an instance. One instance writes: the first one, or the first one that fails.
 * AWS guide, "Deployment logs". The text is the application's own: foreign.
 */
function deploymentLogged(context, environment, operation, instance, state) {
    if ((0,simulator_context/* effectiveOptions */.Qx)(environment)[PROPERTIES]?.EB_DEPLOYMENT_LOG_S3_DISABLED === 'true')
        return;
    const { accountId, objects, region } = context;
    const bucket = `elasticbeanstalk-${region}-${accountId}`;
    if (!objects.hasBucket(bucket))
        objects.createBucket(bucket);
    const key = deploymentLogKey(environment.id, operation.requestId);
    const failed = state.state === 'failed';
    if (failures.has(operation) || (!failed && objects.head(bucket, key) !== undefined))
        return;
    if (failed)
        failures.add(operation);
    objects.putText(bucket, key, failed ? failureText(instance, state.log) : successText(context, instance, state.notes));
}
function failureText(instance, log) {
    if (log === '')
        return `[ERROR] An error occurred during execution of command on ${instance.id}\n`;
    const text = log.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
    return `${Buffer.from(text, 'utf8').subarray(-MOST_BYTES).toString('utf8')}\n`;
}
function successText(context, instance, notes) {
    const stamp = new Date(context.now()).toISOString().replace('T', ' ').replace('Z', '');
    return [`Deployment on ${instance.id}`, ...notes, 'Engine execution has succeeded.']
        .map((line) => `${stamp} [INFO] ${line}\n`)
        .join('');
}
//# sourceMappingURL=deployment-log.js.map
// EXTERNAL MODULE: ./lib/simulator/scripts/update.js
var scripts_update = __webpack_require__(3216);
;// CONCATENATED MODULE: ./lib/simulator/scripts/commands.js
/** Commands on instances: started, waited for within the command timeout, and told as events. */







const ENVIRONMENT_PROPERTIES = 'aws:elasticbeanstalk:application:environment';
/** Runs the update's command on these instances at once and waits for all of them, but not for those that Auto Scaling takes. */
function* executeCommand(update, targets, { quiet = false } = {}) {
    const { context } = update;
    const instances = targets.filter((instance) => !(0,simulator_instances/* isLeaving */.Xi)(instance));
    const keepers = instances.filter((instance) => begin(update, instance) === 'kept');
    let running = instances.filter((instance) => !keepers.includes(instance) || instance.deployment?.status === 'In Progress');
    const succeeded = [...keepers.filter((instance) => !running.includes(instance))];
    const failed = [];
    const deadline = context.now() + (0,scripts_update/* commandTimeout */.bf)(update);
    const ended = (instance) => context.runtime.commandState(instance.id).state !== 'running';
    while (running.length > 0) {
        if (!(yield* (0,timeline/* until */.TG)(() => running.some((one) => (0,simulator_instances/* isLeaving */.Xi)(one) || ended(one)), deadline - context.now())))
            break;
        running = running.filter((one) => !(0,simulator_instances/* isLeaving */.Xi)(one));
        for (const instance of running.filter(ended)) {
            const state = context.runtime.commandState(instance.id);
            finish(context, instance, state);
            if (state.state !== 'running') {
                deploymentLogged(context, update.environment, update.operation, instance, state);
            }
            if (state.state === 'failed') {
                failed.push({ instance, returnCode: state.returnCode, output: state.output });
            }
            else
                succeeded.push(instance);
            if (!quiet)
                tellInstanceEvents(update, state);
        }
        running = running.filter((instance) => instance.deployment?.status === 'In Progress');
    }
    // The service gathers results from its queue some seconds later.
    yield* (0,scripts_update/* pause */.v7)(update, 4);
    return { succeeded, failed, timedOut: running };
}
/** Gives an instance its command; `kept` when a scenario lets it keep what it has (a new one gets the old version). */
function begin(update, instance) {
    const { environment, operation, oldLabel } = update;
    const ordinal = operation.touched;
    operation.touched += 1;
    const kept = (0,simulator_context/* faultsOf */.xm)(update.context, 'instance-keeps-old-version').some(({ count }) => update.kind === 'deploy' && oldLabel !== undefined && ordinal >= update.fleetSize - count);
    if (kept)
        instance.unnoticed = true;
    else
        delete instance.unnoticed;
    if (kept && instance.deployment !== undefined)
        return 'kept';
    startCommand(update.context, environment, instance, {
        // A new instance has nothing to configure yet: it is given the whole version.
        kind: instance.deployment === undefined ? 'deploy' : update.kind,
        deploymentId: kept ? environment.expectedDeploymentId : update.deploymentId,
        versionLabel: kept ? (oldLabel ?? update.label) : update.label,
        environmentVariables: update.options[ENVIRONMENT_PROPERTIES] ?? {},
        ordinal,
    });
    return kept ? 'kept' : 'begun';
}
/** Starts a command on one instance and notes it as its deployment. The bundle is that of the label. */
function startCommand(context, environment, instance, command) {
    const version = context.world.applications.get(environment.applicationName)?.versions.get(command.versionLabel);
    const bundle = version?.sourceBundle;
    // What is built has its bundle, and an image may have a folder that stands for it.
    const folder = bundle === undefined && version?.image !== undefined ? (0,cluster_image/* findImage */.F1)(context, version.image.uri)?.folder : undefined;
    const now = context.now();
    const first = instance.deployment === undefined;
    instance.lifecycle = 'InService';
    instance.passedChecks = 0;
    instance.deployment = {
        versionLabel: command.versionLabel,
        deploymentId: command.deploymentId,
        status: 'In Progress',
        time: now,
        startedAt: now,
        kind: first ? 'initialize' : command.kind,
    };
    context.runtime.command(instance.id, {
        ...command,
        ...(bundle === undefined ? {} : { bundle }),
        ...(folder === undefined ? {} : { folder }),
    });
}
/** Notes how an instance's command ended. */
function finish(context, instance, state) {
    const { deployment } = instance;
    if (deployment === undefined || state.state === 'running')
        return;
    const ended = {
        ...deployment,
        time: context.now(),
        status: state.state === 'succeeded' ? 'Deployed' : 'Failed',
        ...(state.state === 'failed' ? { failure: { returnCode: state.returnCode, output: state.output } } : {}),
    };
    instance.deployment = ended;
    if (state.state === 'succeeded')
        instance.runs = deployment.versionLabel;
}
function tellInstanceEvents(update, state) {
    const tell = (severity, message) => (0,simulator_context/* environmentEvent */.QC)(update.context, update.environment, {
        severity,
        message,
        requestId: update.operation.requestId,
        fromInstance: true,
    });
    if (state.state === 'succeeded') {
        for (const note of state.notes)
            tell('INFO', note);
        tell('INFO', 'Instance deployment completed successfully.');
    }
    if (state.state === 'failed')
        tell('ERROR', "Instance deployment failed. For details, see 'eb-engine.log'.");
}
const allSucceeded = (report) => report.failed.length + report.timedOut.length === 0;
/** The lines of a command that did not work everywhere, within one second; an update says besides that it aborts. */
function* tellCommandFailure(update, report) {
    yield* tellCommandSummary(update, report);
    const bad = [...report.failed.map(({ instance }) => instance), ...report.timedOut];
    const ids = (0,scripts_update/* idsOf */.UX)(bad, ',');
    (0,scripts_update/* say */.cv)(update, 'ERROR', `Unsuccessful command execution on instance id(s) '${ids}'. Aborting the operation.`);
    yield* (0,timeline/* wait */.uk)(31);
}
function* tellCommandSummary(update, report) {
    yield* (0,scripts_update/* withinOneSecond */.UA)(update);
    for (const { instance, returnCode, output } of report.failed) {
        (0,scripts_update/* say */.cv)(update, 'ERROR', `[Instance: ${instance.id}] Command failed on instance. Return code: ${returnCode} Output: ${output}.`);
        yield* (0,timeline/* wait */.uk)(7);
    }
    if (report.timedOut.length > 0) {
        (0,scripts_update/* say */.cv)(update, 'WARN', `The following instances have not responded in the allowed command timeout time (they might still finish eventually on their own): [${(0,scripts_update/* idsOf */.UX)(report.timedOut)}].`);
        yield* (0,timeline/* wait */.uk)(7);
    }
    (0,scripts_update/* say */.cv)(update, 'INFO', `Command execution completed on all instances. Summary: [${summary(report)}].`);
    yield* (0,timeline/* wait */.uk)(23);
}
function summary({ succeeded, failed, timedOut }) {
    const parts = [`Successful: ${succeeded.length}`];
    if (failed.length > 0)
        parts.push(`Failed: ${failed.length}`);
    if (timedOut.length > 0)
        parts.push(`TimedOut: ${timedOut.length}`);
    return parts.join(', ');
}
/** Lets commands that an ended operation left behind come to their own end. */
function* commandsOver(context, instances, patience = (0,time/* seconds */.YA)(60)) {
    const busy = () => instances.filter((one) => one.deployment?.status === 'In Progress' && !(0,simulator_instances/* isLeaving */.Xi)(one));
    const over = ({ id }) => context.runtime.commandState(id).state !== 'running';
    yield* (0,timeline/* until */.TG)(() => busy().every(over), patience);
    for (const instance of busy()) {
        const state = context.runtime.commandState(instance.id);
        finish(context, instance, state.state === 'running' ? { state: 'failed', returnCode: 1, output: 'Aborted', log: '' } : state);
    }
}
//# sourceMappingURL=commands.js.map

/***/ }),

/***/ 3792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ noCapacity),
/* harmony export */   V4: () => (/* binding */ BOOT),
/* harmony export */   jW: () => (/* binding */ bootInstances)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _instances_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(846);
/* harmony import */ var _update_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3216);
/** New instances during an update: launched, booted, or refused for want of capacity. */




/** Seconds until a new instance takes commands. */
const BOOT = 55;
/** Launches so many instances and waits until they have booted; `undefined` when there is no capacity. */
function* bootInstances(update, count, place) {
    const { context, environment } = update;
    const [missing] = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .faultsOf */ .xm)(context, 'no-capacity');
    if (missing !== undefined) {
        yield* (0,_update_js__WEBPACK_IMPORTED_MODULE_3__/* .pause */ .v7)(update, BOOT);
        const temporary = place.group === 'temporary';
        const group = (temporary ? environment.resources.temporaryGroup : undefined) ?? environment.resources.autoScalingGroup;
        const reason = missing.message ?? noCapacity(context.region);
        (0,_update_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv)(update, 'ERROR', `${temporary ? 'Creating' : 'Updating'} Auto Scaling group named: ${group} failed Reason: ${reason}`);
        return undefined;
    }
    const instances = Array.from({ length: count }, () => (0,_instances_js__WEBPACK_IMPORTED_MODULE_2__/* .launchInstance */ .Dj)(context, environment, place));
    (0,_instances_js__WEBPACK_IMPORTED_MODULE_2__/* .announceAdded */ .KM)(context, environment, instances, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(91));
    yield* (0,_update_js__WEBPACK_IMPORTED_MODULE_3__/* .pause */ .v7)(update, BOOT);
    return instances;
}
const noCapacity = (region) => `We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (${region}a). Our system will be working on provisioning additional capacity.`;
//# sourceMappingURL=launching.js.map

/***/ }),

/***/ 3216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ batchSize),
/* harmony export */   UA: () => (/* binding */ withinOneSecond),
/* harmony export */   UX: () => (/* binding */ idsOf),
/* harmony export */   VN: () => (/* binding */ chunks),
/* harmony export */   _e: () => (/* binding */ evaluationMinutes),
/* harmony export */   bf: () => (/* binding */ commandTimeout),
/* harmony export */   ct: () => (/* binding */ policyName),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   i$: () => (/* binding */ ignoresHealth),
/* harmony export */   mk: () => (/* binding */ newVersionPercent),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _instances_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(846);
/* harmony import */ var _options_catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9522);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1527);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4707);
/** One update of an environment as its scripts see it: what is to run, how it speaks, what settings rule it. */






function say(update, severity, message) {
    (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentEvent */ .QC)(update.context, update.environment, {
        severity,
        message,
        requestId: update.operation.requestId,
    });
}
/** Waits about so many seconds: no two operations of the service take the very same time. */
function* pause(update, span) {
    yield* (0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .wait */ .uk)((0,_random_js__WEBPACK_IMPORTED_MODULE_5__/* .about */ .Cv)(update.context.random, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(span)));
}
/** Makes sure that the next lines, milliseconds apart, share one second, as they do in observed failures. */
function* withinOneSecond(update) {
    const left = 1_000 - (update.context.now() % 1_000);
    if (left < 400)
        yield* (0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .wait */ .uk)(left);
}
/** An option of the environment as it is now: a policy that comes with a version does not rule that very deployment. */
const current = (update, namespace, option) => (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(update.environment, namespace, option, (0,_options_catalogue_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultOption */ .hd)(namespace, option) ?? '');
const COMMAND = 'aws:elasticbeanstalk:command';
const policyName = (update) => current(update, COMMAND, 'DeploymentPolicy');
const ignoresHealth = (update) => current(update, COMMAND, 'IgnoreHealthCheck') === 'true';
/** AWS guide: 240 seconds are added to the configured timeout. */
const commandTimeout = (update) => (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(Number(current(update, COMMAND, 'Timeout')) + 240);
const newVersionPercent = (update) => Number(current(update, 'aws:elasticbeanstalk:trafficsplitting', 'NewVersionPercent'));
const evaluationMinutes = (update) => Number(current(update, 'aws:elasticbeanstalk:trafficsplitting', 'EvaluationTime'));
/** Instances in a batch: a fixed number, or a percentage of the fleet, rounded, but at least one. */
function batchSize(update) {
    const total = (0,_instances_js__WEBPACK_IMPORTED_MODULE_2__/* .activeInstances */ .rX)(update.environment).length;
    const size = Number(current(update, COMMAND, 'BatchSize'));
    const wanted = current(update, COMMAND, 'BatchSizeType') === 'Fixed' ? size : Math.floor((total * size) / 100);
    return Math.min(Math.max(1, wanted), Math.max(1, total));
}
const idsOf = (instances, separator = ', ') => instances.map((instance) => instance.id).join(separator);
function* chunks(items, size) {
    for (let index = 0; index < items.length; index += size)
        yield items.slice(index, index + size);
}
//# sourceMappingURL=update.js.map

/***/ }),

/***/ 2577:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _ready_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);
/* harmony import */ var _serve_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1003);
/* harmony import */ var _start_simulator_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8375);
/** `npm run simulator`: the simulator as a process of its own, until it is interrupted. */



const complain = (line) => void process.stderr.write(`${line}\n`);
/** What went wrong at the start, in one line. */
function reason(error, settings) {
    const { code, message } = error;
    if (code === 'EADDRINUSE')
        return `Port ${settings.port} is taken. Choose another one with --port, or any free one with --port 0.`;
    if (code === 'EACCES')
        return `Port ${settings.port} may not be opened by this user. Choose another one with --port.`;
    return `The simulator could not start: ${message ?? String(error)}`;
}
/** Resolves when this process is asked to end: by a signal, by its parent's end, or over HTTP. */
function askedToStop(running, settings) {
    return new Promise((done) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
            process.once(signal, () => done());
        if (settings.stopWithParent) {
            process.stdin
                .on('end', done)
                .on('close', done)
                .on('error', () => done());
            process.stdin.resume();
        }
        void running.stopped.then(done);
    });
}
async function serve(settings) {
    let running;
    try {
        running = await (0,_start_simulator_js__WEBPACK_IMPORTED_MODULE_1__/* .startSimulator */ .r)(settings, complain);
    }
    catch (error) {
        complain(reason(error, settings));
        return 1;
    }
    const stop = askedToStop(running, settings);
    const crashed = new Promise((crash) => {
        process.on('uncaughtException', crash);
        process.on('unhandledRejection', crash);
    });
    process.stdout.write((0,_ready_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readyText */ .d)(running.url, running.environment));
    const failure = await Promise.race([stop, crashed]);
    // Whoever interrupts twice does not want to wait.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => process.exit(1));
    await running.close();
    if (failure === undefined)
        return 0;
    complain(failure instanceof Error ? (failure.stack ?? failure.message) : String(failure));
    return 1;
}
async function main() {
    const parsed = (0,_serve_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSettings */ .P)(process.argv.slice(2), process.platform);
    switch (parsed.kind) {
        case 'help':
            process.stdout.write(_serve_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .USAGE */ .u);
            return 0;
        case 'problems':
            for (const problem of parsed.problems)
                complain(problem);
            complain('npm run simulator -- --help lists the options.');
            return 2;
        case 'settings':
            return await serve(parsed.settings);
    }
}
process.exit(await main());
//# sourceMappingURL=serve.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ServiceError)
/* harmony export */ });
/** A refusal as AWS words it: the code and the text are part of the simulated interface. */
/** What the service answers instead of a result. `status` is the HTTP status code on the wire. */
class ServiceError extends Error {
    name = 'ServiceError';
    code;
    status;
    constructor(code, message, status = 400) {
        super(message);
        this.code = code;
        this.status = status;
    }
}
//# sourceMappingURL=service-error.js.map

/***/ }),

/***/ 8375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ startSimulator)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/simulator/clocks.js
/**
 * Time that passes only in `sleep`, so a test of a half-hour rollout takes milliseconds. Sleepers wake in the order of
 * their moments: with several of them, each `sleep` waits for the others to have their turn.
 */
class VirtualClock {
    #now;
    #sleepers = [];
    #scheduled = false;
    constructor(start = Date.UTC(2026, 10, 21, 9, 0, 0)) {
        this.#now = start;
    }
    now() {
        return this.#now;
    }
    /** Moves time on at once, waking nobody who sleeps beyond it. */
    advance(span) {
        this.#now += Math.max(0, span);
        this.#wakeDue();
    }
    sleep(span, signal) {
        if (signal?.aborted)
            return Promise.resolve();
        return new Promise((resolve) => {
            const sleeper = { at: this.#now + Math.max(0, span), wake: resolve };
            this.#sleepers.push(sleeper);
            signal?.addEventListener('abort', () => {
                const index = this.#sleepers.indexOf(sleeper);
                if (index >= 0)
                    this.#sleepers.splice(index, 1);
                resolve();
            }, { once: true });
            this.#schedule();
        });
    }
    /** Lets everything that can still run do so, then jumps to the earliest sleeper. */
    #schedule() {
        if (this.#scheduled)
            return;
        this.#scheduled = true;
        setImmediate(() => {
            this.#scheduled = false;
            const earliest = this.#sleepers.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
            if (earliest === Number.POSITIVE_INFINITY)
                return;
            this.#now = Math.max(this.#now, earliest);
            this.#wakeDue();
            if (this.#sleepers.length > 0)
                this.#schedule();
        });
    }
    #wakeDue() {
        for (let index = 0; index < this.#sleepers.length;) {
            const sleeper = this.#sleepers[index];
            if (sleeper !== undefined && sleeper.at <= this.#now) {
                this.#sleepers.splice(index, 1);
                sleeper.wake();
            }
            else
                index += 1;
        }
    }
}
/** The wall's time, `speed` times as fast, from the wall's present moment on. */
class ScaledClock {
    #wall;
    #speed;
    #start;
    constructor(wall, speed) {
        this.#wall = wall;
        this.#speed = speed;
        this.#start = wall.now();
    }
    now() {
        return Math.floor(this.#start + (this.#wall.now() - this.#start) * this.#speed);
    }
    sleep(span, signal) {
        return this.#wall.sleep(span / this.#speed, signal);
    }
}
//# sourceMappingURL=clocks.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/simulator/network/weighted-choice.js
/** After so many requests the shares are exact: the guide says which part of the requests a weight gets, not which ones. */
const ROUND = 100;
class WeightedChoice {
    #weights;
    #sum;
    /** What each is owed from the rounds before, in requests. */
    #owed;
    #round = [];
    constructor(weights) {
        this.#weights = weights;
        this.#sum = weights.reduce((sum, one) => sum + one, 0);
        this.#owed = weights.map(() => 0);
    }
    /** The place of the chosen one; `undefined` when nobody has a weight. */
    next(random) {
        if (this.#sum <= 0)
            return undefined;
        if (this.#round.length === 0)
            this.#round = shuffled(this.#dealt(), random);
        return this.#round.pop();
    }
    #dealt() {
        return Array.from({ length: ROUND }, () => {
            let most = 0;
            for (const [index, weight] of this.#weights.entries()) {
                this.#owed[index] = (this.#owed[index] ?? 0) + weight / this.#sum;
                if ((this.#owed[index] ?? 0) > (this.#owed[most] ?? 0))
                    most = index;
            }
            this.#owed[most] = (this.#owed[most] ?? 0) - 1;
            return most;
        });
    }
}
/** Fisher and Yates. */
function shuffled(items, random) {
    for (let last = items.length - 1; last > 0; last -= 1) {
        const other = Math.floor(random.next() * (last + 1));
        [items[last], items[other]] = [items[other] ?? 0, items[last] ?? 0];
    }
    return items;
}
//# sourceMappingURL=weighted-choice.js.map
;// CONCATENATED MODULE: ./lib/simulator/network/balancer.js

/** ALB guide, "Sticky sessions": the cookie of target group stickiness. */
const COOKIE = 'AWSALBTG';
/** `*` is any text, `?` any character; host names in any case (ALB guide, "Condition types for listener rules"). */
function fits(pattern, text, ignoreCase) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, ignoreCase ? 'is' : 's').test(text);
}
function holds(rule, request) {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    const isMet = (condition) => {
        switch (condition.on) {
            case 'host':
                return condition.values.some((pattern) => fits(pattern, host, true));
            case 'path':
                return condition.values.some((pattern) => fits(pattern, path, false));
            case 'header': {
                const value = request.headers[condition.name.toLowerCase()];
                return value !== undefined && condition.values.some((pattern) => fits(pattern, String(value), true));
            }
        }
    };
    return rule.conditions.every(isMet);
}
/** Decides where a request goes. */
function decide({ rules }, request, random, now) {
    const rule = rules.find((one) => holds(one, request));
    if (rule === undefined)
        return { kind: 'nobody' };
    const { action } = rule;
    switch (action.kind) {
        case 'redirect':
            return { ...action, location: filledIn(action.location, request) };
        case 'fixed':
            return action;
        case 'forward':
            return chosen(action, request, random, now);
    }
}
function chosen(action, request, random, now) {
    const { targets, stickySeconds } = action;
    const stuck = stickySeconds === undefined ? undefined : cookieOf(request, now);
    // A group that is not in the action any more holds nobody; one with weight 0 keeps its clients.
    const kept = targets.find((one) => one.environmentId !== undefined && one.environmentId === stuck);
    const environmentId = kept === undefined ? byWeight(targets, random) : kept.environmentId;
    if (environmentId === undefined)
        return { kind: 'nobody' };
    const isNew = stickySeconds !== undefined && kept === undefined;
    return {
        kind: 'environment',
        environmentId,
        ...(isNew ? { cookie: cookieFor(environmentId, now + stickySeconds * 1_000, stickySeconds) } : {}),
    };
}
/** Each list of targets goes on where it was: a changed rule is another list. */
const choices = new WeakMap();
function byWeight(targets, random) {
    const choice = choices.get(targets) ?? new WeightedChoice(targets.map(({ weight }) => weight));
    choices.set(targets, choice);
    const place = choice.next(random);
    return place === undefined ? undefined : targets[place]?.environmentId;
}
/** Opaque to clients: the group, and until when it holds. */
const cookieFor = (environmentId, until, length) => {
    const value = Buffer.from(`${environmentId}|${until}`).toString('base64url');
    return `${COOKIE}=${value}; Max-Age=${length}; Path=/`;
};
function cookieOf({ headers }, now) {
    const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
    const [environmentId, until] = Buffer.from(value ?? '', 'base64url')
        .toString('utf8')
        .split('|');
    return Number(until) > now ? environmentId : undefined;
}
function filledIn(location, request) {
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    const parts = {
        protocol: 'http',
        host: (request.headers.host ?? '').replace(/:\d+$/, ''),
        port: '80',
        path: path.slice(1),
        query,
    };
    return location
        .replace(/#\{(\w+)\}/g, (_, name) => parts[name] ?? '')
        .replace(/\?$/, '')
        .replace(/^HTTPS?(?=:)/, (scheme) => scheme.toLowerCase());
}
//# sourceMappingURL=balancer.js.map
// EXTERNAL MODULE: ./node_modules/http-proxy-3/dist/lib/index.js
var lib = __webpack_require__(1774);
;// CONCATENATED MODULE: ./lib/simulator/network/reverse-proxy.js

/** A load balancer's idle timeout (AWS guide: "Application Load Balancers", 60 seconds), in real time. */
const IDLE = 60_000;
/** The words of the two servers that answer for an application which does not. */
const SERVERS = { 'load-balancer': 'awselb/2.0', nginx: 'nginx' };
const REASONS = { 502: 'Bad Gateway', 503: 'Service Temporarily Unavailable', 504: 'Gateway Time-out' };
/** Answers a request in the application's place, with the page that the real server would send. */
function answerFailure(response, status, server = 'load-balancer') {
    const title = `${status} ${REASONS[status]}`;
    const signature = server === 'nginx' ? '<hr><center>nginx</center>\r\n' : '';
    const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n${signature}</body>\r\n</html>\r\n`;
    response.writeHead(status, {
        server: SERVERS[server],
        'content-type': 'text/html',
        'content-length': Buffer.byteLength(page),
    });
    response.end(page);
}
class ReverseProxy {
    #proxy;
    /** What the load balancer itself sets, beside the application's own. */
    #cookies = new WeakMap();
    constructor() {
        /*
         * `agent: false`: a connection of its own for every request. A kept connection that the application closes while
         * the next request is on its way would break that request, and a stopping application waits for idle connections.
         * On loopback a new connection costs a tenth of a millisecond; a lost request would cost the proof.
         */
        this.#proxy = (0,lib/* createProxyServer */.eQ)({ xfwd: true, proxyTimeout: IDLE, agent: false });
        this.#proxy.on('proxyRes', (answer, _request, response) => {
            const cookie = this.#cookies.get(response);
            if (cookie !== undefined)
                answer.headers['set-cookie'] = [...(answer.headers['set-cookie'] ?? []), cookie];
            // The application died in the middle of its answer: the client must not take the half for the whole.
            answer.once('close', () => {
                if (!answer.complete)
                    response.destroy();
            });
        });
    }
    /**
     * Forwards to 127.0.0.1:`port`; without a port, or where nobody listens, the client gets a 502.
     * `done` is called once, with the status that the client was given (0: it went away before).
     */
    forward(request, response, port, cookie, done) {
        if (cookie !== undefined)
            this.#cookies.set(response, cookie);
        response.once('close', () => done(response.headersSent ? response.statusCode : 0));
        const fail = () => {
            if (response.headersSent)
                response.destroy();
            else
                answerFailure(response, 502);
        };
        if (port === undefined) {
            fail();
            return;
        }
        this.#proxy.web(request, response, { target: { host: '127.0.0.1', port } }, fail);
    }
}
//# sourceMappingURL=reverse-proxy.js.map
;// CONCATENATED MODULE: ./lib/simulator/network/balancing.js


class Balancing {
    #random;
    #now;
    #entranceOf;
    #byEnvironment = new Map();
    constructor(random, now, entranceOf) {
        this.#random = random;
        this.#now = now;
        this.#entranceOf = entranceOf;
    }
    set(balancers) {
        this.#byEnvironment = new Map(balancers.flatMap((one) => one.environmentIds.map((id) => [id, one])));
    }
    /** `false`: no load balancer with rules stands before this environment. */
    dispatch(environmentId, request, response) {
        const balancer = this.#byEnvironment.get(environmentId);
        if (balancer === undefined)
            return false;
        this.#carryOut(decide(balancer, request, this.#random, this.#now()), request, response);
        return true;
    }
    #carryOut(decision, request, response) {
        switch (decision.kind) {
            case 'environment': {
                const entrance = this.#entranceOf(decision.environmentId);
                if (entrance === undefined)
                    answerFailure(response, 503);
                else
                    entrance.give(request, response, decision.cookie);
                return;
            }
            case 'fixed': {
                const length = Buffer.byteLength(decision.body);
                const headers = { server: 'awselb/2.0', 'content-type': decision.contentType, 'content-length': length };
                response.writeHead(decision.status, headers).end(decision.body);
                return;
            }
            case 'redirect':
                response
                    .writeHead(decision.status, { server: 'awselb/2.0', location: decision.location, 'content-length': 0 })
                    .end();
                return;
            case 'nobody':
                answerFailure(response, 503);
                return;
        }
    }
}
//# sourceMappingURL=balancing.js.map
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/simulator/network/certificates.js
/** An authority of the simulator's own, and certificates for the names that it serves over TLS: X.509, written by hand. */


const DAY = 86_400_000;
const NAME = 'Elastic Beanstalk simulator';
/** RFC 5280 and RFC 5758. */
const OID = {
    commonName: '550403',
    subjectKeyId: '551d0e',
    keyUsage: '551d0f',
    alternativeNames: '551d11',
    basicConstraints: '551d13',
    authorityKeyId: '551d23',
    ecdsaWithSha256: '2a8648ce3d040302',
};
/** One element of DER: tag, length, content. */
function der(tag, ...parts) {
    const content = Buffer.concat(parts);
    const size = content.length.toString(16);
    const bytes = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, 'hex');
    const length = content.length < 0x80 ? bytes : Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
    return Buffer.concat([Buffer.from([tag]), length, content]);
}
const sequence = (...parts) => der(0x30, ...parts);
const oid = (name) => der(0x06, Buffer.from(OID[name], 'hex'));
const octets = (content) => der(0x04, content);
const bits = (content, unused = 0) => der(0x03, Buffer.from([unused]), content);
const TRUE = der(0x01, Buffer.from([0xff]));
const ALGORITHM = sequence(oid('ecdsaWithSha256'));
const issuer = sequence(der(0x31, sequence(oid('commonName'), der(0x0c, Buffer.from(NAME)))));
/** Who asks for a name compares it with the alternative names; the subject only has to differ from the issuer's. */
const leafSubject = sequence(der(0x31, sequence(oid('commonName'), der(0x0c, Buffer.from('a simulated environment')))));
const certificates_time = (at) => der(0x18, Buffer.from(new Date(at).toISOString().replace(/[-:T]|\.\d+/g, ''), 'ascii'));
const extension = (name, value, critical = false) => sequence(oid(name), ...(critical ? [TRUE] : []), octets(value));
const newKeys = () => (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
const keyId = ({ publicKey }) => (0,external_node_crypto_.createHash)('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
function certificate(subject, keys, signer, extensions, now) {
    const body = sequence(der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([0x01]), (0,external_node_crypto_.randomBytes)(15)), ALGORITHM, issuer, sequence(certificates_time(now - DAY), certificates_time(now + 30 * DAY)), subject, keys.publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(...extensions, extension('subjectKeyId', octets(keyId(keys))), extension('authorityKeyId', sequence(der(0x80, keyId(signer)))))));
    const whole = sequence(body, ALGORITHM, bits((0,external_node_crypto_.sign)('sha256', body, signer.privateKey)));
    const text = whole.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
    return `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
}
/** Made anew in each process; its key never leaves it. */
class CertificateAuthority {
    #keys = newKeys();
    #now;
    #contexts = new Map();
    /** What a client has to trust (PEM). */
    certificate;
    /** `now`: the wall's, because clients judge certificates by theirs. */
    constructor(now) {
        this.#now = now;
        const isAuthority = extension('basicConstraints', sequence(TRUE), true);
        // keyCertSign only.
        const use = extension('keyUsage', bits(Buffer.from([0x04]), 2), true);
        this.certificate = certificate(issuer, this.#keys, this.#keys, [isAuthority, use], now);
    }
    /** A certificate for this host name. */
    contextFor(host) {
        const known = this.#contexts.get(host);
        if (known !== undefined)
            return known;
        const keys = newKeys();
        const names = extension('alternativeNames', sequence(der(0x82, Buffer.from(host, 'ascii'))));
        const context = (0,external_node_tls_.createSecureContext)({
            key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
            cert: certificate(leafSubject, keys, this.#keys, [names], this.#now),
        });
        this.#contexts.set(host, context);
        return context;
    }
}
//# sourceMappingURL=certificates.js.map
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./lib/simulator/network/target-choice.js
class TargetChoice {
    /** Percent owed to the split group. Carried over, so shares are exact, not just likely. */
    #owed = 0;
    #turns = { default: 0, split: 0 };
    /** The instance for the next request, or `undefined` when the chosen group has nobody to give it to. */
    next(candidates, splitPercent) {
        const group = this.#nextGroup(splitPercent);
        const members = candidates.filter((candidate) => candidate.group === group);
        const healthy = members.filter(({ health }) => health === 'healthy');
        // "If a target group contains only unhealthy registered targets, the load balancer routes requests to all those
        // targets" (AWS guide: "Target group health"). Targets that were never checked get nothing.
        const open = healthy.length > 0 ? healthy : members.filter(({ health }) => health === 'unhealthy');
        if (open.length === 0)
            return undefined;
        const turn = this.#turns[group];
        this.#turns[group] = turn + 1;
        return open[turn % open.length]?.instanceId;
    }
    #nextGroup(splitPercent) {
        this.#owed += splitPercent;
        if (this.#owed < 100)
            return 'default';
        this.#owed -= 100;
        return 'split';
    }
}
//# sourceMappingURL=target-choice.js.map
;// CONCATENATED MODULE: ./lib/simulator/network/target-health.js
/** Active health checks of one target, counted as a load balancer counts them. */

/** Faster clocks must not turn a busy machine into a sick target. */
const LEAST_REAL_INTERVAL = 50;
const LEAST_REAL_TIMEOUT = 2_000;
/** AWS guide, "Health checks for target groups": the first check decides, later changes need the thresholds. */
class TargetHealthCheck {
    #port;
    #pace;
    #settings;
    #state = 'initial';
    #streak = 0;
    #timer;
    #stopped = false;
    constructor(port, settings, pace) {
        this.#port = port;
        this.#settings = settings;
        this.#pace = pace;
        void this.#check();
    }
    get state() {
        return this.#state;
    }
    set settings(settings) {
        this.#settings = settings;
    }
    stop() {
        this.#stopped = true;
        clearTimeout(this.#timer);
    }
    async #check() {
        const { path, timeoutSeconds, intervalSeconds } = this.#settings;
        const passed = await answersHealthy(this.#port(), path, this.#pace(timeoutSeconds * 1_000, LEAST_REAL_TIMEOUT));
        if (this.#stopped)
            return;
        this.#count(passed);
        this.#timer = setTimeout(() => void this.#check(), this.#pace(intervalSeconds * 1_000, LEAST_REAL_INTERVAL));
    }
    #count(passed) {
        const { healthyThreshold, unhealthyThreshold } = this.#settings;
        if (this.#state === 'initial') {
            // One success is enough in the beginning; failures leave a target that still starts in `initial` for a while.
            this.#streak = passed ? 0 : this.#streak + 1;
            if (passed)
                this.#state = 'healthy';
            else if (this.#streak >= unhealthyThreshold)
                this.#change('unhealthy');
            return;
        }
        const agrees = passed === (this.#state === 'healthy');
        this.#streak = agrees ? 0 : this.#streak + 1;
        if (this.#state === 'healthy' && this.#streak >= unhealthyThreshold)
            this.#change('unhealthy');
        else if (this.#state === 'unhealthy' && this.#streak >= healthyThreshold)
            this.#change('healthy');
    }
    #change(state) {
        this.#state = state;
        this.#streak = 0;
    }
}
/** Asks once. Healthy is status 200 alone, Elastic Load Balancing's default matcher. */
function answersHealthy(port, path, timeout) {
    if (port === undefined)
        return Promise.resolve(false);
    return new Promise((resolve) => {
        const headers = { 'user-agent': 'ELB-HealthChecker/2.0', connection: 'close' };
        try {
            const request = (0,external_node_http_.get)({ host: '127.0.0.1', port, path: encodeURI(path), headers, agent: false }, (response) => {
                response.resume();
                resolve(response.statusCode === 200);
            });
            request.setTimeout(timeout, () => request.destroy(new Error('timeout')));
            request.once('error', () => resolve(false));
        }
        catch {
            // A health check path that is no path at all never passes.
            resolve(false);
        }
    });
}
//# sourceMappingURL=target-health.js.map
;// CONCATENATED MODULE: ./lib/simulator/network/entrance.js
/** The traffic entrance of an environment: a load balancer with its targets, or the address of a single instance. */




/** Above every client's own: a server that closes idle connections first would break requests on their way. */
const KEEP_ALIVE = 75_000;
class Entrance {
    kind;
    endpoint;
    #surroundings;
    #proxy = new ReverseProxy();
    #choice = new TargetChoice();
    #targets = new Map();
    /** Requests that an instance is answering at this moment. */
    #inFlight = new Map();
    #server;
    #listening;
    #splitPercent = 0;
    constructor(kind, endpoint, surroundings) {
        this.kind = kind;
        this.endpoint = endpoint;
        this.#surroundings = surroundings;
        this.#server = (0,external_node_http_.createServer)({ keepAliveTimeout: KEEP_ALIVE }, (request, response) => this.handle(request, response));
        this.#listening = new Promise((resolve, reject) => {
            this.#server.once('error', reject);
            this.#server.listen(0, '127.0.0.1', resolve);
        });
        this.#listening.catch(() => { });
    }
    get isSecure() {
        return this.#surroundings.isSecure === true;
    }
    /** The loopback port of the entrance's own server. */
    async port() {
        await this.#listening;
        return this.#server.address().port;
    }
    /** Makes targets, weights and health checks as described; what stays the same goes on undisturbed. */
    route(routing) {
        this.#splitPercent = routing.splitPercent;
        const wished = new Map(routing.targets.map((target) => [target.instanceId, target]));
        for (const instanceId of this.#targets.keys())
            if (!wished.has(instanceId))
                this.#drop(instanceId);
        for (const target of wished.values()) {
            if (target.state === 'draining')
                this.#drain(target, routing);
            else
                this.#register(target, routing);
        }
    }
    targetHealth(instanceId) {
        const active = this.#targets.get(instanceId);
        if (active === undefined)
            return 'unused';
        if (active.target.state === 'draining')
            return active.delay === undefined ? 'unused' : 'draining';
        return active.check?.state ?? 'healthy';
    }
    /** Whether any of its targets is healthy: what records that evaluate their target ask. */
    get isHealthy() {
        return [...this.#targets.values()].some(({ target, check }) => target.state === 'registered' && (check?.state ?? 'healthy') === 'healthy');
    }
    /** How many requests an instance is answering. */
    inFlight(instanceId) {
        return this.#inFlight.get(instanceId) ?? 0;
    }
    /** Whether new requests may go to the instance. */
    isRegistered(instanceId) {
        return this.#targets.get(instanceId)?.target.state === 'registered';
    }
    /** Answers one request of a client that has found its way here by a name. */
    handle(request, response) {
        if (this.#surroundings.dispatch?.(request, response) !== true)
            this.give(request, response);
    }
    /** Gives a request to one of its targets; `cookie`: set beside those of the application. */
    give(request, response, cookie) {
        const instanceId = this.#choice.next(this.#candidates(), this.#splitPercent);
        if (instanceId === undefined) {
            answerFailure(response, this.kind === 'load-balancer' ? 503 : 502, this.kind === 'load-balancer' ? 'load-balancer' : 'nginx');
            return;
        }
        const startedAt = performance.now();
        const group = this.#targets.get(instanceId)?.target.group ?? 'default';
        this.#inFlight.set(instanceId, this.inFlight(instanceId) + 1);
        this.#proxy.forward(request, response, this.#surroundings.portOf(instanceId), cookie, (status) => {
            const seconds = (performance.now() - startedAt) / 1_000;
            this.#inFlight.set(instanceId, this.inFlight(instanceId) - 1);
            // nginx logs a client that went away as 499.
            this.#surroundings.onAnswered(instanceId, status === 0 ? 499 : status, seconds, group);
        });
    }
    async close() {
        for (const instanceId of [...this.#targets.keys()])
            this.#drop(instanceId);
        await this.#listening.catch(() => { });
        await new Promise((resolve) => {
            this.#server.close(() => resolve());
            this.#server.closeAllConnections();
        });
    }
    #candidates() {
        return [...this.#targets.values()]
            .filter(({ target }) => target.state === 'registered')
            .map(({ target }) => ({ ...target, health: this.targetHealth(target.instanceId) }));
    }
    #register(target, { healthCheck }) {
        const active = this.#targets.get(target.instanceId);
        if (active?.target.state === 'registered') {
            // Moving between target groups keeps the health: the instance is the same.
            active.target = target;
            if (active.check !== undefined)
                active.check.settings = healthCheck;
            return;
        }
        clearTimeout(active?.delay);
        const { portOf, pace } = this.#surroundings;
        const check = this.kind === 'load-balancer'
            ? new TargetHealthCheck(() => portOf(target.instanceId), healthCheck, pace)
            : undefined;
        this.#targets.set(target.instanceId, { target, check, delay: undefined });
    }
    /** No new requests from now on; those that run are not touched, so they end as the application lets them. */
    #drain(target, { deregistrationDelaySeconds }) {
        const active = this.#targets.get(target.instanceId);
        if (active?.target.state === 'draining')
            return;
        active?.check?.stop();
        const draining = { target, check: undefined, delay: undefined };
        this.#targets.set(target.instanceId, draining);
        // The target shows as draining for the whole delay, also without requests (AWS guide: "Deregistration delay").
        draining.delay = setTimeout(() => {
            draining.delay = undefined;
        }, this.#surroundings.pace(deregistrationDelaySeconds * 1_000));
    }
    #drop(instanceId) {
        if (this.inFlight(instanceId) === 0)
            this.#inFlight.delete(instanceId);
        const active = this.#targets.get(instanceId);
        active?.check?.stop();
        clearTimeout(active?.delay);
        this.#targets.delete(instanceId);
    }
}
//# sourceMappingURL=entrance.js.map
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/simulator/network/elsewhere.js
/** Names that are not the simulator's, for a job whose other steps use the same proxy: passed on to the real network. */

/** Names that only the service gives out: one that leads nowhere must not be asked for in the real network. */
const OURS = /\.(elasticbeanstalk\.com|elb\.amazonaws\.com|elb\.[a-z0-9-]+\.amazonaws\.com)$/;
const isElsewhere = (hostname) => !OURS.test(hostname.toLowerCase());
/** Headers that concern one connection only (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = ['connection', 'proxy-connection', 'proxy-authorization', 'keep-alive', 'te', 'upgrade'];
/** Sends the request to the host it names, and its answer back as it is. */
function passOn(request, response, url) {
    const headers = { ...request.headers, host: url.host };
    for (const name of OF_THE_CONNECTION)
        delete headers[name];
    const onward = (0,external_node_http_.request)(url, { method: request.method ?? 'GET', headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('error', () => response.destroy());
    });
    onward.on('error', (error) => {
        if (response.headersSent)
            return void response.destroy();
        response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(`Elastic Beanstalk simulator: ${url.host} did not answer: ${error.message}\n`);
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
}
//# sourceMappingURL=elsewhere.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/published-names.js
/** Names of users' own zones: where each leads, in which shares. Pure. */
/**
 * The shares in which a name's answers are given, in their order; they add up to 1. Developer guide, "How Route 53
 * chooses records when health checking is configured" and "Weighted routing": answers without weight are chosen when all
 * others are unhealthy; when all weights are 0, all count alike; when nobody is healthy, everybody counts as healthy.
 */
function sharesOf(answers, isHealthy) {
    const usable = answers.map((one) => !one.checksTarget || isHealthy(one.leadsTo));
    const open = usable.includes(true) ? usable : answers.map(() => true);
    const weighted = answers.map(({ weight }, index) => (open[index] === true ? weight : 0));
    const sum = weighted.reduce((total, one) => total + one, 0);
    if (sum > 0)
        return weighted.map((one) => one / sum);
    const count = open.filter(Boolean).length;
    return open.map((one) => (one ? 1 / count : 0));
}
//# sourceMappingURL=published-names.js.map
;// CONCATENATED MODULE: ./lib/simulator/network/resolvers.js

/** A name that leads to a name that leads to …: after so many it leads nowhere. */
const MOST_STEPS = 8;
/** Answers that nobody has asked for lately are forgotten when there are so many. */
const MOST_HELD = 10_000;
/** The records, and every client's cache. The time to live counts from the client's own question, as in DNS. */
class Resolvers {
    #records = new Map();
    #held = new Map();
    #published = new Map();
    #surroundings;
    #now;
    #timeToLive;
    constructor(now, timeToLive, surroundings) {
        this.#surroundings = surroundings;
        this.#now = now;
        this.#timeToLive = timeToLive;
    }
    /** Where a name leads from now on; `undefined`: nowhere any more. */
    point(name, environmentId) {
        this.#records.set(name.toLowerCase(), environmentId);
    }
    /** The names of users' own zones, all of them. */
    publish(names) {
        this.#published = new Map(names.map(({ name, answers }) => [name, answers]));
    }
    knows(name) {
        return this.#records.has(name.toLowerCase()) || this.#published.has(name.toLowerCase());
    }
    /** Where the name leads for this client; `undefined`: nowhere. That a name leads nowhere is never held. */
    lookUp(name, { id, holdsFor = this.#timeToLive }) {
        const [key, now] = [`${id} ${name.toLowerCase()}`, this.#now()];
        const held = this.#held.get(key);
        if (held !== undefined && now < held.until)
            return held.environmentId;
        const environmentId = this.#answer(name.toLowerCase());
        this.#held.delete(key);
        if (environmentId !== undefined && holdsFor > 0)
            this.#hold(key, { environmentId, until: now + holdsFor });
        return environmentId;
    }
    /** What the servers answer at this moment. */
    #answer(name, steps = 0) {
        const answers = this.#published.get(name);
        if (answers === undefined || this.#surroundings === undefined || steps > MOST_STEPS) {
            return this.#records.get(name) ?? this.#surroundings?.environmentAt(name);
        }
        const { isHealthy, random } = this.#surroundings;
        const shares = sharesOf(answers, (leadsTo) => {
            const environmentId = this.#answer(leadsTo, steps + 1);
            return environmentId !== undefined && isHealthy(environmentId);
        });
        let place = random.next();
        const chosen = answers.find((_, index) => {
            place -= shares[index] ?? 0;
            return place < 0;
        });
        return chosen === undefined ? undefined : this.#answer(chosen.leadsTo, steps + 1);
    }
    #hold(key, held) {
        if (this.#held.size >= MOST_HELD) {
            for (const [other, { until }] of this.#held)
                if (until <= this.#now())
                    this.#held.delete(other);
            const [oldest] = this.#held.keys();
            if (this.#held.size >= MOST_HELD && oldest !== undefined)
                this.#held.delete(oldest);
        }
        this.#held.set(key, held);
    }
}
/**
 * Who asks: the machine that the connection comes from, because the programs of one machine share its resolver; or whoever
 * the credentials of the proxy name. `browser` (`http://browser@127.0.0.1:…`) is a machine of its own; `old-phone:600`
 * besides holds every answer for 600 seconds, as resolvers do that do not care for the record.
 */
function clientOf(address, proxyAuthorization) {
    const [, encoded] = /^Basic\s+(\S+)$/i.exec(proxyAuthorization ?? '') ?? [];
    if (encoded === undefined)
        return { id: address ?? '' };
    const [, id = '', held = ''] = /^([^:]*):?(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
    return { id: `@${id}`, ...(/^\d{1,6}$/.test(held) ? { holdsFor: Number(held) * 1_000 } : {}) };
}
//# sourceMappingURL=resolvers.js.map
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./lib/simulator/network/secure-front.js
/** The TLS side of entrances that speak https only: one server, which knows from each tunnel where it leads. */

/** See `entrance.ts`. */
const secure_front_KEEP_ALIVE = 75_000;
class SecureFront {
    #server;
    #listening;
    /** By the port that a tunnel comes from. */
    #entrances = new Map();
    constructor(authority) {
        this.#server = (0,external_node_https_.createServer)({
            keepAliveTimeout: secure_front_KEEP_ALIVE,
            SNICallback: (host, answer) => answer(null, authority.contextFor(host)),
        }, (request, response) => {
            const entrance = this.#entrances.get(request.socket.remotePort ?? 0);
            if (entrance === undefined)
                request.socket.destroy();
            else
                entrance.handle(request, response);
        });
        this.#listening = new Promise((resolve, reject) => {
            this.#server.once('error', reject);
            this.#server.listen(0, '127.0.0.1', resolve);
        });
        this.#listening.catch(() => { });
    }
    async port() {
        await this.#listening;
        return this.#server.address().port;
    }
    /** What comes through this connection is for this entrance. */
    lead(tunnel, entrance) {
        tunnel.once('connect', () => {
            const port = tunnel.localPort ?? 0;
            this.#entrances.set(port, entrance);
            tunnel.once('close', () => this.#entrances.delete(port));
        });
    }
    async close() {
        await this.#listening.catch(() => { });
        await new Promise((resolve) => {
            this.#server.close(() => resolve());
            this.#server.closeAllConnections();
        });
    }
}
//# sourceMappingURL=secure-front.js.map
;// CONCATENATED MODULE: ./lib/simulator/network/name-proxy.js
/** Where names lead: a forward HTTP proxy that knows the simulated environments' names and nothing of the real network. */





/** See `entrance.ts`: the client must be the one that closes idle connections. */
const name_proxy_KEEP_ALIVE = 75_000;
class NameProxy {
    #settings;
    #names;
    #server;
    #tunnels = new Set();
    #front;
    constructor(settings) {
        this.#settings = settings;
        this.#front = new SecureFront(settings.authority);
        const { now, nameTimeToLive = 0, entranceOf, environmentAt, random } = settings;
        const isHealthy = (environmentId) => entranceOf(environmentId)?.isHealthy ?? false;
        this.#names = new Resolvers(now, nameTimeToLive, { environmentAt, isHealthy, random });
        this.#server = (0,external_node_http_.createServer)({ keepAliveTimeout: name_proxy_KEEP_ALIVE }, (request, response) => this.#forward(request, response));
        this.#server.on('connect', (request, socket, head) => void this.#tunnel(request, socket, head));
    }
    static async open(settings) {
        const proxy = new NameProxy(settings);
        await new Promise((resolve, reject) => {
            proxy.#server.once('error', reject);
            proxy.#server.listen(0, '127.0.0.1', resolve);
        });
        return proxy;
    }
    /** What `HTTP_PROXY` is set to. */
    get url() {
        return `http://127.0.0.1:${this.#server.address().port}`;
    }
    point(name, environmentId) {
        this.#names.point(name, environmentId);
    }
    publish(names) {
        this.#names.publish(names);
    }
    async close() {
        for (const socket of this.#tunnels)
            socket.destroy();
        await this.#front.close();
        await new Promise((resolve) => {
            this.#server.close(() => resolve());
            this.#server.closeAllConnections();
        });
    }
    #forward(request, response) {
        const url = requestUrl(request);
        if (url?.protocol === 'http:' && this.#passes(url.hostname)) {
            passOn(request, response, url);
            return;
        }
        const found = url === undefined
            ? { problem: 'the request names no host' }
            : this.#find(clientOfRequest(request), url.protocol, url.hostname, url.port);
        if (url === undefined || 'problem' in found) {
            const text = `Elastic Beanstalk simulator: ${'problem' in found ? found.problem : ''}\n`;
            response.writeHead(502, {
                'content-type': 'text/plain; charset=utf-8',
                'content-length': Buffer.byteLength(text),
            });
            response.end(text);
            return;
        }
        request.url = `${url.pathname}${url.search}`;
        delete request.headers['proxy-connection'];
        delete request.headers['proxy-authorization'];
        request.headers.host = url.host;
        found.entrance.handle(request, response);
    }
    /** Some clients tunnel plain HTTP too. */
    async #tunnel(request, socket, head) {
        socket.on('error', () => socket.destroy());
        const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? [];
        if (this.#passes(host))
            return this.#join(socket, (0,external_node_net_.connect)({ host, port: Number(port) }), head);
        const isTls = port === '443';
        const rest = isTls || port === '80' ? '' : port;
        const found = this.#find(clientOfRequest(request), isTls ? 'https:' : 'http:', host, rest);
        const listener = 'problem' in found ? undefined : isTls ? this.#front : found.entrance;
        const entrancePort = await listener?.port().catch(() => undefined);
        if ('problem' in found || entrancePort === undefined) {
            const text = `Elastic Beanstalk simulator: ${'problem' in found ? found.problem : 'the environment is gone'}\n`;
            const headers = `content-type: text/plain; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close`;
            socket.end(`HTTP/1.1 502 Bad Gateway\r\n${headers}\r\n\r\n${text}`);
            return;
        }
        const onward = (0,external_node_net_.connect)({ port: entrancePort, host: '127.0.0.1' });
        if (isTls)
            this.#front.lead(onward, found.entrance);
        this.#join(socket, onward, head);
    }
    #join(socket, onward, head) {
        onward.once('connect', () => {
            socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
            onward.write(head);
            onward.pipe(socket).pipe(onward);
        });
        for (const [end, other] of [
            [socket, onward],
            [onward, socket],
        ]) {
            this.#tunnels.add(end);
            end.on('error', () => other.destroy());
            end.on('close', () => {
                this.#tunnels.delete(end);
                other.destroy();
            });
        }
    }
    #passes(hostname) {
        const isKnown = this.#names.knows(hostname) || this.#settings.environmentAt(hostname) !== undefined;
        return this.#settings.passesOtherNames === true && !isKnown && isElsewhere(hostname);
    }
    #find(client, protocol, hostname, port) {
        const name = hostname.toLowerCase();
        const environmentId = this.#names.knows(name)
            ? this.#names.lookUp(name, client)
            : this.#settings.environmentAt(name);
        if (environmentId === undefined) {
            return { problem: `no environment has the name ${hostname}, and this proxy leads nowhere else` };
        }
        const entrance = this.#settings.entranceOf(environmentId);
        if (entrance === undefined) {
            return { problem: `the environment of ${hostname} has no load balancer or address yet` };
        }
        if (port !== '')
            return { problem: `${hostname} answers on port ${entrance.isSecure ? 443 : 80} only, not on ${port}` };
        if (entrance.isSecure !== (protocol === 'https:'))
            return { problem: entrance.isSecure ? TLS_ONLY : NO_TLS };
        return { entrance };
    }
}
const clientOfRequest = ({ socket, headers }) => clientOf(socket.remoteAddress, headers['proxy-authorization']);
const NO_TLS = 'Standard environments answer http on port 80 here; their https is not simulated';
const TLS_ONLY = 'Cluster environments answer https only, and port 80 is closed; ask through a tunnel (HTTPS_PROXY)';
/** The URL asked for: absolute (a proxy request), or by the Host header (somebody asks the proxy's port directly). */
function requestUrl(request) {
    const asked = request.url ?? '/';
    const absolute = asked.startsWith('/') ? `http://${request.headers.host ?? ''}${asked}` : asked;
    return URL.canParse(absolute) ? new URL(absolute) : undefined;
}
//# sourceMappingURL=name-proxy.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/simulator/runtime/guardian.js
/**
 * The guardian outlives the simulator by a moment: a tiny process that holds the end of a pipe and kills everything the
 * simulator has started as soon as the pipe closes, whatever closed it (an orderly end, a crash, `kill -9`).
 *
 *     simulator ── pipe: "watch 4711", "forget 4711" ──▶ guardian ── on end of file: kill -9 -4711, strays ──▶ gone
 */

/**
 * A shell script, not a module: it starts in a millisecond, needs one megabyte, and does not depend on how this code was
 * compiled. `$1` marks the environment of every process of this run: one that left its process group is found by it.
 */
const SCRIPT = `
trap '' INT TERM HUP
groups=' '
while read -r verb group; do
  case $verb in
    watch) groups="$groups$group " ;;
    forget) case $groups in *" $group "*) groups="\${groups%% $group *} \${groups#* $group }" ;; esac ;;
  esac
done
for group in $groups; do kill -9 "-$group"; done
for environment in $(grep -lsa "$1" /proc/[0-9]*/environ); do
  process=\${environment#/proc/}
  kill -9 "\${process%/environ}"
done
`;
/** Restarts of a guardian that somebody killed; after those something is wrong with the machine. */
const MOST_RESTARTS = 5;
class Guardian {
    #mark;
    #watched = new Set();
    #process;
    #closing = false;
    #restarts = 0;
    /** `mark` is a text in the environment of every process that this guardian may kill, and of no other. */
    constructor(mark) {
        this.#mark = mark;
        this.#process = this.#start();
    }
    /** Must be called before the group does anything of its own: see the gate in `process-group.ts`. */
    watch(group) {
        this.#watched.add(group);
        this.#tell(`watch ${group}`);
    }
    /** Call it when no process of the group is left; its number may soon belong to somebody else. */
    forget(group) {
        if (this.#watched.delete(group))
            this.#tell(`forget ${group}`);
    }
    /** Lets the guardian kill what is left, and resolves when it has. */
    close() {
        this.#closing = true;
        const guardian = this.#process;
        if (guardian.exitCode !== null || guardian.signalCode !== null || guardian.pid === undefined)
            return Promise.resolve();
        return new Promise((resolve) => {
            guardian.ref();
            guardian.once('exit', () => resolve());
            guardian.stdin?.end();
        });
    }
    #start() {
        const guardian = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', SCRIPT, 'beanstalk-guardian', this.#mark], {
            // A group of its own: Ctrl-C in a terminal reaches the simulator's group only.
            detached: true,
            stdio: ['pipe', 'ignore', 'ignore'],
            env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
            cwd: '/',
        });
        guardian.unref();
        guardian.stdin?.on('error', () => { });
        guardian.once('error', () => { });
        guardian.once('exit', () => this.#replace());
        for (const group of this.#watched)
            guardian.stdin?.write(`watch ${group}\n`);
        return guardian;
    }
    #replace() {
        if (this.#closing || this.#restarts >= MOST_RESTARTS)
            return;
        this.#restarts += 1;
        this.#process = this.#start();
    }
    #tell(line) {
        this.#process.stdin?.write(`${line}\n`);
    }
}
//# sourceMappingURL=guardian.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/process-group.js
/** Starts a command as the leader of a process group of its own, so that it can be stopped with all its descendants. */


/**
 * The command waits for a line on its standard input before it becomes what it shall be. The guardian is told about the
 * group before that line is written, so there is no moment in which a killed simulator leaves an unwatched process.
 */
const GATE = 'IFS= read -r go || exit 1; exec "$@" </dev/null';
const POLL = 10;
/** How long output may still arrive after the command's own end. */
const LAST_OUTPUT = 200;
/** SIGKILL cannot be refused; longer than this only a process in uninterruptible sleep takes. */
const AFTER_KILL = 2_000;
const SIGNAL_NUMBERS = {
    SIGINT: 2,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15,
};
class ProcessGroup {
    /** Resolves when the command itself has ended; descendants may still run. Never rejects. */
    exited;
    #child;
    #guardian;
    #outputClosed = false;
    #gone = false;
    constructor(start, guardian) {
        this.#guardian = guardian;
        this.#child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', GATE, 'sh', ...start.command], {
            cwd: start.cwd,
            env: { ...start.environment },
            detached: true,
            stdio: 'pipe',
        });
        this.exited = this.#observe(start.onLine);
        if (this.#child.pid !== undefined)
            guardian.watch(this.#child.pid);
        this.#child.stdin?.on('error', () => { });
        this.#child.stdin?.end('go\n');
    }
    get pid() {
        return this.#child.pid;
    }
    /** Asks the whole group to end (SIGTERM), and after `grace` kills it. Resolves when no process of it is left. */
    async stop(grace) {
        this.#signal('SIGTERM');
        if (!(await this.#waitUntilGone(grace))) {
            this.#signal('SIGKILL');
            await this.#waitUntilGone(AFTER_KILL);
        }
        this.#forget();
    }
    /** Kills the whole group at once, without a chance to finish. */
    kill() {
        this.#signal('SIGKILL');
    }
    #observe(onLine) {
        const child = this.#child;
        for (const stream of [child.stdout, child.stderr])
            splitLines(stream, onLine);
        return new Promise((resolve) => {
            child.once('error', (error) => {
                onLine(error.message);
                this.#gone = child.pid === undefined;
                resolve({ code: 127, signal: null });
            });
            child.once('close', () => {
                this.#outputClosed = true;
            });
            child.once('exit', (code, signal) => {
                const exit = { code: code ?? 128 + (SIGNAL_NUMBERS[signal ?? 'SIGTERM'] ?? 15), signal };
                const settle = setTimeout(() => resolve(exit), LAST_OUTPUT);
                child.once('close', () => {
                    clearTimeout(settle);
                    resolve(exit);
                });
            });
        });
    }
    #signal(signal) {
        const { pid } = this.#child;
        if (pid === undefined || this.#gone)
            return;
        try {
            process.kill(-pid, signal);
        }
        catch {
            // ESRCH: nobody is left to be signalled, which is what the caller wants.
        }
    }
    async #waitUntilGone(limit) {
        for (let waited = 0;; waited += POLL) {
            if (!this.#isAlive())
                return true;
            if (waited >= limit)
                return false;
            await (0,external_node_timers_promises_.setTimeout)(POLL);
        }
    }
    #isAlive() {
        const { pid, exitCode, signalCode } = this.#child;
        if (pid === undefined || this.#gone)
            return false;
        const leaderEnded = exitCode !== null || signalCode !== null;
        if (!leaderEnded)
            return true;
        try {
            process.kill(-pid, 0);
            // Where nobody reaps orphans (containers without an init), zombies stay in the group, but hold no output open.
            return !this.#outputClosed;
        }
        catch {
            return false;
        }
    }
    #forget() {
        this.#gone = true;
        if (this.#child.pid !== undefined)
            this.#guardian.forget(this.#child.pid);
        for (const stream of [this.#child.stdout, this.#child.stderr])
            stream?.destroy();
    }
}
/** A line longer than this is cut into several, so that output without line ends needs no endless memory. */
const LONGEST_LINE = 16_384;
function splitLines(stream, onLine) {
    let rest = '';
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line.replace(/\r$/, ''));
        if (rest.length > LONGEST_LINE) {
            onLine(rest);
            rest = '';
        }
    });
    stream?.on('end', () => {
        if (rest !== '')
            onLine(rest);
    });
    stream?.on('error', () => { });
}
//# sourceMappingURL=process-group.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/strays.js
/** Processes of an application that have left its process group (daemons), found by a mark in their environment. */


const strays_POLL = 10;
/** SIGKILL cannot be refused; longer than this only a process in uninterruptible sleep takes. */
const strays_AFTER_KILL = 2_000;
/**
 * Kills every process whose environment contains `mark`, as systemd kills everything in a service's control group, and
 * resolves when none is left: one that is killed may have begun another a moment before, and takes its time to go.
 * Needs Linux's `/proc`; elsewhere it does nothing.
 */
async function killStrays(mark) {
    for (let waited = 0; waited < strays_AFTER_KILL; waited += strays_POLL) {
        const strays = await processesWith(mark);
        if (strays.length === 0)
            return;
        for (const pid of strays)
            kill(pid);
        await (0,external_node_timers_promises_.setTimeout)(strays_POLL);
    }
}
/** What has ended and was not reaped yet has no environment any more. */
async function processesWith(mark) {
    const processes = (await (0,promises_.readdir)('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const found = await Promise.all(processes.map(async (pid) => {
        const environment = await (0,promises_.readFile)(`/proc/${pid}/environ`, 'latin1').catch(() => '');
        return environment.includes(mark) ? [Number(pid)] : [];
    }));
    return found.flat();
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended by itself since the look.
    }
}
//# sourceMappingURL=strays.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/application.js
/** A running application: the processes of its Procfile, restarted when they crash, as systemd does on an instance. */




/** Pauses before restarts: the first, and the longest after doubling. Real floors keep a crash loop from eating the machine. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const LEAST_REAL_PAUSE = 250;
/** A process that ran this long in reality is not in a crash loop. */
const STABLE_AFTER = 5_000;
const LOOK = 20;
class Application {
    #start;
    #stopping = new AbortController();
    #groups = new Map();
    #loops;
    #firstWebExit;
    #webRuns = false;
    constructor(start) {
        this.#start = start;
        this.#loops = start.entries.map((entry) => this.#supervise(entry));
    }
    /** Whether the main process is there at this moment; `true` for an application that has none. */
    get isRunning() {
        return this.#webRuns || !this.#start.entries.some(({ name }) => name === 'web');
    }
    /** Waits until the main process accepts connections, or ends, or `limit` has passed. */
    async ready(limit, signal) {
        if (!this.#start.entries.some(({ name }) => name === 'web'))
            return { kind: 'silent' };
        const deadline = Date.now() + limit;
        while (Date.now() < deadline && !signal.aborted) {
            if (this.#firstWebExit !== undefined)
                return { kind: 'crashed', exit: this.#firstWebExit };
            if (await accepts(this.#start.port))
                return { kind: 'accepting' };
            await (0,external_node_timers_promises_.setTimeout)(LOOK);
        }
        return { kind: 'silent' };
    }
    /** Ends all processes: SIGTERM, then after `grace` SIGKILL, and whatever has left its group. */
    async stop(grace) {
        this.#stopping.abort();
        await Promise.all([...this.#groups.values()].map((group) => group.stop(grace)));
        await Promise.all(this.#loops);
        await killStrays(this.#start.mark);
    }
    async #supervise(entry) {
        const { signal } = this.#stopping;
        let pause = FIRST_PAUSE;
        while (!signal.aborted) {
            const startedAt = Date.now();
            const exit = await this.#runOnce(entry);
            if (signal.aborted)
                return;
            if (Date.now() - startedAt > STABLE_AFTER)
                pause = FIRST_PAUSE;
            const how = exit.signal === null ? `code=exited, status=${exit.code}` : `code=killed, status=${exit.signal}`;
            this.#start.log.output(entry.name, `${entry.name}.service: Main process exited, ${how}`);
            await (0,external_node_timers_promises_.setTimeout)(this.#start.pace(pause, LEAST_REAL_PAUSE), undefined, { signal }).catch(() => { });
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }
    async #runOnce(entry) {
        const { directory, environment, port, log, guardian } = this.#start;
        const isWeb = entry.name === 'web';
        const group = new ProcessGroup({
            command: ['/bin/sh', '-c', entry.command],
            cwd: directory,
            environment: isWeb ? { ...environment, PORT: String(port) } : environment,
            onLine: (line) => log.output(entry.name, line),
        }, guardian);
        this.#groups.set(entry.name, group);
        if (isWeb)
            this.#webRuns = true;
        const exit = await group.exited;
        if (isWeb) {
            this.#webRuns = false;
            this.#firstWebExit ??= exit;
        }
        // What the main process has left behind would keep the port from its successor.
        if (!this.#stopping.signal.aborted)
            await group.stop(0);
        return exit;
    }
}
function accepts(port) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({ port, host: '127.0.0.1' });
        const answer = (accepted) => {
            socket.destroy();
            resolve(accepted);
        };
        socket.once('connect', () => answer(true));
        socket.once('error', () => answer(false));
        socket.setTimeout(1_000, () => answer(false));
    });
}
//# sourceMappingURL=application.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/hooks.js
/** Runs a bundle's platform hooks: the executables in `.platform/hooks/<phase>` and `.platform/confighooks/<phase>`. */




/**
 * Runs the hooks of a phase one after the other, in lexicographic order (AWS guide: "Extending Elastic Beanstalk Linux
 * platforms"). Answers why the command failed, or `undefined`.
 */
async function runHooks(run) {
    const folder = `.platform/${run.kind}/${run.phase}`;
    const names = await filesIn((0,external_node_path_.join)(run.directory, folder));
    run.log.engine('INFO', `Executing platform hooks in ${folder}/`);
    if (names.length === 0) {
        run.log.engine('INFO', `The dir ${folder}/ does not exist or is empty`);
        return undefined;
    }
    run.log.engine('INFO', `Following platform hooks will be executed in order: [${names.join(', ')}]`);
    for (const name of names) {
        if (run.signal.aborted)
            return 'the command was given up';
        const failure = await runHook(run, `${folder}/${name}`);
        if (failure !== undefined)
            return failure;
    }
    return undefined;
}
async function runHook(run, hook) {
    run.log.engine('INFO', `Running platform hook: ${hook}`);
    const path = (0,external_node_path_.join)(run.directory, hook);
    const refusal = await whyNotExecutable(path);
    if (refusal !== undefined)
        return `Command ${hook} failed with error fork/exec ${hook}: ${refusal}`;
    const output = [];
    const onLine = (line) => {
        if (output.push(line) > 50)
            output.shift();
        run.log.engine('INFO', line);
    };
    const group = new ProcessGroup({ command: [path], cwd: run.directory, environment: run.environment, onLine }, run.guardian);
    const giveUp = () => group.kill();
    run.signal.addEventListener('abort', giveUp, { once: true });
    const { code } = await group.exited;
    run.signal.removeEventListener('abort', giveUp);
    await group.stop(0);
    return code === 0 ? undefined : `Command ${hook} failed with error exit status ${code}. Stderr:${output.join('\n')}`;
}
async function filesIn(directory) {
    const entries = await (0,promises_.readdir)(directory).catch(() => []);
    const files = [];
    for (const name of entries.sort()) {
        if ((await (0,promises_.stat)((0,external_node_path_.join)(directory, name)).catch(() => undefined))?.isFile() === true)
            files.push(name);
    }
    return files;
}
/**
 * What Linux says when it is to execute the file. Looked up here because the shell that starts it would word it
 * differently, and would run a file without a first line `#!…` as a script, which the platform's engine does not.
 */
async function whyNotExecutable(path) {
    const { mode } = await (0,promises_.stat)(path);
    if ((mode & 0o111) === 0)
        return 'permission denied';
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
        const head = buffer.subarray(0, bytesRead);
        if (head.includes(0))
            return undefined;
        // Windows line ends: the carriage return belongs to the interpreter's name, and no such file exists.
        const [, interpreter] = /^#![ \t]*([^ \t\n]+)/.exec(head.toString('latin1')) ?? [];
        if (interpreter === undefined)
            return 'exec format error';
        const exists = await (0,promises_.access)(interpreter, external_node_fs_.constants.X_OK).then(() => true, () => false);
        return exists ? undefined : 'no such file or directory';
    }
    finally {
        await file.close();
    }
}
//# sourceMappingURL=hooks.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/procfile.js
/** Which processes a bundle wants to have started: its `Procfile`, or what the Node.js platform generates in its place. */
/** AWS guide, "Configuring the application process with a Procfile": the pattern that every line must match. */
const PROCFILE_LINE = /^([A-Za-z0-9_-]+):\s*(\S.*)$/;
const NO_PROCFILE = "Instance deployment failed to generate a 'Procfile' for Node.js. Provide one of these files: 'package.json', 'server.js', or 'app.js'. The deployment failed.";
const NO_NODE_VERSION = "Instance deployment: You didn't specify a Node.js version in the 'package.json' file in your source bundle. The deployment didn't install a specific Node.js version.";
/**
 * Decides what to start. AWS guide, "Node.js platform": the Procfile if there is one, else `npm start` if there is a
 * package.json with a start script, else `app.js` or `server.js`, in this order.
 */
function planStart(files) {
    const manifest = readManifest(files.packageJson);
    if (manifest === 'unreadable')
        return { kind: 'refused', reason: 'package.json could not be parsed as JSON' };
    const versionNotes = files.packageJson !== undefined && manifest.engine === undefined ? [NO_NODE_VERSION] : [];
    if (files.procfile !== undefined) {
        const entries = parseProcfile(files.procfile);
        if (entries === undefined)
            return { kind: 'refused', reason: 'Procfile could not be parsed' };
        const note = "Instance deployment used the commands in your 'Procfile' to initiate startup of your application.";
        return { kind: 'start', entries, notes: [...versionNotes, note] };
    }
    const generated = generatedCommand(files, manifest.startScript);
    if (generated === undefined)
        return { kind: 'refused', reason: 'failed to generate a Procfile', note: NO_PROCFILE };
    const note = "Instance deployment successfully generated a 'Procfile'.";
    return { kind: 'start', entries: [{ name: 'web', command: generated }], notes: [...versionNotes, note] };
}
/** The entries of a Procfile, or `undefined` when a line is none or no line is left. */
function parseProcfile(text) {
    const entries = [];
    for (const line of text.split('\n')) {
        if (line.trim() === '' || line.startsWith('#'))
            continue;
        const [, name, command] = PROCFILE_LINE.exec(line) ?? [];
        if (name === undefined || command === undefined || entries.some((entry) => entry.name === name))
            return undefined;
        entries.push({ name, command });
    }
    return entries.length === 0 ? undefined : entries;
}
/** Names in `dependencies` of a package.json; they have to be in the bundle's `node_modules`, for nothing is downloaded. */
function declaredDependencies(packageJson) {
    const manifest = readManifest(packageJson);
    return manifest === 'unreadable' ? [] : manifest.dependencies;
}
function generatedCommand(files, startScript) {
    // The script itself instead of `npm start`: npm starts it in the same way, but need not be on this machine.
    if (startScript !== undefined)
        return startScript;
    if (files.hasAppJs)
        return 'node app.js';
    if (files.hasServerJs)
        return 'node server.js';
    return undefined;
}
function readManifest(text) {
    if (text === undefined)
        return { startScript: undefined, engine: undefined, dependencies: [] };
    try {
        const parsed = asRecord(JSON.parse(text));
        const startScript = asRecord(parsed.scripts).start;
        const engine = asRecord(parsed.engines).node;
        return {
            startScript: typeof startScript === 'string' ? startScript : undefined,
            engine: typeof engine === 'string' ? engine : undefined,
            dependencies: Object.keys(asRecord(parsed.dependencies)),
        };
    }
    catch {
        return 'unreadable';
    }
}
const asRecord = (value) => typeof value === 'object' && value !== null ? value : {};
//# sourceMappingURL=procfile.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/sample-application.js
/** The application that runs where no source bundle was given, in the place of AWS's own sample application. */


/** Kept as text, so that it needs no compiler and is there wherever this code is. */
const SERVER = `'use strict';
const page = '<!doctype html><title>Elastic Beanstalk</title><h1>Congratulations</h1><p>The sample application is running.</p>';
const server = require('node:http').createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'x-app-version': 'sample' });
  response.end(page);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
`;
/** Writes the sample application into an existing directory. */
async function writeSampleApplication(directory) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'server.js'), SERVER);
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'Procfile'), 'web: node server.js\n');
}
//# sourceMappingURL=sample-application.js.map
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./lib/simulator/runtime/unpack.js
/** Unpacks a source bundle: keeps modes and symbolic links, and writes nothing outside the directory it is given. */






/** Why a bundle cannot be unpacked, in words for the deployment log. */
class UnusableBundle extends Error {
    name = 'UnusableBundle';
}
const FILE_TYPE_BITS = 0o170000;
const SYMBOLIC_LINK = 0o120000;
/**
 * Unpacks the archive `file` into the existing directory `directory`. Throws `UnusableBundle` for an archive that is
 * none and for entries that lead outside.
 */
async function unpack(file, directory, signal) {
    const root = await (0,promises_.realpath)(directory);
    const links = [];
    try {
        const archive = await yauzl.openPromise(file, { autoClose: true });
        for await (const entry of archive.eachEntry()) {
            signal.throwIfAborted();
            const path = placeInside(root, entry.fileName);
            if (isSymbolicLink(entry)) {
                const target = await (0,consumers_.text)(await archive.openReadStreamPromise(entry));
                links.push({ path, name: entry.fileName, target });
            }
            else
                await writeEntry(archive, entry, path);
        }
    }
    catch (error) {
        if (error instanceof UnusableBundle || signal.aborted)
            throw error;
        throw new UnusableBundle(error instanceof Error ? error.message : String(error), { cause: error });
    }
    // Links come last: until then no entry can be written through one.
    for (const { path, target, name } of links) {
        if ((0,external_node_path_.isAbsolute)(target) || !isInside(root, (0,external_node_path_.join)((0,external_node_path_.dirname)(path), target)))
            throw escapes(name, target);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.symlink)(target, path).catch((error) => {
            throw new UnusableBundle(`symbolic link '${name}' cannot be created: ${error.message}`, { cause: error });
        });
    }
    // A chain of links, each harmless by itself, may still lead outside: only the kernel's answer counts.
    for (const { path, target, name } of links) {
        const real = await (0,promises_.realpath)(path).catch(() => undefined);
        if (real === undefined || isInside(root, real))
            continue;
        await (0,promises_.rm)(path);
        throw escapes(name, target);
    }
}
const escapes = (name, target) => new UnusableBundle(`symbolic link '${name}' points outside the bundle: ${target}`);
async function writeEntry(archive, entry, path) {
    const permissions = unixMode(entry) & 0o777;
    if (entry.fileName.endsWith('/')) {
        await (0,promises_.mkdir)(path, { recursive: true });
        return;
    }
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    // Archives made on Windows carry no modes; then nothing is executable, which is how hooks fail on the real service.
    const mode = permissions === 0 ? 0o644 : permissions | 0o600;
    await (0,external_node_stream_promises_.pipeline)(await archive.openReadStreamPromise(entry), (0,external_node_fs_.createWriteStream)(path, { mode }));
}
function placeInside(root, name) {
    const path = (0,external_node_path_.join)(root, external_node_path_.posix.normalize(name));
    if (!isInside(root, path))
        throw new UnusableBundle(`entry '${name}' lies outside the bundle`);
    return path;
}
function isInside(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
const UNIX = 3;
const unixMode = (entry) => entry.versionMadeBy >> 8 === UNIX || entry.externalFileAttributes >>> 16 !== 0
    ? entry.externalFileAttributes >>> 16
    : 0;
const isSymbolicLink = (entry) => (unixMode(entry) & FILE_TYPE_BITS) === SYMBOLIC_LINK;
//# sourceMappingURL=unpack.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/command.js
/** Carries out one command on one instance, step by step, as the platform's deployment engine does. */







/** The text of the failure event on every current platform; the reason is in the log (observed event stream). */
const ENGINE_ERROR = 'Engine execution has encountered an error.';
const NPM_FAILED = "Instance deployment: 'npm' failed to install dependencies that you defined in 'package.json'. For details, see 'eb-engine.log'. The deployment failed.";
/** How long an application may take until it listens; a crash is noticed at once. */
const START_LIMIT = 30_000;
const LEAST_REAL_START_LIMIT = 5_000;
class StepFailure extends Error {
    name = 'StepFailure';
    note;
    constructor(reason, note) {
        super(reason);
        this.note = note;
    }
}
/** Never rejects: whatever goes wrong on an instance is a failed command. */
async function carryOut(place, command, signal) {
    const name = command.kind === 'deploy' ? 'app-deploy' : command.kind === 'configure' ? 'config-deploy' : 'restart-app-server';
    const { log } = place;
    log.beginCommand();
    log.engine('INFO', `Executing command: ${name} (version ${command.versionLabel}, deployment ${command.deploymentId})`);
    let step = 'Initialize';
    const run = async (stepName, work) => {
        signal.throwIfAborted();
        step = stepName;
        log.engine('INFO', `Executing instruction: ${stepName}`);
        return work();
    };
    try {
        const notes = await new Engine(place, command, signal, run).execute();
        log.engine('INFO', 'Engine finished execution successfully.');
        return { state: 'succeeded', notes };
    }
    catch (error) {
        const reason = signal.aborted ? 'the command was given up' : error instanceof Error ? error.message : String(error);
        const stop = `An error occurred during execution of command [${name}] - [${step}]. Stop running the command. Error: ${reason}`;
        log.engine('ERROR', stop);
        const notes = error instanceof StepFailure && error.note !== undefined ? [error.note] : [];
        return { state: 'failed', returnCode: 1, output: ENGINE_ERROR, log: log.commandText(), notes };
    }
}
class Engine {
    #place;
    #command;
    #signal;
    #run;
    #staging;
    #current;
    constructor(place, command, signal, run) {
        this.#place = place;
        this.#command = command;
        this.#signal = signal;
        this.#run = run;
        this.#staging = (0,external_node_path_.join)(place.directory, 'staging');
        this.#current = (0,external_node_path_.join)(place.directory, 'current');
    }
    async execute() {
        const { kind } = this.#command;
        if (kind === 'deploy' || !(await exists(this.#current)))
            return this.#deploy();
        if (kind === 'restart')
            return this.#restart();
        return this.#configure();
    }
    async #deploy() {
        await this.#run('StageApplication', () => this.#stage());
        await this.#run('RunAppDeployPreBuildHooks', () => this.#hooks('hooks', 'prebuild', this.#staging));
        await this.#run('InstallDependencies', () => checkDependencies(this.#staging));
        const plan = await this.#run('CheckProcfileForApplication', () => startPlan(this.#staging));
        await this.#run('RunAppDeployPreDeployHooks', () => this.#hooks('hooks', 'predeploy', this.#staging));
        await this.#run('FlipApplication', async () => {
            await this.#place.stopApplication();
            await (0,promises_.rm)(this.#current, { recursive: true, force: true });
            await (0,promises_.rename)(this.#staging, this.#current);
        });
        await this.#run('StartApplication', () => this.#start(plan));
        await this.#run('RunAppDeployPostDeployHooks', () => this.#hooks('hooks', 'postdeploy', this.#current));
        return plan.notes;
    }
    async #configure() {
        await this.#run('RunConfigDeployPreBuildHooks', () => this.#hooks('confighooks', 'prebuild', this.#current));
        await this.#run('RunConfigDeployPreDeployHooks', () => this.#hooks('confighooks', 'predeploy', this.#current));
        const notes = await this.#restart();
        await this.#run('RunConfigDeployPostDeployHooks', () => this.#hooks('confighooks', 'postdeploy', this.#current));
        return notes;
    }
    async #restart() {
        const plan = await this.#run('CheckProcfileForApplication', () => startPlan(this.#current));
        await this.#run('StopApplication', () => this.#place.stopApplication());
        await this.#run('StartApplication', () => this.#start(plan));
        return plan.notes;
    }
    async #stage() {
        await (0,promises_.rm)(this.#staging, { recursive: true, force: true });
        await (0,promises_.mkdir)(this.#staging, { recursive: true });
        const { bundle, folder } = this.#command;
        if (folder !== undefined)
            return this.#copy(folder);
        if (bundle === undefined)
            return writeSampleApplication(this.#staging);
        const file = this.#place.bundleFile(bundle.bucket, bundle.key);
        if (file === undefined)
            throw new StepFailure(`cannot download source bundle s3://${bundle.bucket}/${bundle.key}: no such key`);
        this.#place.log.engine('INFO', `Extracting source bundle ${bundle.key} to /var/app/staging/`);
        await unpack(file, this.#staging, this.#signal).catch((error) => {
            if (!(error instanceof UnusableBundle))
                throw error;
            throw new StepFailure(`failed to extract source bundle: ${error.message}`);
        });
    }
    /** Links that lead outside are copied as what they are: the folder is the user's own. */
    async #copy(folder) {
        this.#place.log.engine('INFO', `Copying ${folder}, which stands for the container image, to /var/app/staging/`);
        await (0,promises_.cp)(folder, this.#staging, { recursive: true, verbatimSymlinks: true }).catch((error) => {
            throw new StepFailure(`cannot read the folder of the container image: ${error.message}`);
        });
    }
    async #start(plan) {
        const { mark, guardian, log, pace } = this.#place;
        const environment = this.#environment();
        const application = await this.#place.startApplication((port) => {
            return new Application({
                entries: plan.entries,
                directory: this.#current,
                environment,
                port,
                mark,
                guardian,
                log,
                pace,
            });
        });
        const readiness = await application.ready(pace(START_LIMIT, LEAST_REAL_START_LIMIT), this.#signal);
        switch (readiness.kind) {
            case 'accepting':
                return;
            case 'crashed':
                throw new StepFailure(`the process 'web' ended with exit status ${readiness.exit.code} before it listened on its port`);
            case 'silent':
                log.engine('WARN', 'The application does not listen on its port. Requests to it will fail.');
        }
    }
    async #hooks(kind, phase, directory) {
        const { guardian, log } = this.#place;
        const run = { kind, phase, directory, environment: this.#environment(), guardian, log, signal: this.#signal };
        const failure = await runHooks(run);
        if (failure !== undefined)
            throw new StepFailure(failure);
    }
    #environment() {
        const { baseEnvironment, mark } = this.#place;
        // The mark comes last: an environment property must not hide a process from its guardian.
        return { ...baseEnvironment, ...this.#command.environmentVariables, BEANSTALK_SIMULATOR_MARK: mark };
    }
}
async function startPlan(directory) {
    const plan = planStart({
        procfile: await textOf((0,external_node_path_.join)(directory, 'Procfile')),
        packageJson: await textOf((0,external_node_path_.join)(directory, 'package.json')),
        hasAppJs: await exists((0,external_node_path_.join)(directory, 'app.js')),
        hasServerJs: await exists((0,external_node_path_.join)(directory, 'server.js')),
    });
    if (plan.kind === 'refused')
        throw new StepFailure(plan.reason, plan.note);
    return plan;
}
/** Nothing is ever downloaded onto an instance: what package.json asks for has to come in the bundle's node_modules. */
async function checkDependencies(directory) {
    const declared = declaredDependencies(await textOf((0,external_node_path_.join)(directory, 'package.json')));
    for (const name of declared) {
        if (await exists((0,external_node_path_.join)(directory, 'node_modules', name)))
            continue;
        const reason = `npm ERR! '${name}' is not in the bundle's node_modules, and simulated instances have no network`;
        throw new StepFailure(reason, NPM_FAILED);
    }
}
const textOf = (path) => (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
const exists = (path) => (0,promises_.access)(path).then(() => true, () => false);
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/instance-log.js
/** Lines kept per file, and characters kept per line: an application may write without end. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 2_000;
/** AWS guide, "Viewing logs": tail logs are the last hundred lines of each file. */
const TAIL_LINES = 100;
class InstanceLog {
    #now;
    #files = new Map();
    #commandLines = [];
    constructor(now) {
        this.#now = now;
    }
    /** From here on `commandText` holds the lines of one command. */
    beginCommand() {
        this.#commandLines = [];
    }
    /** A line of the deployment engine, in the form of `/var/log/eb-engine.log`. */
    engine(level, text) {
        const stamp = new Date(this.#now()).toISOString().replace('T', ' ').replaceAll('-', '/').replace('Z', '000');
        this.#append('eb-engine.log', `${stamp} [${level}] ${text}`);
    }
    /** A line that a process of the application has written. */
    output(process, text) {
        const stamp = new Date(this.#now()).toISOString().slice(0, 19).replace('T', ' ');
        this.#append(`${process}.stdout.log`, `${stamp} ${process}: ${text}`);
    }
    /** Everything logged since `beginCommand`, the deployment log of a failed command. */
    commandText() {
        return this.#commandLines.join('\n');
    }
    /** The end of each file under its name, as a tail log request gathers them. */
    tail() {
        const rule = '-'.repeat(40);
        const sections = [...this.#files].map(([name, lines]) => `${rule}\n/var/log/${name}\n${rule}\n${lines.slice(-TAIL_LINES).join('\n')}\n`);
        return sections.join('\n\n');
    }
    #append(file, text) {
        const lines = this.#files.get(file) ?? [];
        this.#files.set(file, lines);
        const line = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
        for (const kept of [lines, this.#commandLines]) {
            kept.push(line);
            if (kept.length > MOST_LINES)
                kept.splice(0, kept.length - MOST_LINES);
        }
    }
}
//# sourceMappingURL=instance-log.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/request-metrics.js
/** AWS guide, "Enhanced health": the agent reports the requests of the last ten seconds. */
const WINDOW_MS = 10_000;
/** Under heavy load only the newest requests count, so that memory stays bounded. */
const MOST_REQUESTS = 20_000;
class RequestWindow {
    #requests = [];
    /** Notes an answered request. `at` is simulated time, `latencySeconds` what the client waited in real time. */
    record(at, status, latencySeconds) {
        this.#requests.push({ at, status, seconds: latencySeconds });
        if (this.#requests.length > MOST_REQUESTS)
            this.#forget(at);
        if (this.#requests.length > MOST_REQUESTS)
            this.#requests = this.#requests.slice(-MOST_REQUESTS / 2);
    }
    metrics(now) {
        this.#forget(now);
        const seen = this.#requests.filter(({ at }) => at <= now);
        const classCount = (first) => seen.filter(({ status }) => Math.floor(status / 100) === first).length;
        const counts = {
            requestCount: seen.length,
            status2xx: classCount(2),
            status3xx: classCount(3),
            status4xx: classCount(4),
            status5xx: classCount(5),
        };
        if (seen.length === 0)
            return counts;
        const sorted = seen.map((request) => request.seconds).sort((a, b) => a - b);
        const at = (percent) => percentile(sorted, percent);
        const latency = {
            P10: at(10),
            P50: at(50),
            P75: at(75),
            P85: at(85),
            P90: at(90),
            P95: at(95),
            P99: at(99),
            P999: at(99.9),
        };
        return { ...counts, latency };
    }
    #forget(now) {
        const firstKept = this.#requests.findIndex(({ at }) => at > now - WINDOW_MS);
        this.#requests = firstKept < 0 ? [] : this.#requests.slice(firstKept);
    }
}
/** The nearest-rank percentile of ascending numbers; 0 for none. */
function percentile(sorted, percent) {
    const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
    return sorted[Math.min(rank, sorted.length) - 1] ?? 0;
}
//# sourceMappingURL=request-metrics.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/scripts.js
/** Shell scripts that somebody sends to an instance, as the agent of Systems Manager runs them: real processes. */



/** The API shows the first 24,000 characters; beyond it nothing is worth keeping. */
const KEPT = 24_000;
/** `get-config environment [--output YAML] [-k NAME]`, the part of the platform's tool that scripts ask for properties. */
const GET_CONFIG = `const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const values = JSON.parse(readFileSync(join(__dirname, '..', 'environment.json'), 'utf8'));
const [section, ...options] = process.argv.slice(2);
const after = (...names) => options[options.findIndex((one) => names.includes(one)) + 1];
if (section !== 'environment') process.exit(1);
if (options.some((one) => one === '-k' || one === '--key')) {
  const value = values[after('-k', '--key')];
  if (value === undefined) process.exit(1);
  process.stdout.write(value + '\\n');
} else if (options.includes('--output') && after('--output') === 'YAML') {
  for (const [name, value] of Object.entries(values)) process.stdout.write(name + ': ' + JSON.stringify(value) + '\\n');
} else process.stdout.write(JSON.stringify(values) + '\\n');
`;
class InstanceScripts {
    #surroundings;
    #running = new Map();
    constructor(surroundings) {
        this.#surroundings = surroundings;
    }
    start({ id, script, directory }) {
        const { environment, guardian } = this.#surroundings;
        this.#installTool();
        const running = { output: '' };
        const onLine = (line) => {
            if (running.output.length < KEPT)
                running.output = `${running.output}${line}\n`.slice(0, KEPT);
        };
        const cwd = directory === '' ? this.#surroundings.directory : this.#placed(directory);
        const group = new ProcessGroup({ command: ['/bin/sh', '-c', this.#placed(script)], cwd, environment, onLine }, guardian);
        const entry = Object.assign(running, { group });
        this.#running.set(id, entry);
        void group.exited.then(async ({ code }) => {
            await group.stop(0);
            entry.exitCode = code;
        });
    }
    state(id) {
        const running = this.#running.get(id);
        if (running === undefined)
            return undefined;
        const { output, exitCode } = running;
        return exitCode === undefined ? { output } : { output, exitCode };
    }
    stop(id) {
        this.#running.get(id)?.group.kill();
    }
    /** Resolves when no process of any script is left. */
    async close() {
        await Promise.all([...this.#running.values()].map(({ group }) => group.stop(0)));
    }
    /** Paths of an instance, as they are on this machine: there is no root of its own that a script could be put into. */
    #placed(text) {
        const { directory } = this.#surroundings;
        return text
            .replaceAll('/opt/elasticbeanstalk/', `${(0,external_node_path_.join)(directory, 'elasticbeanstalk')}/`)
            .replace(/\/var\/app(?=\/|\s|$)/gm, directory);
    }
    #installTool() {
        const { directory, properties } = this.#surroundings;
        const folder = (0,external_node_path_.join)(directory, 'elasticbeanstalk', 'bin');
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, '..', 'environment.json'), JSON.stringify(properties()));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'get-config'), `#!${process.execPath}\n${GET_CONFIG}`, { mode: 0o755 });
    }
}
//# sourceMappingURL=scripts.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/instance.js
/** A simulated EC2 instance: a directory, a port, the processes of one application, and the log of what was done to it. */






/** Between SIGTERM and SIGKILL. The real floor lets an application finish its requests however fast the clock is. */
const GRACE = 20_000;
const LEAST_REAL_GRACE = 3_000;
class Instance {
    id;
    environmentId;
    requests = new RequestWindow();
    log;
    scripts;
    #surroundings;
    #directory;
    #baseEnvironment;
    #mark;
    #port;
    #application;
    #commandState = { state: 'succeeded', notes: [] };
    #hadCommand = false;
    /** Environment properties of the newest command. */
    #properties = {};
    #current = new AbortController();
    /** One thing after the other: commands, then the end. */
    #work;
    constructor(launch, surroundings) {
        this.id = launch.instanceId;
        this.environmentId = launch.environmentId;
        this.#surroundings = surroundings;
        this.log = new InstanceLog(surroundings.now);
        this.#directory = (0,external_node_path_.join)(surroundings.dataDirectory, 'instances', launch.instanceId);
        this.#mark = `${surroundings.runId}/${launch.instanceId};`;
        this.#baseEnvironment = {
            PATH: [(0,external_node_path_.dirname)(process.execPath), process.env.PATH ?? '/usr/bin:/bin'].join(external_node_path_.delimiter),
            HOME: this.#directory,
            LANG: 'C.UTF-8',
            NODE_ENV: 'production',
            AWS_REGION: surroundings.region,
            BEANSTALK_ENVIRONMENT_NAME: launch.environmentName,
            BEANSTALK_INSTANCE_ID: launch.instanceId,
        };
        this.scripts = new InstanceScripts({
            directory: this.#directory,
            environment: { ...this.#baseEnvironment, BEANSTALK_SIMULATOR_MARK: this.#mark },
            properties: () => this.#properties,
            guardian: surroundings.guardian,
        });
        // A directory that cannot be made shows as the first command's failure.
        this.#work = (0,promises_.mkdir)(this.#directory, { recursive: true }).then(() => { }, () => { });
    }
    /** Where the application is to be reached on 127.0.0.1; `undefined` until the first start. */
    get port() {
        return this.#port;
    }
    get commandState() {
        return this.#commandState;
    }
    /** Whether a health agent would send data: it is installed with the first command. */
    get isReporting() {
        return this.#hadCommand;
    }
    /** Whether a command has ended without leaving an application: a deployment that failed before it started one. */
    get isEmpty() {
        return this.#hadCommand && this.#commandState.state !== 'running' && this.#application === undefined;
    }
    /** Texts for the causes of the instance's health, in the words of enhanced health (AWS guide: "Health colors and statuses"). */
    get causes() {
        const isDown = this.#application !== undefined && !this.#application.isRunning;
        return isDown ? ['Following services are not running: web.'] : [];
    }
    command(command) {
        this.#current.abort();
        const abort = new AbortController();
        this.#current = abort;
        this.#hadCommand = true;
        this.#properties = command.environmentVariables;
        this.#commandState = { state: 'running' };
        this.#work = this.#work.then(async () => {
            const state = await carryOut(this.#workplace(), command, abort.signal);
            if (!abort.signal.aborted)
                this.#commandState = state;
        });
    }
    /** Stops everything and removes the directory. Resolves when no process and no port is left. */
    end(grace = this.#grace()) {
        this.#current.abort();
        this.#work = this.#work.then(async () => {
            await this.scripts.close();
            await this.#stopApplication(grace);
            if (this.#port !== undefined)
                this.#surroundings.ports.release(this.#port);
            await (0,promises_.rm)(this.#directory, { recursive: true, force: true, maxRetries: 3 }).catch(() => { });
        });
        return this.#work;
    }
    #workplace() {
        const { guardian, pace, bundleFile } = this.#surroundings;
        return {
            directory: this.#directory,
            baseEnvironment: this.#baseEnvironment,
            mark: this.#mark,
            guardian,
            log: this.log,
            pace,
            bundleFile,
            stopApplication: () => this.#stopApplication(this.#grace()),
            startApplication: (start) => this.#startApplication(start),
        };
    }
    async #startApplication(start) {
        const before = this.#port;
        const port = await this.#surroundings.ports.reserve(before);
        if (before !== undefined && before !== port)
            this.#surroundings.ports.release(before);
        this.#port = port;
        const application = start(port);
        this.#application = application;
        return application;
    }
    async #stopApplication(grace) {
        if (this.#application !== undefined)
            await this.#surroundings.drained(this);
        await this.#application?.stop(grace);
        this.#application = undefined;
    }
    #grace() {
        return this.#surroundings.pace(GRACE, LEAST_REAL_GRACE);
    }
}
//# sourceMappingURL=instance.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/pace.js
/** `speed` is the factor by which simulated time is faster than the wall's: 1 is real time. */
const paceOf = (speed) => (simulated, atLeast = 0) => Math.max(atLeast, simulated / speed);
//# sourceMappingURL=pace.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/ports.js
/** Finds loopback ports for applications, which are told their port before they listen. */

/** Below the range from which kernels take ports for outgoing connections, so that none of those gets in the way. */
const LOWEST = 15_000;
const HIGHEST = 32_000;
/** The ports of one runtime: no two of its instances get the same one. */
class Ports {
    #reserved = new Set();
    /** Keeps `wished` if nobody listens there, else another port. The caller gives it back with `release`. */
    async reserve(wished) {
        if (wished !== undefined && (await isFree(wished))) {
            this.#reserved.add(wished);
            return wished;
        }
        for (let attempt = 0; attempt < 1_000; attempt += 1) {
            const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
            if (this.#reserved.has(port))
                continue;
            // Reserved before the look, which takes a moment in which others ask too.
            this.#reserved.add(port);
            if (await isFree(port))
                return port;
            this.#reserved.delete(port);
        }
        throw new Error(`no free port between ${LOWEST} and ${HIGHEST}`);
    }
    release(port) {
        this.#reserved.delete(port);
    }
}
function isFree(port) {
    return new Promise((resolve) => {
        const probe = (0,external_node_net_.createServer)();
        probe.once('error', () => resolve(false));
        probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
    });
}
//# sourceMappingURL=ports.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/request-minutes.js
/** Requests of an environment's entrance, minute by minute: what a load balancer's metrics are made of. */

const MINUTE = (0,time/* minutes */.Gx)(1);
const request_minutes_KEPT = (0,time/* hours */.c$)(3);
/** Under heavy load the times of the rest are those of the ones that were noted, so that memory stays bounded. */
const MOST_TIMES = 5_000;
const digitOf = (status) => {
    const digit = String(Math.floor(status / 100));
    return digit === '2' || digit === '3' || digit === '4' ? digit : '5';
};
class RequestMinutes {
    #buckets = [];
    /** Notes `count` requests (a fraction, for played traffic) that were answered alike. */
    record(group, request) {
        const { count = 1 } = request;
        const bucket = this.#bucket(group, Math.floor(request.at / MINUTE) * MINUTE);
        bucket.requests += count;
        bucket.statuses[digitOf(request.status)] += count;
        // Milliseconds are fine enough, and keep the number of different times small.
        const time = Math.round(request.seconds * 1_000) / 1_000;
        if (bucket.times.size < MOST_TIMES || bucket.times.has(time)) {
            bucket.times.set(time, (bucket.times.get(time) ?? 0) + count);
        }
    }
    get all() {
        return this.#buckets.map(({ minute, group, requests, statuses, times }) => ({
            minute,
            group,
            requests,
            statuses: { ...statuses },
            latencies: [...times].map(([seconds, count]) => ({ seconds, count })),
        }));
    }
    #bucket(group, minute) {
        const known = this.#buckets.findLast((one) => one.minute === minute && one.group === group);
        if (known !== undefined)
            return known;
        this.#buckets = this.#buckets.filter((one) => one.minute > minute - request_minutes_KEPT);
        const statuses = { '2': 0, '3': 0, '4': 0, '5': 0 };
        const bucket = { minute, group, requests: 0, statuses, times: new Map() };
        this.#buckets.push(bucket);
        return bucket;
    }
}
//# sourceMappingURL=request-minutes.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/processes.js
/** The runtime of real processes behind real HTTP proxies: what the simulator's users see and measure. */














/** Looks at the health check path of an instance that no load balancer checks, this often. */
const PROBE_INTERVAL = 10_000;
const LEAST_REAL_PROBE_INTERVAL = 100;
const PROBE_TIMEOUT = 2_000;
/** How long requests of a target on its way out may take at least, in reality. */
const LEAST_REAL_DRAIN = 2_000;
/** On `close`, applications have this long (in reality) to end by themselves. */
const CLOSING_GRACE = 500;
/** Opens the runtime. POSIX only: hooks, signals and process groups are those of an Amazon Linux instance. */
async function createProcessRuntime(options) {
    // A simulator that was killed could not tidy up.
    await (0,promises_.rm)((0,external_node_path_.join)(options.dataDirectory, 'instances'), { recursive: true, force: true });
    await (0,promises_.mkdir)(options.dataDirectory, { recursive: true });
    const world = new ProcessWorld(options);
    const authority = new CertificateAuthority(Date.now());
    const proxy = await NameProxy.open({
        authority,
        now: () => options.clock.now(),
        entranceOf: (environmentId) => world.entranceOf(environmentId),
        environmentAt: (endpoint) => world.environmentAt(endpoint),
        random: options.random,
        ...(options.nameTimeToLive === undefined ? {} : { nameTimeToLive: options.nameTimeToLive }),
        ...(options.passesOtherNames === undefined ? {} : { passesOtherNames: options.passesOtherNames }),
    });
    return {
        proxyUrl: proxy.url,
        certificate: authority.certificate,
        launch: (launch) => world.launch(launch),
        command: (instanceId, command) => world.instance(instanceId)?.command(command),
        // What was asked of an instance that has gone in the meantime never ends, as on the service: it times out.
        commandState: (instanceId) => world.instance(instanceId)?.commandState ?? { state: 'running' },
        vitals: (instanceId, now) => world.vitals(instanceId, now),
        requestMinutes: (environmentId) => world.requestMinutes(environmentId),
        logTail: (instanceId) => world.instance(instanceId)?.log.tail() ?? '',
        startScript: (instanceId, script) => world.instance(instanceId)?.scripts.start(script),
        scriptState: (instanceId, scriptId) => world.instance(instanceId)?.scripts.state(scriptId),
        stopScript: (instanceId, scriptId) => world.instance(instanceId)?.scripts.stop(scriptId),
        terminate: (instanceId) => world.terminate(instanceId),
        openEntrance: (environmentId, kind, endpoint, isSecure) => world.openEntrance(environmentId, kind, endpoint, isSecure),
        balance: (balancers) => world.balancing.set(balancers),
        route: (routing) => world.route(routing),
        targetHealth: (environmentId, instanceId) => world.entranceOf(environmentId)?.targetHealth(instanceId) ?? 'unused',
        closeEntrance: (environmentId) => world.closeEntrance(environmentId),
        pointName: (cname, environmentId) => proxy.point(cname, environmentId),
        publish: (names) => proxy.publish(names),
        close: async () => {
            await Promise.all([proxy.close(), world.close()]);
        },
    };
}
class ProcessWorld {
    #options;
    #surroundings;
    #instances = new Map();
    #entrances = new Map();
    #routings = new Map();
    #probes = new Map();
    /** They outlive the entrance: metrics of what is gone can still be asked for. */
    #minutes = new Map();
    balancing;
    /** Ends of instances and entrances that are under way. */
    #endings = new Set();
    constructor(options) {
        this.#options = options;
        this.balancing = new Balancing(options.random, () => options.clock.now(), (id) => this.#entrances.get(id));
        // Not of `random`, which may be seeded: two simulators with the same mark would kill each other's processes.
        const runId = (0,external_node_crypto_.randomUUID)();
        this.#surroundings = {
            dataDirectory: options.dataDirectory,
            runId,
            region: options.region,
            now: () => options.clock.now(),
            pace: paceOf(options.speed ?? 1),
            ports: new Ports(),
            guardian: new Guardian(runId),
            bundleFile: (bucket, key) => options.objects.file(bucket, key),
            drained: (instance) => this.#drained(instance),
        };
    }
    launch(launch) {
        this.#instances.set(launch.instanceId, new Instance(launch, this.#surroundings));
    }
    instance(instanceId) {
        return this.#instances.get(instanceId);
    }
    terminate(instanceId) {
        const instance = this.#instances.get(instanceId);
        if (instance === undefined)
            return;
        this.#instances.delete(instanceId);
        this.#probes.delete(instanceId);
        this.#track(instance.end());
    }
    vitals(instanceId, now) {
        const instance = this.#instances.get(instanceId);
        if (instance === undefined) {
            const requests = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
            return { reporting: false, passing: undefined, requests, causes: [] };
        }
        const passing = this.#isPassing(instance);
        return {
            reporting: instance.isReporting,
            passing,
            requests: instance.requests.metrics(now),
            causes: instance.causes,
        };
    }
    openEntrance(environmentId, kind, shared, isSecure = false) {
        const existing = this.#entrances.get(environmentId);
        if (existing !== undefined)
            return { endpoint: existing.endpoint };
        const entrance = new Entrance(kind, shared ?? this.#newEndpoint(kind), {
            portOf: (instanceId) => this.#instances.get(instanceId)?.port,
            onAnswered: (instanceId, status, latencySeconds, group) => {
                const at = this.#options.clock.now();
                this.#instances.get(instanceId)?.requests.record(at, status, latencySeconds);
                this.#minutes.get(environmentId)?.record(group, { at, status, seconds: latencySeconds });
            },
            pace: this.#surroundings.pace,
            isSecure,
            dispatch: (request, response) => this.balancing.dispatch(environmentId, request, response),
        });
        this.#entrances.set(environmentId, entrance);
        if (!this.#minutes.has(environmentId))
            this.#minutes.set(environmentId, new RequestMinutes());
        const routing = this.#routings.get(environmentId);
        if (routing !== undefined)
            entrance.route(routing);
        entrance.port().then((port) => this.#options.log(`${environmentId}: ${entrance.endpoint} answers on http://127.0.0.1:${port}`), (error) => this.#options.log(`${environmentId}: ${entrance.endpoint} cannot listen: ${String(error)}`));
        return { endpoint: entrance.endpoint };
    }
    route(routing) {
        this.#routings.set(routing.environmentId, routing);
        this.#entrances.get(routing.environmentId)?.route(routing);
    }
    closeEntrance(environmentId) {
        const entrance = this.#entrances.get(environmentId);
        this.#entrances.delete(environmentId);
        this.#routings.delete(environmentId);
        if (entrance !== undefined)
            this.#track(entrance.close());
    }
    entranceOf(environmentId) {
        return this.#entrances.get(environmentId);
    }
    requestMinutes(environmentId) {
        return this.#minutes.get(environmentId)?.all ?? [];
    }
    environmentAt(endpoint) {
        for (const [environmentId, entrance] of this.#entrances) {
            if (entrance.endpoint.toLowerCase() === endpoint)
                return environmentId;
        }
        return undefined;
    }
    async close() {
        for (const environmentId of [...this.#entrances.keys()])
            this.closeEntrance(environmentId);
        for (const instance of this.#instances.values())
            this.#track(instance.end(CLOSING_GRACE));
        this.#instances.clear();
        await Promise.all(this.#endings);
        await this.#surroundings.guardian.close();
    }
    /**
     * Auto Scaling ends an instance, and Elastic Beanstalk stops an application behind a load balancer, only after the
     * deregistration delay. That is milliseconds on a fast clock; requests take real time, so the delay gets a real floor.
     * An instance that is still registered (all at once) is not waited for: its requests are lost as they are in AWS.
     */
    async #drained(instance) {
        const entrance = this.#entrances.get(instance.environmentId);
        const delay = this.#routings.get(instance.environmentId)?.deregistrationDelaySeconds ?? 0;
        const deadline = performance.now() + this.#surroundings.pace(delay * 1_000, LEAST_REAL_DRAIN);
        while (entrance !== undefined && !entrance.isRegistered(instance.id) && entrance.inFlight(instance.id) > 0) {
            if (performance.now() > deadline)
                return;
            await (0,external_node_timers_promises_.setTimeout)(5);
        }
    }
    #track(ending) {
        this.#endings.add(ending);
        void ending.finally(() => this.#endings.delete(ending));
    }
    #isPassing(instance) {
        if (instance.isEmpty)
            return false;
        switch (this.#entrances.get(instance.environmentId)?.targetHealth(instance.id)) {
            case 'healthy':
                // A single instance's entrance checks nothing, so that its health is only a claim.
                if (this.#entrances.get(instance.environmentId)?.kind === 'load-balancer')
                    return true;
                return this.#probe(instance);
            case 'unhealthy':
                return false;
            case 'initial':
            case 'draining':
            case 'unused':
            case undefined:
                return this.#probe(instance);
        }
    }
    /** Answers what the last look said, and looks again when that is due. */
    #probe(instance) {
        const last = this.#probes.get(instance.id);
        const now = performance.now();
        if (instance.port === undefined || (last !== undefined && now < last.dueAt))
            return last?.passing;
        const dueAt = now + this.#surroundings.pace(PROBE_INTERVAL, LEAST_REAL_PROBE_INTERVAL);
        this.#probes.set(instance.id, { passing: last?.passing, dueAt });
        const path = this.#routings.get(instance.environmentId)?.healthCheck.path ?? '/';
        void answersHealthy(instance.port, path, PROBE_TIMEOUT).then((passing) => {
            if (this.#instances.get(instance.id) === instance)
                this.#probes.set(instance.id, { passing, dueAt });
        });
        return last?.passing;
    }
    /** Names as Elastic Load Balancing gives them; addresses from the block that is reserved for benchmarks (RFC 2544). */
    #newEndpoint(kind) {
        const { random, region } = this.#options;
        const below = (limit) => Math.floor(random.next() * limit);
        if (kind === 'single-instance')
            return `198.${18 + below(2)}.${below(256)}.${1 + below(254)}`;
        const suffix = random.uuid().replaceAll('-', '').slice(0, 13).toUpperCase();
        return `awseb--AWSEB-${suffix}-${100_000_000 + below(900_000_000)}.${region}.elb.amazonaws.com`;
    }
}
//# sourceMappingURL=processes.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/played-log.js
const failureLog = (command, output) => [
    `[INFO] Starting deployment ${command.deploymentId} of version ${command.versionLabel}`,
    '[INFO] Running command: npm start',
    `[ERROR] ${output}`,
    '[ERROR] An error occurred during execution of command [app-deploy] - [FlipApplication]. Stop running the command.',
    '',
].join('\n');
//# sourceMappingURL=played-log.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/played-names.js
/** Which part of its traffic an environment of played instances gets by the names in users' own zones. */


/** Developer guide: an alias to a load balancer is held for 60 seconds. Resolvers have asked at all moments. */
const HELD = (0,time/* minutes */.Gx)(1);
const played_names_MOST_STEPS = 8;
class PlayedNames {
    #surroundings;
    #names = new Map();
    #before = new Map();
    #changedAt = Number.NEGATIVE_INFINITY;
    constructor(surroundings) {
        this.#surroundings = surroundings;
    }
    publish(names) {
        this.#before = this.#names;
        this.#names = new Map(names.map(({ name, answers }) => [name, answers]));
        this.#changedAt = this.#before.size === 0 ? Number.NEGATIVE_INFINITY : this.#surroundings.now();
    }
    /** Shares follow from names, whose answers are held and whose targets may fail at any moment. */
    get isAsked() {
        return this.#names.size > 0 || this.#before.size > 0;
    }
    /** 1 for an environment that no divided name leads to. After a change the share moves on evenly while answers are held. */
    share(environmentId) {
        const passed = Math.min(1, (this.#surroundings.now() - this.#changedAt) / HELD);
        const after = this.#shareBy(this.#names, environmentId);
        return passed >= 1 ? after : this.#shareBy(this.#before, environmentId) * (1 - passed) + after * passed;
    }
    #shareBy(names, environmentId) {
        for (const [name, answers] of names) {
            const targets = answers.map(({ leadsTo }) => this.#leads(names, leadsTo));
            // A name with one answer is a way in, not a division of traffic.
            if (answers.length < 2 || !targets.includes(environmentId))
                continue;
            const shares = sharesOf(names.get(name) ?? [], (leadsTo) => {
                const target = this.#leads(names, leadsTo);
                return target !== undefined && this.#surroundings.isHealthy(target);
            });
            return shares.reduce((sum, one, index) => (targets[index] === environmentId ? sum + one : sum), 0);
        }
        return 1;
    }
    #leads(names, host, steps = 0) {
        const [only, ...others] = names.get(host) ?? [];
        if (only !== undefined && others.length === 0 && steps < played_names_MOST_STEPS)
            return this.#leads(names, only.leadsTo, steps + 1);
        return this.#surroundings.environmentAt(host);
    }
}
//# sourceMappingURL=played-names.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/played-requests.js
/** Requests that nobody sends: the traffic that played instances would have had between two moments. */

const played_requests_MINUTE = (0,time/* minutes */.Gx)(1);
/** A version's latencies around its p99; the same shape as in the health agent's percentiles. */
const LATENCY_SHAPE = { P10: 0.1, P50: 0.25, P75: 0.4, P85: 0.5, P90: 0.6, P95: 0.8, P99: 1, P999: 1.5 };
/** Share of requests that are as slow as the percentile, in parts of 1000. */
const SHARES = [
    ['P10', 100],
    ['P50', 400],
    ['P75', 250],
    ['P85', 100],
    ['P90', 50],
    ['P95', 50],
    ['P99', 41],
    ['P999', 9],
];
function playRequests(record, group, behaviour, span) {
    const rate = (behaviour.requestsPerSecond ?? 5) * span.share;
    if (rate <= 0)
        return;
    for (let at = span.from; at < span.to;) {
        const end = Math.min(span.to, Math.floor(at / played_requests_MINUTE) * played_requests_MINUTE + played_requests_MINUTE);
        const count = (rate * (end - at)) / 1_000;
        const errors = count * (behaviour.errorShare ?? 0);
        for (const [percentile, parts] of SHARES) {
            const seconds = (behaviour.p99Seconds ?? 0.05) * LATENCY_SHAPE[percentile];
            record.record(group, { at, status: 200, seconds, count: ((count - errors) * parts) / 1_000 });
            if (errors > 0)
                record.record(group, { at, status: 500, seconds, count: (errors * parts) / 1_000 });
        }
        at = end;
    }
}
const NO_REQUESTS = {
    requestCount: 0,
    status2xx: 0,
    status3xx: 0,
    status4xx: 0,
    status5xx: 0,
};
/** Ten seconds of synthetic traffic. */
function requestsOf(behaviour, share) {
    const requestCount = Math.round((behaviour.requestsPerSecond ?? 5) * 10 * share);
    if (requestCount === 0)
        return NO_REQUESTS;
    const status5xx = Math.round(requestCount * (behaviour.errorShare ?? 0));
    const p99 = behaviour.p99Seconds ?? 0.05;
    return {
        requestCount,
        status2xx: requestCount - status5xx,
        status3xx: 0,
        status4xx: 0,
        status5xx,
        latency: {
            P10: p99 * LATENCY_SHAPE.P10,
            P50: p99 * LATENCY_SHAPE.P50,
            P75: p99 * LATENCY_SHAPE.P75,
            P85: p99 * LATENCY_SHAPE.P85,
            P90: p99 * LATENCY_SHAPE.P90,
            P95: p99 * LATENCY_SHAPE.P95,
            P99: p99 * LATENCY_SHAPE.P99,
            P999: p99 * LATENCY_SHAPE.P999,
        },
    };
}
/** The part of its full traffic that an environment has by the weights of somebody's own rules; 1 where there are none. */
function shareByRules(balancers, environmentId) {
    for (const { besideIds, rules } of balancers) {
        if (besideIds.includes(environmentId))
            return 0;
        for (const { action, isOwn } of rules) {
            if (isOwn || action.kind !== 'forward')
                continue;
            const own = action.targets.find((one) => one.environmentId === environmentId);
            const sum = action.targets.reduce((total, { weight }) => total + weight, 0);
            // A rule with a single group is a way in, not a division of traffic.
            if (own !== undefined && action.targets.length > 1)
                return sum === 0 ? 0 : own.weight / sum;
        }
    }
    return 1;
}
//# sourceMappingURL=played-requests.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/played-targets.js
class PlayedTargets {
    #routing;
    #byInstance;
    /** Registered targets by their group. */
    #registered = new Map();
    #isSplit;
    constructor(routing) {
        this.#routing = routing;
        this.#byInstance = new Map(routing.targets.map((target) => [target.instanceId, target]));
        this.#isSplit = routing.targets.some(({ group }) => group === 'split');
        for (const { group, state } of routing.targets) {
            if (state === 'registered')
                this.#registered.set(group, (this.#registered.get(group) ?? 0) + 1);
        }
    }
    of(instanceId) {
        return this.#byInstance.get(instanceId);
    }
    /** The traffic of one registered target as a multiple of its version's own, before rules and names are looked at. */
    share(group) {
        if (!this.#isSplit)
            return 1;
        const { splitPercent } = this.#routing;
        const percent = group === 'split' ? splitPercent : 100 - splitPercent;
        const inAll = [...this.#registered.values()].reduce((sum, count) => sum + count, 0);
        // While there are two groups each is a whole fleet, so the environment's requests are those of half the targets.
        return (percent / 100) * (inAll / Math.max(1, this.#registered.get(group) ?? 0)) * 0.5;
    }
    /** How many registered targets of a group behave alike; `behaviourOf` answers nothing for one that serves nothing. */
    alike(behaviourOf) {
        const found = new Map();
        for (const { instanceId, group, state } of this.#routing.targets) {
            const behaviour = state === 'registered' ? behaviourOf(instanceId) : undefined;
            if (behaviour === undefined)
                continue;
            const groups = found.get(behaviour) ?? new Map();
            found.set(behaviour, groups.set(group, (groups.get(group) ?? 0) + 1));
        }
        return [...found].flatMap(([behaviour, groups]) => [...groups].map(([group, count]) => ({ behaviour, group, count })));
    }
}
//# sourceMappingURL=played-targets.js.map
;// CONCATENATED MODULE: ./lib/simulator/runtime/virtual.js
/**
 * Instances without processes: numbers that follow the scenario and the model's own time. For tests on a virtual clock.
 * The model tells every moment (`moment`) and the scenario (`play`); nothing else moves it, so runs repeat exactly.
 */






const PLAIN = {};
const QUICK = { state: 'running' };
const NOTES = ["Instance deployment used the commands in your 'Procfile' to initiate startup of your application."];
function createVirtualRuntime(region = 'us-east-1') {
    const instances = new Map();
    const entrances = new Map();
    const names = new Map();
    const minutesOf = new Map();
    let now = 0;
    let playedUntil = 0;
    let balancers = [];
    let scenario = {};
    const behaviourOf = ({ versionLabel, ordinal }) => {
        const behaviour = scenario.versions?.[versionLabel] ?? scenario.versions?.['*'] ?? PLAIN;
        return behaviour.onlyOrdinals?.includes(ordinal) === false ? PLAIN : behaviour;
    };
    const stateOf = (job) => {
        const { behaviour, begunAt, command } = job;
        const age = now - begunAt;
        const fate = command.kind === 'restart' ? 'succeeds' : (behaviour.command ?? 'succeeds');
        if (fate === 'times-out' || age < (0,time/* seconds */.YA)(behaviour.commandSeconds ?? 10))
            return QUICK;
        if (fate === 'succeeds')
            return { state: 'succeeded', notes: command.kind === 'deploy' ? NOTES : [] };
        const output = behaviour.output ?? 'Engine execution has encountered an error.';
        return { state: 'failed', returnCode: behaviour.returnCode ?? 1, output, log: failureLog(command, output) };
    };
    const playedNames = new PlayedNames({
        now: () => now,
        environmentAt: (host) => names.get(host) ?? [...entrances].find(([, { endpoint }]) => endpoint === host)?.[0],
        isHealthy: (id) => {
            const serving = (entrances.get(id)?.routing?.targets ?? []).map((one) => instances.get(one.instanceId)?.serving);
            return serving.some((job) => job !== undefined && statusOf(job, now) !== 'Severe');
        },
    });
    /** The part of its full traffic that an environment has, by rules and by names. */
    const wholeShare = (environmentId) => shareByRules(balancers, environmentId) * playedNames.share(environmentId);
    const share = (instanceId, environmentId) => {
        const targets = entrances.get(environmentId)?.targets;
        const own = targets?.of(instanceId);
        if (targets === undefined || own?.state !== 'registered')
            return 0;
        return wholeShare(environmentId) * targets.share(own.group);
    };
    /** What has been served since the last time goes into the minutes, before anything changes. */
    const playUntilNow = () => {
        const span = { from: playedUntil, to: now };
        playedUntil = now;
        // The first moment of all is no stretch of time.
        if (span.from === 0 || span.to <= span.from)
            return;
        for (const [environmentId, { targets }] of entrances) {
            const record = minutesOf.get(environmentId) ?? new RequestMinutes();
            minutesOf.set(environmentId, record);
            if (targets === undefined)
                continue;
            for (const { behaviour, group, count } of targets.alike((id) => instances.get(id)?.serving?.behaviour)) {
                const each = wholeShare(environmentId) * targets.share(group);
                playRequests(record, group, behaviour, { ...span, share: each * count });
            }
        }
    };
    /** Lets a command that has succeeded by now become what the instance serves. */
    const catchUp = (instance) => {
        const { job } = instance;
        if (job === undefined || job === instance.serving || stateOf(job).state !== 'succeeded')
            return;
        playUntilNow();
        instance.serving = job;
    };
    return {
        moment: (next) => {
            now = next;
            // Whatever changes the requests plays those before it; minutes are all that is asked for.
            if (now - playedUntil >= (playedNames.isAsked ? (0,time/* seconds */.YA)(1) : (0,time/* minutes */.Gx)(1)))
                playUntilNow();
        },
        play: (next) => {
            playUntilNow();
            scenario = next;
        },
        launch: ({ instanceId, environmentId }) => {
            instances.set(instanceId, { environmentId, scripts: new Map() });
        },
        command: (instanceId, command) => {
            const instance = instances.get(instanceId);
            if (instance === undefined)
                return;
            catchUp(instance);
            instance.job = { command, begunAt: now, behaviour: behaviourOf(command) };
        },
        commandState: (instanceId) => {
            const instance = instances.get(instanceId);
            if (instance?.job === undefined)
                return QUICK;
            catchUp(instance);
            return stateOf(instance.job);
        },
        vitals: (instanceId, at) => {
            const instance = instances.get(instanceId);
            if (instance === undefined)
                return SILENT;
            catchUp(instance);
            if (instance.serving === undefined)
                return { ...SILENT, reporting: instance.job !== undefined };
            return vitalsOf(instance.serving, at, share(instanceId, instance.environmentId));
        },
        requestMinutes: (environmentId) => {
            playUntilNow();
            return minutesOf.get(environmentId)?.all ?? [];
        },
        logTail: (instanceId) => {
            const job = instances.get(instanceId)?.job;
            const state = job === undefined ? QUICK : stateOf(job);
            if (state.state === 'failed')
                return state.log;
            return `/var/log/web.stdout.log\n----------------------------------------\nweb: listening on 5000 (${job?.command.versionLabel ?? 'nothing deployed'})\n`;
        },
        startScript: (instanceId, { id, script }) => {
            const played = Object.entries(scenario.commands ?? {}).find(([part]) => script.includes(part));
            instances.get(instanceId)?.scripts.set(id, { begunAt: now, behaviour: played?.[1] ?? {} });
        },
        scriptState: (instanceId, scriptId) => {
            const played = instances.get(instanceId)?.scripts.get(scriptId);
            if (played === undefined)
                return undefined;
            const { exitCode = 0, output = '', seconds: length = 2 } = played.behaviour;
            return now - played.begunAt < (0,time/* seconds */.YA)(length) ? { output: '' } : { exitCode, output };
        },
        stopScript: (instanceId, scriptId) => {
            instances.get(instanceId)?.scripts.delete(scriptId);
        },
        terminate: (instanceId) => {
            playUntilNow();
            instances.delete(instanceId);
        },
        openEntrance: (environmentId, kind, shared) => {
            const known = entrances.get(environmentId);
            if (known !== undefined)
                return { endpoint: known.endpoint };
            const invented = kind === 'load-balancer'
                ? `awseb-${environmentId.slice(2)}-${entrances.size + 1}.${region}.elb.amazonaws.com`
                : `192.0.2.${(entrances.size % 250) + 1}`;
            const endpoint = shared ?? invented;
            entrances.set(environmentId, { kind, endpoint, registeredAt: new Map(), drainingSince: new Map() });
            return { endpoint };
        },
        balance: (next) => {
            playUntilNow();
            balancers = next;
        },
        route: (routing) => {
            const entrance = entrances.get(routing.environmentId);
            if (entrance === undefined)
                return;
            playUntilNow();
            entrance.routing = routing;
            entrance.targets = new PlayedTargets(routing);
            noteSince(entrance.registeredAt, routing, 'registered', now);
            noteSince(entrance.drainingSince, routing, 'draining', now);
        },
        targetHealth: (environmentId, instanceId) => {
            const entrance = entrances.get(environmentId);
            const instance = instances.get(instanceId);
            const target = entrance?.targets?.of(instanceId);
            if (entrance?.routing === undefined || target === undefined || instance === undefined)
                return 'unused';
            const draining = entrance.drainingSince.get(instanceId);
            if (target.state === 'draining') {
                const delay = (0,time/* seconds */.YA)(entrance.routing.deregistrationDelaySeconds);
                return now - (draining ?? now) < delay ? 'draining' : 'unused';
            }
            catchUp(instance);
            // A load balancer calls a new target healthy after its first good check (AWS guide, target group health checks).
            const age = now - (entrance.registeredAt.get(instanceId) ?? now);
            if (age < (0,time/* seconds */.YA)(entrance.routing.healthCheck.intervalSeconds))
                return 'initial';
            if (instance.serving === undefined)
                return 'unhealthy';
            return statusOf(instance.serving, now) === 'Severe' ? 'unhealthy' : 'healthy';
        },
        closeEntrance: (environmentId) => {
            playUntilNow();
            entrances.delete(environmentId);
        },
        pointName: (cname, environmentId) => {
            if (environmentId === undefined)
                names.delete(cname);
            else
                names.set(cname, environmentId);
        },
        publish: (next) => {
            playUntilNow();
            playedNames.publish(next);
        },
        close: async () => {
            instances.clear();
            entrances.clear();
            names.clear();
        },
        get instanceIds() {
            return [...instances.keys()];
        },
        serves: (instanceId) => {
            const instance = instances.get(instanceId);
            if (instance !== undefined)
                catchUp(instance);
            return instance?.serving?.command.versionLabel;
        },
        routing: (environmentId) => entrances.get(environmentId)?.routing,
        nameTarget: (cname) => names.get(cname),
    };
}
function noteSince(since, routing, state, now) {
    const present = new Set(routing.targets.filter((target) => target.state === state).map((target) => target.instanceId));
    for (const id of since.keys())
        if (!present.has(id))
            since.delete(id);
    for (const id of present)
        if (!since.has(id))
            since.set(id, now);
}
/** The health that a version's behaviour gives at a moment. */
function statusOf({ behaviour, begunAt }, now) {
    const { health = 'Ok', laterHealth } = behaviour;
    const ended = begunAt + (0,time/* seconds */.YA)(behaviour.commandSeconds ?? 10);
    return laterHealth !== undefined && now - ended >= (0,time/* seconds */.YA)(laterHealth.afterSeconds) ? laterHealth.health : health;
}
const SILENT = { reporting: false, passing: undefined, requests: NO_REQUESTS, causes: [] };
function vitalsOf(job, now, share) {
    const status = statusOf(job, now);
    return {
        reporting: true,
        passing: status !== 'Severe',
        requests: requestsOf(job.behaviour, share),
        causes: [],
        status,
    };
}
//# sourceMappingURL=virtual.js.map
// EXTERNAL MODULE: ./lib/simulator/cloudwatch/alarms.js + 1 modules
var alarms = __webpack_require__(6654);
;// CONCATENATED MODULE: ./lib/simulator/event-log.js
const before = (a, b) => a.date === b.date ? a.sequence < b.sequence : a.date < b.date;
/** Keeps a list in (date, sequence) order. Events come almost in order, so the search starts at the end. */
function insert(list, event) {
    let index = list.length;
    while (index > 0) {
        const previous = list[index - 1];
        if (previous === undefined || before(previous, event))
            break;
        index -= 1;
    }
    if (index === list.length)
        list.push(event);
    else
        list.splice(index, 0, event);
}
class EventLog {
    #all = [];
    #byEnvironment = new Map();
    #byName = new Map();
    #byApplication = new Map();
    #byRequest = new Map();
    #sequence = 0;
    add(event) {
        const logged = { ...event, sequence: this.#sequence++ };
        insert(this.#all, logged);
        this.#index(this.#byEnvironment, logged.environmentId, logged);
        this.#index(this.#byName, logged.environmentName, logged);
        this.#index(this.#byApplication, logged.applicationName, logged);
        this.#index(this.#byRequest, logged.requestId, logged);
        return logged;
    }
    /** The shortest list, oldest first, that holds every event of all the given keys. It is the log's own: do not change it. */
    candidates(keys) {
        const lists = [
            this.#find(this.#byRequest, keys.requestId),
            this.#find(this.#byEnvironment, keys.environmentId),
            this.#find(this.#byName, keys.environmentName),
            this.#find(this.#byApplication, keys.applicationName),
            this.#all,
        ].filter((list) => list !== undefined);
        return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest), this.#all);
    }
    clear() {
        this.#all.length = 0;
        for (const index of [this.#byEnvironment, this.#byName, this.#byApplication, this.#byRequest])
            index.clear();
    }
    get size() {
        return this.#all.length;
    }
    #index(index, key, event) {
        if (key === undefined)
            return;
        const list = index.get(key);
        if (list === undefined)
            index.set(key, [event]);
        else
            insert(list, event);
    }
    #find(index, key) {
        return key === undefined ? undefined : (index.get(key) ?? []);
    }
}
//# sourceMappingURL=event-log.js.map
;// CONCATENATED MODULE: ./lib/domain/environment.js
/** An Elastic Beanstalk environment as the service describes it, and what its states and colours mean. */

/** Ready, yet still the old label: AWS's own deploy action allows 30 s before it speaks of a rollback. */
const LABEL_LAG = (0,time/* seconds */.YA)(60);
const HEALTH_COLORS = (/* unused pure expression or super */ null && (['Green', 'Yellow', 'Red', 'Grey']));
const HEALTH_STATUSES = [
    'NoData',
    'Unknown',
    'Pending',
    'Ok',
    'Info',
    'Warning',
    'Degraded',
    'Severe',
    'Suspended',
];
/** The colour that the service shows for a status (AWS guide, "Health colors and statuses"). */
function colorOf(status) {
    switch (status) {
        case 'Ok':
        case 'Info':
            return 'Green';
        case 'Warning':
            return 'Yellow';
        case 'Degraded':
        case 'Severe':
            return 'Red';
        case 'NoData':
        case 'Unknown':
        case 'Pending':
        case 'Suspended':
            return 'Grey';
    }
}
/** Lower is better; the grey ones are "cannot tell" and have no rank. */
const RANK = { Ok: 0, Info: 1, Warning: 2, Degraded: 3, Severe: 4 };
/** `true` when `status` is no better and no worse than known, and worse than `baseline`; `undefined` when it cannot be told. */
function isWorse(status, baseline) {
    const left = RANK[status];
    const right = RANK[baseline];
    return left === undefined || right === undefined ? undefined : left > right;
}
/** Whether this label is what it shows; without a label nobody has asked for one. */
const shows = ({ versionLabel }, label) => label !== undefined && label === versionLabel;
/** Whether users reach it by this CNAME; names of DNS have no case. */
const holdsCname = (environment, cname) => environment?.cname?.toLowerCase() === cname.toLowerCase();
/**
 * Whether an answer is older than one that is known: DateUpdated moves on with every operation (observed), and answers of
 * the service may go back in time.
 */
const isFromBefore = (seen, known) => seen?.dateUpdated !== undefined &&
    known?.dateUpdated !== undefined &&
    seen.id === known.id &&
    seen.dateUpdated < known.dateUpdated;
function optionValue(options, namespace, name) {
    return options.find((option) => option.namespace === namespace && option.name === name)?.value;
}
//# sourceMappingURL=environment.js.map
// EXTERNAL MODULE: ./lib/simulator/cluster/cluster.js
var cluster_cluster = __webpack_require__(9789);
;// CONCATENATED MODULE: ./lib/simulator/health-rules.js
/** AWS guide, "Health colors and statuses". */
const COLORS = {
    NoData: 'Grey',
    Unknown: 'Grey',
    Pending: 'Grey',
    Suspended: 'Grey',
    Ok: 'Green',
    Info: 'Green',
    Warning: 'Yellow',
    Degraded: 'Red',
    Severe: 'Red',
};
const health_rules_colorOf = (status) => COLORS[status];
/** From good to bad. What is not known counts as worse than Ok and better than Warning. */
const BADNESS = {
    Ok: 0,
    Info: 1,
    Pending: 1,
    Unknown: 1,
    Suspended: 1,
    NoData: 2,
    Warning: 3,
    Degraded: 4,
    Severe: 5,
};
const health_rules_isWorse = (one, other) => BADNESS[one] > BADNESS[other];
const isBad = (status) => BADNESS[status] >= BADNESS.NoData;
/** Whether a status counts as a passed check under `HealthCheckSuccessThreshold`. */
function passes(status, threshold) {
    switch (status) {
        case 'Ok':
            return true;
        case 'Info':
        case 'Warning':
            return threshold !== 'Ok';
        case 'Degraded':
            return threshold === 'Degraded' || threshold === 'Severe';
        case 'Severe':
            return threshold === 'Severe';
        case 'NoData':
        case 'Unknown':
        case 'Pending':
        case 'Suspended':
            return false;
    }
}
/** "5 seconds", "1 minute", "2 minutes": causes never say more than one unit. */
function spoken(milliseconds) {
    const total = Math.max(0, Math.round(milliseconds / 1_000));
    const count = (value, unit) => `${value} ${unit}${value === 1 ? '' : 's'}`;
    if (total < 120)
        return count(total, 'second');
    if (total < 7_200)
        return count(Math.floor(total / 60), 'minute');
    return count(Math.floor(total / 3_600), 'hour');
}
const WORK = {
    deploy: 'application deployment',
    configure: 'configuration update',
    restart: 'application restart',
    initialize: 'initialization',
};
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** For so long an instance tells of a deployment that has ended. */
const REMEMBERED = 120_000;
/** The first rule that has something to say decides. */
function judgeInstance(sight) {
    const { instance, vitals, now } = sight;
    const { deployment, imposed } = instance;
    if (imposed !== undefined && imposed.from <= now)
        return { status: imposed.health, causes: [imposedCause(imposed.health)] };
    if (!vitals.reporting)
        return silent(instance, now);
    if (deployment?.status === 'In Progress') {
        const running = spoken(now - deployment.startedAt);
        const initial = deployment.kind === 'initialize';
        return {
            status: initial ? 'Pending' : 'Info',
            causes: [`Performing ${WORK[deployment.kind]} (running for ${running}).`],
        };
    }
    if (deployment === undefined) {
        return {
            status: 'Pending',
            causes: [`Performing initialization (running for ${spoken(now - instance.launchedAt)}).`],
        };
    }
    if (deployment.status === 'Failed')
        return { status: 'Degraded', causes: [failedCause(deployment)] };
    return judgeDeployed(sight, deployment);
}
function judgeDeployed({ instance, vitals, target, expected, now }, deployment) {
    if (expected !== undefined && instance.unnoticed !== true && deployment.deploymentId !== expected.deploymentId) {
        return {
            status: 'Degraded',
            causes: [
                `Incorrect application version "${deployment.versionLabel}" (deployment ${deployment.deploymentId}). Expected version "${expected.versionLabel}" (deployment ${expected.deploymentId}).`,
            ],
        };
    }
    if (vitals.status !== undefined && vitals.status !== 'Ok') {
        return { status: vitals.status, causes: vitals.causes.length > 0 ? vitals.causes : [imposedCause(vitals.status)] };
    }
    if (vitals.passing === false || target === 'unhealthy') {
        const since = spoken(now - (instance.failingSince ?? now));
        return {
            status: 'Severe',
            causes: [`Process default has been unhealthy for ${since} (Target.FailedHealthChecks).`, ...vitals.causes],
        };
    }
    if (vitals.passing === undefined || target === 'initial') {
        return { status: 'Info', causes: ['ELB health is not available yet.', ...vitals.causes] };
    }
    const requests = judgeRequests(vitals.requests);
    if (requests.status !== 'Ok')
        return { ...requests, causes: [...requests.causes, ...vitals.causes] };
    const age = now - deployment.time;
    if (age > REMEMBERED || deployment.kind === 'initialize')
        return { status: 'Ok', causes: vitals.causes };
    const took = spoken(deployment.time - deployment.startedAt);
    return {
        status: 'Ok',
        causes: [`${capital(WORK[deployment.kind])} completed ${spoken(age)} ago and took ${took}.`, ...vitals.causes],
    };
}
function silent(instance, now) {
    const age = now - instance.launchedAt;
    if (instance.deployment === undefined || instance.deployment.status === 'In Progress') {
        return { status: 'Pending', causes: [`Performing initialization (running for ${spoken(age)}).`] };
    }
    return { status: 'NoData', causes: ['Instance has not sent any data recently.'] };
}
const failedCause = ({ time, failure }) => `Application deployment failed at ${new Date(time).toISOString().replace(/\.\d+/, '')} with exit status ${failure?.returnCode ?? 1} and error: ${failure?.output ?? 'Engine execution has encountered an error.'}`;
function imposedCause(status) {
    const share = { Warning: '12.5', Degraded: '40.0', Severe: '100.0' }[status] ?? '1.0';
    return `${share} % of the requests are failing with HTTP 5xx.`;
}
/** Fewer requests in ten seconds than this say nothing (six a minute). */
const ENOUGH_REQUESTS = 1;
/** Shares from which on failing requests count. AWS publishes no numbers; these are the simulator's. */
const health_rules_SHARES = [
    [0.5, 'Severe'],
    [0.25, 'Degraded'],
    [0.05, 'Warning'],
];
/** Health by the share of 5xx; 4xx count as one step milder, since clients may be at fault. */
function judgeRequests(requests) {
    const { requestCount, status4xx, status5xx } = requests;
    if (requestCount === 0)
        return { status: 'Ok', causes: [] };
    const percent = (count) => ((count / requestCount) * 100).toFixed(1);
    const failing = status5xx / requestCount;
    const erring = status4xx / requestCount;
    const causes = [
        ...(failing >= 0.05 ? [`${percent(status5xx)} % of the requests are failing with HTTP 5xx.`] : []),
        ...(erring >= 0.5 ? [`${percent(status4xx)} % of the requests are erroring with HTTP 4xx.`] : []),
    ];
    if (causes.length === 0)
        return { status: 'Ok', causes };
    if (requestCount <= ENOUGH_REQUESTS) {
        const rate = (requestCount * 6).toFixed(1);
        return {
            status: 'Info',
            causes: [`${causes[0]} Insufficient request rate (${rate} requests/min) to determine application health.`],
        };
    }
    const byFailing = health_rules_SHARES.find(([share]) => failing >= share)?.[1] ?? 'Ok';
    return { status: byFailing === 'Ok' ? 'Warning' : byFailing, causes };
}
/**
 * The fleet's health from its instances'. Half of the fleet or more in a state counts fully, fewer count one step milder;
 * a fleet with wrong versions is degraded however few they are (AWS guide, enhanced health).
 */
function judgeFleet(instances, requests) {
    const total = instances.length;
    if (total === 0)
        return { status: 'Unknown', causes: ['There are no instances.'] };
    const silentOnes = instances.filter(({ status }) => status === 'NoData' || status === 'Pending').length;
    if (silentOnes === total)
        return { status: 'Severe', causes: ['None of the instances are sending data.'] };
    const sick = instances.filter(({ status }) => isBad(status));
    if (sick.length === 0)
        return { status: 'Ok', causes: [] };
    const worst = sick.reduce((least, { status }) => (health_rules_isWorse(status, least) ? status : least), 'Warning');
    const causes = fleetCauses(sick, total, requests);
    const wrong = sick.some(({ causes: [first] }) => first?.startsWith('Incorrect application version'));
    const status = sick.length * 2 >= total ? worst : milder(worst);
    return { status: wrong && health_rules_isWorse('Degraded', status) ? 'Degraded' : status, causes };
}
function milder(status) {
    if (status === 'Severe')
        return 'Degraded';
    return status === 'Degraded' ? 'Warning' : 'Info';
}
function fleetCauses(sick, total, requests) {
    const having = (start) => sick.filter(({ causes }) => causes.some((cause) => cause.startsWith(start))).length;
    const on = (count) => count === total ? 'on all instances' : `on ${count} out of ${total} instances`;
    const causes = [];
    const incorrect = having('Incorrect application version');
    if (incorrect > 0) {
        const expected = sick
            .flatMap((one) => one.causes)
            .find((cause) => cause.startsWith('Incorrect'))
            ?.match(/Expected .*/)?.[0];
        causes.push(`Incorrect application version found on ${incorrect} out of ${total} instances. ${expected ?? ''}`.trim());
    }
    const failed = having('Application deployment failed');
    if (failed > 0)
        causes.push(`Command failed ${on(failed)}.`);
    const unhealthy = having('Process default');
    if (unhealthy > 0)
        causes.push(`ELB processes are not healthy ${on(unhealthy)}.`);
    if (judgeRequests(requests).status !== 'Ok')
        causes.push(...judgeRequests(requests).causes);
    const rest = sick.flatMap((one) => one.causes).find((cause) => cause.includes('% of the requests'));
    if (rest !== undefined && causes.length === 0)
        causes.push(rest);
    return causes.length > 0 ? causes : [`Impaired services ${on(sick.length)}.`];
}
//# sourceMappingURL=health-rules.js.map
// EXTERNAL MODULE: ./lib/simulator/instances.js
var simulator_instances = __webpack_require__(846);
// EXTERNAL MODULE: ./lib/simulator/options/catalogue-cluster.js
var catalogue_cluster = __webpack_require__(6605);
// EXTERNAL MODULE: ./lib/simulator/options/setting.js
var setting = __webpack_require__(7751);
// EXTERNAL MODULE: ./lib/simulator/random.js
var simulator_random = __webpack_require__(1527);
// EXTERNAL MODULE: ./lib/simulator/scripts/commands.js + 1 modules
var commands = __webpack_require__(9653);
// EXTERNAL MODULE: ./lib/simulator/cluster/image.js
var cluster_image = __webpack_require__(2558);
;// CONCATENATED MODULE: ./lib/simulator/cluster/pods.js
/**
 * The pods of a Cluster environment. In the model a pod is an instance that the API never shows: the runtime starts it,
 * the load balancer gives it requests, and it ends without a trace in DescribeInstancesHealth.
 */







/** Scheduling and the pull of the image; the container's own start comes on top. */
const SCHEDULED_AFTER = (0,time/* seconds */.YA)(12);
/** Kubernetes lets a pod finish for thirty seconds; its target is deregistered meanwhile. */
const pods_GRACE = (0,time/* seconds */.YA)(20);
/** The option's value, or the default of the guide. */
const clusterOption = (options, namespace, name) => (0,setting/* scopeOf */.Od)({ tier: { name: 'Cluster' }, options }).valueOf(namespace, name) ?? '';
const podsOf = simulator_instances/* activeInstances */.rX;
/** How many replicas there shall be: as many as there are, within the bounds. Nothing here scales by load. */
function wantedReplicas(options, current) {
    const bound = (name) => Number(clusterOption(options, catalogue_cluster/* EKS_AUTOSCALING */.Fi, name));
    return Math.min(bound('max-replica'), Math.max(bound('min-replica'), current));
}
const newReplicaSet = ({ random }) => (0,simulator_random/* lowerCase */.gQ)(random, 10);
/** Starts a pod; what it becomes is for `isReady` to ask. */
function startPod(context, environment, template, ordinal) {
    const { deploymentId, label, options, replicaSet } = template;
    // AWS agent guide: log streams are named eb-<environment>.deployment-<environment>-<replica set>-<pod>.
    const id = `deployment-${environment.name}-${replicaSet}-${(0,simulator_random/* lowerCase */.gQ)(context.random, 5)}`;
    const pod = (0,simulator_instances/* launchInstance */.Dj)(context, environment, { id, group: 'permanent', targetGroup: 'default' });
    (0,commands/* startCommand */.S0)(context, environment, pod, {
        kind: 'deploy',
        deploymentId,
        versionLabel: label,
        environmentVariables: variablesOf(options),
        ordinal,
    });
    return pod;
}
/** One option holds all of them as JSON; `PORT` is always the service's (AWS guide). */
function variablesOf(options) {
    const given = JSON.parse(clusterOption(options, catalogue_cluster/* EKS_ENVIRONMENT */.sF, 'env-variables') || '{}');
    const variables = Object.entries(typeof given === 'object' && given !== null ? given : {});
    return Object.fromEntries(variables.filter(([name]) => name !== 'PORT').map(([name, value]) => [name, String(value)]));
}
/** Why this pod will never be ready, in the words of Kubernetes; `undefined` when it may yet be. */
function podTrouble(context, environment, pod) {
    const label = pod.deployment?.versionLabel ?? '';
    const version = context.world.applications.get(environment.applicationName)?.versions.get(label);
    if (version?.processAsked !== undefined) {
        if (version.image === undefined)
            return 'InvalidImageName';
        if ((0,cluster_image/* isInEcr */.SS)(version.image.uri) && (0,cluster_image/* findImage */.F1)(context, version.image.uri) === undefined)
            return 'ImagePullBackOff';
    }
    const state = context.runtime.commandState(pod.id);
    return state.state === 'failed' ? 'CrashLoopBackOff' : undefined;
}
/** AWS guide: secrets are mounted through the pod's identity, which exists only with an application role. */
const cannotMount = (options) => clusterOption(options, catalogue_cluster/* EKS_ENVIRONMENT */.sF, 'secrets') !== '' &&
    clusterOption(options, catalogue_cluster/* EKS_ENVIRONMENT */.sF, 'application-role') === '';
/** AWS guide: without a readiness probe a pod is ready as soon as its container runs. */
function isReady(context, environment, pod, options) {
    const now = context.now();
    if (now - pod.launchedAt < SCHEDULED_AFTER || cannotMount(options))
        return false;
    if (podTrouble(context, environment, pod) !== undefined)
        return false;
    if (context.runtime.commandState(pod.id).state !== 'succeeded')
        return false;
    if (clusterOption(options, catalogue_cluster/* EKS_READINESS */.bp, 'enabled').toLowerCase() !== 'true')
        return true;
    return context.runtime.vitals(pod.id, now).passing === true;
}
/** The pod gets requests from now on, and counts as deployed. */
function admit(context, environment, pod) {
    const { deployment } = pod;
    if (deployment !== undefined) {
        pod.deployment = { ...deployment, status: 'Deployed', time: context.now() };
        pod.runs = deployment.versionLabel;
    }
    (0,simulator_instances/* register */.kz)(context, environment, [pod]);
}
/** Whether the load balancer has looked at it; without one there is nobody to look. */
const isNoticed = (context, environment, pod) => environment.endpoint === undefined || context.runtime.targetHealth(environment.id, pod.id) !== 'initial';
/** Takes pods out of the load balancer now, and ends them when their requests have had time to end. */
function endPods(context, environment, pods) {
    if (pods.length === 0)
        return;
    (0,simulator_instances/* drain */.Ze)(context, environment, pods);
    for (const pod of pods)
        pod.lifecycle = 'Terminating';
    context.timeline.after(pods_GRACE, () => {
        for (const pod of pods)
            (0,simulator_instances/* terminateInstance */.Jh)(context, environment, pod);
        (0,simulator_instances/* applyRouting */.fw)(context, environment);
    });
}
//# sourceMappingURL=pods.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/health.js



const health_IDLE = 'Insufficient request rate (0.0 requests/min) to determine application health.';
/** AWS agent guide for Cluster mode, "Troubleshooting". */
const UNHEALTHY = 'ELB health is failing or not available for all instances.';
/** The environment's health now. Without a load balancer nothing is judged: Grey for good (AWS agent guide). */
function judgeCluster(context, environment) {
    if (!(0,simulator_instances/* hasLoadBalancer */.NE)(environment))
        return { status: 'NoData', causes: [] };
    const pods = podsOf(environment).filter(({ traffic }) => traffic === 'registered');
    const requests = clusterRequests(context, environment);
    if (requests.requestCount === 0)
        return { status: 'NoData', causes: [health_IDLE] };
    const targets = pods.map(({ id }) => context.runtime.targetHealth(environment.id, id));
    if (targets.length > 0 && targets.every((target) => target === 'unhealthy')) {
        return { status: 'Severe', causes: [UNHEALTHY] };
    }
    const judged = judgeRequests(requests);
    return played(context, pods, judged);
}
/** A scenario may say outright how healthy a version is. */
function played(context, pods, judged) {
    let worst = judged.status;
    for (const { id } of pods) {
        const { status } = context.runtime.vitals(id, context.now());
        if (status !== undefined && health_rules_isWorse(status, worst))
            worst = status;
    }
    if (worst === judged.status)
        return judged;
    return { status: worst, causes: ['The share of requests that fail has risen.'] };
}
function clusterRequests(context, environment) {
    const sum = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
    for (const { id } of podsOf(environment)) {
        const { requests } = context.runtime.vitals(id, context.now());
        for (const key of ['requestCount', 'status2xx', 'status3xx', 'status4xx', 'status5xx']) {
            sum[key] += requests[key];
        }
    }
    return sum;
}
/** Notes the health; answers it for the event that tells of a change. */
function refreshCluster(context, environment) {
    const judged = judgeCluster(context, environment);
    environment.health.color = health_rules_colorOf(judged.status);
    environment.health.status = judged.status;
    environment.health.causes = judged.causes;
    return judged;
}
//# sourceMappingURL=health.js.map
// EXTERNAL MODULE: ./lib/simulator/context.js
var simulator_context = __webpack_require__(3593);
;// CONCATENATED MODULE: ./lib/simulator/health.js
/** The health agent: every ten seconds it looks at each instance, counts passed checks, and tells when health changed. */







/** AWS guide: the agent reports every ten seconds. */
const INTERVAL = (0,time/* seconds */.YA)(10);
const health_MINUTE = (0,time/* minutes */.Gx)(1);
/** AWS guide: an environment's status falls only after three failed checks within a minute. */
const SAMPLES_TO_FALL = 3;
/** Starts the agent. It is the only effect that is always on the timeline. */
function startHealth(context) {
    const look = () => {
        for (const environment of context.world.environments.values()) {
            if (environment.status !== 'Terminated')
                refresh(context, environment);
        }
        context.timeline.after(INTERVAL, look);
    };
    context.timeline.after(INTERVAL, look);
}
function refresh(context, environment) {
    environment.health.refreshedAt = context.now();
    if ((0,cluster_cluster/* isCluster */.JU)(environment)) {
        announce(context, environment, refreshCluster(context, environment));
        return;
    }
    const requests = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
    const place = {
        balanced: (0,simulator_instances/* hasLoadBalancer */.NE)(environment),
        threshold: (0,simulator_context/* optionValue */.TN)(environment, 'aws:elasticbeanstalk:healthreporting:system', 'HealthCheckSuccessThreshold', 'Ok'),
    };
    const fleet = (0,simulator_instances/* activeInstances */.rX)(environment).map((instance) => lookAt(context, environment, instance, requests, place));
    if ((0,simulator_instances/* isEnhanced */.B3)(environment))
        refreshEnhanced(context, environment, judgeFleet(fleet, requests));
    else
        refreshBasic(context, environment);
    noteHealth(context, environment);
}
/** Three hours of minutes, for the metric EnvironmentHealth; with basic health there is none. */
function noteHealth({ healthHistory, now }, environment) {
    const { status } = environment.health;
    if (status === undefined)
        return;
    const history = healthHistory.get(environment.id) ?? new Map();
    healthHistory.set(environment.id, history);
    history.set(Math.floor(now() / health_MINUTE) * health_MINUTE, status);
    const [oldest] = history.keys();
    if (oldest !== undefined && history.size > 180)
        history.delete(oldest);
}
function lookAt(context, environment, instance, sum, { balanced, threshold }) {
    const now = context.now();
    const vitals = context.runtime.vitals(instance.id, now);
    const behind = balanced && instance.traffic === 'registered';
    const target = behind ? context.runtime.targetHealth(environment.id, instance.id) : undefined;
    for (const key of ['requestCount', 'status2xx', 'status3xx', 'status4xx', 'status5xx']) {
        sum[key] += vitals.requests[key];
    }
    const failing = vitals.passing === false || target === 'unhealthy';
    instance.failingSince = failing ? (instance.failingSince ?? now) : undefined;
    const settled = environment.operation === undefined && environment.versionLabel !== undefined;
    const judgement = judgeInstance({
        instance,
        vitals,
        target,
        expected: settled
            ? { versionLabel: environment.versionLabel ?? '', deploymentId: environment.expectedDeploymentId }
            : undefined,
        now,
    });
    instance.passedChecks = passes(judgement.status, threshold) ? instance.passedChecks + 1 : 0;
    const since = judgement.status === instance.health.status ? instance.health.since : now;
    instance.health = { ...judgement, since };
    return judgement;
}
function refreshEnhanced(context, environment, fleet) {
    const judged = inContext(context, environment, fleet);
    const flapping = flappingHealth(context, environment);
    const next = flapping ?? steady(environment, judged);
    environment.health.color = health_rules_colorOf(next.status);
    environment.health.status = next.status;
    environment.health.causes = next.causes;
    announce(context, environment, next);
}
/** What the operation under way, or the one that has just ended, makes of the fleet's health. */
function inContext(context, environment, fleet) {
    const { operation, health } = environment;
    const now = context.now();
    if (operation === undefined)
        return afterwards(context, environment, fleet);
    const running = `(running for ${spoken(now - operation.startedAt - (0,time/* seconds */.YA)(5))})`;
    switch (operation.kind) {
        case 'create':
        case 'rebuild':
            return launching(context, environment, fleet, running);
        case 'terminate': {
            const gone = (0,simulator_instances/* activeInstances */.rX)(environment).length === 0;
            const causes = [`Terminate in progress ${running}.`];
            return gone
                ? { status: 'Severe', causes: [...causes, 'None of the instances are sending data.'] }
                : { status: 'Info', causes };
        }
        case 'update':
        case 'abort':
        case 'restart':
        case 'platform': {
            const causes = [progressCause(environment, running)];
            // AWS guide: during an operation the status is not lowered for failing checks until the command timeout is over.
            const patience = (0,time/* seconds */.YA)(Number((0,simulator_context/* optionValue */.TN)(environment, 'aws:elasticbeanstalk:command', 'Timeout', '600')));
            const wasBad = health.announced !== undefined && isBad(asStatus(health.announced));
            const late = now - operation.startedAt > patience;
            if (isBad(fleet.status) && (wasBad || late))
                return { status: fleet.status, causes: [...fleet.causes, ...causes] };
            return { status: 'Info', causes: [...causes, ...(isBad(fleet.status) ? fleet.causes : [])] };
        }
        case 'swap':
        case 'tags':
            return fleet;
    }
}
function launching(context, environment, fleet, running) {
    const instances = (0,simulator_instances/* activeInstances */.rX)(environment);
    const none = instances.every((instance) => instance.health.status === 'Pending');
    const initialized = instances.length > 0 && instances.every((instance) => instance.deployment?.status === 'Deployed');
    if (initialized && fleet.status === 'Ok') {
        const done = Math.max(...instances.map((instance) => instance.deployment?.time ?? 0));
        const took = spoken(done - (environment.operation?.startedAt ?? environment.dateCreated));
        return {
            status: 'Ok',
            causes: [`Initialization completed ${spoken(context.now() - done)} ago and took ${took}.`],
        };
    }
    const failed = instances.some((instance) => instance.deployment?.status === 'Failed');
    if (failed)
        return fleet;
    return {
        status: 'Pending',
        causes: [`Initialization in progress ${running}.`, ...(none ? ['There are no instances.'] : [])],
    };
}
function progressCause(environment, running) {
    const { operation } = environment;
    const configuration = operation?.change?.versionLabel === undefined;
    const work = operation?.kind === 'restart'
        ? 'Application restart'
        : configuration
            ? 'Configuration update'
            : 'Application update';
    const id = operation?.deploymentId;
    const instances = (0,simulator_instances/* activeInstances */.rX)(environment);
    const taking = instances.filter(({ deployment }) => deployment?.deploymentId === id);
    if (id === undefined || taking.length === 0)
        return `${work} in progress ${running}.`;
    const busy = Math.max(1, taking.filter(({ deployment }) => deployment?.status === 'In Progress').length);
    const done = taking.filter(({ deployment }) => deployment?.status === 'Deployed').length;
    const plural = (count) => (count === 1 ? 'instance' : 'instances');
    return `${work} in progress on ${busy} ${plural(busy)}. ${done} out of ${instances.length} ${plural(instances.length)} completed ${running}.`;
}
/** After an operation health is Info for 50 to 90 seconds, then what the fleet is. */
function afterwards(context, environment, fleet) {
    const { lastOperation } = environment;
    if (lastOperation === undefined || fleet.status !== 'Ok')
        return fleet;
    if (lastOperation.kind === 'create' || lastOperation.kind === 'tags' || lastOperation.kind === 'swap')
        return fleet;
    const age = context.now() - lastOperation.endedAt;
    const tail = (0,time/* seconds */.YA)(50 + (Math.floor(lastOperation.endedAt / 1_000) % 31));
    if (age > (0,time/* minutes */.Gx)(10))
        return fleet;
    const configuration = lastOperation.deploys !== 'version';
    const work = lastOperation.kind === 'restart'
        ? 'Application restart'
        : configuration
            ? 'Configuration update'
            : 'Application update';
    const took = spoken(lastOperation.endedAt - lastOperation.startedAt);
    const causes = [`${work} completed ${spoken(age)} ago and took ${took}.`];
    return { status: age < tail ? 'Info' : 'Ok', causes: lastOperation.outcome === 'succeeded' ? causes : [] };
}
/** A fall needs three bad samples; a rise happens at once. */
function steady(environment, judged) {
    const { health } = environment;
    const shown = health.status ?? (health.announced === undefined ? undefined : asStatus(health.announced));
    if (!isBad(judged.status)) {
        health.badSamples = 0;
        return judged;
    }
    health.badSamples += 1;
    if (shown === undefined || !health_rules_isWorse(judged.status, shown) || health.badSamples >= SAMPLES_TO_FALL)
        return judged;
    return { status: shown, causes: health.causes };
}
function flappingHealth(context, environment) {
    const [fault] = (0,simulator_context/* faultsOf */.xm)(context, 'flapping-health');
    if (fault === undefined || environment.operation !== undefined)
        return undefined;
    const bad = Math.floor(context.now() / (0,time/* seconds */.YA)(fault.everySeconds)) % 2 === 1;
    return bad
        ? { status: fault.health, causes: ['Impaired services on 1 out of 2 instances.'] }
        : { status: 'Ok', causes: [] };
}
const STATUSES = new Set(HEALTH_STATUSES);
const isStatus = (value) => STATUSES.has(value);
const asStatus = (value) => (isStatus(value) ? value : 'Unknown');
function announce(context, environment, { status, causes }) {
    const before = environment.health.announced;
    if (before === status)
        return;
    environment.health.announced = status;
    const from = before === undefined ? '' : ` from ${before}`;
    const improves = before !== undefined && health_rules_isWorse(asStatus(before), status);
    (0,simulator_context/* environmentEvent */.QC)(context, environment, {
        severity: isBad(status) && !improves && status !== 'NoData' ? 'WARN' : 'INFO',
        message: [`Environment health has transitioned${from} to ${status}.`, ...causes].join(' '),
    });
}
/** AWS guide, "Basic health reporting": Green says that at least one instance is there and takes requests. */
function basicColor(instances, failing) {
    if (failing === instances)
        return 'Red';
    return failing === 0 ? 'Green' : 'Yellow';
}
/**
 * Basic health knows colours only: grey while something is on, then what the load balancer's checks say. An instance that
 * Auto Scaling has launched passes none before it runs something.
 */
function refreshBasic(context, environment) {
    const { health, operation } = environment;
    delete health.status;
    health.causes = [];
    const instances = (0,simulator_instances/* activeInstances */.rX)(environment);
    const launched = instances.filter(({ deployment }) => deployment !== undefined && deployment.status !== 'In Progress');
    const launchingStill = launched.length < instances.length;
    const failing = launched.filter((instance) => instance.failingSince !== undefined || instance.imposed !== undefined).length;
    const [flapping] = (0,simulator_context/* faultsOf */.xm)(context, 'flapping-health');
    const flaps = flapping !== undefined && Math.floor(context.now() / (0,time/* seconds */.YA)(flapping.everySeconds)) % 2 === 1;
    if (operation !== undefined && (operation.kind !== 'create' || launchingStill || instances.length === 0)) {
        health.color = 'Grey';
        return;
    }
    health.color = flaps ? 'Yellow' : basicColor(launched.length, failing);
    const before = health.announced;
    if (before === health.color)
        return;
    health.announced = health.color;
    const word = health.color.toUpperCase();
    (0,simulator_context/* environmentEvent */.QC)(context, environment, {
        severity: health.color === 'Green' ? 'INFO' : health.color === 'Yellow' ? 'WARN' : 'ERROR',
        message: before === undefined || health.color === 'Green'
            ? `Environment health has been set to ${word}`
            : `Environment health has transitioned from ${before.toUpperCase()} to ${word}`,
    });
}
//# sourceMappingURL=health.js.map
// EXTERNAL MODULE: ./lib/simulator/autoscaling/operations.js + 2 modules
var operations = __webpack_require__(1215);
// EXTERNAL MODULE: ./lib/simulator/cloudwatch/metrics.js
var metrics = __webpack_require__(2686);
// EXTERNAL MODULE: ./lib/simulator/cluster/registry.js
var registry = __webpack_require__(5628);
// EXTERNAL MODULE: ./lib/simulator/elbv2/operations.js
var elbv2_operations = __webpack_require__(6728);
// EXTERNAL MODULE: ./lib/simulator/route53/operations.js
var route53_operations = __webpack_require__(5620);
;// CONCATENATED MODULE: ./lib/simulator/names.js
/** The rules of names and texts in requests, with the wording of the service (AWS API reference; seen in public reports). */

const DASHED = {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    mustBe: 'Member must contain only letters, digits, and the dash character and may not start or end with a dash',
};
const NO_SLASH = { pattern: /^[^/]*$/, mustBe: "Member must not contain the '/' character" };
/** By member name: where a name of this kind is given for something new. */
const RULES = {
    ApplicationName: { min: 1, max: 100, ...NO_SLASH },
    VersionLabel: { min: 1, max: 100, ...NO_SLASH },
    TemplateName: { min: 1, max: 100, ...NO_SLASH },
    EnvironmentName: { min: 4, max: 40, ...DASHED },
    CNAMEPrefix: { min: 4, max: 63, ...DASHED },
    GroupName: { min: 1, max: 19, ...DASHED },
    Description: { min: 0, max: 200 },
};
/** Refuses a member that breaks its rule; absent members are for others to judge. */
function checkNames(input, ...members) {
    for (const member of members) {
        const rule = RULES[member];
        const value = input[member];
        if (rule === undefined || typeof value !== 'string')
            continue;
        const problem = problemOf(rule, value);
        if (problem !== undefined) {
            throw (0,simulator_context/* invalidParameter */.VL)(`Value ${value} at '${member}' failed to satisfy constraint: ${problem}`);
        }
    }
}
function problemOf(rule, value) {
    if (value.length < rule.min)
        return `Member must have length greater than or equal to ${rule.min}`;
    if (value.length > rule.max)
        return `Member must have length less than or equal to ${rule.max}`;
    return rule.pattern?.test(value) === false ? rule.mustBe : undefined;
}
/** `description: text` when the request has one: an empty text empties it, an absent member leaves it. */
function describedBy(input) {
    const description = (0,simulator_context/* textOf */.ur)(input, 'Description');
    return description === undefined ? {} : { description };
}
//# sourceMappingURL=names.js.map
// EXTERNAL MODULE: ./lib/simulator/service-error.js
var service_error = __webpack_require__(2402);
// EXTERNAL MODULE: ./lib/simulator/timeline.js
var simulator_timeline = __webpack_require__(4707);
;// CONCATENATED MODULE: ./lib/simulator/faults.js
/** Faults of a scenario that strike while an operation runs: they are set when the operation opens. */





/** Somebody else's call: a refusal is theirs, not ours. */
function attempt(context, operation, input) {
    try {
        context.perform(operation, input, context.random.uuid());
    }
    catch (error) {
        if (!(error instanceof service_error/* ServiceError */._))
            throw error;
    }
}
const strikes = (fault) => 'afterSeconds' in fault;
/** Sets every fault that counts from the start of this operation; each strikes once. */
function armFaults(context, environment, operation) {
    if (operation.kind !== 'update' && operation.kind !== 'create')
        return;
    for (const fault of (context.scenario().faults ?? []).filter(strikes)) {
        if (fault.environment !== undefined && fault.environment !== environment.name)
            continue;
        if (!context.use(fault))
            continue;
        context.timeline.after((0,time/* seconds */.YA)(fault.afterSeconds), () => strike(context, environment, fault));
    }
}
function strike(context, environment, fault) {
    switch (fault.kind) {
        case 'aborted-by-someone':
            attempt(context, 'AbortEnvironmentUpdate', { EnvironmentId: environment.id });
            return;
        case 'terminated-by-someone':
            terminateAnyway(context, environment);
            return;
        case 'updated-by-someone':
            context.timeline.run(updateWhenReady(context, environment, fault.label));
            return;
        case 'foreign-event':
            (0,simulator_context/* environmentEvent */.QC)(context, environment, fault);
            return;
        case 'sick-instance': {
            const instance = environment.instances[fault.index];
            if (instance !== undefined)
                instance.imposed = { from: context.now(), health: fault.health };
            return;
        }
    }
}
/** The service refuses this while an update runs; somebody who aborts first, or deletes the stack, gets there all the same. */
function terminateAnyway(context, environment) {
    if (environment.status === 'Terminated')
        return;
    stopScript(context, environment);
    delete environment.operation;
    environment.status = 'Ready';
    environment.abortable = false;
    attempt(context, 'TerminateEnvironment', { EnvironmentId: environment.id });
}
function* updateWhenReady(context, environment, label) {
    yield* (0,simulator_timeline/* until */.TG)(() => environment.status === 'Ready', (0,time/* hours */.c$)(2));
    const application = context.world.applications.get(environment.applicationName);
    if (application !== undefined && !application.versions.has(label)) {
        attempt(context, 'CreateApplicationVersion', { ApplicationName: application.name, VersionLabel: label });
    }
    attempt(context, 'UpdateEnvironment', { EnvironmentId: environment.id, VersionLabel: label });
}
//# sourceMappingURL=faults.js.map
;// CONCATENATED MODULE: ./lib/simulator/operation.js
/** Opening and ending an operation on an environment: the states, dates and events that every operation has in common. */



/**
 * Opens an operation and starts its script. The script itself ends with `endOperation`.
 * The caller has checked that the environment may be worked on (`requireReady`).
 */
function beginOperation(context, environment, opening, script) {
    const now = context.now();
    const operation = {
        requestId: opening.requestId,
        kind: opening.kind,
        startedAt: now,
        touched: 0,
        ...(opening.change === undefined ? {} : { change: opening.change }),
    };
    environment.operation = operation;
    environment.status = opening.status;
    environment.abortable = opening.abortable === true;
    if (opening.event !== undefined) {
        (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'INFO', message: opening.event, requestId: opening.requestId });
    }
    // The answer and the log are some milliseconds apart in captured answers; only the order matters.
    environment.dateUpdated = now;
    armFaults(context, environment, operation);
    context.running.set(environment.id, context.timeline.run(script(operation)));
    return operation;
}
/** Makes the environment grey, as the answer to UpdateEnvironment shows it, until the next look of the health agent. */
function turnGrey(environment) {
    environment.health.color = 'Grey';
    delete environment.health.status;
}
/** Ends the open operation: the environment is `status` (normally Ready) and its DateUpdated is now. */
function endOperation(context, environment, ending) {
    const { operation } = environment;
    const now = context.now();
    environment.status = ending.status ?? 'Ready';
    environment.abortable = false;
    environment.dateUpdated = now;
    if (operation !== undefined) {
        environment.lastOperation = {
            kind: operation.kind,
            startedAt: operation.startedAt,
            endedAt: now,
            outcome: ending.outcome,
            deploys: ending.deploys,
        };
    }
    delete environment.operation;
    context.running.delete(environment.id);
}
/** Stops the script of the open operation where it waits; the caller starts another or ends the operation. */
function stopScript(context, environment) {
    context.running.get(environment.id)?.stop();
    context.running.delete(environment.id);
}
/** The gap between the last event of an operation and Ready: DateUpdated lies within a second of the last event. */
const READY_AFTER_LAST_EVENT = (0,time/* seconds */.YA)(0.3);
//# sourceMappingURL=operation.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/tags.js
/** Tags of applications, versions, environments and templates; on environments they are an operation that takes time. */





/** Tags that a resource may have (AWS API reference). */
const MOST_TAGS = 50;
function readTags(input, member) {
    const tags = {};
    for (const tag of (0,simulator_context/* recordsOf */.M$)(input, member)) {
        const key = (0,simulator_context/* textOf */.ur)(tag, 'Key');
        if (key === undefined)
            throw (0,simulator_context/* invalidParameter */.VL)('A tag key must not be empty.');
        if (/^(aws|elasticbeanstalk):/i.test(key) || ['Name'].includes(key)) {
            throw (0,simulator_context/* invalidParameter */.VL)(`Tag key '${key}' is reserved.`);
        }
        if (key.length > 128)
            throw (0,simulator_context/* invalidParameter */.VL)(`Tag key '${key}' is longer than 128 characters.`);
        const value = typeof tag.Value === 'string' ? tag.Value : '';
        if (value.length > 256)
            throw (0,simulator_context/* invalidParameter */.VL)(`The value of tag '${key}' is longer than 256 characters.`);
        tags[key] = value;
    }
    return tags;
}
function store(context, arn, tags) {
    if (Object.keys(tags).length > MOST_TAGS) {
        throw new service_error/* ServiceError */._('TooManyTagsException', `The number of tags in the resource would exceed the number of tags that each resource can have (${MOST_TAGS}).`);
    }
    context.world.tags.set(arn, { ...tags });
}
/** Keeps the `Tags` of a request that creates something. */
function tagAtCreation(context, arn, input) {
    const tags = readTags(input, 'Tags');
    if (Object.keys(tags).length > 0)
        store(context, arn, tags);
}
/** Forgets the tags of something that was deleted. */
function dropTags(context, arn) {
    context.world.tags.delete(arn);
}
/** The resource behind an ARN. Platforms are AWS's own and have no tags that a customer could set. */
function requireResource(context, arn) {
    const missing = () => new service_error/* ServiceError */._('ResourceNotFoundException', `Resource not found for arn: '${arn}'.`);
    const [, kind, path = ''] = /^arn:aws:elasticbeanstalk:[^:]*:[^:]*:(\w+)\/(.+)$/.exec(arn) ?? [];
    const [first = '', second = ''] = path.split('/');
    const application = context.world.applications.get(first);
    switch (kind) {
        case 'application':
            if (application === undefined)
                throw missing();
            return {};
        case 'applicationversion':
            if (application?.versions.has(second) !== true)
                throw missing();
            return {};
        case 'configurationtemplate':
            if (application?.templates.has(second) !== true)
                throw missing();
            return {};
        case 'environment': {
            for (const environment of context.world.environments.values()) {
                if (environment.arn === arn && environment.status !== 'Terminated')
                    return { environment };
            }
            throw missing();
        }
    }
    throw new service_error/* ServiceError */._('ResourceTypeNotSupportedException', `Resource type not supported for arn: '${arn}'.`);
}
/** The service's own tags come with every environment. */
const systemTags = ({ id, name }) => ({
    Name: name,
    'elasticbeanstalk:environment-id': id,
    'elasticbeanstalk:environment-name': name,
});
function listTags(context, input) {
    const arn = (0,simulator_context/* requiredText */.$4)(input, 'ResourceArn');
    const { environment } = requireResource(context, arn);
    const tags = { ...context.world.tags.get(arn), ...(environment === undefined ? {} : systemTags(environment)) };
    return {
        ResourceArn: arn,
        ResourceTags: Object.keys(tags)
            .sort()
            .map((key) => ({ Key: key, Value: tags[key] })),
    };
}
function updateTags(context, input, requestId) {
    const arn = (0,simulator_context/* requiredText */.$4)(input, 'ResourceArn');
    const { environment } = requireResource(context, arn);
    const added = readTags(input, 'TagsToAdd');
    const removed = ((0,simulator_context/* listOf */.c3)(input, 'TagsToRemove') ?? []).map(String);
    if (Object.keys(added).length === 0 && removed.length === 0) {
        throw (0,simulator_context/* invalidParameter */.VL)('At least one of TagsToAdd and TagsToRemove must be provided.');
    }
    const both = removed.find((key) => key in added);
    if (both !== undefined)
        throw (0,simulator_context/* invalidParameter */.VL)(`Tag '${both}' is both added and removed.`);
    if (environment !== undefined && environment.status !== 'Ready') {
        throw new service_error/* ServiceError */._('OperationInProgressFailure', `Unable to update tags of environment: ${environment.name}. An operation is already in progress, please retry again shortly.`);
    }
    const kept = Object.entries(context.world.tags.get(arn) ?? {}).filter(([key]) => !removed.includes(key));
    store(context, arn, { ...Object.fromEntries(kept), ...added });
    if (environment === undefined)
        return;
    // The call returns at once, the environment stays busy: an update sent right after is refused.
    beginOperation(context, environment, { kind: 'tags', requestId, status: 'Updating', event: 'Environment tag update is starting.' }, () => propagate(context, environment, requestId));
}
function* propagate(context, environment, requestId) {
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(25));
    (0,simulator_context/* environmentEvent */.QC)(context, environment, {
        severity: 'INFO',
        message: 'Environment tag update completed successfully.',
        requestId,
    });
    endOperation(context, environment, { outcome: 'succeeded', deploys: 'nothing' });
}
const tags_operations = {
    ListTagsForResource: listTags,
    UpdateTagsForResource: updateTags,
};
//# sourceMappingURL=tags.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/applications.js
/** Applications: create, describe, update, delete (with their environments when forced), version lifecycle policy. */






/** Applications that an account may have in a region (AWS guide, "Endpoints and quotas"). */
const APPLICATION_QUOTA = 75;
function applicationDescription(application) {
    return {
        ApplicationArn: application.arn,
        ApplicationName: application.name,
        ...(application.description === undefined ? {} : { Description: application.description }),
        DateCreated: new Date(application.dateCreated),
        DateUpdated: new Date(application.dateUpdated),
        Versions: [...application.versions.keys()].reverse(),
        ConfigurationTemplates: [...application.templates.keys()],
        ResourceLifecycleConfig: application.lifecycle ?? {
            VersionLifecycleConfig: {
                MaxCountRule: { Enabled: false, MaxCount: 200, DeleteSourceFromS3: false },
                MaxAgeRule: { Enabled: false, MaxAgeInDays: 180, DeleteSourceFromS3: false },
            },
        },
    };
}
/** Creates an application with its three events; also for CreateApplicationVersion's AutoCreateApplication. */
function addApplication(context, input, requestId) {
    const name = (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName');
    const { applications } = context.world;
    if (applications.has(name))
        throw (0,simulator_context/* invalidParameter */.VL)(`Application ${name} already exists.`);
    const isFull = (0,simulator_context/* faultsOf */.xm)(context, 'quota-reached').some((fault) => fault.of === 'applications');
    if (isFull || applications.size >= APPLICATION_QUOTA) {
        throw new service_error/* ServiceError */._('TooManyApplicationsException', `You cannot have more than ${APPLICATION_QUOTA} Applications. Either remove some Applications or request a limit increase.`);
    }
    const lifecycle = (0,simulator_context/* recordOf */.zv)(input, 'ResourceLifecycleConfig');
    const application = {
        name,
        arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:application/${name}`,
        ...describedBy(input),
        dateCreated: context.now(),
        dateUpdated: context.now(),
        versions: new Map(),
        templates: new Map(),
        ...(lifecycle === undefined ? {} : { lifecycle }),
    };
    applications.set(name, application);
    tagAtCreation(context, application.arn, input);
    const say = (message) => (0,simulator_context/* applicationEvent */.Xc)(context, { applicationName: name }, { severity: 'INFO', message, requestId });
    say('createApplication is starting.');
    say(`Created new Application: ${name}`);
    say('createApplication completed successfully.');
    return application;
}
function createApplication(context, input, requestId) {
    checkNames(input, 'ApplicationName', 'Description');
    return { Application: applicationDescription(addApplication(context, input, requestId)) };
}
function describeApplications(context, input) {
    const names = (0,simulator_context/* listOf */.c3)(input, 'ApplicationNames');
    const wanted = [...context.world.applications.values()].filter((application) => names === undefined || names.length === 0 || names.includes(application.name));
    return { Applications: wanted.map(applicationDescription) };
}
function updateApplication(context, input, requestId) {
    checkNames(input, 'Description');
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    if (typeof input.Description === 'string')
        application.description = input.Description;
    application.dateUpdated = context.now();
    (0,simulator_context/* applicationEvent */.Xc)(context, { applicationName: application.name }, { severity: 'INFO', message: `Updated Application: ${application.name}`, requestId });
    return { Application: applicationDescription(application) };
}
function updateLifecycle(context, input) {
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const given = (0,simulator_context/* recordOf */.zv)(input, 'ResourceLifecycleConfig') ?? {};
    const lifecycle = { ...application.lifecycle, ...given };
    const rules = (0,simulator_context/* recordOf */.zv)(lifecycle, 'VersionLifecycleConfig') ?? {};
    const both = ['MaxCountRule', 'MaxAgeRule'].every((rule) => (0,simulator_context/* recordOf */.zv)(rules, rule)?.Enabled === true);
    if (both)
        throw (0,simulator_context/* invalidParameter */.VL)('Both MaxCountRule and MaxAgeRule cannot be enabled at the same time.');
    const enabled = ['MaxCountRule', 'MaxAgeRule'].some((rule) => (0,simulator_context/* recordOf */.zv)(rules, rule)?.Enabled === true);
    if (enabled && typeof lifecycle.ServiceRole !== 'string') {
        throw (0,simulator_context/* invalidParameter */.VL)('A service role is required to enable an application version lifecycle policy.');
    }
    application.lifecycle = lifecycle;
    application.dateUpdated = context.now();
    return { ApplicationName: application.name, ResourceLifecycleConfig: lifecycle };
}
const environmentsOf = (context, name) => [...context.world.environments.values()].filter((environment) => environment.applicationName === name && environment.status !== 'Terminated');
function deleteApplication(context, input, requestId) {
    const name = (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName');
    const application = context.world.applications.get(name);
    // Deleting what is not there succeeds, as deletions of the service do.
    if (application === undefined)
        return;
    const environments = environmentsOf(context, name);
    if (environments.length > 0 && (0,simulator_context/* flagOf */.iP)(input, 'TerminateEnvByForce') !== true) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Unable to delete application ${name} because it has a version that is deployed to a running environment.`);
    }
    if (environments.some((environment) => environment.status !== 'Ready' && environment.status !== 'Terminating')) {
        throw new service_error/* ServiceError */._('OperationInProgressFailure', `Unable to delete application: ${name}. An operation is already in progress, please retry again shortly.`);
    }
    const say = (message) => (0,simulator_context/* applicationEvent */.Xc)(context, { applicationName: name }, { severity: 'INFO', message, requestId });
    say('deleteApplication is starting.');
    if (environments.length === 0) {
        removeApplication(context, application);
        say('The application has been deleted successfully.');
        return;
    }
    say('Invoking Environment Termination workflows.');
    for (const environment of environments) {
        if (environment.status === 'Terminating')
            continue;
        context.perform('TerminateEnvironment', { EnvironmentId: environment.id, DeletedWithApplication: true }, requestId);
    }
    context.timeline.run(finishDelete(context, application, say));
}
function* finishDelete(context, application, say) {
    const gone = yield* (0,simulator_timeline/* until */.TG)(() => environmentsOf(context, application.name).length === 0, (0,time/* hours */.c$)(2));
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(1));
    if (!gone) {
        say('The environment termination step failed because at least one of the environment termination workflows failed.');
        return;
    }
    say('The environment termination step is done.');
    removeApplication(context, application);
    say('The application has been deleted successfully.');
}
function removeApplication(context, application) {
    context.world.applications.delete(application.name);
    dropTags(context, application.arn);
    for (const version of application.versions.values())
        dropTags(context, version.arn);
}
const applications_operations = {
    CreateApplication: createApplication,
    DescribeApplications: describeApplications,
    UpdateApplication: updateApplication,
    UpdateApplicationResourceLifecycle: updateLifecycle,
    DeleteApplication: deleteApplication,
};
//# sourceMappingURL=applications.js.map
// EXTERNAL MODULE: ./lib/simulator/options/catalogue.js + 3 modules
var catalogue = __webpack_require__(9522);
;// CONCATENATED MODULE: ./lib/simulator/options/validate.js
/**
 * The rules of option values, with the texts of the service.
 *
 * Wordings seen in public reports: "Unknown configuration setting." (aws/aws-elastic-beanstalk-cli#532), "Value is less
 * than minimum allowed value: 1" (ThoughtWorksStudios/eb_deployer#44), "Value does not satisfy regex: …"
 * (aws/aws-elastic-beanstalk-cli#77), "Value exceeds the maximum allowed length: 200", the rule about managed updates.
 * The remaining ones follow their pattern; BEHAVIOUR.md names them.
 */



const COMMAND = 'aws:elasticbeanstalk:command';
const ENVIRONMENT = 'aws:elasticbeanstalk:environment';
const GROUP = 'aws:autoscaling:asg';
const HEALTH = 'aws:elasticbeanstalk:healthreporting:system';
const MANAGED = 'aws:elasticbeanstalk:managedactions';
const ROLLING = 'aws:autoscaling:updatepolicy:rollingupdate';
const MAX_LENGTH = 4096;
/** AWS guide, "Beanstalk Cluster architecture". */
const FIXED_CLUSTER = 'Changes to EKS cluster configuration (subnets and IAM roles) are not currently supported for an existing environment. Please revert these option settings to continue.';
/**
 * Everything that is wrong with `settings` in an environment. `environment` is the one they are for, before they apply;
 * `existing` says that it exists already, so that options which are fixed at creation cannot change.
 */
function validateOptions(settings, environment, existing = false) {
    const after = overlay(environment, settings);
    const own = settings.flatMap((setting) => checkSetting(setting, environment, after, existing));
    return own.length > 0 ? own : checkTogether(settings, after);
}
/** Throws what CreateEnvironment, UpdateEnvironment and the template operations answer to a bad option. */
function assertValid(settings, environment, existing = false) {
    const problem = validateOptions(settings, environment, existing).find((message) => message.severity === 'error');
    if (problem === undefined)
        return;
    throw (problem.refusal ??
        new service_error/* ServiceError */._('ConfigurationValidationException', `Configuration validation exception: ${problem.message}`));
}
function overlay(environment, settings) {
    const set = new Map(settings.map((setting) => [`${setting.namespace}\n${setting.optionName}`, setting.value ?? '']));
    return {
        ...environment,
        valueOf: (namespace, optionName) => set.get(`${namespace}\n${optionName}`) ?? environment.valueOf(namespace, optionName),
    };
}
function checkSetting(setting, before, after, existing) {
    const option = (0,catalogue/* findOption */.$K)(setting.namespace, setting.optionName, before.platform);
    if (before.tier === 'Cluster' && option?.applies !== 'cluster') {
        return [notOfClusters(setting)];
    }
    if (option === undefined || !knownHere(option, after)) {
        return [specification(setting.namespace, setting.optionName, 'Unknown configuration setting.')];
    }
    const problem = checkValue(option, setting, after);
    if (problem !== undefined)
        return [invalidValue(setting, problem)];
    const current = before.valueOf(setting.namespace, setting.optionName);
    if (existing && option.applies === 'cluster' && option.fixedAtCreation === true) {
        return sameMembers(setting.value, current) ? [] : [fixedCluster(setting)];
    }
    if (existing && option.fixedAtCreation === true && setting.value !== current) {
        return [
            invalidValue(setting, 'This option can be set only during environment creation and cannot be changed afterwards.'),
        ];
    }
    return [];
}
/** A worker's daemon has no place in a web environment, nor has a cluster; options of another load balancer are simply not used. */
function knownHere(option, scope) {
    return (option.applies !== 'worker' && option.applies !== 'cluster') || (0,catalogue/* hasOption */.Kz)(option.applies, scope);
}
const members = (value = '') => value
    .split(',')
    .map((member) => member.trim())
    .sort()
    .join();
/** AWS guide: the same subnets in another order are the same set. */
const sameMembers = (one, other) => members(one) === members(other);
/** AWS guide: the code for every namespace but the twelve; the sentence is assumed. */
function notOfClusters({ namespace, optionName }) {
    const message = specification(namespace, optionName, 'Cluster environments do not have this configuration setting.');
    return { ...message, refusal: new service_error/* ServiceError */._('InvalidParameterValueException', message.message) };
}
const fixedCluster = ({ namespace, optionName }) => ({
    severity: 'error',
    message: FIXED_CLUSTER,
    namespace,
    optionName,
    refusal: new service_error/* ServiceError */._('InvalidParameterValue', FIXED_CLUSTER),
});
function checkValue(option, setting, scope) {
    const value = setting.value ?? '';
    // An empty value puts an option without a default back to "not set".
    if (value === '' && option.initial === undefined)
        return undefined;
    if (value.length > MAX_LENGTH && option.userDefined === false) {
        return `Value exceeds the maximum allowed length: ${MAX_LENGTH}`;
    }
    if (setting.namespace === COMMAND && setting.optionName === 'BatchSize') {
        const percent = scope.valueOf(COMMAND, 'BatchSizeType') !== 'Fixed';
        return checkWhole(value, 1, percent ? 100 : Number(scope.valueOf(GROUP, 'MaxSize') ?? '10000'));
    }
    return checkAccepts(option.accepts, value);
}
function checkAccepts(accepts, value) {
    switch (accepts.kind) {
        case 'list':
            return undefined;
        case 'json':
            return isJson(value, accepts.of) ? undefined : `Value is not a valid JSON ${accepts.of}.`;
        case 'text':
            if (accepts.pattern === undefined || new RegExp(accepts.pattern).test(value))
                return undefined;
            return `Value does not satisfy regex: '${accepts.pattern}' [${accepts.label ?? ''}]`;
        case 'flag':
            return /^(true|false)$/i.test(value) ? undefined : `Value is not one of the allowed values: [true, false]`;
        case 'one-of':
            return accepts.values.includes(value)
                ? undefined
                : `Value is not one of the allowed values: [${accepts.values.join(', ')}]`;
        case 'whole':
            return checkWhole(value, accepts.min, accepts.max);
        case 'number':
            return value.trim() === '' || Number.isNaN(Number(value))
                ? 'Value is not a valid number.'
                : checkRange(Number(value), accepts.min, accepts.max);
    }
}
function isJson(value, kind) {
    try {
        const parsed = JSON.parse(value);
        return typeof parsed === 'object' && parsed !== null && Array.isArray(parsed) === (kind === 'array');
    }
    catch {
        return false;
    }
}
function checkWhole(value, min, max) {
    if (!/^-?\d+$/.test(value))
        return 'Value is not a valid integer.';
    return checkRange(Number(value), min, max);
}
function checkRange(value, min, max) {
    if (value < min)
        return `Value is less than minimum allowed value: ${min}`;
    return value > max ? `Value is greater than maximum allowed value: ${max}` : undefined;
}
/** Rules between options. They are looked at only when one of the options concerned is in the request. */
function checkTogether(settings, after) {
    const touches = (namespace, ...names) => settings.some((setting) => setting.namespace === namespace && names.includes(setting.optionName));
    const messages = [];
    if (touches(GROUP, 'MinSize', 'MaxSize') && sizeOf(after, 'MinSize') > sizeOf(after, 'MaxSize')) {
        messages.push(specification(GROUP, 'MinSize', 'The minimum size of the group must not be larger than the maximum size.'));
    }
    const rolls = after.valueOf(ROLLING, 'RollingUpdateEnabled')?.toLowerCase() === 'true';
    const least = Number(after.valueOf(ROLLING, 'MinInstancesInService') ?? '0');
    if (touches(GROUP, 'MaxSize') && rolls && least >= sizeOf(after, 'MaxSize')) {
        messages.push(specification(ROLLING, 'MinInstancesInService', `The minimum instances in service for rolling updates (${least}) should be less than the maximum instance count for the Autoscaling group (${sizeOf(after, 'MaxSize')}).`));
    }
    const managed = after.valueOf(MANAGED, 'ManagedActionsEnabled')?.toLowerCase() === 'true';
    const enhanced = after.valueOf(HEALTH, 'SystemType') === 'enhanced';
    if ((touches(MANAGED, 'ManagedActionsEnabled') || touches(HEALTH, 'SystemType')) && managed && !enhanced) {
        messages.push(specification(MANAGED, 'ManagedActionsEnabled', `Managed platform updates require enhanced health reporting (option SystemType in namespace ${HEALTH}).`));
    }
    if (touches(catalogue_cluster/* EKS_AUTOSCALING */.Fi, 'min-replica', 'max-replica') && replicas(after, 'min') > replicas(after, 'max')) {
        messages.push(specification(catalogue_cluster/* EKS_AUTOSCALING */.Fi, 'min-replica', 'min-replica must not be larger than max-replica.'));
    }
    const splitting = after.valueOf(COMMAND, 'DeploymentPolicy') === 'TrafficSplitting';
    const touched = touches(COMMAND, 'DeploymentPolicy') || touches(ENVIRONMENT, 'EnvironmentType', 'LoadBalancerType');
    if (touched && splitting && (0,catalogue/* loadBalancerTypeOf */.Yw)(after) !== 'application') {
        messages.push(specification(COMMAND, 'DeploymentPolicy', 'The TrafficSplitting deployment policy requires an environment with an Application Load Balancer.'));
    }
    return messages;
}
const replicas = (scope, bound) => Number(scope.valueOf(catalogue_cluster/* EKS_AUTOSCALING */.Fi, `${bound}-replica`));
const sizeOf = (scope, name) => Number(scope.valueOf(GROUP, name));
const specification = (namespace, optionName, reason) => ({
    severity: 'error',
    message: `Invalid option specification (Namespace: '${namespace}', OptionName: '${optionName}'): ${reason}`,
    namespace,
    optionName,
});
const invalidValue = ({ namespace, optionName, value }, reason) => ({
    severity: 'error',
    message: `Invalid option value: '${value ?? 'null'}' (Namespace: '${namespace}', OptionName: '${optionName}'): ${reason}`,
    namespace,
    optionName,
});
//# sourceMappingURL=validate.js.map
;// CONCATENATED MODULE: ./lib/simulator/platform-list.js
/** The platform branches and versions that the simulated region offers, as of November 2026. */

const AL2023 = { name: 'Amazon Linux', version: '2023', title: '64bit Amazon Linux 2023' };
const AL2 = { name: 'Amazon Linux', version: '2', title: '64bit Amazon Linux 2' };
const WINDOWS = { name: 'Windows Server Core', version: '2025', title: '64bit Windows Server Core 2025' };
const branch = (runtime, versions, details) => {
    const operatingSystem = details.operatingSystem ?? AL2023;
    return {
        lifecycle: 'Supported',
        fileTypes: ['zip'],
        ...details,
        name: `${runtime} running on ${operatingSystem.title}`,
        runtime,
        operatingSystem,
        versions,
    };
};
const language = (name, version) => ({ category: name, language: { name, version } });
const PLATFORM_BRANCHES = [
    branch('Node.js 24', ['6.7.4', '6.7.3'], language('Node.js', '24')),
    branch('Node.js 22', ['6.7.4', '6.7.3', '6.6.5'], language('Node.js', '22')),
    branch('Node.js 20', ['6.7.1', '6.3.1'], { ...language('Node.js', '20'), lifecycle: 'Retired' }),
    branch('Python 3.14', ['4.8.2', '4.8.1'], language('Python', '3.14')),
    branch('Python 3.13', ['4.8.2', '4.7.4'], language('Python', '3.13')),
    branch('Python 3.11', ['4.8.2', '4.3.0'], language('Python', '3.11')),
    branch('Docker', ['4.9.1', '4.8.0', '4.3.0'], {
        category: 'Docker',
        framework: { name: 'Docker', version: '25' },
        fileTypes: [],
    }),
    branch('ECS', ['4.4.1'], { category: 'Docker', framework: { name: 'ECS', version: '1' }, fileTypes: [] }),
    branch('Corretto 25', ['4.8.1'], { ...language('Java', '25'), fileTypes: ['jar', 'zip'] }),
    branch('Corretto 21', ['4.8.1', '4.7.0', '4.3.0'], { ...language('Java', '21'), fileTypes: ['jar', 'zip'] }),
    branch('Tomcat 11 Corretto 21', ['5.9.1'], {
        ...language('Java', '21'),
        category: 'Tomcat',
        framework: { name: 'Tomcat', version: '11' },
        fileTypes: ['war', 'zip'],
    }),
    branch('.NET 10', ['3.7.2'], { ...language('.NET', '10'), category: '.NET on Linux' }),
    branch('.NET 9', ['3.7.2', '3.6.0'], { ...language('.NET', '9'), category: '.NET on Linux' }),
    branch('Go 1', ['4.6.1', '4.5.2', '4.3.0'], language('Go', '1')),
    branch('PHP 8.4', ['4.9.2'], language('PHP', '8.4')),
    branch('PHP 8.3', ['4.9.2'], language('PHP', '8.3')),
    branch('Ruby 3.4', ['4.7.2', '4.6.0'], language('Ruby', '3.4')),
    branch('IIS 10.0', ['2.22.1'], {
        category: '.NET',
        operatingSystem: WINDOWS,
        framework: { name: 'IIS', version: '10.0' },
    }),
    branch('Node.js 18', ['5.11.2'], { ...language('Node.js', '18'), lifecycle: 'Retired', operatingSystem: AL2 }),
    branch('Python 3.8', ['3.8.3'], { ...language('Python', '3.8'), lifecycle: 'Retired', operatingSystem: AL2 }),
];
/** `64bit Amazon Linux 2023 v6.7.4 running Node.js 24`. */
const stackName = (platform, version) => `${platform.operatingSystem.title} v${version} running ${platform.runtime}`;
const PLATFORM_VERSIONS = PLATFORM_BRANCHES.flatMap((platform) => platform.versions.map((version, index) => ({
    branch: platform,
    version,
    solutionStackName: stackName(platform, version),
    recommended: index === 0 && platform.lifecycle === 'Supported',
})));
/** `arn:aws:elasticbeanstalk:us-east-1::platform/Node.js 24 running on 64bit Amazon Linux 2023/6.7.4`. */
function platformArn(region, platform) {
    return `arn:aws:elasticbeanstalk:${region}::platform/${platform.branch.name}/${platform.version}`;
}
/** The version that a solution stack name means; retired ones too, since existing customers may go on using them. */
function platformByStack(solutionStackName) {
    return PLATFORM_VERSIONS.find((platform) => platform.solutionStackName === solutionStackName);
}
/** The version that a platform ARN means; without a version at its end, the newest of the branch. */
function platformByArn(arn) {
    const [, name, version] = /:platform\/([^/]+)(?:\/([^/]+))?$/.exec(arn) ?? [];
    return PLATFORM_VERSIONS.find((platform) => platform.branch.name === name && (version === undefined || platform.version === version));
}
/** What an environment gets when nobody cares: the newest Node.js. */
const DEFAULT_PLATFORM = PLATFORM_VERSIONS.find((platform) => platform.recommended) ?? {
    branch: branch('Node.js 24', ['6.7.4'], language('Node.js', '24')),
    version: '6.7.4',
    solutionStackName: '64bit Amazon Linux 2023 v6.7.4 running Node.js 24',
    recommended: true,
};
/**
 * The platform that a request names by `SolutionStackName` or `PlatformArn`; `undefined` when it names none.
 * Refuses both at once and names that the region does not have.
 */
function platformOf(region, names) {
    const { solutionStackName, platformArn: arn } = names;
    if (solutionStackName === undefined && arn === undefined)
        return undefined;
    if (solutionStackName !== undefined && arn !== undefined) {
        throw new service_error/* ServiceError */._('InvalidParameterCombination', 'SolutionStackName and PlatformArn cannot be specified together.');
    }
    const found = arn === undefined ? platformByStack(solutionStackName ?? '') : platformByArn(arn);
    if (found === undefined) {
        const problem = arn === undefined ? `No Solution Stack named '${solutionStackName}' found.` : `No Platform named '${arn}' found.`;
        throw new service_error/* ServiceError */._('InvalidParameterValue', problem);
    }
    return { arn: platformArn(region, found), solutionStackName: found.solutionStackName };
}
//# sourceMappingURL=platform-list.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/templates.js
/** Configuration templates (saved configurations): made from an environment, another template or a platform. */








/** Templates that an account may have in a region (AWS guide, "Endpoints and quotas"). */
const TEMPLATE_QUOTA = 2_000;
/** The description that template operations answer: who and when, not the options. */
const described = (template) => ({
    SolutionStackName: template.platform.solutionStackName,
    PlatformArn: template.platform.arn,
    ApplicationName: template.applicationName,
    TemplateName: template.name,
    ...(template.description === undefined ? {} : { Description: template.description }),
    DateCreated: new Date(template.dateCreated),
    DateUpdated: new Date(template.dateUpdated),
});
function requireTemplate(application, name) {
    const template = application.templates.get(name);
    if (template === undefined)
        throw (0,simulator_context/* invalidParameter */.VL)(`No Configuration Template named '${name}' found.`);
    return template;
}
/** What a new template starts from: exactly one of an environment, another template, a platform. */
function baseOf(context, input) {
    const environmentId = (0,simulator_context/* textOf */.ur)(input, 'EnvironmentId');
    const source = (0,simulator_context/* recordOf */.zv)(input, 'SourceConfiguration');
    const platform = platformOf(context.region, {
        solutionStackName: (0,simulator_context/* textOf */.ur)(input, 'SolutionStackName'),
        platformArn: (0,simulator_context/* textOf */.ur)(input, 'PlatformArn'),
    });
    if (source !== undefined) {
        const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(source, 'ApplicationName'));
        const template = requireTemplate(application, (0,simulator_context/* requiredText */.$4)(source, 'TemplateName'));
        if (platform !== undefined && platform.arn !== template.platform.arn) {
            throw new service_error/* ServiceError */._('InvalidParameterCombination', 'The solution stack must match that of the source configuration.');
        }
        return template;
    }
    if (environmentId !== undefined) {
        const environment = context.world.environments.get(environmentId);
        if (environment === undefined || environment.status === 'Terminated') {
            throw (0,simulator_context/* invalidParameter */.VL)(`No Environment found for EnvironmentId = '${environmentId}'.`);
        }
        const base = platform ?? environment.platform;
        if (base === undefined)
            throw (0,cluster_cluster/* notOfClusters */.iC)('Configuration templates');
        return { platform: base, options: environment.options };
    }
    if (platform === undefined) {
        throw (0,simulator_context/* invalidParameter */.VL)('Unable to determine base for template pack (no solution stack)');
    }
    return { platform, options: {} };
}
function requireRoom(context) {
    let count = 0;
    for (const application of context.world.applications.values())
        count += application.templates.size;
    if (count < TEMPLATE_QUOTA)
        return;
    throw new service_error/* ServiceError */._('TooManyConfigurationTemplatesException', `You cannot have more than ${TEMPLATE_QUOTA} Configuration Templates. Either remove some Configuration Templates or request a limit increase.`);
}
function createTemplate(context, input) {
    checkNames(input, 'TemplateName', 'Description');
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const name = (0,simulator_context/* requiredText */.$4)(input, 'TemplateName');
    if (application.templates.has(name))
        throw (0,simulator_context/* invalidParameter */.VL)(`Configuration Template ${name} already exists.`);
    requireRoom(context);
    const base = baseOf(context, input);
    const settings = (0,setting/* readSettings */.sb)(input.OptionSettings);
    assertValid(settings, (0,setting/* scopeOf */.Od)(base));
    const template = {
        applicationName: application.name,
        name,
        ...describedBy(input),
        platform: base.platform,
        options: (0,setting/* mergeOptions */.lL)(base.options, settings, []),
        dateCreated: context.now(),
        dateUpdated: context.now(),
    };
    application.templates.set(name, template);
    tagAtCreation(context, templateArn(context, template), input);
    return described(template);
}
const templateArn = (context, template) => `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:configurationtemplate/${template.applicationName}/${template.name}`;
function updateTemplate(context, input) {
    checkNames(input, 'Description');
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const template = requireTemplate(application, (0,simulator_context/* requiredText */.$4)(input, 'TemplateName'));
    const settings = (0,setting/* readSettings */.sb)(input.OptionSettings);
    assertValid(settings, (0,setting/* scopeOf */.Od)(template));
    template.options = (0,setting/* mergeOptions */.lL)(template.options, settings, (0,setting/* readSettings */.sb)(input.OptionsToRemove));
    if (typeof input.Description === 'string')
        template.description = input.Description;
    template.dateUpdated = context.now();
    return described(template);
}
function deleteTemplate(context, input) {
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const template = application.templates.get((0,simulator_context/* requiredText */.$4)(input, 'TemplateName'));
    if (template === undefined)
        return;
    // An environment that was launched from a template has its own copy of the settings: deleting is always allowed.
    application.templates.delete(template.name);
    dropTags(context, templateArn(context, template));
}
const templates_operations = {
    CreateConfigurationTemplate: createTemplate,
    UpdateConfigurationTemplate: updateTemplate,
    DeleteConfigurationTemplate: deleteTemplate,
};
//# sourceMappingURL=templates.js.map
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/simulator/storage/zip-entries.js
/** Reads single files out of a stored zip, synchronously: its directory and the few small entries the model asks for. */

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const LARGEST_COMMENT = 65_535;
const DEFLATED = 8;
const STORED = 0;
/** Entries larger than this are not configuration files. */
const LARGEST_ENTRY = 1_048_576;
/**
 * The text of every entry whose name `wanted` takes, in name order. `undefined` when there is no such object, or it is no
 * zip. Entries that are too large for a configuration file, or stored in a way nobody uses, are left out.
 */
function readZipTexts(objects, { bucket, key }, wanted) {
    const object = objects.open(bucket, key);
    if (object === undefined)
        return undefined;
    try {
        const entries = readDirectory(object);
        if (entries === undefined)
            return undefined;
        const texts = new Map();
        for (const entry of entries.filter(({ name }) => wanted(name)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const text = readEntry(object, entry);
            if (text !== undefined)
                texts.set(entry.name, text);
        }
        return texts;
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
    finally {
        object.close();
    }
}
function readDirectory(object) {
    const { size } = object;
    const tailStart = Math.max(0, size - END_SIZE - LARGEST_COMMENT);
    const tail = object.read(tailStart, size - tailStart);
    let place = tail.length - END_SIZE;
    while (place >= 0 && tail.readUInt32LE(place) !== END)
        place -= 1;
    if (place < 0)
        return undefined;
    const directory = locateDirectory(object, tail, place, tailStart);
    return parseDirectory(object.read(directory.offset, directory.length));
}
/** Large archives keep the place of their directory in a second, wider record before the end record. */
function locateDirectory(object, tail, place, tailStart) {
    const length = tail.readUInt32LE(place + 12);
    const offset = tail.readUInt32LE(place + 16);
    const count = tail.readUInt16LE(place + 10);
    const wide = offset === 0xffffffff || length === 0xffffffff || count === 0xffff;
    const locator = tailStart + place - 20;
    if (!wide || locator < 0)
        return { offset, length };
    const pointer = object.read(locator, 20);
    if (pointer.readUInt32LE(0) !== LOCATOR_64)
        return { offset, length };
    const end = object.read(Number(pointer.readBigUInt64LE(8)), 56);
    if (end.readUInt32LE(0) !== END_64)
        return { offset, length };
    return { length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}
function parseDirectory(bytes) {
    const entries = [];
    for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY;) {
        const nameLength = bytes.readUInt16LE(at + 28);
        entries.push({
            name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
            method: bytes.readUInt16LE(at + 10),
            compressedSize: bytes.readUInt32LE(at + 20),
            size: bytes.readUInt32LE(at + 24),
            offset: bytes.readUInt32LE(at + 42),
        });
        at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries;
}
function readEntry(object, entry) {
    if (entry.size > LARGEST_ENTRY || entry.compressedSize > LARGEST_ENTRY)
        return undefined;
    const header = object.read(entry.offset, 30);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const bytes = object.read(start, entry.compressedSize);
    if (entry.method === STORED)
        return bytes.toString('utf8');
    return entry.method === DEFLATED
        ? (0,external_node_zlib_.inflateRawSync)(bytes, { maxOutputLength: LARGEST_ENTRY }).toString('utf8')
        : undefined;
}
//# sourceMappingURL=zip-entries.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/version.js
/** Versions for Cluster environments: an image as it is named, or one that the service builds from a source bundle. */







/** AWS guide, "Build configuration". */
const COMPUTE_TYPES = ['BUILD_GENERAL1_SMALL', 'BUILD_GENERAL1_MEDIUM', 'BUILD_GENERAL1_LARGE'];
const ARCHITECTURES = ['amd64', 'arm64'];
const SHORTEST = 5;
const LONGEST = 480;
const DEFAULT_TIMEOUT = 60;
const DEFAULT_BUILD_SECONDS = 150;
const combination = (message) => new service_error/* ServiceError */._('InvalidParameterCombination', message);
/** What `ImageConfiguration` asks for. The refusals are the guide's, their sentences are assumed. */
function imageParts(input) {
    const configuration = (0,simulator_context/* recordOf */.zv)(input, 'ImageConfiguration');
    if (configuration === undefined)
        return {};
    const source = (0,simulator_context/* recordOf */.zv)(configuration, 'Source');
    const build = (0,simulator_context/* recordOf */.zv)(configuration, 'Build');
    if (input.BuildConfiguration !== undefined) {
        throw combination('ImageConfiguration and BuildConfiguration cannot be specified together.');
    }
    if ((source === undefined) === (build === undefined)) {
        throw combination('ImageConfiguration must have exactly one of Source and Build.');
    }
    const hasBundle = input.SourceBundle !== undefined;
    if (source !== undefined) {
        if (hasBundle)
            throw combination('ImageConfiguration.Source and SourceBundle cannot be specified together.');
        return { image: { uri: (0,simulator_context/* requiredText */.$4)(source, 'Uri') }, processAsked: (0,simulator_context/* flagOf */.iP)(input, 'Process') === true };
    }
    if (!hasBundle)
        throw combination('ImageConfiguration.Build requires a SourceBundle.');
    return { imageBuild: readBuild(build ?? {}), processAsked: (0,simulator_context/* flagOf */.iP)(input, 'Process') === true };
}
function readBuild(build) {
    const type = (0,simulator_context/* requiredText */.$4)(build, 'Type');
    if (!['docker', 'buildpack'].includes(type.toLowerCase()))
        throw notOneOf('Type', type, ['docker', 'buildpack']);
    const architecture = (0,simulator_context/* textOf */.ur)(build, 'Architecture');
    if (architecture !== undefined && !ARCHITECTURES.includes(architecture)) {
        throw notOneOf('Architecture', architecture, ARCHITECTURES);
    }
    const computeType = (0,simulator_context/* textOf */.ur)(build, 'ComputeType');
    if (computeType !== undefined && !COMPUTE_TYPES.includes(computeType)) {
        throw notOneOf('ComputeType', computeType, COMPUTE_TYPES);
    }
    const timeoutInMinutes = (0,simulator_context/* numberOf */.rl)(build, 'TimeoutInMinutes');
    if (timeoutInMinutes !== undefined && (timeoutInMinutes < SHORTEST || timeoutInMinutes > LONGEST)) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Value ${timeoutInMinutes} at 'ImageConfiguration.Build.TimeoutInMinutes' must be between ${SHORTEST} and ${LONGEST}.`);
    }
    const dockerfileLocation = (0,simulator_context/* textOf */.ur)(build, 'DockerfileLocation');
    const buildpack = (0,simulator_context/* textOf */.ur)(build, 'Buildpack');
    return {
        type,
        codeBuildServiceRole: (0,simulator_context/* requiredText */.$4)(build, 'CodeBuildServiceRole'),
        ...(dockerfileLocation === undefined ? {} : { dockerfileLocation }),
        ...(buildpack === undefined ? {} : { buildpack }),
        ...(architecture === undefined ? {} : { architecture }),
        ...(computeType === undefined ? {} : { computeType }),
        ...(timeoutInMinutes === undefined ? {} : { timeoutInMinutes }),
    };
}
const notOneOf = (member, value, values) => (0,simulator_context/* invalidParameter */.VL)(`Value '${value}' at 'ImageConfiguration.Build.${member}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(', ')}]`);
/** The members that only these versions have in answers. */
function imageDescription({ image, imageBuild, buildArn, processAsked }) {
    return {
        ...(buildArn === undefined ? {} : { BuildArn: buildArn }),
        ...(processAsked === undefined ? {} : { Process: processAsked }),
        ...(image === undefined ? {} : { ImageSource: { Uri: image.uri } }),
        ...(imageBuild === undefined
            ? {}
            : {
                ImageBuildConfiguration: {
                    Type: imageBuild.type,
                    DockerfileLocation: imageBuild.dockerfileLocation,
                    Buildpack: imageBuild.buildpack,
                    Architecture: imageBuild.architecture,
                    CodeBuildServiceRole: imageBuild.codeBuildServiceRole,
                    ComputeType: imageBuild.computeType,
                    TimeoutInMinutes: imageBuild.timeoutInMinutes,
                },
            }),
    };
}
/** AWS guide: a build begins only when `Process` was asked for; an image that is there needs none. */
const beginsBuild = ({ imageBuild, processAsked }) => imageBuild !== undefined && processAsked === true;
/** BUILDING until AWS CodeBuild has pushed the image; then PROCESSED, or FAILED with events of the version. */
function* buildImage(context, version, requestId) {
    const { accountId, random, region } = context;
    const project = `elasticbeanstalk-${version.applicationName}`.replace(/[^A-Za-z0-9-]/g, '-');
    version.buildArn = `arn:aws:codebuild:${region}:${accountId}:build/${project}:${random.uuid()}`;
    const say = (severity, message) => (0,simulator_context/* applicationEvent */.Xc)(context, { applicationName: version.applicationName, versionLabel: version.label }, { severity, message, requestId });
    say('INFO', `Started building the container image for application version ${version.label}.`);
    const end = buildEnd(context, version);
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(random, (0,time/* seconds */.YA)(end.afterSeconds)));
    version.dateUpdated = context.now();
    if (end.failure !== undefined) {
        version.status = 'FAILED';
        say('ERROR', end.failure);
    }
    else {
        version.status = 'PROCESSED';
        if (end.withoutImage !== true)
            pushImage(context, version);
        say('INFO', `Successfully built the container image for application version ${version.label}.`);
    }
    say(end.failure === undefined ? 'INFO' : 'ERROR', `Finished processing application version ${version.label} with status ${version.status}.`);
}
/** AWS guide: an image that the service has built is recorded by its digest. */
function pushImage(context, version) {
    const { accountId, region } = context;
    const repository = `${(0,cluster_image/* registryOf */.Fv)(accountId, region)}/elasticbeanstalk/${version.applicationName.toLowerCase().replace(/[^a-z0-9-]/g, '-')}`;
    const { digest } = (0,cluster_image/* addImage */.hk)(context, { repository, tags: [], digest: (0,cluster_image/* inventDigest */.v$)(context) });
    version.image = { uri: `${repository}@${digest}` };
}
function buildEnd(context, version) {
    const { label, imageBuild } = version;
    const versions = context.scenario().versions ?? {};
    const behaviour = versions[label] ?? versions['*'] ?? {};
    const afterSeconds = behaviour.buildSeconds ?? DEFAULT_BUILD_SECONDS;
    const limit = imageBuild?.timeoutInMinutes ?? DEFAULT_TIMEOUT;
    if ((0,time/* seconds */.YA)(afterSeconds) > (0,time/* minutes */.Gx)(limit)) {
        const failure = `The build of application version ${label} has not finished within ${limit} minutes and was stopped.`;
        return { afterSeconds: limit * 60, failure };
    }
    if (imageBuild?.type === 'buildpack' && imageBuild.buildpack === undefined) {
        return { afterSeconds: 40, failure: `Failed to build the container image of ${label}: no builder is set.` };
    }
    switch (behaviour.build ?? 'succeeds') {
        case 'fails':
            return {
                afterSeconds,
                failure: `Failed to build the container image of ${label}. See the build ${version.buildArn}.`,
            };
        case 'fails-to-push':
            return { afterSeconds, failure: `Failed to push the container image of ${label} to Amazon ECR.` };
        case 'fails-to-assume-role':
            return { afterSeconds: 15, failure: `Failed to assume the role ${imageBuild?.codeBuildServiceRole ?? ''}.` };
        case 'succeeds':
            return isBuildable(context, version) ? { afterSeconds } : { afterSeconds: 30, withoutImage: true };
    }
}
/** README of aws-actions/aws-elasticbeanstalk-deploy: a wrong case of the type or no Dockerfile ends PROCESSED, with no image. */
function isBuildable({ objects }, { imageBuild, sourceBundle }) {
    if (imageBuild?.type === 'buildpack')
        return true;
    if (imageBuild?.type !== 'docker' || sourceBundle === undefined)
        return false;
    const wanted = imageBuild.dockerfileLocation ?? 'Dockerfile';
    if (objects.head(sourceBundle.bucket, sourceBundle.key) === undefined)
        return true;
    const found = readZipTexts(objects, sourceBundle, (name) => name === wanted.replace(/^\.\//, ''));
    return found !== undefined && found.size > 0;
}
//# sourceMappingURL=version.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/domain/json.js
var json = __webpack_require__(7708);
;// CONCATENATED MODULE: ./lib/simulator/options/ebextensions.js
/**
 * Option settings that a source bundle brings along: `.ebextensions/*.config`, in alphabetical order, YAML or JSON.
 * They are the weakest layer: whatever was set through the API wins (AWS guide, "Configuration options", precedence).
 */





const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
const CONFIG = /^\.ebextensions\/[^/]+\.config$/;
const NOTHING = { options: {}, problems: [] };
/**
 * Reads the version's bundle and judges its settings for an environment. A version without a bundle, or whose bundle is
 * no zip (a jar's name does not matter, a plain file's does), sets nothing.
 */
function readBundleOptions(objects, version, environment) {
    if (version?.sourceBundle === undefined)
        return NOTHING;
    const files = readZipTexts(objects, version.sourceBundle, (name) => CONFIG.test(name));
    return files === undefined ? NOTHING : judgeConfigFiles(files, version.label, environment);
}
/** The same from texts by file name. */
function judgeConfigFiles(files, versionLabel, environment) {
    const settings = [];
    const problems = [];
    for (const [name, content] of files) {
        const parsed = parseConfig(content);
        if ('problem' in parsed)
            problems.push(invalidFile(name, versionLabel, parsed.problem, content));
        else
            settings.push(...parsed.settings);
    }
    if (problems.length > 0)
        return { options: {}, problems };
    const invalid = validateOptions(settings, environment).filter((message) => message.severity === 'error');
    if (invalid.length > 0) {
        return {
            options: {},
            problems: [
                '"option_settings" in one of the configuration files failed validation. More details to follow.',
                ...invalid.map((message) => message.message),
            ],
        };
    }
    return { options: (0,setting/* toOptions */.kU)(settings), problems: [] };
}
/** Which of the bundle's files are broken: what processing a version looks at before anything is deployed. */
function brokenFiles(objects, version) {
    if (version.sourceBundle === undefined)
        return [];
    const files = readZipTexts(objects, version.sourceBundle, (name) => CONFIG.test(name) || name === 'env.yaml');
    return [...(files ?? [])].filter(([, content]) => 'problem' in parseConfig(content)).map(([name]) => name);
}
function parseConfig(content) {
    const source = (0,dist/* parseDocument */.Tp)(content);
    const problem = source.errors[0];
    if (problem !== undefined)
        return { problem: problem.message };
    const document = source.toJS();
    if (document === null || document === undefined)
        return { settings: [] };
    if (!(0,json/* isObject */.Gv)(document))
        return { problem: 'The file must hold a mapping.' };
    const settings = document.option_settings;
    if (settings === undefined || settings === null)
        return { settings: [] };
    return { settings: Array.isArray(settings) ? listed(settings) : nested(settings) };
}
/** `- namespace: …`, `option_name: …`, `value: …`; without a namespace it is an environment property. */
const listed = (items) => items.filter(json/* isObject */.Gv).map((item) => ({
    namespace: scalar(item.namespace) ?? PROPERTIES,
    optionName: scalar(item.option_name) ?? '',
    value: scalar(item.value) ?? '',
}));
/** `namespace:` over `option: value`. */
const nested = (settings) => Object.entries((0,json/* isObject */.Gv)(settings) ? settings : {}).flatMap(([namespace, values]) => Object.entries((0,json/* isObject */.Gv)(values) ? values : {}).map(([optionName, value]) => ({
    namespace,
    optionName,
    value: scalar(value) ?? '',
})));
function scalar(value) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
/** The wording of the service, which reports both of its parsers. */
function invalidFile(name, versionLabel, problem, content) {
    const first = content.trimStart()[0] ?? '';
    const yaml = problem.split('\n')[0]?.replace(/:$/, '') ?? problem;
    return (`The configuration file ${name} in application version ${versionLabel} contains invalid YAML or JSON. ` +
        `YAML exception: Invalid Yaml: ${yaml}, JSON exception: Invalid JSON: Unexpected character (${first}) at position 0.. ` +
        'Update the configuration file.');
}
//# sourceMappingURL=ebextensions.js.map
// EXTERNAL MODULE: ./lib/simulator/paging.js
var paging = __webpack_require__(2788);
;// CONCATENATED MODULE: ./lib/simulator/operations/version-lifecycle.js
/** Which versions are in use, and the policy that removes old ones (AWS guide, "Application version lifecycle"). */



/** The policy deletes at most so many versions each time it runs. */
const LIFECYCLE_BATCH = 100;
const version_lifecycle_DAY = (0,time/* hours */.c$)(24);
const TEN_WEEKS = 70 * version_lifecycle_DAY;
/** Labels in use with the environments that use them: deployed, being deployed, or last run by an environment that was terminated under ten weeks ago. */
function labelsInUse(context, applicationName, terminatedToo) {
    const inUse = new Map();
    for (const environment of context.world.environments.values()) {
        if (environment.applicationName !== applicationName)
            continue;
        if (environment.status === 'Terminated') {
            const long = context.now() - (environment.terminatedAt ?? 0) > TEN_WEEKS;
            if (!terminatedToo || long)
                continue;
        }
        for (const label of new Set([environment.versionLabel, environment.operation?.change?.versionLabel])) {
            if (label !== undefined)
                inUse.set(label, [...(inUse.get(label) ?? []), environment.name]);
        }
    }
    return inUse;
}
/** Runs at each creation, after it: AWS guide, "Application version lifecycle". */
function applyLifecycle(context, application) {
    const rules = (0,simulator_context/* recordOf */.zv)(application.lifecycle ?? {}, 'VersionLifecycleConfig') ?? {};
    const count = (0,simulator_context/* recordOf */.zv)(rules, 'MaxCountRule');
    const age = (0,simulator_context/* recordOf */.zv)(rules, 'MaxAgeRule');
    const rule = count?.Enabled === true ? count : age?.Enabled === true ? age : undefined;
    if (rule === undefined)
        return;
    const inUse = labelsInUse(context, application.name, true);
    const oldestFirst = [...application.versions.values()];
    const excess = rule === count ? oldestFirst.length - Number(count?.MaxCount ?? 200) : 0;
    const limit = context.now() - Number(age?.MaxAgeInDays ?? 180) * version_lifecycle_DAY;
    const doomed = (rule === count ? oldestFirst.slice(0, Math.max(0, excess)) : oldestFirst.filter((v) => v.dateCreated < limit))
        // AWS guide: lifecycle policies do not delete versions for Cluster environments.
        .filter((version) => !inUse.has(version.label) && version.processAsked === undefined)
        .slice(0, LIFECYCLE_BATCH);
    for (const version of doomed)
        removeVersion(context, application, version, rule.DeleteSourceFromS3 === true);
}
/** Removes a version, its tags and, if asked, its bundle. */
function removeVersion(context, application, version, bundleToo) {
    application.versions.delete(version.label);
    dropTags(context, version.arn);
    if (bundleToo && version.sourceBundle !== undefined) {
        context.objects.remove(version.sourceBundle.bucket, version.sourceBundle.key);
    }
}
//# sourceMappingURL=version-lifecycle.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/versions.js
/** Application versions: create (from a bundle that must be there), describe in pages, update, delete, lifecycle policy. */












/** Versions that an account may have in a region, over all applications (AWS guide, "Endpoints and quotas"). */
const VERSION_QUOTA = 1_000;
/** The most that one DescribeApplicationVersions answers. */
const MOST_RECORDS = 1_000;
/** The largest source bundle: 500 MB (AWS guide, "Create an application source bundle"). */
const LARGEST_BUNDLE = 524_288_000;
function versionDescription(version) {
    const { sourceBundle, sourceBuild } = version;
    return {
        ApplicationVersionArn: version.arn,
        ApplicationName: version.applicationName,
        ...(version.description === undefined ? {} : { Description: version.description }),
        VersionLabel: version.label,
        ...(sourceBundle === undefined ? {} : { SourceBundle: { S3Bucket: sourceBundle.bucket, S3Key: sourceBundle.key } }),
        ...(sourceBuild === undefined
            ? {}
            : {
                SourceBuildInformation: {
                    SourceType: sourceBuild.sourceType,
                    SourceRepository: sourceBuild.sourceRepository,
                    SourceLocation: sourceBuild.sourceLocation,
                },
            }),
        DateCreated: new Date(version.dateCreated),
        DateUpdated: new Date(version.dateUpdated),
        Status: version.status,
        ...imageDescription(version),
    };
}
/** Where the bundle is, after the look at it that the service takes (with the caller's permissions). */
function requireBundle(context, input) {
    const location = (0,simulator_context/* recordOf */.zv)(input, 'SourceBundle');
    if (location === undefined)
        return undefined;
    const bucket = (0,simulator_context/* requiredText */.$4)(location, 'S3Bucket');
    const key = (0,simulator_context/* requiredText */.$4)(location, 'S3Key');
    const refuse = (reason) => new service_error/* ServiceError */._('InvalidParameterCombination', `Unable to download from S3 location (Bucket: ${bucket}  Key: ${key}). Reason: ${reason}`);
    const [, region] = /^elasticbeanstalk-([a-z]{2}(?:-[a-z]+)+-\d)-\d{12}$/.exec(bucket) ?? [];
    if (!context.objects.hasBucket(bucket)) {
        if (region !== undefined && region !== context.region) {
            throw refuse(`The bucket is in this region: ${region}. Please use this region to retry the request`);
        }
        // A bucket that is not ours looks like one that we may not read.
        throw refuse('Forbidden');
    }
    const object = context.objects.head(bucket, key);
    if (object === undefined)
        throw refuse('Not Found');
    if (object.size > LARGEST_BUNDLE) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Source bundle is too large: ${object.size} bytes. The limit is ${LARGEST_BUNDLE} bytes.`);
    }
    return { bucket, key };
}
function versions_requireRoom(context) {
    let count = 0;
    for (const application of context.world.applications.values())
        count += application.versions.size;
    if (count < VERSION_QUOTA)
        return;
    throw new service_error/* ServiceError */._('TooManyApplicationVersionsException', `You cannot have more than ${VERSION_QUOTA} Application Versions. Either remove some Application Versions or request a limit increase.`);
}
function sourceBuildOf(input) {
    const build = (0,simulator_context/* recordOf */.zv)(input, 'SourceBuildInformation');
    if (build === undefined)
        return {};
    return {
        sourceBuild: {
            sourceType: (0,simulator_context/* requiredText */.$4)(build, 'SourceType'),
            sourceRepository: (0,simulator_context/* requiredText */.$4)(build, 'SourceRepository'),
            sourceLocation: (0,simulator_context/* requiredText */.$4)(build, 'SourceLocation'),
        },
    };
}
function createVersion(context, input, requestId) {
    checkNames(input, 'ApplicationName', 'VersionLabel', 'Description');
    const applicationName = (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName');
    const label = (0,simulator_context/* requiredText */.$4)(input, 'VersionLabel');
    const image = imageParts(input);
    if (input.BuildConfiguration !== undefined) {
        throw new service_error/* ServiceError */._('NotImplemented', 'The simulator does not implement versions that AWS CodeBuild builds for Standard environments. See BEHAVIOUR.md.', 501);
    }
    const bundleAndBuild = input.SourceBundle !== undefined && input.SourceBuildInformation !== undefined;
    if (bundleAndBuild) {
        throw new service_error/* ServiceError */._('InvalidParameterCombination', 'SourceBundle and SourceBuildInformation cannot be specified together.');
    }
    const known = context.world.applications.get(applicationName);
    if (known === undefined && (0,simulator_context/* flagOf */.iP)(input, 'AutoCreateApplication') !== true) {
        throw (0,simulator_context/* invalidParameter */.VL)(`No Application named '${applicationName}' found.`);
    }
    if (known?.versions.has(label))
        throw (0,simulator_context/* invalidParameter */.VL)(`Application Version ${label} already exists.`);
    versions_requireRoom(context);
    const sourceBundle = requireBundle(context, input);
    const application = known ?? addApplication(context, { ApplicationName: applicationName }, requestId);
    const building = beginsBuild(image);
    const isForClusters = image.processAsked !== undefined;
    const processing = (0,simulator_context/* flagOf */.iP)(input, 'Process') === true && !isForClusters;
    const version = {
        applicationName,
        label,
        arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:applicationversion/${applicationName}/${label}`,
        ...describedBy(input),
        ...(sourceBundle === undefined ? {} : { sourceBundle }),
        ...sourceBuildOf(input),
        ...image,
        status: building ? 'BUILDING' : processing ? 'PROCESSING' : 'UNPROCESSED',
        dateCreated: context.now(),
        dateUpdated: context.now(),
    };
    application.versions.set(label, version);
    application.dateUpdated = context.now();
    tagAtCreation(context, version.arn, input);
    versions_announce(context, version, requestId);
    if (building)
        context.timeline.run(buildImage(context, version, requestId));
    if (processing)
        context.timeline.run(versions_process(context, version, requestId));
    applyLifecycle(context, application);
    return { ApplicationVersion: versionDescription(version) };
}
function versions_announce(context, version, requestId) {
    const subject = { applicationName: version.applicationName, versionLabel: version.label };
    const say = (message) => (0,simulator_context/* applicationEvent */.Xc)(context, subject, { severity: 'INFO', message, requestId });
    say('createApplicationVersion is starting.');
    say(`Created new Application Version: ${version.label}`);
    say('createApplicationVersion completed successfully.');
}
/** What `Process: true` asks for: `env.yaml` and `.ebextensions` are read before anything is deployed. */
function* versions_process(context, version, requestId) {
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(8));
    const broken = brokenFiles(context.objects, version);
    version.status = broken.length === 0 ? 'PROCESSED' : 'FAILED';
    version.dateUpdated = context.now();
    (0,simulator_context/* applicationEvent */.Xc)(context, { applicationName: version.applicationName, versionLabel: version.label }, {
        severity: broken.length === 0 ? 'INFO' : 'ERROR',
        message: `Finished processing application version ${version.label} with status ${version.status}.`,
        requestId,
    });
}
function describeVersions(context, input) {
    const name = (0,simulator_context/* textOf */.ur)(input, 'ApplicationName');
    const labels = (0,simulator_context/* listOf */.c3)(input, 'VersionLabels');
    const applications = name === undefined ? [...context.world.applications.values()] : [context.world.applications.get(name)];
    const versions = applications
        .flatMap((application) => [...(application?.versions.values() ?? [])].reverse())
        .filter((version) => labels === undefined || labels.length === 0 || labels.includes(version.label));
    const page = (0,paging/* pageOf */.Z)(versions, input, MOST_RECORDS);
    return {
        ApplicationVersions: page.items.map(versionDescription),
        ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
    };
}
/** The version for a deployment: it must be there, and not have failed (or still be in) processing. */
function requireDeployable(application, label, environment) {
    const version = requireVersion(application, label);
    if (version.status === 'UNPROCESSED' || version.status === 'PROCESSED') {
        (0,cluster_image/* requireFitting */.JX)(version, environment);
        return version;
    }
    throw (0,simulator_context/* invalidParameter */.VL)(`Application version ${label} is unusable and cannot be used with an environment.`);
}
function requireVersion(application, label) {
    const version = application.versions.get(label);
    if (version === undefined)
        throw (0,simulator_context/* invalidParameter */.VL)(`No Application Version named '${label}' found.`);
    return version;
}
function updateVersion(context, input) {
    checkNames(input, 'Description');
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const version = requireVersion(application, (0,simulator_context/* requiredText */.$4)(input, 'VersionLabel'));
    if (typeof input.Description === 'string')
        version.description = input.Description;
    version.dateUpdated = context.now();
    return { ApplicationVersion: versionDescription(version) };
}
function deleteVersion(context, input, requestId) {
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const label = (0,simulator_context/* requiredText */.$4)(input, 'VersionLabel');
    const version = application.versions.get(label);
    // Deleting what is not there succeeds, as deletions of the service do.
    if (version === undefined)
        return;
    const users = labelsInUse(context, application.name, false).get(label);
    if (users !== undefined) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Unable to delete application version ${label} because it is used by the following environments: ${users.join(', ')}.`);
    }
    if (version.status === 'PROCESSING' || version.status === 'BUILDING') {
        throw new service_error/* ServiceError */._('OperationInProgressFailure', `Unable to delete application version: ${label}. An operation is already in progress, please retry again shortly.`);
    }
    // AWS guide: the source of a version for Cluster environments is its owner's to remove.
    const bundleToo = (0,simulator_context/* flagOf */.iP)(input, 'DeleteSourceBundle') === true && version.processAsked === undefined;
    const { sourceBundle } = version;
    const missing = sourceBundle !== undefined && !context.objects.hasBucket(sourceBundle.bucket);
    removeVersion(context, application, version, bundleToo);
    (0,simulator_context/* applicationEvent */.Xc)(context, { applicationName: application.name, versionLabel: label }, { severity: 'INFO', message: `Deleted Application Version: ${label}`, requestId });
    if (bundleToo && missing) {
        throw new service_error/* ServiceError */._('SourceBundleDeletionFailure', 'Unable to delete the Amazon S3 source bundle associated with the application version. The application version was deleted successfully.');
    }
}
const versions_operations = {
    CreateApplicationVersion: createVersion,
    DescribeApplicationVersions: describeVersions,
    UpdateApplicationVersion: updateVersion,
    DeleteApplicationVersion: deleteVersion,
};
//# sourceMappingURL=versions.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/account.js
/** The account: its quotas, its storage bucket, and whether a DNS name is free. */





/** Environments that an account may have in a region (AWS guide, "Endpoints and quotas"). */
const ENVIRONMENT_QUOTA = 200;
const CUSTOM_PLATFORM_QUOTA = 50;
function describeAccountAttributes() {
    return {
        ResourceQuotas: {
            ApplicationQuota: { Maximum: APPLICATION_QUOTA },
            ApplicationVersionQuota: { Maximum: VERSION_QUOTA },
            EnvironmentQuota: { Maximum: ENVIRONMENT_QUOTA },
            ConfigurationTemplateQuota: { Maximum: TEMPLATE_QUOTA },
            CustomPlatformQuota: { Maximum: CUSTOM_PLATFORM_QUOTA },
        },
    };
}
/** `elasticbeanstalk-us-east-1-123456789012`. */
const storageBucket = (context) => `elasticbeanstalk-${context.region}-${context.accountId}`;
function createStorageLocation(context) {
    const bucket = storageBucket(context);
    if (!context.objects.hasBucket(bucket))
        context.objects.createBucket(bucket);
    return { S3Bucket: bucket };
}
/** The full name behind a prefix. */
const fullCname = (context, prefix) => `${prefix}.${context.region}.elasticbeanstalk.com`;
/** Whether no environment, of whatever account, holds the name. Names are compared without regard to case. */
function isCnameFree(context, cname) {
    const isForeign = (0,simulator_context/* faultsOf */.xm)(context, 'cname-taken').some(({ prefix }) => fullCname(context, prefix).toLowerCase() === cname.toLowerCase());
    if (isForeign)
        return false;
    for (const environment of context.world.environments.values()) {
        if (environment.status !== 'Terminated' && environment.cname?.toLowerCase() === cname.toLowerCase())
            return false;
    }
    return true;
}
function checkDnsAvailability(context, input) {
    checkNames(input, 'CNAMEPrefix');
    const cname = fullCname(context, (0,simulator_context/* requiredText */.$4)(input, 'CNAMEPrefix'));
    return { Available: isCnameFree(context, cname), FullyQualifiedCNAME: cname };
}
const account_operations = {
    DescribeAccountAttributes: describeAccountAttributes,
    CreateStorageLocation: createStorageLocation,
    CheckDNSAvailability: checkDnsAvailability,
};
//# sourceMappingURL=account.js.map
// EXTERNAL MODULE: ./lib/simulator/options/option.js
var options_option = __webpack_require__(6758);
;// CONCATENATED MODULE: ./lib/simulator/operations/configuration.js
/** Configuration: which options there are, what they are set to, whether settings would be taken, drafts. */








function requireNamedEnvironment(context, name, applicationName) {
    const environment = (0,simulator_context/* environmentNamed */.b6)(context, name);
    if (environment === undefined || (applicationName !== undefined && environment.applicationName !== applicationName)) {
        throw (0,simulator_context/* invalidParameter */.VL)(`No Environment found for EnvironmentName = '${name}'.`);
    }
    return environment;
}
/** What the request is about: an environment, a template, a platform, or nothing in particular. */
function subjectOf(context, input) {
    const environmentName = (0,simulator_context/* textOf */.ur)(input, 'EnvironmentName');
    const templateName = (0,simulator_context/* textOf */.ur)(input, 'TemplateName');
    const applicationName = (0,simulator_context/* textOf */.ur)(input, 'ApplicationName');
    if (environmentName !== undefined) {
        const environment = requireNamedEnvironment(context, environmentName, applicationName);
        const { platform, tier } = environment;
        return { ...(platform === undefined ? {} : { platform }), tier, options: (0,simulator_context/* effectiveOptions */.Qx)(environment) };
    }
    if (templateName !== undefined) {
        return requireTemplate((0,simulator_context/* requireApplication */.Ei)(context, applicationName ?? ''), templateName);
    }
    const platform = platformOf(context.region, {
        solutionStackName: (0,simulator_context/* textOf */.ur)(input, 'SolutionStackName'),
        platformArn: (0,simulator_context/* textOf */.ur)(input, 'PlatformArn'),
    });
    return { options: {}, ...(platform === undefined ? {} : { platform }) };
}
function describeOptions(context, input) {
    const subject = subjectOf(context, input);
    const scope = (0,setting/* scopeOf */.Od)(subject);
    const asked = (0,setting/* readSettings */.sb)(input.Options);
    const options = asked.length === 0
        ? (0,catalogue/* optionsFor */.A5)(scope)
        : (0,catalogue/* optionsFor */.A5)(scope).filter((option) => asked.some(({ namespace, optionName }) => (namespace === '' || namespace === option.namespace) && (optionName === '' || optionName === option.name)));
    return {
        ...(subject.platform === undefined
            ? {}
            : { SolutionStackName: subject.platform.solutionStackName, PlatformArn: subject.platform.arn }),
        Options: options.map(optionDescription),
    };
}
function optionDescription(option) {
    const { accepts } = option;
    return {
        Namespace: option.namespace,
        Name: option.name,
        ...(option.initial === undefined ? {} : { DefaultValue: option.initial }),
        ChangeSeverity: (0,options_option/* severityOf */.xJ)(option),
        UserDefined: option.userDefined,
        ValueType: accepts.kind === 'list' ? 'List' : 'Scalar',
        ...(accepts.kind === 'one-of' ? { ValueOptions: accepts.values } : {}),
        ...(accepts.kind === 'flag' ? { ValueOptions: ['true', 'false'] } : {}),
        ...(accepts.kind === 'whole' ? { MinValue: accepts.min, MaxValue: accepts.max } : {}),
        ...(accepts.kind === 'text' && accepts.pattern !== undefined
            ? { Regex: { Pattern: accepts.pattern, Label: accepts.label ?? '' } }
            : {}),
    };
}
/** The CloudFormation resource that some namespaces belong to. */
const RESOURCE_OF = {
    'aws:autoscaling:asg': 'AWSEBAutoScalingGroup',
    'aws:autoscaling:launchconfiguration': 'AWSEBAutoScalingLaunchConfiguration',
    'aws:autoscaling:trigger': 'AWSEBCloudwatchAlarmLow',
    'aws:autoscaling:updatepolicy:rollingupdate': 'AWSEBAutoScalingGroup',
    'aws:ec2:vpc': 'AWSEBAutoScalingLaunchConfiguration',
};
/** Every option of the environment with its value; an option without one has no `Value`. */
function settingsOf(scope, options) {
    const known = (0,catalogue/* optionsFor */.A5)(scope).map(({ namespace, name }) => ({ namespace, name }));
    const seen = new Set(known.map(({ namespace, name }) => `${namespace}\n${name}`));
    for (const [namespace, values] of Object.entries(options)) {
        for (const name of Object.keys(values)) {
            if (!seen.has(`${namespace}\n${name}`))
                known.push({ namespace, name });
        }
    }
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return known
        .sort((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name))
        .filter(({ namespace, name }) => (0,catalogue/* findOption */.$K)(namespace, name)?.secret !== true)
        .map(({ namespace, name }) => {
        const value = scope.valueOf(namespace, name);
        const resource = RESOURCE_OF[namespace];
        return {
            ...(resource === undefined ? {} : { ResourceName: resource }),
            Namespace: namespace,
            OptionName: name,
            ...(value === undefined || (value === '' && namespace !== configuration_PROPERTIES) ? {} : { Value: value }),
        };
    });
}
const configuration_PROPERTIES = 'aws:elasticbeanstalk:application:environment';
function describeSettings(context, input) {
    const applicationName = (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName');
    const templateName = (0,simulator_context/* textOf */.ur)(input, 'TemplateName');
    const environmentName = (0,simulator_context/* textOf */.ur)(input, 'EnvironmentName');
    const application = (0,simulator_context/* requireApplication */.Ei)(context, applicationName);
    if (templateName !== undefined && environmentName !== undefined) {
        throw new service_error/* ServiceError */._('InvalidParameterCombination', 'TemplateName and EnvironmentName cannot be specified together.');
    }
    if (templateName !== undefined) {
        const template = requireTemplate(application, templateName);
        return {
            ConfigurationSettings: [
                {
                    ...heading(template),
                    TemplateName: template.name,
                    OptionSettings: settingsOf((0,setting/* scopeOf */.Od)(template), template.options),
                },
            ],
        };
    }
    if (environmentName === undefined) {
        throw new service_error/* ServiceError */._('MissingRequiredParameter', 'Either EnvironmentName or TemplateName must be provided.');
    }
    const environment = requireNamedEnvironment(context, environmentName, applicationName);
    return { ConfigurationSettings: environmentSettings(environment) };
}
const heading = (of) => ({
    ...(of.platform === undefined
        ? {}
        : { SolutionStackName: of.platform.solutionStackName, PlatformArn: of.platform.arn }),
    ApplicationName: of.applicationName,
    ...(of.description === undefined ? {} : { Description: of.description }),
    DateCreated: new Date(of.dateCreated),
    DateUpdated: new Date(of.dateUpdated),
});
/** The running configuration, and after it a draft: `pending` while it is being deployed, `failed` when that went wrong. */
function environmentSettings(environment) {
    const one = (options, status, dateUpdated) => ({
        ...heading({ ...environment, dateUpdated }),
        EnvironmentName: environment.name,
        DeploymentStatus: status,
        OptionSettings: settingsOf((0,setting/* scopeOf */.Od)({ ...environment, options }), options),
    });
    const { draft } = environment;
    const running = one((0,simulator_context/* effectiveOptions */.Qx)(environment), 'deployed', draft === undefined ? environment.dateUpdated : environment.dateCreated);
    return draft === undefined ? [running] : [running, one(draft.options, draft.status, draft.dateUpdated)];
}
function validateSettings(context, input) {
    (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName'));
    const subject = subjectOf(context, input);
    const existing = (0,simulator_context/* textOf */.ur)(input, 'EnvironmentName') !== undefined;
    const messages = validateOptions((0,setting/* readSettings */.sb)(input.OptionSettings), (0,setting/* scopeOf */.Od)(subject), existing);
    return {
        Messages: messages.map(({ message, severity, namespace, optionName }) => ({
            Message: message,
            Severity: severity,
            Namespace: namespace,
            OptionName: optionName,
        })),
    };
}
function deleteDraft(context, input) {
    const applicationName = (0,simulator_context/* requiredText */.$4)(input, 'ApplicationName');
    const environment = requireNamedEnvironment(context, (0,simulator_context/* requiredText */.$4)(input, 'EnvironmentName'), applicationName);
    // The draft of an update that is under way belongs to that update.
    if (environment.draft?.status === 'failed')
        delete environment.draft;
}
const configuration_operations = {
    DescribeConfigurationOptions: describeOptions,
    DescribeConfigurationSettings: describeSettings,
    ValidateConfigurationSettings: validateSettings,
    DeleteEnvironmentConfiguration: deleteDraft,
};
//# sourceMappingURL=configuration.js.map
// EXTERNAL MODULE: ./lib/simulator/elbv2/rules.js + 1 modules
var rules = __webpack_require__(7581);
// EXTERNAL MODULE: ./lib/simulator/elbv2/steer.js
var steer = __webpack_require__(4413);
// EXTERNAL MODULE: ./lib/simulator/scripts/launching.js
var scripts_launching = __webpack_require__(3792);
// EXTERNAL MODULE: ./lib/simulator/resources.js
var simulator_resources = __webpack_require__(8151);
// EXTERNAL MODULE: ./lib/simulator/scripts/update.js
var scripts_update = __webpack_require__(3216);
;// CONCATENATED MODULE: ./lib/simulator/scripts/resize.js
/** Changes of the group's size: instances come (with the version that is deployed successfully) or go. */





/** Instances that a group of these options has to have, given how many it has. */
function desiredSize(options, current) {
    if ((0,simulator_resources/* isSingleInstance */.MA)({ options }))
        return 1;
    const group = options['aws:autoscaling:asg'] ?? {};
    const least = Number(group.MinSize ?? 1);
    const most = Number(group.MaxSize ?? 4);
    return Math.max(least, Math.min(current, most));
}
function* resize(update) {
    const { context, environment } = update;
    const instances = (0,simulator_instances/* activeInstances */.rX)(environment);
    const wanted = desiredSize(update.options, instances.length);
    if (wanted > instances.length) {
        const count = wanted - instances.length;
        const arriving = yield* (0,scripts_launching/* bootInstances */.jW)(update, count, { group: 'permanent', targetGroup: 'default' });
        if (arriving === undefined)
            return;
        // Without a deployment of its own a new instance is given the deployment that is expected.
        const deploymentId = update.operation.deploymentId ?? environment.expectedDeploymentId;
        yield* (0,commands/* executeCommand */.RS)({ ...update, deploymentId }, arriving, { quiet: true });
        (0,simulator_instances/* register */.kz)(context, environment, arriving);
    }
    if (wanted < instances.length) {
        const leaving = instances.slice(0, instances.length - wanted);
        (0,simulator_instances/* drain */.Ze)(context, environment, leaving);
        if ((0,simulator_instances/* hasLoadBalancer */.NE)(environment))
            yield* (0,scripts_update/* pause */.v7)(update, 22);
        for (const instance of leaving)
            (0,simulator_instances/* endInstance */.BM)(context, environment, instance);
    }
}
//# sourceMappingURL=resize.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/launch.js
/** CreateEnvironment over time: resources, instances, the first deployment, health. */














function* launchEnvironment(context, environment, operation) {
    const { resources } = environment;
    const [refusal] = (0,simulator_context/* faultsOf */.xm)(context, 'launch-refused');
    if (refusal !== undefined) {
        yield* refuseLaunch(context, environment, operation, refusal.message ?? NO_PROFILE);
        return;
    }
    const version = context.world.applications
        .get(environment.applicationName)
        ?.versions.get(environment.versionLabel ?? '');
    const bundle = readBundleOptions(context.objects, version, (0,setting/* scopeOf */.Od)(environment));
    environment.bundleOptions = bundle.options;
    const options = (0,simulator_context/* effectiveOptions */.Qx)(environment);
    environment.deploymentCounter = 1;
    environment.expectedDeploymentId = 1;
    operation.deploymentId = 1;
    const update = {
        context,
        environment,
        operation,
        deploymentId: 1,
        label: environment.versionLabel ?? '',
        oldLabel: undefined,
        kind: 'deploy',
        options,
        layers: { api: environment.options, bundle: bundle.options },
        fleetSize: desiredSize(options, 0),
    };
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(1.5));
    openBucket(update);
    for (const problem of bundle.problems)
        (0,scripts_update/* say */.cv)(update, 'ERROR', problem);
    yield* createEntrance(update);
    yield* (0,scripts_update/* pause */.v7)(update, 62);
    const [missing] = (0,simulator_context/* faultsOf */.xm)(context, 'no-capacity');
    if (missing !== undefined) {
        yield* failResources(update, missing.message ?? (0,scripts_launching/* noCapacity */.GB)(context.region));
        return;
    }
    (0,scripts_update/* say */.cv)(update, 'INFO', `Created Auto Scaling group named: ${resources.autoScalingGroup}`);
    yield* (0,simulator_timeline/* wait */.uk)(42);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Waiting for EC2 instances to launch. This may take a few minutes.');
    const place = { group: 'permanent', targetGroup: 'default' };
    const instances = Array.from({ length: update.fleetSize }, () => (0,simulator_instances/* launchInstance */.Dj)(context, environment, place));
    (0,simulator_instances/* announceAdded */.KM)(context, environment, instances, (0,time/* seconds */.YA)(28));
    yield* createScaling(update);
    yield* createBalancer(update);
    yield* (0,scripts_update/* pause */.v7)(update, 8);
    const report = yield* (0,commands/* executeCommand */.RS)(update, instances);
    yield* conclude(update, instances, report);
}
const NO_PROFILE = 'Environment must have instance profile associated with it.';
/** Refused before there is anything of it: two errors within a tenth of a second, then it is Terminated (public log). */
function* refuseLaunch(context, environment, operation, reason) {
    const { requestId } = operation;
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(2));
    (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'ERROR', message: reason, requestId });
    yield* (0,simulator_timeline/* wait */.uk)(98);
    (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'ERROR', message: 'Failed to launch environment.', requestId });
    endOperation(context, environment, { outcome: 'failed', deploys: 'nothing', status: 'Terminated' });
    environment.terminatedAt = context.now();
}
function openBucket(update) {
    const { accountId, objects, region } = update.context;
    const bucket = `elasticbeanstalk-${region}-${accountId}`;
    if (!objects.hasBucket(bucket))
        objects.createBucket(bucket);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Using ${bucket} as Amazon S3 storage bucket for environment data.`);
}
function* createEntrance(update) {
    const { loadBalancer, securityGroups, elasticIp, queueUrl } = update.environment.resources;
    yield* (0,scripts_update/* pause */.v7)(update, 13);
    if (queueUrl !== undefined)
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created SQS queue named: ${queueUrl}`);
    if (loadBalancer?.targetGroupName !== undefined)
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created target group named: ${loadBalancer.targetGroupName}`);
    for (const group of securityGroups) {
        yield* (0,simulator_timeline/* wait */.uk)(53);
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created security group named: ${group}`);
    }
    if (loadBalancer?.kind === 'classic')
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created load balancer named: ${loadBalancer.name}`);
    if (elasticIp !== undefined) {
        yield* (0,scripts_update/* pause */.v7)(update, 14);
        openEntrance(update.context, update.environment);
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created EIP: ${update.environment.endpoint ?? elasticIp}`);
    }
}
function* createScaling(update) {
    const { scalingPolicies, alarms } = update.environment.resources;
    yield* (0,scripts_update/* pause */.v7)(update, 15);
    for (const policy of scalingPolicies) {
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created Auto Scaling group policy named: ${policy}`);
        yield* (0,simulator_timeline/* wait */.uk)(45);
    }
    for (const alarm of alarms) {
        (0,scripts_update/* say */.cv)(update, 'INFO', `Created CloudWatch alarm named: ${alarm}`);
        yield* (0,simulator_timeline/* wait */.uk)(40);
    }
}
function* createBalancer(update) {
    const { context, environment } = update;
    const { loadBalancer } = environment.resources;
    if (loadBalancer !== undefined && loadBalancer.kind !== 'classic') {
        yield* (0,scripts_update/* pause */.v7)(update, 34);
        if (loadBalancer.shared !== true) {
            (0,scripts_update/* say */.cv)(update, 'INFO', `Created load balancer named: ${loadBalancer.name}`);
            yield* (0,simulator_timeline/* wait */.uk)(63);
            (0,scripts_update/* say */.cv)(update, 'INFO', `Created Load Balancer listener named: ${loadBalancer.listenerName}`);
        }
    }
    else
        yield* (0,scripts_update/* pause */.v7)(update, 20);
    if (environment.endpoint === undefined)
        openEntrance(context, environment);
}
/** The environment's address exists from here on: DescribeEnvironments shows EndpointURL and CNAME. Workers have none. */
function openEntrance(context, environment) {
    const isHidden = (0,cluster_cluster/* isCluster */.JU)(environment) && environment.resources.loadBalancer === undefined;
    if (environment.tier.name === 'Worker' || isHidden)
        return;
    const kind = environment.resources.loadBalancer === undefined ? 'single-instance' : 'load-balancer';
    const { loadBalancer } = environment.resources;
    const shared = loadBalancer?.shared === true ? context.world.balancers.get(loadBalancer.name)?.dnsName : undefined;
    const { endpoint } = context.runtime.openEntrance(environment.id, kind, shared, (0,cluster_cluster/* isCluster */.JU)(environment));
    environment.endpoint = endpoint;
    if (kind === 'single-instance')
        environment.resources.elasticIp = endpoint;
    if (environment.cname !== undefined)
        context.runtime.pointName(environment.cname, environment.id);
    (0,rules/* addEnvironmentRule */.b0)(context, environment);
    (0,steer/* steer */.e)(context);
}
function* conclude(update, instances, report) {
    const { context, environment } = update;
    (0,simulator_instances/* register */.kz)(context, environment, instances);
    if (!(0,commands/* allSucceeded */.x2)(report)) {
        yield* (0,commands/* tellCommandSummary */.hO)(update, report);
        yield* (0,scripts_update/* pause */.v7)(update, 62);
        const reason = report.failed.length > 0
            ? 'with errors. For more information, see troubleshooting documentation.'
            : 'with command timeouts. Try increasing the timeout period.';
        (0,scripts_update/* say */.cv)(update, 'ERROR', `Create environment operation is complete, but ${reason}`);
        yield* finish(update, 'failed');
        return;
    }
    // A creation can be called a success while health is Severe: after two minutes it does not wait for health any longer.
    const healthy = () => !(0,simulator_instances/* isEnhanced */.B3)(environment) || environment.health.announced === 'Ok';
    yield* (0,simulator_timeline/* until */.TG)(healthy, (0,time/* seconds */.YA)(120));
    yield* (0,scripts_update/* pause */.v7)(update, 10);
    if (environment.cname !== undefined) {
        (0,scripts_update/* say */.cv)(update, 'INFO', `Application available at ${environment.cname}.`);
        yield* (0,scripts_update/* pause */.v7)(update, 1);
    }
    (0,scripts_update/* say */.cv)(update, 'INFO', `Successfully launched environment: ${environment.name}`);
    yield* finish(update, 'succeeded');
}
function* finish({ context, environment }, outcome) {
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    endOperation(context, environment, { outcome, deploys: 'version' });
}
/** The stack could not be made: the environment stays, without what is missing, and says so in an INFO event. */
function* failResources(update, reason) {
    const { context, environment } = update;
    const { stackName, autoScalingGroup } = environment.resources;
    (0,scripts_update/* say */.cv)(update, 'ERROR', `Stack named '${stackName}' aborted operation. Current state: 'CREATE_FAILED'  Reason: The following resource(s) failed to create: [AWSEBAutoScalingGroup].`);
    (0,scripts_update/* say */.cv)(update, 'ERROR', `Creating Auto Scaling group named: ${autoScalingGroup} failed Reason: ${reason}`);
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(1));
    (0,simulator_context/* environmentEvent */.QC)(context, environment, {
        severity: 'INFO',
        message: `Launched environment: ${environment.name}. However, there were issues during launch. See event log for details.`,
        requestId: update.operation.requestId,
    });
    yield* finish(update, 'failed');
}
//# sourceMappingURL=launch.js.map
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
;// CONCATENATED MODULE: ./lib/simulator/storage/zip-writer.js
/** Writes a small zip in memory, synchronously and uncompressed: the log bundles that the service gathers. */

/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);
/** A zip with these texts, in the order given. */
const zipTexts = (files) => Buffer.from((0,esm/* zipSync */.L)(Object.fromEntries(files.map(({ name, text }) => [name, Buffer.from(text, 'utf8')])), {
    level: 0,
    mtime: DATE,
}));
//# sourceMappingURL=zip-writer.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/deployment-log.js


/** AWS guide, "Viewing deployment logs": the log of a container is cut at 5 MiB. */
const deployment_log_MOST_CHARACTERS = 5 * 1_048_576;
const FOLDER = '1-environment';
const clusterLogKey = ({ id, name }, requestId) => `resources/environments/logs/deployments/${id}/deployment-${name}-${requestId}.zip`;
/** Gathers what the pods say at this moment. The upload is best effort: a store that keeps no bytes gets none. */
function logDeployment(context, environment, requestId) {
    const { accountId, objects, region } = context;
    const bucket = `elasticbeanstalk-${region}-${accountId}`;
    if (!objects.hasBucket(bucket))
        objects.createBucket(bucket);
    const files = [
        { name: `${FOLDER}/_k8Events.txt`, text: environmentEvents(context, environment) },
        ...podsOf(environment).map((pod) => ({
            name: `${FOLDER}/${pod.id}.txt`,
            text: podText(context, environment, pod),
        })),
    ];
    objects.putBytes?.(bucket, clusterLogKey(environment, requestId), zipTexts(files), 'application/zip');
}
const stamp = (at) => new Date(at).toISOString().replace(/\.\d+/, '');
function environmentEvents(context, environment) {
    const replicas = podsOf(environment).length;
    return `${stamp(context.now())} Normal ScalingReplicaSet deployment/deployment-${environment.name}: ${replicas} replicas\n`;
}
/** Foreign text: the application's own output. */
function podText(context, environment, pod) {
    const trouble = podTrouble(context, environment, pod);
    const events = [
        `${stamp(pod.launchedAt)} Normal Scheduled`,
        ...(trouble === undefined ? [`${stamp(context.now())} Normal Started`] : []),
        ...(trouble === undefined ? [] : [`${stamp(context.now())} Warning ${deployment_log_REASONS[trouble] ?? 'Failed'} ${trouble}`]),
    ];
    const log = context.runtime.logTail(pod.id).slice(-deployment_log_MOST_CHARACTERS);
    return `=====EVENTS=====\n${events.join('\n')}\n=====LOGS=====\n${log}`;
}
const deployment_log_REASONS = { CrashLoopBackOff: 'BackOff' };
//# sourceMappingURL=deployment-log.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/rollout.js
/** How pods of one template are replaced by those of another: rolling, all at once, and back again when it fails. */




/** Kubernetes gives up on a deployment that has made no progress for so long. */
const PROGRESS_DEADLINE = (0,time/* seconds */.YA)(600);
const NOTICED_WITHIN = (0,time/* seconds */.YA)(30);
/** A count, or a share of the replicas: rounded up for the surge, down for what may be missing (Kubernetes). */
const amount = (text, replicas, round) => text.endsWith('%') ? round((Number(text.slice(0, -1)) / 100) * replicas) : Number(text);
function bounds(template, replicas) {
    const surge = amount(clusterOption(template.options, catalogue_cluster/* EKS_ROLLING */.kJ, 'max-surge'), replicas, Math.ceil);
    const missing = amount(clusterOption(template.options, catalogue_cluster/* EKS_ROLLING */.kJ, 'max-unavailable'), replicas, Math.floor);
    // Kubernetes: when both are nothing, one may be missing, else nothing could ever move.
    return surge === 0 && missing === 0 ? { surge: 0, missing: 1 } : { surge, missing };
}
function* rollOut(work, template, replicas) {
    return clusterOption(template.options, catalogue_cluster/* EKS_DEPLOYMENT */.eu, 'strategy') === 'Recreate'
        ? yield* recreate(work, template, replicas)
        : yield* rollingUpdate(work, template, replicas);
}
const isOf = ({ deploymentId }, { deployment }) => deployment?.deploymentId === deploymentId;
const isUp = ({ deployment }) => deployment?.status === 'Deployed';
function standOf({ environment }, template) {
    const pods = podsOf(environment);
    return {
        fresh: pods.filter((pod) => isOf(template, pod)),
        old: pods.filter((pod) => !isOf(template, pod)),
        available: pods.filter(isUp).length,
    };
}
/** New pods up to the surge, old ones away down to what may be missing, until all are new. */
function* rollingUpdate(work, template, replicas) {
    const { context, environment } = work;
    const { surge, missing } = bounds(template, replicas);
    for (;;) {
        const before = standOf(work, template);
        const total = before.fresh.length + before.old.length;
        start(work, template, Math.min(replicas - before.fresh.length, replicas + surge - total));
        endPods(context, environment, spare(before, replicas - missing));
        const { fresh, old } = standOf(work, template);
        const waiting = fresh.filter((pod) => !isUp(pod));
        if (waiting.length === 0 && fresh.length >= replicas && old.length === 0)
            return 'succeeded';
        if (waiting.length > 0 && !(yield* awaitReady(work, template, waiting)))
            return 'failed';
        if (waiting.length === 0)
            yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(2));
    }
}
/** Old pods that may go: those that are not up first, and of the others so many that `least` stay available. */
function spare({ available, old }, least) {
    const down = old.filter((pod) => !isUp(pod));
    const up = old.filter(isUp);
    return [...down, ...up.slice(0, Math.max(0, available - least))];
}
/** AWS guide: takes all of them down, then starts the new version. */
function* recreate(work, template, replicas) {
    const { context, environment } = work;
    endPods(context, environment, standOf(work, template).old);
    yield* (0,simulator_timeline/* until */.TG)(() => environment.instances.every((pod) => isOf(template, pod)), (0,time/* seconds */.YA)(60));
    return yield* fill(work, template, replicas);
}
/** Starts what is missing and waits until all are ready. */
function* fill(work, template, replicas) {
    for (;;) {
        start(work, template, replicas - standOf(work, template).fresh.length);
        const waiting = standOf(work, template).fresh.filter((pod) => !isUp(pod));
        if (waiting.length === 0)
            return 'succeeded';
        if (!(yield* awaitReady(work, template, waiting)))
            return 'failed';
    }
}
function start({ context, environment, operation }, template, count) {
    for (let index = 0; index < count; index += 1) {
        startPod(context, environment, template, operation.touched);
        operation.touched += 1;
    }
}
/** Until at least one of them is ready and the load balancer knows it; `false` after the progress deadline. */
function* awaitReady(work, template, waiting) {
    const { context, environment } = work;
    const ready = () => waiting.filter((pod) => isReady(context, environment, pod, template.options));
    if (!(yield* (0,simulator_timeline/* until */.TG)(() => ready().length > 0, PROGRESS_DEADLINE)))
        return false;
    const admitted = ready();
    for (const pod of admitted)
        admit(context, environment, pod);
    yield* (0,simulator_timeline/* until */.TG)(() => admitted.every((pod) => isNoticed(context, environment, pod)), NOTICED_WITHIN);
    return true;
}
/** The pods of the failed template go, and those of the last good one are all there again. */
function* rollBack(work, failed, good, replicas) {
    endPods(work.context, work.environment, standOf(work, failed).fresh);
    yield* fill(work, good, replicas);
}
/** Ends pods beyond the wanted number, or starts what is missing of the template that runs. */
function* scale(work, template, replicas) {
    const pods = podsOf(work.environment);
    endPods(work.context, work.environment, pods.slice(replicas));
    return yield* fill(work, template, replicas);
}
/** The template of what runs: pods that come later are made from it. */
const currentTemplate = (context, environment) => ({
    label: environment.versionLabel ?? '',
    options: environment.options,
    deploymentId: environment.expectedDeploymentId,
    replicaSet: replicaSetOf(environment) ?? context.random.uuid().slice(0, 8),
});
/** `deployment-<environment>-<replica set>-<pod>`. */
const replicaSetOf = ({ expectedDeploymentId, instances }) => instances
    .find(({ deployment }) => deployment?.deploymentId === expectedDeploymentId)
    ?.id.split('-')
    .at(-2);
//# sourceMappingURL=rollout.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/launch.js
/** CreateEnvironment of a Cluster environment over time: its cluster first, then its pods, then its address. */











/** AWS guide: a stack of "about 10 minutes", and 15 to 20 minutes for the whole environment. */
const STACK_SECONDS = 640;
const NODES_SECONDS = 150;
const BALANCER_SECONDS = 120;
/** How long an environment waits for a cluster that another one is making. */
const PATIENCE = (0,time/* minutes */.Gx)(40);
function* launchCluster(context, environment, operation) {
    const work = { context, environment, operation };
    const [refusal] = (0,simulator_context/* faultsOf */.xm)(context, 'launch-refused');
    if (refusal !== undefined) {
        yield* giveUp(work, refusal.message ?? 'The cluster cannot be made with these roles.');
        return;
    }
    const change = (0,cluster_cluster/* driftOf */.$p)(context, environment);
    if (change !== undefined) {
        yield* giveUp(work, driftEvent(environment, change));
        return;
    }
    const joined = (0,cluster_cluster/* joinCluster */.jd)(context, environment.options);
    environment.clusterArn = joined.cluster.arn;
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(1.5));
    openBucket(work);
    yield* launch_assign(work, joined);
    yield* (0,scripts_update/* pause */.v7)(work, 20);
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(environment)) {
        yield* (0,scripts_update/* pause */.v7)(work, BALANCER_SECONDS);
        (0,scripts_update/* say */.cv)(work, 'INFO', `Created load balancer named: ${environment.resources.loadBalancer?.name ?? ''}`);
        openEntrance(context, environment);
    }
    operation.deploymentId = 1;
    environment.deploymentCounter = 1;
    environment.expectedDeploymentId = 1;
    const template = {
        label: environment.versionLabel ?? '',
        options: environment.options,
        deploymentId: 1,
        replicaSet: newReplicaSet(context),
    };
    const end = yield* fill(work, template, wantedReplicas(environment.options, 0));
    yield* launch_conclude(work, end);
}
/** AWS guide: the events of the first environment on a set of subnets; later ones have no line about the stack. */
function* launch_assign(work, { cluster, isNew }) {
    const { environment } = work;
    yield* (0,scripts_update/* pause */.v7)(work, 4);
    if (isNew) {
        (0,scripts_update/* say */.cv)(work, 'INFO', `Creating CloudFormation stack for cluster infrastructure. This is a one-time operation and generally takes about 10 minutes. stack='${(0,cluster_cluster/* clusterName */.SL)(cluster)}'`);
        yield* (0,simulator_timeline/* wait */.uk)(60);
    }
    (0,scripts_update/* say */.cv)(work, 'INFO', `Starting cluster assignment. environment='${environment.name}'`);
    yield* isNew ? build(work, cluster) : (0,simulator_timeline/* until */.TG)(() => cluster.state === 'active', PATIENCE);
    (0,scripts_update/* say */.cv)(work, 'INFO', `Successfully completed cluster assignment. environment='${environment.name}' clusterArn='${cluster.arn}'`);
}
function* build(work, cluster) {
    yield* (0,scripts_update/* pause */.v7)(work, STACK_SECONDS);
    cluster.state = 'active';
    // The first nodes of a new cluster.
    yield* (0,scripts_update/* pause */.v7)(work, NODES_SECONDS);
}
/** Assumed: two errors, as for a Standard environment that cannot be made, then it is Terminated. */
function* giveUp(work, reason) {
    const { context, environment } = work;
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(2));
    (0,scripts_update/* say */.cv)(work, 'ERROR', reason);
    yield* (0,simulator_timeline/* wait */.uk)(98);
    (0,scripts_update/* say */.cv)(work, 'ERROR', 'Failed to launch environment.');
    endOperation(context, environment, { outcome: 'failed', deploys: 'nothing', status: 'Terminated' });
    environment.terminatedAt = context.now();
}
const driftEvent = ({ name }, change) => `Cluster drift detected for environment '${name}'. ${change.replace(/\.$/, '')}. Service will skip cluster maintenance for this environment.`;
function* launch_conclude(work, end) {
    const { context, environment } = work;
    logDeployment(context, environment, work.operation.requestId);
    if (end === 'failed') {
        (0,scripts_update/* say */.cv)(work, 'ERROR', 'Create environment operation is complete, but with errors. For more information, see troubleshooting documentation.');
    }
    else {
        yield* (0,scripts_update/* pause */.v7)(work, 5);
        if (environment.cname !== undefined) {
            (0,scripts_update/* say */.cv)(work, 'INFO', `Application available at ${environment.cname}.`);
            yield* (0,scripts_update/* pause */.v7)(work, 1);
        }
        (0,scripts_update/* say */.cv)(work, 'INFO', `Successfully launched environment: ${environment.name}`);
    }
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    endOperation(context, environment, { outcome: end, deploys: 'version' });
}
//# sourceMappingURL=launch.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/update.js
/** UpdateEnvironment and RestartAppServer of a Cluster environment over time. */











function* updateCluster(context, environment, operation) {
    const { change } = operation;
    const options = change?.options ?? environment.options;
    const update = {
        context,
        environment,
        operation,
        options,
        label: change?.versionLabel ?? environment.versionLabel ?? '',
        replicas: wantedReplicas(options, podsOf(environment).length),
        deploys: change?.versionLabel === undefined ? 'configuration' : 'version',
    };
    yield* (0,scripts_update/* pause */.v7)(update, 8);
    const drift = (0,cluster_cluster/* driftOf */.$p)(context, environment);
    if (drift !== undefined) {
        (0,scripts_update/* say */.cv)(update, 'ERROR', driftEvent(environment, drift));
        yield* fail(update);
        return;
    }
    if (change?.options !== undefined) {
        environment.draft = { options, status: 'pending', dateUpdated: context.now() };
        (0,scripts_update/* say */.cv)(update, 'INFO', `Updating environment ${environment.name}'s configuration settings.`);
    }
    if (change?.versionLabel === undefined && !restartsPods(environment.options, options)) {
        yield* (0,scripts_update/* pause */.v7)(update, 15);
        const end = yield* scale(update, currentTemplate(context, environment), update.replicas);
        if (end === 'succeeded')
            yield* succeed(update);
        else
            yield* fail(update);
        return;
    }
    yield* deploy(update);
}
/** AWS agent guide: service-port, env-variables, cpu and memory restart the pods, most others do not. */
function restartsPods(before, after) {
    const namespaces = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const namespace of namespaces) {
        const [one, other] = [before[namespace] ?? {}, after[namespace] ?? {}];
        for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
            if (one[name] !== other[name] && (0,catalogue/* changeClassOf */._N)(namespace, name) !== 'in-place')
                return true;
        }
    }
    return false;
}
function templateOf(update) {
    const { context, environment, operation } = update;
    environment.deploymentCounter += 1;
    operation.deploymentId = environment.deploymentCounter;
    return {
        label: update.label,
        options: update.options,
        deploymentId: environment.deploymentCounter,
        replicaSet: newReplicaSet(context),
    };
}
function* deploy(update) {
    const { context, environment, operation } = update;
    const good = currentTemplate(context, environment);
    const template = templateOf(update);
    if (update.deploys === 'version')
        (0,scripts_update/* say */.cv)(update, 'INFO', `Deploying application version '${update.label}' to the cluster.`);
    const end = yield* rollOut(update, template, update.replicas);
    const silent = (0,simulator_context/* faultsOf */.xm)(context, 'silent-rollback').some(({ label }) => label === update.label && update.deploys === 'version');
    if (end === 'succeeded' && !silent) {
        logDeployment(context, environment, operation.requestId);
        yield* succeed(update);
        return;
    }
    logDeployment(context, environment, operation.requestId);
    if (!silent)
        tellTrouble(update);
    yield* rollBack(update, template, good, update.replicas);
    if (silent)
        yield* endQuietly(update);
    else
        yield* fail(update);
}
/** Which words the service finds is not published. */
function tellTrouble(update) {
    const { context, environment, operation } = update;
    const troubles = podsOf(environment)
        .filter(({ deployment }) => deployment?.deploymentId === operation.deploymentId)
        .map((pod) => podTrouble(context, environment, pod))
        .filter((trouble) => trouble !== undefined);
    const because = troubles[0] === undefined ? 'Its pods did not become ready.' : `Its pods are in ${troubles[0]}.`;
    (0,scripts_update/* say */.cv)(update, 'ERROR', `Deployment of application version '${update.label}' made no progress for ${PROGRESS_DEADLINE / 60_000} minutes. ${because}`);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Rolling environment ${environment.name} back to application version '${environment.versionLabel}'.`);
}
function* succeed(update) {
    const { context, environment, operation } = update;
    if (operation.change?.options !== undefined) {
        (0,scripts_update/* say */.cv)(update, 'INFO', 'Successfully deployed new configuration to environment.');
        yield* (0,simulator_timeline/* wait */.uk)(54);
    }
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Environment update completed successfully.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    const before = environment.versionLabel;
    environment.options = update.options;
    delete environment.draft;
    if (operation.deploymentId !== undefined) {
        environment.versionLabel = update.label;
        environment.expectedDeploymentId = operation.deploymentId;
        const [lag] = (0,simulator_context/* faultsOf */.xm)(context, 'label-lag');
        if (lag !== undefined && before !== update.label) {
            environment.laggingLabel = { label: before, until: context.now() + (0,time/* seconds */.YA)(lag.seconds) };
        }
    }
    endOperation(context, environment, { outcome: 'succeeded', deploys: update.deploys });
}
/** AWS agent guide: a failed update can roll back, and the environment reports Ready. */
function* fail(update) {
    const { context, environment, operation } = update;
    const isVersion = update.deploys === 'version';
    (0,scripts_update/* say */.cv)(update, 'ERROR', isVersion ? 'Failed to deploy application.' : 'Failed to deploy configuration.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    if (operation.change?.options === undefined)
        delete environment.draft;
    else
        environment.draft = { options: update.options, status: 'failed', dateUpdated: context.now() };
    endOperation(context, environment, { outcome: 'failed', deploys: update.deploys });
}
/** A scenario's silent rollback: no error, and the old version under the old label. */
function* endQuietly(update) {
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Environment update completed successfully.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    delete update.environment.draft;
    endOperation(update.context, update.environment, { outcome: 'succeeded', deploys: update.deploys });
}
/** RestartAppServer: all pods are replaced by pods of the same template. */
function* restartCluster(context, environment, operation) {
    const work = { context, environment, operation };
    yield* (0,scripts_update/* pause */.v7)(work, 4);
    environment.deploymentCounter += 1;
    const template = {
        ...currentTemplate(context, environment),
        deploymentId: environment.deploymentCounter,
        replicaSet: newReplicaSet(context),
    };
    const end = yield* rollOut(work, template, podsOf(environment).length);
    environment.expectedDeploymentId = environment.deploymentCounter;
    logDeployment(context, environment, operation.requestId);
    const isDone = end === 'succeeded';
    (0,scripts_update/* say */.cv)(work, isDone ? 'INFO' : 'ERROR', isDone ? 'Restarted application server on all replicas.' : 'Failed to restart application server.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    endOperation(context, environment, { outcome: end, deploys: 'nothing' });
}
//# sourceMappingURL=update.js.map
;// CONCATENATED MODULE: ./lib/simulator/environment-description.js
/** The EnvironmentDescription of answers. */



function describeEnvironment(context, environment) {
    const { health, endpoint, laggingLabel } = environment;
    const label = laggingLabel !== undefined && context.now() < laggingLabel.until ? laggingLabel.label : environment.versionLabel;
    const leaving = environment.status === 'Terminating' || environment.status === 'Terminated';
    return {
        EnvironmentName: environment.name,
        EnvironmentId: environment.id,
        ApplicationName: environment.applicationName,
        ...optional('VersionLabel', label),
        ...optional('SolutionStackName', environment.platform?.solutionStackName),
        ...optional('PlatformArn', environment.platform?.arn),
        ...optional('TemplateName', environment.templateName),
        ...optional('Description', environment.description),
        ...optional('EndpointURL', endpoint),
        // The name is there as soon as what it leads to is.
        ...(endpoint === undefined && !leaving ? {} : optional('CNAME', environment.cname)),
        DateCreated: new Date(environment.dateCreated),
        DateUpdated: new Date(environment.dateUpdated),
        Status: environment.status,
        AbortableOperationInProgress: environment.abortable,
        Health: health.color,
        ...((0,simulator_instances/* isEnhanced */.B3)(environment) ? optional('HealthStatus', health.status) : {}),
        ...loadBalancer(environment),
        Tier: {
            Name: environment.tier.name,
            Type: environment.tier.type,
            ...optional('Version', environment.tier.version),
        },
        EnvironmentLinks: [],
        EnvironmentArn: environment.arn,
        ...optional('OperationsRole', environment.operationsRole),
    };
}
const optional = (member, value) => (value === undefined ? {} : { [member]: value });
function loadBalancer(environment) {
    if (environment.endpoint === undefined || (0,simulator_resources/* loadBalancerKind */.dM)(environment) === 'none')
        return {};
    const name = environment.resources.loadBalancer?.name;
    return {
        Resources: {
            LoadBalancer: {
                LoadBalancerName: name,
                Domain: environment.endpoint,
                // AWS guide: port 80 of a Cluster environment is closed.
                Listeners: [(0,cluster_cluster/* isCluster */.JU)(environment) ? { Protocol: 'HTTPS', Port: 443 } : { Protocol: 'HTTP', Port: 80 }],
            },
        },
    };
}
//# sourceMappingURL=environment-description.js.map
;// CONCATENATED MODULE: ./lib/simulator/new-environment.js
/** An environment as CreateEnvironment, a rebuild or a seed brings it into the world, before anything of it runs. */











/** The label of AWS's sample application, which environments without a version run. */
const SAMPLE_LABEL = 'Sample Application';
const TIERS = {
    Worker: { name: 'Worker', type: 'SQS/HTTP', version: '3.0' },
    WebServer: { name: 'WebServer', type: 'Standard', version: '1.0' },
    // Which version AWS writes here is not documented.
    Cluster: { name: 'Cluster', type: 'EKS' },
};
/** Reads and refuses a CreateEnvironment request; what it answers is in the world already. */
function newEnvironment(context, input) {
    const application = (0,simulator_context/* requireApplication */.Ei)(context, (0,simulator_context/* textOf */.ur)(input, 'ApplicationName') ?? '');
    const name = (0,simulator_context/* textOf */.ur)(input, 'EnvironmentName') ?? generatedName(context, application);
    if ((0,simulator_context/* environmentNamed */.b6)(context, name) !== undefined)
        throw (0,simulator_context/* invalidParameter */.VL)(`Environment ${name} already exists.`);
    new_environment_requireRoom(context);
    const label = (0,simulator_context/* textOf */.ur)(input, 'VersionLabel');
    const cnamePrefix = (0,simulator_context/* textOf */.ur)(input, 'CNAMEPrefix');
    if (cnamePrefix !== undefined && !isCnameFree(context, fullCname(context, cnamePrefix))) {
        throw (0,simulator_context/* invalidParameter */.VL)(`DNS name (${cnamePrefix}) is not available.`);
    }
    const tier = tierOf(input);
    const { platform, options } = tier === 'Cluster' ? clusterConfiguration(context, input) : configured(context, application, input, tier);
    if (label !== undefined)
        requireDeployable(application, label, { tier: { name: tier }, options });
    const environment = addEnvironment(context, {
        application,
        name,
        versionLabel: label ?? SAMPLE_LABEL,
        tier,
        ...(platform === undefined ? {} : { platform }),
        options,
        cnamePrefix,
    });
    const description = (0,simulator_context/* textOf */.ur)(input, 'Description');
    const template = (0,simulator_context/* textOf */.ur)(input, 'TemplateName');
    const role = (0,simulator_context/* textOf */.ur)(input, 'OperationsRole');
    if (description !== undefined)
        environment.description = description;
    if (template !== undefined)
        environment.templateName = template;
    if (role !== undefined)
        environment.operationsRole = role;
    return environment;
}
function new_environment_requireRoom(context) {
    const count = [...context.world.environments.values()].filter(({ status }) => status !== 'Terminated').length;
    const isFull = (0,simulator_context/* faultsOf */.xm)(context, 'quota-reached').some((fault) => fault.of === 'environments');
    if (!isFull && count < ENVIRONMENT_QUOTA)
        return;
    throw new service_error/* ServiceError */._('TooManyEnvironmentsException', `You cannot have more than ${ENVIRONMENT_QUOTA} Environments. Either remove some Environments or request a limit increase.`);
}
function tierOf(input) {
    const tier = (0,simulator_context/* recordOf */.zv)(input, 'Tier') ?? {};
    const name = (0,simulator_context/* textOf */.ur)(tier, 'Name') ?? 'WebServer';
    if (name === 'WebServer' || name === 'Worker')
        return name;
    if (name !== 'Cluster')
        throw (0,simulator_context/* invalidParameter */.VL)(`Invalid environment tier: ${name}.`);
    const type = (0,simulator_context/* textOf */.ur)(tier, 'Type');
    if (type !== 'EKS')
        throw (0,simulator_context/* invalidParameter */.VL)(`Invalid environment tier: ${name}/${type ?? ''}.`);
    return name;
}
const generatedName = (context, application) => `${application.name.replace(/[^A-Za-z0-9-]/g, '').slice(0, 25) || 'env'}-${(0,simulator_random/* environmentId */.Xo)(context.random).slice(2, 8)}`;
/** AWS guide: no platform, the twelve namespaces only, and three roles that fit the cluster of the subnets. */
function clusterConfiguration(context, input) {
    if (input.TemplateName !== undefined || input.TemplateSpecification !== undefined) {
        throw (0,cluster_cluster/* notOfClusters */.iC)('Configuration templates');
    }
    if (input.SolutionStackName !== undefined || input.PlatformArn !== undefined) {
        throw new service_error/* ServiceError */._('InvalidParameterCombination', 'A Cluster environment has no platform.');
    }
    const settings = (0,setting/* readSettings */.sb)(input.OptionSettings);
    assertValid(settings, (0,setting/* scopeOf */.Od)({ tier: { name: 'Cluster' }, options: {} }));
    const options = (0,setting/* toOptions */.kU)(settings);
    (0,cluster_cluster/* requireRoles */.rb)(options);
    (0,cluster_cluster/* requireSameRoles */.L_)(context, options);
    return { options };
}
/** Platform and options from the template and the request, the request's being the stronger ones. */
function configured(context, application, input, tier) {
    const templateName = (0,simulator_context/* textOf */.ur)(input, 'TemplateName');
    const template = templateName === undefined ? undefined : requireTemplate(application, templateName);
    const named = platformOf(context.region, {
        solutionStackName: (0,simulator_context/* textOf */.ur)(input, 'SolutionStackName'),
        platformArn: (0,simulator_context/* textOf */.ur)(input, 'PlatformArn'),
    });
    const source = clonedFrom(context, application, input);
    const platform = named ?? template?.platform ?? source?.platform;
    if (platform === undefined)
        throw (0,simulator_context/* invalidParameter */.VL)('Unable to determine base for template pack (no solution stack)');
    const settings = (0,setting/* readSettings */.sb)(input.OptionSettings);
    const base = (0,setting/* layerOptions */.AT)(template?.options ?? source?.options ?? {}, {});
    assertValid(settings, (0,setting/* scopeOf */.Od)({ tier: { name: tier }, platform, options: base }));
    return { platform, options: (0,setting/* mergeOptions */.lL)(base, settings, (0,setting/* readSettings */.sb)(input.OptionsToRemove)) };
}
/** The member that the EB CLI sends for `eb clone`; the API reference does not know it. */
function clonedFrom(context, application, input) {
    const source = (0,simulator_context/* recordOf */.zv)((0,simulator_context/* recordOf */.zv)(input, 'TemplateSpecification') ?? {}, 'TemplateSource');
    const name = source === undefined ? undefined : (0,simulator_context/* textOf */.ur)(source, 'EnvironmentName');
    if (name === undefined)
        return undefined;
    const found = (0,simulator_context/* environmentNamed */.b6)(context, name);
    if (found?.applicationName !== application.name) {
        throw (0,simulator_context/* invalidParameter */.VL)(`No Environment found for EnvironmentName = '${name}'.`);
    }
    return found;
}
/** Puts an environment into the world: launching, without instances. */
function addEnvironment(context, wanted) {
    const { application, name, options, platform } = wanted;
    if (wanted.versionLabel === SAMPLE_LABEL)
        addSampleVersion(context, application);
    const now = context.now();
    const id = (0,simulator_random/* environmentId */.Xo)(context.random);
    const tier = TIERS[wanted.tier];
    const place = { id, tier, options, ...(platform === undefined ? {} : { platform }) };
    const resources = (0,simulator_resources/* inventResources */.A2)(context, place);
    // AWS guide: without a load balancer a Cluster environment has no CNAME.
    const isNamed = tier.name === 'WebServer' || resources.loadBalancer !== undefined;
    const cname = fullCname(context, wanted.cnamePrefix ?? `${name}.${(0,simulator_random/* cnameSuffix */.W0)(context.random)}`);
    const environment = {
        id,
        name,
        arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:environment/${application.name}/${name}`,
        applicationName: application.name,
        tier,
        ...(platform === undefined ? {} : { platform }),
        status: 'Launching',
        abortable: false,
        versionLabel: wanted.versionLabel,
        expectedDeploymentId: 0,
        deploymentCounter: 0,
        options,
        resources,
        instances: [],
        splitPercent: 0,
        ...(isNamed && tier.name !== 'Worker' ? { cname } : {}),
        dateCreated: now,
        dateUpdated: now,
        health: { color: 'Grey', causes: [], refreshedAt: now, badSamples: 0 },
        logRequests: {},
    };
    context.world.environments.set(id, environment);
    return environment;
}
/** A version without a bundle: runtimes run AWS's sample application for it. */
function addSampleVersion(context, application, label = SAMPLE_LABEL) {
    if (application.versions.has(label))
        return;
    const now = context.now();
    application.versions.set(label, {
        applicationName: application.name,
        label,
        arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:applicationversion/${application.name}/${label}`,
        status: 'UNPROCESSED',
        dateCreated: now,
        dateUpdated: now,
    });
}
//# sourceMappingURL=new-environment.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/endings.js
/** How updates end: the last events, the label, Ready a moment later. */







const changesVersion = ({ operation }) => operation.change?.versionLabel !== undefined;
const changesOptions = ({ operation }) => operation.change?.options !== undefined;
const deploysOf = (update) => (changesVersion(update) ? 'version' : 'configuration');
/** Success as the events tell it, in the order that was observed. */
function* endings_succeed(update) {
    const { environment } = update;
    environment.abortable = false;
    if (yield* rolledBackSilently(update))
        return;
    if (changesVersion(update)) {
        (0,scripts_update/* say */.cv)(update, 'INFO', 'New application version was deployed to running EC2 instances.');
        yield* (0,simulator_timeline/* wait */.uk)(41);
    }
    if (changesOptions(update)) {
        (0,scripts_update/* say */.cv)(update, 'INFO', 'Successfully deployed new configuration to environment.');
        yield* (0,simulator_timeline/* wait */.uk)(54);
    }
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Environment update completed successfully.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    commit(update);
    endOperation(update.context, environment, { outcome: 'succeeded', deploys: deploysOf(update) });
}
/** The new version and options are the environment's own from now on. */
function commit(update) {
    const { context, environment, operation } = update;
    const before = environment.versionLabel;
    environment.options = update.layers.api;
    environment.bundleOptions = update.layers.bundle;
    delete environment.draft;
    if (operation.change?.platform !== undefined)
        environment.platform = operation.change.platform;
    if (operation.deploymentId === undefined)
        return;
    environment.versionLabel = update.label;
    environment.expectedDeploymentId = operation.deploymentId;
    const [lag] = (0,simulator_context/* faultsOf */.xm)(context, 'label-lag');
    if (lag !== undefined && before !== update.label) {
        environment.laggingLabel = { label: before, until: context.now() + (0,time/* seconds */.YA)(lag.seconds) };
    }
}
/** A scenario's silent rollback: the old version runs again everywhere, and the events tell of success. */
function* rolledBackSilently(update) {
    const { environment } = update;
    const applies = (0,simulator_context/* faultsOf */.xm)(update.context, 'silent-rollback').some((fault) => fault.label === update.label);
    if (!applies || !changesVersion(update))
        return false;
    yield* restoreInstances(update, (0,simulator_instances/* activeInstances */.rX)(environment));
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Environment update completed successfully.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    endOperation(update.context, environment, { outcome: 'succeeded', deploys: 'version' });
    return true;
}
/** Gives the last successful version and options back to instances that have taken part in this deployment. */
function* restoreInstances(update, instances) {
    const { context, environment, operation } = update;
    const changed = instances.filter(({ deployment }) => deployment?.deploymentId === operation.deploymentId);
    yield* (0,commands/* commandsOver */.FU)(context, changed);
    for (const [ordinal, instance] of changed.entries()) {
        (0,commands/* startCommand */.S0)(context, environment, instance, {
            kind: changesVersion(update) ? 'deploy' : 'configure',
            deploymentId: environment.expectedDeploymentId,
            versionLabel: environment.versionLabel ?? update.label,
            environmentVariables: (0,simulator_context/* effectiveOptions */.Qx)(environment)['aws:elasticbeanstalk:application:environment'] ?? {},
            ordinal,
        });
    }
    yield* (0,commands/* commandsOver */.FU)(context, changed, (0,time/* seconds */.YA)(600));
}
const MIXED = 'During an aborted deployment, some instances may have deployed the new application version. To ensure all instances are running the same version, re-deploy the appropriate application version.';
/** Whether instances may run different versions now: policies that replace instances leave nothing behind. */
const mayBeMixed = (update) => (0,simulator_instances/* activeInstances */.rX)(update.environment).some(({ deployment }) => deployment?.deploymentId === update.deploymentId);
/** Failure as the events tell it. A version stays where it got to; a configuration is put back. */
function* endings_fail(update) {
    const { context, environment } = update;
    environment.abortable = false;
    if (!changesVersion(update)) {
        yield* failConfiguration(update);
        return;
    }
    (0,scripts_update/* say */.cv)(update, 'ERROR', 'Failed to deploy application.');
    yield* (0,simulator_timeline/* wait */.uk)(19);
    if (mayBeMixed(update))
        (0,scripts_update/* say */.cv)(update, 'ERROR', MIXED);
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    keepFailedDraft(update);
    endOperation(context, environment, { outcome: 'failed', deploys: 'version' });
}
function* failConfiguration(update) {
    (0,scripts_update/* say */.cv)(update, 'ERROR', 'Failed to deploy configuration.');
    yield* (0,scripts_update/* pause */.v7)(update, 32);
    yield* revertConfiguration(update);
    keepFailedDraft(update);
    endOperation(update.context, update.environment, { outcome: 'failed', deploys: 'configuration' });
}
function* revertConfiguration(update) {
    yield* restoreInstances(update, (0,simulator_instances/* activeInstances */.rX)(update.environment));
    (0,scripts_update/* say */.cv)(update, 'INFO', 'The environment was reverted to the previous configuration setting.');
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
}
function keepFailedDraft({ context, environment, operation, layers }) {
    if (operation.change?.options === undefined)
        delete environment.draft;
    else
        environment.draft = { options: layers.api, status: 'failed', dateUpdated: context.now() };
}
const tellMixed = (update) => {
    if (mayBeMixed(update))
        (0,scripts_update/* say */.cv)(update, 'ERROR', MIXED);
};
//# sourceMappingURL=endings.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/gates.js
/** Health gates: instances that have to prove themselves before a deployment goes on. */




/** AWS guide: twelve consecutive good checks (two minutes) for web servers, eighteen (three minutes) for workers. */
const checksOf = ({ tier }) => (tier.name === 'Worker' ? 18 : 12);
/**
 * Waits until all these instances have passed that are still there. Basic health looks at the load balancer only.
 * Answers `false` after the command timeout, unless the environment ignores health checks.
 */
function* passHealth(update, instances) {
    const { context, environment } = update;
    const checks = checksOf(environment);
    const passed = (instance) => {
        if ((0,simulator_instances/* isLeaving */.Xi)(instance))
            return true;
        if (!(0,simulator_instances/* isServing */.PA)(context, environment, instance))
            return false;
        return !(0,simulator_instances/* isEnhanced */.B3)(environment) || instance.passedChecks >= checks;
    };
    const came = yield* (0,simulator_timeline/* until */.TG)(() => instances.every(passed), (0,scripts_update/* commandTimeout */.bf)(update));
    return came || (0,scripts_update/* ignoresHealth */.i$)(update);
}
function tellHealthFailure(update, instances) {
    const { environment } = update;
    const checks = checksOf(environment);
    const here = instances.filter((one) => !(0,simulator_instances/* isLeaving */.Xi)(one));
    const failing = here.filter((one) => !(0,simulator_instances/* isEnhanced */.B3)(environment) || one.passedChecks < checks);
    const ids = (0,scripts_update/* idsOf */.UX)(failing.length > 0 ? failing : instances, ',');
    (0,scripts_update/* say */.cv)(update, 'ERROR', `Instance id(s) '${ids}' did not pass health check after command execution. Aborting the operation.`);
}
/** Takes instances out of the load balancer and waits until their requests have ended. */
function* takeOut(update, instances) {
    const { context, environment } = update;
    if (!(0,simulator_instances/* hasLoadBalancer */.NE)(environment))
        return;
    (0,simulator_instances/* drain */.Ze)(context, environment, instances);
    // A classic load balancer lets go as soon as nothing is in flight; a target group waits for the whole delay.
    const classic = (0,simulator_resources/* loadBalancerKind */.dM)(environment) === 'classic';
    const delay = (0,simulator_instances/* deregistrationDelaySeconds */.ZF)(environment);
    yield* (0,scripts_update/* pause */.v7)(update, classic ? Math.min(13, delay + 2) : delay + 2);
    (0,simulator_instances/* release */._r)(context, environment, instances);
}
/** Puts instances behind the load balancer, if there is one. */
function putIn(update, instances) {
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(update.environment))
        (0,simulator_instances/* register */.kz)(update.context, update.environment, instances);
    else
        for (const instance of instances)
            instance.passedChecks = 0;
}
/** In an environment without a load balancer requests follow the address: from the old instance to the new one. */
function moveAddress(update, from, to) {
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(update.environment))
        return;
    for (const instance of from)
        instance.traffic = 'none';
    (0,simulator_instances/* register */.kz)(update.context, update.environment, to);
}
//# sourceMappingURL=gates.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/new-fleet.js
/** A second fleet beside the first, in a temporary Auto Scaling group: made, handed over, or thrown away. */








const newInstances = (update) => update.environment.instances.filter((instance) => instance.group === 'temporary');
function* createTemporaryGroup(update) {
    const { context, environment } = update;
    yield* (0,scripts_update/* pause */.v7)(update, 16);
    const name = (0,simulator_resources/* temporaryGroupName */.ao)(context, environment);
    environment.resources.temporaryGroup = name;
    (0,scripts_update/* say */.cv)(update, 'INFO', `Created temporary auto scaling group ${name}.`);
}
/** Launches instances with the new version; `undefined` (with the events of the failure) when that does not work. */
function* launchNew(update, count, targetGroup, options) {
    const instances = yield* (0,scripts_launching/* bootInstances */.jW)(update, count, { group: 'temporary', targetGroup });
    if (instances === undefined)
        return undefined;
    const report = yield* (0,commands/* executeCommand */.RS)(update, instances, options);
    if ((0,commands/* allSucceeded */.x2)(report))
        return instances;
    yield* (0,commands/* tellCommandFailure */.Vp)(update, report);
    return undefined;
}
/** Registers new instances and waits for all of `gate` to be healthy. */
function* enter(update, arriving, gate) {
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(update.environment)) {
        (0,scripts_update/* say */.cv)(update, 'INFO', `Adding new instance(s) (${(0,scripts_update/* idsOf */.UX)(arriving, ',')}) to the load balancer.`);
        yield* (0,scripts_update/* pause */.v7)(update, 1);
    }
    putIn(update, arriving);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Waiting for instance(s) (${(0,scripts_update/* idsOf */.UX)(gate, ',')}) to pass health checks.`);
    if (yield* passHealth(update, gate))
        return true;
    tellHealthFailure(update, gate);
    yield* (0,simulator_timeline/* wait */.uk)(31);
    return false;
}
/** The new instances become the environment's own. */
function* adopt(update) {
    const { environment } = update;
    const arriving = newInstances(update);
    const old = (0,simulator_instances/* activeInstances */.rX)(environment).filter((instance) => !arriving.includes(instance));
    (0,scripts_update/* say */.cv)(update, 'INFO', `Detached new instance(s) from temporary auto scaling group ${environment.resources.temporaryGroup ?? ''}.`);
    yield* (0,scripts_update/* pause */.v7)(update, 3);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Attached new instance(s) to the permanent auto scaling group ${environment.resources.autoScalingGroup}.`);
    yield* (0,scripts_update/* pause */.v7)(update, 27);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Starting post-deployment configuration on new instances.');
    moveAddress(update, old, arriving);
    yield* (0,scripts_update/* pause */.v7)(update, 11);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Instance deployment completed successfully.');
    yield* (0,scripts_update/* pause */.v7)(update, 2);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Waiting for post-deployment configuration to complete.');
    yield* (0,scripts_update/* pause */.v7)(update, 95);
}
/** The clean-up phase: from its first line on the update cannot be aborted. */
function* retireOld(update) {
    const { context, environment } = update;
    // With those that Auto Scaling has launched beside them meanwhile.
    const old = (0,simulator_instances/* activeInstances */.rX)(environment).filter((one) => one.group === 'permanent');
    environment.abortable = false;
    for (const instance of newInstances(update))
        instance.group = 'permanent';
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Deployment succeeded. Terminating old instances and temporary Auto Scaling group.');
    // Observed: about three minutes for one instance, eight for three.
    const total = Math.min(192 + (old.length - 1) * 140, 471);
    (0,simulator_instances/* drain */.Ze)(context, environment, old);
    yield* (0,scripts_update/* pause */.v7)(update, 30);
    const step = (total - 90) / Math.max(1, old.length);
    for (const instance of old) {
        if (!environment.instances.includes(instance))
            continue;
        (0,simulator_instances/* endInstance */.BM)(context, environment, instance);
        yield* (0,scripts_update/* pause */.v7)(update, step);
    }
    delete environment.resources.temporaryGroup;
    yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(60));
}
/** After a failure or an abort: traffic belongs to the old instances again and the new ones go. */
function* discardNew(update) {
    const { context, environment } = update;
    const discarded = newInstances(update);
    environment.splitPercent = 0;
    (0,simulator_instances/* drain */.Ze)(context, environment, discarded);
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(environment))
        yield* (0,scripts_update/* pause */.v7)(update, 22);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Terminating new instances and temporary Auto Scaling group.');
    for (const instance of discarded)
        (0,simulator_instances/* endInstance */.BM)(context, environment, instance);
    delete environment.resources.temporaryGroup;
    yield* (0,scripts_update/* pause */.v7)(update, 60);
}
//# sourceMappingURL=new-fleet.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/slow-batch.js
/** A scenario's slow batch: the service takes longer over it, nothing else is wrong. */



function* slowBatch(update, batch) {
    for (const fault of (0,simulator_context/* faultsOf */.xm)(update.context, 'slow-batch')) {
        if (fault.batch === batch)
            yield* (0,simulator_timeline/* wait */.uk)((0,time/* seconds */.YA)(fault.seconds));
    }
}
//# sourceMappingURL=slow-batch.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/rolling.js
/** Rolling: batch after batch out of the load balancer, updated, back in, and healthy before the next one. */







function* rolling(update) {
    yield* (0,scripts_update/* pause */.v7)(update, 6);
    if (update.kind === 'deploy')
        (0,scripts_update/* say */.cv)(update, 'INFO', 'Deploying new version to instance(s).');
    yield* (0,scripts_update/* pause */.v7)(update, 2);
    const instances = (0,simulator_instances/* activeInstances */.rX)(update.environment);
    update.fleetSize = instances.length;
    let number = 0;
    for (const batch of (0,scripts_update/* chunks */.VN)(instances, (0,scripts_update/* batchSize */.CJ)(update))) {
        number += 1;
        const ending = yield* oneBatch(update, number, batch, instances.length);
        if (ending === 'failed')
            return 'failed';
    }
    yield* (0,scripts_update/* pause */.v7)(update, 5);
    return 'succeeded';
}
/** One batch of running instances. `total` is the size of the fleet in "x of n instances". */
function* oneBatch(update, number, batch, total) {
    const tell = (text) => (0,scripts_update/* say */.cv)(update, 'INFO', `Batch ${number}: ${text}`);
    tell(`Starting application deployment on instance(s) [${(0,scripts_update/* idsOf */.UX)(batch)}].`);
    // Observed with classic load balancers; with target groups there is only the gap.
    if ((0,simulator_resources/* loadBalancerKind */.dM)(update.environment) === 'classic') {
        yield* (0,scripts_update/* pause */.v7)(update, 1);
        tell('De-registering instance(s) from the load balancer and waiting for them to go out of service.');
    }
    yield* takeOut(update, batch);
    tell('Starting application deployment command execution.');
    return yield* workOnBatch(update, number, batch, total);
}
/** The part of a batch that new instances have too: command, registration, gate. */
function* workOnBatch(update, number, batch, total) {
    const tell = (text) => (0,scripts_update/* say */.cv)(update, 'INFO', `Batch ${number}: ${text}`);
    yield* (0,scripts_update/* pause */.v7)(update, 2);
    const report = yield* (0,commands/* executeCommand */.RS)(update, batch);
    yield* slowBatch(update, number);
    if (!(0,commands/* allSucceeded */.x2)(report)) {
        yield* (0,commands/* tellCommandFailure */.Vp)(update, report);
        return 'failed';
    }
    tell('Completed application deployment command execution.');
    yield* (0,simulator_timeline/* wait */.uk)(12);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Command execution completed on ${Math.min(update.operation.touched, total)} of ${total} instances in environment.`);
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(update.environment)) {
        yield* (0,simulator_timeline/* wait */.uk)(15);
        tell('Registering instance(s) with the load balancer and waiting for them to be healthy. ');
    }
    putIn(update, batch);
    if (!(yield* passHealth(update, batch))) {
        tellHealthFailure(update, batch);
        yield* (0,simulator_timeline/* wait */.uk)(31);
        return 'failed';
    }
    tell('Completed application deployment.');
    yield* (0,simulator_timeline/* wait */.uk)(18);
    return 'succeeded';
}
//# sourceMappingURL=rolling.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/rolling-with-additional-batch.js
/** Rolling with an additional batch: one batch of new instances first, so that capacity never falls, then as rolling. */




function* rollingWithAdditionalBatch(update) {
    const { environment } = update;
    yield* (0,scripts_update/* pause */.v7)(update, 8);
    const old = (0,simulator_instances/* activeInstances */.rX)(environment);
    const size = (0,scripts_update/* batchSize */.CJ)(update);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Rolling with Additional Batch deployment policy enabled. Launching  a new batch of ${size} additional instance(s).`);
    const extra = yield* (0,scripts_launching/* bootInstances */.jW)(update, size, { group: 'permanent', targetGroup: 'default' });
    if (extra === undefined)
        return 'failed';
    for (const instance of extra)
        instance.additional = true;
    const total = old.length + extra.length;
    update.fleetSize = total;
    (0,scripts_update/* say */.cv)(update, 'INFO', `Batch 1: ${extra.length} EC2 instance(s) [${(0,scripts_update/* idsOf */.UX)(extra)}] launched. Deploying application version '${update.label}'.`);
    let ending = yield* workOnBatch(update, 1, extra, total);
    let number = 1;
    for (const batch of (0,scripts_update/* chunks */.VN)(old, size)) {
        if (ending === 'failed')
            break;
        number += 1;
        ending = yield* oneBatch(update, number, batch, total);
    }
    yield* withdrawAdditional(update);
    return ending;
}
/** Ends the additional batch, after success and after failure alike: the group is back at its size. */
function* withdrawAdditional(update) {
    const { context, environment } = update;
    const extra = (0,simulator_instances/* activeInstances */.rX)(environment).filter((instance) => instance.additional === true);
    if (extra.length === 0)
        return;
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(environment)) {
        (0,simulator_instances/* drain */.Ze)(context, environment, extra);
        yield* (0,scripts_update/* pause */.v7)(update, 22);
    }
    for (const instance of extra)
        (0,simulator_instances/* endInstance */.BM)(context, environment, instance);
    yield* (0,scripts_update/* pause */.v7)(update, 12);
}
//# sourceMappingURL=rolling-with-additional-batch.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/abort-update.js
/** The way back after AbortEnvironmentUpdate. What it leaves behind depends on the policy that was under way. */








/**
 * AWS guide, "Canceling": a version deployment stops where it is, a configuration is rolled back, a second fleet is
 * thrown away. Nobody has published the events; those here are assumed (BEHAVIOUR.md).
 */
function* abortUpdate(update) {
    const { context, environment, operation } = update;
    yield* (0,scripts_update/* pause */.v7)(update, 2);
    yield* (0,commands/* commandsOver */.FU)(context, (0,simulator_instances/* activeInstances */.rX)(environment));
    const replaced = environment.instances.some((instance) => instance.group === 'temporary');
    if (replaced)
        yield* discardNew(update);
    yield* withdrawAdditional(update);
    const outside = (0,simulator_instances/* activeInstances */.rX)(environment).filter((instance) => instance.traffic !== 'registered');
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(environment) && outside.length > 0)
        (0,simulator_instances/* register */.kz)(context, environment, outside);
    delete environment.resources.temporaryGroup;
    delete environment.draft;
    const version = operation.change?.versionLabel !== undefined;
    if (version) {
        yield* (0,scripts_update/* pause */.v7)(update, 4);
        tellMixed(update);
        (0,scripts_update/* say */.cv)(update, 'INFO', 'Environment update was aborted.');
        yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    }
    else
        yield* revertConfiguration(update);
    endOperation(context, environment, { outcome: 'aborted', deploys: version ? 'version' : 'configuration' });
}
//# sourceMappingURL=abort-update.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/immutable.js
/** Immutable: one new instance proves the version, a full new fleet joins it, then the old one goes. */



function* immutable(update) {
    const old = (0,simulator_instances/* activeInstances */.rX)(update.environment);
    update.fleetSize = old.length;
    yield* (0,scripts_update/* pause */.v7)(update, 11);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Immutable deployment policy enabled. Launching one instance with the new settings to verify health.');
    yield* createTemporaryGroup(update);
    if (!(yield* fleetIsHealthy(update, Math.max(1, old.length)))) {
        yield* discardNew(update);
        return 'failed';
    }
    yield* adopt(update);
    yield* retireOld(update);
    return 'succeeded';
}
function* fleetIsHealthy(update, size) {
    const test = yield* launchNew(update, 1, 'default', { quiet: false });
    if (test === undefined)
        return false;
    yield* (0,scripts_update/* pause */.v7)(update, 3);
    if (!(yield* enter(update, test, test)))
        return false;
    if (size === 1)
        return true;
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Test instance passed health checks. Launching remaining new instances.');
    const rest = yield* launchNew(update, size - 1, 'default', { quiet: true });
    if (rest === undefined)
        return false;
    yield* (0,scripts_update/* pause */.v7)(update, 50);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Successfully launched all instances.');
    yield* (0,scripts_update/* pause */.v7)(update, 1);
    return yield* enter(update, rest, newInstances(update));
}
//# sourceMappingURL=immutable.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/configuration-update.js
/** Configuration changes that replace instances: all at once, in rolling batches, or as a second fleet. */










const configuration_update_ROLLING = 'aws:autoscaling:updatepolicy:rollingupdate';
/** The rolling update policy rules here, not the deployment policy (AWS guide, "Configuration changes"). */
function* replaceInstances(update) {
    const { environment } = update;
    const rolling = update.options[configuration_update_ROLLING] ?? {};
    const type = rolling.RollingUpdateType ?? 'Time';
    if (type === 'Immutable')
        return yield* immutable(update);
    yield* (0,scripts_update/* pause */.v7)(update, 14);
    const name = `${environment.resources.stackName}-AWSEBAutoScalingLaunchConfiguration-${(0,simulator_random/* resourceSuffix */.Qh)(update.context.random)}`;
    (0,scripts_update/* say */.cv)(update, 'INFO', `Created Auto Scaling launch configuration named: ${name}`);
    const old = (0,simulator_instances/* activeInstances */.rX)(environment);
    update.fleetSize = old.length;
    const batches = rolling.RollingUpdateEnabled === 'true' && !(0,simulator_resources/* isSingleInstance */.MA)(environment);
    const size = batches ? batchSize(rolling, old.length) : Math.max(1, old.length);
    for (const batch of (0,scripts_update/* chunks */.VN)(old, size)) {
        const ending = yield* replaceBatch(update, batch, batches ? type : 'Disabled', rolling.PauseTime);
        if (ending === 'failed')
            return 'failed';
    }
    const before = `${environment.resources.stackName}-AWSEBAutoScalingLaunchConfiguration-${(0,simulator_random/* resourceSuffix */.Qh)(update.context.random)}`;
    (0,scripts_update/* say */.cv)(update, 'INFO', `Deleted Auto Scaling launch configuration named: ${before}`);
    yield* (0,scripts_update/* pause */.v7)(update, 20);
    return 'succeeded';
}
/** A third of the fleet unless told otherwise, and never so many that fewer than the minimum stay in service. */
function batchSize(rolling, total) {
    const wanted = Number(rolling.MaxBatchSize ?? Math.ceil(total / 3));
    const keep = Number(rolling.MinInstancesInService ?? 0);
    return Math.max(1, Math.min(wanted, total - keep));
}
/** A batch is terminated before its replacements are launched (AWS guide, "Rolling updates"). */
function* replaceBatch(update, batch, type, pauseTime) {
    const { context, environment } = update;
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(environment)) {
        (0,simulator_instances/* drain */.Ze)(context, environment, batch);
        yield* (0,scripts_update/* pause */.v7)(update, 22);
    }
    // Auto Scaling replaces by itself what it has taken meanwhile.
    const own = batch.filter((one) => !(0,simulator_instances/* isLeaving */.Xi)(one));
    for (const instance of own)
        (0,simulator_instances/* endInstance */.BM)(context, environment, instance);
    const arriving = yield* (0,scripts_launching/* bootInstances */.jW)(update, own.length, { group: 'permanent', targetGroup: 'default' });
    if (arriving === undefined)
        return 'failed';
    const report = yield* (0,commands/* executeCommand */.RS)(update, arriving);
    if (!(0,commands/* allSucceeded */.x2)(report)) {
        yield* (0,commands/* tellCommandFailure */.Vp)(update, report);
        return 'failed';
    }
    (0,simulator_instances/* register */.kz)(context, environment, arriving);
    if (type === 'Time')
        yield* (0,simulator_timeline/* wait */.uk)(periodOf(pauseTime));
    if (type === 'Health' && !(yield* passHealth(update, arriving))) {
        tellHealthFailure(update, arriving);
        return 'failed';
    }
    return 'succeeded';
}
/** `PT5M30S`; without a value a few minutes, as the service computes them from the instance type. */
function periodOf(text) {
    const [, hourPart, minutePart, secondPart] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text ?? 'PT2M30S') ?? [];
    return (0,time/* minutes */.Gx)(Number(hourPart ?? 0) * 60 + Number(minutePart ?? 0)) + (0,time/* seconds */.YA)(Number(secondPart ?? 0));
}
//# sourceMappingURL=configuration-update.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/all-at-once.js
/** All at once: every instance gets the command at the same moment, behind the load balancer, without a health gate. */




function* allAtOnce(update) {
    if (update.kind === 'deploy') {
        yield* (0,scripts_update/* pause */.v7)(update, 16);
        (0,scripts_update/* say */.cv)(update, 'INFO', 'Deploying new version to instance(s).');
        yield* (0,scripts_update/* pause */.v7)(update, 18);
    }
    else
        yield* (0,scripts_update/* pause */.v7)(update, 12);
    const instances = (0,simulator_instances/* activeInstances */.rX)(update.environment);
    update.fleetSize = instances.length;
    const report = yield* (0,commands/* executeCommand */.RS)(update, instances);
    yield* slowBatch(update, 1);
    if (!(0,commands/* allSucceeded */.x2)(report)) {
        yield* (0,commands/* tellCommandFailure */.Vp)(update, report);
        return 'failed';
    }
    // An earlier failure may have left instances outside; a successful deployment takes the whole fleet in.
    const outside = instances.filter((instance) => instance.traffic === 'none');
    if ((0,simulator_instances/* hasLoadBalancer */.NE)(update.environment) && outside.length > 0)
        (0,simulator_instances/* register */.kz)(update.context, update.environment, outside);
    yield* (0,scripts_update/* pause */.v7)(update, 24);
    return 'succeeded';
}
//# sourceMappingURL=all-at-once.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/traffic-splitting.js
/**
 * Traffic splitting: a full new fleet in a second target group gets its share of requests while health is watched, then
 * everything. Nobody has published its events: the lines about traffic are the simulator's own (BEHAVIOUR.md).
 */






function* trafficSplitting(update) {
    const { context, environment } = update;
    const old = (0,simulator_instances/* activeInstances */.rX)(environment);
    update.fleetSize = old.length;
    yield* (0,scripts_update/* pause */.v7)(update, 11);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Traffic splitting deployment policy enabled. Launching ${old.length} instance(s) with the new settings.`);
    yield* createTemporaryGroup(update);
    const arriving = yield* launchNew(update, Math.max(1, old.length), 'split', { quiet: false });
    if (arriving === undefined || !(yield* provesItself(update, arriving))) {
        yield* discardNew(update);
        return 'failed';
    }
    environment.splitPercent = 100;
    (0,simulator_instances/* applyRouting */.fw)(context, environment);
    (0,scripts_update/* say */.cv)(update, 'INFO', 'Evaluation completed. Routing all traffic to the new version.');
    yield* (0,scripts_update/* pause */.v7)(update, 20);
    yield* adopt(update);
    yield* retireOld(update);
    yield* joinDefaultGroup(update);
    return 'succeeded';
}
/** Healthy at first, and still healthy after its share of traffic for the evaluation time. */
function* provesItself(update, arriving) {
    const { context, environment } = update;
    yield* (0,scripts_update/* pause */.v7)(update, 3);
    if (!(yield* enter(update, arriving, arriving)))
        return false;
    const percent = (0,scripts_update/* newVersionPercent */.mk)(update);
    environment.splitPercent = percent;
    (0,simulator_instances/* applyRouting */.fw)(context, environment);
    const span = (0,scripts_update/* evaluationMinutes */._e)(update);
    (0,scripts_update/* say */.cv)(update, 'INFO', `Routing ${percent}% of traffic to the new version for ${span} minute(s) of evaluation.`);
    // One failed check in a row of twelve is noise; three in a row are a failed evaluation.
    let failedChecks = 0;
    let lastLook = 0;
    const failed = yield* (0,simulator_timeline/* until */.TG)(() => {
        if (environment.health.refreshedAt === lastLook)
            return false;
        lastLook = environment.health.refreshedAt;
        failedChecks = arriving.some((one) => one.passedChecks === 0 && !(0,simulator_instances/* isLeaving */.Xi)(one)) ? failedChecks + 1 : 0;
        return failedChecks >= 3 && !(0,scripts_update/* ignoresHealth */.i$)(update);
    }, (0,time/* minutes */.Gx)(span));
    if (failed)
        tellHealthFailure(update, arriving);
    return !failed;
}
/** The second target group becomes the environment's target group: no target moves, so no request is lost. */
function* joinDefaultGroup(update) {
    const { context, environment } = update;
    for (const instance of (0,simulator_instances/* activeInstances */.rX)(environment))
        instance.targetGroup = 'default';
    environment.splitPercent = 0;
    (0,simulator_instances/* applyRouting */.fw)(context, environment);
    yield* (0,scripts_update/* pause */.v7)(update, 2);
}
//# sourceMappingURL=traffic-splitting.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/policies.js
/** Which deployment policy rules an update: the environment's, as far as it can be had there. */







/** AWS guide, "Deployment options": single instances know only all at once and immutable, traffic splitting needs an ALB. */
function policyOf(update) {
    const { environment } = update;
    const single = (0,simulator_resources/* isSingleInstance */.MA)(environment);
    switch ((0,scripts_update/* policyName */.ct)(update)) {
        case 'Immutable':
            return immutable;
        case 'Rolling':
            return single ? allAtOnce : rolling;
        case 'RollingWithAdditionalBatch':
            return single ? allAtOnce : rollingWithAdditionalBatch;
        case 'TrafficSplitting':
            return (0,simulator_resources/* loadBalancerKind */.dM)(environment) === 'application' ? trafficSplitting : allAtOnce;
        default:
            return allAtOnce;
    }
}
//# sourceMappingURL=policies.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/update-environment.js
/** UpdateEnvironment over time: what kind of change it is decides which steps it takes. */











/** What an update finds out at its start. */
function openUpdate(context, environment, operation, bundle = environment.bundleOptions ?? {}) {
    const api = operation.change?.options ?? environment.options;
    const label = operation.change?.versionLabel ?? environment.versionLabel ?? '';
    return {
        context,
        environment,
        operation,
        deploymentId: operation.deploymentId ?? environment.deploymentCounter + 1,
        label,
        oldLabel: environment.versionLabel,
        kind: operation.change?.versionLabel === undefined ? 'configure' : 'deploy',
        options: (0,setting/* layerOptions */.AT)(bundle, api),
        layers: { api, bundle },
        fleetSize: environment.instances.length,
    };
}
function* updateEnvironment(context, environment, operation) {
    const bundle = bundleOptions(context, environment, operation);
    const update = openUpdate(context, environment, operation, bundle.options);
    const change = changeOf((0,simulator_context/* effectiveOptions */.Qx)(environment), update.options, operation);
    if (operation.change?.options !== undefined) {
        environment.draft = { options: update.layers.api, status: 'pending', dateUpdated: context.now() };
        yield* (0,scripts_update/* pause */.v7)(update, 8);
        (0,scripts_update/* say */.cv)(update, 'INFO', `Updating environment ${environment.name}'s configuration settings.`);
    }
    if (bundle.problems.length > 0) {
        yield* (0,scripts_update/* pause */.v7)(update, 8);
        for (const problem of bundle.problems)
            (0,scripts_update/* say */.cv)(update, 'ERROR', problem);
        yield* endings_fail(update);
        return;
    }
    const mix = forbiddenMix(update, change);
    if (mix !== undefined) {
        yield* (0,scripts_update/* pause */.v7)(update, 6);
        (0,scripts_update/* say */.cv)(update, 'ERROR', mix);
        yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
        environment.draft = { options: update.layers.api, status: 'failed', dateUpdated: context.now() };
        endOperation(context, environment, { outcome: 'failed', deploys: 'configuration' });
        return;
    }
    yield* update_environment_carryOut(update, change);
}
function* update_environment_carryOut(update, change) {
    const { environment, operation } = update;
    const deploys = operation.change?.versionLabel !== undefined || change !== 'in-place';
    if (deploys) {
        environment.deploymentCounter += 1;
        operation.deploymentId = environment.deploymentCounter;
        const ending = yield* change === 'replacement' ? replaceInstances(update) : policyOf(update)(update);
        if (ending === 'failed') {
            yield* endings_fail(update);
            return;
        }
    }
    else
        yield* (0,scripts_update/* pause */.v7)(update, 20);
    yield* resize(update);
    if (!deploys)
        yield* (0,scripts_update/* pause */.v7)(update, 24);
    yield* endings_succeed(update);
}
/** `.ebextensions` of the version to deploy, or of the one that runs when only the configuration changes. */
function bundleOptions(context, environment, operation) {
    const label = operation.change?.versionLabel;
    if (label === undefined)
        return { options: environment.bundleOptions ?? {}, problems: [] };
    const version = context.world.applications.get(environment.applicationName)?.versions.get(label);
    return readBundleOptions(context.objects, version, (0,setting/* scopeOf */.Od)(environment));
}
const STRENGTH = ['in-place', 'on-instance', 'replacement'];
/** The strongest class among the options whose values differ; a platform change replaces the instances. */
function changeOf(before, after, operation) {
    let strongest = operation.change?.platform === undefined ? 0 : 2;
    for (const namespace of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const old = before[namespace] ?? {};
        const next = after[namespace] ?? {};
        for (const option of new Set([...Object.keys(old), ...Object.keys(next)])) {
            if (old[option] === next[option])
                continue;
            strongest = Math.max(strongest, STRENGTH.indexOf((0,catalogue/* changeClassOf */._N)(namespace, option)));
        }
    }
    return STRENGTH[strongest] ?? 'in-place';
}
/** Immutable updates and other deployment policies exclude each other; the service says so after it has accepted the call. */
function forbiddenMix(update, change) {
    const rolling = update.options['aws:autoscaling:updatepolicy:rollingupdate'] ?? {};
    const policy = update.options['aws:elasticbeanstalk:command']?.DeploymentPolicy ?? (0,scripts_update/* policyName */.ct)(update);
    const immutableConfiguration = rolling.RollingUpdateType === 'Immutable';
    const inBatches = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
    const both = update.operation.change?.versionLabel !== undefined && change === 'replacement';
    if (!(immutableConfiguration && inBatches) && !(both && policy === 'Immutable' && !immutableConfiguration)) {
        return undefined;
    }
    if (update.operation.change?.options === undefined)
        return undefined;
    return 'To enable immutable config and application deployments together, you must set both the DeploymentPolicy option (aws:elasticbeanstalk:command namespace) and the RollingUpdateType option (aws:autoscaling:updatepolicy:rollingupdate namespace) to Immutable.';
}
//# sourceMappingURL=update-environment.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/environments.js
/** Environments: create, update, abort an update, describe. The refusals and answers; what follows is in `scripts/`. */



















const HOUR = 3_600_000;
const environments_MOST_RECORDS = 1_000;
function createEnvironment(context, input, requestId) {
    checkNames(input, 'ApplicationName', 'EnvironmentName', 'CNAMEPrefix', 'GroupName', 'Description');
    const environment = newEnvironment(context, input);
    tagAtCreation(context, environment.arn, input);
    beginOperation(context, environment, { kind: 'create', requestId, status: 'Launching', event: 'createEnvironment is starting.' }, (operation) => (0,cluster_cluster/* isCluster */.JU)(environment)
        ? launchCluster(context, environment, operation)
        : launchEnvironment(context, environment, operation));
    return describeEnvironment(context, environment);
}
function environments_updateEnvironment(context, input, requestId) {
    checkNames(input, 'Description');
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const application = (0,simulator_context/* requireApplication */.Ei)(context, environment.applicationName);
    if (((0,simulator_context/* textOf */.ur)(input, 'ApplicationName') ?? application.name) !== application.name) {
        throw (0,simulator_context/* invalidParameter */.VL)(`No Environment found for EnvironmentName = '${environment.name}'.`);
    }
    const label = (0,simulator_context/* textOf */.ur)(input, 'VersionLabel');
    refuseTierChange(environment, input);
    const platform = platformOf(context.region, {
        solutionStackName: (0,simulator_context/* textOf */.ur)(input, 'SolutionStackName'),
        platformArn: (0,simulator_context/* textOf */.ur)(input, 'PlatformArn'),
    });
    const options = newOptions(context, environment, input);
    if (label !== undefined) {
        requireDeployable(application, label, { tier: environment.tier, options: options ?? environment.options });
    }
    if (platform !== undefined && (0,cluster_cluster/* isCluster */.JU)(environment)) {
        throw new service_error/* ServiceError */._('InvalidParameterCombination', 'A Cluster environment has no platform.');
    }
    (0,simulator_context/* requireReady */.VF)(environment);
    if (typeof input.Description === 'string')
        environment.description = input.Description;
    const asked = [label, platform, options].some((part) => part !== undefined);
    if (!asked && input.Description !== undefined)
        return describeEnvironment(context, environment);
    const template = (0,simulator_context/* textOf */.ur)(input, 'TemplateName');
    if (template !== undefined)
        environment.templateName = template;
    turnGrey(environment);
    const change = {
        ...(label === undefined ? {} : { versionLabel: label }),
        ...(options === undefined && label !== undefined && platform === undefined
            ? {}
            : { options: options ?? environment.options }),
        ...(platform === undefined ? {} : { platform }),
    };
    beginOperation(context, environment, {
        kind: 'update',
        requestId,
        status: 'Updating',
        // Whether an update of a Cluster environment can be aborted is not documented.
        abortable: !(0,cluster_cluster/* isCluster */.JU)(environment),
        event: 'Environment update is starting.',
        change,
    }, (operation) => (0,cluster_cluster/* isCluster */.JU)(environment)
        ? updateCluster(context, environment, operation)
        : updateEnvironment(context, environment, operation));
    // The answer shows the new label already; DescribeEnvironments keeps the old one until success.
    return { ...describeEnvironment(context, environment), ...(label === undefined ? {} : { VersionLabel: label }) };
}
function refuseTierChange(environment, input) {
    const tier = (0,simulator_context/* recordOf */.zv)(input, 'Tier');
    if (tier === undefined || (0,simulator_context/* textOf */.ur)(tier, 'Name') === environment.tier.name)
        return;
    throw (0,simulator_context/* invalidParameter */.VL)('Cannot change environment tier');
}
/** All options as the request wants them; `undefined` when it does not speak of options. */
function newOptions(context, environment, input) {
    const settings = (0,setting/* readSettings */.sb)(input.OptionSettings);
    const removals = (0,setting/* readSettings */.sb)(input.OptionsToRemove);
    const templateName = (0,simulator_context/* textOf */.ur)(input, 'TemplateName');
    if (settings.length === 0 && removals.length === 0 && templateName === undefined)
        return undefined;
    let base = environment.options;
    if (templateName !== undefined) {
        const application = (0,simulator_context/* requireApplication */.Ei)(context, environment.applicationName);
        base = (0,setting/* layerOptions */.AT)(base, requireTemplate(application, templateName).options);
    }
    if (templateName !== undefined && (0,cluster_cluster/* isCluster */.JU)(environment))
        throw (0,cluster_cluster/* notOfClusters */.iC)('Configuration templates');
    refuseRemovedPlace(environment, removals);
    assertValid(settings, (0,setting/* scopeOf */.Od)(environment), true);
    return (0,setting/* mergeOptions */.lL)(base, settings, removals);
}
/** Subnets and roles cannot be taken out either. */
function refuseRemovedPlace(environment, removals) {
    if (!(0,cluster_cluster/* isCluster */.JU)(environment))
        return;
    const emptied = removals.map(({ namespace, optionName }) => ({ namespace, optionName, value: '' }));
    assertValid(emptied.filter(({ namespace, optionName }) => environment.options[namespace]?.[optionName] !== undefined), (0,setting/* scopeOf */.Od)(environment), true);
}
function abortEnvironmentUpdate(context, input, requestId) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const { operation } = environment;
    if (!environment.abortable || operation === undefined) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Environment named ${environment.name} is in an invalid state for this operation. Must be pending deployment.`);
    }
    stopScript(context, environment);
    const { change, deploymentId } = operation;
    beginOperation(context, environment, {
        kind: 'abort',
        requestId,
        status: 'Aborting',
        event: 'abortEnvironmentUpdate is starting.',
        ...(change === undefined ? {} : { change }),
    }, (abort) => {
        if (deploymentId !== undefined)
            abort.deploymentId = deploymentId;
        return abortUpdate(openUpdate(context, environment, abort));
    });
    return undefined;
}
function describeEnvironments(context, input) {
    const ids = (0,simulator_context/* listOf */.c3)(input, 'EnvironmentIds');
    const names = (0,simulator_context/* listOf */.c3)(input, 'EnvironmentNames');
    const application = (0,simulator_context/* textOf */.ur)(input, 'ApplicationName');
    const label = (0,simulator_context/* textOf */.ur)(input, 'VersionLabel');
    const shown = [];
    for (const environment of candidates(context, ids)) {
        if (names !== undefined && names.length > 0 && !names.includes(environment.name))
            continue;
        if (application !== undefined && environment.applicationName !== application)
            continue;
        if (label !== undefined && environment.versionLabel !== label)
            continue;
        if (isVisible(context, environment, input))
            shown.push(environment);
    }
    const page = (0,paging/* pageOf */.Z)(shown, input, environments_MOST_RECORDS);
    return {
        Environments: page.items.map((environment) => describeEnvironment(context, environment)),
        ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
    };
}
function candidates(context, ids) {
    const { environments } = context.world;
    if (ids === undefined || ids.length === 0)
        return environments.values();
    return ids.map((id) => environments.get(String(id))).filter((environment) => environment !== undefined);
}
/** Terminated environments stay in answers for an hour, new ones may not be in them yet. */
function isVisible(context, environment, input) {
    const now = context.now();
    if (environment.status !== 'Terminated') {
        return environment.operation?.kind !== 'create' || now - environment.dateCreated >= context.hiddenAfterCreate;
    }
    if ((0,simulator_context/* flagOf */.iP)(input, 'IncludeDeleted') === false)
        return false;
    return (environment.terminatedAt ?? now) >= ((0,simulator_context/* dateOf */.Q$)(input, 'IncludedDeletedBackTo') ?? now - HOUR);
}
const environments_operations = {
    CreateEnvironment: createEnvironment,
    UpdateEnvironment: environments_updateEnvironment,
    AbortEnvironmentUpdate: abortEnvironmentUpdate,
    DescribeEnvironments: describeEnvironments,
};
//# sourceMappingURL=environments.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/events.js
/** DescribeEvents: every filter, newest first, pages that do not shift when new events come. */

const SEVERITIES = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
/** Events older than this are forgotten (AWS API reference: six weeks). */
const events_KEPT = 42 * 86_400_000;
const events_MOST_RECORDS = 1_000;
function describeEvents(context, input) {
    const matches = filterOf(context, input);
    const size = pageSize(input);
    const events = context.events.candidates({
        requestId: (0,simulator_context/* textOf */.ur)(input, 'RequestId'),
        environmentId: (0,simulator_context/* textOf */.ur)(input, 'EnvironmentId'),
        environmentName: (0,simulator_context/* textOf */.ur)(input, 'EnvironmentName'),
        applicationName: (0,simulator_context/* textOf */.ur)(input, 'ApplicationName'),
    });
    const found = [];
    const start = (0,simulator_context/* dateOf */.Q$)(input, 'StartTime') ?? Number.NEGATIVE_INFINITY;
    const oldest = Math.max(start, context.now() - events_KEPT);
    for (let index = newestIndex(events, input); index >= 0 && found.length <= size; index -= 1) {
        const event = events[index];
        if (event === undefined || event.date < oldest)
            break;
        if (matches(event))
            found.push(event);
    }
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
        Events: page.map(events_described),
        ...(found.length > size && last !== undefined ? { NextToken: tokenOf(last) } : {}),
    };
}
function pageSize(input) {
    const wanted = (0,simulator_context/* numberOf */.rl)(input, 'MaxRecords') ?? events_MOST_RECORDS;
    if (wanted < 1 || wanted > events_MOST_RECORDS) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Value '${wanted}' at 'maxRecords' failed to satisfy constraint: Member must be between 1 and 1000`);
    }
    return wanted;
}
/** Where to begin: before EndTime (exclusive) and, with a token, after the last event that was answered. */
function newestIndex(events, input) {
    const end = (0,simulator_context/* dateOf */.Q$)(input, 'EndTime') ?? Number.POSITIVE_INFINITY;
    const token = (0,simulator_context/* textOf */.ur)(input, 'NextToken');
    const place = token === undefined ? undefined : placeOf(token);
    const isOlder = (event) => event.date < end &&
        (place === undefined || event.date < place.date || (event.date === place.date && event.sequence < place.sequence));
    let low = 0;
    let high = events.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const event = events[middle];
        if (event !== undefined && isOlder(event))
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
const tokenOf = ({ date, sequence }) => Buffer.from(`${date}:${sequence}`).toString('base64');
function placeOf(token) {
    const [, date, sequence] = /^(\d+):(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
    if (date === undefined)
        throw (0,simulator_context/* invalidParameter */.VL)('Invalid NextToken.');
    return { date: Number(date), sequence: Number(sequence) };
}
function filterOf(context, input) {
    const severity = (0,simulator_context/* textOf */.ur)(input, 'Severity');
    const least = severity === undefined ? 0 : SEVERITIES.indexOf(severity);
    if (least < 0)
        throw (0,simulator_context/* invalidParameter */.VL)(`Value '${severity}' at 'severity' failed to satisfy constraint.`);
    const name = (0,simulator_context/* textOf */.ur)(input, 'EnvironmentName');
    const wanted = {
        applicationName: (0,simulator_context/* textOf */.ur)(input, 'ApplicationName'),
        environmentId: (0,simulator_context/* textOf */.ur)(input, 'EnvironmentId') ?? newestNamed(context, name),
        environmentName: name,
        versionLabel: (0,simulator_context/* textOf */.ur)(input, 'VersionLabel'),
        templateName: (0,simulator_context/* textOf */.ur)(input, 'TemplateName'),
        platformArn: (0,simulator_context/* textOf */.ur)(input, 'PlatformArn'),
        requestId: (0,simulator_context/* textOf */.ur)(input, 'RequestId'),
    };
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    return (event) => SEVERITIES.indexOf(event.severity) >= least && given.every(([member, value]) => event[member] === value);
}
/** A name may have had several bearers; the events of the one that lives (else of all) are meant. */
function newestNamed(context, name) {
    if (name === undefined)
        return undefined;
    for (const environment of context.world.environments.values()) {
        if (environment.name === name && environment.status !== 'Terminated')
            return environment.id;
    }
    return undefined;
}
const events_described = (event) => ({
    EventDate: new Date(event.date),
    Message: event.message,
    ...(event.applicationName === undefined ? {} : { ApplicationName: event.applicationName }),
    ...(event.versionLabel === undefined ? {} : { VersionLabel: event.versionLabel }),
    ...(event.templateName === undefined ? {} : { TemplateName: event.templateName }),
    ...(event.environmentName === undefined ? {} : { EnvironmentName: event.environmentName }),
    ...(event.platformArn === undefined ? {} : { PlatformArn: event.platformArn }),
    ...(event.requestId === undefined ? {} : { RequestId: event.requestId }),
    Severity: event.severity,
});
const events_operations = { DescribeEvents: describeEvents };
//# sourceMappingURL=events.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/health.js
/** DescribeEnvironmentHealth and DescribeInstancesHealth, for environments with enhanced health. */







const MOST_INSTANCES = 100;
function enhancedEnvironment(context, input, operation) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    if (!(0,simulator_instances/* isEnhanced */.B3)(environment))
        throw new service_error/* ServiceError */._('InvalidRequestException', `${operation} is not supported.`);
    return environment;
}
/** Only the attributes that were asked for. */
function wanted(input) {
    const names = (0,simulator_context/* listOf */.c3)(input, 'AttributeNames') ?? [];
    const all = names.length === 0 || names.includes('All');
    return (attribute, members) => (all || names.includes(attribute) ? members : {});
}
function describeEnvironmentHealth(context, input) {
    const environment = enhancedEnvironment(context, input, 'DescribeEnvironmentHealth');
    const { health, instances } = environment;
    const pick = wanted(input);
    const requests = sum((0,simulator_instances/* activeInstances */.rX)(environment).map((instance) => health_requestsOf(context, instance)));
    const status = health.status ?? 'Unknown';
    return {
        EnvironmentName: environment.name,
        ...pick('HealthStatus', { HealthStatus: status }),
        ...pick('Status', { Status: environment.status }),
        ...pick('Color', { Color: health_rules_colorOf(status) }),
        ...pick('Causes', { Causes: health.causes }),
        ...pick('ApplicationMetrics', { ApplicationMetrics: health_metrics(requests) }),
        ...pick('InstancesHealth', { InstancesHealth: countHealth((0,cluster_cluster/* isCluster */.JU)(environment) ? [] : instances) }),
        ...pick('RefreshedAt', { RefreshedAt: new Date(health.refreshedAt) }),
    };
}
/** `InstancesHealth` has a member for each status but `Suspended` (AWS API reference, InstanceHealthSummary). */
const COUNTED = HEALTH_STATUSES.filter((status) => status !== 'Suspended');
const countHealth = (instances) => Object.fromEntries(COUNTED.map((status) => [status, instances.filter(({ health }) => health.status === status).length]));
function describeInstancesHealth(context, input) {
    const environment = enhancedEnvironment(context, input, 'DescribeInstancesHealth');
    const pick = wanted(input);
    // AWS guide: nothing is reported about single replicas of a Cluster environment.
    const shown = (0,cluster_cluster/* isCluster */.JU)(environment) ? [] : (0,simulator_instances/* activeInstances */.rX)(environment);
    const page = (0,paging/* pageOf */.Z)(shown, input, MOST_INSTANCES);
    return {
        InstanceHealthList: page.items.map((instance) => describeInstance(context, instance, pick)),
        RefreshedAt: new Date(environment.health.refreshedAt),
        ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
    };
}
function describeInstance(context, instance, pick) {
    const { deployment, health } = instance;
    return {
        InstanceId: instance.id,
        ...pick('HealthStatus', { HealthStatus: health.status }),
        ...pick('Color', { Color: health_rules_colorOf(health.status) }),
        ...pick('Causes', { Causes: health.causes }),
        ...pick('LaunchedAt', { LaunchedAt: new Date(instance.launchedAt) }),
        ...pick('ApplicationMetrics', { ApplicationMetrics: health_metrics(health_requestsOf(context, instance)) }),
        ...pick('System', { System: system(instance, deployment?.status === 'In Progress') }),
        ...(deployment === undefined
            ? {}
            : pick('Deployment', {
                Deployment: {
                    VersionLabel: deployment.versionLabel,
                    DeploymentId: deployment.deploymentId,
                    Status: deployment.status,
                    DeploymentTime: new Date(deployment.time),
                },
            })),
        ...pick('AvailabilityZone', { AvailabilityZone: instance.availabilityZone }),
        ...pick('InstanceType', { InstanceType: instance.instanceType }),
    };
}
const health_requestsOf = (context, instance) => context.runtime.vitals(instance.id, context.now()).requests;
const health_metrics = ({ requestCount, status2xx, status3xx, status4xx, status5xx, latency }) => ({
    Duration: 10,
    RequestCount: requestCount,
    StatusCodes: { Status2xx: status2xx, Status3xx: status3xx, Status4xx: status4xx, Status5xx: status5xx },
    ...(latency === undefined ? {} : { Latency: { ...latency } }),
});
/** The fleet's requests: counts add up; of latencies the worst instance's stands for all. */
function sum(all) {
    const total = (member) => all.reduce((count, requests) => count + requests[member], 0);
    const slowest = all
        .map(({ latency }) => latency)
        .filter((latency) => latency !== undefined)
        .reduce((worst, one) => (worst === undefined || one.P99 > worst.P99 ? one : worst), undefined);
    return {
        requestCount: total('requestCount'),
        status2xx: total('status2xx'),
        status3xx: total('status3xx'),
        status4xx: total('status4xx'),
        status5xx: total('status5xx'),
        ...(slowest === undefined ? {} : { latency: slowest }),
    };
}
/** The simulator measures no processors: a calm instance, or one that works on a deployment. */
const system = ({ id }, busy) => {
    const user = (busy ? 62 : 3) + (Number.parseInt(id.slice(-1), 16) % 5);
    return {
        CPUUtilization: { User: user, Nice: 0, System: 1, Idle: 98 - user, IOWait: 1, IRQ: 0, SoftIRQ: 0 },
        LoadAverage: [busy ? 0.8 : 0.05, 0.1],
    };
};
const health_operations = {
    DescribeEnvironmentHealth: describeEnvironmentHealth,
    DescribeInstancesHealth: describeInstancesHealth,
};
//# sourceMappingURL=health.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/information.js
/** Log requests: RequestEnvironmentInfo gathers logs of all instances into the storage bucket, RetrieveEnvironmentInfo links to them. */








/** AWS guide, "Viewing logs": the objects are removed after fifteen minutes. */
const information_KEPT = (0,time/* minutes */.Gx)(15);
function infoTypeOf(input) {
    const type = (0,simulator_context/* requiredText */.$4)(input, 'InfoType');
    if (type === 'tail' || type === 'bundle' || type === 'analyze')
        return type;
    throw (0,simulator_context/* invalidParameter */.VL)(`Value ${type} at 'InfoType' failed to satisfy constraint: Member must satisfy enum value set: [tail, bundle, analyze]`);
}
function requestInformation(context, input, requestId) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const infoType = infoTypeOf(input);
    if ((0,cluster_cluster/* isCluster */.JU)(environment) && infoType !== 'analyze')
        throw (0,cluster_cluster/* notOfClusters */.iC)('Tail and bundle logs');
    (0,simulator_context/* requireReady */.VF)(environment);
    const request = { infoType, requestedAt: context.now(), state: 'pending', entries: [] };
    environment.logRequests[infoType] = request;
    const tell = (severity, message) => (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity, message, requestId });
    tell('INFO', 'requestEnvironmentInfo is starting.');
    // Gathering logs is no operation of the environment: it stays Ready, and an update may begin meanwhile.
    context.timeline.run(gather(context, environment, request, tell));
}
function* gather(context, environment, request, tell) {
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(1.5)));
    tell('INFO', 'Requested environment info from each instance.');
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(request.infoType === 'analyze' ? 55 : 9)));
    const instances = (0,simulator_instances/* activeInstances */.rX)(environment);
    if (instances.length === 0) {
        request.state = 'failed';
        tell('ERROR', 'Failed to pull logs for environment instances.');
        return;
    }
    const named = request.infoType === 'analyze' ? instances.slice(0, 1) : instances;
    request.entries = named.map(({ id }) => ({
        instanceId: id,
        sampleTimestamp: context.now(),
        message: writeLogs(context, environment, request.infoType, id),
    }));
    request.state = 'ready';
    tell('INFO', request.infoType === 'analyze' ? 'AI analysis request has completed.' : 'Pulled logs for environment instances.');
}
/** Puts an instance's logs into the storage bucket for a quarter of an hour and answers their key. */
function writeLogs(context, environment, infoType, instanceId) {
    const bucket = storageBucket(context);
    if (!context.objects.hasBucket(bucket))
        context.objects.createBucket(bucket);
    const folder = `resources/environments/logs/${infoType}/${environment.id}/${instanceId}`;
    const stamp = context.now();
    const key = {
        tail: `${folder}/TailLogs-${stamp}.out`,
        bundle: `${folder}/BundleLogs-${stamp}.zip`,
        analyze: `${folder}/Analysis-${stamp}.txt`,
    }[infoType];
    const log = context.runtime.logTail(instanceId);
    const { objects } = context;
    switch (infoType) {
        case 'tail':
            objects.putText(bucket, key, log, 'text/plain');
            break;
        case 'bundle':
            objects.putBytes?.(bucket, key, zipTexts([{ name: 'var/log/eb-engine.log', text: log }]), 'application/zip');
            break;
        case 'analyze':
            objects.putText(bucket, key, `The simulator does not analyze. These are the logs of ${instanceId}:\n\n${log}`, 'text/plain');
            break;
    }
    context.timeline.after(information_KEPT, () => objects.remove(bucket, key));
    return key;
}
function retrieveInformation(context, input) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const infoType = infoTypeOf(input);
    const request = environment.logRequests[infoType];
    const entries = request?.state === 'ready' ? request.entries : [];
    const bucket = storageBucket(context);
    return {
        EnvironmentInfo: entries.map(({ instanceId, sampleTimestamp, message }) => ({
            InfoType: infoType,
            Ec2InstanceId: instanceId,
            SampleTimestamp: new Date(sampleTimestamp),
            Message: context.presign?.(bucket, message) ?? unservedUrl(context, bucket, message),
        })),
    };
}
/** Without a wire nothing answers: the URL only has the shape of a presigned one. */
function unservedUrl(context, bucket, key) {
    const query = new URLSearchParams({
        'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
        'X-Amz-Expires': '900',
        'X-Amz-SignedHeaders': 'host',
        'X-Amz-Signature': (0,simulator_random/* hexadecimal */.ay)(context.random, 64),
    });
    return `https://${bucket}.s3.${context.region}.amazonaws.com/${key}?${query}`;
}
const information_operations = {
    RequestEnvironmentInfo: requestInformation,
    RetrieveEnvironmentInfo: retrieveInformation,
};
//# sourceMappingURL=information.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/instance-commands.js
/** Systems Manager as far as one-off commands on instances need it: send, look, list, cancel, and which instances it knows. */




/** An agent announces itself so long after its instance was launched. */
const REGISTERED_AFTER = (0,time/* seconds */.YA)(40);
/** A command that was just sent has no invocation yet (API reference, GetCommandInvocation: InvocationDoesNotExist). */
const UNKNOWN_FOR = (0,time/* seconds */.YA)(0.3);
const DOCUMENT = 'AWS-RunShellScript';
/** API reference, SendCommand: TimeoutSeconds. Time for the delivery, not for the command. */
const DELIVERY = { least: 30, most: 2_592_000, standard: 3_600 };
/** Document AWS-RunShellScript: executionTimeout. */
const EXECUTION = { standard: 3_600, most: 172_800 };
/** API reference, GetCommandInvocation: only the first characters are kept. */
const instance_commands_KEPT = { output: 24_000, errors: 8_000 };
const liveInstances = ({ world }) => [...world.environments.values()].flatMap((environment) => environment.status === 'Terminated' || (0,cluster_cluster/* isCluster */.JU)(environment) ? [] : environment.instances);
/** What Systems Manager knows of an instance; `undefined`: it is not managed. */
function pingStatus(context, id) {
    const instance = liveInstances(context).find((one) => one.id === id);
    if (instance === undefined || context.now() - instance.launchedAt < REGISTERED_AFTER)
        return undefined;
    if ((0,simulator_context/* faultsOf */.xm)(context, 'unmanaged-instances').length > 0)
        return undefined;
    return (0,simulator_context/* faultsOf */.xm)(context, 'lost-agents').length > 0 ? 'ConnectionLost' : 'Online';
}
function sendCommand(context, input) {
    const documentName = (0,simulator_context/* requiredText */.$4)(input, 'DocumentName');
    if (documentName !== DOCUMENT)
        throw new service_error/* ServiceError */._('InvalidDocument', `Document with name ${documentName} does not exist.`);
    const [instanceId, ...others] = ((0,simulator_context/* listOf */.c3)(input, 'InstanceIds') ?? []).map(String);
    if (instanceId === undefined || others.length > 0) {
        throw new service_error/* ServiceError */._('NotImplemented', 'The simulator sends commands to one instance id.', 501);
    }
    if (pingStatus(context, instanceId) === undefined) {
        throw new service_error/* ServiceError */._('InvalidInstanceId', `Instances [[${instanceId}]] not in a valid state for account ${context.accountId}`);
    }
    const comment = (0,simulator_context/* textOf */.ur)(input, 'Comment') ?? '';
    if (comment.length > 100)
        throw tooLong(comment);
    const parameters = (0,simulator_context/* recordOf */.zv)(input, 'Parameters') ?? {};
    const script = textsOf(parameters, 'commands').join('\n');
    if (script === '')
        throw new service_error/* ServiceError */._('InvalidParameters', 'Parameter commands is required.');
    const command = {
        id: context.random.uuid(),
        instanceId,
        comment,
        documentName,
        parameters,
        requestedAt: context.now(),
        script,
        directory: textsOf(parameters, 'workingDirectory')[0] ?? '',
        deliveryTimeout: (0,time/* seconds */.YA)(deliverySeconds(input)),
        executionTimeout: (0,time/* seconds */.YA)(executionSeconds(textsOf(parameters, 'executionTimeout')[0])),
        state: 'Pending',
    };
    context.world.commands.set(command.id, command);
    deliver(context, command);
    return { Command: summary(command) };
}
const textsOf = (parameters, name) => ((0,simulator_context/* listOf */.c3)(parameters, name) ?? []).map(String);
const tooLong = (comment) => new service_error/* ServiceError */._('ValidationException', `1 validation error detected: Value '${comment}' at 'comment' failed to satisfy constraint: Member must have length less than or equal to 100`);
function deliverySeconds(input) {
    const asked = (0,simulator_context/* numberOf */.rl)(input, 'TimeoutSeconds') ?? DELIVERY.standard;
    if (asked >= DELIVERY.least && asked <= DELIVERY.most)
        return asked;
    throw new service_error/* ServiceError */._('ValidationException', `1 validation error detected: Value '${asked}' at 'timeoutSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${DELIVERY.least}`);
}
function executionSeconds(given) {
    if (given === undefined)
        return EXECUTION.standard;
    const asked = Number(given);
    if (/^\d+$/.test(given) && asked >= 1 && asked <= EXECUTION.most)
        return asked;
    throw new service_error/* ServiceError */._('InvalidParameters', 'Parameter executionTimeout does not match its allowed pattern.');
}
/** An agent that answers gets its command at once; one that does not is waited for, and then the command has failed. */
function deliver(context, command) {
    if (pingStatus(context, command.instanceId) === 'Online') {
        context.runtime.startScript(command.instanceId, command);
        command.state = 'InProgress';
        command.startedAt = context.now();
        context.timeline.after(command.executionTimeout, () => {
            instance_commands_refresh(context, command);
            if (command.state === 'InProgress')
                stop(context, command, 'TimedOut', 'ExecutionTimedOut');
        });
        return;
    }
    context.timeline.after(command.deliveryTimeout, () => {
        if (command.state === 'Pending')
            end(context, command, 'TimedOut', 'DeliveryTimedOut');
    });
}
function end(context, command, state, details) {
    command.state = state;
    command.details = details;
    command.endedAt = context.now();
}
function stop(context, command, state, details) {
    const seen = context.runtime.scriptState(command.instanceId, command.id);
    if (seen !== undefined)
        command.output = seen.output;
    context.runtime.stopScript(command.instanceId, command.id);
    end(context, command, state, details);
}
/** Takes over what has become of the script in the meantime. */
function instance_commands_refresh(context, command) {
    if (command.state !== 'InProgress')
        return;
    const seen = context.runtime.scriptState(command.instanceId, command.id);
    // What was sent to an instance that has gone in the meantime never ends: it times out.
    if (seen === undefined || seen.exitCode === undefined)
        return;
    command.output = seen.output;
    command.exitCode = seen.exitCode;
    end(context, command, seen.exitCode === 0 ? 'Success' : 'Failed', seen.exitCode === 0 ? 'Success' : 'Failed');
}
function commandOf(context, input) {
    const id = (0,simulator_context/* requiredText */.$4)(input, 'CommandId');
    const command = context.world.commands.get(id);
    if (command === undefined)
        throw new service_error/* ServiceError */._('InvalidCommandId', `Invalid command id ${id}`);
    return command;
}
function getCommandInvocation(context, input) {
    const command = context.world.commands.get((0,simulator_context/* requiredText */.$4)(input, 'CommandId'));
    const isKnown = command?.instanceId === (0,simulator_context/* requiredText */.$4)(input, 'InstanceId');
    if (command === undefined || !isKnown || context.now() - command.requestedAt < UNKNOWN_FOR) {
        throw new service_error/* ServiceError */._('InvocationDoesNotExist', '');
    }
    instance_commands_refresh(context, command);
    const isOver = command.endedAt !== undefined;
    const { startedAt, endedAt } = command;
    return {
        CommandId: command.id,
        InstanceId: command.instanceId,
        Comment: command.comment,
        DocumentName: command.documentName,
        PluginName: 'aws:runShellScript',
        ResponseCode: command.exitCode ?? -1,
        Status: command.state,
        StatusDetails: command.details ?? command.state,
        // Output is shown when the command has ended.
        StandardOutputContent: isOver ? (command.output ?? '').slice(0, instance_commands_KEPT.output) : '',
        StandardErrorContent: '',
        ...(startedAt === undefined ? {} : { ExecutionStartDateTime: iso(startedAt) }),
        ...(startedAt === undefined || endedAt === undefined
            ? {}
            : { ExecutionEndDateTime: iso(endedAt), ExecutionElapsedTime: `PT${(endedAt - startedAt) / 1_000}S` }),
    };
}
const iso = (at) => new Date(at).toISOString();
function summary(command) {
    return {
        CommandId: command.id,
        Comment: command.comment,
        DocumentName: command.documentName,
        InstanceIds: [command.instanceId],
        Parameters: command.parameters,
        RequestedDateTime: new Date(command.requestedAt),
        ExpiresAfter: new Date(command.requestedAt + command.deliveryTimeout + command.executionTimeout),
        Status: command.state,
        StatusDetails: command.details ?? command.state,
        TargetCount: 1,
        CompletedCount: command.endedAt === undefined ? 0 : 1,
        ErrorCount: command.state === 'Failed' ? 1 : 0,
        TimeoutSeconds: command.deliveryTimeout / 1_000,
    };
}
/** Newest first. */
function listCommands(context, input) {
    const commandId = (0,simulator_context/* textOf */.ur)(input, 'CommandId');
    const instanceId = (0,simulator_context/* textOf */.ur)(input, 'InstanceId');
    const filters = (0,simulator_context/* recordsOf */.M$)(input, 'Filters').map((filter) => [String(filter.key), String(filter.value)]);
    const found = [...context.world.commands.values()]
        .filter((one) => commandId === undefined || one.id === commandId)
        .filter((one) => instanceId === undefined || one.instanceId === instanceId)
        .filter((one) => filters.every(([key, value]) => instance_commands_fits(one, key, value)));
    for (const command of found)
        instance_commands_refresh(context, command);
    return {
        Commands: found
            .reverse()
            .slice(0, (0,simulator_context/* numberOf */.rl)(input, 'MaxResults') ?? 50)
            .map(summary),
    };
}
function instance_commands_fits(command, key, value) {
    switch (key) {
        case 'DocumentName':
            return command.documentName === value;
        case 'InvokedAfter':
            return command.requestedAt >= Date.parse(value);
        case 'InvokedBefore':
            return command.requestedAt < Date.parse(value);
        case 'Status':
            return command.state === value;
        default:
            throw new service_error/* ServiceError */._('InvalidFilterKey', `${key} is not a filter of the simulator.`);
    }
}
/** Cancelling a command that has ended changes nothing. */
function cancelCommand(context, input) {
    const command = commandOf(context, input);
    instance_commands_refresh(context, command);
    if (command.state === 'InProgress')
        stop(context, command, 'Cancelled', 'Cancelled');
    else if (command.state === 'Pending')
        end(context, command, 'Cancelled', 'Cancelled');
    return {};
}
function describeInstanceInformation(context, input) {
    const wanted = [
        ...(0,simulator_context/* recordsOf */.M$)(input, 'Filters').flatMap((one) => (one.Key === 'InstanceIds' ? ((0,simulator_context/* listOf */.c3)(one, 'Values') ?? []) : [])),
        ...(0,simulator_context/* recordsOf */.M$)(input, 'InstanceInformationFilterList').flatMap((one) => one.key === 'InstanceIds' ? ((0,simulator_context/* listOf */.c3)(one, 'valueSet') ?? []) : []),
    ];
    const list = liveInstances(context)
        .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
        .flatMap(({ id }) => {
        const ping = pingStatus(context, id);
        return ping === undefined
            ? []
            : [{ InstanceId: id, PingStatus: ping, PlatformType: 'Linux', ResourceType: 'EC2Instance' }];
    });
    return { InstanceInformationList: list };
}
const instance_commands_operations = {
    SendCommand: sendCommand,
    GetCommandInvocation: getCommandInvocation,
    ListCommands: listCommands,
    CancelCommand: cancelCommand,
    DescribeInstanceInformation: describeInstanceInformation,
};
//# sourceMappingURL=instance-commands.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/managed-actions.js
/** Managed platform updates, as far as a deployment tool meets them: one scheduled when the platform is not the newest. */




const managed_actions_MANAGED = 'aws:elasticbeanstalk:managedactions';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Managed updates are on for the environment. */
const isManaged = (environment) => (0,simulator_context/* optionValue */.TN)(environment, managed_actions_MANAGED, 'ManagedActionsEnabled', 'false').toLowerCase() === 'true';
/** The newest version of the branch when the environment runs an older one. */
function newerPlatform(environment) {
    if (environment.platform === undefined)
        return undefined;
    const current = platformByArn(environment.platform.arn);
    const newest = PLATFORM_VERSIONS.find((platform) => platform.branch === current?.branch);
    return newest === current ? undefined : newest;
}
/** The next start of the weekly window, such as `Tue:09:00` (UTC). */
function nextWindow(context, environment) {
    const [day = 'Sun', hour = '0', minute = '0'] = (0,simulator_context/* optionValue */.TN)(environment, managed_actions_MANAGED, 'PreferredStartTime', 'Sun:00:00').split(':');
    const now = new Date(context.now());
    const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), Number(hour), Number(minute));
    const ahead = (DAYS.indexOf(day) - now.getUTCDay() + 7) % 7;
    const window = start + ahead * (0,time/* hours */.c$)(24);
    return new Date(window > context.now() ? window : window + 7 * (0,time/* hours */.c$)(24));
}
function actionOf(environment) {
    const updating = environment.operation?.change?.platform;
    const platform = updating === undefined ? newerPlatform(environment) : platformByArn(updating.arn);
    if (!isManaged(environment) || platform === undefined)
        return undefined;
    return {
        id: `mp-${environment.id}-${platform.version}`,
        description: `Platform update from ${environment.platform?.solutionStackName ?? ''} to ${platform.solutionStackName}`,
        status: updating === undefined ? 'Scheduled' : 'Running',
        platform,
    };
}
function describeActions(context, input) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const action = actionOf(environment);
    const wanted = (0,simulator_context/* textOf */.ur)(input, 'Status');
    if (action === undefined || (wanted !== undefined && wanted !== action.status))
        return { ManagedActions: [] };
    return {
        ManagedActions: [
            {
                ActionId: action.id,
                ActionDescription: action.description,
                ActionType: 'PlatformUpdate',
                Status: action.status,
                ...(action.status === 'Scheduled' ? { WindowStartTime: nextWindow(context, environment) } : {}),
            },
        ],
    };
}
function applyAction(context, input, requestId) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const id = (0,simulator_context/* requiredText */.$4)(input, 'ActionId');
    const action = actionOf(environment);
    if (action === undefined || action.id !== id || action.status !== 'Scheduled') {
        throw new service_error/* ServiceError */._('ManagedActionInvalidStateException', `The managed action ${id} is not in the Scheduled state.`);
    }
    (0,simulator_context/* requireReady */.VF)(environment);
    const platform = platformArn(context.region, action.platform);
    context.perform('UpdateEnvironment', { EnvironmentId: environment.id, PlatformArn: platform }, requestId);
    return {
        ActionId: id,
        ActionDescription: action.description,
        ActionType: 'PlatformUpdate',
        Status: 'Running',
    };
}
/** The simulator keeps no history of managed actions: the events tell what happened. */
function describeHistory(context, input) {
    (0,simulator_context/* requireEnvironment */.L3)(context, input);
    return { ManagedActionHistoryItems: [] };
}
const managed_actions_operations = {
    DescribeEnvironmentManagedActions: describeActions,
    DescribeEnvironmentManagedActionHistory: describeHistory,
    ApplyEnvironmentManagedAction: applyAction,
};
//# sourceMappingURL=managed-actions.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/platforms.js
/** Platforms: solution stacks, branches, versions and their filters. Custom platforms are refused by name. */




const platforms_TIERS = ['WebServer/Standard', 'Worker/SQS/HTTP'];
const ADDONS = ['Log/S3', 'Monitoring/Healthd', 'WorkerDaemon/SQSD'];
const MOST = 1_000;
/** When the catalogue's versions appeared; one date keeps answers the same from run to run. */
const RELEASED = new Date(Date.UTC(2026, 9, 20, 17, 0, 0));
function listAvailableSolutionStacks() {
    const offered = PLATFORM_VERSIONS.filter((platform) => platform.branch.lifecycle !== 'Retired');
    return {
        SolutionStacks: offered.map((platform) => platform.solutionStackName),
        SolutionStackDetails: offered.map((platform) => ({
            SolutionStackName: platform.solutionStackName,
            PermittedFileTypes: platform.branch.fileTypes,
        })),
    };
}
function listPlatformBranches(_context, input) {
    const matching = PLATFORM_BRANCHES.map((branch, index) => ({
        branch,
        order: PLATFORM_BRANCHES.length - index,
    })).filter(({ branch }) => (0,simulator_context/* recordsOf */.M$)(input, 'Filters').every((filter) => branchMatches(branch, filter)));
    const page = (0,paging/* pageOf */.Z)(matching, input, MOST);
    return {
        PlatformBranchSummaryList: page.items.map(({ branch, order }) => ({
            PlatformName: branch.category,
            BranchName: branch.name,
            LifecycleState: branch.lifecycle,
            BranchOrder: order,
            SupportedTierList: platforms_TIERS,
        })),
        ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
    };
}
function branchMatches(branch, filter) {
    const attribute = (0,simulator_context/* textOf */.ur)(filter, 'Attribute') ?? '';
    const facts = {
        BranchName: [branch.name],
        LifecycleState: [branch.lifecycle],
        PlatformName: [branch.category],
        TierType: platforms_TIERS,
    };
    return matches(attribute, facts[attribute], filter);
}
function listPlatformVersions(context, input) {
    const filters = (0,simulator_context/* recordsOf */.M$)(input, 'Filters');
    const matching = PLATFORM_VERSIONS.filter((platform) => filters.every((filter) => versionMatches(platform, filter)));
    const page = (0,paging/* pageOf */.Z)(matching, input, MOST);
    return {
        PlatformSummaryList: page.items.map((platform) => platforms_summary(context, platform)),
        ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
    };
}
function versionMatches(platform, filter) {
    const type = (0,simulator_context/* textOf */.ur)(filter, 'Type') ?? '';
    const { branch } = platform;
    const facts = {
        OperatingSystemName: [branch.operatingSystem.name],
        PlatformBranchName: [branch.name],
        PlatformBranchLifecycleState: [branch.lifecycle],
        PlatformLifecycleState: [platform.recommended ? 'Recommended' : ''],
        PlatformName: [branch.name],
        PlatformOwner: ['AWSElasticBeanstalk', 'aws'],
        PlatformStatus: ['Ready'],
        PlatformVersion: [platform.version, ...(branch.versions[0] === platform.version ? ['latest'] : [])],
        ProgrammingLanguageName: branch.language === undefined ? [] : [branch.language.name],
        SupportedAddon: ADDONS,
        SupportedTier: platforms_TIERS,
    };
    return matches(type, facts[type], filter);
}
/** Compares without regard to case: the guide's and the service's spellings of states differ. */
function matches(attribute, facts, filter) {
    if (facts === undefined)
        throw (0,simulator_context/* invalidParameter */.VL)(`Invalid filter: '${attribute}' is not a supported filter.`);
    const operator = (0,simulator_context/* textOf */.ur)(filter, 'Operator') ?? '=';
    const values = (Array.isArray(filter.Values) ? filter.Values : []).map((value) => String(value).toLowerCase());
    const test = (check) => facts.some((fact) => values.some((value) => check(fact.toLowerCase(), value)));
    switch (operator) {
        case '=':
        case 'in':
            return test((fact, value) => fact === value);
        case '!=':
        case 'not_in':
            return !test((fact, value) => fact === value);
        case 'contains':
            return test((fact, value) => fact.includes(value));
        case 'begins_with':
            return test((fact, value) => fact.startsWith(value));
        case 'ends_with':
            return test((fact, value) => fact.endsWith(value));
        case '<':
            return test((fact, value) => compareVersions(fact, value) < 0);
        case '<=':
            return test((fact, value) => compareVersions(fact, value) <= 0);
        case '>':
            return test((fact, value) => compareVersions(fact, value) > 0);
        case '>=':
            return test((fact, value) => compareVersions(fact, value) >= 0);
    }
    throw (0,simulator_context/* invalidParameter */.VL)(`Invalid filter operator: '${operator}'.`);
}
function compareVersions(a, b) {
    const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
    for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
        const difference = (left[part] ?? 0) - (right[part] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
const platforms_summary = (context, platform) => ({
    PlatformArn: platformArn(context.region, platform),
    PlatformOwner: 'AWSElasticBeanstalk',
    PlatformStatus: 'Ready',
    PlatformCategory: platform.branch.category,
    OperatingSystemName: platform.branch.operatingSystem.name,
    OperatingSystemVersion: platform.branch.operatingSystem.version,
    SupportedTierList: platforms_TIERS,
    SupportedAddonList: ADDONS,
    ...(platform.recommended ? { PlatformLifecycleState: 'Recommended' } : {}),
    PlatformVersion: platform.version,
    PlatformBranchName: platform.branch.name,
    PlatformBranchLifecycleState: platform.branch.lifecycle,
});
function describePlatformVersion(context, input) {
    const arn = (0,simulator_context/* requiredText */.$4)(input, 'PlatformArn');
    const platform = platformByArn(arn);
    if (platform === undefined)
        throw (0,simulator_context/* invalidParameter */.VL)(`No Platform found for PlatformArn = '${arn}'.`);
    const { branch } = platform;
    return {
        PlatformDescription: {
            ...platforms_summary(context, platform),
            PlatformName: branch.name,
            SolutionStackName: platform.solutionStackName,
            DateCreated: RELEASED,
            DateUpdated: RELEASED,
            Description: `${branch.operatingSystem.title} v${platform.version} running ${branch.runtime}`,
            Maintainer: 'aws-elasticbeanstalk-platforms@amazon.com',
            ProgrammingLanguages: branch.language === undefined ? [] : [{ Name: branch.language.name, Version: branch.language.version }],
            Frameworks: branch.framework === undefined ? [] : [{ Name: branch.framework.name, Version: branch.framework.version }],
            CustomAmiList: [],
        },
    };
}
/** What the simulator does not do says so, in a code that no real answer has. */
const refused = (name) => () => {
    throw new service_error/* ServiceError */._('NotImplemented', `The simulator does not implement ${name}. See BEHAVIOUR.md.`, 501);
};
const platforms_operations = {
    ListAvailableSolutionStacks: listAvailableSolutionStacks,
    ListPlatformBranches: listPlatformBranches,
    ListPlatformVersions: listPlatformVersions,
    DescribePlatformVersion: describePlatformVersion,
    CreatePlatformVersion: refused('CreatePlatformVersion'),
    DeletePlatformVersion: refused('DeletePlatformVersion'),
    ComposeEnvironments: refused('ComposeEnvironments'),
    AssociateEnvironmentOperationsRole: refused('AssociateEnvironmentOperationsRole'),
    DisassociateEnvironmentOperationsRole: refused('DisassociateEnvironmentOperationsRole'),
};
//# sourceMappingURL=platforms.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/resources.js
/** DescribeEnvironmentResources: the AWS resources behind an environment, by name. */



function describeResources(context, input) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    if ((0,cluster_cluster/* isCluster */.JU)(environment))
        return { EnvironmentResources: clusterResources(environment) };
    const { resources } = environment;
    const groups = [
        resources.autoScalingGroup,
        ...(resources.temporaryGroup === undefined ? [] : [resources.temporaryGroup]),
    ];
    return {
        EnvironmentResources: {
            EnvironmentName: environment.name,
            AutoScalingGroups: groups.map((Name) => ({ Name })),
            Instances: (0,simulator_instances/* activeInstances */.rX)(environment).map(({ id }) => ({ Id: id })),
            // New accounts have launch templates only; the list of launch configurations stays for old clients.
            LaunchConfigurations: [],
            LaunchTemplates: [{ Id: resources.launchTemplate }],
            LoadBalancers: resources.loadBalancer === undefined ? [] : [{ Name: resources.loadBalancer.name }],
            Triggers: [],
            Queues: resources.queueUrl === undefined ? [] : [{ Name: 'WorkerQueue', URL: resources.queueUrl }],
        },
    };
}
/** Of all members of a Standard environment a Cluster environment has the load balancer at most (assumed). */
const clusterResources = ({ clusterArn, name, resources }) => ({
    EnvironmentName: name,
    AutoScalingGroups: [],
    Instances: [],
    LaunchConfigurations: [],
    LaunchTemplates: [],
    LoadBalancers: resources.loadBalancer === undefined ? [] : [{ Name: resources.loadBalancer.name }],
    Triggers: [],
    Queues: [],
    ...(clusterArn === undefined ? {} : { Cluster: { ClusterArn: clusterArn } }),
});
const resources_operations = { DescribeEnvironmentResources: describeResources };
//# sourceMappingURL=resources.js.map
;// CONCATENATED MODULE: ./lib/simulator/cluster/end.js
/** The end of a Cluster environment: its pods, its load balancer, and its place on the cluster. */








/** Which events the service writes here is not published, but for the last one of the caller. */
function* tearDownCluster(context, environment, requestId, closeEntrance) {
    const { loadBalancer } = environment.resources;
    const say = (message) => (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'INFO', message, requestId });
    const pause = (span) => (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(span)));
    // AWS guide: a termination leaves a deployment log, too.
    logDeployment(context, environment, requestId);
    endPods(context, environment, podsOf(environment));
    yield* pause(40);
    for (const pod of [...environment.instances])
        (0,simulator_instances/* terminateInstance */.Jh)(context, environment, pod);
    if (loadBalancer !== undefined) {
        yield* pause(45);
        closeEntrance();
        say(`Deleted load balancer named: ${loadBalancer.name}`);
    }
    yield* pause(10);
    (0,cluster_cluster/* leaveCluster */.wq)(context, environment);
}
//# sourceMappingURL=end.js.map
;// CONCATENATED MODULE: ./lib/simulator/scripts/tear-down.js
/** The end of an environment's resources: what TerminateEnvironment and the first half of RebuildEnvironment do. */









/** Deletes everything in the order of public logs. `requestId` is that of the call behind it. */
function* tearDown(context, environment, requestId) {
    if ((0,cluster_cluster/* isCluster */.JU)(environment)) {
        yield* tearDownCluster(context, environment, requestId, () => closeEntrance(context, environment));
        return;
    }
    const { resources } = environment;
    const say = (message) => (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'INFO', message, requestId });
    const pause = (span) => (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(span)));
    yield* (0,simulator_timeline/* wait */.uk)(160);
    say("Validating environment's EC2 instances have termination protection disabled before performing termination.");
    yield* pause(1);
    say("Finished validating environment's EC2 instances for termination protection.");
    (0,simulator_instances/* drain */.Ze)(context, environment, (0,simulator_instances/* activeInstances */.rX)(environment));
    yield* pause(17);
    for (const alarm of resources.alarms)
        say(`Deleted CloudWatch alarm named: ${alarm}`);
    const { loadBalancer } = resources;
    const isOwn = loadBalancer !== undefined && loadBalancer.shared !== true;
    const listener = isOwn && loadBalancer.kind !== 'classic';
    if (listener)
        say(`Deleted Load Balancer listener named: ${loadBalancer.listenerName}`);
    for (const policy of resources.scalingPolicies)
        say(`Deleted Auto Scaling group policy named: ${policy}`);
    say('Waiting for EC2 instances to terminate. This may take a few minutes.');
    yield* pause(32);
    for (const instance of [...environment.instances])
        (0,simulator_instances/* terminateInstance */.Jh)(context, environment, instance);
    yield* pause(90);
    say(`Deleted Auto Scaling group named: ${resources.autoScalingGroup}`);
    if (loadBalancer?.targetGroupName !== undefined)
        say(`Deleted target group named: ${loadBalancer.targetGroupName}`);
    if (isOwn)
        say(`Deleted load balancer named: ${loadBalancer.name}`);
    closeEntrance(context, environment);
    if (resources.elasticIp !== undefined)
        say(`Deleted EIP: ${resources.elasticIp}`);
    if (resources.queueUrl !== undefined)
        say(`Deleted SQS queue named: ${resources.queueUrl}`);
    for (const group of [...resources.securityGroups].reverse()) {
        yield* pause(1);
        say(`Deleted security group named: ${group}`);
    }
}
/** Nothing answers under the environment's address any longer. */
function closeEntrance(context, environment) {
    if (environment.endpoint === undefined)
        return;
    if (environment.cname !== undefined)
        context.runtime.pointName(environment.cname, undefined);
    context.runtime.closeEntrance(environment.id);
    delete environment.endpoint;
    (0,rules/* removeEnvironmentRules */.V4)(context, environment);
    (0,steer/* steer */.e)(context);
}
//# sourceMappingURL=tear-down.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/restart.js
/** RestartAppServer and RebuildEnvironment. */













const restart_PROPERTIES = 'aws:elasticbeanstalk:application:environment';
/** AWS guide: a terminated environment can be rebuilt for 42 days, under its old id and name. */
const REBUILDABLE = 42 * (0,time/* hours */.c$)(24);
function restart(context, input, requestId) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    (0,simulator_context/* requireReady */.VF)(environment);
    beginOperation(context, environment, { kind: 'restart', requestId, status: 'Updating', event: 'restartAppServer is starting.' }, (operation) => (0,cluster_cluster/* isCluster */.JU)(environment)
        ? restartCluster(context, environment, operation)
        : restartAll(context, environment, requestId));
}
/** Every instance restarts what it runs; which version that is does not change. */
function* restartAll(context, environment, requestId) {
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(4)));
    const before = new Map();
    for (const instance of (0,simulator_instances/* activeInstances */.rX)(environment)) {
        const { deployment, runs } = instance;
        if (deployment === undefined || runs === undefined)
            continue;
        before.set(instance, deployment);
        (0,commands/* startCommand */.S0)(context, environment, instance, {
            kind: 'restart',
            deploymentId: deployment.deploymentId,
            versionLabel: runs,
            environmentVariables: (0,simulator_context/* effectiveOptions */.Qx)(environment)[restart_PROPERTIES] ?? {},
            ordinal: 0,
        });
    }
    const ended = (one) => (0,simulator_instances/* isLeaving */.Xi)(one) || context.runtime.commandState(one.id).state !== 'running';
    yield* (0,simulator_timeline/* until */.TG)(() => [...before.keys()].every(ended), (0,time/* minutes */.Gx)(14));
    let failures = 0;
    for (const [instance, deployment] of before) {
        if ((0,simulator_instances/* isLeaving */.Xi)(instance))
            continue;
        const state = context.runtime.commandState(instance.id);
        const startedAt = instance.deployment?.startedAt ?? context.now();
        instance.deployment = { ...deployment, kind: 'restart', startedAt, time: context.now() };
        const failed = state.state !== 'succeeded';
        if (failed)
            failures += 1;
        (0,simulator_context/* environmentEvent */.QC)(context, environment, {
            severity: failed ? 'ERROR' : 'INFO',
            message: failed
                ? "Instance deployment failed. For details, see 'eb-engine.log'."
                : 'Instance deployment completed successfully.',
            requestId,
            fromInstance: true,
        });
    }
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(4)));
    (0,simulator_context/* environmentEvent */.QC)(context, environment, {
        severity: failures > 0 ? 'ERROR' : 'INFO',
        message: failures > 0
            ? `Failed to restart application server on ${failures} of ${before.size} ec2 instances.`
            : 'Restarted application server on all ec2 instances.',
        requestId,
    });
    yield* (0,simulator_timeline/* wait */.uk)(READY_AFTER_LAST_EVENT);
    endOperation(context, environment, { outcome: failures > 0 ? 'failed' : 'succeeded', deploys: 'nothing' });
}
function rebuild(context, input, requestId) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input, { terminatedToo: true });
    if ((0,cluster_cluster/* isCluster */.JU)(environment))
        throw (0,cluster_cluster/* notOfClusters */.iC)('Rebuilds');
    const revived = environment.status === 'Terminated';
    if (revived)
        requireRebuildable(context, environment);
    else
        (0,simulator_context/* requireReady */.VF)(environment);
    turnGrey(environment);
    delete environment.terminatedAt;
    beginOperation(context, environment, {
        kind: 'rebuild',
        requestId,
        status: revived ? 'Launching' : 'Updating',
        event: 'rebuildEnvironment is starting.',
    }, (operation) => replaceAll(context, environment, operation, revived));
}
function requireRebuildable(context, environment) {
    if (context.now() - (environment.terminatedAt ?? 0) > REBUILDABLE) {
        throw (0,simulator_context/* invalidParameter */.VL)(`No Environment found for EnvironmentId = '${environment.id}'.`);
    }
    if ((0,simulator_context/* environmentNamed */.b6)(context, environment.name) !== undefined) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Environment ${environment.name} already exists.`);
    }
    const { cname } = environment;
    if (cname !== undefined && !isCnameFree(context, cname)) {
        throw (0,simulator_context/* invalidParameter */.VL)(`DNS name (${cname.split('.')[0] ?? ''}) is not available.`);
    }
}
/** All resources go and come again, under other names. The version stays the one that was deployed. */
function* replaceAll(context, environment, operation, revived) {
    if (!revived)
        yield* tearDown(context, environment, operation.requestId);
    environment.resources = (0,simulator_resources/* inventResources */.A2)(context, environment);
    yield* launchEnvironment(context, environment, operation);
}
const restart_operations = { RestartAppServer: restart, RebuildEnvironment: rebuild };
//# sourceMappingURL=restart.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/swap.js
/**
 * SwapEnvironmentCNAMEs: two environments exchange their names. Load balancers and addresses stay where they are.
 *
 * Public logs that follow one environment show exactly one "now points to" line, for the name that this environment has
 * from then on; so each of the two gets all the lines, and of these lines its own.
 */









/** Both by id or both by name (AWS API reference). */
function requirePair(context, input) {
    const [sourceId, sourceName] = [(0,simulator_context/* textOf */.ur)(input, 'SourceEnvironmentId'), (0,simulator_context/* textOf */.ur)(input, 'SourceEnvironmentName')];
    const [destinationId, destinationName] = [
        (0,simulator_context/* textOf */.ur)(input, 'DestinationEnvironmentId'),
        (0,simulator_context/* textOf */.ur)(input, 'DestinationEnvironmentName'),
    ];
    const find = (id, name) => (0,simulator_context/* requireEnvironment */.L3)(context, {
        ...(id === undefined ? {} : { EnvironmentId: id }),
        ...(name === undefined ? {} : { EnvironmentName: name }),
    });
    if (sourceId !== undefined && destinationId !== undefined) {
        return { source: find(sourceId, sourceName), destination: find(destinationId, destinationName) };
    }
    if (sourceName !== undefined && destinationName !== undefined) {
        return { source: find(undefined, sourceName), destination: find(undefined, destinationName) };
    }
    const anySource = sourceId ?? sourceName;
    const anyDestination = destinationId ?? destinationName;
    if (anySource !== undefined && anyDestination !== undefined) {
        throw new service_error/* ServiceError */._('InvalidParameterCombination', 'Source and destination must both be specified by EnvironmentId or both by EnvironmentName.');
    }
    throw new service_error/* ServiceError */._('MissingRequiredParameter', 'Both a source and a destination environment must be specified, by EnvironmentId or by EnvironmentName.');
}
function swap(context, input, requestId) {
    const pair = requirePair(context, input);
    const { source, destination } = pair;
    if (source.id === destination.id) {
        throw (0,simulator_context/* invalidParameter */.VL)('The source and the destination environment must be different.');
    }
    for (const environment of [source, destination]) {
        (0,simulator_context/* requireReady */.VF)(environment);
        if (environment.tier.name === 'Worker' || environment.cname === undefined) {
            throw (0,simulator_context/* invalidParameter */.VL)(`Environment named ${environment.name} does not have a CNAME to swap.`);
        }
    }
    if ((0,cluster_cluster/* isCluster */.JU)(source) !== (0,cluster_cluster/* isCluster */.JU)(destination))
        throw (0,cluster_cluster/* notOfClusters */.iC)('Swaps with Standard environments');
    const opening = { kind: 'swap', requestId, status: 'Updating', event: 'swapEnvironmentCNAMEs is starting.' };
    // One script works for both; the other environment only carries the open operation.
    beginOperation(context, source, opening, function* () { });
    beginOperation(context, destination, opening, function* () { });
    context.timeline.run(exchange(context, pair, requestId));
}
function* exchange(context, { source, destination }, requestId) {
    const both = [source, destination];
    const tell = (environment, message) => (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'INFO', message, requestId });
    const names = `environments '${source.name}' and '${destination.name}'`;
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(0.4)));
    for (const environment of both)
        tell(environment, `Swapping CNAMEs for ${names}.`);
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(4.2)));
    const [first, second] = [source.cname ?? '', destination.cname ?? ''];
    source.cname = second;
    destination.cname = first;
    for (const environment of both) {
        const cname = environment.cname ?? '';
        context.runtime.pointName(cname, environment.id);
        tell(environment, `'${cname}' now points to '${environment.endpoint ?? ''}'.`);
    }
    if (context.scenario().hostRulesFollowSwap === true)
        (0,rules/* swapHostRules */.VD)(context, source, destination);
    (0,steer/* steer */.e)(context);
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(0.3)));
    for (const environment of both) {
        tell(environment, `Completed swapping CNAMEs for ${names}.`);
        endOperation(context, environment, { outcome: 'succeeded', deploys: 'nothing' });
    }
}
const swap_operations = { SwapEnvironmentCNAMEs: swap };
//# sourceMappingURL=swap.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/terminate.js
/** TerminateEnvironment: refused while something else is under way, then the resources go one after another. */










/** What the refusal calls the operation that is in the way. */
function pendingWork(environment) {
    switch (environment.status) {
        case 'Ready':
            return undefined;
        case 'Launching':
            return 'creation';
        case 'Terminating':
        case 'Terminated':
            return 'termination';
        case 'Updating':
        case 'Aborting':
        case 'LinkingFrom':
        case 'LinkingTo':
            return 'deployment';
    }
}
function terminate(context, input, requestId) {
    const environment = (0,simulator_context/* requireEnvironment */.L3)(context, input);
    const pending = pendingWork(environment);
    if (pending !== undefined) {
        throw (0,simulator_context/* invalidParameter */.VL)(`Cannot terminate environment named ${environment.name}. It is currently pending ${pending}.`);
    }
    if ((0,simulator_context/* flagOf */.iP)(input, 'TerminateResources') === false) {
        throw new service_error/* ServiceError */._('NotImplemented', 'The simulator does not implement TerminateResources=false. See BEHAVIOUR.md.', 501);
    }
    // Environments of the simulator have no links, so there is nothing that ForceTerminate would have to override.
    const withApplication = (0,simulator_context/* flagOf */.iP)(input, 'DeletedWithApplication') === true;
    turnGrey(environment);
    beginOperation(context, environment, {
        kind: 'terminate',
        requestId,
        status: 'Terminating',
        ...(withApplication ? {} : { event: 'terminateEnvironment is starting.' }),
    }, () => terminate_finish(context, environment, requestId, withApplication ? 'deleteApplication' : 'terminateEnvironment'));
    const { VersionLabel: _label, ...answer } = describeEnvironment(context, environment);
    return answer;
}
function* terminate_finish(context, environment, requestId, workflow) {
    const say = (message) => (0,simulator_context/* environmentEvent */.QC)(context, environment, { severity: 'INFO', message, requestId });
    yield* tearDown(context, environment, requestId);
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(5)));
    if (!(0,cluster_cluster/* isCluster */.JU)(environment))
        say(`Deleting SNS topic for environment ${environment.name}.`);
    yield* (0,simulator_timeline/* wait */.uk)((0,simulator_random/* about */.Cv)(context.random, (0,time/* seconds */.YA)(2)));
    say(`${workflow} completed successfully.`);
    endOperation(context, environment, { outcome: 'succeeded', deploys: 'nothing', status: 'Terminated' });
    environment.terminatedAt = context.now();
    turnGrey(environment);
    delete environment.draft;
    dropTags(context, environment.arn);
}
const terminate_operations = { TerminateEnvironment: terminate };
//# sourceMappingURL=terminate.js.map
;// CONCATENATED MODULE: ./lib/simulator/operations/index.js
/** Every operation that the simulated service knows, by name: one line per file of this folder. */























const operations_operations = {
    ...account_operations,
    ...alarms/* operations */.zU,
    ...applications_operations,
    ...elbv2_operations/* operations */.z,
    ...configuration_operations,
    ...environments_operations,
    ...events_operations,
    ...health_operations,
    ...information_operations,
    ...instance_commands_operations,
    ...managed_actions_operations,
    ...metrics/* operations */.z,
    ...route53_operations/* operations */.z,
    ...registry/* operations */.z,
    ...resources_operations,
    ...restart_operations,
    ...operations/* operations */.z,
    ...swap_operations,
    ...terminate_operations,
    ...platforms_operations,
    ...tags_operations,
    ...templates_operations,
    ...versions_operations,
};
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./lib/simulator/route53/publish.js
var publish = __webpack_require__(7919);
;// CONCATENATED MODULE: ./lib/simulator/cluster/seed.js
/** A running start for Cluster environments: the cluster, the version with its image, the pods, all there already. */









function seedImage(context, { uri, digest, folder }) {
    const { repository, tag, digest: named } = (0,cluster_image/* imageName */.tO)(uri);
    (0,cluster_image/* addImage */.hk)(context, {
        repository,
        tags: tag === undefined ? [] : [tag],
        digest: digest ?? named ?? (0,cluster_image/* inventDigest */.v$)(context),
        ...(folder === undefined ? {} : { folder }),
        seeded: true,
    });
}
/** The environment is Ready; its pods run without having been waited for. */
function seedCluster(context, seeded, application) {
    const options = optionsOf(context, seeded);
    assertValid((0,setting/* fromOptions */.T7)(options), (0,setting/* scopeOf */.Od)({ tier: { name: 'Cluster' }, options: {} }));
    (0,cluster_cluster/* requireSameRoles */.L_)(context, options);
    const label = seeded.versionLabel ?? SAMPLE_LABEL;
    if (label !== SAMPLE_LABEL)
        addImageVersion(context, application, label);
    const environment = addEnvironment(context, {
        application,
        name: seeded.name,
        versionLabel: label,
        tier: 'Cluster',
        options,
        cnamePrefix: seeded.cnamePrefix ?? seeded.name,
    });
    const { cluster } = (0,cluster_cluster/* joinCluster */.jd)(context, options);
    cluster.state = 'active';
    environment.clusterArn = cluster.arn;
    environment.status = 'Ready';
    environment.deploymentCounter = 1;
    environment.expectedDeploymentId = 1;
    openEntrance(context, environment);
    const template = { label, options, deploymentId: 1, replicaSet: newReplicaSet(context) };
    for (let ordinal = 0; ordinal < (seeded.instances ?? 2); ordinal += 1) {
        admit(context, environment, startPod(context, environment, template, ordinal));
    }
    return environment;
}
function optionsOf({ accountId }, seeded) {
    if (seeded.sharedLoadBalancer !== undefined) {
        throw (0,simulator_context/* invalidParameter */.VL)('A seed gives a Cluster environment a load balancer of its own, or none.');
    }
    const replicas = String(seeded.instances ?? 2);
    const role = (name) => `arn:aws:iam::${accountId}:role/aws-elasticbeanstalk-eks-${name}-role`;
    const defaults = {
        [catalogue_cluster/* EKS */.UU]: { 'cluster-role': role('cluster'), 'node-role': role('node') },
        [catalogue_cluster/* EKS_ENVIRONMENT */.sF]: {
            'observability-role': role('observability'),
            ...(seeded.loadBalancer === 'none' ? { 'load-balancer-type': 'None' } : {}),
        },
        [catalogue_cluster/* EKS_AUTOSCALING */.Fi]: { 'min-replica': replicas, 'max-replica': String(Math.max(4, Number(replicas))) },
    };
    const own = Object.entries(seeded.options ?? {}).map(([namespace, values]) => [namespace, { ...values }]);
    return (0,setting/* layerOptions */.AT)(defaults, Object.fromEntries(own));
}
/** A version of an image in the account's own registry, by digest. */
function addImageVersion(context, application, label) {
    if (application.versions.has(label))
        return;
    const { accountId, region } = context;
    const now = context.now();
    const name = application.name.toLowerCase().replace(/[^a-z0-9-]/g, '-');
    const repository = `${(0,cluster_image/* registryOf */.Fv)(accountId, region)}/${name}`;
    const tag = label.replace(/[^A-Za-z0-9_.-]/g, '-');
    const { digest } = (0,cluster_image/* addImage */.hk)(context, { repository, tags: [tag], digest: (0,cluster_image/* inventDigest */.v$)(context) });
    application.versions.set(label, {
        applicationName: application.name,
        label,
        arn: `arn:aws:elasticbeanstalk:${region}:${accountId}:applicationversion/${application.name}/${label}`,
        image: { uri: `${repository}@${digest}` },
        processAsked: false,
        status: 'UNPROCESSED',
        dateCreated: now,
        dateUpdated: now,
    });
}
//# sourceMappingURL=seed.js.map
// EXTERNAL MODULE: ./lib/simulator/elbv2/shared.js
var shared = __webpack_require__(2679);
;// CONCATENATED MODULE: ./lib/simulator/elbv2/seed-rule.js
/** Rules of users that were there before: made by CreateRule, with environments instead of target groups. */




function seedRule(context, { loadBalancer, Tags, Actions, ...rule }) {
    const [listener] = (0,shared/* addSharedBalancer */.Z)(context, loadBalancer).listeners;
    const actions = Actions.map((action) => withTargetGroups(context, action));
    const tags = Tags === undefined ? {} : { Tags };
    (0,rules/* createRule */.D_)(context, { ...rule, ...tags, ListenerArn: listener?.arn ?? '', Actions: actions });
}
/** Replaces names of environments, however deep they stand, by the ARN of their target group. */
function withTargetGroups(context, input) {
    const memberOf = (name, value) => {
        if (Array.isArray(value))
            return value.map((one) => memberOf(name, one));
        if ((0,json/* isObject */.Gv)(value))
            return withTargetGroups(context, value);
        if (name !== 'TargetGroupArn' || typeof value !== 'string')
            return value;
        return (0,simulator_context/* environmentNamed */.b6)(context, value)?.resources.loadBalancer?.targetGroupName ?? value;
    };
    return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, memberOf(name, value)]));
}
//# sourceMappingURL=seed-rule.js.map
// EXTERNAL MODULE: ./lib/simulator/zone-ids.js + 1 modules
var zone_ids = __webpack_require__(9649);
// EXTERNAL MODULE: ./lib/simulator/route53/change-batch.js
var change_batch = __webpack_require__(3503);
// EXTERNAL MODULE: ./lib/simulator/route53/record-members.js
var record_members = __webpack_require__(2161);
// EXTERNAL MODULE: ./lib/simulator/route53/zone.js
var route53_zone = __webpack_require__(2636);
;// CONCATENATED MODULE: ./lib/simulator/route53/seed-zone.js
/** Hosted zones that were there before, as their servers answer them. */







function seedZone(context, seeded) {
    const { world, random } = context;
    const name = (0,route53_zone/* fullName */.fq)(seeded.name);
    const id = seeded.id ?? `Z${(0,simulator_random/* resourceSuffix */.Qh)(random, 13)}`;
    const NameServers = { Name: name, Type: 'NS', TTL: 172_800, ResourceRecords: [{ Value: 'ns-1.awsdns-01.org.' }] };
    const zone = { id, name, callerReference: 'seed', records: [], answered: [] };
    const records = [NameServers, ...(seeded.records ?? [])].map((record) => (0,record_members/* readRecord */.aE)(withNames(context, record)));
    zone.records = (0,change_batch/* applied */.I)(zone, records.map((record) => ({ action: 'CREATE', record })));
    zone.answered = zone.records;
    world.hostedZones.set(id, zone);
    (0,publish/* publish */.m)(context);
}
function withNames(context, record) {
    const alias = (0,simulator_context/* recordOf */.zv)(record, 'AliasTarget');
    const leadsTo = (text) => addressOf((0,simulator_context/* environmentNamed */.b6)(context, text ?? '')) ?? text ?? '';
    if (alias === undefined) {
        const values = (0,simulator_context/* recordsOf */.M$)(record, 'ResourceRecords').map((one) => ({ Value: leadsTo((0,simulator_context/* textOf */.ur)(one, 'Value')) }));
        return { ...record, ResourceRecords: values };
    }
    const DNSName = leadsTo((0,simulator_context/* textOf */.ur)(alias, 'DNSName'));
    return { ...record, AliasTarget: { HostedZoneId: (0,zone_ids/* awsZoneOf */.BW)(DNSName), ...alias, DNSName } };
}
/** An alias leads to a name: a single instance has only that of its environment. */
const addressOf = (environment) => environment?.resources.loadBalancer === undefined ? environment?.cname : environment.endpoint;
//# sourceMappingURL=seed-zone.js.map
;// CONCATENATED MODULE: ./lib/simulator/seed.js
/** A running start: applications and environments as if they had been created some time ago. */















function seedWorld(context, seed) {
    for (const { name } of seed.applications ?? [])
        seedApplication(context, name);
    for (const { name } of seed.loadBalancers ?? [])
        (0,shared/* addSharedBalancer */.Z)(context, name);
    for (const image of seed.images ?? [])
        seedImage(context, image);
    for (const environment of seed.environments ?? []) {
        if (environment.tier === 'Cluster')
            seedCluster(context, environment, seedApplication(context, environment.application));
        else
            seedEnvironment(context, environment);
    }
    for (const rule of seed.listenerRules ?? [])
        seedRule(context, rule);
    for (const zone of seed.hostedZones ?? [])
        seedZone(context, zone);
    for (const alarm of seed.alarms ?? [])
        (0,alarms/* seedAlarm */.z$)(context, alarm);
    seedPast(context, seed.pastEvents ?? 0);
}
/** Oldest first, so that the log takes each at its end; they end with the moment before now. */
function seedPast(context, count) {
    const environments = [...context.world.environments.values()];
    for (let index = 0; index < count; index += 1) {
        const environment = environments[index % environments.length];
        if (environment === undefined)
            return;
        context.events.add({
            date: context.now() - (0,time/* seconds */.YA)(count - index),
            severity: 'INFO',
            message: 'Environment update completed successfully.',
            applicationName: environment.applicationName,
            environmentId: environment.id,
            environmentName: environment.name,
        });
    }
}
function seedApplication(context, name) {
    const known = context.world.applications.get(name);
    if (known !== undefined)
        return known;
    const now = context.now();
    const application = {
        name,
        arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:application/${name}`,
        dateCreated: now,
        dateUpdated: now,
        versions: new Map(),
        templates: new Map(),
    };
    context.world.applications.set(name, application);
    return application;
}
function seedEnvironment(context, seeded) {
    const application = seedApplication(context, seeded.application);
    const label = seeded.versionLabel ?? SAMPLE_LABEL;
    addSampleVersion(context, application, label);
    const environment = addEnvironment(context, {
        application,
        name: seeded.name,
        versionLabel: label,
        tier: seeded.tier ?? 'WebServer',
        platform: {
            arn: platformArn(context.region, DEFAULT_PLATFORM),
            solutionStackName: DEFAULT_PLATFORM.solutionStackName,
        },
        options: (0,setting/* layerOptions */.AT)(seed_optionsOf(seeded), sharingOptions(context, seeded)),
        cnamePrefix: seeded.cnamePrefix ?? seeded.name,
    });
    environment.status = 'Ready';
    environment.deploymentCounter = 1;
    environment.expectedDeploymentId = 1;
    openEntrance(context, environment);
    startFleet(context, environment, seeded.instances ?? desiredSize(environment.options, 0));
}
function sharingOptions(context, { sharedLoadBalancer: name }) {
    if (name === undefined)
        return {};
    return {
        'aws:elasticbeanstalk:environment': { LoadBalancerIsShared: 'true' },
        'aws:elbv2:loadbalancer': { SharedLoadBalancer: (0,shared/* addSharedBalancer */.Z)(context, name).arn },
    };
}
function seed_optionsOf(seeded) {
    const kind = seeded.loadBalancer ?? 'application';
    const instances = seeded.instances ?? (kind === 'none' ? 1 : 2);
    const environmentOptions = kind === 'none' && seeded.tier !== 'Worker'
        ? { EnvironmentType: 'SingleInstance' }
        : { EnvironmentType: 'LoadBalanced', ...(kind === 'none' ? {} : { LoadBalancerType: kind }) };
    const defaults = {
        'aws:elasticbeanstalk:environment': environmentOptions,
        'aws:elasticbeanstalk:healthreporting:system': {
            SystemType: seeded.enhancedHealth === false ? 'basic' : 'enhanced',
        },
        'aws:autoscaling:asg': { MinSize: String(instances), MaxSize: String(Math.max(4, instances)) },
    };
    return (0,setting/* layerOptions */.AT)(defaults, Object.fromEntries(Object.entries(seeded.options ?? {}).map(([k, v]) => [k, { ...v }])));
}
/** Launches the instances of an environment that is Ready, and lets them come up without events. */
function startFleet(context, environment, count) {
    const place = { group: 'permanent', targetGroup: 'default' };
    const instances = Array.from({ length: count }, () => (0,simulator_instances/* launchInstance */.Dj)(context, environment, place));
    deployQuietly(context, environment, instances);
}
/** The expected version on these instances, taken as deployed at once; real processes take the moments they need. */
function deployQuietly(context, environment, instances) {
    const enhanced = environment.options['aws:elasticbeanstalk:healthreporting:system']?.SystemType === 'enhanced';
    for (const [ordinal, instance] of instances.entries()) {
        (0,commands/* startCommand */.S0)(context, environment, instance, {
            kind: 'deploy',
            deploymentId: environment.expectedDeploymentId,
            versionLabel: environment.versionLabel ?? SAMPLE_LABEL,
            environmentVariables: (0,cluster_cluster/* isCluster */.JU)(environment)
                ? variablesOf(environment.options)
                : (environment.options['aws:elasticbeanstalk:application:environment'] ?? {}),
            ordinal,
        });
        const { deployment } = instance;
        if (deployment !== undefined)
            instance.deployment = { ...deployment, status: 'Deployed' };
        instance.runs = environment.versionLabel;
        instance.health = { status: 'Ok', causes: [], since: context.now() };
    }
    (0,simulator_instances/* register */.kz)(context, environment, instances);
    if ((0,cluster_cluster/* isCluster */.JU)(environment))
        return;
    environment.health.color = 'Green';
    environment.health.announced = enhanced ? 'Ok' : 'Green';
    if (enhanced)
        environment.health.status = 'Ok';
}
//# sourceMappingURL=seed.js.map
;// CONCATENATED MODULE: ./lib/simulator/save.js





const FORMAT = 1;
function saveWorld({ events, world }) {
    const saved = {
        format: FORMAT,
        applications: [...world.applications.values()].map((application) => ({
            ...application,
            versions: [...application.versions.values()],
            templates: [...application.templates.values()],
        })),
        environments: [...world.environments.values()],
        tags: [...world.tags],
        platforms: [...world.platforms],
        events: events.candidates({}),
        alarms: [...world.alarms.values()],
        balancers: [...world.balancers.values()],
        listenerRules: [...world.listenerRules.values()],
        defaultActions: [...world.defaultActions],
        clusters: [...world.clusters.values()],
        images: [...world.images.values()],
        hostedZones: [...world.hostedZones.values()],
    };
    // A copy: what was saved does not change with the world.
    return JSON.parse(JSON.stringify(saved));
}
/** Processing is a script too: what was under way has not happened. */
const settled = (version) => version.status === 'PROCESSING' || version.status === 'BUILDING' ? { ...version, status: 'UNPROCESSED' } : version;
const isSaved = (value) => typeof value === 'object' && value !== null && value.format === FORMAT;
/** Replaces the world. Throws when the text is not one that `saveWorld` wrote. */
function restoreWorld(context, saved) {
    if (!isSaved(saved))
        throw new Error(`This is not a saved world of format ${FORMAT}.`);
    const { world } = context;
    for (const environment of world.environments.values())
        forget(context, environment);
    const { alarms, balancers, listenerRules, defaultActions, hostedZones, recordChanges, clusters, images } = world;
    const kept = [alarms, balancers, listenerRules, defaultActions, hostedZones, recordChanges, clusters, images];
    for (const map of [world.applications, world.environments, world.tags, world.platforms, world.commands, ...kept]) {
        map.clear();
    }
    for (const application of saved.applications) {
        world.applications.set(application.name, {
            ...application,
            versions: new Map(application.versions.map((version) => [version.label, settled(version)])),
            templates: new Map(application.templates.map((template) => [template.name, template])),
        });
    }
    for (const [arn, tags] of saved.tags)
        world.tags.set(arn, tags);
    for (const [arn, platform] of saved.platforms)
        world.platforms.set(arn, platform);
    for (const alarm of structuredClone(saved.alarms ?? []))
        world.alarms.set(alarm.name, alarm);
    for (const balancer of saved.balancers ?? [])
        world.balancers.set(balancer.arn, balancer);
    for (const rule of structuredClone(saved.listenerRules ?? []))
        world.listenerRules.set(rule.arn, rule);
    for (const [arn, actions] of saved.defaultActions ?? [])
        world.defaultActions.set(arn, actions);
    restoreClusters(context, saved);
    // What was on its way to the servers has arrived.
    for (const zone of structuredClone(saved.hostedZones ?? []))
        world.hostedZones.set(zone.id, { ...zone, answered: zone.records });
    context.events.clear();
    for (const { sequence: _, ...event } of saved.events)
        context.events.add(event);
    for (const environment of structuredClone(saved.environments))
        revive(context, environment);
    (0,publish/* publish */.m)(context);
}
/** A stack that was being made is there; a deletion that was due is due again, from the start. */
function restoreClusters(context, saved) {
    const { clusters, images } = context.world;
    for (const image of structuredClone(saved.images ?? []))
        images.set(`${image.repository}@${image.digest}`, image);
    for (const one of structuredClone(saved.clusters ?? [])) {
        const cluster = { ...one, state: 'active' };
        clusters.set(cluster.arn, cluster);
        if (cluster.emptySince !== undefined)
            (0,cluster_cluster/* scheduleDeletion */.su)(context, cluster);
    }
}
/** Takes what runs for an environment out of the runtime. */
function forget(context, environment) {
    context.running.get(environment.id)?.stop();
    context.running.delete(environment.id);
    if (environment.status === 'Terminated')
        return;
    for (const instance of environment.instances)
        context.runtime.terminate(instance.id);
    if (environment.endpoint !== undefined)
        context.runtime.closeEntrance(environment.id);
    if (environment.cname !== undefined)
        context.runtime.pointName(environment.cname, undefined);
}
/** Puts a saved environment into the world and starts what it runs. */
function revive(context, environment) {
    context.world.environments.set(environment.id, environment);
    if (environment.status === 'Terminated')
        return;
    const terminating = environment.status === 'Terminating';
    delete environment.operation;
    delete environment.resources.temporaryGroup;
    environment.abortable = false;
    environment.splitPercent = 0;
    environment.status = terminating ? 'Terminated' : 'Ready';
    if (terminating) {
        environment.terminatedAt = context.now();
        environment.instances = [];
        return;
    }
    environment.instances = environment.instances.filter((instance) => instance.group === 'permanent' && instance.lifecycle !== 'Terminating');
    for (const instance of environment.instances) {
        context.runtime.launch({
            instanceId: instance.id,
            environmentId: environment.id,
            environmentName: environment.name,
        });
    }
    const counter = environment.deploymentCounter;
    environment.expectedDeploymentId = Math.max(1, environment.expectedDeploymentId);
    environment.deploymentCounter = Math.max(1, counter);
    openEntrance(context, environment);
    deployQuietly(context, environment, environment.instances);
    (0,simulator_instances/* applyRouting */.fw)(context, environment);
}
//# sourceMappingURL=save.js.map
// EXTERNAL MODULE: ./lib/simulator/elbv2/model.js
var model = __webpack_require__(3977);
;// CONCATENATED MODULE: ./lib/simulator/state.js
/** The world as a reader of `GET /_simulator/state` wants it: what runs where, and where requests go. */


function describeState(context) {
    const { world } = context;
    return {
        now: new Date(context.now()).toISOString(),
        applications: [...world.applications.values()].map((application) => ({
            name: application.name,
            versions: [...application.versions.values()].map(({ image, label, status, sourceBundle }) => ({
                label,
                status,
                ...(image === undefined ? {} : { image: image.uri }),
                ...(sourceBundle === undefined ? {} : { sourceBundle }),
            })),
            templates: [...application.templates.keys()],
        })),
        environments: [...world.environments.values()].map((environment) => describe(context, environment)),
        cnames: Object.fromEntries([...world.environments.values()]
            .filter(({ cname, status }) => cname !== undefined && status !== 'Terminated')
            .map(({ cname, name }) => [cname, name])),
        clusters: [...world.clusters.values()].map(({ arn, emptySince, state, subnets }) => ({
            arn,
            state,
            subnets,
            ...(emptySince === undefined ? {} : { emptySince: new Date(emptySince).toISOString() }),
        })),
        loadBalancers: (0,model/* balancersOf */.BW)(context)
            .filter(({ isShared }) => isShared)
            .map((balancer) => describeBalancer(context, balancer)),
        hostedZones: [...world.hostedZones.values()].map(({ id, name, records }) => ({ id, name, records })),
        events: context.events.size,
    };
}
/** With weights by the name of the environment; a target group that is gone has none. */
const describeBalancer = (context, balancer) => {
    const groups = (0,model/* targetGroupsOf */.TT)(context);
    const nameOf = (arn) => groups.find((one) => one.arn === arn)?.environment.name ?? 'nobody';
    return {
        arn: balancer.arn,
        name: balancer.name,
        dnsName: balancer.dnsName,
        rules: balancer.listeners
            .flatMap(({ arn }) => (0,model/* rulesOf */.fD)(context, arn))
            .map(({ arn, priority, environmentId, conditions, actions }) => ({
            arn,
            priority,
            madeFor: environmentId,
            hosts: conditions.filter((one) => one.Field === 'host-header').flatMap((one) => (0,simulator_context/* listOf */.c3)(one, 'Values') ?? []),
            weights: (0,simulator_context/* recordsOf */.M$)((0,simulator_context/* recordOf */.zv)(actions.at(-1) ?? {}, 'ForwardConfig') ?? {}, 'TargetGroups').map((tuple) => ({
                environment: nameOf((0,simulator_context/* textOf */.ur)(tuple, 'TargetGroupArn')),
                weight: tuple.Weight,
            })),
        })),
    };
};
const describe = (context, environment) => ({
    id: environment.id,
    name: environment.name,
    application: environment.applicationName,
    tier: environment.tier.name,
    cluster: environment.clusterArn,
    status: environment.status,
    abortable: environment.abortable,
    health: environment.health.color,
    healthStatus: environment.health.status,
    healthComputedAt: new Date(environment.health.refreshedAt).toISOString(),
    updatedAt: new Date(environment.dateUpdated).toISOString(),
    causes: environment.health.causes,
    versionLabel: environment.versionLabel,
    deploymentId: environment.expectedDeploymentId,
    cname: environment.cname,
    endpoint: environment.endpoint,
    operation: environment.operation && {
        kind: environment.operation.kind,
        requestId: environment.operation.requestId,
        startedAt: new Date(environment.operation.startedAt).toISOString(),
    },
    weights: { default: 100 - environment.splitPercent, split: environment.splitPercent },
    instances: environment.instances.map((instance) => state_describeInstance(context, environment, instance)),
});
const state_describeInstance = (context, environment, instance) => ({
    id: instance.id,
    runs: instance.runs,
    deployment: instance.deployment && {
        versionLabel: instance.deployment.versionLabel,
        deploymentId: instance.deployment.deploymentId,
        status: instance.deployment.status,
    },
    lifecycle: instance.lifecycle,
    group: instance.group,
    traffic: instance.traffic,
    targetGroup: instance.targetGroup,
    target: environment.endpoint === undefined ? undefined : context.runtime.targetHealth(environment.id, instance.id),
    healthStatus: instance.health.status,
    launchedAt: new Date(instance.launchedAt).toISOString(),
});
//# sourceMappingURL=state.js.map
;// CONCATENATED MODULE: ./lib/simulator/world.js
const emptyWorld = () => ({
    applications: new Map(),
    environments: new Map(),
    tags: new Map(),
    platforms: new Map(),
    commands: new Map(),
    alarms: new Map(),
    balancers: new Map(),
    listenerRules: new Map(),
    defaultActions: new Map(),
    hostedZones: new Map(),
    recordChanges: new Map(),
    clusters: new Map(),
    images: new Map(),
});
//# sourceMappingURL=world.js.map
;// CONCATENATED MODULE: ./lib/simulator/simulator.js











function createSimulator(parts) {
    const region = parts.region ?? 'us-east-1';
    const accountId = parts.accountId ?? '123456789012';
    const { runtime } = parts;
    let scenario = parts.scenario ?? {};
    let used = new Set();
    const operations = operations_operations;
    const timeline = new simulator_timeline/* Timeline */.Kf(parts.clock, (now) => runtime.moment?.(now));
    const context = {
        region,
        accountId,
        world: emptyWorld(),
        events: new EventLog(),
        timeline,
        random: parts.random,
        runtime,
        objects: parts.objects,
        running: new Map(),
        healthHistory: new Map(),
        hiddenAfterCreate: parts.hiddenAfterCreate ?? (0,time/* seconds */.YA)(0.4),
        ...(parts.presign === undefined ? {} : { presign: parts.presign }),
        now: () => timeline.now(),
        scenario: () => scenario,
        use: (fault) => {
            if (used.has(fault))
                return false;
            used.add(fault);
            return true;
        },
        perform: (name, input, requestId) => {
            const handler = operations[name];
            if (handler === undefined)
                throw new service_error/* ServiceError */._('InvalidAction', `NotImplemented: ${name}`);
            return handler(context, input, requestId);
        },
    };
    runtime.moment?.(timeline.now());
    runtime.play?.(scenario);
    (0,alarms/* playAlarms */.Ju)(context);
    startHealth(context);
    return {
        region,
        accountId,
        now: () => parts.clock.now(),
        call: ({ action, input, requestId }) => {
            timeline.settle();
            return context.perform(action, input, requestId);
        },
        settle: () => timeline.settle(),
        state: () => {
            timeline.settle();
            return describeState(context);
        },
        get scenario() {
            return scenario;
        },
        setScenario: (next) => {
            timeline.settle();
            scenario = next;
            used = new Set();
            runtime.play?.(next);
            (0,alarms/* playAlarms */.Ju)(context);
        },
        seed: (seed) => {
            timeline.settle();
            seedWorld(context, seed);
        },
        save: () => {
            timeline.settle();
            return saveWorld(context);
        },
        restore: (saved) => {
            timeline.settle();
            restoreWorld(context, saved);
        },
    };
}
//# sourceMappingURL=simulator.js.map
;// CONCATENATED MODULE: ./lib/simulator/storage/disk-store.js
/** The simulated S3 on disk: bytes stream into files, an object appears by one rename, memory stays small whatever the size. */




/** Bytes gathered before they are written, so that the disk sees few and large writes. */
const BATCH = 1_048_576;
const DESCRIPTION = '.json';
const descriptionFile = (key) => `${(0,external_node_crypto_.createHash)('sha256').update(key).digest('hex')}${DESCRIPTION}`;
/** Writes to a new file in `folder`; the next batch is gathered while the one before it is written. */
function stageInto(folder) {
    const place = (0,external_node_path_.join)(folder, (0,external_node_crypto_.randomUUID)());
    const opened = (0,promises_.open)(place, 'wx');
    opened.catch(() => { });
    let waiting = [];
    let gathered = 0;
    let size = 0;
    let writing = Promise.resolve();
    const flush = async () => {
        await writing;
        const [batch, handle] = [waiting, await opened];
        [waiting, gathered] = [[], 0];
        writing = batch.length === 0 ? Promise.resolve() : handle.writev(batch);
        writing.catch(() => { });
    };
    return {
        write: async (bytes) => {
            waiting.push(bytes);
            gathered += bytes.length;
            size += bytes.length;
            if (gathered >= BATCH)
                await flush();
        },
        finish: async () => {
            await flush();
            await writing;
            await (await opened).close();
            return { size, place };
        },
        discard: async () => {
            await writing.catch(() => { });
            await opened.then((handle) => handle.close()).catch(() => { });
            await (0,promises_.rm)(place, { force: true });
        },
    };
}
function openFile(path) {
    if (path === undefined)
        return undefined;
    const file = (0,external_node_fs_.openSync)(path, 'r');
    return {
        size: (0,external_node_fs_.fstatSync)(file).size,
        read: (offset, length) => {
            const bytes = Buffer.alloc(length);
            return bytes.subarray(0, (0,external_node_fs_.readSync)(file, bytes, 0, length, offset));
        },
        close: () => (0,external_node_fs_.closeSync)(file),
    };
}
/** Copies files into one, in order. */
function concatenate(sources, target) {
    const buffer = Buffer.allocUnsafe(4 * BATCH);
    const output = (0,external_node_fs_.openSync)(target, 'wx');
    try {
        for (const source of sources) {
            const input = (0,external_node_fs_.openSync)(source, 'r');
            try {
                for (let count = (0,external_node_fs_.readSync)(input, buffer); count > 0; count = (0,external_node_fs_.readSync)(input, buffer)) {
                    for (let done = 0; done < count;)
                        done += (0,external_node_fs_.writeSync)(output, buffer, done, count - done);
                }
            }
            finally {
                (0,external_node_fs_.closeSync)(input);
            }
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(output);
    }
}
/** Reads what an earlier run has left in the bucket's folder. */
function readEntries(folder) {
    const entries = new Map();
    for (const name of (0,external_node_fs_.readdirSync)(folder).filter((file) => file.endsWith(DESCRIPTION))) {
        const saved = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8'));
        entries.set(saved.head.key, { ...saved, head: { ...saved.head, lastModified: new Date(saved.head.lastModified) } });
    }
    return entries;
}
/**
 * Opens a store in a folder, which may hold objects of an earlier run. Bucket names are file names: the wire and the
 * model admit only S3's lower-case letters, digits, dots and hyphens.
 *
 * @param now dates the objects, in milliseconds since 1970.
 */
function createDiskStore(folder, now = Date.now) {
    const bucketsFolder = (0,external_node_path_.join)(folder, 'buckets');
    const stagingFolder = (0,external_node_path_.join)(folder, 'staging');
    (0,external_node_fs_.rmSync)(stagingFolder, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(stagingFolder, { recursive: true });
    (0,external_node_fs_.mkdirSync)(bucketsFolder, { recursive: true });
    const buckets = new Map();
    const pathOf = (bucket, file) => (0,external_node_path_.join)(bucketsFolder, bucket, file);
    for (const name of (0,external_node_fs_.readdirSync)(bucketsFolder)) {
        buckets.set(name, { created: new Date(now()), entries: readEntries((0,external_node_path_.join)(bucketsFolder, name)), sorted: undefined });
    }
    const bucketOf = (bucket) => {
        const known = buckets.get(bucket);
        if (known !== undefined)
            return known;
        if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
            throw new RangeError(`Not a bucket name: ${bucket}`);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(bucketsFolder, bucket), { recursive: true });
        const created = { created: new Date(now()), entries: new Map(), sorted: undefined };
        buckets.set(bucket, created);
        return created;
    };
    const forget = (bucket, files) => {
        for (const file of files)
            (0,external_node_fs_.rmSync)(pathOf(bucket, file), { force: true });
    };
    /** Makes an entry the one that counts: the description is written aside and renamed over the old one. */
    const record = (entry) => {
        const { bucket, key } = entry.head;
        const holder = bucketOf(bucket);
        const before = holder.entries.get(key);
        const aside = (0,external_node_path_.join)(stagingFolder, (0,external_node_crypto_.randomUUID)());
        (0,external_node_fs_.writeFileSync)(aside, JSON.stringify(entry));
        (0,external_node_fs_.renameSync)(aside, pathOf(bucket, descriptionFile(key)));
        holder.entries.set(key, entry);
        if (before === undefined)
            holder.sorted = undefined;
        forget(bucket, (before?.files ?? []).filter((file) => !entry.files.includes(file)));
        return entry.head;
    };
    const entryFor = (bucket, key, size, files, description) => {
        const { checksum, ...described } = description;
        const head = { bucket, key, size, lastModified: new Date(now()), ...described };
        return { head, files, ...(checksum === undefined ? {} : { checksum }) };
    };
    /** The object in one file. Parts of an upload are put together when somebody first wants them. */
    const file = (bucket, key) => {
        const entry = buckets.get(bucket)?.entries.get(key);
        if (entry === undefined)
            return undefined;
        const [only] = entry.files;
        if (entry.files.length === 1 && only !== undefined)
            return pathOf(bucket, only);
        const whole = (0,external_node_crypto_.randomUUID)();
        concatenate(entry.files.map((part) => pathOf(bucket, part)), pathOf(bucket, whole));
        record({ ...entry, files: [whole] });
        return pathOf(bucket, whole);
    };
    const sortedKeys = (holder) => {
        holder.sorted ??= [...holder.entries.keys()].sort();
        return holder.sorted;
    };
    const putBytes = (bucket, key, bytes, contentType = 'application/octet-stream') => {
        bucketOf(bucket);
        const name = (0,external_node_crypto_.randomUUID)();
        (0,external_node_fs_.writeFileSync)(pathOf(bucket, name), bytes);
        const etag = `"${(0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex')}"`;
        record(entryFor(bucket, key, bytes.length, [name], { etag, contentType, metadata: {} }));
    };
    return {
        buckets: () => [...buckets].map(([name, { created }]) => ({ name, created })).sort((a, b) => (a.name < b.name ? -1 : 1)),
        createBucket: (bucket) => void bucketOf(bucket),
        hasBucket: (bucket) => buckets.has(bucket),
        removeBucket: (bucket) => {
            if (buckets.delete(bucket))
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(bucketsFolder, bucket), { recursive: true, force: true });
        },
        head: (bucket, key) => buckets.get(bucket)?.entries.get(key)?.head,
        checksum: (bucket, key) => buckets.get(bucket)?.entries.get(key)?.checksum,
        list: (bucket, prefix) => {
            const holder = buckets.get(bucket);
            if (holder === undefined)
                return [];
            return sortedKeys(holder).flatMap((key) => {
                const head = key.startsWith(prefix) ? holder.entries.get(key)?.head : undefined;
                return head === undefined ? [] : [head];
            });
        },
        putText: (bucket, key, text, contentType) => putBytes(bucket, key, Buffer.from(text, 'utf8'), contentType ?? 'text/plain'),
        putBytes,
        open: (bucket, key) => openFile(file(bucket, key)),
        file,
        remove: (bucket, key) => {
            const holder = buckets.get(bucket);
            const entry = holder?.entries.get(key);
            if (holder === undefined || entry === undefined)
                return;
            holder.entries.delete(key);
            holder.sorted = undefined;
            forget(bucket, [descriptionFile(key), ...entry.files]);
        },
        stage: () => stageInto(stagingFolder),
        discard: ({ place }) => (0,promises_.rm)(place, { force: true }),
        publish: async (bucket, key, parts, description) => {
            bucketOf(bucket);
            const files = [];
            for (const { place } of parts) {
                const name = (0,external_node_crypto_.randomUUID)();
                await (0,promises_.rename)(place, pathOf(bucket, name));
                files.push(name);
            }
            const size = parts.reduce((sum, part) => sum + part.size, 0);
            return record(entryFor(bucket, key, size, files, description));
        },
        read: (bucket, key, range) => (0,external_node_fs_.createReadStream)(file(bucket, key) ?? '', { ...range, highWaterMark: BATCH / 4 }),
    };
}
//# sourceMappingURL=disk-store.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/credentials.js
/** The keys that work when no others are given; `npm run simulator` prints the first one as `export` lines. */
const DEFAULT_ACCESS_KEYS = [
    { accessKeyId: 'AKIASIMULATOR0000001', secretAccessKey: 'simulator/secret/access/key/of/no/value0' },
    { accessKeyId: 'test', secretAccessKey: 'test' },
];
/** Old temporary credentials are forgotten beyond this number, so that a long run stays small. */
const MAX_SESSIONS = 10_000;
function createCredentials(keys, accountId, random) {
    const known = new Map();
    for (const key of keys) {
        const identity = { userId: key.accessKeyId, arn: `arn:aws:iam::${accountId}:user/simulator` };
        known.set(key.accessKeyId, { ...key, identity });
    }
    const issued = [];
    const letters = () => random.uuid().replaceAll('-', '').toUpperCase();
    return {
        find: (accessKeyId) => known.get(accessKeyId),
        issue: (identity, expiration) => {
            const accessKeyId = `ASIA${letters().slice(0, 16)}`;
            const secretAccessKey = `${letters()}${letters()}`.slice(0, 40);
            const token = `Simulator//////////${letters()}${letters()}${letters()}`;
            known.set(accessKeyId, { accessKeyId, secretAccessKey, identity, session: { token, expiration } });
            issued.push(accessKeyId);
            if (issued.length > MAX_SESSIONS)
                known.delete(issued.shift() ?? '');
            return { accessKeyId, secretAccessKey, sessionToken: token, expiration, identity };
        },
    };
}
//# sourceMappingURL=credentials.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/presign.js
/** Presigned URLs of objects, made by the service itself: what RetrieveEnvironmentInfo answers. Synchronous, by the model's need. */

const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
const hmac = (key, text) => (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
/** A function that makes GET URLs with AWS Signature Version 4 in the query, in path style. */
function createPresigner(presigning) {
    const { accessKey, region, wallClock, expiresIn = 900 } = presigning;
    return (bucket, key) => {
        const base = new URL(presigning.baseUrl());
        const date = new Date(wallClock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
        const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
        const path = `/${[bucket, ...key.split('/')].map(encode).join('/')}`;
        const query = [
            ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
            ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
            ['X-Amz-Credential', `${accessKey.accessKeyId}/${scope}`],
            ['X-Amz-Date', date],
            ['X-Amz-Expires', String(expiresIn)],
            ['X-Amz-SignedHeaders', 'host'],
        ]
            .map(([name = '', value = '']) => `${encode(name)}=${encode(value)}`)
            .join('&');
        const canonical = ['GET', path, query, `host:${base.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
        const digest = (0,external_node_crypto_.createHash)('sha256').update(canonical).digest('hex');
        const toSign = ['AWS4-HMAC-SHA256', date, scope, digest].join('\n');
        const signingKey = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${accessKey.secretAccessKey}`, date.slice(0, 8)));
        const signature = (0,external_node_crypto_.createHmac)('sha256', signingKey).update(toSign).digest('hex');
        return `${base.origin}${path}?${query}&X-Amz-Signature=${signature}`;
    };
}
//# sourceMappingURL=presign.js.map
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/simulator/wire/http.js
var http = __webpack_require__(6620);
;// CONCATENATED MODULE: ./lib/simulator/wire/server.js
/** The wire on a loopback port: `node:http` around `Wire.handle`, bodies streamed both ways. */




const LOOPBACK = '127.0.0.1';
const server_GRACE = 1_000;
function headersOf(message) {
    const headers = {};
    for (const [name, value] of Object.entries(message.headers)) {
        if (value !== undefined)
            headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return headers;
}
async function answer(wire, message, response) {
    const answered = await wire.handle({
        method: message.method ?? 'GET',
        url: message.url ?? '/',
        headers: headersOf(message),
        body: message,
    });
    response.writeHead(answered.status, { ...answered.headers });
    if (!(answered.body instanceof external_node_stream_.Readable)) {
        response.end(answered.body);
        return;
    }
    await (0,external_node_stream_promises_.pipeline)(answered.body, response);
}
function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, LOOPBACK, () => {
            server.off('error', reject);
            resolve(server.address().port);
        });
    });
}
function server_close(server) {
    return new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), server_GRACE);
        server.close(() => {
            clearTimeout(force);
            resolve();
        });
        server.closeIdleConnections();
    });
}
/** Starts to listen on loopback only. @throws the system's error when the port is taken. */
async function startWireServer(wire, options) {
    const server = (0,external_node_http_.createServer)((message, response) => {
        answer(wire, message, response).catch((error) => {
            if (!(error instanceof http/* ConnectionReset */.EL) && !response.destroyed)
                options.onError?.(error);
            if (error instanceof http/* ConnectionReset */.EL)
                message.socket.resetAndDestroy();
            else
                response.destroy();
        });
    });
    // Uploads of hundreds of megabytes over a slow debugger must not be cut off.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 60_000;
    const port = await listen(server, options.port);
    const settling = setInterval(() => {
        try {
            wire.settle();
        }
        catch (error) {
            options.onError?.(error);
        }
    }, options.settleEvery ?? 200);
    return {
        port,
        url: `http://${LOOPBACK}:${port}`,
        close: async () => {
            clearInterval(settling);
            await server_close(server);
        },
    };
}
//# sourceMappingURL=server.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/admin.js


const MAX_BODY = 10_000_000;
const admin_json = (status, value) => (0,http/* textResponse */.rR)(status, 'application/json', `${JSON.stringify(value)}\n`);
const problem = (status, message) => admin_json(status, { error: message });
async function jsonBody(request) {
    const body = await (0,http/* wholeBody */.g3)(request, MAX_BODY);
    if (body === undefined)
        return `The body is longer than ${MAX_BODY} bytes.`;
    try {
        const value = JSON.parse(Buffer.from(body).toString('utf8'));
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
        return 'The body must be a JSON object.';
    }
    catch (error) {
        return `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    }
}
async function change(options, request, page) {
    const body = await jsonBody(request);
    if (typeof body === 'string')
        return problem(400, body);
    if (page === 'scenario') {
        const { faults } = body;
        if (faults !== undefined && !Array.isArray(faults))
            return problem(400, 'faults must be a list.');
        options.simulator.setScenario(body);
    }
    else {
        const { github, ...seed } = body;
        options.simulator.seed(seed);
        if (github !== undefined)
            options.github.seed(github);
    }
    return admin_json(200, { ok: true });
}
/** Answers a request to `/_simulator/…`. */
async function answerAdmin(options, request, address) {
    // A web page in a browser on this machine must not be able to change or stop anything.
    if (request.headers.origin !== undefined)
        return problem(403, 'Not for web pages of other origins.');
    const page = `${request.method} ${address.path.slice('/_simulator/'.length)}`;
    try {
        switch (page) {
            case 'GET health':
                return admin_json(200, {
                    status: 'ok',
                    time: new Date(options.simulator.now()).toISOString(),
                    calls: options.calls.total,
                });
            case 'GET state':
                return admin_json(200, { ...options.simulator.state(), github: options.github.state() });
            case 'GET calls':
                return admin_json(200, {
                    total: options.calls.total,
                    calls: options.calls.list(Number((0,http/* parameter */.Wi)(address, 'since') ?? 0) || 0),
                });
            case 'GET scenario':
                return admin_json(200, options.simulator.scenario);
            case 'POST scenario':
                return await change(options, request, 'scenario');
            case 'POST seed':
                return await change(options, request, 'seed');
            case 'POST stop':
                if (options.onStop !== undefined)
                    setImmediate(options.onStop);
                return admin_json(200, { ok: true });
            default:
                return problem(404, `No page ${page}. There are: GET health, GET state, GET calls, GET scenario, POST scenario, POST seed, POST stop.`);
        }
    }
    catch (error) {
        const status = error instanceof service_error/* ServiceError */._ ? error.status : 400;
        return problem(status, error instanceof Error ? error.message : String(error));
    }
}
//# sourceMappingURL=admin.js.map
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-beanstalk/dist-es/index.js + 73 modules
var dist_es = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/simulator/wire/query-service.js + 1 modules
var query_service = __webpack_require__(8638);
// EXTERNAL MODULE: ./lib/simulator/wire/schema.js
var schema = __webpack_require__(7663);
;// CONCATENATED MODULE: ./lib/simulator/wire/beanstalk.js
/** The Elastic Beanstalk end of the wire: every operation of the published API, handed to the model as it was sent. */





const OPERATIONS = (0,schema/* operationsOf */.CF)(dist_es);
/** `eb clone` names the environment to copy in this member, which no public document has. */
const CLONE_SOURCE = (0,schema/* privateStructure */.l0)('TemplateSpecification', {
    TemplateSource: (0,schema/* privateStructure */.l0)('TemplateSource', { EnvironmentName: 'string' }),
});
const isRead = (action) => /^(Describe|List|Check|Retrieve|Validate)/.test(action);
/** Lists that one may not see come back empty; all else of the answer stays. */
function withoutLists(result) {
    if (result === undefined)
        return undefined;
    return Object.fromEntries(Object.entries(result)
        .filter(([name]) => name !== 'NextToken')
        .map(([name, value]) => [name, Array.isArray(value) ? [] : value]));
}
/** Asks what clients have asked before, so that the world of this moment is remembered. */
function refreshHistory({ simulator, history }, requestId) {
    history.refresh(simulator.now(), (action, input) => {
        try {
            return simulator.call({ action, input, requestId });
        }
        catch (error) {
            if (error instanceof service_error/* ServiceError */._)
                return undefined;
            throw error;
        }
    });
}
function staleResult(options, call, fresh) {
    const { simulator, history } = options;
    const now = simulator.now();
    const { name, input, distortion } = call;
    const age = distortion.staleSeconds * 1_000;
    if (age === 0)
        return fresh;
    if (name === 'DescribeEvents') {
        // Asked again as of then: of the newest page it would leave nothing, if it were taken out of the fresh answer.
        const end = Math.min((0,simulator_context/* dateOf */.Q$)(input, 'EndTime') ?? Number.POSITIVE_INFINITY, now - age + 1);
        return simulator.call({ action: name, input: { ...input, EndTime: new Date(end) }, requestId: call.requestId });
    }
    return (history.recall(name, input, now, age) ?? { result: fresh }).result;
}
/** One call as it is after signature, HTTP and XML: with the service's limits, and with what a scenario does to answers. */
function performBeanstalk(options, call) {
    const { simulator, rateLimits, history } = options;
    const { name } = call;
    if (simulator.scenario.rateLimit !== false && !rateLimits.allow(name, simulator.now())) {
        throw new service_error/* ServiceError */._('Throttling', 'Rate exceeded', 400);
    }
    const remembers = options.remembers();
    if (remembers && !isRead(name))
        refreshHistory(options, call.requestId);
    const fresh = simulator.call({ action: name, input: call.input, requestId: call.requestId });
    if (!isRead(name))
        return fresh;
    const result = staleResult(options, call, fresh);
    if (remembers && name !== 'DescribeEvents')
        history.remember(name, call.input, simulator.now(), fresh);
    return call.distortion.empty ? withoutLists(result) : result;
}
/** Creates the service that credential scopes call `elasticbeanstalk`. */
function createBeanstalkService(options) {
    return (0,query_service/* createQueryService */.y)({
        name: 'elasticbeanstalk',
        version: '2010-12-01',
        namespace: 'http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/',
        operations: OPERATIONS,
        extraMembers: { CreateEnvironment: { TemplateSpecification: CLONE_SOURCE } },
        perform: (call) => performBeanstalk(options, { ...call, name: call.operation.name }),
    });
}
/** Whether an unsigned request is meant for Elastic Beanstalk, by the action it names. */
function isBeanstalkAction(action) {
    return OPERATIONS.has(action);
}
//# sourceMappingURL=beanstalk.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/call-log.js
/** The log behind `GET /_simulator/calls`: every API call in order, in bounded memory. */
/** Keeps the newest `capacity` calls. */
function createCallLog(capacity = 10_000) {
    let calls = [];
    let total = 0;
    return {
        add: (call) => {
            total += 1;
            calls.push({ sequence: total, ...call });
            if (calls.length >= capacity * 2)
                calls = calls.slice(-capacity);
        },
        list: (since = 0) => {
            const kept = calls.slice(-capacity);
            return since <= 0 ? kept : kept.filter((call) => call.sequence > since);
        },
        get total() {
            return total;
        },
    };
}
//# sourceMappingURL=call-log.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/effects.js

/** Adds the faults up: the first that refuses wins, delays add, the oldest staleness counts. */
function effectsOf(faults, service, action, identity) {
    let before;
    let [resetAfter, slowSeconds, empty, staleSeconds] = [false, 0, false, 0];
    const fail = (error) => {
        before ??= () => {
            throw error;
        };
    };
    for (const fault of faults) {
        switch (fault.kind) {
            case 'throttle':
                fail(service.refusals.throttled(action));
                break;
            case 'server-error':
                fail(service.refusals.unavailable(fault.status));
                break;
            case 'expired-credentials':
                fail(service.refusals.expired());
                break;
            case 'lost-permission':
                if (fault.answer === 'denied' || !/^(Describe|List)/.test(action))
                    fail(service.refusals.denied(action, identity));
                else
                    empty = true;
                break;
            case 'reset':
                if (fault.when === 'before')
                    fail(new http/* ConnectionReset */.EL());
                else
                    resetAfter = true;
                break;
            case 'slow-answer':
                slowSeconds += fault.seconds;
                break;
            case 'stale-read':
                staleSeconds = Math.max(staleSeconds, fault.seconds);
                break;
        }
    }
    return { before, resetAfter, slowSeconds, distortion: { empty, staleSeconds } };
}
//# sourceMappingURL=effects.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/faults.js
const isWireFault = (fault) => 'action' in fault;
/**
 * `fromSecond` and `toSecond` count from the moment this object first sees the scenario, which is at once when it is
 * set over the wire, and at the next call when a test sets it on the model.
 */
function createFaults(scenario, now, random) {
    let seen = scenario();
    let since = now();
    let matches = new Map();
    const current = () => {
        const newest = scenario();
        if (newest !== seen) {
            seen = newest;
            since = now();
            matches = new Map();
        }
        return (newest.faults ?? []).filter(isWireFault);
    };
    const hits = (fault, action) => {
        if (fault.action !== '*' && fault.action !== action)
            return false;
        const elapsed = (now() - since) / 1_000;
        if (elapsed < (fault.fromSecond ?? 0) || elapsed >= (fault.toSecond ?? Number.POSITIVE_INFINITY))
            return false;
        if (fault.probability !== undefined && random.next() >= fault.probability)
            return false;
        const before = matches.get(fault) ?? 0;
        matches.set(fault, before + 1);
        const skip = fault.skip ?? 0;
        return before >= skip && before < skip + (fault.times ?? Number.POSITIVE_INFINITY);
    };
    return {
        hitting: (action) => current().filter((fault) => hits(fault, action)),
        includes: (kind) => current().some((fault) => fault.kind === kind),
    };
}
//# sourceMappingURL=faults.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/answers.js
/** Answers of the simulated GitHub, errors in GitHub's own words (GitHub docs: "Troubleshooting the REST API"). */
const answered = (status, body, headers = {}) => ({ status, headers, body });
const DOCS = 'https://docs.github.com/rest';
/** An error object, as all of them look. */
const answers_refused = (status, message, more = {}) => answered(status, {
    message,
    ...(more.errors === undefined ? {} : { errors: more.errors }),
    documentation_url: more.docs ?? DOCS,
    status: String(status),
}, more.headers);
const notFound = () => answers_refused(404, 'Not Found');
/** No or a wrong token. */
const badCredentials = () => answers_refused(401, 'Bad credentials');
const authenticationRequired = () => answers_refused(401, 'Requires authentication');
/** The token of a workflow without the permission. */
const notAccessible = () => answers_refused(403, 'Resource not accessible by integration');
const serverError = (status) => answers_refused(status, 'Server Error');
/** The primary limit: so many calls an hour. */
const limitExceeded = () => answers_refused(403, 'API rate limit exceeded for installation ID 1.', {
    docs: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
});
/** The secondary limits: too much in a short time. */
const secondaryLimit = (retryAfterSeconds) => answers_refused(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.', {
    docs: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    headers: { 'retry-after': String(retryAfterSeconds) },
});
const invalid = (resource, field, code, message) => answers_refused(422, 'Validation Failed', {
    errors: [{ resource, field, code, ...(message === undefined ? {} : { message }) }],
});
//# sourceMappingURL=answers.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/operation.js

/** A member of the request's body. */
const given = (body, name) => typeof body === 'object' && body !== null ? body[name] : undefined;
function operation_textOf(body, name, otherwise) {
    const value = given(body, name);
    return typeof value === 'string' ? value : otherwise;
}
/** One page of a list, with GitHub's `Link` header when there are more (GitHub docs: "Using pagination in the REST API"). */
function page({ request }, items) {
    const size = Math.min(100, Math.max(1, Number(request.query.per_page ?? 30) || 30));
    const number = Math.max(1, Number(request.query.page ?? 1) || 1);
    const last = Math.max(1, Math.ceil(items.length / size));
    const address = (to) => {
        const query = new URLSearchParams({ ...request.query, per_page: String(size), page: String(to) });
        return `<${request.server}/api/v3${request.path}?${query}>`;
    };
    const links = [
        ...(number > 1 ? [`${address(1)}; rel="first"`, `${address(number - 1)}; rel="prev"`] : []),
        ...(number < last ? [`${address(number + 1)}; rel="next"`, `${address(last)}; rel="last"`] : []),
    ];
    const shown = items.slice((number - 1) * size, number * size);
    return answered(200, shown, links.length === 0 ? {} : { link: links.join(', ') });
}
//# sourceMappingURL=operation.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/world.js
/** `permissions: write-all`. */
const ALL_PERMISSIONS = {
    contents: 'write',
    deployments: 'write',
    issues: 'write',
    'pull-requests': 'write',
};
const NO_PERMISSIONS = {
    contents: 'none',
    deployments: 'none',
    issues: 'none',
    'pull-requests': 'none',
};
/** Who the token of a workflow acts as (GitHub docs: "Automatic token authentication"). */
const BOT = 'github-actions[bot]';
//# sourceMappingURL=world.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/seed.js

const nextId = (world) => {
    world.lastId += 1;
    return world.lastId;
};
/** A commit for something that has none: always the same one. */
const commitOf = (text) => [...text]
    .reduce((digits, letter) => (digits * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 2n ** 160n, 7n ** 50n)
    .toString(16)
    .padStart(40, '0')
    .slice(-40);
function addRepository(world, fullName) {
    const [owner = '', name = ''] = fullName.split('/');
    const repository = {
        id: nextId(world),
        owner,
        name,
        private: false,
        refs: {},
        collaborators: { [owner]: 'admin' },
        pulls: [],
        comments: [],
        deployments: [],
    };
    world.repositories.push(repository);
    return repository;
}
function findRepository(world, fullName) {
    const wanted = fullName.toLowerCase();
    return world.repositories.find(({ owner, name }) => `${owner}/${name}`.toLowerCase() === wanted);
}
function seedGitHub(world, seed, now) {
    for (const [token, permissions] of Object.entries(seed.tokens ?? {})) {
        world.tokens[token] = { ...NO_PERMISSIONS, ...permissions };
    }
    if (seed.remaining !== undefined)
        world.remaining = seed.remaining;
    for (const seeded of seed.repositories ?? []) {
        const repository = findRepository(world, seeded.name) ?? addRepository(world, seeded.name);
        repository.private = seeded.private ?? repository.private;
        repository.refs = { ...repository.refs, ...seeded.refs };
        repository.collaborators = { ...repository.collaborators, ...seeded.collaborators };
        for (const pull of seeded.pulls ?? [])
            seedPull(world, repository, pull, now);
        for (const { pull, body, author } of seeded.comments ?? []) {
            const id = nextId(world);
            repository.comments.push({ id, pull, body, author: author ?? BOT, created: now, updated: now });
        }
        for (const deployment of seeded.deployments ?? [])
            seedDeployment(world, repository, deployment, now);
    }
}
function seedPull(world, repository, seeded, now) {
    const { number, labels, ...changes } = seeded;
    const known = repository.pulls.find((pull) => pull.number === number);
    const pull = known ?? {
        id: nextId(world),
        number,
        state: 'open',
        merged: false,
        title: `Change ${number}`,
        body: null,
        author: 'octocat',
        headCommit: commitOf(`pull ${number}`),
        headBranch: `change-${number}`,
        headRepository: `${repository.owner}/${repository.name}`,
        baseBranch: 'main',
        labels: [],
        created: now,
        updated: now,
    };
    if (known === undefined)
        repository.pulls.push(pull);
    Object.assign(pull, changes, { updated: now }, labels === undefined ? {} : { labels: [...labels] });
}
function seedDeployment(world, repository, seeded, now) {
    const { environment } = seeded;
    const author = seeded.author ?? BOT;
    const deployment = {
        id: nextId(world),
        ref: seeded.ref ?? 'main',
        sha: seeded.sha ?? commitOf(seeded.ref ?? 'main'),
        task: 'deploy',
        environment,
        description: null,
        payload: seeded.payload ?? {},
        transient: seeded.transient ?? false,
        production: seeded.production ?? environment === 'production',
        author,
        created: now,
        updated: now,
        statuses: (seeded.statuses ?? []).map(({ state, description = '', environmentUrl = '', logUrl = '' }) => ({
            id: nextId(world),
            state,
            description,
            environment,
            environmentUrl,
            logUrl,
            author,
            created: now,
        })),
    };
    repository.deployments.push(deployment);
}
//# sourceMappingURL=seed.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/shapes.js


const date = (at) => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
/** When everything that nobody dates came into being. */
const BEGAN = '2026-01-01T00:00:00Z';
const nodeId = (kind, id) => `${kind}_${id}`;
/** Names of accounts have stable numbers, too. */
const numberOf = (name) => Number.parseInt(commitOf(name).slice(-6), 16) + 1;
function user(login, server) {
    const api = `${server}/api/v3/users/${encodeURIComponent(login)}`;
    const id = login === BOT ? 41898282 : numberOf(login);
    return {
        login,
        id,
        node_id: nodeId('U', id),
        avatar_url: `${server}/avatars/u/${id}`,
        gravatar_id: '',
        url: api,
        html_url: login === BOT ? `${server}/apps/github-actions` : `${server}/${encodeURIComponent(login)}`,
        followers_url: `${api}/followers`,
        following_url: `${api}/following{/other_user}`,
        gists_url: `${api}/gists{/gist_id}`,
        starred_url: `${api}/starred{/owner}{/repo}`,
        subscriptions_url: `${api}/subscriptions`,
        organizations_url: `${api}/orgs`,
        repos_url: `${api}/repos`,
        events_url: `${api}/events{/privacy}`,
        received_events_url: `${api}/received_events`,
        type: login.endsWith('[bot]') ? 'Bot' : 'User',
        site_admin: false,
    };
}
/** As `GET /user` shows a user to itself, without what only paid accounts have. */
const wholeUser = (login, server) => ({
    ...user(login, server),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: BEGAN,
    updated_at: BEGAN,
});
/** Members of a repository that are an address below its own, with what is appended. */
const ADDRESSES = {
    archive_url: '/{archive_format}{/ref}',
    assignees_url: '/assignees{/user}',
    blobs_url: '/git/blobs{/sha}',
    branches_url: '/branches{/branch}',
    collaborators_url: '/collaborators{/collaborator}',
    comments_url: '/comments{/number}',
    commits_url: '/commits{/sha}',
    compare_url: '/compare/{base}...{head}',
    contents_url: '/contents/{+path}',
    contributors_url: '/contributors',
    deployments_url: '/deployments',
    downloads_url: '/downloads',
    events_url: '/events',
    forks_url: '/forks',
    git_commits_url: '/git/commits{/sha}',
    git_refs_url: '/git/refs{/sha}',
    git_tags_url: '/git/tags{/sha}',
    hooks_url: '/hooks',
    issue_comment_url: '/issues/comments{/number}',
    issue_events_url: '/issues/events{/number}',
    issues_url: '/issues{/number}',
    keys_url: '/keys{/key_id}',
    labels_url: '/labels{/name}',
    languages_url: '/languages',
    merges_url: '/merges',
    milestones_url: '/milestones{/number}',
    notifications_url: '/notifications{?since,all,participating}',
    pulls_url: '/pulls{/number}',
    releases_url: '/releases{/id}',
    stargazers_url: '/stargazers',
    statuses_url: '/statuses/{sha}',
    subscribers_url: '/subscribers',
    subscription_url: '/subscription',
    tags_url: '/tags',
    teams_url: '/teams',
    trees_url: '/git/trees{/sha}',
};
const COUNTS = ['forks', 'forks_count', 'open_issues', 'open_issues_count', 'watchers', 'watchers_count'];
const MORE_COUNTS = ['stargazers_count', 'size', 'network_count', 'subscribers_count'];
const FEATURES = ['has_issues', 'has_projects', 'has_wiki', 'has_downloads', 'has_discussions'];
const repositoryUrl = ({ owner, name }, server) => `${server}/api/v3/repos/${owner}/${name}`;
function repository(of, server) {
    const api = repositoryUrl(of, server);
    const page = `${server}/${of.owner}/${of.name}`;
    return {
        id: of.id,
        node_id: nodeId('R', of.id),
        name: of.name,
        full_name: `${of.owner}/${of.name}`,
        owner: user(of.owner, server),
        private: of.private,
        html_url: page,
        url: api,
        description: null,
        fork: false,
        homepage: null,
        language: null,
        license: null,
        mirror_url: null,
        archived: false,
        disabled: false,
        has_pages: false,
        default_branch: 'main',
        clone_url: `${page}.git`,
        git_url: `${page.replace(/^https?:/, 'git:')}.git`,
        ssh_url: `git@${new URL(server).hostname}:${of.owner}/${of.name}.git`,
        svn_url: page,
        created_at: BEGAN,
        updated_at: BEGAN,
        pushed_at: BEGAN,
        ...Object.fromEntries(Object.entries(ADDRESSES).map(([member, end]) => [member, `${api}${end}`])),
        ...Object.fromEntries([...COUNTS, ...MORE_COUNTS].map((member) => [member, 0])),
        ...Object.fromEntries(FEATURES.map((member) => [member, true])),
    };
}
const label = (name, of, server) => ({
    id: numberOf(name),
    node_id: nodeId('LA', numberOf(name)),
    url: `${repositoryUrl(of, server)}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
});
const shapes_link = (href) => ({ href });
/** One in a list; the answer for a single one has `wholePull` more. */
function pull(of, within, server) {
    const api = repositoryUrl(within, server);
    const self = `${api}/pulls/${of.number}`;
    const issue = `${api}/issues/${of.number}`;
    const page = `${server}/${within.owner}/${within.name}/pull/${of.number}`;
    const [headOwner = '', headName = ''] = (of.headRepository ?? '').split('/');
    const isOwn = headOwner === within.owner && headName === within.name;
    const head = isOwn ? within : { id: numberOf(headOwner), owner: headOwner, name: headName, private: false };
    const base = commitOf(of.baseBranch);
    const addresses = {
        commits: `${self}/commits`,
        comments: `${issue}/comments`,
        review_comments: `${self}/comments`,
        review_comment: `${api}/pulls/comments{/number}`,
        statuses: `${api}/statuses/${of.headCommit}`,
    };
    return {
        url: self,
        id: of.id,
        node_id: nodeId('PR', of.id),
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        issue_url: issue,
        ...Object.fromEntries(Object.entries(addresses).map(([name, address]) => [`${name}_url`, address])),
        number: of.number,
        state: of.state,
        locked: false,
        title: of.title,
        user: user(of.author, server),
        body: of.body,
        labels: of.labels.map((name) => label(name, within, server)),
        milestone: null,
        created_at: date(of.created),
        updated_at: date(of.updated),
        closed_at: of.state === 'closed' ? date(of.updated) : null,
        merged_at: of.merged ? date(of.updated) : null,
        merge_commit_sha: commitOf(`merge ${of.headCommit}`),
        assignee: null,
        head: {
            label: `${headOwner}:${of.headBranch}`,
            ref: of.headBranch,
            sha: of.headCommit,
            user: user(headOwner === '' ? 'ghost' : headOwner, server),
            repo: of.headRepository === null ? null : repository(head, server),
        },
        base: {
            label: `${within.owner}:${of.baseBranch}`,
            ref: of.baseBranch,
            sha: base,
            user: user(within.owner, server),
            repo: repository(within, server),
        },
        _links: {
            self: shapes_link(self),
            html: shapes_link(page),
            issue: shapes_link(issue),
            ...Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, shapes_link(address)])),
        },
        author_association: 'CONTRIBUTOR',
        auto_merge: null,
        draft: false,
    };
}
const wholePull = (of, within, server) => ({
    ...pull(of, within, server),
    merged: of.merged,
    mergeable: of.state === 'open' ? true : null,
    mergeable_state: of.state === 'open' ? 'clean' : 'unknown',
    merged_by: of.merged ? user(within.owner, server) : null,
    comments: within.comments.filter((comment) => comment.pull === of.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: 1,
});
function comment(of, within, server) {
    const api = repositoryUrl(within, server);
    return {
        id: of.id,
        node_id: nodeId('IC', of.id),
        url: `${api}/issues/comments/${of.id}`,
        html_url: `${server}/${within.owner}/${within.name}/pull/${of.pull}#issuecomment-${of.id}`,
        issue_url: `${api}/issues/${of.pull}`,
        user: user(of.author, server),
        body: of.body,
        created_at: date(of.created),
        updated_at: date(of.updated),
        author_association: 'NONE',
    };
}
function deployment(of, within, server) {
    const api = repositoryUrl(within, server);
    return {
        url: `${api}/deployments/${of.id}`,
        id: of.id,
        node_id: nodeId('DE', of.id),
        sha: of.sha,
        ref: of.ref,
        task: of.task,
        payload: of.payload,
        original_environment: of.environment,
        environment: of.environment,
        description: of.description,
        creator: user(of.author, server),
        created_at: date(of.created),
        updated_at: date(of.updated),
        statuses_url: `${api}/deployments/${of.id}/statuses`,
        repository_url: api,
        transient_environment: of.transient,
        production_environment: of.production,
        performed_via_github_app: null,
    };
}
function shapes_status(of, under, within, server) {
    const api = repositoryUrl(within, server);
    return {
        url: `${api}/deployments/${under.id}/statuses/${of.id}`,
        id: of.id,
        node_id: nodeId('DES', of.id),
        state: of.state,
        creator: user(of.author, server),
        description: of.description,
        environment: of.environment,
        target_url: of.logUrl,
        log_url: of.logUrl,
        environment_url: of.environmentUrl,
        created_at: date(of.created),
        updated_at: date(of.created),
        deployment_url: `${api}/deployments/${under.id}`,
        repository_url: api,
        performed_via_github_app: null,
    };
}
//# sourceMappingURL=shapes.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/deployments.js





const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];
/** "The maximum description length is 140 characters." */
const LONGEST_DESCRIPTION = 140;
const found = ({ repository, parts }) => repository.deployments.find(({ id }) => id === Number(parts[0]));
const stateOf = ({ statuses }) => statuses.at(-1)?.state;
/** The commit of a ref; `undefined` when there is none. A commit is always there, its objects are not modelled. */
function commitBehind({ refs, pulls }, ref) {
    const name = ref.replace(/^refs\/(heads|tags)\//, '');
    const known = Object.hasOwn(refs, name) ? refs[name] : undefined;
    if (known !== undefined)
        return known;
    const commits = [...Object.values(refs), ...pulls.map(({ headCommit }) => headCommit)];
    if (Object.keys(refs).length > 0)
        return commits.find((commit) => commit === ref);
    return /^[0-9a-f]{40}$/.test(ref) ? ref : commitOf(ref);
}
function create(call) {
    const { request, repository, world, now } = call;
    const { body } = request;
    const ref = given(body, 'ref');
    if (typeof ref !== 'string' || ref === '')
        return invalid('Deployment', 'ref', 'missing_field');
    const sha = commitBehind(repository, ref);
    if (sha === undefined)
        return answers_refused(422, `No ref found for: ${ref}`);
    // Without a list every check of the commit must be green, and that of the job that asks never is.
    const contexts = given(body, 'required_contexts');
    if (!Array.isArray(contexts) || contexts.length > 0) {
        return answers_refused(409, `Conflict: Commit status checks failed for ${ref}.`);
    }
    const environment = operation_textOf(body, 'environment', 'production');
    const payload = given(body, 'payload');
    const description = given(body, 'description');
    const made = {
        id: nextId(world),
        ref,
        sha,
        task: operation_textOf(body, 'task', 'deploy'),
        environment,
        description: typeof description === 'string' ? description : null,
        payload: typeof payload === 'object' && payload !== null
            ? payload
            : `${payload ?? ''}`,
        transient: given(body, 'transient_environment') === true,
        production: Boolean(given(body, 'production_environment') ?? environment === 'production'),
        author: BOT,
        created: now,
        updated: now,
        statuses: [],
    };
    repository.deployments.push(made);
    return answered(201, deployment(made, repository, request.server));
}
function createStatus(call) {
    const { request, repository, world, now } = call;
    const { body } = request;
    const of = found(call);
    if (of === undefined)
        return notFound();
    const state = operation_textOf(body, 'state', '');
    if (!STATES.includes(state))
        return invalid('DeploymentStatus', 'state', 'custom', 'state is not included in the list');
    const description = operation_textOf(body, 'description', '');
    if ([...description].length > LONGEST_DESCRIPTION) {
        const tooLong = `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`;
        return invalid('DeploymentStatus', 'description', 'custom', tooLong);
    }
    for (const name of ['environment_url', 'log_url']) {
        const url = operation_textOf(body, name, '');
        if (url !== '' && !/^https?:\/\//.test(url))
            return invalid('DeploymentStatus', name, 'custom', `${name} must use http(s) scheme`);
    }
    const made = {
        id: nextId(world),
        state: state,
        description,
        environment: operation_textOf(body, 'environment', of.statuses.at(-1)?.environment ?? of.environment),
        environmentUrl: operation_textOf(body, 'environment_url', ''),
        logUrl: operation_textOf(body, 'log_url', operation_textOf(body, 'target_url', '')),
        author: BOT,
        created: now,
    };
    of.statuses.push(made);
    of.updated = now;
    if (state === 'success' && given(body, 'auto_inactive') !== false)
        retireOthers(world, repository, of, now);
    return answered(201, shapes_status(made, of, repository, request.server));
}
/** `auto_inactive`: the earlier successes of the same environment, unless it is transient or production. */
function retireOthers(world, { deployments }, newest, now) {
    for (const one of deployments) {
        if (one.id >= newest.id || one.environment !== newest.environment || one.transient || one.production)
            continue;
        if (stateOf(one) !== 'success')
            continue;
        one.statuses.push({
            id: nextId(world),
            state: 'inactive',
            description: '',
            environment: one.environment,
            environmentUrl: '',
            logUrl: '',
            author: BOT,
            created: now,
        });
    }
}
function remove(call) {
    const { deployments } = call.repository;
    const of = found(call);
    if (of === undefined)
        return notFound();
    const isOnly = deployments.filter(({ environment }) => environment === of.environment).length === 1;
    if (stateOf(of) !== 'inactive' && !isOnly) {
        return answers_refused(422, 'We cannot delete an active deployment unless it is the only deployment in a given environment.');
    }
    deployments.splice(deployments.indexOf(of), 1);
    return answered(204);
}
const FILTERS = ['sha', 'ref', 'task', 'environment'];
const DEPLOYMENT_OPERATIONS = [
    {
        id: 'repos/list-deployments',
        method: 'GET',
        path: /^\/deployments$/,
        needs: ['deployments'],
        perform: (call) => {
            const { query, server } = call.request;
            const fits = (one) => FILTERS.every((name) => query[name] === undefined || query[name] === 'none' || query[name] === one[name]);
            const newestFirst = call.repository.deployments.filter(fits).reverse();
            return page(call, newestFirst.map((one) => deployment(one, call.repository, server)));
        },
    },
    { id: 'repos/create-deployment', method: 'POST', path: /^\/deployments$/, needs: ['deployments'], perform: create },
    {
        id: 'repos/get-deployment',
        method: 'GET',
        path: /^\/deployments\/(\d+)$/,
        needs: ['deployments'],
        perform: (call) => {
            const of = found(call);
            return of === undefined ? notFound() : answered(200, deployment(of, call.repository, call.request.server));
        },
    },
    {
        id: 'repos/delete-deployment',
        method: 'DELETE',
        path: /^\/deployments\/(\d+)$/,
        needs: ['deployments'],
        perform: remove,
    },
    {
        id: 'repos/list-deployment-statuses',
        method: 'GET',
        path: /^\/deployments\/(\d+)\/statuses$/,
        needs: ['deployments'],
        perform: (call) => {
            const of = found(call);
            if (of === undefined)
                return notFound();
            return page(call, [...of.statuses].reverse().map((one) => shapes_status(one, of, call.repository, call.request.server)));
        },
    },
    {
        id: 'repos/create-deployment-status',
        method: 'POST',
        path: /^\/deployments\/(\d+)\/statuses$/,
        needs: ['deployments'],
        perform: createStatus,
    },
];
//# sourceMappingURL=deployments.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/pulls.js
/** Pull requests of the simulated GitHub, their comments and labels. Everything else of an issue is left out. */





/** GitHub refuses longer comments ("body is too long (maximum is 65536 characters)"). */
const LONGEST_BODY = 65_536;
const pullOf = ({ repository: { pulls }, parts }) => pulls.find(({ number }) => number === Number(parts[0]));
const commentOf = ({ repository: { comments }, parts }) => comments.find(({ id }) => id === Number(parts[0]));
/** The reason against a comment's text. */
function wrongBody(body) {
    const text = given(body, 'body');
    if (typeof text !== 'string' || text === '')
        return invalid('IssueComment', 'body', 'missing_field');
    if (text.length <= LONGEST_BODY)
        return undefined;
    return invalid('IssueComment', 'body', 'custom', `body is too long (maximum is ${LONGEST_BODY} characters)`);
}
const shownLabels = (call, of) => of.labels.map((name) => label(name, call.repository, call.request.server));
const ON_PULLS = ['pull-requests', 'issues'];
const PULL_OPERATIONS = [
    {
        id: 'repos/get',
        method: 'GET',
        path: /^$/,
        needs: [],
        perform: ({ repository: of, request }) => answered(200, repository(of, request.server)),
    },
    {
        id: 'repos/get-collaborator-permission-level',
        method: 'GET',
        path: /^\/collaborators\/([^/]+)\/permission$/,
        needs: [],
        perform: ({ repository: { collaborators, private: isPrivate }, parts: [login = ''], request }) => {
            const role = Object.hasOwn(collaborators, login) ? collaborators[login] : isPrivate ? 'none' : 'read';
            if (role === null || role === undefined)
                return answers_refused(404, `${login} is not a user`);
            return answered(200, {
                permission: role,
                role_name: role,
                user: { ...user(login, request.server), role_name: role },
            });
        },
    },
    {
        id: 'pulls/list',
        method: 'GET',
        path: /^\/pulls$/,
        needs: ['pull-requests'],
        perform: (call) => {
            const { query, server } = call.request;
            const { state = 'open' } = query;
            const found = call.repository.pulls.filter((one) => (state === 'all' || one.state === state) &&
                (query.head === undefined || query.head === `${(one.headRepository ?? '').split('/')[0]}:${one.headBranch}`));
            // Newest first is the default.
            return page(call, [...found].sort((a, b) => b.number - a.number).map((one) => pull(one, call.repository, server)));
        },
    },
    {
        id: 'pulls/get',
        method: 'GET',
        path: /^\/pulls\/(\d+)$/,
        needs: ['pull-requests'],
        perform: (call) => {
            const found = pullOf(call);
            return found === undefined ? notFound() : answered(200, wholePull(found, call.repository, call.request.server));
        },
    },
    {
        id: 'issues/list-comments',
        method: 'GET',
        path: /^\/issues\/(\d+)\/comments$/,
        needs: ON_PULLS,
        perform: (call) => {
            const of = pullOf(call);
            if (of === undefined)
                return notFound();
            const found = call.repository.comments.filter((one) => one.pull === of.number);
            return page(call, found.map((one) => comment(one, call.repository, call.request.server)));
        },
    },
    {
        id: 'issues/create-comment',
        method: 'POST',
        path: /^\/issues\/(\d+)\/comments$/,
        needs: ON_PULLS,
        perform: (call) => {
            const { request, now, world, repository: within } = call;
            const of = pullOf(call);
            if (of === undefined)
                return notFound();
            const wrong = wrongBody(request.body);
            if (wrong !== undefined)
                return wrong;
            const body = operation_textOf(request.body, 'body', '');
            const made = { id: nextId(world), pull: of.number, body, author: BOT, created: now, updated: now };
            within.comments.push(made);
            return answered(201, comment(made, within, request.server));
        },
    },
    {
        id: 'issues/get-comment',
        method: 'GET',
        path: /^\/issues\/comments\/(\d+)$/,
        needs: ON_PULLS,
        perform: (call) => {
            const found = commentOf(call);
            return found === undefined ? notFound() : answered(200, comment(found, call.repository, call.request.server));
        },
    },
    {
        id: 'issues/update-comment',
        method: 'PATCH',
        path: /^\/issues\/comments\/(\d+)$/,
        needs: ON_PULLS,
        perform: (call) => {
            const found = commentOf(call);
            if (found === undefined)
                return notFound();
            const wrong = wrongBody(call.request.body);
            if (wrong !== undefined)
                return wrong;
            found.body = operation_textOf(call.request.body, 'body', '');
            found.updated = call.now;
            return answered(200, comment(found, call.repository, call.request.server));
        },
    },
    {
        id: 'issues/delete-comment',
        method: 'DELETE',
        path: /^\/issues\/comments\/(\d+)$/,
        needs: ON_PULLS,
        perform: (call) => {
            const found = commentOf(call);
            if (found === undefined)
                return notFound();
            call.repository.comments.splice(call.repository.comments.indexOf(found), 1);
            return answered(204);
        },
    },
    {
        id: 'issues/list-labels-on-issue',
        method: 'GET',
        path: /^\/issues\/(\d+)\/labels$/,
        needs: ON_PULLS,
        perform: (call) => {
            const of = pullOf(call);
            return of === undefined ? notFound() : page(call, shownLabels(call, of));
        },
    },
    {
        id: 'issues/add-labels',
        method: 'POST',
        path: /^\/issues\/(\d+)\/labels$/,
        needs: ON_PULLS,
        perform: (call) => {
            const of = pullOf(call);
            if (of === undefined)
                return notFound();
            const names = given(call.request.body, 'labels');
            if (!Array.isArray(names))
                return invalid('Label', 'labels', 'missing_field');
            of.labels = [...new Set([...of.labels, ...names.map(String)])];
            return answered(200, shownLabels(call, of));
        },
    },
    {
        id: 'issues/remove-label',
        method: 'DELETE',
        path: /^\/issues\/(\d+)\/labels\/(.+)$/,
        needs: ON_PULLS,
        perform: (call) => {
            const of = pullOf(call);
            const name = call.parts[1] ?? '';
            if (of === undefined || !of.labels.includes(name))
                return notFound();
            of.labels = of.labels.filter((one) => one !== name);
            return answered(200, shownLabels(call, of));
        },
    },
];
//# sourceMappingURL=pulls.js.map
;// CONCATENATED MODULE: ./lib/simulator/github/github.js






/** GitHub docs: "1,000 requests per hour per repository" for the token of a workflow. */
const CALLS_AN_HOUR = 1_000;
const github_HOUR = 3_600;
const github_OPERATIONS = [...PULL_OPERATIONS, ...DEPLOYMENT_OPERATIONS];
/** Of no repository. */
const OTHERS = {
    '/rate_limit': 'rate-limit/get',
    '/user': 'users/get-authenticated',
};
function find({ method, path }) {
    const [, repository, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
    if (repository === undefined)
        return undefined;
    for (const operation of github_OPERATIONS) {
        const match = operation.method === method ? operation.path.exec(rest) : null;
        if (match !== null)
            return { operation, repository, parts: match.slice(1).map(decodeURIComponent) };
    }
    return undefined;
}
/** Nothing seeded: a test or a demo gets whatever repository its workflow says it runs in. */
function repositoryOf(world, name) {
    return findRepository(world, name) ?? (world.repositories.length === 0 ? addRepository(world, name) : undefined);
}
function permissionsOf({ tokens }, token) {
    if (Object.keys(tokens).length === 0)
        return ALL_PERMISSIONS;
    return Object.hasOwn(tokens, token) ? tokens[token] : undefined;
}
/** The reason why this caller is not served. */
function refusal(world, { operation }, repository, token) {
    const isRead = operation.method === 'GET';
    if (token === undefined) {
        if (!isRead)
            return authenticationRequired();
        return repository.private ? notFound() : undefined;
    }
    const permissions = permissionsOf(world, token);
    if (permissions === undefined)
        return badCredentials();
    // Everybody may read what is public.
    if (operation.needs.length === 0 || (isRead && !repository.private))
        return undefined;
    const enough = operation.needs.some((name) => permissions[name] === 'write' || (isRead && permissions[name] === 'read'));
    return enough ? undefined : notAccessible();
}
/** The token of a workflow is that of an app installation, which is no user. */
function viewer({ tokens }, { token, server }) {
    if (token === undefined)
        return authenticationRequired();
    if (Object.keys(tokens).length > 0 && !Object.hasOwn(tokens, token))
        return badCredentials();
    const login = tokens[token]?.login;
    return login === undefined ? notAccessible() : answered(200, wholeUser(login, server));
}
function createGitHub({ now }) {
    let world = { lastId: 1_000, repositories: [], tokens: {} };
    const limits = () => {
        const remaining = world.remaining ?? CALLS_AN_HOUR;
        return {
            'x-ratelimit-limit': String(CALLS_AN_HOUR),
            'x-ratelimit-remaining': String(remaining),
            'x-ratelimit-used': String(Math.max(0, CALLS_AN_HOUR - remaining)),
            'x-ratelimit-reset': String(Math.floor(now() / 1_000) + github_HOUR),
            'x-ratelimit-resource': 'core',
            'x-github-api-version-selected': '2022-11-28',
        };
    };
    const served = (request) => {
        if (request.method === 'GET' && request.path === '/rate_limit')
            return answered(200, rateLimit(world, now()));
        if (world.remaining !== undefined) {
            if (world.remaining <= 0)
                return limitExceeded();
            world.remaining -= 1;
        }
        if (request.method === 'GET' && request.path === '/user')
            return viewer(world, request);
        const found = find(request);
        const repository = found === undefined ? undefined : repositoryOf(world, found.repository);
        if (found === undefined || repository === undefined)
            return notFound();
        const reason = refusal(world, found, repository, request.token);
        if (reason !== undefined)
            return reason;
        return found.operation.perform({ request, world, repository, parts: found.parts, now: now() });
    };
    return {
        operationId: (request) => (request.method === 'GET' ? OTHERS[request.path] : undefined) ?? find(request)?.operation.id,
        answer: (request) => {
            const answer = served(request);
            return { ...answer, headers: { ...limits(), ...answer.headers } };
        },
        seed: (seed) => seedGitHub(world, seed, now()),
        state: () => stateOfWorld(world),
        save: () => structuredClone(world),
        restore: (saved) => {
            world = structuredClone(saved);
        },
    };
}
function stateOfWorld({ repositories, tokens, remaining }) {
    return structuredClone({
        repositories: repositories.map(({ deployments, ...rest }) => ({
            ...rest,
            deployments: deployments.map((one) => ({ ...one, state: stateOf(one) ?? null })),
        })),
        // The tokens themselves are nobody's business.
        tokens: Object.values(tokens),
        ...(remaining === undefined ? {} : { remaining }),
    });
}
function rateLimit({ remaining = CALLS_AN_HOUR }, now) {
    const used = Math.max(0, CALLS_AN_HOUR - remaining);
    const rate = { limit: CALLS_AN_HOUR, remaining, reset: Math.floor(now / 1_000) + github_HOUR, used };
    return { resources: { core: rate, search: { limit: 30, remaining: 30, reset: rate.reset, used: 0 } }, rate };
}
//# sourceMappingURL=github.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/github.js




/** No bucket can be called so, which keeps it apart from S3's addresses. */
const GITHUB_PATH = '/_github/';
const ROOT = '/_github/api/v3';
/** Faults of the wire hit calls of AWS unless their `action` begins so: `github:repos/create-deployment`, `github:*`. */
const MARK = 'github:';
const github_MAX_BODY = 10_000_000;
/** GitHub docs, on secondary limits: "wait for at least one minute before retrying". */
const RETRY_AFTER = 60;
/** The part of a scenario that is meant for GitHub. The same object as long as the scenario is the same: faults are counted. */
function forGitHub(scenario) {
    let from;
    let filtered = {};
    return () => {
        const current = scenario();
        if (current === from)
            return filtered;
        from = current;
        const faults = (current.faults ?? []).flatMap((fault) => 'action' in fault && fault.action.startsWith(MARK) ? [{ ...fault, action: fault.action.slice(MARK.length) }] : []);
        filtered = { faults };
        return filtered;
    };
}
function github_tokenOf({ headers }) {
    return /^(?:token|bearer)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
const parsed = (bytes) => {
    if (bytes.length === 0)
        return { value: undefined };
    try {
        return { value: JSON.parse(Buffer.from(bytes).toString('utf8')) };
    }
    catch {
        return undefined;
    }
};
function instead(faults) {
    for (const fault of faults) {
        if (fault.kind === 'throttle')
            return secondaryLimit(fault.retryAfterSeconds ?? RETRY_AFTER);
        if (fault.kind === 'server-error')
            return serverError(fault.status);
        if (fault.kind === 'expired-credentials')
            return badCredentials();
        if (fault.kind === 'lost-permission')
            return notAccessible();
        if (fault.kind === 'reset' && fault.when === 'before')
            throw new http/* ConnectionReset */.EL();
    }
    return undefined;
}
function createGitHubWire({ simulator, clock, random }) {
    const now = () => simulator.now();
    const github = createGitHub({ now });
    const scenario = forGitHub(() => simulator.scenario);
    const faults = createFaults(scenario, now, random);
    const answer = async (request, action) => {
        const hitting = faults.hitting(action);
        const slow = hitting.reduce((sum, fault) => sum + (fault.kind === 'slow-answer' ? fault.seconds : 0), 0);
        if (slow > 0)
            await clock.sleep(slow * 1_000);
        const refusal = instead(hitting);
        if (refusal !== undefined)
            return refusal;
        const answered = github.answer(request);
        if (hitting.some((fault) => fault.kind === 'reset'))
            throw new http/* ConnectionReset */.EL();
        return answered;
    };
    return {
        github,
        handle: async (request, { path, parameters }, log) => {
            const token = github_tokenOf(request);
            const server = `http://${request.headers.host ?? '127.0.0.1'}/_github`;
            const asked = { method: request.method, path: path.slice(ROOT.length) };
            const action = github.operationId(asked) ?? `${request.method} ${path}`;
            const body = parsed((await (0,http/* wholeBody */.g3)(request, github_MAX_BODY)) ?? new Uint8Array(0));
            const input = body?.value;
            const end = (status, errorCode) => log({
                service: 'github',
                action,
                status,
                input: (input ?? Object.fromEntries(parameters)),
                ...(errorCode === undefined ? {} : { errorCode }),
            });
            if (body === undefined) {
                end(400);
                return shown(answers_refused(400, 'Problems parsing JSON'));
            }
            try {
                const query = Object.fromEntries(parameters);
                const call = { ...asked, query, body: input, server, ...(token === undefined ? {} : { token }) };
                const found = await answer(call, action);
                end(found.status);
                return shown(found);
            }
            catch (error) {
                if (error instanceof http/* ConnectionReset */.EL)
                    end(0, 'ECONNRESET');
                throw error;
            }
        },
    };
}
const shown = ({ status, headers, body }) => body === undefined
    ? { status, headers, body: new Uint8Array(0) }
    : (0,http/* textResponse */.rR)(status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
//# sourceMappingURL=github.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/late-services.js
function once(load) {
    let loaded;
    return () => {
        loaded ??= load();
        return loaded;
    };
}
const createLateServices = (simulator) => ({
    ssm: once(() => Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(829), __webpack_require__.e(39)]).then(__webpack_require__.bind(__webpack_require__, 6039)).then(({ createSsmService }) => createSsmService(simulator))),
    monitoring: once(() => Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(104), __webpack_require__.e(396)]).then(__webpack_require__.bind(__webpack_require__, 396)).then((module) => module.createCloudWatchService(simulator))),
    elasticloadbalancing: once(() => Promise.all(/* import() */[__webpack_require__.e(361), __webpack_require__.e(43)]).then(__webpack_require__.bind(__webpack_require__, 43)).then((module) => module.createElbv2Service(simulator))),
    autoscaling: once(() => Promise.all(/* import() */[__webpack_require__.e(386), __webpack_require__.e(242)]).then(__webpack_require__.bind(__webpack_require__, 4242)).then((module) => module.createAutoScalingService(simulator))),
    ecr: once(() => Promise.all(/* import() */[__webpack_require__.e(143), __webpack_require__.e(672), __webpack_require__.e(908)]).then(__webpack_require__.bind(__webpack_require__, 6908)).then((module) => module.createEcrService(simulator))),
    route53: once(() => Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(676), __webpack_require__.e(529)]).then(__webpack_require__.bind(__webpack_require__, 1529)).then((module) => module.createRoute53Service(simulator))),
});
//# sourceMappingURL=late-services.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/rate-limit.js
/** AWS support to a user (aws/aws-toolkit-azure-devops#62): two calls a second with a burst of fifteen, per account and region. */
const PER_SECOND = 2;
const BURST = 15;
const LIMITED = new Set(['DescribeEvents', 'DescribeEnvironments']);
/** A token bucket for each limited operation. */
function createRateLimits() {
    const buckets = new Map();
    return {
        allow: (action, now) => {
            if (!LIMITED.has(action))
                return true;
            const bucket = buckets.get(action) ?? { tokens: BURST, at: now };
            bucket.tokens = Math.min(BURST, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * PER_SECOND);
            bucket.at = Math.max(now, bucket.at);
            buckets.set(action, bucket);
            if (bucket.tokens < 1)
                return false;
            bucket.tokens -= 1;
            return true;
        },
    };
}
//# sourceMappingURL=rate-limit.js.map
// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 28 modules
var XMLParser = __webpack_require__(8879);
;// CONCATENATED MODULE: ./lib/simulator/wire/crc.js
/** The cyclic redundancy checks that S3 accepts, and how those of parts make that of the whole. */

/** Reflected polynomials (the RFC 3720 one, the ISO-HDLC one, and NVM Express's). */
const CASTAGNOLI = 0x82f63b78;
const ETHERNET = 0xedb88320;
const NVME = 0x9a6c9329ac4bc9b5n;
function table32(polynomial) {
    return Uint32Array.from({ length: 256 }, (_, byte) => {
        let crc = byte;
        for (let bit = 0; bit < 8; bit += 1)
            crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
        return crc >>> 0;
    });
}
function scriptedCrc32(polynomial) {
    const table = table32(polynomial);
    return (bytes, before) => {
        let crc = ~before;
        for (const byte of bytes)
            crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0);
        return ~crc >>> 0;
    };
}
/** Node has it natively from 20.15 on. */
const crc32 = external_node_zlib_.crc32 ?? scriptedCrc32(ETHERNET);
const crc32c = scriptedCrc32(CASTAGNOLI);
function hasher32(step) {
    let crc = 0;
    return {
        update: (bytes) => {
            crc = step(bytes, crc);
        },
        digest: () => {
            const bytes = Buffer.alloc(4);
            bytes.writeUInt32BE(crc);
            return bytes;
        },
    };
}
const createCrc32 = () => hasher32(crc32);
const createCrc32c = () => hasher32(crc32c);
/** Tables for four bytes at a time, high and low words apart: a number holds only 53 bits. */
function tables64() {
    const first = Array.from({ length: 256 }, (_, byte) => {
        let crc = BigInt(byte);
        for (let bit = 0; bit < 8; bit += 1)
            crc = (crc & 1n) === 1n ? (crc >> 1n) ^ NVME : crc >> 1n;
        return crc;
    });
    const slices = [first];
    for (let slice = 1; slice < 4; slice += 1) {
        const before = slices[slice - 1] ?? first;
        slices.push(before.map((crc) => (crc >> 8n) ^ (first[Number(crc & 255n)] ?? 0n)));
    }
    return slices.map((slice) => ({
        high: Uint32Array.from(slice, (crc) => Number(crc >> 32n)),
        low: Uint32Array.from(slice, (crc) => Number(crc & 0xffffffffn)),
    }));
}
let tables;
function createCrc64Nvme() {
    tables ??= tables64();
    const [one, two, three, four] = tables;
    if (one === undefined || two === undefined || three === undefined || four === undefined)
        throw new Error('No tables.');
    let [high, low] = [~0, ~0];
    return {
        update: (bytes) => {
            let at = 0;
            for (; at + 4 <= bytes.length; at += 4) {
                const a = (low ^ (bytes[at] ?? 0)) & 255;
                const b = ((low >>> 8) ^ (bytes[at + 1] ?? 0)) & 255;
                const c = ((low >>> 16) ^ (bytes[at + 2] ?? 0)) & 255;
                const d = ((low >>> 24) ^ (bytes[at + 3] ?? 0)) & 255;
                low = high ^ (four.low[a] ?? 0) ^ (three.low[b] ?? 0) ^ (two.low[c] ?? 0) ^ (one.low[d] ?? 0);
                high = (four.high[a] ?? 0) ^ (three.high[b] ?? 0) ^ (two.high[c] ?? 0) ^ (one.high[d] ?? 0);
            }
            for (; at < bytes.length; at += 1) {
                const index = (low ^ (bytes[at] ?? 0)) & 255;
                low = ((low >>> 8) | (high << 24)) ^ (one.low[index] ?? 0);
                high = (high >>> 8) ^ (one.high[index] ?? 0);
            }
        },
        digest: () => {
            const bytes = Buffer.alloc(8);
            bytes.writeUInt32BE(~high >>> 0, 0);
            bytes.writeUInt32BE(~low >>> 0, 4);
            return bytes;
        },
    };
}
const apply = (matrix, vector) => {
    let sum = 0n;
    for (let rest = vector, row = 0; rest !== 0n; rest >>= 1n, row += 1)
        if ((rest & 1n) === 1n)
            sum ^= matrix[row] ?? 0n;
    return sum;
};
const square = (matrix) => matrix.map((row) => apply(matrix, row));
/** The check of two pieces in a row, from theirs (zlib's `crc32_combine`, for any width). */
function combineCrc(algorithm, first, second, secondBytes) {
    const width = algorithm === 'CRC64NVME' ? 64 : 32;
    const polynomial = algorithm === 'CRC64NVME' ? NVME : BigInt(algorithm === 'CRC32' ? ETHERNET : CASTAGNOLI);
    let matrix = Array.from({ length: width }, (_, row) => (row === 0 ? polynomial : 1n << BigInt(row - 1)));
    for (let doubling = 0; doubling < 3; doubling += 1)
        matrix = square(matrix); // from one bit to one byte
    let crc = BigInt(`0x${first.toString('hex')}`);
    for (let rest = secondBytes; rest > 0; rest = Math.floor(rest / 2)) {
        if (rest % 2 === 1)
            crc = apply(matrix, crc);
        matrix = square(matrix);
    }
    return Buffer.from((crc ^ BigInt(`0x${second.toString('hex')}`)).toString(16).padStart(width / 4, '0'), 'hex');
}
//# sourceMappingURL=crc.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/checksums.js
/** The checksums that come with S3 requests: which are announced, how they are computed, and those of whole uploads. */


const ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'];
/** `x-amz-checksum-crc32` and so on. */
const checksumHeader = (algorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;
/** The algorithm a request names, or `undefined`. */
const checksumAlgorithm = (name) => ALGORITHMS.find((algorithm) => algorithm === name?.toUpperCase());
/** The algorithm whose value a request brings, in its headers or announced for its trailer. */
function announcedAlgorithm(headers) {
    const trailer = headers['x-amz-trailer'] ?? '';
    return ALGORITHMS.find((algorithm) => checksumHeader(algorithm) in headers || trailer.toLowerCase() === checksumHeader(algorithm));
}
function createHasher(algorithm) {
    switch (algorithm) {
        case 'CRC32':
            return createCrc32();
        case 'CRC32C':
            return createCrc32c();
        case 'CRC64NVME':
            return createCrc64Nvme();
        case 'SHA1':
        case 'SHA256':
            return (0,external_node_crypto_.createHash)(algorithm.toLowerCase());
    }
}
/** The checksum of an upload from those of its parts; AWS guide: "Checking object integrity". */
function wholeChecksum(algorithm, type, parts) {
    if (type === 'FULL_OBJECT' && algorithm !== 'SHA1' && algorithm !== 'SHA256') {
        const [first, ...rest] = parts;
        const whole = rest.reduce((crc, part) => combineCrc(algorithm, crc, part.digest, part.size), first?.digest ?? createHasher(algorithm).digest());
        return { algorithm, type, value: whole.toString('base64') };
    }
    const hasher = createHasher(algorithm);
    for (const part of parts)
        hasher.update(part.digest);
    return { algorithm, type: 'COMPOSITE', value: `${hasher.digest().toString('base64')}-${parts.length}` };
}
//# sourceMappingURL=checksums.js.map
// EXTERNAL MODULE: ./lib/simulator/wire/signature.js
var signature = __webpack_require__(2280);
// EXTERNAL MODULE: ./lib/simulator/wire/xml.js
var wire_xml = __webpack_require__(9307);
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-error.js
/** What the simulated S3 refuses, in S3's words (AWS reference: S3 error responses). */



/** A refusal with the further elements that S3 puts into its error document. */
class S3Error extends service_error/* ServiceError */._ {
    details;
    constructor(status, code, message, details = {}) {
        super(code, message, status);
        this.details = details;
    }
}
const noSuchBucket = (bucket) => new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket });
const noSuchKey = (key) => new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key });
const noSuchUpload = (uploadId) => new S3Error(404, 'NoSuchUpload', 'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.', { UploadId: uploadId });
const preconditionFailed = (condition) => new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
});
const notImplemented = (header) => new S3Error(501, 'NotImplemented', `A header or query you provided implies functionality that is not implemented: ${header}`, { Header: header });
const invalidArgument = (name, value, message) => new S3Error(400, 'InvalidArgument', message, { ArgumentName: name, ArgumentValue: value });
const malformedXml = () => new S3Error(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema');
function signatureError(problem, wallNow, region) {
    switch (problem.kind) {
        case 'missing':
            return new S3Error(403, 'AccessDenied', 'Access Denied');
        case 'malformed':
            if (problem.detail === signature/* VERSION_2 */.aF)
                return new S3Error(400, 'InvalidRequest', signature/* VERSION_2 */.aF);
            return new S3Error(400, 'AuthorizationHeaderMalformed', `The authorization header is malformed; ${problem.detail}`);
        case 'unknown-key':
            return new S3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', {
                AWSAccessKeyId: problem.accessKeyId,
            });
        case 'wrong-token':
            return new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
        case 'mismatch':
            return new S3Error(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided. Check your key and signing method.');
        case 'skewed':
            return new S3Error(403, 'RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.', {
                RequestTime: new Date(problem.signedAt).toISOString(),
                ServerTime: new Date(wallNow).toISOString(),
                MaxAllowedSkewMilliseconds: '900000',
            });
        case 'presigned-expired':
            return new S3Error(403, 'AccessDenied', 'Request has expired', {
                Expires: new Date(problem.expiredAt).toISOString(),
                ServerTime: new Date(wallNow).toISOString(),
            });
        case 'wrong-region':
            return new S3Error(400, 'AuthorizationHeaderMalformed', `The authorization header is malformed; the region '${problem.region}' is wrong; expecting '${region}'`, { Region: region });
        case 'expired-token':
            return new S3Error(400, 'ExpiredToken', 'The provided token has expired.');
    }
}
/** The error document. */
function errorXml(error, requestId, resource) {
    const details = error instanceof S3Error ? error.details : {};
    const more = Object.entries(details).map(([name, value]) => (0,wire_xml/* element */.N)(name, value));
    return (`<?xml version="1.0" encoding="UTF-8"?>\n<Error>${(0,wire_xml/* element */.N)('Code', error.code)}${(0,wire_xml/* element */.N)('Message', error.message)}${more.join('')}` +
        `${(0,wire_xml/* element */.N)('Resource', resource)}${(0,wire_xml/* element */.N)('RequestId', requestId)}${(0,wire_xml/* element */.N)('HostId', 'simulator')}</Error>`);
}
//# sourceMappingURL=s3-error.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-call.js



const S3_NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const query = (call, name) => (0,http/* parameter */.Wi)(call.address, name);
const header = (call, name) => call.request.headers[name];
/** `<Name xmlns=…>content</Name>` as a whole answer. */
function xmlResponse(name, content, headers = {}) {
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${S3_NAMESPACE}">${content}</${name}>`;
    return (0,http/* textResponse */.rR)(200, 'application/xml', text, headers);
}
const emptyResponse = (status, headers = {}) => ({
    status,
    headers: { ...(status === 204 ? {} : { 'content-length': '0' }), ...headers },
    body: new Uint8Array(0),
});
function requireBucket(call, bucket = call.bucket) {
    if (!call.objects.hasBucket(bucket))
        throw noSuchBucket(bucket);
}
/** What the client asked to be kept with an object. */
function s3_call_describedBy(call) {
    const metadata = {};
    for (const [name, value] of Object.entries(call.request.headers)) {
        if (name.startsWith('x-amz-meta-'))
            metadata[name.slice('x-amz-meta-'.length)] = value;
    }
    const contentType = header(call, 'content-type');
    return { metadata, ...(contentType === undefined ? {} : { contentType }) };
}
/**
 * The conditions of a conditional write. `If-None-Match: *` means: only when there is no such object. `If-Match` without
 * an object answers 404, not 412 (S3 user guide, "Conditional writes").
 */
function checkWriteConditions(call) {
    const present = call.objects.head(call.bucket, call.key);
    if (header(call, 'if-none-match') === '*' && present !== undefined)
        throw preconditionFailed('If-None-Match');
    const ifMatch = header(call, 'if-match');
    if (ifMatch !== undefined && present === undefined)
        throw noSuchKey(call.key);
    if (ifMatch !== undefined && ifMatch !== '*' && present?.etag.replaceAll('"', '') !== ifMatch.replaceAll('"', ''))
        throw preconditionFailed('If-Match');
}
/** The headers that describe an object. */
function objectHeaders(call, object) {
    const headers = {
        etag: object.etag,
        'last-modified': object.lastModified.toUTCString(),
        'accept-ranges': 'bytes',
        'content-type': query(call, 'response-content-type') ?? object.contentType ?? 'binary/octet-stream',
    };
    const disposition = query(call, 'response-content-disposition');
    if (disposition !== undefined)
        headers['content-disposition'] = disposition;
    for (const [name, value] of Object.entries(object.metadata))
        headers[`x-amz-meta-${name}`] = value;
    return headers;
}
/** The stored checksum as headers, for those who ask with `x-amz-checksum-mode: ENABLED`. */
function checksumHeaders(call) {
    const checksum = call.objects.checksum(call.bucket, call.key);
    if (checksum === undefined || header(call, 'x-amz-checksum-mode')?.toUpperCase() !== 'ENABLED')
        return {};
    return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}
/** Copies bytes of the store into a new staging; answers how many. */
async function restage(objects, bytes, seen) {
    const staging = objects.stage();
    for await (const piece of bytes) {
        seen(piece);
        await staging.write(piece);
    }
    return staging.finish();
}
//# sourceMappingURL=s3-call.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/chunked.js
/** Decodes `aws-chunked` bodies: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n … 0\r\n<trailers>\r\n`. */
const MAX_LINE = 16_384;
/** Bytes go in as they arrive; the payload comes out without copies. Chunk signatures are read over, not checked. */
class ChunkedDecoder {
    #state = 'size';
    #line = '';
    #left = 0;
    trailers = {};
    /** Whether the last chunk and the trailers have arrived. */
    get finished() {
        return this.#state === 'done';
    }
    /** Answers the payload in these bytes. Throws a `RangeError` for what is no aws-chunked encoding. */
    push(bytes) {
        const payload = [];
        let at = 0;
        while (at < bytes.length && this.#state !== 'done') {
            if (this.#state === 'data') {
                const piece = bytes.subarray(at, at + this.#left);
                payload.push(piece);
                at += piece.length;
                this.#left -= piece.length;
                if (this.#left === 0)
                    this.#state = 'data-end';
                continue;
            }
            const end = bytes.indexOf(10, at);
            this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end);
            if (this.#line.length > MAX_LINE)
                throw new RangeError('A line of the aws-chunked encoding is too long.');
            if (end < 0)
                break;
            at = end + 1;
            const line = this.#line.replace(/\r$/, '');
            this.#line = '';
            this.#take(line);
        }
        return payload;
    }
    #take(line) {
        if (this.#state === 'data-end') {
            if (line !== '')
                throw new RangeError('A chunk of the aws-chunked encoding is longer than it says.');
            this.#state = 'size';
        }
        else if (this.#state === 'size') {
            const size = /^([0-9a-fA-F]{1,12})(;.*)?$/.exec(line)?.[1];
            if (size === undefined)
                throw new RangeError('A chunk of the aws-chunked encoding has no size.');
            this.#left = Number.parseInt(size, 16);
            this.#state = this.#left === 0 ? 'trailer' : 'data';
        }
        else if (line === '') {
            this.#state = 'done';
        }
        else {
            const cut = line.indexOf(':');
            this.trailers[line.slice(0, cut).trim().toLowerCase()] = line.slice(cut + 1).trim();
        }
    }
    /** Ends the input. Some clients leave out the empty line after the last chunk. */
    end() {
        if (this.#state === 'trailer')
            this.#state = 'done';
    }
}
//# sourceMappingURL=chunked.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-receive.js
/** Takes the body of an S3 request in, piece by piece, and proves it: length, SHA-256, MD5 and the newer checksums. */




/** AWS guide: one PUT takes up to 5 GB. */
const MAX_SIZE = 5 * 1_024 ** 3;
const declaredLength = (headers) => {
    const text = headers['x-amz-decoded-content-length'] ?? headers['content-length'];
    return text === undefined ? undefined : Number(text);
};
async function* pieces(body) {
    if (body === undefined)
        return;
    if (body instanceof Uint8Array) {
        yield Buffer.from(body.buffer, body.byteOffset, body.byteLength);
        return;
    }
    try {
        for await (const piece of body)
            yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    }
    catch {
        throw incomplete(); // The client went away in the middle.
    }
}
const incomplete = () => new S3Error(400, 'IncompleteBody', 'You did not provide the number of bytes specified by the Content-Length HTTP header');
function verify(algorithm, digest, given) {
    if (given === undefined) {
        throw new S3Error(400, 'MalformedTrailerError', 'The request contained trailing data that was not well-formed or did not conform to our published schema.');
    }
    if (given !== digest.toString('base64')) {
        throw new S3Error(400, 'BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
    }
}
function verifyHashes(headers, md5, sha256) {
    if (sha256 !== undefined && headers['x-amz-content-sha256'] !== sha256.toString('hex')) {
        throw new S3Error(400, 'XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed.", {
            ClientComputedContentSHA256: headers['x-amz-content-sha256'] ?? '',
            S3ComputedContentSHA256: sha256.toString('hex'),
        });
    }
    if (headers['content-md5'] !== undefined && headers['content-md5'] !== md5.toString('base64')) {
        throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
}
/** Reads a request's body into `write`. @throws S3Error when it is not what the headers say. */
async function receive(request, write) {
    const { headers } = request;
    const length = declaredLength(headers);
    if (length === undefined)
        throw new S3Error(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
    if (length > MAX_SIZE)
        throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    const payloadHash = headers['x-amz-content-sha256'] ?? '';
    const chunked = payloadHash.startsWith('STREAMING-') ||
        (headers['content-encoding'] ?? '').split(',').some((coding) => coding.trim() === 'aws-chunked');
    const decoder = chunked ? new ChunkedDecoder() : undefined;
    const algorithm = announcedAlgorithm(headers);
    const hasher = algorithm === undefined ? undefined : createHasher(algorithm);
    const md5 = (0,external_node_crypto_.createHash)('md5');
    const sha256 = /^[0-9a-f]{64}$/.test(payloadHash) ? (0,external_node_crypto_.createHash)('sha256') : undefined;
    let size = 0;
    const take = async (bytes) => {
        size += bytes.length;
        if (size > length)
            throw incomplete();
        md5.update(bytes);
        sha256?.update(bytes);
        hasher?.update(bytes);
        await write(bytes);
    };
    for await (const piece of pieces(request.body)) {
        if (decoder === undefined)
            await take(piece);
        else
            for (const payload of decode(decoder, piece))
                await take(payload);
    }
    decoder?.end();
    if (size !== length || decoder?.finished === false)
        throw incomplete();
    const whole = md5.digest();
    verifyHashes(headers, whole, sha256?.digest());
    if (algorithm === undefined || hasher === undefined)
        return { size, md5: whole };
    const digest = hasher.digest();
    const header = checksumHeader(algorithm);
    verify(algorithm, digest, headers[header] ?? decoder?.trailers[header]);
    return { size, md5: whole, checksum: { algorithm, digest } };
}
function decode(decoder, piece) {
    try {
        return decoder.push(piece);
    }
    catch {
        throw incomplete();
    }
}
/** Reads a small body whole, with the same proofs. `limit` in bytes. */
async function receiveWhole(request, limit) {
    const chunks = [];
    let size = 0;
    await receive(request, async (bytes) => {
        size += bytes.length;
        if (size > limit)
            throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
        chunks.push(bytes);
    });
    return Buffer.concat(chunks);
}
/** A received checksum as the store keeps it. */
function storedChecksum(received) {
    const { checksum } = received;
    if (checksum === undefined)
        return {};
    return {
        checksum: { algorithm: checksum.algorithm, value: checksum.digest.toString('base64'), type: 'FULL_OBJECT' },
    };
}
//# sourceMappingURL=s3-receive.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-buckets.js
/** S3's operations on buckets: create, look, list, delete. */





const MAX_DOCUMENT = 2_000_000;
const MAX_KEYS = 1_000;
const xmlParser = new XMLParser/* default */.A({
    parseTagValue: false,
    ignoreAttributes: true,
    isArray: (name) => name === 'Object' || name === 'Part',
});
async function createBucket(call) {
    const { bucket, objects, region } = call;
    if (!/^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) {
        throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.', { BucketName: bucket });
    }
    const body = call.request.headers['content-length'] === undefined
        ? Buffer.alloc(0)
        : await receiveWhole(call.request, MAX_DOCUMENT);
    const constraint = /<LocationConstraint>([^<]*)<\/LocationConstraint>/.exec(body.toString('utf8'))?.[1];
    if ((constraint ?? 'us-east-1') !== region) {
        throw new S3Error(400, 'IllegalLocationConstraintException', `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`);
    }
    if (objects.hasBucket(bucket) && region !== 'us-east-1') {
        throw new S3Error(409, 'BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded and you already own it.', { BucketName: bucket });
    }
    objects.createBucket(bucket);
    return emptyResponse(200, { location: `/${bucket}` });
}
function deleteBucket(call) {
    requireBucket(call);
    if (call.objects.list(call.bucket, '').length > 0) {
        throw new S3Error(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty', {
            BucketName: call.bucket,
        });
    }
    call.objects.removeBucket(call.bucket);
    return emptyResponse(204);
}
function headBucket(call) {
    if (!call.objects.hasBucket(call.bucket))
        throw noSuchBucket(call.bucket);
    return emptyResponse(200, { 'x-amz-bucket-region': call.region });
}
function bucketLocation(call) {
    requireBucket(call);
    return xmlResponse('LocationConstraint', call.region === 'us-east-1' ? '' : call.region);
}
function listBuckets(call) {
    const buckets = call.objects
        .buckets()
        .map(({ name, created }) => `<Bucket>${(0,wire_xml/* element */.N)('Name', name)}${(0,wire_xml/* element */.N)('CreationDate', created)}</Bucket>`);
    const owner = `<Owner>${(0,wire_xml/* element */.N)('ID', call.accountId)}${(0,wire_xml/* element */.N)('DisplayName', 'simulator')}</Owner>`;
    return xmlResponse('ListAllMyBucketsResult', `${owner}<Buckets>${buckets.join('')}</Buckets>`);
}
const nameOf = (entry) => (typeof entry === 'string' ? entry : entry.key);
function pageOf(objects, prefix, delimiter, after, size) {
    const entries = [];
    for (const object of objects) {
        const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
        const entry = cut < 0 ? object : object.key.slice(0, cut + delimiter.length);
        const name = nameOf(entry);
        if (name <= after || (typeof entry === 'string' && entries.at(-1) === entry))
            continue;
        if (entries.length === size)
            return { entries, truncated: true, last: nameOf(entries.at(-1) ?? after) };
        entries.push(entry);
    }
    return { entries, truncated: false, last: '' };
}
/** ListObjects and ListObjectsV2: they differ in how they continue. */
function listObjects(call) {
    requireBucket(call);
    const second = call.operation === 'ListObjectsV2';
    const prefix = query(call, 'prefix') ?? '';
    const delimiter = query(call, 'delimiter') ?? '';
    const asked = query(call, 'max-keys') ?? String(MAX_KEYS);
    if (!/^\d+$/.test(asked))
        throw invalidArgument('maxKeys', asked, 'Provided max-keys not an integer or within integer range');
    const maxKeys = Math.min(MAX_KEYS, Number(asked));
    const token = query(call, 'continuation-token');
    const start = query(call, second ? 'start-after' : 'marker') ?? '';
    const after = token === undefined ? start : Buffer.from(token, 'base64url').toString('utf8');
    const page = pageOf(call.objects.list(call.bucket, prefix), prefix, delimiter, after, maxKeys);
    const encoded = query(call, 'encoding-type') === 'url';
    const text = (value) => (encoded ? encodeURIComponent(value).replaceAll('%2F', '/') : value);
    const contents = page.entries.map((entry) => typeof entry === 'string'
        ? `<CommonPrefixes>${(0,wire_xml/* element */.N)('Prefix', text(entry))}</CommonPrefixes>`
        : `<Contents>${(0,wire_xml/* element */.N)('Key', text(entry.key))}${(0,wire_xml/* element */.N)('LastModified', entry.lastModified)}${(0,wire_xml/* element */.N)('ETag', entry.etag)}` +
            `${(0,wire_xml/* element */.N)('Size', entry.size)}${(0,wire_xml/* element */.N)('StorageClass', 'STANDARD')}</Contents>`);
    const next = page.truncated && maxKeys > 0 ? page.last : undefined;
    const continuation = second
        ? (0,wire_xml/* element */.N)('KeyCount', page.entries.length) +
            (0,wire_xml/* element */.N)('ContinuationToken', token) +
            (0,wire_xml/* element */.N)('NextContinuationToken', next === undefined ? undefined : Buffer.from(next).toString('base64url')) +
            (0,wire_xml/* element */.N)('StartAfter', start === '' ? undefined : text(start))
        : (0,wire_xml/* element */.N)('Marker', text(start)) +
            (0,wire_xml/* element */.N)('NextMarker', next === undefined || delimiter === '' ? undefined : text(next));
    return xmlResponse('ListBucketResult', `${(0,wire_xml/* element */.N)('Name', call.bucket)}${(0,wire_xml/* element */.N)('Prefix', text(prefix))}${(0,wire_xml/* element */.N)('Delimiter', delimiter === '' ? undefined : text(delimiter))}` +
        `${(0,wire_xml/* element */.N)('MaxKeys', maxKeys)}${(0,wire_xml/* element */.N)('EncodingType', encoded ? 'url' : undefined)}${(0,wire_xml/* element */.N)('IsTruncated', next !== undefined)}` +
        continuation +
        contents.join(''));
}
async function deleteObjects(call) {
    requireBucket(call);
    const document = parseDocument(await receiveWhole(call.request, MAX_DOCUMENT));
    const keys = document.Delete?.Object?.map(({ Key }) => Key) ?? [];
    if (keys.length === 0 || keys.length > MAX_KEYS)
        throw malformedXml();
    let deleted = '';
    for (const key of keys) {
        if (key === undefined)
            throw malformedXml();
        call.objects.remove(call.bucket, key);
        deleted += `<Deleted>${(0,wire_xml/* element */.N)('Key', key)}</Deleted>`;
    }
    return xmlResponse('DeleteResult', document.Delete?.Quiet === 'true' ? '' : deleted);
}
/** Reads an XML document of a request. */
function parseDocument(bytes) {
    try {
        return xmlParser.parse(bytes.toString('utf8'), true);
    }
    catch {
        throw malformedXml();
    }
}
//# sourceMappingURL=s3-buckets.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-objects.js
/** S3's operations on objects: put, get, look, copy, delete. */






/** AWS guide: a key has at most 1,024 bytes. */
function requireKey(call) {
    if (Buffer.byteLength(call.key) > 1_024)
        throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');
}
async function putObject(call) {
    requireBucket(call);
    requireKey(call);
    checkWriteConditions(call);
    const staging = call.objects.stage();
    try {
        const received = await receive(call.request, (bytes) => staging.write(bytes));
        const staged = await staging.finish();
        requireBucket(call);
        checkWriteConditions(call); // Somebody else may have been quicker.
        const etag = `"${received.md5.toString('hex')}"`;
        const kept = storedChecksum(received);
        await call.objects.publish(call.bucket, call.key, [staged], { etag, ...s3_call_describedBy(call), ...kept });
        const { checksum } = kept;
        return emptyResponse(200, {
            etag,
            ...(checksum === undefined
                ? {}
                : { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }),
        });
    }
    catch (error) {
        await staging.discard();
        throw error;
    }
}
function requireObject(call, bucket = call.bucket, key = call.key) {
    if (!call.objects.hasBucket(bucket))
        throw noSuchBucket(bucket);
    const object = call.objects.head(bucket, key);
    if (object === undefined)
        throw noSuchKey(key);
    return object;
}
/** `bytes=0-9`, `bytes=10-`, `bytes=-5`; other forms count as no range, as S3 has it. */
function rangeOf(text, size) {
    const match = /^bytes=(\d*)-(\d*)$/.exec(text ?? '');
    if (match === null)
        return undefined;
    const [, from = '', to = ''] = match;
    if (from === '' && to === '')
        return undefined;
    const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
    const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
    if (start >= size || start > end) {
        throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', {
            RangeRequested: text ?? '',
            ActualObjectSize: String(size),
        });
    }
    return { start, end };
}
/** Conditional reads: 304 when the client has it already, 412 when it wants another one. */
function unchanged(call, object) {
    const bare = (etag) => etag.replaceAll('"', '');
    const ifMatch = header(call, 'if-match');
    if (ifMatch !== undefined && ifMatch !== '*' && bare(ifMatch) !== bare(object.etag))
        throw preconditionFailed('If-Match');
    const ifNoneMatch = header(call, 'if-none-match');
    if (ifNoneMatch !== undefined)
        return ifNoneMatch === '*' || bare(ifNoneMatch) === bare(object.etag);
    const since = Date.parse(header(call, 'if-modified-since') ?? '');
    return !Number.isNaN(since) && object.lastModified.getTime() < since + 1_000;
}
/** GetObject and HeadObject: the same headers, with and without the bytes. */
function getObject(call) {
    const object = requireObject(call);
    const headers = objectHeaders(call, object);
    if (unchanged(call, object))
        return emptyResponse(304, { etag: object.etag });
    const range = object.size === 0 ? undefined : rangeOf(header(call, 'range'), object.size);
    const length = range === undefined ? object.size : range.end - range.start + 1;
    headers['content-length'] = String(length);
    if (range === undefined)
        Object.assign(headers, checksumHeaders(call));
    else
        headers['content-range'] = `bytes ${range.start}-${range.end}/${object.size}`;
    const status = range === undefined ? 200 : 206;
    const bytes = call.operation === 'HeadObject' || length === 0
        ? new Uint8Array(0)
        : call.objects.read(call.bucket, call.key, range);
    return { status, headers, body: bytes };
}
function deleteObject(call) {
    requireBucket(call);
    // Conditional deletes: `If-Match` with an ETag, or `*` for "only when it is there".
    if (header(call, 'if-match') !== undefined)
        checkWriteConditions(call);
    call.objects.remove(call.bucket, call.key);
    return emptyResponse(204);
}
/** The object that `x-amz-copy-source` names. */
function copySource(call) {
    const text = header(call, 'x-amz-copy-source') ?? '';
    const [path = '', version] = text.split('?versionId=');
    if (version !== undefined)
        throw invalidArgument('x-amz-copy-source', text, 'The simulator keeps no versions of objects.');
    const name = decodeURIComponent(path).replace(/^\//, '');
    const cut = name.indexOf('/');
    if (cut < 1)
        throw invalidArgument('x-amz-copy-source', text, 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
    return requireObject(call, name.slice(0, cut), name.slice(cut + 1));
}
async function copyObject(call) {
    requireBucket(call);
    requireKey(call);
    checkWriteConditions(call);
    const source = copySource(call);
    const md5 = (0,external_node_crypto_.createHash)('md5');
    const staged = await restage(call.objects, call.objects.read(source.bucket, source.key), (piece) => md5.update(piece));
    const replaces = header(call, 'x-amz-metadata-directive') === 'REPLACE';
    const { metadata, contentType } = replaces ? s3_call_describedBy(call) : source;
    const copy = await call.objects.publish(call.bucket, call.key, [staged], {
        etag: `"${md5.digest('hex')}"`,
        metadata,
        ...(contentType === undefined ? {} : { contentType }),
    });
    return xmlResponse('CopyObjectResult', (0,wire_xml/* element */.N)('LastModified', copy.lastModified) + (0,wire_xml/* element */.N)('ETag', copy.etag));
}
//# sourceMappingURL=s3-objects.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-parts.js




/** AWS guide: every part but the last has at least 5 MiB; part numbers run from 1 to 10,000. */
const MIN_PART = 5 * 1_024 ** 2;
const MAX_PARTS = 10_000;
const s3_parts_MAX_DOCUMENT = 5_000_000;
/** The parts a completion names, checked against those that have arrived. */
function chosenParts(upload, document) {
    const parts = [];
    for (const { PartNumber, ETag } of document.CompleteMultipartUpload?.Part ?? []) {
        const part = upload.parts.get(Number(PartNumber));
        if (part === undefined ||
            part.etag.replaceAll('"', '') !== (ETag ?? '').replaceAll('"', '').replaceAll('&quot;', '')) {
            throw new S3Error(400, 'InvalidPart', "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.", { UploadId: upload.id, PartNumber: PartNumber ?? '', ETag: ETag ?? '' });
        }
        if (part.number <= (parts.at(-1)?.number ?? 0)) {
            throw new S3Error(400, 'InvalidPartOrder', 'The list of parts was not in ascending order. Parts must be ordered by part number.', { UploadId: upload.id });
        }
        parts.push(part);
    }
    const small = parts.slice(0, -1).find((part) => part.size < MIN_PART);
    if (small !== undefined) {
        throw new S3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
            ProposedSize: String(small.size),
            MinSizeAllowed: String(MIN_PART),
            PartNumber: String(small.number),
            ETag: small.etag,
        });
    }
    const [first, ...rest] = parts;
    if (first === undefined)
        throw malformedXml();
    return [first, ...rest];
}
/** The checksum of the whole, when every part brought one of the upload's algorithm. */
function checksumOf(upload, parts) {
    const { algorithm } = upload;
    if (algorithm === undefined)
        return undefined;
    const digests = parts.flatMap(({ size, checksum }) => checksum?.algorithm === algorithm ? [{ size, digest: checksum.digest }] : []);
    return digests.length === parts.length ? wholeChecksum(algorithm, upload.checksumType, digests) : undefined;
}
function verifyWhole(call, parts, checksum) {
    const size = header(call, 'x-amz-mp-object-size');
    const sum = parts.reduce((total, part) => total + part.size, 0);
    if (size !== undefined && Number(size) !== sum) {
        throw new S3Error(400, 'InvalidRequest', `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${sum}`);
    }
    const given = checksum === undefined ? undefined : header(call, checksumHeader(checksum.algorithm));
    if (checksum !== undefined &&
        given !== undefined &&
        given.replace(/-\d+$/, '') !== checksum.value.replace(/-\d+$/, '')) {
        throw new S3Error(400, 'BadDigest', `The ${checksum.algorithm} you specified did not match the calculated checksum.`);
    }
}
const checksumElement = (algorithm, value) => (0,wire_xml/* element */.N)(`Checksum${algorithm}`, value);
const partXml = (part) => `<Part>${(0,wire_xml/* element */.N)('PartNumber', part.number)}${(0,wire_xml/* element */.N)('LastModified', part.arrived)}${(0,wire_xml/* element */.N)('ETag', part.etag)}${(0,wire_xml/* element */.N)('Size', part.size)}` +
    `${part.checksum === undefined ? '' : checksumElement(part.checksum.algorithm, part.checksum.digest.toString('base64'))}</Part>`;
//# sourceMappingURL=s3-parts.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-multipart.js
/** S3's multipart uploads: parts arrive in any order and become one object at a stroke. */









function uploadOf(uploads, call) {
    requireBucket(call);
    const id = query(call, 'uploadId') ?? '';
    const upload = uploads.byId.get(id);
    if (upload === undefined || upload.bucket !== call.bucket || upload.key !== call.key)
        throw noSuchUpload(id);
    return upload;
}
async function discard(call, parts) {
    for (const { staged } of parts)
        await call.objects.discard(staged);
}
function createUpload(uploads, call) {
    requireBucket(call);
    requireKey(call);
    const { bucket, key } = call;
    const algorithm = checksumAlgorithm(header(call, 'x-amz-checksum-algorithm'));
    const asked = header(call, 'x-amz-checksum-type');
    const full = asked === 'FULL_OBJECT' || (asked === undefined && algorithm === 'CRC64NVME');
    const checksumType = full ? 'FULL_OBJECT' : 'COMPOSITE';
    const id = `${uploads.random.uuid()}${uploads.random.uuid()}`.replaceAll('-', '');
    const initiated = new Date(uploads.now());
    const described = s3_call_describedBy(call);
    uploads.byId.set(id, { id, bucket, key, initiated, described, algorithm, checksumType, parts: new Map() });
    const content = (0,wire_xml/* element */.N)('Bucket', bucket) + (0,wire_xml/* element */.N)('Key', key) + (0,wire_xml/* element */.N)('UploadId', id);
    const echoed = algorithm === undefined ? {} : { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': checksumType };
    return xmlResponse('InitiateMultipartUploadResult', content, echoed);
}
/** Stores the bytes of a part: those of the request, or of another object. */
async function stagePart(call) {
    if (call.operation === 'UploadPart') {
        const staging = call.objects.stage();
        try {
            const received = await receive(call.request, (bytes) => staging.write(bytes));
            return { ...received, staged: await staging.finish() };
        }
        catch (error) {
            await staging.discard();
            throw error;
        }
    }
    const source = copySource(call);
    const asked = /^bytes=(\d+)-(\d+)$/.exec(header(call, 'x-amz-copy-source-range') ?? '');
    const range = asked === null ? undefined : { start: Number(asked[1]), end: Number(asked[2]) };
    const md5 = (0,external_node_crypto_.createHash)('md5');
    const bytes = call.objects.read(source.bucket, source.key, range);
    const staged = await restage(call.objects, bytes, (piece) => md5.update(piece));
    return { size: staged.size, md5: md5.digest(), staged };
}
/** UploadPart and UploadPartCopy. */
async function uploadPart(uploads, call) {
    const upload = uploadOf(uploads, call);
    const asked = query(call, 'partNumber') ?? '';
    const number = Number(asked);
    if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS) {
        throw invalidArgument('partNumber', asked, 'Part number must be an integer between 1 and 10000, inclusive');
    }
    const received = await stagePart(call);
    if (!uploads.byId.has(upload.id)) {
        await call.objects.discard(received.staged);
        throw noSuchUpload(upload.id);
    }
    const before = upload.parts.get(number);
    const etag = `"${received.md5.toString('hex')}"`;
    const arrived = new Date(uploads.now());
    upload.parts.set(number, { ...received, number, etag, arrived });
    if (before !== undefined)
        await call.objects.discard(before.staged);
    if (call.operation === 'UploadPartCopy') {
        return xmlResponse('CopyPartResult', (0,wire_xml/* element */.N)('LastModified', arrived) + (0,wire_xml/* element */.N)('ETag', etag));
    }
    const { checksum } = received;
    const sum = checksum === undefined ? {} : { [checksumHeader(checksum.algorithm)]: checksum.digest.toString('base64') };
    return emptyResponse(200, { etag, ...sum });
}
/** At completion the checksum headers speak of the whole object, not of the document in the body. */
function withoutChecksums(call) {
    const headers = Object.entries(call.request.headers).filter(([name]) => !name.startsWith('x-amz-checksum-'));
    return { ...call.request, headers: Object.fromEntries(headers) };
}
async function completeUpload(uploads, call) {
    const upload = uploadOf(uploads, call);
    const { bucket, key } = upload;
    const document = parseDocument(await receiveWhole(withoutChecksums(call), s3_parts_MAX_DOCUMENT));
    if (!uploads.byId.has(upload.id))
        throw noSuchUpload(upload.id);
    const parts = chosenParts(upload, document);
    const checksum = checksumOf(upload, parts);
    verifyWhole(call, parts, checksum);
    checkWriteConditions(call);
    uploads.byId.delete(upload.id);
    const md5 = (0,external_node_crypto_.createHash)('md5');
    for (const { md5: digest } of parts)
        md5.update(digest);
    const etag = `"${md5.digest('hex')}-${parts.length}"`;
    const description = { etag, ...upload.described, ...(checksum === undefined ? {} : { checksum }) };
    await call.objects.publish(bucket, key, parts.map((part) => part.staged), description);
    const chosen = new Set(parts);
    await discard(call, [...upload.parts.values()].filter((part) => !chosen.has(part)));
    const location = `http://${header(call, 'host') ?? '127.0.0.1'}/${bucket}/${key}`;
    const content = (0,wire_xml/* element */.N)('Location', location) + (0,wire_xml/* element */.N)('Bucket', bucket) + (0,wire_xml/* element */.N)('Key', key) + (0,wire_xml/* element */.N)('ETag', etag);
    const sums = checksum === undefined
        ? ''
        : checksumElement(checksum.algorithm, checksum.value) + (0,wire_xml/* element */.N)('ChecksumType', checksum.type);
    return xmlResponse('CompleteMultipartUploadResult', content + sums);
}
async function abortUpload(uploads, call) {
    const upload = uploadOf(uploads, call);
    uploads.byId.delete(upload.id);
    await discard(call, upload.parts.values());
    return emptyResponse(204);
}
function listParts(uploads, call) {
    const upload = uploadOf(uploads, call);
    const marker = Number(query(call, 'part-number-marker') ?? 0);
    const size = Math.min(1_000, Number(query(call, 'max-parts') ?? 1_000));
    const rest = [...upload.parts.values()].sort((a, b) => a.number - b.number).filter(({ number }) => number > marker);
    const page = rest.slice(0, size);
    const truncated = rest.length > page.length;
    return xmlResponse('ListPartsResult', (0,wire_xml/* element */.N)('Bucket', upload.bucket) +
        (0,wire_xml/* element */.N)('Key', upload.key) +
        (0,wire_xml/* element */.N)('UploadId', upload.id) +
        (0,wire_xml/* element */.N)('PartNumberMarker', marker) +
        (0,wire_xml/* element */.N)('NextPartNumberMarker', truncated ? page.at(-1)?.number : undefined) +
        (0,wire_xml/* element */.N)('MaxParts', size) +
        (0,wire_xml/* element */.N)('IsTruncated', truncated) +
        page.map(partXml).join(''));
}
function listUploads(uploads, call) {
    requireBucket(call);
    const prefix = query(call, 'prefix') ?? '';
    const mine = [...uploads.byId.values()].filter(({ bucket, key }) => bucket === call.bucket && key.startsWith(prefix));
    const xml = mine.map(({ id, key, initiated }) => `<Upload>${(0,wire_xml/* element */.N)('Key', key)}${(0,wire_xml/* element */.N)('UploadId', id)}${(0,wire_xml/* element */.N)('Initiated', initiated)}</Upload>`);
    const bucket = (0,wire_xml/* element */.N)('Bucket', call.bucket);
    return xmlResponse('ListMultipartUploadsResult', `${bucket}${(0,wire_xml/* element */.N)('IsTruncated', false)}${xml.join('')}`);
}
//# sourceMappingURL=s3-multipart.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3-route.js
/** Which S3 operation a request asks for, and on which bucket and key. */


/** Query parameters that name a sub-resource which is not simulated; anything else unknown is ignored, as S3 does. */
const UNKNOWN_RESOURCES = new Set(('accelerate acl analytics attributes cors encryption intelligent-tiering inventory legal-hold lifecycle logging metrics ' +
    'notification object-lock ownershipControls policy policyStatus publicAccessBlock renameObject replication requestPayment ' +
    'restore retention select session tagging torrent versionId versioning versions website').split(' '));
/** The bucket in a host name such as `bucket.s3.us-east-1.amazonaws.com` or `bucket.localhost`. */
function bucketInHost(host) {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return (/^(.+)\.s3[.-](?:[\w-]+\.)*amazonaws\.com(?:\.cn)?$/.exec(name)?.[1] ??
        /^(.+?)(?:\.s3)?\.localhost$/.exec(name)?.[1] ??
        undefined);
}
function place(request, address) {
    let path;
    try {
        path = decodeURIComponent(address.path.replace(/^\/+/, ''));
    }
    catch {
        throw new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.");
    }
    const inHost = bucketInHost(request.headers.host ?? '');
    if (inHost !== undefined && inHost !== 's3')
        return { bucket: inHost, key: path };
    const cut = path.indexOf('/');
    return cut < 0 ? { bucket: path, key: '' } : { bucket: path.slice(0, cut), key: path.slice(cut + 1) };
}
function bucketOperation(method, has, listType) {
    switch (method) {
        case 'PUT':
            return 'CreateBucket';
        case 'HEAD':
            return 'HeadBucket';
        case 'DELETE':
            return 'DeleteBucket';
        case 'POST':
            return has('delete') ? 'DeleteObjects' : undefined;
        case 'GET':
            if (has('location'))
                return 'GetBucketLocation';
            if (has('uploads'))
                return 'ListMultipartUploads';
            return listType === '2' ? 'ListObjectsV2' : 'ListObjects';
        default:
            return undefined;
    }
}
function objectOperation(method, has, copies) {
    switch (method) {
        case 'PUT':
            if (has('uploadId'))
                return copies ? 'UploadPartCopy' : 'UploadPart';
            return copies ? 'CopyObject' : 'PutObject';
        case 'POST':
            return has('uploads') ? 'CreateMultipartUpload' : has('uploadId') ? 'CompleteMultipartUpload' : undefined;
        case 'GET':
            return has('uploadId') ? 'ListParts' : 'GetObject';
        case 'HEAD':
            return 'HeadObject';
        case 'DELETE':
            return has('uploadId') ? 'AbortMultipartUpload' : 'DeleteObject';
        default:
            return undefined;
    }
}
/** Finds the operation. Throws `NotImplemented` with the name of what is not simulated. */
function routeS3(request, address) {
    for (const [name] of address.parameters)
        if (UNKNOWN_RESOURCES.has(name))
            throw notImplemented(name);
    const { bucket, key } = place(request, address);
    const has = (name) => (0,http/* parameter */.Wi)(address, name) !== undefined;
    const { method } = request;
    const operation = bucket === ''
        ? method === 'GET'
            ? 'ListBuckets'
            : undefined
        : key === ''
            ? bucketOperation(method, has, (0,http/* parameter */.Wi)(address, 'list-type'))
            : objectOperation(method, has, request.headers['x-amz-copy-source'] !== undefined);
    if (operation === undefined) {
        throw new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
            Method: method,
        });
    }
    return { operation, bucket, key };
}
//# sourceMappingURL=s3-route.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/s3.js







function perform(call, uploads) {
    switch (call.operation) {
        case 'ListBuckets':
            return listBuckets(call);
        case 'CreateBucket':
            return createBucket(call);
        case 'HeadBucket':
            return headBucket(call);
        case 'DeleteBucket':
            return deleteBucket(call);
        case 'GetBucketLocation':
            return bucketLocation(call);
        case 'ListObjects':
        case 'ListObjectsV2':
            return listObjects(call);
        case 'DeleteObjects':
            return deleteObjects(call);
        case 'PutObject':
            return putObject(call);
        case 'GetObject':
        case 'HeadObject':
            return getObject(call);
        case 'CopyObject':
            return copyObject(call);
        case 'DeleteObject':
            return deleteObject(call);
        case 'CreateMultipartUpload':
            return createUpload(uploads, call);
        case 'UploadPart':
        case 'UploadPartCopy':
            return uploadPart(uploads, call);
        case 'CompleteMultipartUpload':
            return completeUpload(uploads, call);
        case 'AbortMultipartUpload':
            return abortUpload(uploads, call);
        case 'ListParts':
            return listParts(uploads, call);
        case 'ListMultipartUploads':
            return listUploads(uploads, call);
    }
}
/** Headers that would need something the store does not do. Others (`x-amz-acl`, `x-amz-tagging`, …) are read over. */
const REFUSED_HEADERS = [
    'x-amz-server-side-encryption-customer-algorithm',
    'x-amz-object-lock-mode',
    'x-amz-write-offset-bytes',
];
function prepare(options, uploads, call) {
    const route = routeS3(call.request, call.address);
    const { objects, region, accountId } = options;
    const s3Call = { ...call, ...route, objects, region, accountId };
    const owner = header(s3Call, 'x-amz-expected-bucket-owner');
    const refused = REFUSED_HEADERS.find((name) => header(s3Call, name) !== undefined);
    if (refused !== undefined)
        throw notImplemented(refused);
    return {
        action: route.operation,
        input: {
            ...(route.bucket === '' ? {} : { Bucket: route.bucket }),
            ...(route.key === '' ? {} : { Key: route.key }),
        },
        perform: async () => {
            if (owner !== undefined && owner !== accountId)
                throw new S3Error(403, 'AccessDenied', 'Access Denied');
            const answer = await perform(s3Call, uploads);
            return { ...answer, headers: { ...requestHeaders(call), ...answer.headers } };
        },
    };
}
const requestHeaders = (call) => ({
    'x-amz-request-id': call.requestId,
    'x-amz-id-2': 'simulator',
    server: 'AmazonS3',
});
function refuse(call, error) {
    const headers = requestHeaders(call);
    if (call.request.method === 'HEAD')
        return emptyResponse(error.status, headers);
    return (0,http/* textResponse */.rR)(error.status, 'application/xml', errorXml(error, call.requestId, call.address.path), headers);
}
/** Creates the service that credential scopes call `s3`. */
function createS3Service(options) {
    const uploads = { byId: new Map(), random: options.random, now: () => options.now() };
    return {
        name: 's3',
        signsBody: false,
        allowsAnonymous: () => false,
        prepare: (call) => prepare(options, uploads, call),
        refuse,
        signatureError: (problem, { wallNow, region }) => signatureError(problem, wallNow, region),
        refusals: {
            throttled: () => new S3Error(503, 'SlowDown', 'Please reduce your request rate.'),
            unavailable: (status) => status === 500
                ? new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.')
                : new S3Error(status, 'ServiceUnavailable', 'Please reduce your request rate.'),
            expired: () => new S3Error(400, 'ExpiredToken', 'The provided token has expired.'),
            denied: (action, identity) => new S3Error(403, 'AccessDenied', `User: ${identity?.arn ?? 'anonymous'} is not authorized to perform: s3:${action} because no identity-based policy allows the s3:${action} action`),
        },
    };
}
//# sourceMappingURL=s3.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/stale.js
/** Bounds: that many different questions, that many answers to each. */
const MAX_QUESTIONS = 100;
const MAX_ANSWERS = 200;
function createReadHistory() {
    const questions = new Map();
    const keyOf = (action, input) => `${action} ${JSON.stringify(input)}`;
    const note = (question, at, result) => {
        const text = JSON.stringify(result) ?? '';
        // What has not changed since needs no second entry: the answer of a moment is the newest one before it.
        if (question.answers.at(-1)?.text === text)
            return;
        question.answers.push({ at, text, result });
        if (question.answers.length > MAX_ANSWERS)
            question.answers.shift();
    };
    return {
        refresh: (now, ask) => {
            for (const question of questions.values())
                note(question, now, ask(question.action, question.input));
        },
        recall: (action, input, now, age) => questions.get(keyOf(action, input))?.answers.findLast((answer) => answer.at <= now - age),
        remember: (action, input, now, result) => {
            const key = keyOf(action, input);
            const question = questions.get(key) ?? { action, input, answers: [] };
            if (!questions.has(key) && questions.size >= MAX_QUESTIONS)
                questions.delete(questions.keys().next().value ?? '');
            questions.set(key, question);
            note(question, now, result);
        },
        clear: () => questions.clear(),
    };
}
//# sourceMappingURL=stale.js.map
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/index.js + 29 modules
var client_sts_dist_es = __webpack_require__(6852);
;// CONCATENATED MODULE: ./lib/simulator/wire/sts.js
/** The simulated STS: who am I, and temporary credentials of a role that really end. */




const sts_OPERATIONS = (0,schema/* operationsOf */.CF)(client_sts_dist_es);
/** AWS reference: role sessions last an hour unless `DurationSeconds` (900 to 43,200) says otherwise. */
const DEFAULT_DURATION = 3_600;
function duration(input) {
    const asked = input.DurationSeconds ?? DEFAULT_DURATION;
    const length = Number(asked);
    if (length >= 900 && length <= 43_200)
        return length;
    const rule = length < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200';
    throw new service_error/* ServiceError */._('ValidationError', `1 validation error detected: Value '${asked}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${rule}`);
}
function assume(options, input) {
    const roleArn = String(input.RoleArn);
    const sessionName = String(input.RoleSessionName);
    const role = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(roleArn);
    if (role === null)
        throw new service_error/* ServiceError */._('ValidationError', `${roleArn} is invalid`);
    if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
        throw new service_error/* ServiceError */._('ValidationError', `1 validation error detected: Value '${sessionName}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`);
    }
    const [, account = '', name = ''] = role;
    const roleId = `AROA${options.random.uuid().replaceAll('-', '').toUpperCase().slice(0, 17)}:${sessionName}`;
    const identity = { userId: roleId, arn: `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}` };
    const expiration = options.credentialNow() + duration(input) * 1_000;
    return {
        Credentials: credentialMembers(options.credentials.issue(identity, expiration)),
        AssumedRoleUser: { AssumedRoleId: roleId, Arn: identity.arn },
        PackedPolicySize: 0,
    };
}
const credentialMembers = (issued) => ({
    AccessKeyId: issued.accessKeyId,
    SecretAccessKey: issued.secretAccessKey,
    SessionToken: issued.sessionToken,
    Expiration: new Date(Math.floor(issued.expiration / 1_000) * 1_000),
});
/** ID tokens are judged by their shape only: three base64url parts, the second a JSON object. */
function claims(token) {
    const invalid = new service_error/* ServiceError */._('InvalidIdentityToken', 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
        throw invalid;
    try {
        const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        if (typeof payload === 'object' && payload !== null)
            return payload;
    }
    catch {
        throw invalid;
    }
    throw invalid;
}
function assumeWithWebIdentity(options, input) {
    const token = claims(String(input.WebIdentityToken));
    return {
        ...assume(options, input),
        SubjectFromWebIdentityToken: String(token.sub ?? 'simulator'),
        Audience: String(token.aud ?? 'sts.amazonaws.com'),
        Provider: String(token.iss ?? 'simulator').replace(/^https:\/\//, ''),
    };
}
function sts_perform(options, call) {
    switch (call.operation.name) {
        case 'GetCallerIdentity':
            return { UserId: call.identity?.userId, Account: options.accountId, Arn: call.identity?.arn };
        case 'AssumeRole':
            return assume(options, call.input);
        case 'AssumeRoleWithWebIdentity':
            return assumeWithWebIdentity(options, call.input);
        default:
            throw new service_error/* ServiceError */._('NotImplemented', `The simulator does not know sts:${call.operation.name}.`, 501);
    }
}
/** Creates the service that credential scopes call `sts`. */
function createStsService(options) {
    return (0,query_service/* createQueryService */.y)({
        name: 'sts',
        version: '2011-06-15',
        namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
        operations: sts_OPERATIONS,
        anonymousActions: ['AssumeRoleWithWebIdentity'],
        secretMembers: ['WebIdentityToken'],
        perform: (call) => sts_perform(options, call),
    });
}
/** Whether an unsigned request is meant for STS, by the action it names. */
function isStsAction(action) {
    return sts_OPERATIONS.has(action);
}
//# sourceMappingURL=sts.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/wire.js

















/** Query services read their body whole: longer ones are refused. */
const MAX_QUERY_BODY = 10_000_000;
/** Which service a request is for: what its signature says, else its shape. */
function serviceOf(parts, scope, request, address, body) {
    const { services } = parts;
    switch (scope) {
        case 'elasticbeanstalk':
            return services.elasticbeanstalk;
        case 'sts':
            return services.sts;
        case 's3':
            return services.s3;
        case 'ssm':
        case 'monitoring':
        case 'elasticloadbalancing':
        case 'autoscaling':
        case 'route53':
        case 'ecr':
            return parts.late[scope]();
        case undefined:
            return byShape(parts, request, address, body);
        default:
            return scope;
    }
}
async function byShape(parts, request, address, body) {
    const { elasticbeanstalk, s3, sts } = parts.services;
    const named = (0,query_service/* queryAction */.H)(request, address, new Uint8Array(0));
    const form = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    if (named === undefined && !form)
        return s3;
    const action = named ?? (0,query_service/* queryAction */.H)(request, address, await body()) ?? '';
    return isStsAction(action) && !isBeanstalkAction(action) ? sts : elasticbeanstalk;
}
async function identify(parts, service, request, address, sent, body) {
    if (sent === undefined && service.allowsAnonymous(request, address, body))
        return undefined;
    const { region } = parts.options.simulator;
    const wallNow = parts.wallNow();
    const check = await (0,signature/* checkSignature */.jC)(request, address, sent, service.signsBody ? body : undefined, {
        credentials: parts.known,
        wallNow,
        credentialNow: parts.credentialNow(),
        // STS has one global endpoint besides the regional ones, Route 53 only that one; they sign for us-east-1.
        regions: ['sts', 'route53'].includes(service.name) ? [region, 'us-east-1'] : [region],
    });
    if (check.ok)
        return check.identity;
    throw service.signatureError(check.problem, { wallNow, region });
}
async function wire_perform(parts, service, call, prepared) {
    const effects = effectsOf(parts.faults.hitting(prepared.action), service, prepared.action, call.identity);
    const wait = async () => {
        if (effects.slowSeconds > 0)
            await parts.options.clock.sleep(effects.slowSeconds * 1_000);
    };
    if (effects.before !== undefined) {
        await wait();
        effects.before();
    }
    const answer = await prepared.perform(effects.distortion);
    await wait();
    if (effects.resetAfter)
        throw new http/* ConnectionReset */.EL();
    return answer;
}
/** Turns what a service has thrown into its answer; a broken connection stays one. */
function wire_refuse(service, call, error, body) {
    if (error instanceof http/* ConnectionReset */.EL)
        throw error;
    const known = error instanceof service_error/* ServiceError */._
        ? error
        : new service_error/* ServiceError */._('InternalFailure', `The simulator has a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, 500);
    return { response: service.refuse(call, known, body), code: known.code };
}
const unknownService = (name) => new service_error/* ServiceError */._('NotImplemented', `The simulator does not know the service ${name}. It knows autoscaling, ecr, elasticbeanstalk, elasticloadbalancing, monitoring, route53, s3, ssm and sts.`, 501);
/** Dates a call at its beginning; the answer is the function that logs its end. */
function beginLog(parts, requestId) {
    const started = parts.wallNow();
    const time = new Date(parts.options.simulator.now()).toISOString();
    const wallTime = new Date(started).toISOString();
    return (call) => parts.calls.add({ ...call, time, wallTime, durationMilliseconds: parts.wallNow() - started, requestId });
}
async function answerApi(parts, request, address) {
    const requestId = parts.random.uuid();
    const log = beginLog(parts, requestId);
    let body = new Uint8Array(0);
    let isRead = false;
    const whole = async () => {
        if (!isRead)
            body = (await (0,http/* wholeBody */.g3)(request, MAX_QUERY_BODY)) ?? body;
        isRead = true;
        return body;
    };
    const sent = (0,signature/* sentSignature */.B1)(request, address);
    const found = await serviceOf(parts, typeof sent === 'object' ? sent.service : undefined, request, address, whole);
    const service = typeof found === 'string' ? parts.services.elasticbeanstalk : found;
    let call = { request, address, requestId, identity: undefined };
    let prepared;
    const logEnd = (status, errorCode) => {
        const action = prepared?.action ?? (0,query_service/* queryAction */.H)(request, address, body) ?? `${request.method} ${address.path}`;
        const code = errorCode === undefined ? {} : { errorCode };
        const name = typeof found === 'string' ? found : service.name;
        log({ service: name, action, status, input: prepared?.input ?? {}, ...code });
    };
    try {
        if (typeof found === 'string')
            throw unknownService(found);
        const bytes = service.signsBody ? await whole() : body;
        call = { ...call, identity: await identify(parts, service, request, address, sent, bytes) };
        prepared = service.prepare(call, bytes);
        const response = await wire_perform(parts, service, call, prepared);
        logEnd(response.status);
        return response;
    }
    catch (error) {
        if (error instanceof http/* ConnectionReset */.EL)
            logEnd(0, 'ECONNRESET');
        const { response, code } = wire_refuse(service, call, error, body);
        logEnd(response.status, code);
        return response;
    }
}
/** Creates the endpoint over a model and an object store. Nothing listens: see `server.ts` and `in-process.ts`. */
function createWire(options) {
    const { simulator, objects } = options;
    const wallNow = () => (options.wallClock ?? { now: Date.now }).now();
    const credentialNow = () => options.credentialClock?.now() ?? wallNow();
    const random = options.random ?? (0,simulator_random/* seededRandom */.Is)(1);
    const faults = createFaults(() => simulator.scenario, () => simulator.now(), random);
    const known = createCredentials(options.credentials ?? DEFAULT_ACCESS_KEYS, simulator.accountId, random);
    const history = createReadHistory();
    const remembers = () => faults.includes('stale-read');
    const beanstalk = { simulator, history, remembers, rateLimits: createRateLimits() };
    const calls = createCallLog(options.options?.callLogSize);
    const onStop = options.options?.onStop;
    const gitHub = createGitHubWire({ simulator, clock: options.clock, random });
    const admin = { simulator, github: gitHub.github, calls, ...(onStop === undefined ? {} : { onStop }) };
    const services = {
        elasticbeanstalk: createBeanstalkService(beanstalk),
        s3: createS3Service({
            objects,
            region: simulator.region,
            accountId: simulator.accountId,
            random,
            now: () => simulator.now(),
        }),
        sts: createStsService({ credentials: known, accountId: simulator.accountId, random, credentialNow }),
    };
    const parts = {
        options,
        wallNow,
        credentialNow,
        faults,
        random,
        calls,
        services,
        late: createLateServices(simulator),
        known,
    };
    return {
        calls,
        github: gitHub.github,
        settle: () => {
            simulator.settle();
            if (remembers())
                refreshHistory(beanstalk, '00000000-0000-4000-8000-000000000000');
        },
        handle: async (request) => {
            const address = (0,http/* parseAddress */.or)(request.url);
            const response = address.path.startsWith('/_simulator/')
                ? await answerAdmin(admin, request, address)
                : address.path.startsWith(GITHUB_PATH)
                    ? await gitHub.handle(request, address, beginLog(parts, random.uuid()))
                    : await answerApi(parts, request, address);
            // The wall's time: SDKs correct their signing clock by this header.
            return { ...response, headers: { date: new Date(wallNow()).toUTCString(), ...response.headers } };
        },
    };
}
//# sourceMappingURL=wire.js.map
;// CONCATENATED MODULE: ./lib/simulator/start-simulator.js
/** Puts a whole simulator together on a loopback port: clock, store, runtime, model, wire, server. And takes it apart again. */














const FOLDER_PREFIX = 'beanstalk-simulator-';
/** The wall's clock: this file is an adapter, the model gets its time from here. */
const wall = {
    now: () => Date.now(),
    sleep: (span, signal) => new Promise((done) => {
        if (signal?.aborted === true)
            return done();
        const timer = setTimeout(done, span);
        const stop = () => {
            clearTimeout(timer);
            done();
        };
        signal?.addEventListener('abort', stop, { once: true });
    }),
};
const random = { next: Math.random, uuid: external_node_crypto_.randomUUID };
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
/** A folder of our own; those of simulators that were killed are cleared away first. */
function temporaryFolder() {
    for (const name of (0,external_node_fs_.readdirSync)((0,external_node_os_.tmpdir)())) {
        const pid = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name)?.[1];
        if (pid !== undefined && !isRunning(Number(pid)))
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), name), { recursive: true, force: true });
    }
    return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `${FOLDER_PREFIX}${process.pid}-`));
}
/** Restores the world that an earlier run has left in the state file, and answers how to save it there. */
function keepState(simulator, github, file) {
    if (file === undefined)
        return () => { };
    const path = (0,external_node_path_.resolve)(file);
    if ((0,external_node_fs_.existsSync)(path)) {
        const { github: kept, ...world } = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        simulator.restore(world);
        if (kept !== undefined)
            github.restore(kept);
    }
    return () => {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(path, '..'), { recursive: true });
        const aside = `${path}.${process.pid}`;
        (0,external_node_fs_.writeFileSync)(aside, JSON.stringify({ ...simulator.save(), github: github.save() }));
        (0,external_node_fs_.renameSync)(aside, path);
    };
}
/** After a swap a name leads to where it led before for so long, as resolvers' caches make it (simulated time). */
const NAMES_HELD = (0,time/* seconds */.YA)(60);
function createRuntime(settings, folder, objects, clock, log) {
    const { region, speed } = settings;
    return settings.runtime === 'virtual'
        ? createVirtualRuntime(region)
        : createProcessRuntime({
            objects,
            clock,
            random,
            dataDirectory: (0,external_node_path_.join)(folder, 'runtime'),
            log,
            region,
            speed,
            nameTimeToLive: NAMES_HELD,
            ...(settings.passesOtherNames === undefined ? {} : { passesOtherNames: settings.passesOtherNames }),
        });
}
function environmentOf(settings, url, proxyUrl, trusted) {
    const [key] = DEFAULT_ACCESS_KEYS;
    // With a proxy for the names, the simulator itself must be reached without it. curl reads the lower-case names only.
    const names = proxyUrl === undefined
        ? {}
        : {
            HTTP_PROXY: proxyUrl,
            http_proxy: proxyUrl,
            NO_PROXY: '127.0.0.1,localhost',
            no_proxy: '127.0.0.1,localhost',
        };
    return {
        AWS_ENDPOINT_URL: url,
        AWS_ACCESS_KEY_ID: key.accessKeyId,
        AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
        AWS_REGION: settings.region,
        AWS_DEFAULT_REGION: settings.region,
        GITHUB_API_URL: `${url}/_github/api/v3`,
        ...names,
        ...(trusted === undefined ? {} : { NODE_EXTRA_CA_CERTS: trusted }),
    };
}
/** Puts the certificate that clients of https names have to trust where they can be told of it. */
function keepCertificate(folder, certificate) {
    if (certificate === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(folder, 'certificate.pem');
    (0,external_node_fs_.writeFileSync)(path, certificate);
    return path;
}
/** The model and the wire around it, over a runtime and a store. `url` is asked for late: the port comes last. */
function assemble(settings, clock, runtime, objects, url) {
    const { region, accountId, scenario } = settings;
    const presign = createPresigner({
        baseUrl: url,
        accessKey: DEFAULT_ACCESS_KEYS[0],
        region,
        wallClock: settings.sharesClock === true ? clock : wall,
    });
    const chosen = scenario === undefined ? {} : { scenario };
    const simulator = createSimulator({ clock, random, runtime, objects, region, accountId, presign, ...chosen });
    let stop = () => { };
    const stopped = new Promise((done) => {
        stop = done;
    });
    const signing = settings.sharesClock === true ? { wallClock: clock } : {};
    const wire = createWire({ simulator, objects, clock, random, ...signing, options: { onStop: () => stop() } });
    return { simulator, wire, stopped };
}
const inWords = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
/** Starts a simulator. @throws the system's error when the port is taken; nothing is left behind then. */
async function startSimulator(settings, log = () => { }) {
    const clock = new ScaledClock(wall, settings.speed);
    const kept = settings.dataFolder ?? (settings.stateFile === undefined ? undefined : `${settings.stateFile}.data`);
    const folder = kept === undefined ? temporaryFolder() : (0,external_node_path_.resolve)(kept);
    let save = () => { };
    let runtime;
    let server;
    const close = async () => {
        await server?.close();
        try {
            save();
        }
        finally {
            await runtime?.close();
            if (kept === undefined)
                (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        }
    };
    try {
        const objects = createDiskStore((0,external_node_path_.join)(folder, 'objects'), () => clock.now());
        runtime = await createRuntime(settings, folder, objects, clock, log);
        const url = () => server?.url ?? 'http://127.0.0.1';
        const { simulator, wire, stopped } = assemble(settings, clock, runtime, objects, url);
        const keep = keepState(simulator, wire.github, settings.stateFile);
        if (settings.seed !== undefined) {
            const { github, ...seed } = settings.seed;
            simulator.seed(seed);
            if (github !== undefined)
                wire.github.seed(github);
        }
        const onError = (error) => log(inWords(error));
        server = await startWireServer(wire, { port: settings.port, settleEvery: 100, onError });
        save = keep; // From here on there is a world of this run; before, a failed start must not overwrite the last one's.
        const { proxyUrl } = runtime;
        const environment = environmentOf(settings, server.url, proxyUrl, keepCertificate(folder, runtime.certificate));
        const names = proxyUrl === undefined ? {} : { proxyUrl };
        return { url: server.url, ...names, environment, simulator, stopped, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
//# sourceMappingURL=start-simulator.js.map

/***/ }),

/***/ 4707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ Timeline),
/* harmony export */   TG: () => (/* binding */ until),
/* harmony export */   uk: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3071);

const RECHECK = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(1);
class Timeline {
    #clock;
    #onMove;
    #heap = [];
    #sequence = 0;
    #now;
    #settling = false;
    /** `onMove` hears each moment before its effects happen. */
    constructor(clock, onMove = () => { }) {
        this.#clock = clock;
        this.#onMove = onMove;
        this.#now = clock.now();
    }
    /** The model's moment: that of the effect which is happening, otherwise that of the last settle. */
    now() {
        return this.#now;
    }
    /** Lets everything happen that is due by the clock. Not re-entrant: an effect that settles does nothing. */
    settle() {
        if (this.#settling)
            return;
        this.#settling = true;
        try {
            const target = this.#clock.now();
            for (let next = this.#heap[0]; next !== undefined && next.at <= target; next = this.#heap[0]) {
                this.#pop();
                this.#move(next.at);
                next.effect();
            }
            this.#move(target);
        }
        finally {
            this.#settling = false;
        }
    }
    /** An effect at a moment; in the past means at the next settle. */
    at(moment, effect) {
        this.#push({ at: moment, sequence: this.#sequence++, effect });
    }
    after(span, effect) {
        this.at(this.#now + span, effect);
    }
    /** Starts a script: its first step happens now, before this returns. */
    run(script) {
        const state = { done: false };
        const advance = (answer) => {
            if (state.done)
                return;
            const step = script.next(answer);
            if (step.done) {
                state.done = true;
                return;
            }
            this.#await(step.value, advance, () => state.done);
        };
        advance(true);
        return {
            get done() {
                return state.done;
            },
            stop() {
                if (state.done)
                    return;
                state.done = true;
                script.return(undefined);
            },
        };
    }
    #await(wait, resume, stopped) {
        if ('for' in wait) {
            this.after(wait.for, () => resume(true));
            return;
        }
        const deadline = this.#now + wait.timeout;
        const check = () => {
            if (stopped())
                return;
            if (wait.until())
                resume(true);
            else if (this.#now >= deadline)
                resume(false);
            else
                this.after(Math.min(RECHECK, deadline - this.#now), check);
        };
        // Not at once: what a script has just asked the runtime for is looked at in a later moment.
        this.after(Math.min(RECHECK, wait.timeout), check);
    }
    #move(now) {
        if (now <= this.#now)
            return;
        this.#now = now;
        this.#onMove(now);
    }
    #push(due) {
        const heap = this.#heap;
        heap.push(due);
        let index = heap.length - 1;
        while (index > 0) {
            const parent = (index - 1) >> 1;
            if (!this.#swapIfEarlier(index, parent))
                return;
            index = parent;
        }
    }
    #pop() {
        const heap = this.#heap;
        const last = heap.pop();
        if (last === undefined || heap.length === 0)
            return;
        heap[0] = last;
        for (let index = 0;;) {
            const left = index * 2 + 1;
            const right = left + 1;
            const child = this.#earlier(right, left) ? right : left;
            if (!this.#swapIfEarlier(child, index))
                return;
            index = child;
        }
    }
    #earlier(one, other) {
        const a = this.#heap[one];
        const b = this.#heap[other];
        if (a === undefined)
            return false;
        if (b === undefined)
            return true;
        return a.at === b.at ? a.sequence < b.sequence : a.at < b.at;
    }
    #swapIfEarlier(child, parent) {
        if (!this.#earlier(child, parent))
            return false;
        const a = this.#heap[child];
        const b = this.#heap[parent];
        if (a === undefined || b === undefined)
            return false;
        this.#heap[child] = b;
        this.#heap[parent] = a;
        return true;
    }
}
/** `yield* wait(seconds(5))` inside a script. */
function* wait(span) {
    yield { for: Math.max(0, Math.round(span)) };
}
/** `const came = yield* until(() => …, seconds(60))` inside a script. */
function* until(condition, timeout) {
    return yield { until: condition, timeout };
}
//# sourceMappingURL=timeline.js.map

/***/ }),

/***/ 6620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ ConnectionReset),
/* harmony export */   Wi: () => (/* binding */ parameter),
/* harmony export */   _A: () => (/* binding */ parseParameters),
/* harmony export */   g3: () => (/* binding */ wholeBody),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   rR: () => (/* binding */ textResponse)
/* harmony export */ });
/** Thrown by `Wire.handle` when a scenario breaks the connection instead of answering. */
class ConnectionReset extends Error {
    name = 'ConnectionReset';
    code = 'ECONNRESET';
    constructor() {
        super('read ECONNRESET');
    }
}
const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};
/** Decodes `a=b&c=d`. `+` means a space in forms, and itself in a URL's query as S3 signs it. */
function parseParameters(text, plusIsSpace) {
    if (text === '')
        return [];
    const parameters = [];
    for (const pair of (plusIsSpace ? text.replaceAll('+', ' ') : text).split('&')) {
        if (pair === '')
            continue;
        const cut = pair.indexOf('=');
        parameters.push(cut < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, cut)), decoded(pair.slice(cut + 1))]);
    }
    return parameters;
}
/** Takes the address of a request apart. An absolute URL (as proxies send it) is accepted too. */
function parseAddress(url) {
    const relative = url.replace(/^https?:\/\/[^/?]*/i, '');
    const cut = relative.indexOf('?');
    const path = cut < 0 ? relative : relative.slice(0, cut);
    return {
        path: path === '' ? '/' : path,
        parameters: cut < 0 ? [] : parseParameters(relative.slice(cut + 1), false),
    };
}
/** The value of a query parameter, or `undefined` when it was not sent. */
function parameter(address, name) {
    return address.parameters.find(([key]) => key === name)?.[1];
}
/** The body as one piece. `limit` in bytes; answers `undefined` when the body is longer. */
async function wholeBody(request, limit) {
    const { body } = request;
    if (body === undefined)
        return new Uint8Array(0);
    if (body instanceof Uint8Array)
        return body.length > limit ? undefined : body;
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        size += bytes.length;
        if (size > limit)
            return undefined;
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}
/** An answer whose body is text. */
function textResponse(status, contentType, text, headers = {}) {
    const body = Buffer.from(text, 'utf8');
    return { status, headers: { 'content-type': contentType, 'content-length': String(body.length), ...headers }, body };
}
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 6742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ resultXml),
/* harmony export */   y: () => (/* binding */ resultJson)
/* harmony export */ });
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9307);

/** Writers are built once per schema: a page of a thousand events walks no schema at all. */
const writers = new Map();
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
const isoDate = (value) => (value instanceof Date ? value : new Date(Number(value))).toISOString();
function structureWriter(schema) {
    const members = [];
    for (const [name, member] of schema.structIterator()) {
        const tag = member.getMergedTraits().xmlName ?? name;
        members.push({ name, open: `<${tag}>`, close: `</${tag}>`, write: writerOf(member) });
    }
    return (value) => {
        if (!isRecord(value))
            return '';
        let xml = '';
        for (const member of members) {
            const part = value[member.name];
            if (part !== undefined && part !== null)
                xml += member.open + member.write(part) + member.close;
        }
        return xml;
    };
}
function listWriter(schema) {
    const member = schema.getValueSchema();
    const tag = member.getMergedTraits().xmlName ?? 'member';
    const write = writerOf(member);
    return (value) => {
        if (!Array.isArray(value))
            return '';
        let xml = '';
        for (const item of value)
            xml += `<${tag}>${write(item)}</${tag}>`;
        return xml;
    };
}
function mapWriter(schema) {
    const write = writerOf(schema.getValueSchema());
    return (value) => {
        if (!isRecord(value))
            return '';
        const entry = ([key, item]) => `<entry><key>${(0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)(key)}</key><value>${write(item)}</value></entry>`;
        return Object.entries(value).map(entry).join('');
    };
}
function writerOf(schema) {
    const key = schema.getSchema();
    const known = writers.get(key);
    if (known !== undefined)
        return known;
    const write = schema.isStructSchema()
        ? structureWriter(schema)
        : schema.isListSchema()
            ? listWriter(schema)
            : schema.isMapSchema()
                ? mapWriter(schema)
                : schema.isTimestampSchema()
                    ? isoDate
                    : (value) => (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)(String(value));
    writers.set(key, write);
    return write;
}
/** The members of a result as XML, without an element around them. Members that the schema does not name are left out. */
function resultXml(schema, result) {
    return writerOf(schema)(result);
}
/** The members of a result as the service's JSON dialect has them: dates are seconds since 1970 with a fraction. */
function resultJson(schema, value) {
    if (schema.isStructSchema()) {
        if (!isRecord(value))
            return undefined;
        const json = {};
        for (const [name, member] of schema.structIterator()) {
            const part = value[name];
            if (part !== undefined && part !== null)
                json[name] = resultJson(member, part);
        }
        return json;
    }
    if (schema.isListSchema()) {
        const member = schema.getValueSchema();
        return Array.isArray(value) ? value.map((item) => resultJson(member, item)) : [];
    }
    return schema.isTimestampSchema() ? new Date(isoDate(value)).getTime() / 1_000 : value;
}
//# sourceMappingURL=query-output.js.map

/***/ }),

/***/ 8638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ createQueryService),
  H: () => (/* binding */ queryAction)
});

// EXTERNAL MODULE: ./lib/simulator/service-error.js
var service_error = __webpack_require__(2402);
// EXTERNAL MODULE: ./lib/simulator/wire/http.js
var http = __webpack_require__(6620);
// EXTERNAL MODULE: ./lib/simulator/wire/schema.js
var wire_schema = __webpack_require__(7663);
;// CONCATENATED MODULE: ./lib/simulator/wire/query-input.js


const malformed = (message) => new service_error/* ServiceError */._('MalformedInput', message);
/** The front end's text for a value that breaks a constraint of the API's model. */
const constraint = (value, path, rule) => new service_error/* ServiceError */._('ValidationError', `1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: ${rule}`);
function treeOf(parameters) {
    const root = { text: undefined, children: new Map() };
    for (const [name, value] of parameters) {
        let node = root;
        for (const part of name.split('.')) {
            let child = node.children.get(part);
            if (child === undefined) {
                child = { text: undefined, children: new Map() };
                node.children.set(part, child);
            }
            node = child;
        }
        if (node.text !== undefined)
            throw malformed(`Duplicate parameter: ${name}`);
        node.text = value;
    }
    return root;
}
const join = (path, name) => (path === '' ? name : `${path}.${name}`);
/** The wire's constraint messages name members in lower camel case: `applicationName`, `optionSettings.1.member.value`. */
const camel = (path) => path.replace(/(^|\.)([A-Z])/g, (_, dot, first) => dot + first.toLowerCase());
function readStructure(schema, node, path, extra) {
    const members = schema.getMemberSchemas();
    const value = {};
    for (const [name, child] of node.children) {
        const member = members[name] ?? extra[name];
        if (member === undefined || !(Object.hasOwn(members, name) || Object.hasOwn(extra, name))) {
            throw new service_error/* ServiceError */._('InvalidQueryParameter', `${join(path, name)} is not a parameter of ${schema.getName()}.`);
        }
        value[name] = readValue(member, child, join(path, name));
    }
    for (const name of (0,wire_schema/* requiredMembers */.Fh)(schema)) {
        if (value[name] === undefined) {
            throw constraint('null', camel(join(path, name)), 'Member must not be null');
        }
    }
    return value;
}
function readList(schema, node, path) {
    if (node.children.size === 0) {
        if (node.text === undefined || node.text === '')
            return [];
        throw malformed(`Unexpected value for list ${path}`);
    }
    const items = [];
    const element = schema.getValueSchema();
    for (const [name, holder] of node.children) {
        // `members` is what a widely used deployment client sends, and the service takes it.
        if (name !== 'member' && name !== 'members')
            throw malformed(`Unexpected list element ${join(path, name)}`);
        for (const [index, child] of holder.children) {
            if (!/^[1-9]\d{0,5}$/.test(index))
                throw malformed(`Unexpected list element ${join(path, `${name}.${index}`)}`);
            items.push([Number(index), readValue(element, child, join(path, `${index}.member`))]);
        }
    }
    return items.sort(([a], [b]) => a - b).map(([, value]) => value);
}
function readMap(schema, node, path) {
    const value = {};
    for (const [index, entry] of node.children.get('entry')?.children ?? []) {
        const [key, item] = [entry.children.get('key')?.text, entry.children.get('value')];
        if (key === undefined || item === undefined)
            throw malformed(`Unexpected map entry ${join(path, `entry.${index}`)}`);
        value[key] = readValue(schema.getValueSchema(), item, join(path, key));
    }
    return value;
}
/** Reads extended ISO (`2023-03-28T04:56:42.047Z`, with a space too), basic ISO (`20230328T045642Z`) and epoch seconds. */
function parseTimestamp(text) {
    const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/.exec(text);
    const extended = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?\s?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
    const parts = basic ?? extended;
    if (parts !== null) {
        const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = parts;
        const [whole = '00', fraction = ''] = second.split('.');
        const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${whole}.${fraction.padEnd(3, '0').slice(0, 3)}${zone
            .toUpperCase()
            .replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
        return Number.isNaN(date.getTime()) ? undefined : date;
    }
    return /^\d{9,11}(\.\d+)?$/.test(text) ? new Date(Number(text) * 1_000) : undefined;
}
function readScalar(schema, text, path) {
    if (schema.isBooleanSchema()) {
        if (/^true$/i.test(text))
            return true;
        if (/^false$/i.test(text))
            return false;
        throw malformed(`${path} must be true or false`);
    }
    if (schema.isNumericSchema()) {
        const number = Number(text);
        if (text.trim() === '' || !Number.isFinite(number))
            throw malformed(`${path} must be a number`);
        return number;
    }
    if (schema.isTimestampSchema()) {
        const date = parseTimestamp(text);
        if (date === undefined)
            throw malformed(`timestamp must follow ISO8601: ${path}`);
        return date;
    }
    return text;
}
function readValue(schema, node, path) {
    if (schema.isListSchema())
        return readList(schema, node, path);
    if (schema.isMapSchema())
        return readMap(schema, node, path);
    if (schema.isStructSchema()) {
        if (node.text !== undefined && node.text !== '')
            throw malformed(`Unexpected value for structure ${path}`);
        return readStructure(schema, node, path, {});
    }
    if (node.children.size > 0) {
        const [first = ''] = node.children.keys();
        throw new service_error/* ServiceError */._('InvalidQueryParameter', `${join(path, first)} is not a parameter of this operation.`);
    }
    return readScalar(schema, node.text ?? '', path);
}
/**
 * Reads an operation's input. Unknown members are refused by name, missing required ones with the front end's text.
 * @throws ServiceError `InvalidQueryParameter`, `MalformedInput` or `ValidationError`.
 */
function readQueryInput(schema, action, parameters, extra = {}) {
    const tree = treeOf(parameters);
    if (schema !== undefined)
        return readStructure(schema, tree, '', extra);
    const [unknown] = tree.children.keys();
    if (unknown !== undefined) {
        throw new service_error/* ServiceError */._('InvalidQueryParameter', `${unknown} is not a parameter of ${action}.`);
    }
    return {};
}
//# sourceMappingURL=query-input.js.map
// EXTERNAL MODULE: ./lib/simulator/wire/query-output.js
var query_output = __webpack_require__(6742);
// EXTERNAL MODULE: ./lib/simulator/wire/signature.js
var signature = __webpack_require__(2280);
// EXTERNAL MODULE: ./lib/simulator/wire/xml.js
var wire_xml = __webpack_require__(9307);
;// CONCATENATED MODULE: ./lib/simulator/wire/query-service.js
/** An AWS Query service: form or query string in, XML or JSON out, for any operation that the SDK's schemas describe. */






/** Parameters of the protocol itself, not of the operation. */
const PROTOCOL_PARAMETERS = new Set(['Action', 'Operation', 'Version', 'ContentType']);
/** The parameters of a Query call: those of the URL, and those of the form. */
function parametersOf(request, address, body) {
    const form = request.method === 'POST' && body.length > 0 ? (0,http/* parseParameters */._A)(Buffer.from(body).toString('utf8'), true) : [];
    const query = address.parameters.filter(([name]) => !name.startsWith('X-Amz-'));
    return query.length === 0 ? form : [...query, ...form];
}
/** The action a Query request names, if it is one. `Operation=` is an old spelling that a widely used client sends. */
function queryAction(request, address, body) {
    const parameters = parametersOf(request, address, body);
    return (parameters.find(([name]) => name === 'Action') ?? parameters.find(([name]) => name === 'Operation'))?.[1];
}
const wantsJson = (request) => (request.headers.accept ?? '').includes('application/json');
function answer(options, call, operation, result) {
    const { name, output } = operation;
    const headers = { 'x-amzn-requestid': call.requestId };
    if (wantsJson(call.request)) {
        const json = {
            [`${name}Response`]: {
                ...(output === undefined ? {} : { [`${name}Result`]: (0,query_output/* resultJson */.y)(output, result ?? {}) }),
                ResponseMetadata: { RequestId: call.requestId },
            },
        };
        return (0,http/* textResponse */.rR)(200, 'application/json', JSON.stringify(json), headers);
    }
    const body = output === undefined ? '' : `  <${name}Result>${(0,query_output/* resultXml */.L)(output, result ?? {})}</${name}Result>\n`;
    const metadata = `  <ResponseMetadata>\n    <RequestId>${call.requestId}</RequestId>\n  </ResponseMetadata>\n`;
    const xml = `<${name}Response xmlns="${options.namespace}">\n${body}${metadata}</${name}Response>\n`;
    return (0,http/* textResponse */.rR)(200, 'text/xml', xml, headers);
}
function refusal(options, call, error) {
    const type = error.status >= 500 ? 'Receiver' : 'Sender';
    const headers = { 'x-amzn-requestid': call.requestId };
    if (wantsJson(call.request)) {
        const json = { Error: { Code: error.code, Message: error.message, Type: type }, RequestId: call.requestId };
        return (0,http/* textResponse */.rR)(error.status, 'application/json', JSON.stringify(json), headers);
    }
    const xml = `<ErrorResponse xmlns="${options.namespace}">\n  <Error>\n    <Type>${type}</Type>\n    <Code>${(0,wire_xml/* escapeXml */.X)(error.code)}</Code>\n` +
        `    <Message>${(0,wire_xml/* escapeXml */.X)(error.message)}</Message>\n  </Error>\n  <RequestId>${call.requestId}</RequestId>\n</ErrorResponse>\n`;
    return (0,http/* textResponse */.rR)(error.status, 'text/xml', xml, headers);
}
function prepare(options, call, body) {
    if (call.request.method !== 'POST' && call.request.method !== 'GET') {
        throw new service_error/* ServiceError */._('UnsupportedOperation', `The HTTP method ${call.request.method} is not supported.`, 405);
    }
    const parameters = parametersOf(call.request, call.address, body);
    const action = queryAction(call.request, call.address, body);
    if (action === undefined || action === '') {
        throw new service_error/* ServiceError */._('MissingAction', 'The request is missing an action or a required parameter.');
    }
    const version = parameters.find(([name]) => name === 'Version')?.[1];
    const operation = options.operations.get(action);
    if (operation === undefined || version !== options.version) {
        const asked = version === undefined || version === '' ? 'NO_VERSION_SPECIFIED' : version;
        throw new service_error/* ServiceError */._('InvalidAction', `Could not find operation ${action} for version ${asked}`);
    }
    const members = parameters.filter(([name]) => !PROTOCOL_PARAMETERS.has(name));
    const input = readQueryInput(operation.input, action, members, options.extraMembers?.[action]);
    const logged = { ...input };
    for (const secret of options.secretMembers ?? [])
        if (secret in logged)
            logged[secret] = '***';
    return {
        action,
        input: logged,
        perform: async (distortion) => {
            const { requestId, identity } = call;
            return answer(options, call, operation, options.perform({ operation, input, requestId, identity, distortion }));
        },
    };
}
/** The front end's words for what is wrong with a signature. AWS documentation: common errors; signature troubleshooting. */
function signatureError(problem, wallNow) {
    const forbidden = (code, message) => new service_error/* ServiceError */._(code, message, 403);
    switch (problem.kind) {
        case 'missing':
            return forbidden('MissingAuthenticationToken', 'Request is missing Authentication Token');
        case 'malformed':
            return forbidden('IncompleteSignature', problem.detail);
        case 'unknown-key':
        case 'wrong-token':
            return forbidden('InvalidClientTokenId', 'The security token included in the request is invalid.');
        case 'mismatch':
            return forbidden('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.');
        case 'skewed': {
            const [signed, now] = [(0,signature/* compactDate */.Ac)(problem.signedAt), (0,signature/* compactDate */.Ac)(wallNow)];
            const edge = (0,signature/* compactDate */.Ac)(wallNow + (problem.signedAt < wallNow ? -1 : 1) * 900_000);
            return forbidden('SignatureDoesNotMatch', problem.signedAt < wallNow
                ? `Signature expired: ${signed} is now earlier than ${edge} (${now} - 15 min.)`
                : `Signature not yet current: ${signed} is still later than ${edge} (${now} + 15 min.)`);
        }
        case 'presigned-expired':
            return forbidden('SignatureDoesNotMatch', `Signature expired: ${(0,signature/* compactDate */.Ac)(problem.expiredAt)} is now earlier than ${(0,signature/* compactDate */.Ac)(wallNow)}`);
        case 'wrong-region':
            return forbidden('SignatureDoesNotMatch', 'Credential should be scoped to a valid region.');
        case 'expired-token':
            return forbidden('ExpiredToken', 'The security token included in the request is expired');
    }
}
/** Creates the protocol side of a Query service around `options.perform`. */
function createQueryService(options) {
    return {
        name: options.name,
        signsBody: true,
        allowsAnonymous: (request, address, body) => (options.anonymousActions ?? []).includes(queryAction(request, address, body) ?? ''),
        prepare: (call, body) => prepare(options, call, body),
        refuse: (call, error) => refusal(options, call, error),
        signatureError: (problem, { wallNow }) => signatureError(problem, wallNow),
        refusals: {
            throttled: () => new service_error/* ServiceError */._('Throttling', 'Rate exceeded', 400),
            unavailable: (status) => status === 500
                ? new service_error/* ServiceError */._('InternalFailure', 'The request processing has failed because of an unknown error, exception or failure.', 500)
                : new service_error/* ServiceError */._('ServiceUnavailable', 'Service is unable to handle request.', status),
            expired: () => new service_error/* ServiceError */._('ExpiredToken', 'The security token included in the request is expired', 403),
            denied: (action, identity) => {
                const permission = `${options.name}:${action}`;
                return new service_error/* ServiceError */._('AccessDenied', `User: ${identity?.arn ?? 'anonymous'} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`, 403);
            },
        },
    };
}
//# sourceMappingURL=query-service.js.map

/***/ }),

/***/ 7663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CF: () => (/* binding */ operationsOf),
/* harmony export */   Fh: () => (/* binding */ requiredMembers),
/* harmony export */   l0: () => (/* binding */ privateStructure)
/* harmony export */ });
/* harmony import */ var _smithy_core_schema__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5125);
/** The SDK's published schemas, seen from the service's side: which operations there are and what they take and give. */

/** The schema's marks: 9 is an operation, 3 a structure (smithy's static schema format). */
const OPERATION = 9;
const STRUCTURE = 3;
const structure = (schema) => {
    const normalized = _smithy_core_schema__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
    return normalized.isStructSchema() ? normalized : undefined;
};
/** Finds the operations among the exports of a generated SDK client. */
function operationsOf(client) {
    const operations = new Map();
    for (const value of Object.values(client)) {
        if (!Array.isArray(value) || value[0] !== OPERATION)
            continue;
        const [, , name, traits, input, output] = value;
        const key = String(name);
        const { http } = (typeof traits === 'object' && traits !== null ? traits : {});
        const binding = http === undefined ? {} : { http };
        operations.set(key, { name: key, input: structure(input), output: structure(output), ...binding });
    }
    return operations;
}
/** A structure that the SDK does not publish; members are strings unless another structure is given. */
function privateStructure(name, members) {
    const types = Object.values(members).map((member) => (member === 'string' ? 0 : member.getSchema()));
    return _smithy_core_schema__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of([STRUCTURE, 'simulator', name, 0, Object.keys(members), types]);
}
/** How many members, counted from the first, a structure requires. */
function requiredMembers(schema) {
    const raw = schema.getSchema();
    const names = raw[4];
    return names.slice(0, typeof raw[6] === 'number' ? raw[6] : 0);
}
//# sourceMappingURL=schema.js.map

/***/ }),

/***/ 2280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ compactDate),
/* harmony export */   B1: () => (/* binding */ sentSignature),
/* harmony export */   aF: () => (/* binding */ VERSION_2),
/* harmony export */   jC: () => (/* binding */ checkSignature)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9725);
/* harmony import */ var _smithy_signature_v4__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7476);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6620);
/** Checks AWS Signature Version 4, in the header or in the query (presigned), by signing again with the known secret. */





/** AWS reference: requests must reach AWS within fifteen minutes of their time stamp. */
const ALLOWED_SKEW = 15 * 60_000;
/** `@smithy/signature-v4` wants a hash class; Node's own is many times quicker than a script. */
class NodeSha256 {
    #hash;
    constructor(secret) {
        const key = secret === undefined || typeof secret === 'string' ? secret : Buffer.from(viewOf(secret));
        this.#hash = key === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key);
    }
    update(data) {
        this.#hash.update(data);
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() { }
}
const viewOf = (data) => ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
/** What S3 says to signatures of version 2, which `aws s3 presign` of the first AWS CLI still makes. */
const VERSION_2 = 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.';
/** Reads what the request says about its signature; a text says what is wrong with it; `undefined`: not signed. */
function sentSignature(request, address) {
    const { authorization } = request.headers;
    if (authorization !== undefined)
        return headerSignature(request, authorization);
    if ((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-Algorithm') === undefined) {
        return (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'AWSAccessKeyId') === undefined ? undefined : VERSION_2;
    }
    const credential = scopeOf((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-Credential') ?? '');
    const expires = Number((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-Expires') ?? Number.NaN);
    const signature = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-Signature');
    const date = (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-Date');
    if (credential === undefined || signature === undefined || date === undefined || !Number.isFinite(expires)) {
        return 'Query-string authentication requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';
    }
    const signedHeaders = ((0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-SignedHeaders') ?? '').split(';');
    return { ...credential, signedHeaders, signature, date, expires, token: (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .parameter */ .Wi)(address, 'X-Amz-Security-Token') };
}
function headerSignature(request, authorization) {
    const [algorithm, ...rest] = authorization.split(' ');
    if (algorithm !== 'AWS4-HMAC-SHA256')
        return `Unsupported authorization type: ${algorithm}.`;
    const fields = new Map(rest
        .join(' ')
        .split(',')
        .map((field) => {
        const cut = field.indexOf('=');
        return [field.slice(0, cut).trim(), field.slice(cut + 1).trim()];
    }));
    const date = request.headers['x-amz-date'];
    const missing = ['Credential', 'SignedHeaders', 'Signature'].filter((name) => !fields.has(name));
    const credential = scopeOf(fields.get('Credential') ?? '');
    if (missing.length > 0 || date === undefined) {
        const needs = missing.map((name) => `Authorization header requires '${name}' parameter.`);
        if (date === undefined)
            needs.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        return `${needs.join(' ')} Authorization=${algorithm}`;
    }
    if (credential === undefined)
        return `Credential must have exactly 5 slash-delimited elements, got '${fields.get('Credential')}'`;
    return {
        ...credential,
        signedHeaders: (fields.get('SignedHeaders') ?? '').split(';'),
        signature: fields.get('Signature') ?? '',
        date,
        token: request.headers['x-amz-security-token'],
    };
}
function scopeOf(credential) {
    const parts = credential.split('/');
    const [accessKeyId, day, region, service, end] = parts;
    if (!accessKeyId || !day || !region || !service || end !== 'aws4_request' || parts.length !== 5)
        return undefined;
    return { accessKeyId, day, region, service };
}
/** `20261121T093000Z` as an instant; `NaN` when it is none. */
const instantOf = (date) => Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
/** Checks a signature. `payload` is the whole body for Query services, `undefined` for S3, which signs its hash header. */
async function checkSignature(request, address, sent, payload, rules) {
    const refuse = (problem) => ({ ok: false, problem });
    if (sent === undefined)
        return refuse({ kind: 'missing' });
    if (typeof sent === 'string')
        return refuse({ kind: 'malformed', detail: sent });
    const signedAt = instantOf(sent.date);
    if (Number.isNaN(signedAt) || !sent.date.startsWith(sent.day)) {
        return refuse({
            kind: 'malformed',
            detail: `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date: '${sent.date}'`,
        });
    }
    const key = rules.credentials.find(sent.accessKeyId);
    if (key === undefined)
        return refuse({ kind: 'unknown-key', accessKeyId: sent.accessKeyId });
    if (!rules.regions.includes(sent.region))
        return refuse({ kind: 'wrong-region', region: sent.region });
    const expiredAt = sent.expires === undefined ? undefined : signedAt + sent.expires * 1_000;
    if (expiredAt !== undefined && rules.wallNow > expiredAt)
        return refuse({ kind: 'presigned-expired', expiredAt });
    const ahead = signedAt - rules.wallNow;
    if (ahead > ALLOWED_SKEW || (expiredAt === undefined && ahead < -ALLOWED_SKEW))
        return refuse({ kind: 'skewed', signedAt });
    if (key.session !== undefined && key.session.token !== sent.token)
        return refuse({ kind: 'wrong-token' });
    const right = await signAgain(request, address, sent, payload, key, new Date(signedAt));
    if (!sameText(right, sent.signature))
        return refuse({ kind: 'mismatch' });
    if (key.session !== undefined && rules.credentialNow >= key.session.expiration)
        return refuse({ kind: 'expired-token' });
    return { ok: true, identity: key.identity };
}
const sameText = (one, other) => one.length === other.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(Buffer.from(one), Buffer.from(other));
async function signAgain(request, address, sent, payload, key, signingDate) {
    const s3 = sent.service === 's3';
    const signer = new _smithy_signature_v4__WEBPACK_IMPORTED_MODULE_3__/* .SignatureV4 */ .B({
        credentials: {
            accessKeyId: key.accessKeyId,
            secretAccessKey: key.secretAccessKey,
            ...(sent.token === undefined ? {} : { sessionToken: sent.token }),
        },
        region: sent.region,
        service: sent.service,
        sha256: NodeSha256,
        uriEscapePath: !s3,
        applyChecksum: false,
    });
    const headers = {};
    for (const name of sent.signedHeaders) {
        const value = request.headers[name];
        if (value !== undefined)
            headers[name] = value;
    }
    const signed = new Set(sent.signedHeaders);
    const toSign = new _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_4__/* .HttpRequest */ .K({
        method: request.method,
        path: address.path,
        query: queryBag(address, sent.expires !== undefined),
        headers,
        // Without a hash header, a body that is neither text nor bytes counts as unsigned: what S3's presigned URLs do.
        body: s3 && sent.expires !== undefined ? node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([]) : payload,
    });
    const options = { signingDate, signableHeaders: signed };
    if (sent.expires === undefined) {
        const hash = request.headers['x-amz-content-sha256'];
        if (hash !== undefined && !signed.has('x-amz-content-sha256'))
            toSign.body = hash === 'UNSIGNED-PAYLOAD' ? node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([]) : payload;
        const result = await signer.sign(toSign, options);
        return /Signature=([0-9a-f]+)/.exec(result.headers.authorization ?? '')?.[1] ?? '';
    }
    const result = await signer.presign(toSign, { ...options, expiresIn: sent.expires, unhoistableHeaders: signed });
    return String(result.query?.['X-Amz-Signature'] ?? '');
}
const PRESIGNING = new Set([
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-SignedHeaders',
    'X-Amz-Signature',
    'X-Amz-Security-Token',
]);
function queryBag(address, presigned) {
    const bag = {};
    for (const [name, value] of address.parameters) {
        if (presigned && PRESIGNING.has(name))
            continue;
        const before = bag[name];
        bag[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
    }
    return bag;
}
/** An instant as signatures write it: `20261121T093000Z`. */
function compactDate(instant) {
    return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
//# sourceMappingURL=signature.js.map

/***/ }),

/***/ 9307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ element),
/* harmony export */   X: () => (/* binding */ escapeXml)
/* harmony export */ });
/** Writing XML by concatenation: the answers of all services go through here, so it has to be quick. */
/** What cannot stand in XML as it is: markup, carriage returns, and what XML 1.0 does not allow at all. */
const SPECIAL = /[&<>"]|[^\t\n\x20-\ufffd]/;
const SPECIALS = new RegExp(SPECIAL.source, 'g');
const escapeOne = (character) => {
    switch (character) {
        case '&':
            return '&amp;';
        case '<':
            return '&lt;';
        case '>':
            return '&gt;';
        case '"':
            return '&quot;';
        case '\r':
            return '&#xD;';
        default:
            return '\ufffd'; // XML 1.0 cannot carry the other control characters at all.
    }
};
/** Text as XML content or attribute value. */
function escapeXml(text) {
    const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
    return SPECIAL.test(wellFormed) ? wellFormed.replace(SPECIALS, escapeOne) : wellFormed;
}
/** `<name>text</name>`, or nothing when there is no value. */
function element(name, value) {
    if (value === undefined)
        return '';
    const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? escapeXml(value) : String(value);
    return `<${name}>${text}</${name}>`;
}
//# sourceMappingURL=xml.js.map

/***/ }),

/***/ 9649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BW: () => (/* binding */ awsZoneOf),
  Ns: () => (/* binding */ zone_ids_balancerZone)
});

// UNUSED EXPORTS: beanstalkZone

;// CONCATENATED MODULE: ./lib/domain/aws-zones.js
/**
 * Hosted zones in which AWS's own names lie, for aliases to what no call tells the zone of: classic load balancers (they
 * share the zone of application load balancers) and environments without one. AWS General Reference, "Elastic Load
 * Balancing endpoints and quotas" and "AWS Elastic Beanstalk endpoints and quotas".
 */
const BALANCERS = {
    'us-east-1': 'Z35SXDOTRQ7X7K',
    'us-east-2': 'Z3AADJGX6KTTL2',
    'us-west-1': 'Z368ELLRRE2KJ0',
    'us-west-2': 'Z1H1FL5HABSF5',
    'ca-central-1': 'ZQSVJUPU6J1EY',
    'sa-east-1': 'Z2P70J7HTTTPLU',
    'eu-west-1': 'Z32O12XQLNTSW2',
    'eu-west-2': 'ZHURV8PSTC4K8',
    'eu-west-3': 'Z3Q77PNBQS71R4',
    'eu-central-1': 'Z215JYRZR1TBD5',
    'eu-north-1': 'Z23TAZ6LKFMNIO',
    'ap-south-1': 'ZP97RAFLXTNZK',
    'ap-southeast-1': 'Z1LMS91P8CMLE5',
    'ap-southeast-2': 'Z1GM3OXH4ZPM65',
    'ap-northeast-1': 'Z14GRHDCWA56QT',
    'ap-northeast-2': 'ZWKZPGTI48KDX',
};
const ENVIRONMENTS = {
    'us-east-1': 'Z117KPS5GTRQ2G',
    'us-east-2': 'Z14LCN19Q5QHIC',
    'us-west-1': 'Z1LQECGX5PH1X',
    'us-west-2': 'Z38NKT9BP95V3O',
    'ca-central-1': 'ZJFCZL7SSZB5I',
    'ca-west-1': 'Z1021028356Y0CYS11DQI',
    'sa-east-1': 'Z10X7K2B4QSOFV',
    'af-south-1': 'Z1EI3BVKMKK4AM',
    'eu-west-1': 'Z2NYPWQ7DFZAZH',
    'eu-west-2': 'Z1GKAAAUGATPF1',
    'eu-west-3': 'Z5WN6GAYWG5OB',
    'eu-central-1': 'Z1FRNW7UH4DEZJ',
    'eu-central-2': 'Z00227012FSHBMZNNSJJI',
    'eu-north-1': 'Z23GO28BZ5AETM',
    'eu-south-1': 'Z10VDYYOA2JFKM',
    'eu-south-2': 'Z0243492AO4B9S3KI68O',
    'ap-south-1': 'Z18NTBI3Y7N9TZ',
    'ap-south-2': 'Z10223522IBWPBF2C2FJS',
    'ap-southeast-1': 'Z16FZ9L249IFLT',
    'ap-southeast-2': 'Z2PCDNR3VC2G1N',
    'ap-southeast-3': 'Z05913172VM7EAZB40TA8',
    'ap-southeast-4': 'Z0666869LC74UHAO5YE4',
    'ap-southeast-5': 'Z01812971H0QCYWSL7WOH',
    'ap-southeast-6': 'Z01144401H1NECCLJDD4D',
    'ap-southeast-7': 'Z08384933QM5LSQCVMNZM',
    'ap-east-1': 'ZPWYUBWRU171A',
    'ap-northeast-1': 'Z1R25G3KIG2GBW',
    'ap-northeast-2': 'Z3JE5OI70TWKCP',
    'ap-northeast-3': 'ZNE5GEY1TIAGY',
    'me-south-1': 'Z2BBTEKR2I36N2',
    'me-central-1': 'Z0650511N84AAKGW7QUK',
    'il-central-1': 'Z02941091PERNCB1MI5H7',
    'us-gov-east-1': 'Z35TSARG0EJ4VU',
    'us-gov-west-1': 'Z4KAURWC4UUUG',
};
/** `undefined`: not in the table. */
const balancerZone = (region) => BALANCERS[region];
const environmentZone = (region) => ENVIRONMENTS[region];
//# sourceMappingURL=aws-zones.js.map
;// CONCATENATED MODULE: ./lib/simulator/zone-ids.js
/** Hosted zones of the simulator's own names, to which alias records point; a region that is not in the tables has those of us-east-1. */

/** `<name>.<region>.elasticbeanstalk.com`. */
const beanstalkZone = (region) => environmentZone(region) ?? beanstalkZone('us-east-1');
/** Application and classic load balancers: `<name>.<region>.elb.amazonaws.com`. */
const zone_ids_balancerZone = (region) => balancerZone(region) ?? zone_ids_balancerZone('us-east-1');
/** The zone in which one of AWS's names lies, in any region; `undefined`: not a name that the simulator knows. */
function awsZoneOf(name) {
    const host = name.toLowerCase().replace(/\.$/, '');
    const beanstalk = /\.([a-z0-9-]+)\.elasticbeanstalk\.com$/.exec(host)?.[1];
    if (beanstalk !== undefined)
        return beanstalkZone(beanstalk);
    const balancer = /\.([a-z0-9-]+)\.elb\.amazonaws\.com$/.exec(host)?.[1];
    return balancer === undefined ? undefined : zone_ids_balancerZone(balancer);
}
//# sourceMappingURL=zone-ids.js.map

/***/ })

};

//# sourceMappingURL=577.index.js.map