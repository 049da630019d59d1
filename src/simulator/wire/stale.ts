/** Remembers what reads answered, so that a scenario can answer with the world of some seconds ago. */
import type { Instant } from '../../domain/time.js';

type Result = Readonly<Record<string, unknown>> | undefined;
type Input = Readonly<Record<string, unknown>>;

interface Remembered {
  readonly at: Instant;
  readonly text: string;
  readonly result: Result;
}

interface Question {
  readonly action: string;
  readonly input: Input;
  readonly answers: Remembered[];
}

/** Bounds: that many different questions, that many answers to each. */
const MAX_QUESTIONS = 100;
const MAX_ANSWERS = 200;

/** History of answers to reads, kept only while a scenario has a `stale-read` fault. */
export interface ReadHistory {
  /** Asks every known question again and remembers the answers; called before each write and at each settle. */
  refresh(now: Instant, ask: (action: string, input: Input) => Result): void;
  /** The newest remembered answer that is at least `age` old; `undefined` when there is none. */
  recall(action: string, input: Input, now: Instant, age: number): { readonly result: Result } | undefined;
  remember(action: string, input: Input, now: Instant, result: Result): void;
  clear(): void;
}

export function createReadHistory(): ReadHistory {
  const questions = new Map<string, Question>();
  const keyOf = (action: string, input: Input): string => `${action} ${JSON.stringify(input)}`;
  const note = (question: Question, at: Instant, result: Result): void => {
    const text = JSON.stringify(result) ?? '';
    // What has not changed since needs no second entry: the answer of a moment is the newest one before it.
    if (question.answers.at(-1)?.text === text) return;
    question.answers.push({ at, text, result });
    if (question.answers.length > MAX_ANSWERS) question.answers.shift();
  };
  return {
    refresh: (now, ask) => {
      for (const question of questions.values()) note(question, now, ask(question.action, question.input));
    },
    recall: (action, input, now, age) =>
      questions.get(keyOf(action, input))?.answers.findLast((answer) => answer.at <= now - age),
    remember: (action, input, now, result) => {
      const key = keyOf(action, input);
      const question = questions.get(key) ?? { action, input, answers: [] };
      if (!questions.has(key) && questions.size >= MAX_QUESTIONS) questions.delete(questions.keys().next().value ?? '');
      questions.set(key, question);
      note(question, now, result);
    },
    clear: () => questions.clear(),
  };
}
