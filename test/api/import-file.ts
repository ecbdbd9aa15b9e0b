import { importRowPage, storeImport } from '../../api/contract/imports.ts';
import { eventually } from '../setup/eventually.ts';
import type { Answer, createClient } from './http-client.ts';

type Api = ReturnType<typeof createClient>;
export type Row = Readonly<Record<string, string>>;

export function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(','));
  return [names.join(','), ...lines].join('\n');
}

export function sendCsv(api: Api, file: string | readonly Row[], headers: Record<string, string> = {}) {
  const body = typeof file === 'string' ? file : csvOf(file);
  return api.call('POST', '/v1/imports', body, { 'content-type': 'text/csv', ...headers });
}

/** The import of an answer; throws when its fields differ from the contract. */
export function importOf(answer: Answer) {
  if (answer.status >= 300) throw new Error(answer.text);
  return storeImport.strict().parse(answer.body);
}

export async function finished(api: Api, id: string, timeoutMs = 20_000) {
  return eventually(
    async () => {
      const current = importOf(await api.get(`/v1/imports/${id}`));
      if (current.state !== 'finished')
        throw new Error(`The import is still running: ${JSON.stringify(current.counts)}`);
      return current;
    },
    { timeoutMs },
  );
}

export async function rowsOf(api: Api, id: string, query = '') {
  const answer = await api.get(`/v1/imports/${id}/rows?limit=200${query}`);
  return importRowPage.strict().parse(answer.body);
}

/** Imports a file and waits until it is finished. */
export async function importRows(api: Api, file: string | readonly Row[]) {
  const { id } = importOf(await sendCsv(api, file));
  const { counts } = await finished(api, id);
  return { id, counts, rows: (await rowsOf(api, id)).items };
}
