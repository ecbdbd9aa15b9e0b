/** Rows as PostgreSQL's driver reads and writes them. */
import type { Role } from '../../../domain/roles.ts';

export interface ApiTokenRow {
  id: string;
  token_hash: string;
  name: string;
  name_key: string;
  role: Role;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

export interface CalendarLinkRow {
  id: string;
  token_hash: string;
  token_id: string | null;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}
