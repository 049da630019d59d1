import { describe, expect, it } from '@jest/globals';
import { readReady, readyText } from '../../src/simulator/ready-text.js';

describe('what the simulator prints when it is ready', () => {
  const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_SECRET_ACCESS_KEY: 'a/b=c' };
  const text = readyText('http://127.0.0.1:1', environment);

  it('is read back by whoever started it, whatever was printed before', () => {
    expect(readReady(`a warning\n${text}`)).toEqual({ endpoint: 'http://127.0.0.1:1', environment });
  });

  it('is nothing before it is there', () => {
    expect(readReady('')).toBeUndefined();
    expect(readReady('ready http://127.0.0.1')).toBeUndefined();
    expect(readReady(text.slice(0, -1))).toBeUndefined();
  });
});
