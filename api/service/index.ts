import type { FailedAttempts } from '../access/failed-attempts.ts';
import type { ApiDeps } from '../deps.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Route } from '../http/route.ts';
import { iconSvg, pagesCss } from '../pages/assets.ts';
import { asset } from './asset.ts';
import { getHealth } from './get-health.ts';
import { getMetrics } from './get-metrics.ts';
import { getOpenApi } from './get-open-api.ts';
import { getReadiness } from './get-readiness.ts';
import { homePage } from './home-page.ts';
import { listAlarms } from './list-alarms.ts';
import { problemPage } from './problem-page.ts';

export function monitoringRoutes(deps: ApiDeps, metrics: Metrics, attempts: FailedAttempts): readonly Route[] {
  return [getHealth(), getReadiness(deps), getMetrics(deps, metrics, attempts)];
}

export function serviceRoutes(deps: ApiDeps): readonly Route[] {
  return [
    listAlarms(deps),
    getOpenApi(deps),
    homePage(deps),
    problemPage,
    asset('/assets/pages.css', 'css', pagesCss),
    asset('/assets/icon.svg', 'svg', iconSvg),
  ];
}
