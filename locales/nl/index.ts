import type { Messages } from '../en/index.ts';
import { alarms, operatorNotice } from './alarms.ts';
import { calendar, emails, renewalCalendar } from './emails.ts';
import { campaignSkipReasons, commerceChecks } from './console-details.ts';
import { amazonLogin } from './amazon-login.ts';
import { oidc } from './oidc.ts';
import { notices, outcome, page, signIn } from './pages.ts';
import { reasons } from './reasons.ts';
import { nextStep, timeline } from './timeline.ts';

export const nl: Messages = {
  languageName: 'Nederlands',
  dateLocale: 'nl-NL',
  reasons,
  timeline,
  nextStep,
  alarms,
  operatorNotice,
  emails,
  calendar,
  renewalCalendar,
  page,
  notices,
  outcome,
  signIn,
  oidc,
  amazonLogin,
  campaignSkipReasons,
  commerceChecks,
};
