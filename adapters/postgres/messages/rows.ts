/** Rows as PostgreSQL's driver reads and writes them. */
import type { MessageContent } from '../../../domain/message-content.ts';

export interface MessageRow {
  id: string;
  key: string;
  kind: MessageContent['kind'];
  content: MessageContent;
  link_store_id: string;
  sealed_link_token: string | null;
  link_valid_until: Date;
  sent_at: Date | null;
  failed_at: Date | null;
}
