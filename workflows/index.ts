/** The workflows that a worker registers; histories refer to them by these names. */
export { campaign } from './campaign/campaign.ts';
export { applicationSecret } from './application-secret.ts';
export { fleetWatch } from './fleet-watch.ts';
export { messageDelivery } from './message-delivery.ts';
export { storeImport } from './store-import.ts';
export { storeOnboarding } from './store/onboarding.ts';
