import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { securityHeaders } from '../../api/http/security-headers.ts';

it.each([
  ['https://perennial.example.com', 'max-age=31536000'],
  ['http://localhost:3000', null],
])('browsers keep to https for a year at %s: %s', async (publicUrl, expected) => {
  const app = express().use(securityHeaders(publicUrl), (_request, response) => void response.send(''));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const { headers } = await fetch(`http://127.0.0.1:${port}/`);
    expect(headers.get('strict-transport-security')).toBe(expected);
    // An address of ours may have a token in it; other sites never see one.
    expect(headers.get('referrer-policy')).toBe('same-origin');
  } finally {
    server.close();
  }
});
