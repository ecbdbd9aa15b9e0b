const maxNameLength = 60;
/** The name of the holder of `ADMIN_TOKEN`. */
const reservedName = 'admin';

/** A claim by its name or, when there is none, by a path such as `realm_access.roles`. */
export function readClaim(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  return claim
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      claims,
    );
}

/** Undefined when the provider says none that can be used. Never an e-mail address, which would spread as an actor's name. */
export function displayName(claims: Readonly<Record<string, unknown>>): string | undefined {
  return [claims['name'], claims['preferred_username'], claims['nickname']]
    .flatMap((value) => (typeof value === 'string' ? [toName(value)] : []))
    .find((name) => name !== '' && !name.includes('@') && !isReserved(name));
}

/** What stands for a person without a name. */
export function nameFromSubject(subject: string): string {
  const name = toName(subject);
  return isReserved(name) ? `${name} (OIDC)` : name;
}

function isReserved(name: string): boolean {
  return name.toLowerCase() === reservedName;
}

function toName(value: string): string {
  return value.replaceAll(/\p{C}/gu, '').trim().slice(0, maxNameLength).trim();
}
