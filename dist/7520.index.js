export const id = 7520;
export const ids = [7520];
export const modules = {

/***/ 77520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAwsClients: () => (/* reexport */ createAwsClients),
  createCloud: () => (/* binding */ createCloud)
});

// EXTERNAL MODULE: ./lib/domain/environment.js
var environment = __webpack_require__(39505);
;// CONCATENATED MODULE: ./lib/adapters/aws/beanstalk-model.js

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
const healthStatus = (value) => among(environment/* HEALTH_STATUSES */.i9, value) ?? 'Unknown';
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
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/adapters/aws/problems.js + 4 modules
var problems = __webpack_require__(10600);
;// CONCATENATED MODULE: ./lib/adapters/aws/patience.js
/** When a failed call is sent again: never when it might act twice, and never longer than somebody wants to wait. */



const FIRST_DELAY = 250;
const LONGEST_DELAY = 15_000;
const LONGEST_IN_ALL = (0,time/* minutes */.Gx)(2);
/** Exponential backoff with full jitter ("Exponential Backoff And Jitter", AWS Architecture Blog). */
function createPatience(options) {
    const { clock, random, mode } = options;
    return async (call, send) => {
        const signal = options.signal?.aborted ? undefined : options.signal;
        const stopped = () => signal?.aborted ?? false;
        const giveUpAt = clock.now() + LONGEST_IN_ALL;
        for (let attempt = 0;; attempt += 1) {
            try {
                return await send();
            }
            catch (error) {
                if (error instanceof problem/* ActionError */.l)
                    throw error;
                const delay = random.next() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt);
                const tooLate = clock.now() + delay > giveUpAt;
                if (!mayRepeat(error, call, mode) || tooLate || stopped())
                    throw (0,problems/* actionError */.P)(error, call);
                await clock.sleep(delay, signal);
                if (stopped())
                    throw (0,problems/* actionError */.P)(error, call);
            }
        }
    };
}
function mayRepeat(error, call, mode) {
    const { nature, refusedUnseen } = (0,problems/* diagnose */.h)(error, call);
    if (nature !== 'transient')
        return false;
    return call.mutates ? refusedUnseen : mode === 'patient';
}
//# sourceMappingURL=patience.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/calls.js


function createCaller(options) {
    const patience = createPatience({ ...options, mode: options.patience });
    const send = async (operation, mutates, run) => {
        const client = await options.clients.beanstalk();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(48), __webpack_require__.e(8982)]).then(__webpack_require__.bind(__webpack_require__, 8982));
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
        const page = await read(present({ NextToken: token }));
        found.push(page);
        if (page.NextToken === undefined || page.NextToken === '' || page.NextToken === token)
            return found;
        token = page.NextToken;
    }
}
const sdkOption = (option) => ({
    Namespace: option.namespace,
    OptionName: option.name,
    ...present({ Value: option.value, ResourceName: option.resource }),
});
const accepted = (answer) => ({
    requestId: answer.$metadata.requestId ?? '',
});
//# sourceMappingURL=calls.js.map
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
    const { read, change } = createCaller(options);
    return {
        templateSettings: (application, template) => read('DescribeConfigurationSettings', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeConfigurationSettingsCommand({ ApplicationName: application, TemplateName: template }));
            return (answer.ConfigurationSettings ?? []).map(configurationOf).flatMap((one) => one.options);
        }),
        platformBranch: async (name) => {
            const branches = await pages((NextToken) => read('ListPlatformBranches', (client, sdk) => client.send(new sdk.ListPlatformBranchesCommand({
                Filters: [{ Attribute: 'BranchName', Operator: '=', Values: [name] }],
                ...NextToken,
            }))));
            const found = branches
                .flatMap((page) => page.PlatformBranchSummaryList ?? [])
                .find((branch) => branch.BranchName === name);
            if (found === undefined)
                return undefined;
            const versions = await pages((NextToken) => read('ListPlatformVersions', (client, sdk) => client.send(new sdk.ListPlatformVersionsCommand({
                Filters: [{ Type: 'PlatformBranchName', Operator: '=', Values: [name] }],
                ...NextToken,
            }))));
            const ready = versions
                .flatMap((page) => page.PlatformSummaryList ?? [])
                .filter((one) => one.PlatformBranchName === name && (one.PlatformStatus ?? 'Ready') === 'Ready')
                .flatMap(({ PlatformArn: arn, PlatformVersion: version }) => arn === undefined || version === undefined ? [] : [{ arn, version }])
                .sort((left, right) => compareVersions(right.version, left.version));
            return { name, lifecycle: lifecycleOf(found.LifecycleState), ...present({ newest: ready[0] }) };
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
                    OptionSettings: options.map(sdkOption),
                }));
                return (answer.Messages ?? []).map(messageOf);
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
    const limits = present({ min, max, maxLength });
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
const environments_TIERS = {
    WebServer: { Name: 'WebServer', Type: 'Standard' },
    Worker: { Name: 'Worker', Type: 'SQS/HTTP' },
    Cluster: { Name: 'Cluster', Type: 'EKS' },
};
const tagsOf = (tags) => Object.keys(tags).length === 0 ? {} : { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
function environmentCalls(options) {
    const { read, change } = createCaller(options);
    return {
        create: (request) => change('CreateEnvironment', async (client, sdk) => {
            const answer = await client.send(new sdk.CreateEnvironmentCommand({
                ApplicationName: request.application,
                EnvironmentName: request.name,
                VersionLabel: request.versionLabel,
                Description: request.description,
                ...present({
                    CNAMEPrefix: request.cnamePrefix,
                    TemplateName: request.template,
                    SolutionStackName: request.solutionStack,
                    PlatformArn: request.platformArn,
                }),
                ...(request.tier === undefined ? {} : { Tier: environments_TIERS[request.tier] }),
                ...tagsOf(request.tags ?? {}),
                ...(request.options.length > 0 ? { OptionSettings: request.options.map(sdkOption) } : {}),
                ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(sdkOption) } : {}),
            }));
            return { ...accepted(answer), ...present({ environmentId: answer.EnvironmentId }) };
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
        swapCnames: (sourceId, destinationId) => change('SwapEnvironmentCNAMEs', async (client, sdk) => accepted(await client.send(new sdk.SwapEnvironmentCNAMEsCommand({
            SourceEnvironmentId: sourceId,
            DestinationEnvironmentId: destinationId,
        })))),
        terminate: (environmentId) => change('TerminateEnvironment', async (client, sdk) => accepted(await client.send(new sdk.TerminateEnvironmentCommand({ EnvironmentId: environmentId })))),
    };
}
//# sourceMappingURL=environments.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/download.js
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
;// CONCATENATED MODULE: ./lib/adapters/aws/logs.js



function logCalls(options) {
    const { clients } = options;
    const { read, change, patience } = createCaller(options);
    return {
        requestTailLogs: (environmentId) => change('RequestEnvironmentInfo', async (client, sdk) => accepted(await client.send(new sdk.RequestEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' })))),
        tailLogs: (environmentId) => read('RetrieveEnvironmentInfo', async (client, sdk) => {
            const answer = await client.send(new sdk.RetrieveEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' }));
            return (answer.EnvironmentInfo ?? []).flatMap((row) => row.Ec2InstanceId === undefined || row.Message === undefined
                ? []
                : [
                    {
                        instanceId: row.Ec2InstanceId,
                        url: row.Message,
                        ...present({ sampledAt: row.SampleTimestamp?.getTime() }),
                    },
                ]);
        }),
        download: async (url, limitBytes) => {
            const client = await clients.beanstalk();
            return patience({ service: 's3', operation: 'GetObject', mutates: false }, () => {
                clients.beanstalkCalls.add();
                return download((request) => client.config.requestHandler.handle(request), url, limitBytes);
            });
        },
    };
}
//# sourceMappingURL=logs.js.map
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
                ...present({
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
    return present({ image, build: buildOf(build), buildArn });
}
function buildOf(row) {
    if (row === undefined)
        return undefined;
    return {
        type: row.Type?.toLowerCase() === 'buildpack' ? 'buildpack' : 'docker',
        serviceRole: row.CodeBuildServiceRole ?? '',
        ...present({
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
function versions_versionOf(row) {
    const version = versionOf(row);
    return version === undefined ? undefined : { ...version, ...imageOf(row) };
}
/** What explains a failed build is said in a few lines. */
const MOST_ERRORS = 20;
function versionCalls(options) {
    const { clock } = options;
    const { read, change } = createCaller(options);
    const { createdVersions: created } = options.clients;
    let bucket;
    const update = (request) => change('UpdateEnvironment', async (client, sdk) => accepted(await client.send(new sdk.UpdateEnvironmentCommand({
        EnvironmentId: request.environmentId,
        ...present({ VersionLabel: request.versionLabel }),
        ...(request.options.length > 0 ? { OptionSettings: request.options.map(sdkOption) } : {}),
        ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(sdkOption) } : {}),
    }))));
    return {
        version: (application, label) => read('DescribeApplicationVersions', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, VersionLabels: [label] }));
            return (answer.ApplicationVersions ?? [])
                .flatMap((row) => versions_versionOf(row) ?? [])
                .find((row) => row.label === label);
        }),
        versions: async (application) => {
            const found = await pages((NextToken) => read('DescribeApplicationVersions', (client, sdk) => client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, ...NextToken }))));
            return found.flatMap((page) => page.ApplicationVersions ?? []).flatMap((row) => versions_versionOf(row) ?? []);
        },
        versionErrors: (application, label) => read('DescribeEvents', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeEventsCommand({
                ApplicationName: application,
                VersionLabel: label,
                Severity: 'ERROR',
                MaxRecords: MOST_ERRORS,
            }));
            return (answer.Events ?? []).flatMap((row) => eventOf(row) ?? []).reverse();
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
            const version = answer.ApplicationVersion === undefined ? undefined : versions_versionOf(answer.ApplicationVersion);
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
        abort: (environmentId) => change('AbortEnvironmentUpdate', async (client, sdk) => accepted(await client.send(new sdk.AbortEnvironmentUpdateCommand({ EnvironmentId: environmentId })))),
    };
}
function versions_lifecycleOf(config) {
    const count = config?.MaxCountRule?.Enabled === true ? config.MaxCountRule.MaxCount : undefined;
    const age = config?.MaxAgeRule?.Enabled === true ? config.MaxAgeRule.MaxAgeInDays : undefined;
    return count === undefined && age === undefined ? undefined : present({ maxCount: count, maxAgeDays: age });
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
    const { read } = createCaller(options);
    const environments = async (filter) => {
        const rows = await pages((NextToken) => read('DescribeEnvironments', (client, sdk) => client.send(new sdk.DescribeEnvironmentsCommand({ ...filter, ...NextToken }))));
        return rows.flatMap((page) => page.Environments ?? []).flatMap((row) => environmentOf(row) ?? []);
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
            const found = await environments({ ...present({ ApplicationName: application }), IncludeDeleted: false });
            return found.filter((each) => each.status !== 'Terminated');
        },
        applicationExists: (name) => read('DescribeApplications', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [name] }));
            return (answer.Applications ?? []).some((each) => each.ApplicationName === name);
        }),
        events: async (environmentId, since) => {
            const input = { EnvironmentId: environmentId, StartTime: new Date(since), MaxRecords: PAGE };
            const found = await pages((token) => eventPage(input, token));
            return found
                .flatMap((page) => page.Events ?? [])
                .flatMap((row) => eventOf(row) ?? [])
                .reverse();
        },
        newestEvents: async (environmentId, count) => {
            const answer = await eventPage({ EnvironmentId: environmentId, MaxRecords: Math.min(PAGE, Math.max(1, count)) }, {});
            return (answer.Events ?? []).flatMap((row) => eventOf(row) ?? []).reverse();
        },
        instances: async (environmentId) => {
            const found = await pages((NextToken) => read('DescribeInstancesHealth', (client, sdk) => client.send(new sdk.DescribeInstancesHealthCommand({
                EnvironmentId: environmentId,
                AttributeNames: ['All'],
                ...NextToken,
            }))));
            // Pages are computed one after the other: the oldest moment is the one that all of them have seen.
            const refreshed = found.flatMap((page) => page.RefreshedAt?.getTime() ?? []);
            return {
                instances: found.flatMap((page) => page.InstanceHealthList ?? []).flatMap((row) => instanceOf(row) ?? []),
                ...(refreshed.length > 0 ? { refreshedAt: Math.min(...refreshed) } : {}),
            };
        },
        health: (environmentId) => read('DescribeEnvironmentHealth', async (client, sdk) => healthOf(await client.send(new sdk.DescribeEnvironmentHealthCommand({ EnvironmentId: environmentId, AttributeNames: ['All'] })))),
        instanceIds: (environmentId) => read('DescribeEnvironmentResources', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeEnvironmentResourcesCommand({ EnvironmentId: environmentId }));
            return (answer.EnvironmentResources?.Instances ?? []).flatMap((instance) => instance.Id ?? []);
        }),
        settings: (application, environmentName) => read('DescribeConfigurationSettings', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeConfigurationSettingsCommand({
                ApplicationName: application,
                EnvironmentName: environmentName,
            }));
            return (answer.ConfigurationSettings ?? []).map(configurationOf);
        }),
        // The API has no member for removals; an option that is only removed cannot be wrong.
        validate: (application, environmentName, settings) => {
            if (settings.length === 0)
                return Promise.resolve([]);
            return read('ValidateConfigurationSettings', async (client, sdk) => {
                const answer = await client.send(new sdk.ValidateConfigurationSettingsCommand({
                    ApplicationName: application,
                    EnvironmentName: environmentName,
                    OptionSettings: settings.map(sdkOption),
                }));
                return (answer.Messages ?? []).map(messageOf);
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
// EXTERNAL MODULE: ./lib/adapters/aws/error-facts.js
var error_facts = __webpack_require__(16782);
;// CONCATENATED MODULE: ./lib/adapters/aws/identity.js
function createIdentity(clients) {
    return {
        caller: async () => {
            try {
                const client = await clients.sts();
                const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(7455)]).then(__webpack_require__.bind(__webpack_require__, 47455));
                const { Account: account, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
                return account === undefined || arn === undefined ? undefined : { account, arn };
            }
            catch {
                return undefined;
            }
        },
    };
}
/**
 * The bucket of Elastic Beanstalk carries its account in its name (AWS guide: `elasticbeanstalk-<region>-<account>`).
 * Told to S3, it keeps us from reading or writing a bucket of that name which belongs to somebody else.
 */
function expectedOwner(bucket) {
    const account = /^elasticbeanstalk-[a-z0-9-]+-(\d{12})$/.exec(bucket)?.[1];
    return account === undefined ? {} : { ExpectedBucketOwner: account };
}
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/s3-calls.js




function createS3Calls(options) {
    const patience = createPatience({ ...options, mode: 'patient' });
    const call = (mutates, patience) => async (operation, run) => {
        const client = await options.clients.s3();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(2291), __webpack_require__.e(1460), __webpack_require__.e(4043), __webpack_require__.e(1588), __webpack_require__.e(2453)]).then(__webpack_require__.bind(__webpack_require__, 52453));
        return patience({ service: 's3', operation, mutates }, () => run(client, sdk));
    };
    const read = call(false, patience);
    return {
        patience,
        read,
        look: call(false, createPatience({ ...options, mode: 'one-look' })),
        write: call(true, patience),
        list: async (bucket, prefix) => {
            const found = await pages(async ({ NextToken }) => {
                const { Contents = [], NextContinuationToken } = await read('ListObjectsV2', (client, sdk) => client.send(new sdk.ListObjectsV2Command({
                    Bucket: bucket,
                    Prefix: prefix,
                    ...present({ ContinuationToken: NextToken }),
                    ...expectedOwner(bucket),
                })));
                return { Contents, ...present({ NextToken: NextContinuationToken }) };
            });
            return found.flatMap(({ Contents }) => Contents);
        },
    };
}
//# sourceMappingURL=s3-calls.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
;// CONCATENATED MODULE: ./lib/adapters/aws/upload.js
/**
 * Uploads a file to S3 in constant memory: in one request when it is small, else in parallel parts that are read, sent,
 * checksummed and repeated one by one. Not `@aws-sdk/lib-storage`: its abort does not wait until the started upload is
 * removed, and it sends each part once only unless the client retries by itself.
 */





const MIB = 1_048_576;
/** Below this one request is quicker than the three round trips of a multipart upload. */
const SINGLE_REQUEST_LIMIT = 16 * MIB;
/** 500 MB are 63 parts; S3 allows parts from 5 MiB and 10,000 of them. */
const PART_BYTES = 8 * MIB;
/** Parts under way at a time: what bounds the memory (each is one buffer). */
const PARALLEL = 4;
const call = (operation) => ({ service: 's3', operation, mutates: false });
function createUpload(options) {
    return async (request) => {
        const client = await options.clients.s3();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(2291), __webpack_require__.e(1460), __webpack_require__.e(4043), __webpack_require__.e(1588), __webpack_require__.e(2453)]).then(__webpack_require__.bind(__webpack_require__, 52453));
        const file = await openBundle(request.path);
        const target = { Bucket: request.bucket, Key: request.key, ...expectedOwner(request.bucket) };
        const upload = { client, sdk, file, patience: options.patience, request, target };
        try {
            return request.bytes <= SINGLE_REQUEST_LIMIT ? await putWhole(upload) : await putParts(upload);
        }
        catch (error) {
            if (request.signal?.aborted)
                throw cancelled(error);
            throw error;
        }
        finally {
            await file.close();
        }
    };
}
async function putWhole({ client, sdk, file, patience, request, target }) {
    const body = await readPart(file, 0, Buffer.allocUnsafeSlow(request.bytes), request.path);
    const answer = await refusedIfThere(() => 
    // Safe to repeat: with If-None-Match a second attempt cannot overwrite what the first one has stored.
    patience(call('PutObject'), () => client.send(new sdk.PutObjectCommand({
        ...target,
        Body: body,
        ContentType: 'application/zip',
        ChecksumAlgorithm: 'CRC32',
        IfNoneMatch: '*',
        Metadata: { ...request.metadata },
    }), abortable(request.signal))));
    request.onProgress?.(request.bytes, request.bytes);
    return answer;
}
async function putParts(upload) {
    const { client, sdk, patience, request, target } = upload;
    const { UploadId } = await patience(call('CreateMultipartUpload'), () => client.send(new sdk.CreateMultipartUploadCommand({
        ...target,
        ContentType: 'application/zip',
        ChecksumAlgorithm: 'CRC32',
        Metadata: { ...request.metadata },
    }), abortable(request.signal)));
    try {
        const Parts = await sendParts(upload, UploadId);
        const answer = await refusedIfThere(() => complete(upload, UploadId, Parts));
        if (answer === 'exists')
            await discard(upload, UploadId);
        return answer;
    }
    catch (error) {
        await discard(upload, UploadId);
        throw error;
    }
}
/** Repeating a completion whose answer was lost finds no upload any more: then the object tells. */
async function complete(upload, UploadId, Parts) {
    const { client, sdk, patience, request, target } = upload;
    const MultipartUpload = { Parts };
    const once = { ...target, UploadId, IfNoneMatch: '*', MultipartUpload };
    try {
        await patience(call('CompleteMultipartUpload'), () => client.send(new sdk.CompleteMultipartUploadCommand(once), abortable(request.signal)));
    }
    catch (error) {
        if ((0,error_facts/* errorFacts */.u)(error instanceof problem/* ActionError */.l ? error.cause : error).name !== 'NoSuchUpload')
            throw error;
        await patience(call('HeadObject'), () => client.send(new sdk.HeadObjectCommand(target)));
    }
}
/** Several lanes take the next part each until there is none; the first failure stops them all. */
async function sendParts(upload, UploadId) {
    const { client, sdk, file, patience, request, target } = upload;
    const count = Math.ceil(request.bytes / PART_BYTES);
    const parts = [];
    const stop = new AbortController();
    const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
    let next = 0;
    let sent = 0;
    const lane = async () => {
        // One buffer a lane, used again for each of its parts: new ones would wait for the garbage collector by the hundred.
        const buffer = Buffer.allocUnsafeSlow(PART_BYTES);
        while (next < count && !signal.aborted) {
            const index = next;
            next += 1;
            const offset = index * PART_BYTES;
            const part = buffer.subarray(0, Math.min(PART_BYTES, request.bytes - offset));
            const body = await readPart(file, offset, part, request.path);
            const PartNumber = index + 1;
            const { ETag, ChecksumCRC32 } = await patience(call('UploadPart'), () => client.send(new sdk.UploadPartCommand({ ...target, UploadId, PartNumber, Body: body, ChecksumAlgorithm: 'CRC32' }), abortable(signal)));
            parts[index] = { PartNumber, ETag, ...(ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }) };
            sent += body.length;
            request.onProgress?.(sent, request.bytes);
        }
    };
    const lanes = Array.from({ length: Math.min(PARALLEL, count) }, () => lane().catch((error) => {
        stop.abort();
        throw error;
    }));
    // All lanes must have ended before the upload is discarded, or a late part would bring it back.
    const ended = await Promise.allSettled(lanes);
    const failed = ended.find((each) => each.status === 'rejected' && !isAbort(each.reason)) ?? ended.find(isRejected);
    if (failed !== undefined && isRejected(failed))
        throw failed.reason;
    if (request.signal?.aborted)
        throw cancelled(request.signal.reason);
    return parts;
}
const isRejected = (each) => each.status === 'rejected';
const isAbort = (error) => error instanceof problem/* ActionError */.l && (0,errors/* member */.Dc)(error.cause, 'name') === 'AbortError';
/** Parts of an upload that is not completed cost money until they are removed. Tried even when cancelled. */
async function discard({ client, sdk, patience, target }, UploadId) {
    try {
        await patience(call('AbortMultipartUpload'), () => client.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId })));
    }
    catch {
        // The failure that led here is the one to report; a lifecycle rule of the bucket removes such leftovers.
    }
}
/** 412: there is an object of that key. 409: another upload of the same key has just won. Both mean: it is there. */
async function refusedIfThere(send) {
    try {
        await send();
        return 'stored';
    }
    catch (error) {
        const { status, name } = (0,error_facts/* errorFacts */.u)(error instanceof problem/* ActionError */.l ? error.cause : error);
        if (status === 412 || name === 'ConditionalRequestConflict')
            return 'exists';
        throw error;
    }
}
/** Fills the buffer from `offset` on: a file that shrank meanwhile must not become a short bundle. */
async function readPart(file, offset, buffer, path) {
    for (let filled = 0; filled < buffer.length;) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
        if (bytesRead === 0)
            throw changed(path);
        filled += bytesRead;
    }
    return buffer;
}
async function openBundle(path) {
    try {
        return await (0,promises_.open)(path, 'r');
    }
    catch (error) {
        throw new problem/* ActionError */.l({
            code: 'bundle-missing',
            blame: 'you',
            what: `The bundle ${path} cannot be opened for upload.`,
            hint: 'Keep the file until this step has ended.',
        }, { cause: error });
    }
}
const abortable = (signal) => (signal === undefined ? {} : { abortSignal: signal });
const changed = (path) => new problem/* ActionError */.l({
    code: 'bundle-changed',
    blame: 'you',
    what: `The bundle ${path} became shorter while it was uploaded.`,
    hint: 'Let no other step write to it at the same time.',
});
const cancelled = (cause) => new problem/* ActionError */.l({
    code: 'cancelled',
    blame: 'you',
    what: 'The upload of the bundle was cancelled; nothing of it is left in the bucket.',
    hint: 'Run it again when you want to deploy this version.',
}, { cause });
//# sourceMappingURL=upload.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/bundle-store.js





function createBundleStore(options) {
    const { clients } = options;
    const { read, list, patience } = createS3Calls(options);
    const head = (bucket, key) => read('HeadObject', async (client, sdk) => {
        try {
            const answer = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key, ...expectedOwner(bucket) }));
            return {
                key,
                bytes: answer.ContentLength ?? 0,
                lastModified: answer.LastModified?.getTime() ?? 0,
                metadata: answer.Metadata ?? {},
            };
        }
        catch (error) {
            if ((0,error_facts/* errorFacts */.u)(error).status === 404)
                return undefined;
            throw error;
        }
    });
    const upload = createUpload({ clients, patience });
    return {
        head,
        // Asked first, so that a bundle that is there already costs no upload; `If-None-Match` then settles any race.
        put: async (request) => ((await head(request.bucket, request.key)) === undefined ? upload(request) : 'exists'),
        list: async (bucket, prefix) => (await list(bucket, prefix)).flatMap((row) => row.Key === undefined
            ? []
            : [{ key: row.Key, bytes: row.Size ?? 0, lastModified: row.LastModified?.getTime() ?? 0, metadata: {} }]),
        readEnd: (bucket, key, limitBytes) => read('GetObject', async (client, sdk) => {
            try {
                const answer = await client.send(new sdk.GetObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Range: `bytes=-${limitBytes}`,
                    ...expectedOwner(bucket),
                }));
                return await endOf(answer.Body, limitBytes);
            }
            catch (error) {
                // An empty object has no range that could be answered.
                if ((0,error_facts/* errorFacts */.u)(error).status === 416)
                    return '';
                throw error;
            }
        }),
        readTexts: async (bucket, key, limitBytes) => {
            const bytes = await read('GetObject', async (client, sdk) => {
                const answer = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...expectedOwner(bucket) }));
                return wholeOf(answer.Body, 10 * limitBytes);
            });
            const { textsIn } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(7977)]).then(__webpack_require__.bind(__webpack_require__, 97977));
            return textsIn(bytes, limitBytes);
        },
        get calls() {
            return clients.storeCalls.count;
        },
    };
}
//# sourceMappingURL=bundle-store.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/cloudwatch.js



/** API reference: names in one DescribeAlarms, queries in one GetMetricData. */
const NAMES_AT_ONCE = 100;
const QUERIES_AT_ONCE = 500;
function callerOf(options) {
    const patience = createPatience({ ...options, mode: options.patience });
    return async (operation, run) => {
        const client = await options.clients.cloudWatch();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(7127), __webpack_require__.e(8104)]).then(__webpack_require__.bind(__webpack_require__, 88104));
        return patience({ service: 'cloudwatch', operation, mutates: false }, () => run(client, sdk));
    };
}
const slices = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
function createAlarms(options) {
    const call = callerOf(options);
    const ask = async (names, types) => {
        const found = [];
        for (const AlarmNames of slices(names, NAMES_AT_ONCE)) {
            const answers = await pages((token) => call('DescribeAlarms', (client, sdk) => client.send(new sdk.DescribeAlarmsCommand({
                AlarmNames: [...AlarmNames],
                AlarmTypes: [...types],
                MaxRecords: NAMES_AT_ONCE,
                ...token,
            }))));
            found.push(...answers.flatMap(readingsIn));
        }
        return found;
    };
    return {
        read: async (names) => {
            if (names.length === 0)
                return [];
            const found = await ask(names, ['MetricAlarm', 'CompositeAlarm']);
            const others = names.filter((name) => !found.some((one) => one.name === name));
            if (others.length === 0)
                return found;
            // Younger than the two classes above: a region that does not know it refuses the value.
            return [...found, ...(await ask(others, ['LogAlarm']).catch(noneIfUnknown))];
        },
    };
}
function noneIfUnknown(error) {
    if (error instanceof problem/* ActionError */.l && error.problem.code === 'refused-by-aws')
        return [];
    throw error;
}
function readingsIn(answer) {
    const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = answer;
    return [...MetricAlarms, ...CompositeAlarms, ...LogAlarms].flatMap((alarm) => {
        const { AlarmName: name, StateValue: value, StateReason: reason = '', StateUpdatedTimestamp: at } = alarm;
        if (name === undefined)
            return [];
        // A state that is not known yet is no good news.
        const state = value === 'OK' || value === 'ALARM' ? value : 'INSUFFICIENT_DATA';
        return [{ name, state, reason, ...(at === undefined ? {} : { since: at.getTime() }) }];
    });
}
function createMetrics(options) {
    const call = callerOf(options);
    return {
        points: async (queries, { from, to, period }) => {
            const found = new Map(queries.map(({ id }) => [id, []]));
            for (const some of slices(queries, QUERIES_AT_ONCE)) {
                const MetricDataQueries = some.map((query) => ({
                    Id: query.id,
                    MetricStat: {
                        Metric: {
                            Namespace: query.namespace,
                            MetricName: query.name,
                            Dimensions: Object.entries(query.dimensions).map(([Name, Value]) => ({ Name, Value })),
                        },
                        Period: period / 1_000,
                        Stat: query.statistic,
                    },
                }));
                const answers = await pages((token) => call('GetMetricData', (client, sdk) => client.send(new sdk.GetMetricDataCommand({
                    StartTime: new Date(from),
                    EndTime: new Date(to),
                    ScanBy: 'TimestampAscending',
                    MetricDataQueries,
                    ...token,
                }))));
                for (const { Id = '', Timestamps = [], Values = [] } of answers.flatMap(({ MetricDataResults = [] }) => MetricDataResults)) {
                    for (const [index, at] of Timestamps.entries())
                        found.get(Id)?.push({ at: at.getTime(), value: Values[index] ?? 0 });
                }
            }
            return found;
        },
    };
}
//# sourceMappingURL=cloudwatch.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/documents.js



function createDocuments(options) {
    const { read, look, write, list } = createS3Calls(options);
    return {
        read: (bucket, key) => read('GetObject', getting(options, bucket, key)),
        look: (bucket, key) => look('GetObject', getting(options, bucket, key)),
        write: ({ bucket, key, text, replaces, onWritten }) => write('PutObject', async (client, sdk) => {
            try {
                const answer = await client.send(new sdk.PutObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Body: text,
                    ContentType: 'application/json',
                    ...(replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces }),
                    ...expectedOwner(bucket),
                }));
                if (answer.ETag !== undefined)
                    onWritten?.(answer.ETag);
                return 'written';
            }
            catch (error) {
                if (isConflict(error))
                    return 'conflict';
                throw error;
            }
        }),
        keys: async (bucket, prefix) => (await list(bucket, prefix)).flatMap(({ Key }) => Key ?? []),
    };
}
const getting = ({ clock }, bucket, key) => async (client, sdk) => {
    try {
        const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...expectedOwner(bucket) });
        let answeredAt = Number.NaN;
        command.middlewareStack.add((next) => async (args) => {
            const result = await next(args);
            answeredAt = dateOf(result.response);
            return result;
        }, { step: 'deserialize', name: 'readDate' });
        const answer = await client.send(command);
        const text = (await answer.Body?.transformToString('utf-8')) ?? '';
        const now = Number.isNaN(answeredAt) ? clock.now() : answeredAt;
        const age = Math.max(0, now - (answer.LastModified?.getTime() ?? now));
        return { text, etag: answer.ETag ?? '', age };
    }
    catch (error) {
        if ((0,error_facts/* errorFacts */.u)(error).status === 404)
            return undefined;
        throw error;
    }
};
/** When S3 answered, by its own clock; `NaN` when it did not say. */
function dateOf(response) {
    const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : {};
    const date = typeof headers === 'object' && headers !== null && 'date' in headers ? headers.date : undefined;
    return typeof date === 'string' ? Date.parse(date) : Number.NaN;
}
/** 412: written meanwhile; 409: two conditional writes at once; 404 for `If-Match`: removed meanwhile. */
const isConflict = (error) => [404, 409, 412].includes((0,error_facts/* errorFacts */.u)(error).status) && !isNoBucket(error);
const isNoBucket = (error) => (0,error_facts/* errorFacts */.u)(error).name === 'NoSuchBucket';
//# sourceMappingURL=documents.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/elbv2.js

/** API reference, DescribeTags: ResourceArns. */
const TAGGED_AT_ONCE = 20;
const ENVIRONMENT_TAG = 'elasticbeanstalk:environment-id';
function createLoadBalancers(options) {
    const patience = createPatience({ ...options, mode: 'patient' });
    const call = async (operation, run) => {
        const client = await options.clients.loadBalancing();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(6361)]).then(__webpack_require__.bind(__webpack_require__, 46361));
        return patience({ service: 'elasticloadbalancing', operation, mutates: false }, () => run(client, sdk));
    };
    return {
        rules: async (LoadBalancerArn) => {
            const listeners = await marked((marker) => call('DescribeListeners', (client, sdk) => client.send(new sdk.DescribeListenersCommand({ LoadBalancerArn, ...marker }))));
            const found = [];
            for (const listener of listeners.flatMap(({ Listeners = [] }) => Listeners)) {
                const { ListenerArn } = listener;
                const pages = await marked((marker) => call('DescribeRules', (client, sdk) => client.send(new sdk.DescribeRulesCommand({ ListenerArn, ...marker }))));
                found.push(...pages.flatMap(({ Rules = [] }) => Rules.map((rule) => ruleOf(listener, rule))));
            }
            return found;
        },
        environments: async (LoadBalancerArn) => {
            const pages = await marked((marker) => call('DescribeTargetGroups', (client, sdk) => client.send(new sdk.DescribeTargetGroupsCommand({ LoadBalancerArn, ...marker }))));
            const arns = pages.flatMap(({ TargetGroups = [] }) => TargetGroups.flatMap((one) => one.TargetGroupArn ?? []));
            const found = new Map();
            for (let at = 0; at < arns.length; at += TAGGED_AT_ONCE) {
                const ResourceArns = arns.slice(at, at + TAGGED_AT_ONCE);
                const { TagDescriptions = [] } = await call('DescribeTags', (client, sdk) => client.send(new sdk.DescribeTagsCommand({ ResourceArns })));
                for (const { ResourceArn = '', Tags = [] } of TagDescriptions) {
                    const id = Tags.find(({ Key }) => Key === ENVIRONMENT_TAG)?.Value;
                    if (id !== undefined)
                        found.set(ResourceArn, id);
                }
            }
            return found;
        },
    };
}
/** Reads on until there is no marker, or the marker repeats (which would never end). */
async function marked(read) {
    const found = [];
    for (let marker;;) {
        const page = await read(marker === undefined ? {} : { Marker: marker });
        found.push(page);
        if (page.NextMarker === undefined || page.NextMarker === '' || page.NextMarker === marker)
            return found;
        marker = page.NextMarker;
    }
}
function ruleOf({ ListenerArn = '', Port = 0 }, rule) {
    const { RuleArn = '', Priority = 'default', Conditions = [], Actions = [] } = rule;
    const isHost = (field) => field === 'host-header';
    const forward = Actions.find(({ Type }) => Type === 'forward');
    const weighted = forward?.ForwardConfig?.TargetGroups ?? [];
    const targets = weighted.length > 0 || forward?.TargetGroupArn === undefined
        ? weighted
        : [{ TargetGroupArn: forward.TargetGroupArn, Weight: 1 }];
    return {
        arn: RuleArn,
        listenerArn: ListenerArn,
        port: Port,
        priority: Priority === 'default' ? 'default' : Number(Priority),
        hosts: Conditions.filter(({ Field }) => isHost(Field)).flatMap((one) => one.HostHeaderConfig?.Values ?? one.Values ?? []),
        isNarrowed: Conditions.some(({ Field }) => !isHost(Field)),
        targets: targets.map(({ TargetGroupArn = '', Weight = 1 }) => ({ targetGroupArn: TargetGroupArn, weight: Weight })),
    };
}
//# sourceMappingURL=elbv2.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/route-calls.js


/** By its name: only these change something. */
const mutates = (operation) => /^(Modify|Change)/.test(operation);
function createRouteCalls(options) {
    const patience = createPatience({ ...options, mode: 'patient' });
    const { clients } = options;
    const call = (service, client, sdk) => async (operation, run) => {
        const [opened, loaded] = await Promise.all([client(), sdk()]);
        return patience({ service, operation, mutates: mutates(operation) }, () => run(opened, loaded));
    };
    return {
        clock: options.clock,
        region: clients.region,
        beanstalk: call('elasticbeanstalk', clients.beanstalk, () => Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(48), __webpack_require__.e(8982)]).then(__webpack_require__.bind(__webpack_require__, 8982))),
        scaling: call('autoscaling', clients.autoScaling, () => Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(3386)]).then(__webpack_require__.bind(__webpack_require__, 23386))),
        balancing: call('elasticloadbalancing', clients.loadBalancing, () => Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(6361)]).then(__webpack_require__.bind(__webpack_require__, 46361))),
        naming: call('route53', clients.route53, () => Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(2291), __webpack_require__.e(4043), __webpack_require__.e(8876)]).then(__webpack_require__.bind(__webpack_require__, 18876))),
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
const route_ends_TAGGED_AT_ONCE = 20;
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
    const ResourceArns = groups.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []).slice(0, route_ends_TAGGED_AT_ONCE);
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
async function router_alb_ruleOf(calls, route) {
    const { Rules } = await calls.balancing('DescribeRules', (client, sdk) => client.send(new sdk.DescribeRulesCommand({ RuleArns: [route.ruleArn] })));
    return onlyRule(Rules, route.ruleArn);
}
const readAlb = async (calls, route, ends) => readingOf(route, await router_alb_ruleOf(calls, route), ends);
function albRouter(calls, route, ends) {
    const both = [ends.stable, ends.canary];
    const read = (rule) => readingOf(route, rule, both);
    /** The rule as it is, when it is as expected. */
    const compared = async (expected) => {
        const rule = await router_alb_ruleOf(calls, route);
        if (!isSame(read(rule), expected))
            throw somebody(route, 'before its weights were set, so nothing was written');
        return rule;
    };
    const write = (Actions) => calls.balancing('ModifyRule', (client, sdk) => client.send(new sdk.ModifyRuleCommand({ RuleArn: route.ruleArn, Actions })));
    /** Reads until the rule is no longer as it was. */
    const readBack = async (before, wanted) => {
        for (let look = 1;; look += 1) {
            const found = read(await router_alb_ruleOf(calls, route));
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
        read: async () => read(await router_alb_ruleOf(calls, route)),
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
const router_route53_BETWEEN_LOOKS = (0,time/* seconds */.YA)(2);
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
    const place = await router_route53_placeOf(calls, environment);
    const records = await recordsOf(calls, route);
    const known = records.find((record) => leadsTo(record, place.alias.dnsName))?.SetIdentifier;
    return {
        kind: 'route53',
        environmentId: environment.id,
        setIdentifier: known ?? `beanstalk-rollout-${environment.id}`,
        ...place,
    };
}
async function router_route53_placeOf(calls, environment) {
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
        between: (route, ends) => {
            switch (route.kind) {
                case 'alb':
                    return albRouter(calls, route, bothOf(route, ends, (end) => (end.kind === 'alb' ? end : undefined)));
                case 'route53':
                    return nameRouter(calls, route, bothOf(route, ends, (end) => (end.kind === 'route53' ? end : undefined)));
            }
        },
        preview: (route, header) => {
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
;// CONCATENATED MODULE: ./lib/adapters/aws/ssm.js



const DOCUMENT = 'AWS-RunShellScript';
/** How long the agent may take to fetch the script (API reference, SendCommand: TimeoutSeconds, at least 30 seconds). */
const DELIVERY = (0,time/* minutes */.Gx)(2);
/** The script limits itself first, so that its output arrives; this limit is for one that cannot. */
const SLACK = (0,time/* seconds */.YA)(30);
function createInstanceCommands(options) {
    const patience = createPatience({ ...options, mode: 'patient' });
    const call = async (operation, mutates, run) => {
        const client = await options.clients.ssm();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(7127), __webpack_require__.e(4829)]).then(__webpack_require__.bind(__webpack_require__, 54829));
        return patience({ service: 'ssm', operation, mutates }, () => run(client, sdk));
    };
    return {
        send: async ({ instanceId, script, directory, timeout, mark }) => {
            const answer = await call('SendCommand', true, (client, sdk) => client.send(new sdk.SendCommandCommand({
                DocumentName: DOCUMENT,
                InstanceIds: [instanceId],
                Comment: mark,
                TimeoutSeconds: DELIVERY / 1_000,
                Parameters: {
                    commands: script.split('\n'),
                    workingDirectory: [directory],
                    executionTimeout: [String(Math.ceil((timeout + SLACK) / 1_000))],
                },
            })));
            return answer.Command?.CommandId ?? '';
        },
        find: async (instanceId, mark) => {
            const answer = await call('ListCommands', false, (client, sdk) => client.send(new sdk.ListCommandsCommand({
                InstanceId: instanceId,
                Filters: [{ key: 'DocumentName', value: DOCUMENT }],
                MaxResults: 50,
            })));
            return (answer.Commands ?? [])
                .filter(({ Comment }) => Comment === mark)
                .sort((one, other) => (one.RequestedDateTime?.getTime() ?? 0) - (other.RequestedDateTime?.getTime() ?? 0))
                .flatMap(({ CommandId }) => CommandId ?? []);
        },
        read: (instanceId, commandId) => call('GetCommandInvocation', false, async (client, sdk) => {
            try {
                const seen = await client.send(new sdk.GetCommandInvocationCommand({ InstanceId: instanceId, CommandId: commandId }));
                const details = (seen.StatusDetails ?? seen.Status ?? '').replaceAll(' ', '');
                const code = seen.ResponseCode ?? -1;
                const output = [seen.StandardOutputContent ?? '', seen.StandardErrorContent ?? ''].join('');
                return {
                    state: stateOf(seen.Status, details, code),
                    output,
                    details,
                    ...(code < 0 ? {} : { exitCode: code }),
                };
            }
            catch (error) {
                // Right after it was sent (API reference, GetCommandInvocation).
                if ((0,error_facts/* errorFacts */.u)(error).name === 'InvocationDoesNotExist')
                    return undefined;
                throw error;
            }
        }),
        cancel: async (instanceId, commandId) => {
            await call('CancelCommand', false, (client, sdk) => client.send(new sdk.CancelCommandCommand({ CommandId: commandId, InstanceIds: [instanceId] })));
        },
    };
}
/** User guide, "Understanding command statuses". A script that has run ends with a code of its own. */
function stateOf(status, details, responseCode) {
    switch (status) {
        case 'Success':
            return 'ended';
        case 'Failed':
            return responseCode < 0 ? 'undelivered' : 'ended';
        case 'TimedOut':
            return details === 'DeliveryTimedOut' ? 'undelivered' : 'timed-out';
        case 'Cancelled':
            return details === 'Cancelled' || details === 'Terminated' ? 'cancelled' : 'undelivered';
        case 'InProgress':
        case 'Cancelling':
            return 'running';
        case 'Pending':
        case 'Delayed':
        case undefined:
            return 'waiting';
    }
}
//# sourceMappingURL=ssm.js.map
// EXTERNAL MODULE: ./lib/adapters/system/proxy.js
var system_proxy = __webpack_require__(57000);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/adapters/system/proxy-agents.js
/** Agents for Node's HTTP clients that follow the proxy variables, address by address, in every release of Node. */




const urlOf = (scheme, { host, port }) => {
    const name = host ?? 'localhost';
    return new URL(`${scheme}://${name.includes(':') ? `[${name}]` : name}:${port ?? ''}`);
};
/** HTTPS through a tunnel, so that the proxy sees names and no more. */
class TunnellingAgent extends external_node_https_.Agent {
    #env;
    constructor(options, env) {
        super(options);
        this.#env = env;
    }
    createConnection(options, callback) {
        const url = urlOf('https', options);
        const proxy = (0,system_proxy/* proxyFor */.iJ)(url, this.#env);
        if (proxy === undefined || callback === undefined)
            return super.createConnection(options, callback);
        const failed = (error) => callback(error);
        const to = `${url.hostname}:${url.port || 443}`;
        (0,system_proxy/* openTunnel */.X)({
            proxy,
            to,
            opened: (socket) => {
                const name = options.servername === undefined || options.servername === '' ? {} : { servername: options.servername };
                callback(null, (0,external_node_tls_.connect)({ ca: options.ca, socket, ...name }));
            },
            failed,
        });
        return undefined;
    }
}
const addRequest = Reflect.get(external_node_http_.Agent.prototype, 'addRequest');
/** Plain HTTP: the proxy is given the whole address. */
class ForwardingAgent extends external_node_http_.Agent {
    #env;
    constructor(options, env) {
        super(options);
        this.#env = env;
    }
    addRequest(request, options) {
        const url = urlOf('http', options);
        const proxy = (0,system_proxy/* proxyFor */.iJ)(url, this.#env);
        let at = options;
        if (proxy !== undefined) {
            request.path = `${url.origin}${request.path}`;
            for (const [name, value] of Object.entries((0,system_proxy/* proxyAuthorization */.YB)(proxy)))
                request.setHeader(name, value);
            at = { ...options, ...(0,system_proxy/* proxyAddress */.nD)(proxy) };
        }
        addRequest.call(this, request, at);
    }
}
/** For clients that take one agent a scheme. `env`: the variables; without any, the agents are Node's own. */
function proxyAgents(options, env) {
    const isSet = ['https_proxy', 'http_proxy', 'all_proxy'].some((name) => (env[name] ?? '') !== '' || (env[name.toUpperCase()] ?? '') !== '');
    if (!isSet)
        return { http: new external_node_http_.Agent(options), https: new external_node_https_.Agent(options) };
    return { http: new ForwardingAgent(options, env), https: new TunnellingAgent(options, env) };
}
//# sourceMappingURL=proxy-agents.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/clients.js



const CONNECT_LIMIT = (0,time/* seconds */.YA)(10);
/** From sending a request to the head of its answer. Elastic Beanstalk answers within a second or two. */
const ANSWER_LIMIT = (0,time/* seconds */.YA)(45);
/** The same for S3, where sending the request includes sending a part of a bundle over a slow line. */
const UPLOAD_LIMIT = (0,time/* minutes */.Gx)(10);
/** Silence on a connection, also in the middle of a body. */
const SILENCE_LIMIT = (0,time/* seconds */.YA)(60);
function createAwsClients(options) {
    const beanstalkCalls = counter();
    const storeCalls = counter();
    const commandCalls = counter();
    const gateCalls = counter();
    const identityCalls = counter();
    const made = [];
    const common = commonConfig(options);
    const handler = (answerLimit) => options.requestHandler ?? handlerOptions(agentsFor(options), answerLimit);
    const counted = (client, calls) => {
        client.middlewareStack.add((next) => (args) => {
            calls.add();
            return next(args);
        }, { step: 'finalizeRequest', priority: 'low', name: 'countCalls' });
        made.push(client);
        return client;
    };
    return {
        region: options.region,
        beanstalk: once(async () => {
            const { ElasticBeanstalkClient } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(48), __webpack_require__.e(8982)]).then(__webpack_require__.bind(__webpack_require__, 8982));
            return counted(new ElasticBeanstalkClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), beanstalkCalls);
        }),
        ecr: once(async () => {
            const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(7127), __webpack_require__.e(9291)]).then(__webpack_require__.bind(__webpack_require__, 89291));
            return counted(new ECRClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        s3: once(async () => {
            const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(2291), __webpack_require__.e(1460), __webpack_require__.e(4043), __webpack_require__.e(1588), __webpack_require__.e(2453)]).then(__webpack_require__.bind(__webpack_require__, 52453));
            return counted(new S3Client({ ...common, requestHandler: handler(UPLOAD_LIMIT), forcePathStyle: customEndpoint(options) }), storeCalls);
        }),
        ssm: once(async () => {
            const { SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(7127), __webpack_require__.e(4829)]).then(__webpack_require__.bind(__webpack_require__, 54829));
            return counted(new SSMClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        sts: once(async () => {
            const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(7455)]).then(__webpack_require__.bind(__webpack_require__, 47455));
            return counted(new STSClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), identityCalls);
        }),
        cloudWatch: once(async () => {
            const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(7127), __webpack_require__.e(8104)]).then(__webpack_require__.bind(__webpack_require__, 88104));
            return counted(new CloudWatchClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        loadBalancing: once(async () => {
            const { ElasticLoadBalancingV2Client } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(6361)]).then(__webpack_require__.bind(__webpack_require__, 46361));
            return counted(new ElasticLoadBalancingV2Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        autoScaling: once(async () => {
            const { AutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(3386)]).then(__webpack_require__.bind(__webpack_require__, 23386));
            return counted(new AutoScalingClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        route53: once(async () => {
            const { Route53Client } = await Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(5043), __webpack_require__.e(2291), __webpack_require__.e(4043), __webpack_require__.e(8876)]).then(__webpack_require__.bind(__webpack_require__, 18876));
            return counted(new Route53Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        beanstalkCalls,
        storeCalls,
        commandCalls,
        gateCalls,
        createdVersions: new Map(),
        proxyGap: (0,system_proxy/* proxyGap */.ft)(options.env),
        close: () => {
            for (const client of made)
                client.destroy();
        },
    };
}
const commonConfig = (options) => ({
    region: options.region,
    maxAttempts: 1,
    customUserAgent: [['beanstalk-rollout', options.version]],
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
});
/** Endpoints that are not AWS's have no host name per bucket. */
const customEndpoint = ({ endpoint, env }) => [endpoint, env.AWS_ENDPOINT_URL, env.AWS_ENDPOINT_URL_S3].some((url) => url !== undefined && url !== '');
const handlerOptions = (agents, answerLimit) => ({
    connectionTimeout: CONNECT_LIMIT,
    requestTimeout: answerLimit,
    throwOnRequestTimeout: true,
    socketTimeout: SILENCE_LIMIT,
    httpAgent: agents.http,
    httpsAgent: agents.https,
});
/** Never through a proxy: this machine, and where instances and containers get their credentials. */
const ALWAYS_DIRECT = '127.0.0.0/8,localhost,::1,169.254.169.254,169.254.170.2,fd00:ec2::254';
/** The SDK ignores proxy variables, and Node's own support of them takes `NO_PROXY` differently from everything else. */
function agentsFor({ env }) {
    const direct = `${(env.no_proxy ?? '') === '' ? (env.NO_PROXY ?? '') : env.no_proxy},${ALWAYS_DIRECT}`;
    return proxyAgents({ keepAlive: true, maxSockets: 50 }, { ...env, no_proxy: direct });
}
function counter() {
    let count = 0;
    return {
        get count() {
            return count;
        },
        add: () => {
            count += 1;
        },
    };
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}
//# sourceMappingURL=clients.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/cloud.js









function createCloud(options) {
    const { clients } = options;
    return {
        beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
        watchBeanstalk: createBeanstalk({ ...options, patience: 'one-look' }),
        store: createBundleStore(options),
        documents: createDocuments(options),
        instanceCommands: createInstanceCommands(options),
        identity: createIdentity(clients),
        alarms: createAlarms({ ...options, patience: 'patient' }),
        metrics: createMetrics({ ...options, patience: 'one-look' }),
        loadBalancers: createLoadBalancers(options),
        routers: createRouters(options),
        ...(clients.proxyGap === undefined ? {} : { gap: clients.proxyGap }),
    };
}
//# sourceMappingURL=cloud.js.map

/***/ }),

/***/ 16782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ errorFacts)
/* harmony export */ });
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66761);
/** The few facts about a failed AWS call that decide anything, read from an SDK error, a network error or anything else. */

/** The call never left this machine, or found nobody to talk to. */
const UNREACHED = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
]);
/** The connection broke, or nothing came for too long: the service may have acted. */
const BROKEN = new Set([
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'ERR_STREAM_PREMATURE_CLOSE',
    'ERR_PROXY_TUNNEL',
    'UND_ERR_SOCKET',
    'HPE_INVALID_CONSTANT',
    'TimeoutError',
]);
const text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
function errorFacts(error) {
    const status = Number((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, '$metadata'), 'httpStatusCode') ?? 0);
    const name = text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'name')) ?? 'Error';
    const message = (text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'message')) ?? '').replace(/\s+/g, ' ').trim();
    const codes = networkCodes(error);
    const unreached = codes.find((code) => UNREACHED.has(code));
    const broken = codes.find((code) => BROKEN.has(code));
    if (status > 0 || (unreached === undefined && broken === undefined))
        return { name, message, status };
    // A connection that timed out while it was being made carries no code, only these words (@smithy/node-http-handler).
    const connecting = /did not establish a connection/.test(message);
    return {
        name: unreached ?? broken ?? name,
        message,
        status: 0,
        network: unreached !== undefined || connecting ? 'unreached' : 'broken',
    };
}
/** Network codes hide at several depths: Node puts them into `code`, aggregates and causes. */
function networkCodes(error, depth = 0) {
    if (depth > 3 || typeof error !== 'object' || error === null)
        return [];
    const inner = (0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'errors');
    // The SDK turns an error of another realm into a text (`asSdkError` of @smithy/core); its code is still in there.
    const wrapped = /^AWS SDK error wrapper for .*\b(E[A-Z]{3,})\b/.exec(text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'message')) ?? '')?.[1];
    return [
        ...[text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'code')), text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'name')), wrapped].filter((code) => code !== undefined),
        ...(Array.isArray(inner) ? inner.flatMap((each) => networkCodes(each, depth + 1)) : []),
        ...networkCodes((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'cause'), depth + 1),
    ];
}
//# sourceMappingURL=error-facts.js.map

/***/ }),

/***/ 10600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ actionError),
  h: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var domain_problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/aws/error-facts.js
var error_facts = __webpack_require__(16782);
;// CONCATENATED MODULE: ./lib/adapters/aws/problem-rule.js
const named = (...names) => (facts) => names.includes(facts.name);
const says = (pattern) => (facts) => pattern.test(facts.message);
const quoted = (facts) => (facts.message === '' ? facts.name : `"${facts.message}"`);
/** The answer as it was, for whatever has no words of its own. */
const answered = (facts, call) => `AWS answered ${call.operation} with ${quoted(facts)}.`;
/** The IAM action of an operation, where its name differs from `<service>:<operation>`. */
const IAM_ACTIONS = {
    HeadObject: 's3:GetObject',
    ListObjectsV2: 's3:ListBucket',
    CreateMultipartUpload: 's3:PutObject',
    UploadPart: 's3:PutObject',
    CompleteMultipartUpload: 's3:PutObject',
};
/** The action that was denied: from the service's words when they name one (it may be another service's), else the call's own. */
function deniedAction(facts, call) {
    const own = `${call.service}:${call.operation}`;
    const inText = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(facts.message)?.[1] ?? own;
    return inText === own ? (IAM_ACTIONS[call.operation] ?? own) : inText;
}
//# sourceMappingURL=problem-rule.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/problem-table-cluster.js
/** What the service says against Cluster environments and their versions. */

const CLUSTER_RULES = [
    {
        // The exact words of the AWS guide.
        matches: says(/Changes to EKS cluster configuration \(subnets and IAM roles\)/i),
        code: 'cluster-setting-fixed',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Take the subnets and roles that it has, or create a new environment with others and swap the CNAMEs.',
    },
    {
        // That it is refused is documented, the words are not.
        matches: says(/\broles?\b.*\b(match|registered)\b.*\bcluster\b/i),
        code: 'cluster-roles-differ',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Take the roles of the environments that have the same subnets, or other subnets.',
    },
    {
        matches: says(/is unusable and cannot be used with an environment/i),
        code: 'version-failed',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Deploy the content under another label; a version that could not be processed cannot be mended.',
    },
];
//# sourceMappingURL=problem-table-cluster.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/problem-table-routes.js
/** Errors of what divides requests between environments: rules of load balancers, and records (API references of both). */

const ROUTE_RULES = [
    {
        matches: named('RuleNotFoundException', 'NoSuchHostedZone'),
        code: 'route-not-found',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Check listener-rule-arn, or hosted-zone-id, and that it belongs to this account and region.',
    },
    {
        matches: named('InvalidChangeBatch', 'NoSuchHealthCheck', 'TargetGroupNotFoundException', 'TargetGroupAssociationLimitException', 'TooManyUniqueTargetGroupsPerLoadBalancerException', 'InvalidLoadBalancerActionException', 'IncompatibleProtocolsException', 'OperationNotPermittedException', 'UnsupportedProtocolException'),
        code: 'route-unusable',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Nothing was changed. docs/canary.md has what the rule or the records must look like.',
    },
];
//# sourceMappingURL=problem-table-routes.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/problem-table.js
/**
 * One table from AWS error names, HTTP statuses and network codes to problems.
 *
 * Names: AWS API reference ("Errors" of each action, "Common errors"); `Throttling` with HTTP 400 and the texts of
 * `InvalidParameterValue` as seen in public logs (einaregilsson/beanstalk-deploy#9, #19, #58). The service's own words
 * go into `what` in quotation marks and nowhere else: they are foreign text.
 */



const THROTTLED = named('Throttling', 'ThrottlingException', 'ThrottledException', 'RequestThrottled', 'RequestThrottledException', 'RequestLimitExceeded', 'TooManyRequestsException', 'BandwidthLimitExceeded', 'SlowDown', 
// Route 53: the change before is still being worked on.
'PriorRequestNotComplete');
const EXPIRED = named('ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired');
const RULES = [
    ...CLUSTER_RULES,
    ...ROUTE_RULES,
    {
        matches: (facts) => THROTTLED(facts) || facts.status === 429,
        code: 'throttled',
        blame: 'aws',
        nature: 'transient',
        refusedUnseen: true,
        what: (facts, call) => `AWS throttled ${call.operation} (${facts.name}).`,
        hint: () => 'The limit is shared by everything that calls Elastic Beanstalk in this account and region; run fewer deployments at once or set a longer poll-interval.',
    },
    {
        matches: EXPIRED,
        code: 'credentials-expired',
        blame: 'you',
        nature: 'permanent',
        what: (_, call) => `The AWS credentials expired before ${call.operation}.`,
        hint: () => 'What was started goes on in AWS. Give the session more time (role-duration-seconds of aws-actions/configure-aws-credentials, up to the maximum session duration of the role) and look at the environment before you run it again.',
    },
    {
        matches: (facts) => /signature (expired|not yet current)|request time and the current time/i.test(facts.message) ||
            facts.name === 'RequestTimeTooSkewed',
        code: 'clock-skew',
        blame: 'you',
        // The SDK has learned the service's time from this very answer: the next call is dated right.
        nature: 'transient',
        refusedUnseen: true,
        what: (_, call) => `AWS refused ${call.operation} because the clock of this machine is wrong.`,
        hint: () => 'Set the clock of the runner (NTP).',
    },
    {
        matches: (facts) => named('CredentialsProviderError', 'TokenProviderError', 'MissingAuthenticationToken')(facts) ||
            says(/could not load credentials|credential is missing/i)(facts),
        code: 'credentials-missing',
        blame: 'you',
        nature: 'permanent',
        what: (_, call) => `There are no usable AWS credentials for ${call.operation}.`,
        hint: () => 'Run aws-actions/configure-aws-credentials before this step, with "permissions: id-token: write" in the job. Workflows of forks get no credentials.',
    },
    {
        matches: named('InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken', 'IncompleteSignature', 'OptInRequired', 'AuthFailure'),
        code: 'credentials-invalid',
        blame: 'you',
        nature: 'permanent',
        what: (facts, call) => `AWS does not accept the credentials for ${call.operation} (${facts.name}).`,
        hint: () => 'Check the access key, secret and session token, that they belong together, and that the region is enabled for the account.',
    },
    {
        matches: (facts) => named('AccessDenied', 'AccessDeniedException', 'InsufficientPrivilegesException', 'UnauthorizedOperation', 'NotAuthorized', 'AllAccessDisabled')(facts) ||
            says(/not authorized to perform/)(facts) ||
            facts.status === 403,
        code: 'permission-denied',
        blame: 'you',
        nature: 'permanent',
        what: (facts, call) => `The credentials lack the permission ${deniedAction(facts, call)}: ${quoted(facts)}.`,
        hint: (facts, call) => `Allow ${deniedAction(facts, call)} in the IAM policy of the role (see docs/permissions.md).`,
    },
    {
        matches: named('InvalidInstanceId', 'InvalidInstanceInformationFilterValue'),
        code: 'instance-not-managed',
        blame: 'you',
        nature: 'permanent',
        what: (facts) => `AWS Systems Manager cannot reach the instance: ${quoted(facts)}.`,
        hint: () => 'Attach AmazonSSMManagedInstanceCore to the role of the instance profile, and check that the SSM agent runs and can reach its endpoints (see docs/hooks.md).',
    },
    {
        matches: says(/in an invalid state for this operation|currently pending (deployment|creation|termination)|The stack .* is in .* state/i),
        code: 'environment-busy',
        blame: 'aws',
        nature: 'permanent',
        what: answered,
        hint: () => 'Another operation runs on this environment or its stack; wait until it is Ready, or set on-busy: wait.',
    },
    {
        matches: named('OperationInProgressFailure', 'OperationInProgressException'),
        code: 'environment-busy',
        blame: 'aws',
        nature: 'permanent',
        what: answered,
        hint: () => 'Another operation is still in progress; run this again when it has ended.',
    },
    {
        matches: says(/No Application Version named|Application Version .* (not found|does not exist)/i),
        code: 'version-missing',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Check version-label and application-name; an application version may have been removed by a lifecycle policy.',
    },
    {
        matches: says(/Application Version .* already exists/i),
        code: 'version-exists',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'An application version is never overwritten; choose another version-label.',
    },
    {
        matches: says(/Environment \S+ already exists|Configuration Template \S+ already exists/i),
        code: 'name-taken',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Names of environments are unique in a region, whatever their application; choose another, or allow elasticbeanstalk:DescribeEnvironments for the one that is there.',
    },
    {
        matches: says(/DNS name .* is not available/i),
        code: 'cname-taken',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'CNAME prefixes are unique in a region over all accounts; choose another.',
    },
    {
        matches: says(/No Configuration Template named/i),
        code: 'template-missing',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Check template-name; saved configurations belong to one application.',
    },
    {
        matches: says(/No Application named/i),
        code: 'application-missing',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Check application-name and aws-region.',
    },
    {
        matches: says(/No Environment (found|named)/i),
        code: 'environment-missing',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Check environment-name, application-name and aws-region; the environment may have been terminated.',
    },
    {
        matches: (facts) => says(/Describe(EnvironmentHealth|InstancesHealth) is not supported|enhanced health/i)(facts) ||
            facts.name === 'InvalidRequestException',
        code: 'enhanced-health-off',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Switch the environment to enhanced health: only then Elastic Beanstalk tells what each instance runs.',
    },
    {
        matches: (facts) => /^TooMany.*(Exception)?$/.test(facts.name) || says(/cannot have more than|limit exceeded|quota/i)(facts),
        code: 'quota',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Remove what is no longer needed (for application versions: a lifecycle policy), or ask AWS for a higher quota.',
    },
    {
        matches: says(/(Invalid option (value|specification)|option settings?|ConfigurationValidationException|Unknown or duplicate parameter)/i),
        code: 'invalid-option',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'Correct the option named there; "dry-run: true" checks options without changing anything.',
    },
    {
        matches: named('NoSuchBucket', 'S3LocationNotInServiceRegionException', 'PermanentRedirect', 'IllegalLocationConstraintException', 'AuthorizationHeaderMalformed'),
        code: 'bucket-unusable',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'The bucket must exist and be in the region of the environment; leave the bucket input empty to use the one of Elastic Beanstalk.',
    },
    {
        matches: named('NoSuchKey', 'NotFound'),
        code: 'object-missing',
        blame: 'you',
        nature: 'permanent',
        what: answered,
        hint: () => 'The object was removed, perhaps by a lifecycle rule of the bucket; deploy a version whose bundle is still there.',
    },
    {
        matches: (facts) => facts.status >= 500 ||
            named('ServiceUnavailable', 'InternalFailure', 'InternalError', 'RequestTimeout', 'RequestTimeoutException')(facts),
        code: 'service-unavailable',
        blame: 'aws',
        nature: 'transient',
        what: (facts, call) => `AWS could not answer ${call.operation} (${facts.name}${facts.status > 0 ? `, HTTP ${facts.status}` : ''}).`,
        hint: () => 'Run it again; if it goes on, look at the AWS Health Dashboard of the region.',
    },
    {
        matches: (facts) => facts.network === 'unreached',
        code: 'connection-lost',
        blame: 'aws',
        nature: 'transient',
        refusedUnseen: true,
        what: (facts, call) => `No connection to AWS for ${call.operation} (${facts.name}).`,
        hint: () => 'Check the network of the runner, aws-region, and the proxy settings (HTTPS_PROXY, NO_PROXY).',
    },
    {
        matches: (facts) => facts.network === 'broken',
        code: 'connection-lost',
        blame: 'aws',
        nature: 'transient',
        what: (facts, call) => `The connection to AWS broke during ${call.operation} (${facts.name}).`,
        hint: () => 'Check the network of the runner and the proxy settings (HTTPS_PROXY, NO_PROXY).',
    },
];
//# sourceMappingURL=problem-table.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/problems.js
/** What a failed AWS call means for whoever made it: the problem to show, whether to look again, whether it may have acted. */




/** Reads an error of an AWS call. */
function diagnose(error, call) {
    const facts = (0,error_facts/* errorFacts */.u)(error);
    const rule = RULES.find(({ matches }) => matches(facts));
    if (rule === undefined) {
        return {
            problem: {
                code: 'refused-by-aws',
                blame: facts.status > 0 ? 'you' : 'us',
                what: `${answered(facts, call).replace(/\.$/, '')} (${facts.name}).`,
                hint: 'Read the answer above; it names what AWS does not accept.',
            },
            nature: 'permanent',
            refusedUnseen: facts.status >= 400 && facts.status < 500,
        };
    }
    return {
        problem: { code: rule.code, blame: rule.blame, what: rule.what(facts, call), hint: rule.hint(facts, call) },
        nature: rule.nature,
        refusedUnseen: rule.refusedUnseen ?? rule.nature === 'permanent',
    };
}
/** The error that leaves the adapters. A mutating call that may have been carried out says so. */
function actionError(error, call) {
    if (error instanceof domain_problem/* ActionError */.l)
        return error;
    const { problem, nature, refusedUnseen } = diagnose(error, call);
    return new domain_problem/* ActionError */.l(problem, { cause: error, nature, answerLost: call.mutates && !refusedUnseen });
}
//# sourceMappingURL=problems.js.map

/***/ })

};

//# sourceMappingURL=7520.index.js.map