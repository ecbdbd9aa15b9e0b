import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = 'activities|adapters|api|bench|console|dev|docs|domain|locales|migrations|simulators|test|workflows';
const codePath = new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'g');
const link = /\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g;

const pages = ['.', 'docs', 'console'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map((name) => join(folder, name)),
);

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('links only to files that exist', () => {
    const targets = [...text.matchAll(link)].map(([, target = '']) => join(dirname(page), target));
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const paths = [...text.matchAll(codePath)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
