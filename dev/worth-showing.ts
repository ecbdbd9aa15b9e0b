import { z } from 'zod';

const pinoLine = z.object({ level: z.number(), msg: z.string().optional(), req: z.unknown().optional() });
const warn = 40;
const error = 50;
const perWindow = 5;
const windowMs = 30_000;

/**
 * Picks what a person should see at once from a Node part's output: pino's warnings and errors and the first line of a
 * crash, at most five in half a minute. Everything is in the log file.
 */
export function createLineFilter(now: () => number = Date.now): (line: string) => string | undefined {
  let windowStart = Number.NEGATIVE_INFINITY;
  let shown = 0;
  return (line) => {
    const sentence = pick(line);
    if (sentence === undefined) return undefined;
    if (now() - windowStart > windowMs) {
      windowStart = now();
      shown = 0;
    }
    shown += 1;
    if (shown > perWindow + 1) return undefined;
    return shown > perWindow ? '… more in its log' : sentence;
  };
}

function pick(line: string): string | undefined {
  if (!line.startsWith('{')) return /^(?:\w*Error\b|Uncaught)/.test(line) ? line : undefined;
  const parsed = pinoLine.safeParse(parseJson(line));
  if (!parsed.success) return undefined;
  const { level, msg, req } = parsed.data;
  // A refused request is its caller's business.
  const isWorthIt = level >= error || (level >= warn && req === undefined);
  return isWorthIt ? `${level >= error ? 'error' : 'warning'}: ${msg ?? ''}` : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
