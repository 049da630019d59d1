export const id = 807;
export const ids = [807];
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

/***/ 807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createInstanceCommands: () => (/* binding */ createInstanceCommands)
/* harmony export */ });
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73071);
/* harmony import */ var _error_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16782);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37415);



const DOCUMENT = 'AWS-RunShellScript';
/** How long the agent may take to fetch the script (API reference, SendCommand: TimeoutSeconds, at least 30 seconds). */
const DELIVERY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(2);
/** The script limits itself first, so that its output arrives; this limit is for one that cannot. */
const SLACK = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(30);
function createInstanceCommands(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .createPatience */ .s)({ ...options, mode: 'patient' });
    const call = async (operation, mutates, run) => {
        const client = await options.clients.ssm();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(7127), __webpack_require__.e(4829)]).then(__webpack_require__.bind(__webpack_require__, 54829));
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
                if ((0,_error_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .errorFacts */ .u)(error).name === 'InvocationDoesNotExist')
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

/***/ })

};

//# sourceMappingURL=807.index.js.map