import { describe, expect, it } from '@jest/globals';
import { commandIn, INVISIBLE, PAYLOADS } from '../support/hostile.js';
import { type Shape, shapeOf } from '../support/markdown.js';
import { CARRIERS, type Carrier, type Told, tellAll } from './hostile.js';

/** Every text of others times everything that could be in it. */
const CASES = CARRIERS.flatMap((carrier) => Object.entries(PAYLOADS).map(([what, text]) => ({ carrier, what, text })));

const OUR_HTML = /^(<\/details>|<details><summary>[^<>]*<\/summary>)$/;
const OUR_LINKS =
  /^https:\/\/(github\.com\/(acme\/shop|o\/r)\/|eu-west-1\.console\.aws\.amazon\.com\/elasticbeanstalk\/)/;
/** A mention, a reference, an address, a tag, an image, an open code span. */
const ALIVE = /@\w|#\d|\bGH-\d|https?:|www\.|<\w|!\[|`|:[a-z]\w*:|\$\S|\*\*\S|__\S|~~/;

function expectSilentLog({ lines, annotations }: Told): void {
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
    expect(line).not.toMatch(INVISIBLE);
    expect(commandIn(line)).toBeUndefined();
  }
  for (const level of ['error', 'warning', 'notice']) {
    expect(annotations.filter((one) => one.startsWith(`${level}: `)).length).toBeLessThanOrEqual(10);
  }
  for (const text of annotations) {
    expect(text.length).toBeLessThanOrEqual(4_096);
    expect(text.replaceAll('\n', '')).not.toMatch(INVISIBLE);
    expect(commandIn(text)).toBeUndefined();
  }
}

function expectSound({ html, images, links, texts, blocks }: Shape): void {
  expect(images).toEqual([]);
  for (const tag of html) expect(tag).toMatch(OUR_HTML);
  for (const link of links) expect(link).toMatch(OUR_LINKS);
  for (const text of texts) expect(text.replaceAll('\\~', '')).not.toMatch(ALIVE);
  for (const table of blocks.filter((name) => name.startsWith('table '))) {
    expect(new Set(table.slice('table '.length).split(',')).size).toBe(1);
  }
}

const LINE_OF_GANTT =
  /^ {2}(section [\p{L}\p{N}. -]+|dateFormat .*|axisFormat .*|todayMarker off|[\p{L}\p{N}. -]+ :(done|crit|active), [\d: -]{19}, [\d: -]{19})$/u;
const LINE_OF_CHART =
  /^ {2}(x-axis "minutes" 0 --> [\d.]+|y-axis "(instances|percent of requests to the new version|percent of 5xx answers|p99 in milliseconds)" 0 --> [\d.]+|line \[[\d., ]+\])$/;

function expectSoundDiagrams({ code }: Shape): void {
  const diagrams = code.filter(({ language }) => language === 'mermaid');
  expect(diagrams.length).toBeGreaterThanOrEqual(2);
  for (const { text } of diagrams) {
    expect(text.length).toBeLessThan(50_000);
    const [first = '', ...rest] = text.split('\n').filter((line) => !line.startsWith('%%{init: {"xyChart"'));
    expect(['gantt', 'xychart-beta']).toContain(first);
    for (const line of rest) expect(line).toMatch(first === 'gantt' ? LINE_OF_GANTT : LINE_OF_CHART);
  }
}

function expectSoundCommand({ code }: Shape): void {
  const commands = code.filter(({ language }) => language === 'sh');
  expect(commands).toHaveLength(1);
  expect(commands[0]?.text).toMatch(
    /^gh workflow run rollback\.yml --repo acme\/shop -f version=[\w.+-]+ -f reason=[\w-]+$/,
  );
}

function expectSoundOutputs({ outputs, report }: Told, carrier: Carrier, text: string): void {
  for (const [name, value] of Object.entries(outputs)) if (name !== 'plan') expect(value).not.toMatch(INVISIBLE);
  expect(() => JSON.parse(outputs.plan ?? '')).not.toThrow();
  const told = JSON.parse(report);
  if (carrier === 'event message') {
    expect(told.progress.find((one: { type: string }) => one.type === 'event-seen').event.message).toBe(text);
  }
  for (const line of report.split('\n')) {
    expect(commandIn(line)).toBeUndefined();
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  }
}

describe('texts that others wrote', () => {
  it('are at least two hundred here', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
  });

  it('that are plain make a page with every part', async () => {
    const shape = shapeOf((await tellAll()).summary);
    expectSound(shape);
    expect(shape.blocks.filter((name) => name.startsWith('table ')).length).toBeGreaterThanOrEqual(6);
    expect(shape.links.length).toBeGreaterThanOrEqual(4);
    expect(shape.code.filter(({ text }) => text.includes('y-axis'))).toHaveLength(4);
    expect(shape.blocks.filter((name) => name.startsWith('table 7,7,7'))).toHaveLength(1);
  });

  it.each(CASES)('as $carrier: $what reaches no command, no shell, and breaks nothing', async ({ carrier, text }) => {
    const told = await tellAll({ [carrier]: text });
    const shape = shapeOf(told.summary);
    expectSilentLog(told);
    expectSound(shape);
    expectSoundDiagrams(shape);
    expectSoundCommand(shape);
    expectSoundOutputs(told, carrier, text);
    const plain = shapeOf((await tellAll()).summary);
    expect({ blocks: shape.blocks, html: shape.html, links: shape.links }).toEqual({
      blocks: plain.blocks,
      html: plain.html,
      links: plain.links,
    });
  });
});
