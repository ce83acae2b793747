import axe from 'axe-core';
import type { Page } from '@playwright/test';

/** What the toolbar can be set to; see `.storybook/toolbar.ts`. */
export type Globals = Readonly<Record<string, string>>;

interface Channel {
  on(event: string, listener: (payload: unknown) => void): void;
  off(event: string, listener: (payload: unknown) => void): void;
  emit(event: string, payload: unknown): void;
  /** What was told the last time. */
  last(event: string): unknown;
}

declare global {
  var __STORYBOOK_ADDONS_CHANNEL__: Channel;
}

/** What Storybook tells of a story that went wrong: a failed play alone does not make it end in an error. */
const bad = [
  'playFunctionThrewException',
  'storyThrewException',
  'storyErrored',
  'storyMissing',
  'unhandledErrorsWhilePlaying',
];

/**
 * Goes from story to story in one page of the built Storybook, as its sidebar and toolbar do. What the console and
 * Storybook complain of is kept until it is taken.
 */
export class Visitor {
  readonly #complaints: string[] = [];

  /** @param page of Playwright, in which nothing is open yet */
  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#complaints.push(`page: ${error.message}`));
  }

  /** Opens the frame of stories, with one of them. */
  async open(id: string, globals: Globals = {}): Promise<void> {
    const chosen = Object.entries(globals).map(([name, value]) => `${name}:${value}`);
    const query = new URLSearchParams({ id, viewMode: 'story', globals: chosen.join(';') });
    await this.page.goto(`/iframe.html?${query.toString()}`);
    await this.page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in globalThis);
    await this.page.waitForFunction(
      () => __STORYBOOK_ADDONS_CHANNEL__.last('storyFinished') !== undefined,
    );
  }

  /** Shows another story, to the end of its steps. */
  async show(id: string): Promise<void> {
    await this.#tell('setCurrentStory', { storyId: id, viewMode: 'story' });
  }

  /** Chooses in the toolbar. */
  async choose(globals: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#tell('updateGlobals', { globals });
  }

  /** What went wrong since it was last asked. */
  complaints(): string[] {
    return this.#complaints.splice(0);
  }

  /** What axe finds in what is shown. */
  async mistakes(root = '#storybook-root'): Promise<string[]> {
    const there = await this.page.evaluate(() => 'axe' in globalThis);
    if (!there) await this.page.evaluate(axe.source);
    return this.page.evaluate(async (selector) => {
      const element = document.querySelector(selector);
      if (!element) return [`There is no ${selector}.`];
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(element, {
        resultTypes: ['violations'],
        // An element is a part of a page, whose landmarks and first heading are the host's.
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    }, root);
  }

  /** How far the page reaches to the side, in CSS pixels. */
  width(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth);
  }

  async #tell(event: string, payload: unknown): Promise<void> {
    const found = await this.page.evaluate(
      ([name, sent, failures]) =>
        new Promise<string[]>((resolve) => {
          const channel = __STORYBOOK_ADDONS_CHANNEL__;
          const heard: string[] = [];
          const hear = (problem: unknown) => void heard.push(JSON.stringify(problem));
          const finish = () => {
            for (const each of failures) channel.off(each, hear);
            channel.off('storyFinished', finish);
            resolve(heard);
          };
          for (const each of failures) channel.on(each, hear);
          channel.on('storyFinished', finish);
          channel.emit(name, sent);
        }),
      [event, payload, bad] as const,
    );
    this.#complaints.push(...found);
  }
}
