/** What a token may do: each role also does what the ones before it may. */
export const roles = ['viewer', 'operator', 'admin'] as const;
export type Role = (typeof roles)[number];

export function includesRole(had: Role, needed: Role): boolean {
  return roles.indexOf(had) >= roles.indexOf(needed);
}
