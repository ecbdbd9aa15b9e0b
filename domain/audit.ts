/** Rows of the audit log: who changed what, from where. Never a secret, never an e-mail address. */
import type { ActorName } from './actors.ts';

/** `uncertain`: an error or the end of the process hides whether the change was made. */
export const auditOutcomes = ['done', 'uncertain', 'refused'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

export interface AuditTarget {
  readonly kind: string;
  readonly id?: string;
}

type AuditValue = string | number | boolean | readonly string[] | null;
export type AuditFields = Readonly<Record<string, AuditValue | undefined>>;
/** By field. A field without both values was changed, and its values are not kept. */
export type AuditChanges = Readonly<Record<string, { readonly before?: AuditValue; readonly after?: AuditValue }>>;

/** What is known before a change is made. */
export interface AuditIntent {
  /** Chosen by the API; commands to workflows carry it, so that the timeline can name the actor. */
  readonly id: string;
  /** Undefined for a caller that could not be authenticated. */
  readonly actor?: ActorName;
  readonly address: string;
  readonly requestId: string;
  /** An `operationId`, or `signIn…`, `signOut`, `authenticate`. */
  readonly action: string;
  readonly target?: AuditTarget;
}

export interface AuditResult {
  readonly outcome: AuditOutcome;
  /** Of a thing that did not exist before. */
  readonly targetId?: string;
  readonly changes?: AuditChanges;
}

/** The fields of which the value differs. */
export function auditChanges(before: AuditFields, after: AuditFields): AuditChanges {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { before: before[name], after: after[name] }]),
  );
}
