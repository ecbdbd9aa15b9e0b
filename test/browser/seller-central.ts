/** What a seller does at Amazon, page by page. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './browser.ts';

const password = 'perennial';
const code = '123456';

/** From the sign-in to the page that asks whether the application may have access. */
export async function signInAtAmazon(page: Page, seller: string): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Email').fill(seller);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Verification code').fill(code);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('heading', { name: /^Authorize / }).waitFor();
  await expectAccessible(page);
}

/** On to the last page at Amazon; what is left is *Continue*. */
export async function agreeAtAmazon(page: Page, seller: string): Promise<void> {
  await signInAtAmazon(page, seller);
  await page.getByLabel(/^I understand/).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'You are almost done' }).waitFor();
  await expectAccessible(page);
  await expect(page.title()).resolves.toContain('Simulation');
}

export async function continueToUs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}
