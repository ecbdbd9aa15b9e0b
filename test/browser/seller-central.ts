/** What a seller does at Amazon, page by page. */
import type { Page } from 'playwright-core';

const password = 'perennial';
const code = '123456';

type Look = (page: Page) => Promise<void>;
const onward: Look = async () => {};

/** From the sign-in to the page that asks whether the application may have access; `look` sees each page. */
export async function signInAtAmazon(page: Page, seller: string, look = onward): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await look(page);
  await page.getByLabel('Email').fill(seller);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
  await look(page);
  await page.getByLabel('Verification code').fill(code);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('heading', { name: /^Authorize / }).waitFor();
  await look(page);
}

/** On to the last page at Amazon; what is left is *Continue*. */
export async function agreeAtAmazon(page: Page, seller: string, look = onward): Promise<void> {
  await signInAtAmazon(page, seller, look);
  await page.getByRole('checkbox', { name: /I understand/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'You are almost done' }).waitFor();
  await look(page);
}

export async function continueToUs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}
