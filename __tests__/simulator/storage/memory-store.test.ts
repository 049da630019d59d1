/** The store that tests use instead of files behaves as the contract says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createMemoryStore } from '../../../src/simulator/storage/memory-store.js';

describe('the memory store', () => {
  it('answers head, list in key order, and text of what was put', () => {
    const store = createMemoryStore(() => 5);
    store.putText('logs', 'b/2', 'two');
    store.put('logs', 'b/10', Buffer.from('ten'), { hash: 'x' });
    store.putText('logs', 'c', 'three', 'text/html');
    expect(store.list('logs', 'b/').map((object) => object.key)).toEqual(['b/10', 'b/2']);
    expect(store.head('logs', 'b/10')).toMatchObject({ size: 3, metadata: { hash: 'x' }, lastModified: new Date(5) });
    expect(store.head('logs', 'c')?.contentType).toBe('text/html');
    expect(store.text('logs', 'b/2')).toBe('two');
  });

  it('knows nothing of absent buckets and keys', () => {
    const store = createMemoryStore();
    expect(store.hasBucket('a')).toBe(false);
    expect(store.head('a', 'b')).toBeUndefined();
    expect(store.list('a', '')).toEqual([]);
    expect(store.file('a', 'b')).toBeUndefined();
    store.createBucket('a');
    expect(store.hasBucket('a')).toBe(true);
    store.remove('a', 'b');
  });

  it('writes a file with the bytes on demand, and the new bytes after an overwrite', () => {
    const store = createMemoryStore();
    store.put('a', 'k', Buffer.from([1, 2]));
    const first = store.file('a', 'k') ?? '';
    expect([...readFileSync(first)]).toEqual([1, 2]);
    store.put('a', 'k', Buffer.from([3]));
    const second = store.file('a', 'k') ?? '';
    expect([...readFileSync(second)]).toEqual([3]);
    expect([...readFileSync(first)]).toEqual([1, 2]);
    store.dispose();
    expect(() => readFileSync(first)).toThrow();
  });
});
