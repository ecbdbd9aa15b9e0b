import { Provider } from '@react-spectrum/s2/Provider';
import { ToastContainer } from '@react-spectrum/s2/Toast';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { IntlProvider } from 'react-intl';
import { BrowserRouter, Route, Routes, useHref, useNavigate } from 'react-router';
import { LiveProvider } from './api/live.tsx';
import { createQueryClient } from './api/query-client.ts';
import { StoreActionsProvider } from './actions/store-actions.tsx';
import { HomePage } from './home/home-page.tsx';
import { localeFor } from './messages/languages.ts';
import { useMessages } from './messages/use-messages.ts';
import { PreferencesProvider, usePreferences } from './shell/preferences.tsx';
import { Shell } from './shell/shell.tsx';

const StorePage = lazy(() => import('./store/store-page.tsx'));
const CampaignsPage = lazy(() => import('./campaigns/campaigns-page.tsx'));
const CampaignPage = lazy(() => import('./campaigns/campaign-page.tsx'));
const RenewalsPage = lazy(() => import('./renewals/renewals-page.tsx'));
const PreSetupTasksPage = lazy(() => import('./pre-setup/pre-setup-tasks-page.tsx'));
const LearningPage = lazy(() => import('./pre-setup/learning-page.tsx'));
const NotFoundPage = lazy(() => import('./shell/not-found-page.tsx'));

const queryClient = createQueryClient();

export function App() {
  return (
    <PreferencesProvider>
      <BrowserRouter>
        <QueryClientProvider client={queryClient}>
          <LiveProvider>
            <LocalizedApp />
          </LiveProvider>
        </QueryClientProvider>
      </BrowserRouter>
    </PreferencesProvider>
  );
}

function LocalizedApp() {
  const { language, appearance } = usePreferences();
  const navigate = useNavigate();
  const loaded = useMessages(language);
  if (!loaded) return null;
  const locale = localeFor(loaded.language);
  return (
    <IntlProvider locale={locale} messages={loaded.messages}>
      <Provider
        locale={locale}
        router={{ navigate: (path) => void navigate(path), useHref: (href) => useHref(String(href)) }}
        colorScheme={appearance === 'system' ? undefined : appearance}
      >
        <StoreActionsProvider>
          <Routes>
            <Route element={<Shell />}>
              <Route index element={<HomePage />} />
              <Route path="stores/:id" element={<StorePage />} />
              <Route path="renewals" element={<RenewalsPage />} />
              <Route path="campaigns" element={<CampaignsPage />} />
              <Route path="campaigns/:id" element={<CampaignPage />} />
              <Route path="pre-setup-tasks" element={<PreSetupTasksPage />} />
              <Route path="learning" element={<LearningPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </StoreActionsProvider>
        <ToastContainer placement="bottom end" />
      </Provider>
    </IntlProvider>
  );
}
