import type { Region } from '../../../domain/marketplaces.ts';

/** Where each secret lies: a sealed text opens only in its own place. */
export const sealingContexts = {
  code: (consentId: string) => `consent/${consentId}/code`,
  consentToken: (consentId: string) => `consent/${consentId}/token`,
  grantToken: (sellerId: string, region: Region) => `grant/${sellerId}/${region}`,
  importedToken: (importId: string, line: number) => `import/${importId}/${line}/token`,
  applicationSecret: (id: string) => `application/${id}/secret`,
  messageLink: (messageId: string) => `message/${messageId}/link`,
  /** The newest secret and the one before it. */
  webhookSecret: (webhookId: string) => `webhook/${webhookId}/secret`,
};
