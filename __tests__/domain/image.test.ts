import { describe, expect, it } from '@jest/globals';
import { ecrRegistry, imageName, parseImage } from '../../src/domain/image.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the reference of an image', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['nginx:1.27', 'docker.io/library/nginx:1.27'],
    ['acme/shop', 'docker.io/acme/shop:latest'],
    ['index.docker.io/acme/shop:1', 'docker.io/acme/shop:1'],
    ['ghcr.io/acme/shop:v1.4', 'ghcr.io/acme/shop:v1.4'],
    ['localhost:5000/shop', 'localhost:5000/shop:latest'],
    ['localhost/shop:2', 'localhost/shop:2'],
    [`ghcr.io/acme/shop@${DIGEST}`, `ghcr.io/acme/shop@${DIGEST}`],
    // The tag beside a digest says nothing that holds.
    [`ghcr.io/acme/shop:v1@${DIGEST}`, `ghcr.io/acme/shop@${DIGEST}`],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop_api-v2', undefined],
  ])('%s is %s', (text, name) => {
    const read = parseImage(text);
    expect('image' in read && imageName(read.image)).toBe(name ?? `${text}:latest`);
  });

  it.each([
    ['Shop', 'small letters'],
    ['ghcr.io/acme/shop:', 'tag'],
    ['ghcr.io/acme/shop:-x', 'tag'],
    ['ghcr.io/acme/shop@sha256:123', 'digest'],
    [`a@${DIGEST}@${DIGEST}`, 'more than one'],
    ['https://ghcr.io/acme/shop', 'host'],
    ['ghcr.io/acme/../shop', 'form'],
    ['ghcr.io/acme/shop\n: x', 'tag'],
    ['ghcr.io/acme/$(id)', 'form'],
    ['-x.io/shop', 'host'],
    [`ghcr.io/${'a'.repeat(256)}`, 'form'],
  ])('%j is none', (text, because) => {
    const read = parseImage(text);
    expect('because' in read ? read.because : read.image).toContain(because);
  });

  it.each([
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', { account: '123456789012', region: 'eu-west-1' }],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', { account: '123456789012', region: 'us-gov-west-1' }],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', { account: '123456789012', region: 'cn-north-1' }],
    ['123456789012.dkr-ecr.us-east-1.on.aws', { account: '123456789012', region: 'us-east-1' }],
    ['public.ecr.aws', undefined],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.example', undefined],
  ])('%s as a registry of Amazon ECR: %j', (host, wanted) => expect(ecrRegistry(host)).toEqual(wanted));
});
