/** What a token may do. Each role includes the ones before it. */
export const roles = ['viewer', 'operator', 'admin'] as const;
export type Role = (typeof roles)[number];

export function includesRole(actual: Role, required: Role): boolean {
  return roles.indexOf(actual) >= roles.indexOf(required);
}

/** The highest role among the values; undefined when none is a role. */
export function highestRole(values: readonly unknown[]): Role | undefined {
  return roles.findLast((role) => values.includes(role));
}
