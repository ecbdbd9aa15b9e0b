import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** What is looked at of a syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Sentence extends Node {
  readonly value: string;
}

/** Sentences are parsed while building, so that browsers load none of the parser, a thirtieth of the first page. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!/\/src\/messages\/(en|nl)(-\w+)?\.ts$/.test(id)) return null;
      const sentences: Sentence[] = [];
      collect(this.parse(code), sentences);
      let compiled = code;
      for (const { start, end, value } of sentences.toReversed())
        compiled = `${compiled.slice(0, start)}${JSON.stringify(parse(value))}${compiled.slice(end)}`;
      return { code: compiled, map: null };
    },
  };
}

/** The values of every property, in their order. */
function collect(node: unknown, sentences: Sentence[]): void {
  if (Array.isArray(node)) for (const each of node) collect(each, sentences);
  if (!isNode(node)) return;
  if (node.type === 'Property' && 'value' in node && isSentence(node.value)) sentences.push(node.value);
  else for (const child of Object.values(node)) collect(child, sentences);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isSentence(value: unknown): value is Sentence {
  return isNode(value) && value.type === 'Literal' && 'value' in value && typeof value.value === 'string';
}
