import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const generated = ['console/src/contract.d.ts'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !generated.includes(file) && existsSync(join(root, file)));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Relative imports and re-exports; with or without `type`. */
function importsOf(file: string): readonly string[] {
  const specifiers = (sources.get(file) ?? '').matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g);
  return [...specifiers].flatMap(([, specifier = '']) => {
    const path = normalize(join(dirname(file), specifier));
    return [path, `${path}.ts`, `${path}.tsx`].filter((candidate) => sources.has(candidate));
  });
}

/** A circle that starts and ends at `file`, if there is one. */
function findCircle(file: string): readonly string[] | undefined {
  const importedBy = new Map<string, string>();
  const queue = [file];
  for (let current = queue.shift(); current !== undefined; current = queue.shift())
    for (const imported of imports.get(current) ?? []) {
      if (imported === file) return pathTo(current, importedBy);
      if (importedBy.has(imported)) continue;
      importedBy.set(imported, current);
      queue.push(imported);
    }
  return undefined;
}

function pathTo(file: string, importedBy: ReadonlyMap<string, string>): readonly string[] {
  const importer = importedBy.get(file);
  return importer === undefined ? [file] : [...pathTo(importer, importedBy), file];
}

function linesOf(file: string): number {
  return (sources.get(file) ?? '').split('\n').length - 1;
}

describe('the layout of the code', () => {
  it('has no import circle, type-only imports included', () => {
    expect(files.flatMap((file) => findCircle(file) ?? [])).toEqual([]);
  });

  it('has no source file of more than 300 lines', () => {
    expect(files.filter((file) => linesOf(file) > 300)).toEqual([]);
  });

  it.each([
    ['api', 6],
    ['adapters/postgres', 6],
    ['dev', 9],
  ])('keeps %s a folder of folders: at most %s files at its root', (folder, max) => {
    const filesAtRoot = files.filter((file) => dirname(file) === folder);
    expect(filesAtRoot.length, filesAtRoot.join(' ')).toBeLessThanOrEqual(max);
  });

  it('keeps app.ts a list of what is mounted', () => {
    expect(linesOf('api/app.ts')).toBeLessThanOrEqual(90);
  });
});
