import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every invalid setting at once, one sentence each; never shows a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly errors: readonly string[];
  constructor(errors: readonly string[]) {
    super(['These settings cannot be used:', ...errors.map((error) => `  ${error}`)].join('\n'));
    this.errors = errors;
  }
}

const descriptions = z.registry<{ accepts: string; secret: boolean }>();

/** Attaches to a variable what it accepts, and whether it is secret: a secret's value is never shown in an error. */
export function variable<S extends z.ZodType>(accepts: string, schema: S, secret = false): S {
  // Variables of one kind share a schema, but not its description.
  const own = schema.clone();
  descriptions.add(own, { accepts, secret });
  return own;
}

/** Can also be read from the file that `NAME_FILE` names. */
export const secretVariable = <S extends z.ZodType>(accepts: string, schema: S): S => variable(accepts, schema, true);

/**
 * Reads the named variables and collects every error: the variable's name, what was read, what is accepted.
 * An empty variable counts as absent.
 */
export function readVariables<S extends z.ZodRawShape>(
  shape: S,
  env: Environment,
): { values: z.output<z.ZodObject<S>> } | { errors: readonly string[] } {
  const files = readSecretFiles(shape, env);
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, files.env[name] || undefined]));
  const result = z.object(shape).safeParse(given);
  const invalid = result.success ? [] : result.error.issues.map((issue) => String(issue.path[0]));
  // The content of a file that cannot be read is not missing.
  const names = new Set(invalid.filter((name) => !files.failed.has(name)));
  const errors = [...files.failed.values(), ...[...names].map((name) => describeError(name, shape, env, given[name]))];
  return result.success && errors.length === 0 ? { values: result.data } : { errors };
}

/** Replaces each `NAME_FILE` of a secret by its content under `NAME`. `failed`: one error per secret it cannot replace. */
export function readSecretFiles(
  shape: z.ZodRawShape,
  env: Environment,
): { readonly env: Environment; readonly failed: ReadonlyMap<string, string> } {
  const secrets = new Map<string, string>();
  const failed = new Map<string, string>();
  for (const name of secretNames(shape)) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    const read = `${name}_FILE was read as ${JSON.stringify(path)}`;
    const secret = readIfPossible(path);
    if (env[name]) failed.set(name, `${read}, and ${name} is set as well; accepted is one of the two.`);
    else if (!secret) failed.set(name, `${read}; accepted is a readable file with ${acceptedBy(shape[name]).accepts}.`);
    else secrets.set(name, secret);
  }
  const others = Object.entries(env).filter(([name]) => !secrets.has(name.replace(/_FILE$/, '')));
  return { env: Object.fromEntries([...others, ...secrets]), failed };
}

export function secretNames(shape: z.ZodRawShape): readonly string[] {
  return Object.keys(shape).filter((name) => acceptedBy(shape[name]).secret);
}

/** Undefined for a file that is missing or empty. Without the line break that editors add. */
function readIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function describeError(name: string, shape: z.ZodRawShape, env: Environment, read: string | undefined): string {
  const { accepts, secret } = acceptedBy(shape[name]);
  if (read === undefined) return `${name} is missing; accepted is ${accepts}.`;
  const source = env[name] ? name : `The content of ${name}_FILE`;
  return `${source} was read as ${secret ? `… (${read.length} characters)` : JSON.stringify(read)}; accepted is ${accepts}.`;
}

function acceptedBy(schema: z.core.$ZodType | undefined): { readonly accepts: string; readonly secret: boolean } {
  return (schema && descriptions.get(schema)) ?? { accepts: 'another value', secret: true };
}
