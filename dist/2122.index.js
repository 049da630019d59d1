export const id = 2122;
export const ids = [2122];
export const modules = {

/***/ 62122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRouters: () => (/* binding */ createRouters)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/aws/patience.js
var aws_patience = __webpack_require__(37415);
// EXTERNAL MODULE: ./lib/adapters/aws/sdk-beanstalk.js
var sdk_beanstalk = __webpack_require__(8982);
;// CONCATENATED MODULE: ./lib/adapters/aws/route-calls.js



/** By its name: only these change something. */
const mutates = (operation) => /^(Modify|Change)/.test(operation);
function createRouteCalls(options) {
    const patience = (0,aws_patience/* createPatience */.s)({ ...options, mode: 'patient' });
    const { clients } = options;
    const call = (service, client, sdk) => async (operation, run) => {
        const [opened, loaded] = await Promise.all([client(), sdk()]);
        return patience({ service, operation, mutates: mutates(operation) }, () => run(opened, loaded));
    };
    return {
        clock: options.clock,
        region: clients.region,
        beanstalk: call('elasticbeanstalk', clients.beanstalk, async () => sdk_beanstalk),
        scaling: call('autoscaling', clients.autoScaling, () => __webpack_require__.e(/* import() */ 3386).then(__webpack_require__.bind(__webpack_require__, 23386))),
        balancing: call('elasticloadbalancing', clients.loadBalancing, () => __webpack_require__.e(/* import() */ 6361).then(__webpack_require__.bind(__webpack_require__, 46361))),
        naming: call('route53', clients.route53, () => Promise.all(/* import() */[__webpack_require__.e(2291), __webpack_require__.e(4043), __webpack_require__.e(8876)]).then(__webpack_require__.bind(__webpack_require__, 18876))),
    };
}
const unusable = (what, hint) => new problem/* ActionError */.l({ code: 'route-unusable', blame: 'you', what, hint });
const route_calls_notFound = (what, hint) => new problem/* ActionError */.l({ code: 'route-not-found', blame: 'you', what, hint });
const changedBySomebody = (what) => new problem/* ActionError */.l({
    code: 'route-changed',
    blame: 'you',
    what,
    hint: 'Find out who sets it. `operation: abort` gives all requests back to the old side; a new run goes on from what is there.',
});
/** So often a write whose answer is lost is sent in all; before each further time it is looked whether it has happened. */
const WRITES_AT_MOST = 4;
/** The answer of a write was lost: it may have happened. */
const wasLost = (error) => error instanceof problem/* ActionError */.l && error.answerLost;
//# sourceMappingURL=route-calls.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/route-ends.js


/** API reference, DescribeTags: ResourceArns. */
const TAGGED_AT_ONCE = 20;
/** The part of an ARN that CloudWatch has in its dimensions (ALB guide, "Metric dimensions"). */
const balancerDimension = (arn) => arn.replace(/^.*:loadbalancer\//, '');
const groupDimension = (arn) => arn.replace(/^.*:(?=targetgroup\/)/, '');
/** An environment's load balancer and the target groups that its instances stand in, by way of its Auto Scaling group. */
async function behind(calls, environment) {
    const { EnvironmentResources: found } = await calls.beanstalk('DescribeEnvironmentResources', (client, sdk) => client.send(new sdk.DescribeEnvironmentResourcesCommand({ EnvironmentId: environment.id })));
    const loadBalancer = found?.LoadBalancers?.[0]?.Name;
    const names = (found?.AutoScalingGroups ?? []).flatMap(({ Name }) => Name ?? []);
    const balanced = loadBalancer === undefined || loadBalancer === '' ? {} : { loadBalancer };
    if (names.length === 0 || balanced.loadBalancer === undefined)
        return { ...balanced, targetGroups: [] };
    const { AutoScalingGroups = [] } = await calls.scaling('DescribeAutoScalingGroups', (client, sdk) => client.send(new sdk.DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: names })));
    const arns = [...new Set(AutoScalingGroups.flatMap(({ TargetGroupARNs = [] }) => TargetGroupARNs))];
    if (arns.length === 0)
        return { ...balanced, targetGroups: [] };
    const { TargetGroups = [] } = await calls.balancing('DescribeTargetGroups', (client, sdk) => client.send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: arns })));
    return { ...balanced, targetGroups: await ofEnvironment(calls, environment, TargetGroups) };
}
/** Whoever attaches target groups of others to the Auto Scaling group must not have them moved: the tags tell whose they are. */
async function ofEnvironment(calls, environment, groups) {
    const ResourceArns = groups.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []).slice(0, TAGGED_AT_ONCE);
    const { TagDescriptions = [] } = await calls.balancing('DescribeTags', (client, sdk) => client.send(new sdk.DescribeTagsCommand({ ResourceArns })));
    return groups.filter(({ TargetGroupArn }) => {
        const tags = TagDescriptions.find(({ ResourceArn }) => ResourceArn === TargetGroupArn)?.Tags ?? [];
        const id = tags.find(({ Key }) => Key === 'elasticbeanstalk:environment-id')?.Value;
        return id === undefined || id === environment.id;
    });
}
/** `…:listener-rule/app/<name>/<id>/<listener>/<rule>` → `…:loadbalancer/app/<name>/<id>`. */
const balancerOfRule = (ruleArn) => ruleArn.replace(/:listener-rule\/((?:app|net)\/[^/]+\/[^/]+)\/.*$/, ':loadbalancer/$1');
async function albEnd(calls, route, environment) {
    const { loadBalancer, targetGroups } = await behind(calls, environment);
    const wished = balancerOfRule(route.ruleArn);
    if (loadBalancer !== wished) {
        throw unusable(loadBalancer === undefined
            ? `${environment.name} has no load balancer, so a rule cannot lead to it.`
            : `${environment.name} stands behind ${balancerDimension(loadBalancer)}, and the rule belongs to ${balancerDimension(wished)}.`, 'A rule leads to both environments only when both were created on the load balancer of the rule (LoadBalancerIsShared, SharedLoadBalancer); an environment cannot be moved later. router: route53 divides requests between load balancers of their own.');
    }
    const group = process(route, environment, targetGroups);
    const targetGroupArn = group.TargetGroupArn ?? '';
    return {
        kind: 'alb',
        environmentId: environment.id,
        targetGroupArn,
        loadBalancerArn: loadBalancer,
        figures: {
            kind: 'target-group',
            loadBalancer: balancerDimension(loadBalancer),
            targetGroup: groupDimension(targetGroupArn),
        },
        isSticky: await isSticky(calls, targetGroupArn),
    };
}
function process(route, environment, groups) {
    const { processPort } = route;
    const ports = groups.map(({ Port }) => Port).join(', ');
    const fitting = groups.filter(({ Port }) => processPort === undefined || Port === processPort);
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0)
        return only;
    if (groups.length === 0) {
        throw unusable(`${environment.name} has no target group of its own.`, 'Look at its processes (aws:elasticbeanstalk:environment:process) and at its Auto Scaling group.');
    }
    throw new problem/* ActionError */.l({
        code: 'process-port-needed',
        blame: 'you',
        what: processPort === undefined
            ? `${environment.name} has several processes, on the ports ${ports}.`
            : `${environment.name} has ${fitting.length === 0 ? 'no' : 'more than one'} process on port ${processPort}; its processes have the ports ${ports}.`,
        hint: 'Say in process-port which of them gets the requests.',
        input: 'process-port',
    });
}
async function isSticky(calls, TargetGroupArn) {
    const { Attributes = [] } = await calls.balancing('DescribeTargetGroupAttributes', (client, sdk) => client.send(new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn })));
    return Attributes.some(({ Key, Value }) => Key === 'stickiness.enabled' && Value === 'true');
}
/** Targets that are on their way out, or that no rule leads to, count neither way. */
const COUNTED = ['initial', 'healthy', 'unhealthy', 'unhealthy.draining', 'unavailable'];
async function targetsOf(calls, end) {
    const arns = end.kind === 'alb' ? [end.targetGroupArn] : end.targetGroupArns;
    if (arns.length === 0)
        return undefined;
    const states = [];
    for (const TargetGroupArn of arns) {
        const { TargetHealthDescriptions = [] } = await calls.balancing('DescribeTargetHealth', (client, sdk) => client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn })));
        states.push(...TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth?.State ?? ''));
    }
    return {
        healthy: states.filter((state) => state === 'healthy').length,
        total: states.filter((state) => COUNTED.includes(state)).length,
    };
}
const noRule = (ruleArn) => notFound(`There is no listener rule ${ruleArn}.`, 'Correct listener-rule-arn: aws elbv2 describe-rules --listener-arn … lists the rules of a listener.');
//# sourceMappingURL=route-ends.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/route-weights.js
/** Dividing what two ends have of the requests by whole numbers, and texts that are equal when nothing foreign has changed. Pure. */
/** Freely chosen sums are percent. */
const PERCENT = 100;
/** Whole weights come so near to a share at worst, in percentage points, or they are refused. */
const NEAR = 0.5;
/**
 * Weights that give the canary `percent` of what the two have together, while others keep their share: then the sum of
 * the two stays as it is. `undefined`: whole numbers of that size cannot express it, or the two have nothing to divide.
 */
function divided(percent, sumOfBoth, sumOfOthers) {
    const sum = sumOfOthers === 0 ? PERCENT : sumOfBoth;
    const canary = Math.round((sum * percent) / 100);
    const isNear = sum > 0 && Math.abs((canary * 100) / sum - percent) <= NEAR;
    return isNear ? { stable: sum - canary, canary } : undefined;
}
/** JSON with the members of every object in the order of their names; absent members are left out. */
function stableText(value) {
    return JSON.stringify(value, (_, part) => {
        if (typeof part !== 'object' || part === null || Array.isArray(part) || part instanceof Date)
            return part;
        return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
    });
}
//# sourceMappingURL=route-weights.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/router-alb-rule.js


/** API reference, TargetGroupTuple: weights are 0 to 999. */
const MOST_WEIGHT = 999;
const hostsOf = ({ Conditions = [] }) => Conditions.filter(({ Field }) => Field === 'host-header').flatMap((one) => one.HostHeaderConfig?.Values ?? one.Values ?? []);
/** In the order in which they are carried out: the last one forwards, redirects or answers. */
const ordered = ({ Actions = [] }) => [...Actions].sort((one, other) => (one.Order ?? 0) - (other.Order ?? 0));
const groupsOf = (action) => {
    const weighted = action?.ForwardConfig?.TargetGroups ?? [];
    const single = action?.TargetGroupArn;
    return weighted.length > 0 || single === undefined ? weighted : [{ TargetGroupArn: single, Weight: 1 }];
};
/** The rule's forward action. @throws ActionError `route-unusable` for rules whose weights cannot be set. */
function forwardOf(rule) {
    const name = `The rule ${rule.RuleArn ?? ''}`;
    if (rule.IsDefault === true) {
        throw unusable(`${name} is the default rule of its listener.`, 'Make a rule for the production host, with the same forward action, and name that one.');
    }
    const hosts = hostsOf(rule);
    if (hosts.length > 0 && hosts.every((host) => host.toLowerCase().endsWith('.elasticbeanstalk.com'))) {
        throw unusable(`${name} was made by Elastic Beanstalk for ${hosts.join(', ')}, and goes with that environment.`, 'Make a rule of your own, for the host that your users ask for.');
    }
    const action = ordered(rule).at(-1);
    if (action?.Type === 'forward')
        return action;
    throw unusable(`${name} ends with ${action?.Type ?? 'no action'}, and not with forward.`, 'A rule whose last action forwards to target groups is needed.');
}
const weightOf = (groups, arn) => groups.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight ?? 0;
const sumOf = (groups) => groups.reduce((sum, { Weight = 1 }) => sum + Weight, 0);
function readingOf(route, rule, ends) {
    const forward = forwardOf(rule);
    const groups = groupsOf(forward);
    const own = ends.filter((end) => end.kind === 'alb');
    const isOwn = (arn) => own.some(({ targetGroupArn }) => targetGroupArn === arn);
    const sum = sumOf(groups);
    const percent = (weight) => (sum === 0 ? 0 : (weight * 100) / sum);
    const there = own.filter(({ targetGroupArn }) => groups.some((one) => one.TargetGroupArn === targetGroupArn));
    const others = groups.filter(({ TargetGroupArn }) => !isOwn(TargetGroupArn));
    const [host, ...more] = hostsOf(rule);
    return {
        shares: Object.fromEntries(there.map((end) => [end.environmentId, percent(weightOf(groups, end.targetGroupArn))])),
        elsewhere: percent(sumOf(others)),
        ...(host !== undefined && more.length === 0 && !/[*?]/.test(host) ? { host } : {}),
        fingerprint: fingerprintOf(route, rule, others, sum),
    };
}
function fingerprintOf(route, rule, others, sum) {
    const { Conditions, Priority, Transforms } = rule;
    const [last, ...before] = [...ordered(rule)].reverse();
    const { TargetGroupArn: _, ForwardConfig, Order: ___, ...rest } = last ?? { Type: undefined };
    const { TargetGroups: __, TargetGroupStickinessConfig, ...config } = ForwardConfig ?? {};
    const sticky = route.stickyFor === undefined && TargetGroupStickinessConfig?.Enabled === true ? TargetGroupStickinessConfig : {};
    const foreign = others
        .map(({ TargetGroupArn, Weight = 1 }) => [TargetGroupArn, Weight === 0 ? '0' : `${Weight}/${sum}`])
        .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
    return stableText({ Conditions, Priority, Transforms, before: before.map(shown), rest, config, sticky, foreign });
}
/** As DescribeRules tells it, whichever number it has among the others. */
function shown({ Order: _, AuthenticateOidcConfig: oidc, ...action }) {
    if (oidc === undefined)
        return { ...action };
    const { UseExistingClientSecret: __, ...told } = oidc;
    return { ...action, AuthenticateOidcConfig: told };
}
/** Whether clients stay on their side for as long as the user has asked. */
function isStickyAsWished({ stickyFor }, rule) {
    if (stickyFor === undefined)
        return true;
    const { Enabled = false, DurationSeconds = 0 } = forwardOf(rule).ForwardConfig?.TargetGroupStickinessConfig ?? {};
    return Math.round(stickyFor / 1_000) === (Enabled ? DurationSeconds : 0);
}
/** @throws ActionError `route-unusable` when whole weights beside those of others cannot express the share. */
function weightsFor(rule, ends, percent) {
    const groups = groupsOf(forwardOf(rule));
    const both = weightOf(groups, ends.stable.targetGroupArn) + weightOf(groups, ends.canary.targetGroupArn);
    const weights = divided(percent, both, sumOf(groups) - both);
    if (weights !== undefined && Math.max(weights.stable, weights.canary) <= MOST_WEIGHT)
        return weights;
    throw unusable(`The two environments have ${both} of the rule's weights together, which cannot be divided so that one of them has ${percent} %.`, 'Give the target groups of the rule weights that add up to 100.');
}
/**
 * All actions of the rule, as ModifyRule replaces them: only the weights of the two groups are others (and the
 * stickiness, where the user has named one). The short form of a single target group would contradict the long one.
 */
function actionsWith(route, rule, ends, wished) {
    const forward = forwardOf(rule);
    const groups = groupsOf(forward).map(({ TargetGroupArn, Weight = 1 }) => ({ TargetGroupArn, Weight }));
    const sides = [
        [ends.stable.targetGroupArn, wished.stable],
        [ends.canary.targetGroupArn, wished.canary],
    ];
    let next = groups;
    for (const [TargetGroupArn, Weight] of sides) {
        const isThere = next.some((one) => one.TargetGroupArn === TargetGroupArn);
        if (Weight === undefined)
            next = next.filter((one) => one.TargetGroupArn !== TargetGroupArn);
        else if (!isThere)
            next = [...next, { TargetGroupArn, Weight }];
        else
            next = next.map((one) => (one.TargetGroupArn === TargetGroupArn ? { TargetGroupArn, Weight } : one));
    }
    const { TargetGroupArn: _, ...rest } = forward;
    const ForwardConfig = { ...forward.ForwardConfig, TargetGroups: next, ...stickiness(route, forward) };
    return ordered(rule).map((action) => (action === forward ? { ...rest, ForwardConfig } : kept(action)));
}
function stickiness({ stickyFor }, { ForwardConfig }) {
    if (stickyFor !== undefined) {
        const length = { DurationSeconds: Math.round(stickyFor / 1_000) };
        return { TargetGroupStickinessConfig: { Enabled: stickyFor > 0, ...(stickyFor > 0 ? length : {}) } };
    }
    const { TargetGroupStickinessConfig: own } = ForwardConfig ?? {};
    return own === undefined ? {} : { TargetGroupStickinessConfig: own };
}
/** API reference, AuthenticateOidcActionConfig: no answer holds the secret, and without it the one that is there must be named. */
function kept(action) {
    const { AuthenticateOidcConfig: oidc } = action;
    return oidc === undefined
        ? action
        : { ...action, AuthenticateOidcConfig: { ...oidc, UseExistingClientSecret: true } };
}
const onlyRule = (rules, ruleArn) => {
    const rule = (rules ?? []).find(({ RuleArn }) => RuleArn === ruleArn);
    if (rule !== undefined)
        return rule;
    throw route_calls_notFound(`There is no listener rule ${ruleArn}.`, 'Correct listener-rule-arn.');
};
//# sourceMappingURL=router-alb-rule.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/router-alb.js


/** A rule that was just changed may be shown as it was for a moment. */
const LOOKS = 6;
const BETWEEN_LOOKS = 500;
async function ruleOf(calls, route) {
    const { Rules } = await calls.balancing('DescribeRules', (client, sdk) => client.send(new sdk.DescribeRulesCommand({ RuleArns: [route.ruleArn] })));
    return onlyRule(Rules, route.ruleArn);
}
const readAlb = async (calls, route, ends) => readingOf(route, await ruleOf(calls, route), ends);
function albRouter(calls, route, ends) {
    const both = [ends.stable, ends.canary];
    const read = (rule) => readingOf(route, rule, both);
    /** The rule as it is, when it is as expected. */
    const compared = async (expected) => {
        const rule = await ruleOf(calls, route);
        if (!isSame(read(rule), expected))
            throw somebody(route, 'before its weights were set, so nothing was written');
        return rule;
    };
    const write = (Actions) => calls.balancing('ModifyRule', (client, sdk) => client.send(new sdk.ModifyRuleCommand({ RuleArn: route.ruleArn, Actions })));
    /** Reads until the rule is no longer as it was. */
    const readBack = async (before, wanted) => {
        for (let look = 1;; look += 1) {
            const found = read(await ruleOf(calls, route));
            if (isSame(found, wanted) || look >= LOOKS || !isSame(found, before))
                return found;
            await calls.clock.sleep(BETWEEN_LOOKS);
        }
    };
    const change = async (rule, wished) => {
        const Actions = actionsWith(route, rule, ends, wished);
        const [before, wanted] = [read(rule), read({ ...rule, Actions })];
        if (isSame(before, wanted) && isStickyAsWished(route, rule))
            return before;
        for (let attempt = 1;; attempt += 1) {
            const lost = await write(Actions).then(() => undefined, (error) => {
                if (wasLost(error) && attempt < WRITES_AT_MOST)
                    return { error };
                throw error;
            });
            const found = await readBack(before, wanted);
            if (isSame(found, wanted))
                return found;
            // Without an answer, and without an effect: it has not happened.
            if (lost !== undefined && isSame(found, before))
                continue;
            throw somebody(route, 'while its weights were set');
        }
    };
    return {
        read: async () => read(await ruleOf(calls, route)),
        set: async (percent, expected) => {
            const rule = await compared(expected);
            return change(rule, weightsFor(rule, ends, percent));
        },
        finish: async (expected) => {
            const rule = await compared(expected);
            const { shares } = read(rule);
            if ((shares[ends.stable.environmentId] ?? 0) > 0 || (shares[ends.canary.environmentId] ?? 0) === 0) {
                throw unusable('The old side still has requests by the rule, so it was not taken out of it.', 'Give the new side all of them first.');
            }
            const { canary } = weightsFor(rule, ends, 100);
            return change(rule, { stable: undefined, canary });
        },
        restore: async (expected) => {
            const rule = await compared(expected);
            const { stable } = weightsFor(rule, ends, 0);
            return change(rule, { stable, canary: undefined });
        },
    };
}
const SAME = 0.01;
/** The same for everybody else, and the same shares. */
function isSame(one, other) {
    const ids = new Set([...Object.keys(one.shares), ...Object.keys(other.shares)]);
    return (one.fingerprint === other.fingerprint &&
        Math.abs(one.elsewhere - other.elsewhere) < SAME &&
        [...ids].every((id) => {
            const [a, b] = [one.shares[id], other.shares[id]];
            return a !== undefined && b !== undefined && Math.abs(a - b) < SAME;
        }));
}
const somebody = ({ ruleArn }, when) => changedBySomebody(`Somebody else has changed the rule ${ruleArn} ${when}.`);
//# sourceMappingURL=router-alb.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/router-preview.js

/** ALB guide: the ARN of a rule is that of its listener with one part more. */
const listenerOf = (ruleArn) => ruleArn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
/** Names of headers have no case (RFC 9110); values are compared as they are written in the rule. */
const asksFor = ({ Conditions = [] }, { name, value }) => Conditions.some(({ Field, HttpHeaderConfig: header }) => Field === 'http-header' &&
    header?.HttpHeaderName?.toLowerCase() === name.toLowerCase() &&
    header.Values?.includes(value) === true);
async function previewRoute(calls, route, header) {
    const ListenerArn = listenerOf(route.ruleArn);
    const found = [];
    for (let Marker, isFirst = true; isFirst || Marker !== undefined; isFirst = false) {
        const page = await calls.balancing('DescribeRules', (client, sdk) => client.send(new sdk.DescribeRulesCommand({ ListenerArn, ...(Marker === undefined ? {} : { Marker }) })));
        found.push(...(page.Rules ?? []).filter((rule) => asksFor(rule, header)));
        Marker = page.NextMarker === '' ? undefined : page.NextMarker;
    }
    const [rule, ...more] = found;
    const what = `with the header ${header.name}: ${header.value}`;
    if (rule?.RuleArn === undefined) {
        throw route_calls_notFound(`The listener of the rule ${route.ruleArn} has no rule ${what}.`, 'Make one for the production host and this header, before the production rule, that leads to the environment that serves now.');
    }
    if (more.length > 0 || rule.RuleArn === route.ruleArn) {
        throw unusable(`The listener of the rule ${route.ruleArn} has not exactly one other rule ${what}.`, 'Give the header a value of its own.');
    }
    const { stickyFor: _, ...same } = route;
    return { ...same, ruleArn: rule.RuleArn };
}
//# sourceMappingURL=router-preview.js.map
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
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/adapters/aws/router-route53-records.js


/** Developer guide, "Values specific for weighted alias records". */
const router_route53_records_MOST_WEIGHT = 255;
/** As records are compared: in lower case, without the dot at the end, and without the console's prefix. */
const plainName = (name = '') => name
    .toLowerCase()
    .replaceAll('\\052', '*')
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
const HINT = 'docs/canary.md has what the records must look like: one alias record, or weighted ones, for each environment.';
const leadsTo = (record, name) => record.AliasTarget !== undefined && plainName(record.AliasTarget.DNSName) === plainName(name);
const isOf = (record, end) => leadsTo(record, end.alias.dnsName);
/** Address records, of each kind that the name has. */
const typesOf = (records) => ['A', 'AAAA'].filter((type) => records.some(({ Type }) => Type === type));
const router_route53_records_sumOf = (records) => records.reduce((sum, { Weight = 0 }) => sum + Weight, 0);
/** The records of one kind, checked: a single alias, or weighted ones. */
function usable(route, records, type) {
    const alike = records.filter(({ Type }) => Type === type);
    const name = `${route.recordName} (${type})`;
    const other = alike.find((one) => one.SetIdentifier !== undefined && one.Weight === undefined);
    if (other !== undefined) {
        throw unusable(`The records of ${name} have another routing policy than weights (${other.SetIdentifier}).`, HINT);
    }
    const simple = alike.find(({ SetIdentifier }) => SetIdentifier === undefined);
    if (simple !== undefined && simple.AliasTarget === undefined) {
        throw unusable(`The record of ${name} holds addresses, and is no alias of a load balancer.`, HINT);
    }
    return alike;
}
function router_route53_records_readingOf(route, records, ends) {
    const own = ends.filter((end) => end.kind === 'route53');
    if (records.some(({ Type }) => Type === 'CNAME')) {
        throw unusable(`${route.recordName} is a CNAME, which cannot be weighted as an alias.`, HINT);
    }
    if (!records.some(({ Type }) => Type === 'A')) {
        throw route_calls_notFound(`The hosted zone ${route.zoneId} has no A record for ${route.recordName}.`, 'Correct record-name or hosted-zone-id, or make an alias record that leads to the environment that is live.');
    }
    for (const type of typesOf(records))
        usable(route, records, type);
    const shared = own.find((end) => own.some((other) => other !== end && other.alias.dnsName === end.alias.dnsName));
    if (shared !== undefined) {
        throw unusable(`Both environments stand behind ${shared.alias.dnsName}, so a name cannot tell them apart.`, 'On a shared load balancer use router: alb.');
    }
    const alike = usable(route, records, 'A');
    const ofOwn = (record) => own.find((end) => isOf(record, end));
    const shares = {};
    for (const record of alike) {
        const end = ofOwn(record);
        if (end !== undefined)
            shares[end.environmentId] = (shares[end.environmentId] ?? 0) + shareIn(alike, record);
    }
    const others = alike.filter((record) => ofOwn(record) === undefined);
    return {
        shares,
        elsewhere: others.reduce((sum, record) => sum + shareIn(alike, record), 0),
        ...(route.recordName.includes('*') ? {} : { host: plainName(route.recordName) }),
        fingerprint: router_route53_records_fingerprintOf(records, (record) => ofOwn(record) !== undefined),
    };
}
/** Developer guide, "Weighted routing": when all weights are 0, all count alike. */
function shareIn(alike, { Weight = 0, SetIdentifier }) {
    if (SetIdentifier === undefined)
        return 100;
    const sum = router_route53_records_sumOf(alike);
    return sum === 0 ? 100 / alike.length : (Weight * 100) / sum;
}
/** Records of others whole; of our own what nobody has asked us to set. */
function router_route53_records_fingerprintOf(records, isOwn) {
    const foreign = records.filter((record) => !isOwn(record)).map(stableText);
    const checks = records
        .filter((record) => isOwn(record) && record.HealthCheckId !== undefined)
        .map(({ Type, SetIdentifier, HealthCheckId }) => stableText({ Type, SetIdentifier, HealthCheckId }));
    return stableText([foreign.sort(), checks.sort()]);
}
/** The batch, for every kind of address at once; empty when there is nothing to change. */
function changesFor(route, records, ends, wished) {
    return typesOf(records).flatMap((type) => changesOf(route, usable(route, records, type), ends, wished, type));
}
function changesOf(route, alike, ends, { canaryPercent, without }, type) {
    const [stable, canary] = [ends.stable, ends.canary].map((end) => alike.find((record) => isOf(record, end)));
    const own = [stable, canary].filter((one) => one !== undefined);
    const others = alike.filter((record) => !own.includes(record));
    if (others.some(({ SetIdentifier }) => SetIdentifier === undefined)) {
        throw unusable(`${route.recordName} (${type}) leads to neither of the two environments.`, HINT);
    }
    const weights = divided(canaryPercent, router_route53_records_sumOf(own), router_route53_records_sumOf(others));
    if (weights === undefined || Math.max(weights.stable, weights.canary) > router_route53_records_MOST_WEIGHT) {
        throw unusable(`The two environments have ${router_route53_records_sumOf(own)} of the weights of ${route.recordName} together, which cannot be divided so that one of them has ${canaryPercent} %.`, 'Give the weighted records weights that add up to 100.');
    }
    const simple = own.find(({ SetIdentifier }) => SetIdentifier === undefined);
    const upsert = (record, end, Weight) => {
        if (record !== undefined && record.SetIdentifier !== undefined && record.Weight === Weight)
            return [];
        // An end without a record that is to have nothing needs none.
        if (record === undefined && Weight === 0)
            return [];
        const of = record ?? { AliasTarget: aliasOf(route, end, type) };
        const SetIdentifier = record?.SetIdentifier ?? end.setIdentifier;
        const Name = record?.Name ?? alike[0]?.Name ?? route.recordName;
        return [{ Action: 'UPSERT', ResourceRecordSet: { ...of, Name, Type: type, SetIdentifier, Weight } }];
    };
    const ofCanary = upsert(canary, ends.canary, weights.canary);
    // A single record that leads to the stable side is what everything to the stable side looks like.
    if (simple !== undefined && simple === stable && weights.canary === 0)
        return [];
    const gone = without === 'stable' && stable !== undefined ? [deleted(stable)] : [];
    const ofStable = without === 'stable' ? gone : upsert(stable, ends.stable, weights.stable);
    return [...(simple === undefined || gone.length > 0 ? [] : [deleted(simple)]), ...ofStable, ...ofCanary];
}
const deleted = (record) => ({ Action: 'DELETE', ResourceRecordSet: record });
function aliasOf(route, end, type) {
    if (!end.types.includes(type)) {
        throw unusable(`${route.recordName} has AAAA records, and ${end.alias.dnsName} has no address of that kind.`, 'Make the load balancer of the environment dualstack (IpAddressType), or delete the AAAA records.');
    }
    return { HostedZoneId: end.alias.zoneId, DNSName: end.alias.dnsName, EvaluateTargetHealth: true };
}
//# sourceMappingURL=router-route53-records.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/router-route53.js






/** Developer guide: changes usually reach all servers within 60 seconds. */
const LONGEST_SYNC = (0,time/* minutes */.Gx)(5);
/** Each request counts towards five in a second for the whole account (developer guide, Quotas). */
const router_route53_BETWEEN_LOOKS = (0,time/* seconds */.YA)(5);
/** Every record set of the name. They stand together, and the listing begins where one asks it to. */
async function recordsOf(calls, route) {
    const found = [];
    const name = plainName(route.recordName);
    for (let from = { StartRecordName: name };;) {
        const page = await calls.naming('ListResourceRecordSets', (client, sdk) => client.send(new sdk.ListResourceRecordSetsCommand({ HostedZoneId: route.zoneId, ...from })));
        const records = page.ResourceRecordSets ?? [];
        const own = records.filter((record) => plainName(record.Name) === name);
        found.push(...own);
        if (page.IsTruncated !== true || own.length < records.length)
            return found;
        const { NextRecordName: StartRecordName, NextRecordType, NextRecordIdentifier } = page;
        from = {
            StartRecordName,
            ...(NextRecordType === undefined ? {} : { StartRecordType: NextRecordType }),
            ...(NextRecordIdentifier === undefined ? {} : { StartRecordIdentifier: NextRecordIdentifier }),
        };
    }
}
const readNames = async (calls, route, ends) => router_route53_records_readingOf(route, await recordsOf(calls, route), ends);
async function nameEnd(calls, route, environment) {
    const place = await placeOf(calls, environment);
    const records = await recordsOf(calls, route);
    const known = records.find((record) => leadsTo(record, place.alias.dnsName))?.SetIdentifier;
    return {
        kind: 'route53',
        environmentId: environment.id,
        setIdentifier: known ?? `beanstalk-rollout-${environment.id}`,
        ...place,
    };
}
async function placeOf(calls, environment) {
    const { loadBalancer, targetGroups } = await behind(calls, environment);
    const targetGroupArns = targetGroups.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []);
    if (loadBalancer?.startsWith('arn:') !== true)
        return unlisted(calls, environment, loadBalancer);
    const { LoadBalancers = [] } = await calls.balancing('DescribeLoadBalancers', (client, sdk) => client.send(new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancer] })));
    const { CanonicalHostedZoneId: zoneId = '', DNSName = '', IpAddressType, Type } = LoadBalancers[0] ?? {};
    return {
        alias: { zoneId, dnsName: plainName(DNSName) },
        types: IpAddressType?.startsWith('dualstack') === true ? ['A', 'AAAA'] : ['A'],
        targetGroupArns,
        figures: Type === 'application'
            ? { kind: 'application', loadBalancer: balancerDimension(loadBalancer) }
            : { kind: 'environment', environment },
    };
}
/** A classic load balancer, or the address of a single instance: their zones are known by region only. */
async function unlisted(calls, environment, classic) {
    const { Environments = [] } = await calls.beanstalk('DescribeEnvironments', (client, sdk) => client.send(new sdk.DescribeEnvironmentsCommand({ EnvironmentIds: [environment.id] })));
    const [found] = Environments;
    const name = plainName(classic === undefined ? found?.CNAME : found?.EndpointURL);
    const zoneId = classic === undefined ? environmentZone(calls.region) : balancerZone(calls.region);
    if (zoneId === undefined || name === '') {
        throw unusable(`It is not known in which hosted zone the address of ${environment.name} lies in ${calls.region}.`, 'Make the weighted alias records of both environments yourself, or use an application load balancer.');
    }
    return {
        alias: { zoneId, dnsName: name },
        types: ['A'],
        targetGroupArns: [],
        figures: classic === undefined ? { kind: 'environment', environment } : { kind: 'classic', loadBalancer: classic },
    };
}
function nameRouter(calls, route, ends) {
    const both = [ends.stable, ends.canary];
    const compared = async (expected) => {
        const records = await recordsOf(calls, route);
        if (router_route53_isSame(router_route53_records_readingOf(route, records, both), expected))
            return records;
        throw router_route53_somebody(route, 'before their weights were set, so nothing was written');
    };
    /** The answer of a lost call is looked up: a batch has happened as a whole or not at all. */
    const write = async (Changes, comment, wished, attempt = 1) => {
        const ChangeBatch = { Comment: comment, Changes };
        try {
            const { ChangeInfo } = await calls.naming('ChangeResourceRecordSets', (client, sdk) => client.send(new sdk.ChangeResourceRecordSetsCommand({ HostedZoneId: route.zoneId, ChangeBatch })));
            return ChangeInfo?.Id ?? '';
        }
        catch (error) {
            if (!wasLost(error) || attempt >= WRITES_AT_MOST)
                throw error;
            if (attempt > 1)
                await calls.clock.sleep(router_route53_BETWEEN_LOOKS);
            const left = changesFor(route, await recordsOf(calls, route), ends, wished);
            // All of it is there: what is in sync by when is not known then, so another round makes sure.
            const again = left.length === 0 ? Changes.filter(({ Action }) => Action === 'UPSERT') : left;
            return again.length === 0 ? '' : write(again, comment, wished, attempt + 1);
        }
    };
    const inSync = async (id) => {
        const giveUpAt = calls.clock.now() + LONGEST_SYNC;
        for (;;) {
            const { ChangeInfo } = await calls.naming('GetChange', (client, sdk) => client.send(new sdk.GetChangeCommand({ Id: id })));
            if (ChangeInfo?.Status === 'INSYNC')
                return;
            if (calls.clock.now() >= giveUpAt)
                throw notInSync(route);
            await calls.clock.sleep(router_route53_BETWEEN_LOOKS);
        }
    };
    const change = async (records, wished, waits = true) => {
        const changes = changesFor(route, records, ends, wished);
        const before = router_route53_records_readingOf(route, records, both);
        if (changes.length === 0)
            return before;
        const comment = `Beanstalk Rollout: ${wished.canaryPercent} % to ${ends.canary.environmentId}`;
        const id = await write(changes, comment, wished);
        const after = await recordsOf(calls, route);
        const reading = router_route53_records_readingOf(route, after, both);
        if (reading.fingerprint !== before.fingerprint || changesFor(route, after, ends, wished).length > 0) {
            throw router_route53_somebody(route, 'while their weights were set');
        }
        if (waits && id !== '')
            await inSync(id);
        return reading;
    };
    return {
        read: () => readNames(calls, route, both),
        set: async (percent, expected) => change(await compared(expected), { canaryPercent: percent }),
        finish: async (expected) => {
            const records = await compared(expected);
            const { shares } = router_route53_records_readingOf(route, records, both);
            if ((shares[ends.stable.environmentId] ?? 0) > 0 || (shares[ends.canary.environmentId] ?? 0) === 0) {
                throw unusable(`The old side still has requests by the records of ${route.recordName}, so its record was not deleted.`, 'Give the new side all of them first.');
            }
            return change(records, { canaryPercent: 100, without: 'stable' });
        },
        restore: async (expected, hurry) => change(await compared(expected), { canaryPercent: 0 }, hurry?.hurry !== true),
    };
}
const router_route53_SAME = 0.01;
function router_route53_isSame(one, other) {
    const ids = new Set([...Object.keys(one.shares), ...Object.keys(other.shares)]);
    const near = (a = 0, b = 0) => Math.abs(a - b) < router_route53_SAME;
    return (one.fingerprint === other.fingerprint &&
        near(one.elsewhere, other.elsewhere) &&
        [...ids].every((id) => near(one.shares[id], other.shares[id])));
}
const router_route53_somebody = ({ recordName }, when) => changedBySomebody(`Somebody else has changed the records of ${recordName} ${when}.`);
const notInSync = ({ recordName }) => new problem/* ActionError */.l({
    code: 'service-unavailable',
    blame: 'aws',
    what: `Route 53 has not told within ${LONGEST_SYNC / 60_000} minutes that all its servers answer the new weights of ${recordName}.`,
    hint: 'The change was taken and will come into effect; look at the AWS Health Dashboard before you run it again.',
});
//# sourceMappingURL=router-route53.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/routers.js





function createRouters(options) {
    const calls = createRouteCalls(options);
    return {
        end: (route, environment) => {
            switch (route.kind) {
                case 'alb':
                    return albEnd(calls, route, environment);
                case 'route53':
                    return nameEnd(calls, route, environment);
            }
        },
        read: (route, ends) => {
            switch (route.kind) {
                case 'alb':
                    return readAlb(calls, route, ends);
                case 'route53':
                    return readNames(calls, route, ends);
            }
        },
        between: async (route, ends) => {
            switch (route.kind) {
                case 'alb':
                    return albRouter(calls, route, bothOf(route, ends, (end) => (end.kind === 'alb' ? end : undefined)));
                case 'route53':
                    return nameRouter(calls, route, bothOf(route, ends, (end) => (end.kind === 'route53' ? end : undefined)));
            }
        },
        preview: async (route, header) => {
            if (route.kind !== 'alb')
                throw new Error('only rules have headers');
            return previewRoute(calls, route, header);
        },
        targets: (end) => targetsOf(calls, end),
    };
}
/** Ends are those of their own route, by the way in which they are made. */
function bothOf(route, ends, of) {
    const [stable, canary] = [of(ends.stable), of(ends.canary)];
    if (stable === undefined || canary === undefined)
        throw new Error(`ends of another route than ${route.kind}`);
    return { stable, canary };
}
//# sourceMappingURL=routers.js.map

/***/ })

};

//# sourceMappingURL=2122.index.js.map