export const id = 8371;
export const ids = [8371];
export const modules = {

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

/***/ }),

/***/ 18371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logCalls: () => (/* binding */ logCalls)
/* harmony export */ });
/* harmony import */ var _beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54867);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47619);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74968);



function logCalls(options) {
    const { clients } = options;
    const { read, change, patience } = (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .createCaller */ .uF)(options);
    return {
        requestTailLogs: (environmentId) => change('RequestEnvironmentInfo', async (client, sdk) => (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .accepted */ .qG)(await client.send(new sdk.RequestEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' })))),
        tailLogs: (environmentId) => read('RetrieveEnvironmentInfo', async (client, sdk) => {
            const answer = await client.send(new sdk.RetrieveEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' }));
            return (answer.EnvironmentInfo ?? []).flatMap((row) => row.Ec2InstanceId === undefined || row.Message === undefined
                ? []
                : [
                    {
                        instanceId: row.Ec2InstanceId,
                        url: row.Message,
                        ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ sampledAt: row.SampleTimestamp?.getTime() }),
                    },
                ]);
        }),
        download: async (url, limitBytes) => {
            const client = await clients.beanstalk();
            return patience({ service: 's3', operation: 'GetObject', mutates: false }, () => {
                clients.beanstalkCalls.add();
                return (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .download */ .RG)((request) => client.config.requestHandler.handle(request), url, limitBytes);
            });
        },
    };
}
//# sourceMappingURL=logs.js.map

/***/ })

};

//# sourceMappingURL=8371.index.js.map