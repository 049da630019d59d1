export const id = 7432;
export const ids = [7432,600];
export const modules = {

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
  actionError: () => (/* binding */ actionError),
  diagnose: () => (/* binding */ diagnose)
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

/***/ }),

/***/ 47432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   roleCredentials: () => (/* binding */ roleCredentials)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73071);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10600);
/**
 * Credentials of a role, taken anew before they end, so that a rollout may take longer than a session of its role: with an
 * ID token of GitHub (AssumeRoleWithWebIdentity) where the job may ask for one, else with the credentials that are there
 * (AssumeRole).
 */



/** An hour, which every role allows unless its owner has said less; a session is taken anew long before. */
const DURATION_SECONDS = 3_600;
/** The SDK asks again five minutes before the end. */
const EARLY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(6);
function roleCredentials(role, parts) {
    let taken;
    let taking;
    const left = () => (taken?.expiration?.getTime() ?? 0) - parts.clock.now();
    const take = async () => {
        try {
            taken = await assume(role, parts);
            return taken;
        }
        catch (error) {
            // Those that are there are good for some minutes yet, in which STS may answer again.
            if (taken !== undefined && left() > 0)
                return taken;
            throw error;
        }
        finally {
            taking = undefined;
        }
    };
    return () => {
        if (taken !== undefined && left() > EARLY)
            return Promise.resolve(taken);
        // All clients share one session.
        taking ??= take();
        return taking;
    };
}
async function assume(role, parts) {
    const { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(744), __webpack_require__.e(4818), __webpack_require__.e(7455)]).then(__webpack_require__.bind(__webpack_require__, 47455));
    const sts = await parts.clients.sts();
    const session = { RoleArn: role.arn, RoleSessionName: role.sessionName, DurationSeconds: DURATION_SECONDS };
    const token = await tokenOf(parts, role);
    const operation = token === undefined ? 'AssumeRole' : 'AssumeRoleWithWebIdentity';
    try {
        const { Credentials: given } = token === undefined
            ? await sts.send(new AssumeRoleCommand(session))
            : await sts.send(new AssumeRoleWithWebIdentityCommand({ ...session, WebIdentityToken: token }));
        const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
        if (accessKeyId === undefined || secretAccessKey === undefined)
            throw new Error('STS answered without credentials');
        for (const secret of [secretAccessKey, sessionToken ?? ''])
            parts.mask(secret);
        return {
            accessKeyId,
            secretAccessKey,
            ...(sessionToken === undefined ? {} : { sessionToken }),
            ...(given?.Expiration === undefined ? {} : { expiration: given.Expiration }),
        };
    }
    catch (error) {
        const { problem, nature } = (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__.diagnose)(error, { service: 'sts', operation, mutates: false });
        throw refused(role, problem.what, nature, token === undefined ? WITH_CREDENTIALS : WITH_TOKEN, error);
    }
}
const WITH_TOKEN = 'Check the ARN, and that the trust policy of the role lets the provider token.actions.githubusercontent.com in for this repository and ref (`sub` and `aud`).';
const WITH_CREDENTIALS = 'The job has no ID token, so its own credentials were used: give the job `permissions: id-token: write`, or let these credentials assume the role.';
async function tokenOf({ idToken, mask }, role) {
    if (idToken === undefined)
        return undefined;
    try {
        const token = await idToken();
        mask(token);
        return token;
    }
    catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        throw refused(role, `GitHub gave no ID token (${said}).`, 'transient', WITH_TOKEN, error);
    }
}
const refused = ({ arn }, what, nature, hint, cause) => new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l({
    code: 'role-not-assumed',
    blame: 'you',
    what: `The role ${arn} was not assumed: ${what}`,
    hint,
    input: 'role-to-assume',
}, { cause, nature });
//# sourceMappingURL=role.js.map

/***/ })

};

//# sourceMappingURL=7432.index.js.map