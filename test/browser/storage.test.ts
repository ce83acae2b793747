import { expect } from '@open-wc/testing';
import { createBackend, type Backend } from '../../mocks/backend.js';
import { ManualClock } from '../../mocks/clock.js';
import { IndexedDbPersistence } from '../../mocks/db/indexed-db-persistence.js';
import { MemoryPersistence } from '../../mocks/db/memory-persistence.js';
import { changesKept, StorageError, type Persistence } from '../../mocks/db/persistence.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { consoleErrors } from '../support/console-errors.js';
import { rejection } from '../support/rejection.js';
import { Browser, openPortal, pageOf, problemOf } from '../support/portal.js';
import { makePerson, makeReport, password } from '../support/sample-people.js';

/** A place of a test's own to store in; each call gives what one more tab would use. */
type Storage = () => Persistence;

const inMemory = (): Storage => {
  const shared = new MemoryPersistence();
  return () => shared;
};

const databases: string[] = [];
const opened: Persistence[] = [];

const inBrowser = (): Storage => {
  const name = `test ${crypto.randomUUID()}`;
  databases.push(name);
  return () => {
    const persistence = new IndexedDbPersistence({ name });
    opened.push(persistence);
    return persistence;
  };
};

afterEach(async () => {
  for (const persistence of opened.splice(0)) await persistence.close();
  for (const name of databases.splice(0)) indexedDB.deleteDatabase(name);
});

const clock = new ManualClock('2026-03-02T15:00:00Z');
const people = [makePerson('ann', 'ann.example', [makeReport()]), makePerson('bob', 'bob.example')];

/** A tab: its own backend on the shared storage, and the one browser's cookies. */
const openTab = async (persistence: Persistence) => {
  const options = { policy: mycooper, clock, people, passwordIterations: 10, persistence };
  const backend = await createBackend(options);
  return { backend, browser: new Browser(backend, { browser: 'laptop' }) };
};

for (const [kind, newStorage] of [
  ['in memory', inMemory],
  ['in IndexedDB', inBrowser],
] as const) {
  describe(`two tabs over data ${kind}`, () => {
    it('are signed in together, and signed out together', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      await one.browser.signIn('ann.example');
      expect((await two.browser.session()).status).to.equal('signed-in');
      await two.browser.send('DELETE', '/session');
      expect((await one.browser.search('ann')).status).to.equal(401);
    });

    it('count every wrong password, even of requests at the same time', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      await one.browser.session();
      await two.browser.session();
      const answers = await Promise.all([
        one.browser.signIn('bob.example', 'wrong'),
        two.browser.signIn('bob.example', 'wrong'),
        one.browser.signIn('bob.example', 'wrong'),
        two.browser.signIn('bob.example', 'wrong'),
      ]);
      const left = answers.map((answer) => problemOf(answer).attemptsLeft);
      expect(left.sort()).to.deep.equal([1, 2, 3, 4]);
      expect(problemOf(await two.browser.signIn('bob.example', 'wrong')).attemptsLeft).to.equal(0);
      expect(problemOf(await one.browser.signIn('bob.example')).rule).to.equal('login.lockout');
    });

    it('see each other’s changes and deletions, the latest of them', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      const namesIn = ({ db }: Backend) =>
        db.transact(({ reports }) => reports.by('patientId', 'ann').map(({ name }) => name));
      await one.backend.db.transact(({ reports }) => {
        reports.put(makeReport({ name: 'First' }));
        reports.put(makeReport({ name: 'Second' }));
        reports.put(makeReport({ id: 'other', name: 'Other' }));
      });
      expect(await namesIn(two.backend)).to.deep.equal(['Second', 'Other']);
      await two.backend.db.transact(({ reports }) => {
        reports.delete('report');
      });
      expect(await namesIn(one.backend)).to.deep.equal(['Other']);
    });

    it('follow one policy', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      await one.backend.setPolicy(mychart);
      await two.browser.session();
      expect(two.backend.policy.id).to.equal('mychart');
    });

    it('start over together', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      await one.browser.signIn('ann.example');
      await two.browser.session();
      await one.backend.reset();
      expect((await two.browser.search('ann')).status).to.equal(401);
      two.browser.csrfToken = '';
      expect((await two.browser.signIn('ann.example')).status).to.equal(200);
    });

    it('agree after more changes than are kept', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      await one.backend.db.transact(({ reports }) => {
        reports.put(makeReport({ id: 'first-change' }));
      });
      for (let n = 1; n <= changesKept; n += 1) {
        await one.backend.db.transact(({ reports }) => {
          reports.put(makeReport({ name: `Change ${n}` }));
        });
      }
      await two.browser.signIn('ann.example');
      const { results } = pageOf(await two.browser.search('ann'));
      expect(results.map(({ name }) => name)).to.have.members([
        'Metabolic panel',
        `Change ${changesKept}`,
      ]);
    });
  });

  describe(`a reload over data ${kind}`, () => {
    it('finds everything as it was, and who is signed in', async () => {
      const storage = newStorage();
      const before = await openTab(storage());
      await before.browser.signIn('ann.example');
      await before.backend.db.transact(({ reports }) => {
        reports.put(makeReport({ id: 'later', name: 'Later' }));
      });
      await before.backend.close();

      const { browser } = await openTab(storage());
      expect((await browser.session()).status).to.equal('signed-in');
      expect(pageOf(await browser.search('ann')).total).to.equal(2);
    });

    it('finds nothing again of what was deleted', async () => {
      const storage = newStorage();
      const before = await openTab(storage());
      await before.backend.db.transact(({ reports }) => {
        reports.delete('report');
      });
      const after = await openTab(storage());
      expect(after.backend.db.tables.reports.get('report')).to.equal(undefined);
    });

    it('hashes no passwords anew, and keeps none', async () => {
      const storage = newStorage();
      const before = await openTab(storage());
      const stored = [...before.backend.db.tables.accounts.values()];
      const after = await openTab(storage());
      expect([...after.backend.db.tables.accounts.values()]).to.have.deep.members(stored);
      expect(JSON.stringify(await storage().load())).not.to.contain(password);
      for (const { passwordHash } of stored) {
        expect(passwordHash).to.match(/^pbkdf2-sha256\$10\$[\w-]{22}\$[\w-]{43}$/);
      }
      expect(new Set(stored.map(({ passwordHash }) => passwordHash)).size).to.equal(2);
    });
  });

  describe(`a transaction over data ${kind}`, () => {
    it('that throws leaves everything as it was, here and in storage', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      const failure = new Error('halfway');
      const halfway = one.backend.db.transact(({ reports, patients }) => {
        reports.put(makeReport({ name: 'Half-written' }));
        reports.put(makeReport({ name: 'Half-written again' }));
        reports.put(makeReport({ id: 'new' }));
        patients.delete('bob');
        throw failure;
      });
      expect(await rejection(halfway)).to.equal(failure);
      for (const { backend } of [one, two]) {
        await backend.db.transact(({ reports, patients }) => {
          expect(reports.by('patientId', 'ann').map(({ name }) => name)).to.deep.equal([
            'Metabolic panel',
          ]);
          expect(patients.get('bob')?.id).to.equal('bob');
        });
      }
    });

    it('waits for the one before it', async () => {
      const storage = newStorage();
      const [one, two] = [await openTab(storage()), await openTab(storage())];
      const log: string[] = [];
      const slowly = (name: string) => async () => {
        log.push(`${name} starts`);
        await Promise.resolve();
        log.push(`${name} ends`);
      };
      await Promise.all([
        one.backend.db.transact(slowly('one')),
        two.backend.db.transact(slowly('two')),
      ]);
      expect(log[1]).to.equal(log[0]?.replace('starts', 'ends'));
      expect(log[3]).to.equal(log[2]?.replace('starts', 'ends'));
    });
  });
}

describe('a change outside of a transaction', () => {
  it('is refused', async () => {
    const { backend } = await openPortal();
    const kept = await backend.db.transact((tables) => tables);
    expect(() => kept.patients.delete('ann')).to.throw('patients outside of a transaction');
    expect(backend.db.tables.patients.get('ann')?.id).to.equal('ann');
  });
});

describe('people of whom two have one username', () => {
  it('are refused', async () => {
    const both = [makePerson('ann', 'ann.example'), makePerson('eve', ' Ann.Example')];
    expect(String(await rejection(openPortal({ people: both })))).to.contain('"ann.example"');
  });
});

describe('stored data of another edition', () => {
  const open = (name: string, edition: string, id: string) => {
    const persistence = new IndexedDbPersistence({ name, edition });
    opened.push(persistence);
    return openPortal({ persistence, people: [makePerson(id, `${id}.example`)] });
  };

  it('is dropped; a tab that still uses it says what to do', async () => {
    const name = `test ${crypto.randomUUID()}`;
    databases.push(name);
    const old = await open(name, 'first', 'ann');
    const now = await open(name, 'second', 'eve');
    expect([...now.backend.db.tables.patients.values()].map(({ id }) => id)).to.deep.equal(['eve']);
    let status = 0;
    const errors = await consoleErrors(async () => {
      ({ status } = await old.browser.send('GET', '/session'));
    });
    expect(status).to.equal(503);
    expect(errors).to.contain('another version').and.to.contain('reload');
    expect((await now.browser.signIn('eve.example')).status).to.equal(200);
  });

  it('of the same edition stays', async () => {
    const name = `test ${crypto.randomUUID()}`;
    databases.push(name);
    await open(name, 'first', 'ann');
    const again = await open(name, 'first', 'eve');
    expect((await again.browser.signIn('ann.example')).status).to.equal(200);
  });
});

describe('storage that goes away', () => {
  it('while the page is open starts over with the first data', async () => {
    const storage = inBrowser();
    const { browser } = await openTab(storage());
    await browser.signIn('ann.example');
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(databases[0] ?? '');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect((await browser.search('ann')).status).to.equal(401);
    browser.csrfToken = '';
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  /** Fails when told to, as a full disk or a private window would. */
  class FailingPersistence extends MemoryPersistence {
    failing = false;
    override async commit(...args: Parameters<MemoryPersistence['commit']>) {
      if (this.failing) throw new StorageError('The disk is full.');
      await super.commit(...args);
    }
  }

  it('while storing answers 503, and has changed nothing', async () => {
    const persistence = new FailingPersistence();
    const { backend, browser } = await openPortal({ persistence });
    await browser.session();
    const before = backend.db.tables.sessions.size;
    persistence.failing = true;
    const errors = await consoleErrors(async () => {
      const answer = await browser.signIn('ann.example');
      expect(answer.status).to.equal(503);
      expect(problemOf(answer)).to.deep.include({
        type: 'urn:portal-widgets:problem:unavailable',
        next: [{ action: 'try-again' }],
      });
    });
    expect(errors).to.contain('The disk is full.');
    expect(backend.db.tables.sessions.size).to.equal(before);
    persistence.failing = false;
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('says so where a page that is not secure has no locks', async () => {
    const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks');
    if (!original) throw new Error('There are no Web Locks here.');
    Reflect.deleteProperty(Navigator.prototype, 'locks');
    const caught = await rejection(openTab(new IndexedDbPersistence({ name: 'never opens' })));
    Object.defineProperty(Navigator.prototype, 'locks', original);
    expect(caught).to.be.instanceOf(StorageError);
    expect(String(caught)).to.contain('https');
  });

  it('before the backend opens says so', async () => {
    const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
    if (!original) throw new Error('There is no IndexedDB here.');
    Object.defineProperty(IDBFactory.prototype, 'open', {
      ...original,
      value: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    const caught = await rejection(openTab(new IndexedDbPersistence({ name: 'never opens' })));
    Object.defineProperty(IDBFactory.prototype, 'open', original);
    expect(caught).to.be.instanceOf(StorageError);
    expect(String(caught)).to.contain('private window');
    expect((caught as StorageError).cause).to.be.instanceOf(DOMException);
  });
});
