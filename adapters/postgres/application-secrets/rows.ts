/** Rows as PostgreSQL's driver reads and writes them. */
export interface ApplicationSecretRow {
  id: string;
  client_id: string;
  fingerprint: string;
  sealed_secret: string | null;
  source: 'environment' | 'api';
  verified: boolean;
  issued_at: Date;
  added_at: Date;
  replaced_at: Date | null;
}
