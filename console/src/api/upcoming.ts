import createClient from 'openapi-fetch';
import type { components } from '../contract.d.ts';
import { signInFirst } from './client.ts';

/** Calls that the OpenAPI document does not have yet. */
interface UpcomingPaths {
  '/v1/stores/{id}/connect-links': {
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { send: boolean } } };
      responses: { 201: { content: { 'application/json': components['schemas']['ConnectLink'] } } };
    };
  };
  '/v1/pre-setup-tasks': {
    get: { parameters: {}; responses: { 200: { content: { 'application/json': { items: PreSetupTask[] } } } } };
  };
  '/v1/pre-setup-tasks/{task}': {
    put: {
      parameters: { path: { task: string } };
      requestBody: { content: { 'application/json': { done: boolean } } };
      responses: { 200: { content: { 'application/json': PreSetupTask } } };
    };
  };
}

export interface PreSetupTask {
  readonly task: string;
  readonly done: boolean;
  readonly doneBy?: string;
  readonly doneAt?: string;
  readonly check?: 'passed' | 'failed' | 'manual';
  readonly detail?: string;
}

export const upcoming = createClient<UpcomingPaths>({ baseUrl: location.origin });
upcoming.use(signInFirst);
