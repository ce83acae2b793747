/**
 * Whether elements that have left the page leave anything behind: each is mounted and unmounted 1,000 times
 * beside a session that goes on.
 *
 *   npm run bench:leaks              every element
 *   npm run bench:leaks -- TAG...    these
 *
 * Prints what is left after garbage collection, in Chromium: live instances of the element's class, and
 * nodes and event listeners beyond those that were there after the first 50 mounts. Fails where any is left.
 */
import type * as puppeteer from 'puppeteer-core';
import { tags } from '../../scripts/elements.js';
import { root } from '../../scripts/project.js';
import { staticServer } from '../../scripts/static-server.js';
import { bundle, open } from './browser.js';

const mounts = 1_000;
/** What is made once and kept, such as a module that is loaded on demand, is there after these. */
const warmUps = 50;

interface Left {
  readonly instances: number;
  readonly nodes: number;
  readonly listeners: number;
}

interface Page {
  prepare(tag: string): Promise<void>;
  mount(tag: string, times: number): Promise<void>;
}

const left = async (cdp: puppeteer.CDPSession, tag: string): Promise<Left> => {
  for (let n = 0; n < 4; n += 1) await cdp.send('HeapProfiler.collectGarbage');
  const evaluate = async (expression: string) =>
    (await cdp.send('Runtime.evaluate', { expression })).result.objectId ?? '';
  const prototype = await evaluate(`customElements.get('${tag}').prototype`);
  const { objects } = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: prototype,
    objectGroup: 'left',
  });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  // Handles to the found objects would keep them.
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup: 'left' });
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { instances: Number(result.value), nodes, listeners: jsEventListeners };
};

const script = await bundle('leaks/page.ts');
const server = staticServer({ root, documents: new Map([['/page.json', '{}']]) });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
const browser = await open();

const asked = process.argv.slice(2);
console.log(`what ${mounts.toLocaleString('en')} mounts leave behind:\n`);
console.log('| element | instances | nodes | listeners |\n| --- | ---: | ---: | ---: |');
try {
  for (const tag of asked.length > 0 ? asked : tags) {
    const page = await browser.newPage();
    await page.goto(`${origin}/page.json`); // a loopback page, as the client wants it
    await page.evaluate(script);
    const cdp = await page.createCDPSession();
    const mount = (times: number) =>
      page.evaluate(
        (name: string, count: number) => (globalThis as unknown as Page).mount(name, count),
        tag,
        times,
      );
    await page.evaluate((name: string) => (globalThis as unknown as Page).prepare(name), tag);
    await mount(warmUps);
    const before = await left(cdp, tag);
    await mount(mounts);
    const after = await left(cdp, tag);
    // The page's own session stays.
    const instances = after.instances - (tag === 'portal-session' ? 1 : 0);
    const nodes = Math.max(0, after.nodes - before.nodes);
    const listeners = Math.max(0, after.listeners - before.listeners);
    console.log(`| ${tag} | ${instances} | ${nodes} | ${listeners} |`);
    if (instances > 0 || nodes > 0 || listeners > 0) {
      console.error(`<${tag}> leaves something behind.`);
      process.exitCode = 1;
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
