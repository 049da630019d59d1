export const id = 844;
export const ids = [844];
export const modules = {

/***/ 8844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zipArchives: () => (/* binding */ zipArchives)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(6761);
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-reader.js



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
async function withZip(path, use) {
    let zip;
    try {
        // Names are decoded here, because yauzl would turn `\` into `/` without saying so.
        zip = await (0,yauzl/* openPromise */.sO)(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
        return await use(zip);
    }
    catch (error) {
        throw error instanceof problem/* ActionError */.l ? error : unreadable(error, path);
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
    const name = (0,yauzl/* getFileNameLowLevel */.ax)(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true);
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
const escaping = (name) => new problem/* ActionError */.l({
    code: 'bundle-path-escapes',
    blame: 'you',
    what: `The bundle has an entry "${name}" whose path leaves the directory it is unpacked to.`,
    hint: 'Make the archive from inside the application directory, with relative paths.',
});
function unreadable(error, path) {
    const missing = (0,errors/* codeOf */.$N)(error) === 'ENOENT';
    return new problem/* ActionError */.l({
        code: missing ? 'bundle-missing' : 'bundle-not-a-zip',
        blame: 'you',
        what: missing
            ? `There is no bundle at ${path}.`
            : `The bundle ${path} is not a readable zip archive (${(0,errors/* messageOf */.bD)(error)}).`,
        hint: missing
            ? 'Check the path and that the step which makes the archive ran in this job.'
            : 'Elastic Beanstalk takes a zip or WAR file; make one with "zip -r" or give a directory instead.',
    }, { cause: error });
}
//# sourceMappingURL=zip-reader.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/yazl/index.js
var yazl = __webpack_require__(3044);
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-writer.js
/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */








/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);
const OPTIONS = { mtime: DATE, forceDosTimestamp: true };
const COMPRESSION_LEVEL = 6;
/** File types in the upper half of a Unix mode (stat(2)). */
const REGULAR = 0o100_000;
const zip_writer_DIRECTORY = 0o040_000;
const zip_writer_SYMLINK = 0o120_000;
async function packArchive(entries, to, limitBytes) {
    const zip = new yazl/* ZipFile */.u();
    const output = zip.outputStream;
    zip.on('error', (error) => output.destroy(error));
    try {
        for (const entry of entries)
            add(zip, entry);
        zip.end();
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,external_node_stream_promises_.pipeline)(output, limited(limitBytes, to), (0,external_node_fs_.createWriteStream)(to));
    }
    catch (error) {
        await (0,promises_.rm)(to, { force: true });
        throw error instanceof problem/* ActionError */.l ? error : unpackable(error, to);
    }
}
function add(zip, entry) {
    switch (entry.kind) {
        case 'file': {
            const options = {
                ...OPTIONS,
                mode: REGULAR | entry.mode,
                compressionLevel: COMPRESSION_LEVEL,
                size: entry.bytes,
            };
            zip.addReadStreamLazy(entry.path, options, (open) => {
                // Opened when its turn comes: thousands of open files would exceed the limit of the system. A size that
                // differs from what was listed makes yazl fail, so that a file that changes meanwhile is never packed half.
                const stream = (0,external_node_fs_.createReadStream)(entry.source);
                stream.once('error', (error) => zip.emit('error', error));
                open(null, stream);
            });
            return;
        }
        case 'text':
            zip.addBuffer(Buffer.from(entry.text, 'utf8'), entry.path, {
                ...OPTIONS,
                mode: REGULAR | entry.mode,
                compressionLevel: COMPRESSION_LEVEL,
            });
            return;
        case 'symlink':
            zip.addBuffer(Buffer.from(entry.target, 'utf8'), entry.path, {
                ...OPTIONS,
                mode: zip_writer_SYMLINK | 0o777,
                compressionLevel: 0,
            });
            return;
        case 'directory':
            zip.addEmptyDirectory(entry.path, { ...OPTIONS, mode: zip_writer_DIRECTORY | entry.mode });
            return;
    }
}
/** Ends the writing at the limit, instead of filling the disk with what would be refused anyway. */
function limited(limitBytes, to) {
    let written = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            written += chunk.length;
            if (written > limitBytes)
                done(tooLarge(limitBytes, to));
            else
                done(null, chunk);
        },
    });
}
const tooLarge = (limitBytes, to) => new problem/* ActionError */.l({
    code: 'bundle-too-large',
    blame: 'you',
    what: `The bundle ${to} grew beyond ${Math.round(limitBytes / 1_048_576)} MB, the largest that Elastic Beanstalk takes.`,
    hint: 'Leave out what the application does not need: list it in .ebignore or in the exclude patterns.',
});
function unpackable(error, to) {
    const changed = (0,errors/* messageOf */.bD)(error).includes('unexpected number of bytes');
    return new problem/* ActionError */.l({
        code: 'bundle-not-made',
        blame: 'you',
        what: changed
            ? `A file changed while it was packed into ${to}.`
            : `The bundle ${to} could not be made: ${(0,errors/* messageOf */.bD)(error)}.`,
        hint: 'Check that every file is readable, that no other step writes to the directory, and that the disk has space left.',
    }, { cause: error });
}
//# sourceMappingURL=zip-writer.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/archives.js
/** Zip archives on disk: yazl writes them, yauzl reads them; streams throughout, so that memory does not grow with them. */



const zipArchives = {
    pack: packArchive,
    list: listArchive,
    texts: readTexts,
    sha256: (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex'),
};
//# sourceMappingURL=archives.js.map

/***/ })

};

//# sourceMappingURL=844.index.js.map