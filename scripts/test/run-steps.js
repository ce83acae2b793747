import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { filesOfPage } from './browser-tests.js';
import { root } from '../project.js';
import { sum, tallyOf } from './tally.js';

/** @import { Tally } from './tally.js' */
/** @import { Plan, Step } from './test-steps.js' */

/** Where each step leaves what it printed, its count and, for the next time, how long it took. */
const folder = join(root, 'build/test');
const timesFile = join(folder, 'seconds.json');

/**
 * Runs the steps of a plan, two lanes side by side, each to its end even if something fails. Says what
 * each does, how long it took and about how much is left; what fails is named at once.
 * @param {Plan} plan
 * @returns {Promise<Record<string, Tally>>} the count of each step, or of each browser in it
 */
export async function runSteps({ lanes, after }) {
  mkdirSync(folder, { recursive: true });
  const steps = [...lanes.flat(), ...after];
  const times = readTimes();
  /** @type {Record<string, Tally>} */
  const results = {};
  /** @type {Map<Step, number>} when each that is running has begun */
  const running = new Map();
  let done = 0;

  /** @param {Step} step */
  const expected = (step) => times[step.name] ?? step.seconds;

  /** @param {readonly Step[]} lane */
  const leftOf = (lane) =>
    lane
      .filter((step) => running.has(step) || !results[step.name])
      .map((step) => Math.max(0, expected(step) - secondsSince(running.get(step))))
      .reduce((all, seconds) => all + seconds, 0);

  const left = () => {
    const seconds = Math.max(0, ...lanes.map(leftOf)) + leftOf(after);
    if (done === steps.length) return '';
    return seconds < 50
      ? ', less than a minute left'
      : `, about ${Math.ceil(seconds / 60)} min left`;
  };

  const status = process.stdout.isTTY ? setInterval(showRunning, 1000) : undefined;
  function showRunning() {
    const names = [...running].map(([{ name }, start]) => `${name} ${secondsSince(start)} s`);
    write(`\r\x1b[K${names.join(' · ')}${left()}`);
  }
  /** @param {string} line */
  const print = (line) => {
    write(`${status ? '\r\x1b[K' : ''}${line}\n`);
  };

  /** @param {Step} step */
  const run = async (step) => {
    if (!status) print(`… ${step.name}`);
    running.set(step, Date.now());
    const outcome = await runStep(step, (line) => print(`${step.name}: ${line}`));
    const seconds = secondsSince(running.get(step));
    running.delete(step);
    done += 1;
    Object.assign(results, { [step.name]: outcome });
    times[step.name] = seconds;
    const { passed, failed } = outcome;
    const count = step.counts ? ` ${passed} passed, ${failed} failed,` : '';
    print(
      `${failed ? '✗' : '✓'} ${step.name}:${count} ${seconds} s (${done} of ${steps.length}${left()})`,
    );
  };
  /** @param {readonly Step[]} lane */
  const runLane = async (lane) => {
    for (const step of lane) await run(step);
  };

  await Promise.all(lanes.map(runLane));
  await runLane(after);
  clearInterval(status);
  writeFileSync(timesFile, JSON.stringify(times));
  return results;
}

/** @param {string} text */
const write = (text) => process.stdout.write(text);

/** @param {number | undefined} start */
const secondsSince = (start) => (start === undefined ? 0 : Math.round((Date.now() - start) / 1000));

/** @returns {Record<string, number>} how long each step took the last time */
function readTimes() {
  return existsSync(timesFile) ? JSON.parse(readFileSync(timesFile, 'utf8')) : {};
}

/** How often pages are run whose browser dies. A page that came to its end never runs again. */
const maxRuns = 4;

/**
 * @param {Step} step
 * @param {(line: string) => void} tell what is said of a failure, as it happens
 * @param {number} [runs]
 * @returns {Promise<Tally>}
 */
async function runStep(step, tell, runs = 1) {
  const { name, command, env, counts } = step;
  const file = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  for (const path of [file, `${file}.died`]) rmSync(path, { force: true });
  const { status, printed } = await output(command, { ...process.env, ...env, TALLY: file }, tell);
  writeFileSync(file.replace('.json', runs === 1 ? '.log' : `-${runs}.log`), printed);

  /** @type {Tally[]} */
  const counted = Object.values(readJson(file) ?? {});
  const tally = sum(counted);
  /** @type {string[]} */
  const died = readJson(`${file}.died`) ?? [];
  if (died.length > 0 && runs < maxRuns) {
    const files = died.flatMap(filesOfPage);
    tell(`the browser died under ${files.join(', ')}: once more`);
    const again = { ...step, env: { ...env, FILES: files.join(',') } };
    return sum([tally, await runStep(again, tell, runs + 1)]);
  }
  if (counts && tally.passed + tally.failed > 0 && (status === 0 || tally.failed > 0)) return tally;
  const passed = !counts && status === 0;
  if (!passed) tell(`\n${printed}`);
  const message = counts
    ? 'It ended badly, or counted nothing. See what it printed above.'
    : 'See what it printed above.';
  return sum([tally, tallyOf([{ passed, name, message }])]);
}

/** @param {string} file */
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} tell
 * @returns {Promise<{ status: number, printed: string }>}
 */
async function output([program = '', ...parameters], env, tell) {
  const isNode = program === 'node';
  const child = spawn(isNode ? process.execPath : program, parameters, {
    cwd: root,
    env,
    shell: process.platform === 'win32' && !isNode, // npm is a script of the shell there
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {string[]} */
  const printed = [];
  const read = async (/** @type {import('node:stream').Readable} */ stream) => {
    for await (const typed of createInterface({ input: stream })) {
      const line = stripVTControlCharacters(typed);
      printed.push(line);
      if (line.startsWith('✗ ')) tell(line);
    }
  };
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      printed.push(String(error));
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  await Promise.all([read(child.stdout), read(child.stderr)]);
  return { status: await ended, printed: printed.join('\n') };
}
