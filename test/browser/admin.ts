/** What the Commerce admin does in the console, by role and label. */
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import type { Stack } from '../e2e/stack.ts';
import { english, type Words } from './words.ts';

export interface StoreForm {
  readonly website: string;
  readonly email: string;
  readonly name: string;
  readonly country: string;
  readonly mapping?: { readonly productIdType: string; readonly search: string; readonly attribute: string };
}

/** Signs in by a new link; `origin` is the address by which this browser reaches the API. */
export async function signIn(page: Page, stack: Stack, words: Words = english, origin = stack.url): Promise<void> {
  const { url } = z.object({ url: z.string() }).parse((await stack.call('POST', '/v1/sign-in-links')).body);
  await page.goto(url.replace(stack.url, origin));
  await page.getByRole('button', { name: words.signIn }).click();
  await page.getByRole('heading', { name: words.home, level: 1 }).waitFor();
}

/** The card of a store on the home page. */
export function cardOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name });
}

export async function fillStoreForm(page: Page, form: StoreForm, words: Words = english): Promise<void> {
  const dialog = page.getByRole('dialog', { name: words.dialog });
  await choose(page, dialog.getByRole('button', { name: words.website }), form.website);
  await dialog.getByRole('textbox', { name: words.email }).fill(form.email);
  await dialog.getByRole('textbox', { name: words.name }).fill(form.name);
  await choose(page, dialog.getByRole('button', { name: words.country }), form.country);
  if (form.mapping === undefined) return;
  const { productIdType, search, attribute: label } = form.mapping;
  await choose(page, dialog.getByRole('button', { name: words.productIdType }), productIdType);
  const attribute = dialog.getByRole('combobox', { name: words.attribute });
  await attribute.fill(search);
  await pickOption(page, label);
}

export async function choose(page: Page, picker: Locator, option: string): Promise<void> {
  await picker.click();
  await pickOption(page, option);
}

async function pickOption(page: Page, option: string): Promise<void> {
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}
