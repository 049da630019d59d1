export const id = 5316;
export const ids = [5316];
export const modules = {

/***/ 95316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readTexts),
/* harmony export */   d: () => (/* binding */ listArchive),
/* harmony export */   textsIn: () => (/* binding */ textsIn)
/* harmony export */ });
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20663);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11591);
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66761);



/** No file of a log is larger; one that says so is no log. */
const MOST_UNPACKED = 16 * 1_048_576;
async function listArchive(path) {
    return withZip(path, async (zip) => {
        const entries = [];
        let backslashes = false;
        for await (const raw of zip.eachEntry()) {
            const { entry, hadBackslashes } = entryOf(raw);
            backslashes ||= hadBackslashes;
            entries.push(entry);
        }
        return { bytes: zip.fileSize, entries, backslashes };
    });
}
async function readTexts(path, wanted, limitBytes) {
    return withZip(path, async (zip) => {
        const texts = new Map();
        for await (const raw of zip.eachEntry()) {
            const { entry } = entryOf(raw);
            if (entry.kind !== 'file' || entry.bytes > limitBytes || !wanted(entry))
                continue;
            texts.set(entry.path, await textOf(await zip.openReadStreamPromise(raw)));
        }
        return texts;
    });
}
/** The text files of an archive in memory. Entries that are larger than their archive could ever be expected to hold are left out. */
async function textsIn(archive, limitBytes) {
    const zip = await (0,yauzl__WEBPACK_IMPORTED_MODULE_0__/* .fromBufferPromise */ .SY)(archive, { lazyEntries: true, decodeStrings: false });
    const texts = new Map();
    for await (const raw of zip.eachEntry()) {
        const { entry } = entryOf(raw);
        if (entry.kind !== 'file' || entry.bytes > MOST_UNPACKED)
            continue;
        const text = await textOf(await zip.openReadStreamPromise(raw));
        texts.set(entry.path, text.slice(-limitBytes));
    }
    return texts;
}
async function withZip(path, use) {
    let zip;
    try {
        // Names are decoded here, because yauzl would turn `\` into `/` without saying so.
        zip = await (0,yauzl__WEBPACK_IMPORTED_MODULE_0__/* .openPromise */ .sO)(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
        return await use(zip);
    }
    catch (error) {
        throw error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l ? error : unreadable(error, path);
    }
    finally {
        zip?.close();
    }
}
async function textOf(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
const TYPE_MASK = 0o170_000;
const SYMLINK = 0o120_000;
const DIRECTORY = 0o040_000;
/** Upper byte of "version made by": 3 is Unix, 19 is macOS; others have no Unix mode (PKWARE APPNOTE 4.4.2). */
const UNIX_MAKERS = new Set([3, 19]);
function entryOf(raw) {
    const name = (0,yauzl__WEBPACK_IMPORTED_MODULE_0__/* .getFileNameLowLevel */ .ax)(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true);
    const hadBackslashes = name.includes('\\');
    const path = name.replaceAll('\\', '/');
    if (path.startsWith('/') || /^[A-Za-z]:\//.test(path) || path.split('/').includes('..'))
        throw escaping(name);
    const attributes = raw.externalFileAttributes >>> 16;
    const unix = UNIX_MAKERS.has(raw.versionMadeBy >>> 8) && attributes !== 0;
    const type = unix ? attributes & TYPE_MASK : 0;
    const kind = type === SYMLINK ? 'symlink' : type === DIRECTORY || path.endsWith('/') ? 'directory' : 'file';
    const usual = kind === 'directory' ? 0o755 : 0o644;
    return {
        entry: {
            path: path.replace(/^(\.\/)+/, '').replace(/\/+$/, ''),
            kind,
            mode: unix ? attributes & 0o7777 : usual,
            bytes: raw.uncompressedSize,
            crc32: raw.crc32,
        },
        hadBackslashes,
    };
}
const escaping = (name) => new _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l({
    code: 'bundle-path-escapes',
    blame: 'you',
    what: `The bundle has an entry "${name}" whose path leaves the directory it is unpacked to.`,
    hint: 'Make the archive from inside the application directory, with relative paths.',
});
function unreadable(error, path) {
    const missing = (0,_system_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT';
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l({
        code: missing ? 'bundle-missing' : 'bundle-not-a-zip',
        blame: 'you',
        what: missing
            ? `There is no bundle at ${path}.`
            : `The bundle ${path} is not a readable zip archive (${(0,_system_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}).`,
        hint: missing
            ? 'Check the path and that the step which makes the archive ran in this job.'
            : 'Elastic Beanstalk takes a zip or WAR file; make one with "zip -r" or give a directory instead.',
    }, { cause: error });
}
//# sourceMappingURL=zip-reader.js.map

/***/ })

};

//# sourceMappingURL=5316.index.js.map