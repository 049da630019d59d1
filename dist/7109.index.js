export const id = 7109;
export const ids = [7109];
export const modules = {

/***/ 27109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  environmentCalls: () => (/* binding */ environmentCalls)
});

// EXTERNAL MODULE: ./lib/adapters/aws/beanstalk-model.js
var beanstalk_model = __webpack_require__(54867);
// EXTERNAL MODULE: ./lib/adapters/aws/calls.js
var calls = __webpack_require__(47619);
;// CONCATENATED MODULE: ./lib/domain/option-rules.js
/** Namespaces whose options, or whose own last part, are the user's to name; they cannot be listed beforehand. */
const NAMED_BY_USERS = [
    /^aws:elasticbeanstalk:application:environment(secrets)?$/,
    /^aws:elasticbeanstalk:environment:process:/,
    /^aws:elasticbeanstalk:customoption$/,
    /^aws:cloudformation:/,
    /^aws:autoscaling:scheduledaction$/,
    /:listener(rule)?:/,
];
/**
 * An option that is not described is only doubtful: some exist just with others beside them (a load balancer's with an
 * environment that has one). A value outside of what is described will be refused.
 */
function judgeOptions(options, described) {
    return options.flatMap((option) => {
        const { namespace, name, value } = option;
        if (value === '' || NAMED_BY_USERS.some((pattern) => pattern.test(namespace)))
            return [];
        const rule = described.find((one) => one.namespace === namespace && one.name === name);
        if (rule === undefined) {
            return [{ severity: 'warning', namespace, name, message: 'the platform does not describe this option' }];
        }
        const why = whyNot(value, rule);
        return why === undefined ? [] : [{ severity: 'error', namespace, name, message: why }];
    });
}
/** A clause without the value, which may be a secret. */
function whyNot(value, { isList, values, min, max, maxLength }) {
    const isOneOf = values.some((one) => one.toLowerCase() === value.toLowerCase());
    if (!isList && values.length > 0 && !isOneOf)
        return `its value must be one of ${values.join(', ')}`;
    if (maxLength !== undefined && value.length > maxLength)
        return `its value is longer than ${maxLength} characters`;
    if (isList || (min === undefined && max === undefined))
        return undefined;
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number))
        return 'its value must be a number';
    if (min !== undefined && number < min)
        return `its value is less than ${min}`;
    return max !== undefined && number > max ? `its value is more than ${max}` : undefined;
}
//# sourceMappingURL=option-rules.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/creation.js



function creationCalls(options) {
    const { read, change } = (0,calls/* createCaller */.uF)(options);
    return {
        templateSettings: (application, template) => read('DescribeConfigurationSettings', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeConfigurationSettingsCommand({ ApplicationName: application, TemplateName: template }));
            return (answer.ConfigurationSettings ?? []).map(beanstalk_model/* configurationOf */.QV).flatMap((one) => one.options);
        }),
        platformBranch: async (name) => {
            const branches = await (0,calls/* pages */.Bd)((NextToken) => read('ListPlatformBranches', (client, sdk) => client.send(new sdk.ListPlatformBranchesCommand({
                Filters: [{ Attribute: 'BranchName', Operator: '=', Values: [name] }],
                ...NextToken,
            }))));
            const found = branches
                .flatMap((page) => page.PlatformBranchSummaryList ?? [])
                .find((branch) => branch.BranchName === name);
            if (found === undefined)
                return undefined;
            const versions = await (0,calls/* pages */.Bd)((NextToken) => read('ListPlatformVersions', (client, sdk) => client.send(new sdk.ListPlatformVersionsCommand({
                Filters: [{ Type: 'PlatformBranchName', Operator: '=', Values: [name] }],
                ...NextToken,
            }))));
            const ready = versions
                .flatMap((page) => page.PlatformSummaryList ?? [])
                .filter((one) => one.PlatformBranchName === name && (one.PlatformStatus ?? 'Ready') === 'Ready')
                .flatMap(({ PlatformArn: arn, PlatformVersion: version }) => arn === undefined || version === undefined ? [] : [{ arn, version }])
                .sort((left, right) => compareVersions(right.version, left.version));
            return { name, lifecycle: lifecycleOf(found.LifecycleState), ...(0,beanstalk_model/* present */.Eb)({ newest: ready[0] }) };
        },
        validateNew: (application, base, options) => {
            const place = placeOf(base);
            if (options.length === 0 || place === undefined)
                return Promise.resolve([]);
            if ('platform' in place) {
                return read('DescribeConfigurationOptions', async (client, sdk) => {
                    const answer = await client.send(new sdk.DescribeConfigurationOptionsCommand({ ...place.platform, Options: options.map(specified) }));
                    return judgeOptions(options, (answer.Options ?? []).flatMap(descriptionOf));
                });
            }
            return read('ValidateConfigurationSettings', async (client, sdk) => {
                const answer = await client.send(new sdk.ValidateConfigurationSettingsCommand({
                    ApplicationName: application,
                    ...place,
                    OptionSettings: options.map(calls/* sdkOption */.iF),
                }));
                return (answer.Messages ?? []).map(beanstalk_model/* messageOf */.bD);
            });
        },
        createApplication: (name, description) => change('CreateApplication', async (client, sdk) => {
            await client.send(new sdk.CreateApplicationCommand({ ApplicationName: name, Description: description }));
        }),
    };
}
/** The service judges options only for what exists already; for a platform it describes them. */
function placeOf(base) {
    switch (base.kind) {
        case 'stack':
            return { platform: { SolutionStackName: base.solutionStack } };
        case 'platform':
            return { platform: { PlatformArn: base.arn } };
        case 'branch':
            return base.branch?.newest === undefined ? undefined : { platform: { PlatformArn: base.branch.newest.arn } };
        case 'template':
            return base.options === undefined ? undefined : { TemplateName: base.name };
        case 'environment':
            return base.found === undefined ? undefined : { EnvironmentName: base.name };
        // DescribeConfigurationOptions knows no tier.
        case 'cluster':
            return undefined;
    }
}
const specified = ({ namespace, name }) => ({ Namespace: namespace, OptionName: name });
function descriptionOf(one) {
    const { Namespace: namespace, Name: name, MinValue: min, MaxValue: max, MaxLength: maxLength } = one;
    if (namespace === undefined || name === undefined)
        return [];
    const limits = (0,beanstalk_model/* present */.Eb)({ min, max, maxLength });
    return [{ namespace, name, isList: one.ValueType === 'List', values: one.ValueOptions ?? [], ...limits }];
}
/** The API reference writes the states in lower case, answers in title case. */
function lifecycleOf(state) {
    const known = ['beta', 'supported', 'deprecated', 'retired'].find((one) => one === state?.toLowerCase());
    return known ?? 'unknown';
}
/** `4.10.0` is newer than `4.9.1`. */
function compareVersions(left, right) {
    const [one, other] = [left, right].map((version) => version.split('.').map(Number));
    for (let part = 0; part < Math.max(one?.length ?? 0, other?.length ?? 0); part += 1) {
        const difference = (one?.[part] ?? 0) - (other?.[part] ?? 0);
        if (difference !== 0 && !Number.isNaN(difference))
            return difference;
    }
    return 0;
}
//# sourceMappingURL=creation.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/environments.js



/** AWS API reference, EnvironmentTier. */
const TIERS = {
    WebServer: { Name: 'WebServer', Type: 'Standard' },
    Worker: { Name: 'Worker', Type: 'SQS/HTTP' },
    Cluster: { Name: 'Cluster', Type: 'EKS' },
};
const tagsOf = (tags) => Object.keys(tags).length === 0 ? {} : { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
function environmentCalls(options) {
    const { read, change } = (0,calls/* createCaller */.uF)(options);
    return {
        create: (request) => change('CreateEnvironment', async (client, sdk) => {
            const answer = await client.send(new sdk.CreateEnvironmentCommand({
                ApplicationName: request.application,
                EnvironmentName: request.name,
                VersionLabel: request.versionLabel,
                Description: request.description,
                ...(0,beanstalk_model/* present */.Eb)({
                    CNAMEPrefix: request.cnamePrefix,
                    TemplateName: request.template,
                    SolutionStackName: request.solutionStack,
                    PlatformArn: request.platformArn,
                }),
                ...(request.tier === undefined ? {} : { Tier: TIERS[request.tier] }),
                ...tagsOf(request.tags ?? {}),
                ...(request.options.length > 0 ? { OptionSettings: request.options.map(calls/* sdkOption */.iF) } : {}),
                ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(calls/* sdkOption */.iF) } : {}),
            }));
            return { ...(0,calls/* accepted */.qG)(answer), ...(0,beanstalk_model/* present */.Eb)({ environmentId: answer.EnvironmentId }) };
        }),
        tags: (arn) => read('ListTagsForResource', async (client, sdk) => {
            const answer = await client.send(new sdk.ListTagsForResourceCommand({ ResourceArn: arn }));
            const pairs = (answer.ResourceTags ?? []).flatMap(({ Key, Value }) => Key === undefined ? [] : [[Key, Value ?? '']]);
            return Object.fromEntries(pairs);
        }),
        dnsAvailable: (prefix) => read('CheckDNSAvailability', async (client, sdk) => {
            const answer = await client.send(new sdk.CheckDNSAvailabilityCommand({ CNAMEPrefix: prefix }));
            return answer.Available === true;
        }),
        createTemplate: (application, name, environmentId) => change('CreateConfigurationTemplate', async (client, sdk) => {
            await client.send(new sdk.CreateConfigurationTemplateCommand({
                ApplicationName: application,
                TemplateName: name,
                EnvironmentId: environmentId,
                Description: 'For the moment of a creation; may be deleted.',
            }));
        }),
        // Deleting what is gone already is no failure, so a lost answer costs nothing.
        deleteTemplate: (application, name) => read('DeleteConfigurationTemplate', async (client, sdk) => {
            await client.send(new sdk.DeleteConfigurationTemplateCommand({ ApplicationName: application, TemplateName: name }));
        }),
        ...creationCalls(options),
        swapCnames: (sourceId, destinationId) => change('SwapEnvironmentCNAMEs', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.SwapEnvironmentCNAMEsCommand({
            SourceEnvironmentId: sourceId,
            DestinationEnvironmentId: destinationId,
        })))),
        terminate: (environmentId) => change('TerminateEnvironment', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.TerminateEnvironmentCommand({ EnvironmentId: environmentId })))),
    };
}
//# sourceMappingURL=environments.js.map

/***/ })

};

//# sourceMappingURL=7109.index.js.map