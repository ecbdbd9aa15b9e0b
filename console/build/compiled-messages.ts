import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** The part of a syntax tree that is read. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Message extends Node {
  readonly value: string;
}

/** Parses the messages at build time, so that browsers need no parser, which is a thirtieth of the first page. */
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
      if (!/\/src\/messages\/\w+\/[\w-]+\.ts$/.test(id)) return null;
      const messages: Message[] = [];
      collectMessages(this.parse(code), messages);
      let compiled = code;
      for (const { start, end, value } of messages.toReversed())
        compiled = `${compiled.slice(0, start)}${JSON.stringify(parse(value))}${compiled.slice(end)}`;
      return { code: compiled, map: null };
    },
  };
}

/** The string values of all properties, in source order. */
function collectMessages(node: unknown, messages: Message[]): void {
  if (Array.isArray(node)) for (const child of node) collectMessages(child, messages);
  if (!isNode(node)) return;
  if (node.type === 'Property' && 'value' in node && isMessage(node.value)) messages.push(node.value);
  else for (const child of Object.values(node)) collectMessages(child, messages);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isMessage(value: unknown): value is Message {
  return isNode(value) && value.type === 'Literal' && 'value' in value && typeof value.value === 'string';
}
