import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { accessQuery } from '../api/access.ts';
import { languageCodes, nameOf } from '../messages/languages.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { ChoiceMenu } from '../components/choice-menu.tsx';
import { Loading } from '../components/loading.tsx';
import { AlarmBanner } from './alarm-banner.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { appearances, usePreferences } from './preferences.tsx';

const pages = [
  ['/', 'nav.home'],
  ['/renewals', 'nav.renewals'],
  ['/campaigns', 'nav.campaigns'],
  ['/learning', 'nav.learning'],
] as const;

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 24,
  rowGap: 8,
  paddingX: { default: 16, sm: 32 },
  paddingY: 12,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  backgroundColor: 'base',
});

const navLink = style({
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  color: { default: 'neutral-subdued', isCurrent: 'neutral' },
  textDecoration: 'none',
  paddingY: 4,
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 2,
  borderColor: { default: 'transparent', isCurrent: 'gray-800' },
  whiteSpace: 'nowrap',
});

/** The frame around every page. */
export function Shell() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  return (
    <div className={style({ minHeight: 'screen', backgroundColor: 'layer-1', font: 'body' })}>
      <a href="#content" className="skip-link">
        {t('app.skip')}
      </a>
      <header className={bar}>
        <span className={style({ font: 'title', display: 'flex', alignItems: 'center', gap: 8 })}>
          <Leaf />
          {t('app.product')}
        </span>
        <nav
          aria-label={t('nav.label')}
          className={style({ display: 'flex', flexWrap: 'wrap', columnGap: 20, flexGrow: 1 })}
        >
          {pages.map(([to, id]) => (
            <NavLink key={to} to={to} end={to === '/'} className={({ isActive }) => navLink({ isCurrent: isActive })}>
              {t(id)}
            </NavLink>
          ))}
        </nav>
        <HeaderControls />
      </header>
      <ConnectionBanner />
      <AlarmBanner />
      <main
        id="content"
        tabIndex={-1}
        className={style({
          maxWidth: 1280,
          marginX: 'auto',
          paddingX: { default: 16, sm: 32 },
          paddingY: { default: 20, sm: 32 },
          outlineStyle: 'none',
        })}
      >
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

function HeaderControls() {
  const { t } = useI18n();
  const { language, appearance, setLanguage, setAppearance } = usePreferences();
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })}>
      <SignedInAs />
      <ChoiceMenu
        label={t('preferences.language')}
        isLabelHidden
        choices={languageCodes.map((id) => ({ id, name: nameOf(id) }))}
        value={language}
        onChange={setLanguage}
      />
      <ChoiceMenu
        label={t('preferences.appearance')}
        isLabelHidden
        choices={appearances.map((id) => ({ id, name: t(`appearance.${id}`) }))}
        value={appearance}
        onChange={setAppearance}
      />
      <form method="post" action="/sign-out">
        <ActionButton type="submit" isQuiet>
          {t('nav.signOut')}
        </ActionButton>
      </form>
    </div>
  );
}

/** Name and role of readers for whom some buttons are missing. */
function SignedInAs() {
  const { t } = useI18n();
  const { data } = useQuery(accessQuery);
  if (!data || data.role === 'admin') return null;
  return (
    <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
      {t(`access.${data.role}`, { name: data.name })}
    </span>
  );
}

function Leaf() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#14513f" />
      <path d="M16 25V13" stroke="#f4f1e6" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M16 17c-6 0-9-3-9-9 6 0 9 3 9 9Z" fill="#7fd0a6" />
      <path d="M16 14c0-5 3-8 9-8 0 6-3 9-9 8Z" fill="#cdeeda" />
    </svg>
  );
}
