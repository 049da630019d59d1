export const id = 9607;
export const ids = [9607,5316];
export const modules = {

/***/ 79607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zipArchives: () => (/* binding */ zipArchives)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/adapters/bundle/zip-reader.js
var zip_reader = __webpack_require__(95316);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(51306);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-format.js
/** What both writers of zips agree on: dates, modes, compression, and how they fail. */


/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);
/** As `zip` and most tools by default. */
const LEVEL = 6;
/** File types in the upper half of a Unix mode (stat(2)). */
const FILE_TYPES = { file: 0o100_000, text: 0o100_000, directory: 0o040_000, symlink: 0o120_000 };
/** A file has another size than when it was listed: whatever would be packed is half of something. */
class ChangedMeanwhile extends Error {
}
const tooLarge = (limitBytes, to) => new problem/* ActionError */.l({
    code: 'bundle-too-large',
    blame: 'you',
    what: `The bundle ${to} grew beyond ${Math.round(limitBytes / 1_048_576)} MB, the largest that Elastic Beanstalk takes.`,
    hint: 'Leave out what the application does not need: list it in .ebignore or in the exclude patterns.',
});
function unpackable(error, to) {
    if (error instanceof problem/* ActionError */.l)
        return error;
    const changed = error instanceof ChangedMeanwhile || (0,errors/* messageOf */.bD)(error).includes('unexpected number of bytes');
    return new problem/* ActionError */.l({
        code: 'bundle-not-made',
        blame: 'you',
        what: changed
            ? `A file changed while it was packed into ${to}.`
            : `The bundle ${to} could not be made: ${(0,errors/* messageOf */.bD)(error)}.`,
        hint: 'Check that every file is readable, that no other step writes to the directory, and that the disk has space left.',
    }, { cause: error });
}
//# sourceMappingURL=zip-format.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/compress.js
/** Reads and compresses files on all cores, and hands them over in their order. */







/** Larger files are streamed, so that memory does not grow with them. */
const STREAMED_BYTES = 4 * 1024 * 1024;
/** How much goes to a thread in one message, and how many messages are under way for each thread. */
const BATCH = { bytes: 1024 * 1024, files: 64 };
const AHEAD = 3;
/** Below that, threads take longer to start than they save. */
const WORTH_THREADS = { bytes: 4 * 1024 * 1024, files: 100 };
const MOST_THREADS = 4;
/** Runs in its own thread. As a text, because it then is the same from source, compiled, and bundled into one file. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { crc32, deflateRawSync } = require('node:zlib');
parentPort.on('message', ({ id, paths, level }) => {
  try {
    const made = paths.map((path) => {
      const content = readFileSync(path);
      return { bytes: content.length, crc: crc32(content), data: Uint8Array.from(deflateRawSync(content, { level })) };
    });
    parentPort.postMessage({ id, made }, made.map(({ data }) => data.buffer));
  } catch (error) {
    parentPort.postMessage({ id, error: error.message });
  }
});`;
/** Threads that take turns. */
class Threads {
    #workers;
    #waiting = new Map();
    #sent = 0;
    constructor(count) {
        this.#workers = Array.from({ length: count }, () => {
            const worker = new external_node_worker_threads_.Worker(THREAD, { eval: true });
            worker.on('message', ({ id, made, error }) => {
                const one = this.#waiting.get(id);
                this.#waiting.delete(id);
                if (error === undefined)
                    one?.resolve(made);
                else
                    one?.reject(new Error(error));
            });
            worker.on('error', (error) => {
                for (const { reject } of this.#waiting.values())
                    reject(error instanceof Error ? error : new Error(String(error)));
            });
            return worker;
        });
    }
    get count() {
        return this.#workers.length;
    }
    compress(paths) {
        const id = this.#sent;
        this.#sent += 1;
        const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
        this.#workers[id % this.#workers.length]?.postMessage({ id, paths, level: LEVEL });
        // Whoever stops early does not ask for the rest.
        answer.catch(() => { });
        return answer;
    }
    async end() {
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
}
/** Every entry, in its order. Whoever stops before the end ends the threads too. */
async function* compressed(entries) {
    const threads = worthThreads(entries) ? new Threads(Math.min(MOST_THREADS, (0,external_node_os_.availableParallelism)())) : undefined;
    try {
        const batches = batchesOf(entries);
        const ahead = [];
        const fill = () => {
            while (ahead.length < AHEAD * (threads?.count ?? 0) + 1) {
                const { value: batch } = batches.next();
                if (batch === undefined)
                    return;
                ahead.push(compressBatch(batch, threads));
            }
        };
        for (;;) {
            fill();
            const next = await ahead.shift();
            if (next === undefined)
                return;
            yield* next;
        }
    }
    finally {
        await threads?.end();
    }
}
function worthThreads(entries) {
    let bytes = 0;
    let files = 0;
    for (const entry of entries) {
        if (entry.kind !== 'file' || entry.bytes > STREAMED_BYTES)
            continue;
        bytes += entry.bytes;
        files += 1;
    }
    return bytes >= WORTH_THREADS.bytes && files >= WORTH_THREADS.files;
}
/** Neighbours together; a large file alone. */
function* batchesOf(entries) {
    let batch = [];
    let bytes = 0;
    for (const entry of entries) {
        const size = entry.kind === 'file' ? entry.bytes : 0;
        if (batch.length > 0 && (bytes + size > BATCH.bytes || batch.length === BATCH.files)) {
            yield batch;
            batch = [];
            bytes = 0;
        }
        batch.push(entry);
        bytes += size;
    }
    if (batch.length > 0)
        yield batch;
}
async function compressBatch(batch, threads) {
    const small = (entry) => entry.kind === 'file' && entry.bytes <= STREAMED_BYTES;
    const files = batch.filter(small);
    const paths = files.map(({ source }) => source);
    const made = files.length === 0 ? [] : await (threads === undefined ? compressHere(paths) : threads.compress(paths));
    const byEntry = new Map(files.map((file, index) => [file, made[index]]));
    return batch.map((entry) => {
        const one = byEntry.get(entry);
        if (one === undefined || entry.kind !== 'file')
            return inMemory(entry);
        if (one.bytes !== entry.bytes)
            throw new ChangedMeanwhile(entry.path);
        return { entry, stored: false, chunks: [one.data], original: { bytes: one.bytes, crc: one.crc } };
    });
}
const compressHere = (paths) => Promise.all(paths.map(async (path) => {
    const content = await (0,promises_.readFile)(path);
    return { bytes: content.length, crc: (0,external_node_zlib_.crc32)(content), data: (0,external_node_zlib_.deflateRawSync)(content, { level: LEVEL }) };
}));
function inMemory(entry) {
    switch (entry.kind) {
        case 'file':
            return streamed(entry);
        case 'text':
            return packed(entry, Buffer.from(entry.text, 'utf8'), true);
        case 'symlink':
            return packed(entry, Buffer.from(entry.target, 'utf8'), false);
        case 'directory':
            return packed(entry, Buffer.alloc(0), false);
    }
}
const packed = (entry, content, deflated) => ({
    entry,
    stored: !deflated,
    chunks: [deflated ? (0,external_node_zlib_.deflateRawSync)(content, { level: LEVEL }) : content],
    original: { bytes: content.length, crc: (0,external_node_zlib_.crc32)(content) },
});
/** Read when it is its turn. */
function streamed(entry) {
    const original = { bytes: 0, crc: 0 };
    async function* watched(source) {
        for await (const chunk of source) {
            original.bytes += chunk.length;
            original.crc = (0,external_node_zlib_.crc32)(chunk, original.crc);
            yield chunk;
        }
        if (original.bytes !== entry.bytes)
            throw new ChangedMeanwhile(entry.path);
    }
    return { entry, stored: false, chunks: deflated(() => watched((0,external_node_fs_.createReadStream)(entry.source))), original };
}
async function* deflated(open) {
    const deflate = (0,external_node_zlib_.createDeflateRaw)({ level: LEVEL });
    (0,external_node_stream_.pipeline)(open(), deflate, () => { });
    for await (const chunk of deflate)
        yield chunk;
}
//# sourceMappingURL=compress.js.map
// EXTERNAL MODULE: ./node_modules/yazl/index.js
var yazl = __webpack_require__(93044);
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-writer-many.js
/** Writes zips of more entries than the classic format counts (Zip64), one after the other, by yazl. */







const OPTIONS = { mtime: DATE, forceDosTimestamp: true };
async function packMany(entries, to, limitBytes) {
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
        throw unpackable(error, to);
    }
}
function add(zip, entry) {
    switch (entry.kind) {
        case 'file': {
            const options = {
                ...OPTIONS,
                mode: FILE_TYPES.file | entry.mode,
                compressionLevel: LEVEL,
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
                mode: FILE_TYPES.file | entry.mode,
                compressionLevel: LEVEL,
            });
            return;
        case 'symlink':
            zip.addBuffer(Buffer.from(entry.target, 'utf8'), entry.path, {
                ...OPTIONS,
                mode: FILE_TYPES.symlink | 0o777,
                compressionLevel: 0,
            });
            return;
        case 'directory':
            zip.addEmptyDirectory(entry.path, { ...OPTIONS, mode: FILE_TYPES.directory | entry.mode });
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
//# sourceMappingURL=zip-writer-many.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-writer.js
/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */









/** PKZIP's APPNOTE.txt, 4.4.22: two bytes; one more means Zip64. */
const MOST_ENTRIES = 65_534;
/** APPNOTE.txt, 4.4.2.2 and 4.4.5. */
const UNIX = 3;
const STORED = 0;
const DEFLATED = 8;
async function packArchive(entries, to, limitBytes) {
    if (entries.length > MOST_ENTRIES)
        return packMany(entries, to, limitBytes);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    const file = (0,external_node_fs_.createWriteStream)(to);
    try {
        await write(entries, file, (bytes) => {
            if (bytes > limitBytes)
                throw tooLarge(limitBytes, to);
        });
        file.end();
        await (0,external_node_stream_promises_.finished)(file);
    }
    catch (error) {
        file.destroy();
        await (0,promises_.rm)(to, { force: true });
        throw unpackable(error, to);
    }
}
/** `check` is told how many bytes there are by now, and throws when they are too many. */
async function write(entries, file, check) {
    // A file that cannot be written (any more) never has room again.
    const broken = new Promise((_, reject) => void file.once('error', reject));
    broken.catch(() => { });
    let bytes = 0;
    let hasRoom = true;
    const zip = new esm/* Zip */.qQ((error, chunk) => {
        if (error !== null)
            throw error;
        bytes += chunk.length;
        hasRoom = file.write(chunk);
    });
    for await (const one of compressed(entries)) {
        const input = inputOf(one);
        zip.add(input);
        for await (const chunk of one.chunks) {
            tell(input, chunk, false);
            check(bytes);
            if (!hasRoom)
                await Promise.race([(0,external_node_events_.once)(file, 'drain'), broken]);
        }
        Object.assign(input, { size: one.original.bytes, crc: one.original.crc });
        tell(input, new Uint8Array(0), true);
        check(bytes);
    }
    zip.end();
    check(bytes);
}
/** Nothing here lives in memory that threads share, which is all that the type leaves out. */
const tell = (input, chunk, isLast) => input.ondata?.(null, chunk, isLast);
function inputOf({ entry, stored, original }) {
    const mode = entry.kind === 'symlink' ? 0o777 : entry.mode;
    return {
        filename: entry.kind === 'directory' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path,
        size: original.bytes,
        crc: original.crc,
        compression: stored ? STORED : DEFLATED,
        mtime: DATE,
        os: UNIX,
        attrs: ((FILE_TYPES[entry.kind] | mode) << 16) >>> 0,
    };
}
//# sourceMappingURL=zip-writer.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/archives.js
/** Zip archives on disk: yazl writes them, yauzl reads them; streams throughout, so that memory does not grow with them. */



const zipArchives = {
    pack: packArchive,
    list: zip_reader/* listArchive */.d,
    texts: zip_reader/* readTexts */.Z,
    sha256: (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex'),
};
//# sourceMappingURL=archives.js.map

/***/ }),

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

//# sourceMappingURL=9607.index.js.map