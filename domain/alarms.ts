/** A problem of the whole installation. Operators are notified once; the alarm closes when its cause is over. */
type Params<K extends string> = Readonly<Record<K, string>>;

export type AlarmParams = {
  readonly fleet_breaker: Params<'failing' | 'checked'>;
  /** `answer`: what Amazon answered, such as `401 invalid_client`. */
  /** One seller, for days. `subject`: seller and region. */
  readonly access_denied: Params<'sellerId' | 'region' | 'since' | 'requestId'>;
  readonly application_refused: Params<'answer'>;
  readonly application_secret_expiring: Params<'daysLeft' | 'expiresAt'>;
  /** `address`: the last that too many wrong tokens came from, or its network. `attempts`: within a minute. */
  readonly failed_sign_ins: Params<'address' | 'attempts'>;
  /** Our application lacks the roles with which Amazon says whose a token is. */
  readonly seller_unproven: Params<'roles'>;
  /** `reason` is missing from alarms older than 0.3.0, which have its English text in `why`. */
  readonly webhook_disabled: Params<'host' | 'why' | 'webhookId'> & { readonly reason?: 'gone' | 'failing' };
  /** `storeId`: one of the stores. */
  readonly store_workflow_gone: Params<'count' | 'storeId'>;
  /** `contact`: which address of the store. `cause`: refused for good, or not accepted for three days. */
  readonly message_undeliverable: Params<'storeId' | 'store'> & {
    readonly contact: 'email' | 'secondEmail';
    readonly cause: 'refused' | 'unanswered';
  };
  /** `names`: of the stores, or the host of a webhook. `kid`: of the key that sealed the value. */
  readonly secret_unreadable: Params<'id' | 'names' | 'kid'> & {
    readonly what: 'authorization' | 'consent' | 'import_line' | 'client_secret' | 'webhook_secret' | 'signing_key';
    readonly cause: 'key_missing' | 'damaged';
  };
  /** `step`: one of them, as activities are named. `cause`: the code of PostgreSQL or of the connection. */
  readonly database_step_failing: Params<'step' | 'since' | 'cause'>;
  /** `workflowId`: one of the workflows. `cause`: as Temporal names it. */
  readonly workflow_task_failing: Params<'count' | 'workflowId' | 'cause'>;
  /** Amazon says that the token in use belongs to seller `actual`. `subject`: seller and region. */
  readonly wrong_seller: Params<'sellerId' | 'region' | 'actual'>;
  /** The refresh token is newer than the backup that the database was restored from. `subject`: the store. */
  readonly authorization_lost: Params<'storeId' | 'store'>;
  /** The row is newer than that backup: what only the database knew is gone. `subject`: the store. */
  readonly store_settings_lost: Params<'storeId' | 'store'>;
};
export type AlarmKind = keyof AlarmParams;

export const alarmKinds = [
  'fleet_breaker',
  'access_denied',
  'application_refused',
  'application_secret_expiring',
  'failed_sign_ins',
  'seller_unproven',
  'webhook_disabled',
  'store_workflow_gone',
  'message_undeliverable',
  'secret_unreadable',
  'database_step_failing',
  'workflow_task_failing',
  'wrong_seller',
  'authorization_lost',
  'store_settings_lost',
] as const satisfies readonly AlarmKind[];

export interface Alarm<K extends AlarmKind = AlarmKind> {
  readonly kind: K;
  /** What it is about, where several of a kind can be open at once. */
  readonly subject?: string;
  /** The values its sentence names; never a secret, never an e-mail address. */
  readonly params: AlarmParams[K];
  /** A further stage of an open alarm replaces its sentence and notifies operators again. */
  readonly stage?: string;
}
