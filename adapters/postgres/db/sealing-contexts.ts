import type { Region } from '../../../domain/marketplaces.ts';

/** Where each sealed secret is stored. It can be opened only with the context of its own place. */
export const sealingContexts = {
  code: (consentId: string) => `consent/${consentId}/code`,
  consentToken: (consentId: string) => `consent/${consentId}/token`,
  authorizationToken: (sellerId: string, region: Region) => `grant/${sellerId}/${region}`,
  replacedToken: (consentId: string) => `replaced/${consentId}/token`,
  importedToken: (importId: string, line: number) => `import/${importId}/${line}/token`,
  applicationSecret: (id: string) => `application/${id}/secret`,
  signingKey: (name: string) => `signing/${name}`,
  messageLink: (messageId: string) => `message/${messageId}/link`,
  /** The newest secret and its predecessor. */
  webhookSecret: (webhookId: string) => `webhook/${webhookId}/secret`,
};
