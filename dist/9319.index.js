export const id = 9319;
export const ids = [9319,7977];
export const modules = {

/***/ 29319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zipArchives: () => (/* binding */ zipArchives)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/adapters/bundle/zip-reader.js + 1 modules
var zip_reader = __webpack_require__(97977);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(51306);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
var external_node_fs_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_fs_, 2);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./lib/adapters/bundle/deflate-pieces.js
/** Reads, measures and compresses pieces of files: the work that is done in threads. */
/**
 * Synchronous, because a thread has nothing else to do, and a promise for each step of 30,000 files costs more than the
 * steps. Throws what the file system throws. Uses nothing but its parameters.
 */
function deflatePieces(pieces, { fs, zlib, level, room }) {
    const { Z_FINISH, Z_SYNC_FLUSH } = zlib.constants;
    const packed = [];
    const numbers = [];
    let total = 0;
    for (const { source, from, bytes, isLast } of pieces) {
        // One more than there should be: a file that has grown is noticed.
        const wanted = isLast ? bytes + 1 : bytes;
        const file = fs.openSync(source, 'r');
        let read = 0;
        try {
            for (let more = -1; more !== 0 && read < wanted; read += more) {
                more = fs.readSync(file, room, read, wanted - read, from + read);
            }
        }
        finally {
            fs.closeSync(file);
        }
        if (read !== bytes)
            return { changed: source };
        const original = room.subarray(0, bytes);
        const data = zlib.deflateRawSync(original, {
            level,
            // All but the last end between two blocks and two bytes: what follows is read on as the same stream.
            finishFlush: isLast ? Z_FINISH : Z_SYNC_FLUSH,
            // One buffer is enough for nearly everything.
            chunkSize: Math.max(1024, bytes >> 1),
        });
        packed.push(data);
        numbers.push({ crc: zlib.crc32(original), packedBytes: data.length });
        total += data.length;
    }
    const data = new Uint8Array(total);
    let at = 0;
    for (const one of packed) {
        data.set(one, at);
        at += one.length;
    }
    return { pieces: numbers, data };
}
//# sourceMappingURL=deflate-pieces.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/pieces.js
/**
 * Larger files are cut here. Each piece is compressed without knowledge of the one before, which costs a few bytes in a
 * thousand and lets all cores work on one file.
 */
const PIECE_BYTES = 1024 * 1024;
const BATCH_FILES = 64;
/** Neighbours together, in their order. What is in a batch follows from the entries alone. */
function* batchesOf(entries) {
    let batch = [];
    let bytes = 0;
    for (const entry of entries) {
        for (const piece of piecesOf(entry)) {
            if (batch.length > 0 && (bytes + piece.bytes > PIECE_BYTES || batch.length === BATCH_FILES)) {
                yield batch;
                batch = [];
                bytes = 0;
            }
            batch.push(piece);
            bytes += piece.bytes;
        }
    }
    if (batch.length > 0)
        yield batch;
}
function* piecesOf(entry) {
    const bytes = entry.kind === 'file' ? entry.bytes : 0;
    for (let from = 0; from + PIECE_BYTES < bytes; from += PIECE_BYTES) {
        yield { entry, from, bytes: PIECE_BYTES, isLast: false };
    }
    const rest = bytes === 0 ? 0 : ((bytes - 1) % PIECE_BYTES) + 1;
    yield { entry, from: bytes - rest, bytes: rest, isLast: true };
}
const isOfFile = (piece) => piece.entry.kind === 'file';
//# sourceMappingURL=pieces.js.map
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-format.js
/** What both writers of zips agree on: dates, modes, compression, what is told of an entry, and how they fail. */


/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);
/** As `zip` and most tools by default. */
const LEVEL = 6;
/** File types in the upper half of a Unix mode (stat(2)). */
const FILE_TYPES = { file: 0o100_000, text: 0o100_000, directory: 0o040_000, symlink: 0o120_000 };
/** Symbolic links have no permissions of their own. */
const permissionsOf = (entry) => (entry.kind === 'symlink' ? 0o777 : entry.mode);
/** File type and permissions. */
const modeOf = (entry) => FILE_TYPES[entry.kind] | permissionsOf(entry);
const asListed = (entry, bytes, crc) => ({
    path: entry.path,
    kind: entry.kind === 'text' ? 'file' : entry.kind,
    mode: permissionsOf(entry),
    bytes,
    crc32: crc,
});
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
/** Has files read and compressed, on all cores when they are worth it, and hands them over in their order. */







/** Below that, threads take longer to start than they save. */
const WORTH_THREADS_BYTES = 4 * 1024 * 1024;
const MOST_THREADS = 4;
/** How many batches a thread holds, so that it need not wait for the next, and how many are made and not yet asked for. */
const HELD = 2;
const AHEAD = 4;
/** A thread makes much that it needs only once; with less room for that, it is given back sooner. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };
/** Every piece, in its order. Whoever stops before the end ends the threads too. `threads`: how many at most. */
async function* compressed(entries, threads = Math.min(MOST_THREADS, (0,external_node_os_.availableParallelism)())) {
    const batches = batchesOf(entries);
    if (!worthThreads(entries)) {
        const tools = { fs: external_node_fs_namespaceObject, zlib: external_node_zlib_namespaceObject, level: LEVEL, room: Buffer.allocUnsafe(PIECE_BYTES + 1) };
        for (const pieces of batches)
            yield { pieces, deflated: made(deflatePieces(toDeflate(pieces), tools)) };
        return;
    }
    const pool = new Threads(threads);
    try {
        const ahead = [];
        for (;;) {
            while (ahead.length < AHEAD * threads) {
                const { value: pieces } = batches.next();
                if (pieces === undefined)
                    break;
                ahead.push(pool.deflate(pieces));
            }
            const next = ahead.shift();
            if (next === undefined)
                return;
            yield await next;
        }
    }
    finally {
        await pool.end();
    }
}
function worthThreads(entries) {
    let bytes = 0;
    for (const entry of entries)
        bytes += entry.kind === 'file' ? entry.bytes : 0;
    return bytes >= WORTH_THREADS_BYTES;
}
/** The same function in a thread of its own. As a text, because it then is the same from source, compiled, and bundled. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
const room = Buffer.allocUnsafe(${PIECE_BYTES + 1});
const tools = { fs: require('node:fs'), zlib: require('node:zlib'), level: ${LEVEL}, room };
const deflatePieces = ${deflatePieces};
parentPort.on('message', (pieces) => {
  try {
    const answer = deflatePieces(pieces, tools);
    parentPort.postMessage(answer, answer.data === undefined ? [] : [answer.data.buffer]);
  } catch (error) {
    parentPort.postMessage({ error: error.message });
  }
});`;
const toDeflate = (pieces) => pieces.filter(isOfFile).map(({ entry, from, bytes, isLast }) => ({ source: entry.source, from, bytes, isLast }));
function made(answer) {
    if ('error' in answer)
        throw new Error(answer.error);
    if ('changed' in answer)
        throw new ChangedMeanwhile(answer.changed);
    return answer;
}
/** Each takes the next batch when it has room for one. */
class Threads {
    #threads;
    #waiting = [];
    constructor(count) {
        this.#threads = Array.from({ length: count }, () => {
            const thread = { worker: new external_node_worker_threads_.Worker(THREAD, { eval: true, resourceLimits: LIMITS }), held: [] };
            thread.worker.on('message', (answer) => {
                thread.held.shift()?.resolve(answer);
                this.#handOut();
            });
            thread.worker.on('error', (error) => {
                for (const { reject } of [...thread.held.splice(0), ...this.#waiting.splice(0)])
                    reject(error);
            });
            return thread;
        });
    }
    deflate(pieces) {
        const asked = toDeflate(pieces);
        const answer = new Promise((resolve, reject) => {
            this.#waiting.push({ pieces: asked, resolve, reject });
        });
        this.#handOut();
        const batch = answer.then((one) => ({ pieces, deflated: made(one) }));
        // Whoever stops early does not ask for the rest.
        batch.catch(() => { });
        return batch;
    }
    async end() {
        await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    }
    #handOut() {
        for (let round = 1; round <= HELD; round += 1) {
            for (const { worker, held } of this.#threads) {
                if (held.length >= round)
                    continue;
                const task = this.#waiting.shift();
                if (task === undefined)
                    return;
                held.push(task);
                worker.postMessage(task.pieces);
            }
        }
    }
}
//# sourceMappingURL=compress.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/crc32.js
/** The CRC-32 of a whole from those of its parts, so that the parts can be read side by side. */
/** The polynomial of CRC-32 (PKWARE APPNOTE.txt, 4.4.7), lowest power in the highest bit. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
/** The product of two polynomials over GF(2), modulo the polynomial of CRC-32. */
function times(left, right) {
    let product = 0;
    let shifted = right;
    for (let bit = ONE; bit !== 0; bit >>>= 1) {
        if ((left & bit) !== 0)
            product ^= shifted;
        shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
    }
    return product >>> 0;
}
/** x to the power of eight times `bytes`: what appending that many bytes multiplies a CRC by. */
function shiftBy(bytes) {
    let power = ONE;
    // x⁸, then its square for every binary digit.
    let factor = ONE >>> 8;
    for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
        if (rest % 2 === 1)
            power = times(power, factor);
        factor = times(factor, factor);
    }
    return power;
}
/** As `crc32_combine` of zlib: the CRC of one text and another after it, which is `bytes` long. */
const crcOfBoth = (crc, next, bytes) => (times(shiftBy(bytes), crc) ^ next) >>> 0;
//# sourceMappingURL=crc32.js.map
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/yazl/index.js
var yazl = __webpack_require__(93044);
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip64-writer.js
/** Writes zips of more or larger entries than the classic format counts (Zip64), one after the other, by yazl. */








async function packZip64(entries, to, limitBytes) {
    const zip = new yazl/* ZipFile */.u();
    const output = zip.outputStream;
    zip.on('error', (error) => output.destroy(error));
    try {
        for (const entry of entries)
            add(zip, entry);
        zip.end();
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,external_node_stream_promises_.pipeline)(output, limited(limitBytes, to), (0,external_node_fs_.createWriteStream)(to));
        return await (0,zip_reader/* listArchive */.d)(to);
    }
    catch (error) {
        await (0,promises_.rm)(to, { force: true });
        throw unpackable(error, to);
    }
}
function add(zip, entry) {
    const options = { mtime: DATE, forceDosTimestamp: true, mode: modeOf(entry) };
    switch (entry.kind) {
        case 'file':
            zip.addReadStreamLazy(entry.path, { ...options, compressionLevel: LEVEL, size: entry.bytes }, (open) => {
                // Opened when its turn comes: thousands of open files would exceed the limit of the system. A size that
                // differs from what was listed makes yazl fail, so that a file that changes meanwhile is never packed half.
                const stream = (0,external_node_fs_.createReadStream)(entry.source);
                stream.once('error', (error) => zip.emit('error', error));
                open(null, stream);
            });
            return;
        case 'text':
            zip.addBuffer(Buffer.from(entry.text, 'utf8'), entry.path, { ...options, compressionLevel: LEVEL });
            return;
        case 'symlink':
            zip.addBuffer(Buffer.from(entry.target, 'utf8'), entry.path, { ...options, compressionLevel: 0 });
            return;
        case 'directory':
            zip.addEmptyDirectory(entry.path, options);
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
//# sourceMappingURL=zip64-writer.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-writer.js
/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */









/** PKWARE's APPNOTE.txt, 4.4.22 and 4.4.9: what the classic format can count in two bytes, and in four. Beyond is Zip64. */
const MOST_ENTRIES = 65_534;
const MOST_BYTES = 0xff000000;
/** APPNOTE.txt, 4.4.2.2 and 4.4.5. */
const UNIX = 3;
const METHODS = { stored: 0, deflated: 8 };
const needsZip64 = (entries) => entries.length > MOST_ENTRIES || entries.some((entry) => entry.kind === 'file' && entry.bytes >= MOST_BYTES);
/** `threads`: how many at most, for tests; the bytes are the same with any number. */
async function packArchive(entries, to, limitBytes, threads) {
    if (needsZip64(entries))
        return packZip64(entries, to, limitBytes);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    let file;
    try {
        file = await (0,promises_.open)(to, 'w');
        const writing = new Writing(file, (bytes) => {
            if (bytes > limitBytes)
                throw tooLarge(limitBytes, to);
        });
        for await (const batch of compressed(entries, threads))
            await writing.add(batch);
        const bytes = await writing.end();
        await file.close();
        return { bytes, entries: writing.entries, backslashes: false };
    }
    catch (error) {
        await file?.close().catch(() => { });
        await (0,promises_.rm)(to, { force: true });
        throw unpackable(error, to);
    }
}
/** For most batches. */
const ROOM_BYTES = 256 * 1024;
/** An archive that grows at its end. */
class Writing {
    entries = [];
    #file;
    /** Is told how many bytes there are by now, and throws when they are too many. */
    #check;
    #zip;
    /** What is not in the file yet. */
    #chunks = [];
    #waiting = 0;
    #written = 0;
    #room = Buffer.allocUnsafe(ROOM_BYTES);
    #begun;
    constructor(file, check) {
        this.#file = file;
        this.#check = check;
        this.#zip = new esm/* Zip */.qQ((error, chunk) => {
            if (error !== null)
                throw error;
            this.#chunks.push(chunk);
            this.#waiting += chunk.length;
        });
    }
    async add(batch) {
        for (const content of contents(batch))
            this.#put(content);
        await this.#write();
    }
    /** Answers how long the archive has become. */
    async end() {
        this.#zip.end();
        await this.#write();
        return this.#written;
    }
    #put({ piece: { entry, isLast }, bytes, crc, data }) {
        const begun = this.#begun ?? { input: this.#opened(entry), crc: 0, bytes: 0 };
        const sum = { crc: begun.bytes === 0 ? crc : crcOfBoth(begun.crc, crc, bytes), bytes: begun.bytes + bytes };
        // The record behind the data tells them, so that they may be known last.
        if (isLast)
            Object.assign(begun.input, { crc: sum.crc, size: sum.bytes });
        // Nothing here lives in memory that threads share, which is all that the type leaves out.
        begun.input.ondata?.(null, data, isLast);
        this.#begun = isLast ? undefined : { input: begun.input, ...sum };
        if (isLast)
            this.entries.push(asListed(entry, sum.bytes, sum.crc));
    }
    #opened(entry) {
        const input = {
            filename: entry.kind === 'directory' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path,
            ...{ size: 0, crc: 0, mtime: DATE, os: UNIX },
            compression: isStored(entry) ? METHODS.stored : METHODS.deflated,
            attrs: (modeOf(entry) << 16) >>> 0,
        };
        this.#zip.add(input);
        return input;
    }
    /** In one go, and in the same memory every time: what was there has been written. */
    async #write() {
        this.#check(this.#written + this.#waiting);
        if (this.#waiting > this.#room.length)
            this.#room = Buffer.allocUnsafe(this.#waiting);
        let end = 0;
        for (const chunk of this.#chunks) {
            this.#room.set(chunk, end);
            end += chunk.length;
        }
        this.#chunks = [];
        this.#waiting = 0;
        // The system may take less at once than it is given.
        for (let done = 0; done < end;) {
            done += (await this.#file.write(this.#room, done, end - done, this.#written + done)).bytesWritten;
        }
        this.#written += end;
    }
}
function* contents({ pieces, deflated }) {
    const numbers = deflated.pieces.values();
    let at = 0;
    for (const piece of pieces) {
        const one = isOfFile(piece) ? numbers.next().value : undefined;
        if (one === undefined) {
            const content = Buffer.from(textOf(piece.entry), 'utf8');
            const data = isStored(piece.entry) ? content : (0,external_node_zlib_.deflateRawSync)(content, { level: LEVEL });
            yield { piece, bytes: content.length, crc: (0,external_node_zlib_.crc32)(content), data };
            continue;
        }
        yield { piece, bytes: piece.bytes, crc: one.crc, data: deflated.data.subarray(at, at + one.packedBytes) };
        at += one.packedBytes;
    }
}
const isStored = ({ kind }) => kind === 'symlink' || kind === 'directory';
/** What is on no disk. */
function textOf(entry) {
    switch (entry.kind) {
        case 'text':
            return entry.text;
        case 'symlink':
            return entry.target;
        case 'directory':
        case 'file':
            return '';
    }
}
//# sourceMappingURL=zip-writer.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/archives.js
/** Zip archives on disk: written here, read by yauzl. */



const zipArchives = {
    pack: (entries, to, limitBytes) => packArchive(entries, to, limitBytes),
    list: zip_reader/* listArchive */.d,
    texts: zip_reader/* readTexts */.Z,
    sha256: (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex'),
};
//# sourceMappingURL=archives.js.map

/***/ }),

/***/ 97977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ listArchive),
  Z: () => (/* binding */ readTexts),
  textsIn: () => (/* binding */ textsIn)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/adapters/bundle/read-ahead.js


const BLOCK_BYTES = 256 * 1024;
/** What yauzl reads from. Closes the file when yauzl closes it. */
class ReadAhead extends yauzl/* RandomAccessReader */.lJ {
    #file;
    #block = Buffer.alloc(0);
    #from = 0;
    constructor(file) {
        super();
        this.#file = file;
    }
    read(buffer, offset, length, position, callback) {
        if (this.#copied(buffer, offset, length, position)) {
            callback(null);
            return;
        }
        this.#load(position, length).then(() => callback(this.#copied(buffer, offset, length, position) ? null : new Error('unexpected EOF')), callback);
    }
    _readStreamForRange(start, end) {
        // A stream of the file itself would close it at its end.
        return external_node_stream_.Readable.from(this.#blocks(start, end), { objectMode: false });
    }
    close(callback) {
        this.#file.close().then(() => callback(null), callback);
    }
    #copied(buffer, offset, length, position) {
        const at = position - this.#from;
        if (at < 0 || at + length > this.#block.length)
            return false;
        this.#block.copy(buffer, offset, at, at + length);
        return true;
    }
    async #load(position, length) {
        this.#block = await this.#at(position, Math.max(BLOCK_BYTES, length));
        this.#from = position;
    }
    async *#blocks(start, end) {
        for (let from = start; from < end;) {
            const block = await this.#at(from, Math.min(BLOCK_BYTES, end - from));
            if (block.length === 0)
                return;
            yield block;
            from += block.length;
        }
    }
    /** Less only at the end of the file. */
    async #at(position, length) {
        const block = Buffer.allocUnsafe(length);
        let read = 0;
        for (let more = -1; more !== 0 && read < length; read += more) {
            more = (await this.#file.read(block, read, length - read, position + read)).bytesRead;
        }
        return block.subarray(0, read);
    }
}
//# sourceMappingURL=read-ahead.js.map
;// CONCATENATED MODULE: ./lib/adapters/bundle/zip-reader.js
/** Reads the central directory of a zip and the few texts in it that are checked before an upload. */





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
    const zip = await (0,yauzl/* fromBufferPromise */.SY)(archive, { lazyEntries: true, decodeStrings: false });
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
    let file;
    let zip;
    try {
        file = await (0,promises_.open)(path);
        const { size } = await file.stat();
        // Names are decoded here, because yauzl would turn `\` into `/` without saying so.
        const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
        zip = await (0,yauzl/* fromRandomAccessReaderPromise */.or)(new ReadAhead(file), size, options);
        return await use(zip);
    }
    catch (error) {
        throw error instanceof problem/* ActionError */.l ? error : unreadable(error, path);
    }
    finally {
        if (zip === undefined)
            await file?.close();
        else
            zip.close();
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

/***/ })

};

//# sourceMappingURL=9319.index.js.map