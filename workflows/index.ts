/** The workflows a worker registers, by the names that histories know. */
export { messageDelivery } from './message-delivery.ts';
export { storeOnboarding } from './store-onboarding.ts';
