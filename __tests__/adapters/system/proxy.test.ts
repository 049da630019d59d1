import { describe, expect, it } from '@jest/globals';
import { proxyFor, proxyGap } from '../../../src/adapters/system/proxy.js';

const PROXY = { https_proxy: 'http://p:3128' };
const through = (url: string, env: Record<string, string>): boolean => proxyFor(new URL(url), env) !== undefined;

describe('NO_PROXY, as curl takes it', () => {
  const AWS = 'https://elasticbeanstalk.eu-west-1.amazonaws.com/';
  it.each([
    ['elasticbeanstalk.eu-west-1.amazonaws.com', AWS, false],
    ['amazonaws.com', AWS, false],
    ['.amazonaws.com', AWS, false],
    ['*.amazonaws.com', AWS, false],
    ['AmazonAWS.com', AWS, false],
    ['amazonaws.com.', AWS, false],
    ['aws.com', AWS, true],
    ['amazonaws.com.cn', AWS, true],
    ['*', AWS, false],
    ['example.org amazonaws.com', AWS, false],
    ['example.org,  amazonaws.com', AWS, false],
    ['', AWS, true],
    [',', AWS, true],
    ['amazonaws.com:443', AWS, false],
    ['amazonaws.com:8443', AWS, true],
    ['example.org:8443', 'https://example.org:8443/', false],
    ['10.0.0.7', 'https://10.0.0.7/', false],
    ['10.0.0.7', 'https://10.0.0.70/', true],
    ['0.0.7', 'https://10.0.0.7/', true],
    ['10.0.0.0/8', 'https://10.200.0.7/', false],
    ['10.0.0.0/8', 'https://11.0.0.7/', true],
    ['10.0.0.0/99', 'https://10.0.0.7/', true],
    ['::1', 'https://[::1]/', false],
    ['[::1]:8443', 'https://[::1]:8443/', false],
    ['[::1]:8443', 'https://[::1]/', true],
    ['fd00::/8', 'https://[fd12::1]/', false],
  ])('%j and %s: through the proxy is %s', (exceptions, url, wanted) => {
    expect(through(url, { ...PROXY, no_proxy: exceptions })).toBe(wanted);
    expect(through(url, { HTTPS_PROXY: 'p:3128', NO_PROXY: exceptions })).toBe(wanted);
  });

  it('in small letters wins, unless it is empty', () => {
    const url = 'https://a.example/';
    expect(through(url, { ...PROXY, no_proxy: 'b.example', NO_PROXY: 'a.example' })).toBe(true);
    expect(through(url, { ...PROXY, no_proxy: '', NO_PROXY: 'a.example' })).toBe(false);
  });
});

describe('the proxy itself', () => {
  it.each([
    ['https://a.example/', { https_proxy: 'http://one:1', HTTPS_PROXY: 'http://two:2' }, 'http://one:1/'],
    ['https://a.example/', { http_proxy: 'http://one:1' }, undefined],
    ['http://a.example/', { http_proxy: 'one:1' }, 'http://one:1/'],
    ['https://a.example/', { ALL_PROXY: 'http://all:1' }, 'http://all:1/'],
    ['https://a.example/', { ALL_PROXY: 'http://all:1', HTTPS_PROXY: 'https://own:2' }, 'https://own:2/'],
    ['https://a.example/', { HTTPS_PROXY: 'socks5://p:1' }, undefined],
    ['https://a.example/', { HTTPS_PROXY: '  ' }, undefined],
  ])('of %s with %j is %s', (url, env, wanted) => expect(proxyFor(new URL(url), env)?.href).toBe(wanted));

  it('that cannot be followed is said, without its password', () => {
    expect(proxyGap({ HTTPS_PROXY: 'socks5://kim:s3cret@p:1' })).toMatch(/^HTTPS_PROXY .* socks5/);
    expect(proxyGap({ HTTPS_PROXY: 'socks5://kim:s3cret@p:1' })).not.toContain('s3cret');
    expect(proxyGap({ HTTPS_PROXY: 'p:3128' })).toBeUndefined();
  });
});
