/** Every table of the pages on security ends in a column `test`, which names what proves the row: `` `test/….test.ts` › title ``. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';
import { describe, expect, it } from 'vitest';

const pages = ['SECURITY.md', 'docs/threat-model.md'];
const root = fileURLToPath(new URL('../../', import.meta.url));
const proof = /^`(test\/[\w./-]+\.test\.ts)` › (.+)$/;
const titles = new Map<string, readonly string[]>();

describe.each(pages)('%s', (page) => {
  const text = readFileSync(root + page, 'utf8');

  it('makes claims', () => {
    expect(tablesIn(text).length).toBeGreaterThan(0);
  });

  it('names a test that exists for every claim', () => {
    expect(findUnproven(text)).toEqual([]);
  });
});

describe('a claim', () => {
  const own = '`test/lint/security-claims.test.ts` › a claim › is refused: %s';
  const table = (cell: string, header = 'test') => `| what | ${header} |\n|---|---|\n| Doors are shut | ${cell} |\n`;

  it('may name several tests, by their title or with that of their describe', () => {
    expect(findUnproven(table(`${own}<br>${own.replace('a claim › ', '')}`))).toEqual([]);
  });

  it.each([
    ['no test', table(''), 'names no test'],
    ['a sentence', table('reviewed'), 'names no test'],
    ['a file that does not exist', table('`test/lint/gone.test.ts` › a claim'), 'no such file'],
    ['a title that does not exist', table(own.replace('refused', 'accepted')), 'no such title'],
    ['a part of a title', table(own.replace(': %s', '')), 'no such title'],
    ['one right and one wrong test', table(`${own}<br>${own}!`), 'no such title'],
    ['a table without the column', table(own, 'proof'), 'last column'],
  ])('is refused: %s', (_what, text, problem) => {
    expect(findUnproven(text)).toEqual([expect.stringContaining(problem)]);
  });
});

/** The cells of each row, the header first, the line of dashes left out. */
function tablesIn(page: string): readonly (readonly string[][])[] {
  return page
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.filter((_line, index) => index !== 1).map((line) => line.split('|').slice(1, -1)));
}

function findUnproven(page: string): readonly string[] {
  return tablesIn(page).flatMap(([header = [], ...rows]) => {
    if (header.at(-1)?.trim() !== 'test') return [`${header.join('|')}: the last column is not "test"`];
    return rows.flatMap((cells) => {
      const claim = cells.slice(0, -1).join('|').trim();
      const proofs = (cells.at(-1) ?? '').split('<br>').map((each) => each.trim());
      return proofs.flatMap((each) => problemOf(each) ?? []).map((problem) => `${claim}: ${problem}`);
    });
  });
}

function problemOf(named: string): string | undefined {
  const [, path, title] = proof.exec(named) ?? [];
  if (path === undefined || title === undefined) return `"${named}" names no test`;
  if (!existsSync(root + path)) return `no such file: ${path}`;
  const isTitle = titlesOf(path).some((each) => each === title || each.endsWith(` › ${title}`));
  return isTitle ? undefined : `no such title in ${path}: ${title}`;
}

function titlesOf(path: string): readonly string[] {
  const known = titles.get(path) ?? titlesIn(parseAst(readFileSync(root + path, 'utf8'), { lang: 'ts' }), []);
  titles.set(path, known);
  return known;
}

/** Of every `describe`, `it` and `test` in a syntax tree, after those around it. */
function titlesIn(node: unknown, around: readonly string[]): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const title = titleOf(node);
  const path = title === undefined ? around : [...around, title];
  const below = Object.values(node).flatMap((child: unknown) => titlesIn(child, path));
  return title === undefined ? below : [path.join(' › '), ...below];
}

function titleOf(node: object): string | undefined {
  if (!('callee' in node && 'arguments' in node && Array.isArray(node.arguments))) return undefined;
  const callee = namesIn(node.callee);
  const runs = /^(describe|it|test)$/.test(callee[0] ?? '') && !callee.some((name) => /^(skip|todo)$/.test(name));
  const title: unknown = Object(node.arguments[0]).value;
  return runs && typeof title === 'string' ? title : undefined;
}

/** `it.each(rows)` is `it`, `each`. */
function namesIn(callee: unknown): readonly string[] {
  const { type, name, object, property, callee: inner } = Object(callee);
  if (type === 'Identifier') return [String(name)];
  return type === 'MemberExpression'
    ? [...namesIn(object), ...namesIn(property)]
    : type === 'CallExpression'
      ? namesIn(inner)
      : [];
}
