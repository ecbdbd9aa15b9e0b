import { parseArgs } from 'node:util';
import { help } from './help.ts';

export interface RecoveryArguments {
  readonly command: 'workflows' | 'rows' | 'audit';
  readonly apply: boolean;
  readonly perSecond: number;
  /** Ids of stores that were deleted after the backup. */
  readonly deleted: readonly string[];
}

const defaultPerSecond = 20;
const maxPerSecond = 200;

/** What the command line asks for, or what is wrong with it; `help` where it asks for that. */
export function parseArguments(
  args: readonly string[],
): RecoveryArguments | { readonly help: string } | { readonly problem: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        'per-second': { type: 'string', default: String(defaultPerSecond) },
        deleted: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const [command, ...more] = positionals;
  if (values.help || command === undefined) return { help };
  if (command !== 'workflows' && command !== 'rows' && command !== 'audit')
    return { problem: `Unknown command "${command}". Use one of: workflows, rows.` };
  if (more.length > 0) return { problem: `"${more[0]}" is one argument too many.` };
  if (command === 'audit' && values.apply)
    return { problem: 'The audit changes nothing. Use recover with --apply, as its report says.' };
  if (command !== 'rows' && values.deleted.length > 0)
    return { problem: '--deleted belongs to the command "rows": it deletes the row of a store.' };
  const perSecond = Number(values['per-second']);
  if (!(perSecond > 0 && perSecond <= maxPerSecond))
    return {
      problem: `--per-second was read as "${values['per-second']}"; accepted is a number up to ${maxPerSecond}.`,
    };
  return { command, apply: values.apply, perSecond, deleted: values.deleted };
}
