import { describe, expect, it } from 'vitest';
import { displayName, nameFromSubject, readClaim } from '../../../adapters/oidc/claims.ts';
import { highestRole } from '../../../domain/roles.ts';

describe('the role claim', () => {
  it.each([
    ['roles', ['viewer']],
    ['realm_access.roles', ['admin']],
    ['https://example.com/roles', 'operator'],
    ['realm_access.missing', undefined],
    ['roles.length', undefined],
    ['constructor', undefined],
    ['missing', undefined],
  ])('%s is found by its name or its path', (claim, value) => {
    const claims = {
      roles: ['viewer'],
      realm_access: { roles: ['admin'] },
      'https://example.com/roles': 'operator',
    };
    expect(readClaim(claims, claim)).toEqual(value);
  });

  it.each([
    [['viewer', 'admin', 'operator'], 'admin'],
    [['operator'], 'operator'],
    [['Admin', 'administrator', 3, null], undefined],
    [[], undefined],
  ])('%j gives the highest role: %s', (values, role) => {
    expect(highestRole(values)).toBe(role);
  });
});

describe('the name of a person', () => {
  it.each([
    [{ name: ' Vera\u0000 Viewer ' }, 'Vera Viewer'],
    [{ name: 'vera@example.com', preferred_username: 'vera' }, 'vera'],
    [{ name: 'ADMIN' }, undefined],
    [{ name: 7, preferred_username: '' }, undefined],
    [{ name: 'x'.repeat(100) }, 'x'.repeat(60)],
  ])('of %j is %s', (claims, name) => {
    expect(displayName(claims)).toBe(name);
  });

  it('is the subject without one, and never that of the admin token', () => {
    expect(['8b1f', 'Admin'].map(nameFromSubject)).toEqual(['8b1f', 'Admin (OIDC)']);
  });
});
