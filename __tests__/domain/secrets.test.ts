import { describe, expect, it } from '@jest/globals';
import { passwordsIn, secretsOf } from '../../src/domain/secrets.js';

describe('what is masked of a variable', () => {
  it.each<[string, string, string, string[]]>([
    ['a secret by its name', 'CLIENT_SECRET', 'hunter2hunter2', ['hunter2hunter2']],
    ['also a short one', 'DB_PASSWORD', 'abcd', ['abcd']],
    ['a token', 'GITHUB_TOKEN', 'ghp_123456', ['ghp_123456']],
    ['a key as a word', 'SIGNING_KEY', 'k-123456', ['k-123456']],
    ['a key in camel case', 'encryptionKey', 'k-123456', ['k-123456']],
    ['a key in front', 'KEY', 'k-123456', ['k-123456']],
    ['nothing of a name that only sounds like it', 'MONKEY_MODE', 'production', []],
    ['nothing of an author', 'AUTHOR_NAME', 'Jane Doe', []],
    ['an authorization', 'AUTHORIZATION', 'Bearer abc', ['Bearer abc']],
    ['nothing of an ordinary variable', 'MODE', 'production', []],
    ['nothing shorter than four characters', 'API_TOKEN', '123', []],
    ['nothing that every log is full of', 'AUTH_REQUIRED', 'true', []],
    ['nothing empty', 'API_TOKEN', '', []],
    [
      'a multi-line value line by line, without lines that are too short',
      'SERVICE_CREDENTIALS',
      '{\n  "user": "app",\r\n  "pass": "pa55word"\n}\n',
      ['"user": "app",', '"pass": "pa55word"'],
    ],
    [
      'the password in an address, and the address',
      'DATABASE_URL',
      'postgres://app:pa55word@db/shop',
      ['postgres://app:pa55word@db/shop', 'pa55word'],
    ],
    ['nothing of an address without a password', 'HOME_URL', 'https://example.org:8080/a@b', []],
    [
      'the address alone when its password is too short',
      'CACHE_URL',
      'redis://:abc@cache:6379',
      ['redis://:abc@cache:6379'],
    ],
  ])('%s', (_, name, value, masked) => {
    expect(secretsOf(name, value)).toEqual(masked);
  });

  it('a password is found as it is written and as it is meant, in every address of the text', () => {
    expect(passwordsIn('redis://:abc@three amqp://u:p%40ss@one/x, amqp://u:other@two')).toEqual([
      'p%40ss',
      'p@ss',
      'other',
    ]);
    expect(passwordsIn('mysql://u:a@b:c@host/x')).toEqual(['a@b:c']);
    expect(passwordsIn('https://u:100%@host')).toEqual(['100%']);
  });
});
