import type { Knex } from 'knex';
import { stores } from '../../migrations/0001-stores.ts';
import { consents } from '../../migrations/0002-consents.ts';
import { timeline } from '../../migrations/0003-timeline.ts';
import { messages } from '../../migrations/0004-messages.ts';
import { signIn } from '../../migrations/0005-sign-in.ts';
import { preSetup } from '../../migrations/0006-pre-setup.ts';
import { watch } from '../../migrations/0007-watch.ts';
import { sellerCare } from '../../migrations/0008-seller-care.ts';
import { timelineLanguages } from '../../migrations/0009-timeline-languages.ts';
import { webhooks } from '../../migrations/0010-webhooks.ts';
import { application } from '../../migrations/0011-application.ts';
import { tokens } from '../../migrations/0012-tokens.ts';
import { campaigns } from '../../migrations/0013-campaigns.ts';
import { imports } from '../../migrations/0014-imports.ts';
import { webhookTurns } from '../../migrations/0015-webhook-turns.ts';
import { watchTurns } from '../../migrations/0016-watch-turns.ts';
import { timelineParams } from '../../migrations/0017-timeline-params.ts';
import { workflowState } from '../../migrations/0018-workflow-state.ts';
import { unansweredRequests } from '../../migrations/0019-unanswered-requests.ts';

interface NamedMigration extends Knex.Migration {
  readonly name: string;
}

/** In order. A list instead of a folder scan gives sources and build the same names. */
const migrations: readonly NamedMigration[] = [
  stores,
  consents,
  timeline,
  messages,
  signIn,
  preSetup,
  watch,
  sellerCare,
  timelineLanguages,
  webhooks,
  application,
  tokens,
  campaigns,
  imports,
  webhookTurns,
  watchTurns,
  timelineParams,
  workflowState,
  unansweredRequests,
];

export const migrationSource: Knex.MigrationSource<NamedMigration> = {
  getMigrations: async () => [...migrations],
  getMigrationName: ({ name }) => name,
  getMigration: async (migration) => migration,
};
