export const id = 535;
export const ids = [535];
export const modules = {

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createBeanstalk: () => (/* binding */ createBeanstalk)
});

// EXTERNAL MODULE: ./lib/adapters/aws/beanstalk-model.js
var beanstalk_model = __webpack_require__(4867);
// EXTERNAL MODULE: ./lib/adapters/aws/calls.js
var calls = __webpack_require__(7619);
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
        createApplication: (name, description) => change('CreateApplication', async (client, sdk) => {
            await client.send(new sdk.CreateApplicationCommand({ ApplicationName: name, Description: description }));
        }),
    };
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
var download = __webpack_require__(4968);
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
                return (0,download/* download */.R)((request) => client.config.requestHandler.handle(request), url, limitBytes);
            });
        },
    };
}
//# sourceMappingURL=logs.js.map
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/adapters/aws/versions.js




/** A version can be unknown to UpdateEnvironment for a moment after its creation (einaregilsson/beanstalk-deploy#58). */
const VERSION_LAG = (0,time/* minutes */.Gx)(1);
function versionCalls(options) {
    const { clock } = options;
    const { read, change } = (0,calls/* createCaller */.uF)(options);
    const { createdVersions: created } = options.clients;
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
                .flatMap((row) => (0,beanstalk_model/* versionOf */.E4)(row) ?? [])
                .find((row) => row.label === label);
        }),
        versions: async (application) => {
            const found = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeApplicationVersions', (client, sdk) => client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, ...NextToken }))));
            return found.flatMap((page) => page.ApplicationVersions ?? []).flatMap((row) => (0,beanstalk_model/* versionOf */.E4)(row) ?? []);
        },
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
                SourceBundle: { S3Bucket: request.bundle.bucket, S3Key: request.bundle.key },
                AutoCreateApplication: false,
                Process: false,
                ...(Object.keys(request.tags).length > 0
                    ? { Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })) }
                    : {}),
            }));
            created.set(request.label, clock.now());
            const version = answer.ApplicationVersion === undefined ? undefined : (0,beanstalk_model/* versionOf */.E4)(answer.ApplicationVersion);
            return version ?? { ...request, status: 'Unrecognised' };
        }),
        storageBucket: () => 
        // Idempotent: the bucket of the account and region is answered whether it was there or not.
        read('CreateStorageLocation', async (client, sdk) => {
            const { S3Bucket: bucket } = await client.send(new sdk.CreateStorageLocationCommand({}));
            if (bucket === undefined)
                throw noBucket();
            return bucket;
        }),
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
                return (answer.Messages ?? []).map((message) => ({
                    severity: message.Severity === 'warning' ? 'warning' : 'error',
                    message: message.Message ?? '',
                    ...(0,beanstalk_model/* present */.Eb)({ namespace: message.Namespace, name: message.OptionName }),
                }));
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

/***/ 4968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ download),
/* harmony export */   p: () => (/* binding */ endOf)
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
//# sourceMappingURL=download.js.map

/***/ })

};

//# sourceMappingURL=535.index.js.map