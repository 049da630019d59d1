export const id = 642;
export const ids = [642];
export const modules = {

/***/ 10642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createIdentity: () => (/* binding */ createIdentity),
/* harmony export */   expectedOwner: () => (/* binding */ expectedOwner)
/* harmony export */ });
function createIdentity(clients) {
    return {
        caller: async () => {
            try {
                const client = await clients.sts();
                const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
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

/***/ })

};

//# sourceMappingURL=642.index.js.map