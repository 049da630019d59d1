export const id = 9519;
export const ids = [9519];
export const modules = {

/***/ 54867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   QV: () => (/* binding */ configurationOf),
/* harmony export */   Wr: () => (/* binding */ healthOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hR: () => (/* binding */ instanceOf),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);

function present(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
/** The member of `known` that `value` spells, whatever its capitals. */
function among(known, value) {
    const wanted = value?.toLowerCase();
    return known.find((each) => each.toLowerCase() === wanted);
}
const STATUSES = [
    'Aborting',
    'Launching',
    'LinkingFrom',
    'LinkingTo',
    'Ready',
    'Terminated',
    'Terminating',
    'Updating',
];
const COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
const TIERS = ['WebServer', 'Worker', 'Cluster'];
const SEVERITIES = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const VERSION_STATUSES = ['Unprocessed', 'Processing', 'Building', 'Processed', 'Failed'];
const DEPLOYMENT_STATUSES = ['In Progress', 'Deployed', 'Failed'];
const CONFIGURATION_STATUSES = ['deployed', 'pending', 'failed'];
const instant = (date) => {
    const time = date?.getTime();
    return time === undefined || Number.isNaN(time) ? undefined : time;
};
/** Grey is what the service itself shows when it cannot tell. */
const color = (value) => among(COLORS, value) ?? 'Grey';
const healthStatus = (value) => among(_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9, value) ?? 'Unknown';
/** `undefined` for a row without an id or a name, which cannot be told apart from others. */
function environmentOf(row) {
    const { EnvironmentId: id, EnvironmentName: name } = row;
    if (id === undefined || name === undefined)
        return undefined;
    return {
        id,
        name,
        application: row.ApplicationName ?? '',
        status: among(STATUSES, row.Status) ?? 'Unrecognised',
        health: color(row.Health),
        abortable: row.AbortableOperationInProgress ?? false,
        tier: among(TIERS, row.Tier?.Name) ?? 'WebServer',
        ...present({
            arn: row.EnvironmentArn,
            versionLabel: row.VersionLabel,
            healthStatus: row.HealthStatus === undefined ? undefined : healthStatus(row.HealthStatus),
            cname: row.CNAME,
            endpointUrl: row.EndpointURL,
            platformArn: row.PlatformArn,
            solutionStack: row.SolutionStackName,
            dateCreated: instant(row.DateCreated),
            dateUpdated: instant(row.DateUpdated),
        }),
    };
}
/** `undefined` for an event without a date: it could not be put in order. */
function eventOf(row) {
    const date = instant(row.EventDate);
    if (date === undefined)
        return undefined;
    return {
        date,
        message: row.Message ?? '',
        severity: among(SEVERITIES, row.Severity) ?? 'INFO',
        ...present({
            requestId: row.RequestId,
            environmentName: row.EnvironmentName,
            versionLabel: row.VersionLabel,
        }),
    };
}
function metricsOf(row) {
    if (row === undefined)
        return undefined;
    return {
        windowSeconds: row.Duration ?? 10,
        requestCount: row.RequestCount ?? 0,
        status2xx: row.StatusCodes?.Status2xx ?? 0,
        status3xx: row.StatusCodes?.Status3xx ?? 0,
        status4xx: row.StatusCodes?.Status4xx ?? 0,
        status5xx: row.StatusCodes?.Status5xx ?? 0,
        ...present({ p50: row.Latency?.P50, p90: row.Latency?.P90, p99: row.Latency?.P99 }),
    };
}
function instanceOf(row) {
    if (row.InstanceId === undefined)
        return undefined;
    const { Deployment: deployment } = row;
    return {
        id: row.InstanceId,
        status: healthStatus(row.HealthStatus),
        color: color(row.Color),
        causes: row.Causes ?? [],
        ...present({
            launchedAt: instant(row.LaunchedAt),
            requests: metricsOf(row.ApplicationMetrics),
            deployment: deployment === undefined
                ? undefined
                : {
                    status: among(DEPLOYMENT_STATUSES, deployment.Status) ?? 'Unrecognised',
                    ...present({
                        versionLabel: deployment.VersionLabel,
                        id: deployment.DeploymentId,
                        time: instant(deployment.DeploymentTime),
                    }),
                },
        }),
    };
}
function healthOf(answer) {
    return {
        status: healthStatus(answer.HealthStatus),
        color: color(answer.Color),
        causes: answer.Causes ?? [],
        ...present({ refreshedAt: instant(answer.RefreshedAt), requests: metricsOf(answer.ApplicationMetrics) }),
    };
}
function configurationOf(row) {
    const options = (row.OptionSettings ?? []).flatMap((option) => {
        const { Namespace: namespace, OptionName: name, Value: value } = option;
        // Options without a value have their default; what that is, only the platform knows.
        if (namespace === undefined || name === undefined || value === undefined)
            return [];
        return [{ namespace, name, value, ...present({ resource: option.ResourceName }) }];
    });
    return {
        options,
        ...present({
            deploymentStatus: among(CONFIGURATION_STATUSES, row.DeploymentStatus),
            dateUpdated: instant(row.DateUpdated),
        }),
    };
}
function versionOf(row) {
    const { ApplicationName: application, VersionLabel: label, SourceBundle: bundle } = row;
    if (application === undefined || label === undefined)
        return undefined;
    const located = bundle?.S3Bucket !== undefined && bundle.S3Key !== undefined;
    return {
        application,
        label,
        status: among(VERSION_STATUSES, row.Status) ?? 'Unrecognised',
        ...present({
            description: row.Description,
            bundle: located ? { bucket: bundle.S3Bucket ?? '', key: bundle.S3Key ?? '' } : undefined,
            dateCreated: instant(row.DateCreated),
            arn: row.ApplicationVersionArn,
        }),
    };
}
const messageOf = ({ Severity, Message, Namespace, OptionName }) => ({
    severity: Severity === 'warning' ? 'warning' : 'error',
    message: Message ?? '',
    ...present({ namespace: Namespace, name: OptionName }),
});
//# sourceMappingURL=beanstalk-model.js.map

/***/ }),

/***/ 39519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createBeanstalk: () => (/* binding */ createBeanstalk)
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
// EXTERNAL MODULE: ./lib/adapters/aws/download.js
var download = __webpack_require__(74968);
;// CONCATENATED MODULE: ./lib/adapters/aws/logs.js



function logCalls(options) {
    const { clients } = options;
    const { read, change, patience } = (0,calls/* createCaller */.uF)(options);
    return {
        requestTailLogs: (environmentId) => change('RequestEnvironmentInfo', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.RequestEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' })))),
        tailLogs: (environmentId) => read('RetrieveEnvironmentInfo', async (client, sdk) => {
            const answer = await client.send(new sdk.RetrieveEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' }));
            return (answer.EnvironmentInfo ?? []).flatMap((row) => row.Ec2InstanceId === undefined || row.Message === undefined
                ? []
                : [
                    {
                        instanceId: row.Ec2InstanceId,
                        url: row.Message,
                        ...(0,beanstalk_model/* present */.Eb)({ sampledAt: row.SampleTimestamp?.getTime() }),
                    },
                ]);
        }),
        download: async (url, limitBytes) => {
            const client = await clients.beanstalk();
            return patience({ service: 's3', operation: 'GetObject', mutates: false }, () => {
                clients.beanstalkCalls.add();
                return (0,download/* download */.RG)((request) => client.config.requestHandler.handle(request), url, limitBytes);
            });
        },
    };
}
//# sourceMappingURL=logs.js.map
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/adapters/aws/version-image.js

/** AWS API reference, CreateApplicationVersion: a build never starts without `Process`. */
function sourceOf({ bundle, image, build }) {
    const located = bundle === undefined ? {} : { SourceBundle: { S3Bucket: bundle.bucket, S3Key: bundle.key } };
    if (image !== undefined)
        return { ImageConfiguration: { Source: { Uri: image } } };
    if (build === undefined)
        return { ...located, Process: false };
    return {
        ...located,
        Process: true,
        ImageConfiguration: {
            Build: {
                Type: build.type,
                CodeBuildServiceRole: build.serviceRole,
                ...(0,beanstalk_model/* present */.Eb)({
                    DockerfileLocation: build.dockerfileLocation,
                    Buildpack: build.buildpack,
                    Architecture: build.architecture,
                    ComputeType: build.computeType,
                    TimeoutInMinutes: build.timeoutMinutes,
                }),
            },
        },
    };
}
/** The image's part of a version, as far as the service shows it. */
function imageOf(row) {
    const { ImageSource: source, ImageBuildConfiguration: build, BuildArn: buildArn } = row;
    const image = source?.Uri === '' ? undefined : source?.Uri;
    return (0,beanstalk_model/* present */.Eb)({ image, build: buildOf(build), buildArn });
}
function buildOf(row) {
    if (row === undefined)
        return undefined;
    return {
        type: row.Type?.toLowerCase() === 'buildpack' ? 'buildpack' : 'docker',
        serviceRole: row.CodeBuildServiceRole ?? '',
        ...(0,beanstalk_model/* present */.Eb)({
            dockerfileLocation: row.DockerfileLocation,
            buildpack: row.Buildpack,
            architecture: row.Architecture,
            computeType: row.ComputeType,
            timeoutMinutes: row.TimeoutInMinutes,
        }),
    };
}
//# sourceMappingURL=version-image.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/versions.js





/** A version can be unknown to UpdateEnvironment for a moment after its creation (einaregilsson/beanstalk-deploy#58). */
const VERSION_LAG = (0,time/* minutes */.Gx)(1);
function versionOf(row) {
    const version = (0,beanstalk_model/* versionOf */.E4)(row);
    return version === undefined ? undefined : { ...version, ...imageOf(row) };
}
/** What explains a failed build is said in a few lines. */
const MOST_ERRORS = 20;
function versionCalls(options) {
    const { clock } = options;
    const { read, change } = (0,calls/* createCaller */.uF)(options);
    const { createdVersions: created } = options.clients;
    let bucket;
    const update = (request) => change('UpdateEnvironment', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.UpdateEnvironmentCommand({
        EnvironmentId: request.environmentId,
        ...(0,beanstalk_model/* present */.Eb)({ VersionLabel: request.versionLabel }),
        ...(request.options.length > 0 ? { OptionSettings: request.options.map(calls/* sdkOption */.iF) } : {}),
        ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(calls/* sdkOption */.iF) } : {}),
    }))));
    return {
        version: (application, label) => read('DescribeApplicationVersions', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, VersionLabels: [label] }));
            return (answer.ApplicationVersions ?? [])
                .flatMap((row) => versionOf(row) ?? [])
                .find((row) => row.label === label);
        }),
        versions: async (application) => {
            const found = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeApplicationVersions', (client, sdk) => client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, ...NextToken }))));
            return found.flatMap((page) => page.ApplicationVersions ?? []).flatMap((row) => versionOf(row) ?? []);
        },
        versionErrors: (application, label) => read('DescribeEvents', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeEventsCommand({
                ApplicationName: application,
                VersionLabel: label,
                Severity: 'ERROR',
                MaxRecords: MOST_ERRORS,
            }));
            return (answer.Events ?? []).flatMap((row) => (0,beanstalk_model/* eventOf */.A6)(row) ?? []).reverse();
        }),
        // Deleting what is gone already succeeds, so a lost answer may be repeated.
        deleteVersion: (application, label, withBundle) => read('DeleteApplicationVersion', async (client, sdk) => {
            await client.send(new sdk.DeleteApplicationVersionCommand({
                ApplicationName: application,
                VersionLabel: label,
                DeleteSourceBundle: withBundle,
            }));
        }),
        versionLifecycle: (application) => read('DescribeApplications', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [application] }));
            const found = (answer.Applications ?? []).find((each) => each.ApplicationName === application);
            return versions_lifecycleOf(found?.ResourceLifecycleConfig?.VersionLifecycleConfig);
        }),
        createVersion: (request) => change('CreateApplicationVersion', async (client, sdk) => {
            const answer = await client.send(new sdk.CreateApplicationVersionCommand({
                ApplicationName: request.application,
                VersionLabel: request.label,
                Description: request.description,
                ...sourceOf(request),
                AutoCreateApplication: false,
                ...(Object.keys(request.tags).length > 0
                    ? { Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })) }
                    : {}),
            }));
            created.set(request.label, clock.now());
            const version = answer.ApplicationVersion === undefined ? undefined : versionOf(answer.ApplicationVersion);
            return version ?? { ...request, status: 'Unrecognised' };
        }),
        storageBucket: async () => {
            // Idempotent: the bucket of the account and region is answered whether it was there or not, and stays the same.
            bucket ??= await read('CreateStorageLocation', async (client, sdk) => {
                const answer = await client.send(new sdk.CreateStorageLocationCommand({}));
                if (answer.S3Bucket === undefined)
                    throw noBucket();
                return answer.S3Bucket;
            });
            return bucket;
        },
        update: async (request) => {
            const { versionLabel = '' } = request;
            const until = (created.get(versionLabel) ?? Number.NEGATIVE_INFINITY) + VERSION_LAG;
            for (;;) {
                try {
                    return await update(request);
                }
                catch (error) {
                    const unknownYet = error instanceof problem/* ActionError */.l && error.problem.code === 'version-missing';
                    if (!unknownYet || clock.now() >= until || options.signal?.aborted)
                        throw error;
                    await clock.sleep((0,time/* seconds */.YA)(2), options.signal);
                }
            }
        },
        abort: (environmentId) => change('AbortEnvironmentUpdate', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.AbortEnvironmentUpdateCommand({ EnvironmentId: environmentId })))),
    };
}
function versions_lifecycleOf(config) {
    const count = config?.MaxCountRule?.Enabled === true ? config.MaxCountRule.MaxCount : undefined;
    const age = config?.MaxAgeRule?.Enabled === true ? config.MaxAgeRule.MaxAgeInDays : undefined;
    return count === undefined && age === undefined ? undefined : (0,beanstalk_model/* present */.Eb)({ maxCount: count, maxAgeDays: age });
}
const noBucket = () => new problem/* ActionError */.l({
    code: 'bucket-unusable',
    blame: 'aws',
    what: 'Elastic Beanstalk answered CreateStorageLocation without the name of a bucket.',
    hint: 'Run it again, or name a bucket of your own.',
});
//# sourceMappingURL=versions.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/beanstalk.js





/** Largest page of DescribeEvents and DescribeEnvironments (API reference). */
const PAGE = 1_000;
function createBeanstalk(options) {
    const { read } = (0,calls/* createCaller */.uF)(options);
    const environments = async (filter) => {
        const rows = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeEnvironments', (client, sdk) => client.send(new sdk.DescribeEnvironmentsCommand({ ...filter, ...NextToken }))));
        return rows.flatMap((page) => page.Environments ?? []).flatMap((row) => (0,beanstalk_model/* environmentOf */.p7)(row) ?? []);
    };
    const eventPage = (input, NextToken) => read('DescribeEvents', (client, sdk) => client.send(new sdk.DescribeEventsCommand({ ...input, ...NextToken })));
    return {
        environmentNamed: async (application, name) => {
            const found = await environments({
                ApplicationName: application,
                EnvironmentNames: [name],
                IncludeDeleted: false,
            });
            return found.find((each) => each.name === name && each.status !== 'Terminated');
        },
        environment: async (id) => (await environments({ EnvironmentIds: [id], IncludeDeleted: true })).find((each) => each.id === id),
        environments: async (application) => {
            const found = await environments({ ...(0,beanstalk_model/* present */.Eb)({ ApplicationName: application }), IncludeDeleted: false });
            return found.filter((each) => each.status !== 'Terminated');
        },
        applicationExists: (name) => read('DescribeApplications', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [name] }));
            return (answer.Applications ?? []).some((each) => each.ApplicationName === name);
        }),
        events: async (environmentId, since) => {
            const input = { EnvironmentId: environmentId, StartTime: new Date(since), MaxRecords: PAGE };
            const found = await (0,calls/* pages */.Bd)((token) => eventPage(input, token));
            return found
                .flatMap((page) => page.Events ?? [])
                .flatMap((row) => (0,beanstalk_model/* eventOf */.A6)(row) ?? [])
                .reverse();
        },
        newestEvents: async (environmentId, count) => {
            const answer = await eventPage({ EnvironmentId: environmentId, MaxRecords: Math.min(PAGE, Math.max(1, count)) }, {});
            return (answer.Events ?? []).flatMap((row) => (0,beanstalk_model/* eventOf */.A6)(row) ?? []).reverse();
        },
        instances: async (environmentId) => {
            const found = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeInstancesHealth', (client, sdk) => client.send(new sdk.DescribeInstancesHealthCommand({
                EnvironmentId: environmentId,
                AttributeNames: ['All'],
                ...NextToken,
            }))));
            // Pages are computed one after the other: the oldest moment is the one that all of them have seen.
            const refreshed = found.flatMap((page) => page.RefreshedAt?.getTime() ?? []);
            return {
                instances: found.flatMap((page) => page.InstanceHealthList ?? []).flatMap((row) => (0,beanstalk_model/* instanceOf */.hR)(row) ?? []),
                ...(refreshed.length > 0 ? { refreshedAt: Math.min(...refreshed) } : {}),
            };
        },
        health: (environmentId) => read('DescribeEnvironmentHealth', async (client, sdk) => (0,beanstalk_model/* healthOf */.Wr)(await client.send(new sdk.DescribeEnvironmentHealthCommand({ EnvironmentId: environmentId, AttributeNames: ['All'] })))),
        instanceIds: (environmentId) => read('DescribeEnvironmentResources', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeEnvironmentResourcesCommand({ EnvironmentId: environmentId }));
            return (answer.EnvironmentResources?.Instances ?? []).flatMap((instance) => instance.Id ?? []);
        }),
        settings: (application, environmentName) => read('DescribeConfigurationSettings', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeConfigurationSettingsCommand({
                ApplicationName: application,
                EnvironmentName: environmentName,
            }));
            return (answer.ConfigurationSettings ?? []).map(beanstalk_model/* configurationOf */.QV);
        }),
        // The API has no member for removals; an option that is only removed cannot be wrong.
        validate: (application, environmentName, settings) => {
            if (settings.length === 0)
                return Promise.resolve([]);
            return read('ValidateConfigurationSettings', async (client, sdk) => {
                const answer = await client.send(new sdk.ValidateConfigurationSettingsCommand({
                    ApplicationName: application,
                    EnvironmentName: environmentName,
                    OptionSettings: settings.map(calls/* sdkOption */.iF),
                }));
                return (answer.Messages ?? []).map(beanstalk_model/* messageOf */.bD);
            });
        },
        ...versionCalls(options),
        ...environmentCalls(options),
        ...logCalls(options),
        get calls() {
            return options.clients.beanstalkCalls.count;
        },
    };
}
//# sourceMappingURL=beanstalk.js.map

/***/ }),

/***/ 47619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ pages),
/* harmony export */   iF: () => (/* binding */ sdkOption),
/* harmony export */   qG: () => (/* binding */ accepted),
/* harmony export */   uF: () => (/* binding */ createCaller)
/* harmony export */ });
/* harmony import */ var _beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54867);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37415);


function createCaller(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .createPatience */ .s)({ ...options, mode: options.patience });
    const send = async (operation, mutates, run) => {
        const client = await options.clients.beanstalk();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(6114)]).then(__webpack_require__.t.bind(__webpack_require__, 76114, 19));
        return patience({ service: 'elasticbeanstalk', operation, mutates }, () => run(client, sdk));
    };
    return {
        patience,
        read: (operation, run) => send(operation, false, run),
        change: (operation, run) => send(operation, true, run),
    };
}
/** Reads on until there is no token, or the token repeats (which would never end). */
async function pages(read) {
    const found = [];
    for (let token;;) {
        const page = await read((0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ NextToken: token }));
        found.push(page);
        if (page.NextToken === undefined || page.NextToken === '' || page.NextToken === token)
            return found;
        token = page.NextToken;
    }
}
const sdkOption = (option) => ({
    Namespace: option.namespace,
    OptionName: option.name,
    ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ Value: option.value, ResourceName: option.resource }),
});
const accepted = (answer) => ({
    requestId: answer.$metadata.requestId ?? '',
});
//# sourceMappingURL=calls.js.map

/***/ }),

/***/ 74968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   l2: () => (/* binding */ wholeOf),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/** At most `limitBytes` from the end of what is behind `url`. The URL is a secret: it is in no message. */
async function download(handle, url, limitBytes) {
    const { protocol, hostname, port, pathname, search, host } = new URL(url);
    const request = {
        method: 'GET',
        protocol,
        hostname,
        ...(port === '' ? {} : { port: Number(port) }),
        // The signature covers the query as it stands: it is passed on untouched.
        path: `${pathname}${search}`,
        query: {},
        headers: { host, range: `bytes=-${limitBytes}` },
    };
    const { response } = await handle(request);
    const { statusCode, body } = response;
    const text = await endOf(body, limitBytes);
    if (statusCode === 200 || statusCode === 206)
        return text;
    // An empty object has no range that could be answered.
    if (statusCode === 416)
        return '';
    throw Object.assign(new Error(`HTTP ${statusCode}`), {
        name: statusCode === 404 ? 'NoSuchKey' : `Http${statusCode}`,
        $metadata: { httpStatusCode: statusCode },
    });
}
/** Reads a whole body, keeping its last `limitBytes` only: a server may ignore the range. */
async function endOf(body, limitBytes) {
    if (body === undefined)
        return '';
    if (body instanceof Uint8Array)
        return new TextDecoder().decode(body.subarray(-limitBytes));
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        chunks.push(bytes);
        size += bytes.length;
        while (chunks[0] !== undefined && size - chunks[0].length >= limitBytes)
            size -= chunks.shift()?.length ?? 0;
    }
    return new TextDecoder().decode(Buffer.concat(chunks).subarray(-limitBytes));
}
/** Reads a whole body that is no longer than `limitBytes`; of a longer one nothing is kept. */
async function wholeOf(body, limitBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        size += chunk.length;
        if (size > limitBytes)
            throw new Error(`the object is larger than ${limitBytes} bytes`);
        chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=download.js.map

/***/ })

};

//# sourceMappingURL=9519.index.js.map