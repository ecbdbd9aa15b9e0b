import type { Knex } from 'knex';

/** Sessions, sign-in codes and the counters of rate limits. Undone by `down`: everybody signs in again. */
export const signIn = {
  name: '0005-sign-in',

  async up(knex: Knex): Promise<void> {
    // `session` is the table of connect-pg-simple, `rate_limits` the one that rate-limiter-flexible would create. The
    // counters are unlogged: they are written with every request and worth nothing after a crash.
    await knex.raw(`
      create table session (
        sid varchar primary key,
        sess json not null,
        expire timestamptz(6) not null
      );
      create index session_expire on session (expire);

      create table sign_in_codes (
        code_hash text primary key,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3)
      );

      create unlogged table rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('drop table rate_limits; drop table sign_in_codes; drop table session;');
  },
};
