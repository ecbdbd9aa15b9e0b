import pg from 'pg';
import type { Stack } from './stack.ts';

/** Stores without workflows, written into the table, for tests that only read them. */
export async function addManyStores(stack: Stack, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    await client.query(insertion, [count]);
  } finally {
    await client.end();
  }
}

/** Spread over a year, so that some have expired, some are due, and every month has renewals. */
const insertion = `
  with numbered as (
    select n, (n * 37) % 430 as age from generate_series(1, $1::int) as n
  ), aged as (
    select *, now() - make_interval(days => age, mins => n) as authorized,
      case when age >= 365 then 'expired' when age >= 335 then 'renewal_due' else 'active' end as status
    from numbered
  )
  insert into stores (id, website, email, name, name_key, country, status, status_since, enabled, set_up, seller_id,
    authorized_at, expires_at, next_what, next_at, changed_at, created_at, updated_at)
  select gen_random_uuid(), (array['base', 'outdoor', 'eu', 'uk', 'wholesale'])[1 + n % 5],
    'seller-' || n || '@example.com',
    (array['Outdoor', 'Garden', 'Kitchen', 'Bicycle', 'Toy', 'Book', 'Office'])[1 + n % 7] || ' Store ' || n,
    lower((array['Outdoor', 'Garden', 'Kitchen', 'Bicycle', 'Toy', 'Book', 'Office'])[1 + n % 7] || ' Store ' || n),
    (array['US', 'CA', 'MX', 'GB'])[1 + n % 4], status,
    case status when 'active' then authorized when 'renewal_due' then authorized + interval '335 days'
      else authorized + interval '365 days' end,
    true, true, 'A' || upper(substr(md5(n::text), 1, 13)), authorized, authorized + interval '365 days',
    case status when 'active' then 'renewal_request' when 'renewal_due' then 'expiry' end,
    case status when 'active' then authorized + interval '335 days'
      when 'renewal_due' then authorized + interval '365 days' end,
    now(), authorized, now()
  from aged`;
