/** Reads a zip with the library that the action itself uses, so that what the simulator writes is judged by a stranger. */
import yauzl from 'yauzl';

export function readZipNames(bytes: Buffer): Promise<readonly string[]> {
  return new Promise((done, fail) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null || zip === undefined) return fail(error);
      const names: string[] = [];
      zip.on('entry', (entry: { readonly fileName: string }) => {
        names.push(entry.fileName);
        zip.readEntry();
      });
      zip.on('end', () => done(names));
      zip.on('error', fail);
      zip.readEntry();
    });
  });
}
