/** Events of a run: the ones that mattered, then all of them, folded. Pure. */
import type { SeenEvent } from '../../domain/event.js';
import { foreignMarkdown } from '../foreign-markdown.js';
import type { RunRecord } from '../record.js';
import { markdownTable } from '../table.js';
import { plural, timeOfDay } from '../words.js';
import type { Rows } from './page.js';

/** Events that mattered, at most. */
const MOST = 25;
const MESSAGE = 500;
/** With more events than this, their messages are cut shorter, so that more of them fit. */
const MANY = 2_000;
const SHORT_MESSAGE = 200;

export function eventsOf({ progress }: RunRecord): readonly SeenEvent[] {
  return progress.flatMap((each) => (each.type === 'event-seen' ? [each.event] : []));
}

const isBad = ({ severity }: SeenEvent): boolean => severity === 'WARN' || severity === 'ERROR' || severity === 'FATAL';

/** Turning points among the INFO events, as the service words them (observed). Only for the eye: no verdict hangs on them. */
const TURNING_POINT =
  /^(Environment (update|health)|Batch \d|New application version|Rolled back|Command execution completed|Successfully|Deployment |Swapping|Completed swap|Added instance|Removed instance|(create|terminate|swap)Environment|Created Auto Scaling|Deleted Auto Scaling)/;

const matters = (event: SeenEvent): boolean => isBad(event) || TURNING_POINT.test(event.message);

const MARK: Partial<Record<SeenEvent['severity'], string>> = { WARN: '⚠️\u00a0', ERROR: '❌\u00a0', FATAL: '❌\u00a0' };

/** Rows of a table; with a column for the environment when there are several. */
class Table {
  readonly #several: boolean;

  constructor(all: readonly SeenEvent[]) {
    this.#several = new Set(all.flatMap(({ environmentName }) => environmentName ?? [])).size > 1;
  }

  get head(): readonly string[] {
    return ['Time (UTC)', 'Severity', ...(this.#several ? ['Environment'] : []), 'Event'];
  }

  cells(event: SeenEvent, limit: number): readonly string[] {
    const whose = event.attribution === 'other' ? ' (another request)' : '';
    return [
      timeOfDay(event.date),
      `${MARK[event.severity] ?? ''}${event.severity}`,
      ...(this.#several ? [foreignMarkdown(event.environmentName ?? '', 60)] : []),
      `${foreignMarkdown(event.message, limit)}${whose}`,
    ];
  }
}

/** The bad ones first, of the rest the newest; in the order of the service. */
export function eventsThatMattered(all: readonly SeenEvent[]): readonly SeenEvent[] {
  const chosen = all.filter(matters);
  if (chosen.length <= MOST) return chosen;
  const bad = chosen.filter(isBad).slice(-MOST);
  const rest = chosen.filter((event) => !isBad(event)).slice(-(MOST - bad.length) || chosen.length);
  const wanted = new Set(bad.length < MOST ? [...bad, ...rest] : bad);
  return chosen.filter((event) => wanted.has(event));
}

export function mattered(all: readonly SeenEvent[]): string {
  const shown = eventsThatMattered(all);
  if (shown.length === 0) return '';
  const table = new Table(all);
  return `### Events that mattered\n\n${markdownTable([table.head, ...shown.map((event) => table.cells(event, MESSAGE))])}`;
}

/** All of them; where there is no room for all, the bad ones and the newest. */
export function eventRows(all: readonly SeenEvent[]): Rows | undefined {
  if (all.length === 0) return undefined;
  const limit = all.length > MANY ? SHORT_MESSAGE : MESSAGE;
  const table = new Table(all);
  const placed = all.map((event, place) => ({ event, place }));
  const wanted = [
    ...placed.filter(({ event }) => isBad(event)).reverse(),
    ...placed.filter(({ event }) => !isBad(event)).reverse(),
  ];
  return {
    head: (shown) => {
      const title =
        shown < all.length
          ? `${shown} of ${plural(all.length, 'event')}: warnings, errors and the newest; all are in the JSON report`
          : plural(all.length, 'event');
      return `<details><summary>${title}</summary>\n\n${markdownTable([table.head])}\n`;
    },
    lines: wanted.map(({ event, place }) => ({
      place,
      get text() {
        return `| ${table.cells(event, limit).join(' | ')} |`;
      },
    })),
    foot: '\n\n</details>',
  };
}
