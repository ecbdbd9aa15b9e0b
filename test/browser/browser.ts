/** Debian's Chromium, and the rules for every page in it: no error in its console, no request to another host. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { limitMs } from '../setup/scaled-time.ts';
import { findChromium } from './find-chromium.ts';

const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const ourHosts = new Set(['localhost', '127.0.0.1']);
const waitMs = 15_000;

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of this shape are part of the test, such as a page that is refused on purpose. */
  expectError(shape: RegExp): void;
}

export interface VisitorOptions {
  readonly locale?: string;
  readonly dark?: boolean;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface Visitors {
  /** A visitor with a browser profile of their own. */
  arrive(options?: VisitorOptions): Promise<Visitor>;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env), args: launchArgs });
}

export async function openContext(
  browser: Browser,
  { locale = 'en-GB', dark = false, width = 1280, height = 900 }: VisitorOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale,
    timezoneId: 'Europe/Amsterdam',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: { width, height },
  });
  context.setDefaultTimeout(limitMs(waitMs));
  return context;
}

/** One Chromium for the file; an error on any visitor's page fails the test. */
export function useBrowser(): Visitors {
  let browser: Browser;
  let present: { context: BrowserContext; errors: () => string[] }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  }, limitMs(30_000));
  afterEach(async () => {
    const errors = present.flatMap((visitor) => visitor.errors());
    await Promise.all(present.map(({ context }) => context.close()));
    present = [];
    expect(errors).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    async arrive(options) {
      const context = await openContext(browser, options);
      const errors = collectErrors(context);
      const expected: RegExp[] = [];
      present.push({
        context,
        errors: () => errors.filter((error) => !expected.some((shape) => shape.test(error))),
      });
      return { context, page: await context.newPage(), expectError: (shape) => void expected.push(shape) };
    },
  };
}

function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console of ${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => errors.push(`error of ${error.page()?.url()}: ${String(error.error())}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !ourHosts.has(hostname)) errors.push(`request to ${request.url()}`);
  });
  return errors;
}

const animationsEnd = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished),
)`;

/**
 * No serious or critical violation of axe's rules; the message names the elements. React Aria's announcer is left out:
 * for some seconds it names a pending button by the id of its label, even after the dialog with the button has closed.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // An element that is still fading in does not have its final colours.
  await page.evaluate(animationsEnd);
  const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]').options({ resultTypes: ['violations'] });
  // Without legacy mode, axe opens another page for frames, and these pages have none.
  const { violations } = await axe.setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const messages = serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(messages, `${await page.title()} (${page.url()})`).toEqual([]);
}
