/** Debian's Chromium, and what every page has to hold in it: no error in its console, nothing from elsewhere. */
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
  /** Errors of this shape belong to what the test does, such as a page that is refused on purpose. */
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
  /** Somebody at a browser of their own: nothing is shared with anybody else's. */
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

/** One Chromium for the file; after each test, what anybody's pages complained about fails it. */
export function useBrowser(): Visitors {
  let browser: Browser;
  let here: { context: BrowserContext; complaints: () => string[] }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  }, limitMs(30_000));
  afterEach(async () => {
    const complaints = here.flatMap((person) => person.complaints());
    await Promise.all(here.map(({ context }) => context.close()));
    here = [];
    expect(complaints).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    async arrive(options) {
      const context = await openContext(browser, options);
      const heard = listen(context);
      const expected: RegExp[] = [];
      here.push({
        context,
        complaints: () => heard.filter((complaint) => !expected.some((shape) => shape.test(complaint))),
      });
      return { context, page: await context.newPage(), expectError: (shape) => void expected.push(shape) };
    },
  };
}

function listen(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console of ${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => heard.push(`error of ${error.page()?.url()}: ${String(error.error())}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !ourHosts.has(hostname)) heard.push(`request to ${request.url()}`);
  });
  return heard;
}

const animationsEnd = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished),
)`;

/**
 * No serious or critical finding of axe, each told with the elements it is about. React Aria's announcer is left out: it
 * names a pending button by the id of its label for some seconds, also after the button has gone with its dialog.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still fading in has colours of its own.
  await page.evaluate(animationsEnd);
  const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]').options({ resultTypes: ['violations'] });
  // Our pages have no frames, for which axe would open a page of its own each time.
  const { violations } = await axe.setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(told, `${await page.title()} (${page.url()})`).toEqual([]);
}
