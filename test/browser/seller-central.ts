/** The pages of a seller at Amazon. */
import type { Page } from 'playwright-core';

const password = 'perennial';
const code = '123456';

type Inspect = (page: Page) => Promise<void>;
const skip: Inspect = async () => {};

/** From the sign-in to the consent page; `inspect` sees each page. */
export async function signInAtAmazon(page: Page, seller: string, inspect = skip): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await inspect(page);
  await page.getByLabel('Email').fill(seller);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
  await inspect(page);
  await page.getByLabel('Verification code').fill(code);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('heading', { name: /^Authorize / }).waitFor();
  await inspect(page);
}

/** Up to the last page at Amazon, whose *Continue* leads back. */
export async function agreeAtAmazon(page: Page, seller: string, inspect = skip): Promise<void> {
  await signInAtAmazon(page, seller, inspect);
  await page.getByRole('checkbox', { name: /I understand/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'You are almost done' }).waitFor();
  await inspect(page);
}

export async function continueToPerennial(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}
