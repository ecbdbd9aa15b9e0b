/** Stubs of the project's own programs, so that a start can be tested without the product. */
export const stubPrograms: Readonly<Record<string, string>> = {
  'api/server.js': `
    import http from 'node:http';
    http.createServer((request, response) => {
      if (request.url !== '/v1/sign-in-links') return response.end('ok');
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ url: process.env.PUBLIC_URL + '/sign-in?token=' + request.headers.authorization.length }));
    }).listen(Number(process.env.PORT), '127.0.0.1');
    process.on('SIGTERM', () => process.exit(0));`,
  'simulators/server.js': `
    import http from 'node:http';
    const { SIMULATOR_CALLBACK_URL, SIMULATOR_PARTICIPATIONS_RATE } = process.env;
    const answer = JSON.stringify({ SIMULATOR_CALLBACK_URL, SIMULATOR_PARTICIPATIONS_RATE });
    http.createServer((request, response) => response.end(answer)).listen(Number(process.env.SIMULATOR_PORT), '127.0.0.1');`,
  'worker.js': `setInterval(() => {}, 1000);`,
  'adapters/postgres/migrate.js': `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query('create table if not exists starts (pid int)');
    await client.query('insert into starts values (1)');
    await client.end();`,
  'adapters/postgres/sealed-values/key-usage.js': `export const describeMissingKeys = async () => undefined;`,
};
