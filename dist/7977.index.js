export const id = 7977;
export const ids = [7977];
export const modules = {

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

//# sourceMappingURL=7977.index.js.map