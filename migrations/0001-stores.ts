import type { Knex } from 'knex';

/** Requests, stores and authorizations. Undone by `down`, which drops the three tables and all they hold. */
export const stores = {
  name: '0001-stores',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      create table store_requests (
        store_id uuid primary key,
        idempotency_key text unique,
        fingerprint text not null,
        -- without the e-mail address once the store is recorded or refused
        request jsonb not null,
        name_key text not null,
        accepted_at timestamptz(3),
        recorded_at timestamptz(3),
        refused jsonb,
        created_at timestamptz(3) not null default now()
      );
      create index store_requests_open on store_requests (store_id)
        where accepted_at is not null and recorded_at is null and refused is null;

      create table grants (
        id uuid primary key,
        selling_partner_id text not null,
        region text not null check (region in ('NA', 'EU')),
        -- null: destroyed, because no store uses it any more
        sealed_refresh_token text,
        authorized_at timestamptz(3) not null,
        expires_at timestamptz(3) not null check (expires_at > authorized_at),
        unique (selling_partner_id, region)
      );

      create table stores (
        id uuid primary key,
        website text not null,
        email text,
        name text not null,
        -- the name without case, however the database compares texts
        name_key text not null,
        country text not null check (country in ('US', 'CA', 'MX', 'GB')),
        product_id_type text check (product_id_type in ('asin', 'ean', 'gcid', 'isbn', 'upc', 'general')),
        attribute_code text,
        status text not null check (status in ('creating', 'awaiting_authorization', 'verifying', 'active',
          'renewal_due', 'expired', 'disconnected', 'deleted')),
        status_since timestamptz(3) not null,
        enabled boolean not null default false,
        set_up boolean not null default false,
        reason jsonb,
        seller_id text,
        grant_id uuid references grants,
        authorized_at timestamptz(3),
        expires_at timestamptz(3),
        next_what text check (next_what in ('renewal_request', 'renewal_reminder', 'expiry', 'check')),
        next_at timestamptz(3),
        -- the workflow's time of the last change: an older one that arrives late is not applied
        changed_at timestamptz(3),
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null default now(),
        constraint stores_mapping_is_a_pair check ((product_id_type is null) = (attribute_code is null)),
        constraint stores_next_is_a_pair check ((next_what is null) = (next_at is null)),
        constraint stores_period_is_a_pair check ((authorized_at is null) = (expires_at is null)),
        constraint stores_deleted_has_no_email check ((status = 'deleted') = (email is null))
      );
      create unique index stores_live_name on stores (name_key) where status <> 'deleted';
      create unique index stores_live_seller_country on stores (seller_id, country)
        where seller_id is not null and status <> 'deleted';
      create index stores_grant on stores (grant_id) where grant_id is not null;
      create index stores_created on stores (created_at, id);
      create index stores_updated on stores (updated_at, id);
      create index stores_name on stores (name_key, id);
      create index stores_expires on stores (expires_at, id);
      create index stores_status on stores (status, country);
      create index stores_website on stores (website);
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table stores; drop table grants; drop table store_requests;');
  },
};
