import { addStore } from './add-store.ts';
import { alarms } from './alarms.ts';
import { campaigns } from './campaigns.ts';
import { errors } from './errors.ts';
import { home } from './home.ts';
import { preSetup } from './pre-setup.ts';
import { renewals } from './renewals.ts';
import { shell } from './shell.ts';
import { storePage } from './store-page.ts';
import { stores } from './stores.ts';

/** Every message in English. Another language does not compile if it lacks one of these keys. */
export default {
  ...addStore,
  ...alarms,
  ...campaigns,
  ...errors,
  ...home,
  ...preSetup,
  ...renewals,
  ...shell,
  ...storePage,
  ...stores,
} as const;
