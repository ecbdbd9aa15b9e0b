import { z } from 'zod';
import { parseJson } from '../../adapters/http/parse-json.ts';

const pinoLine = z.object({ level: z.number(), msg: z.string().optional(), req: z.unknown().optional() });
const pinoWarn = 40;
const pinoError = 50;
const maxLinesPerWindow = 5;
const windowMs = 30_000;

/**
 * Selects the lines of a Node service that also belong in the terminal: pino's warnings and errors and the first line of
 * a crash, at most five per half minute. The log file has every line.
 */
export function createConsoleFilter(now: () => number = Date.now): (line: string) => string | undefined {
  let windowStart = Number.NEGATIVE_INFINITY;
  let shown = 0;
  return (line) => {
    const sentence = summarizeProblem(line);
    if (sentence === undefined) return undefined;
    if (now() - windowStart > windowMs) {
      windowStart = now();
      shown = 0;
    }
    shown += 1;
    if (shown > maxLinesPerWindow + 1) return undefined;
    return shown > maxLinesPerWindow ? '… more in its log' : sentence;
  };
}

function summarizeProblem(line: string): string | undefined {
  if (!line.startsWith('{')) return /^(?:\w*Error\b|Uncaught)/.test(line) ? line : undefined;
  const parsed = pinoLine.safeParse(parseJson(line));
  if (!parsed.success) return undefined;
  const { level, msg, req } = parsed.data;
  // A warning about a request concerns only the client that sent it.
  const isShown = level >= pinoError || (level >= pinoWarn && req === undefined);
  return isShown ? `${level >= pinoError ? 'error' : 'warning'}: ${msg ?? ''}` : undefined;
}
