import { expect } from 'chai';
import { urgentWordsOf } from '../../../mocks/rules/default-lists.js';
import { mychart } from '../../../src/policy/mychart.js';
import {
  family,
  openFamily,
  readThread,
  reply,
  send,
  sentOf,
  signedInAs,
} from '../family/family.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf, type Answer } from '../../support/portal.js';
import { threadCount, expectSent, writingRules } from './messages.js';

for (const policy of policies) {
  describe(`messages.not-urgent under ${policy.id}`, () => {
    const urgent = urgentWordsOf(policy)[0] ?? '';
    const refusal = (...pointers: string[]) => ({
      rule: 'messages.not-urgent',
      next: ['call-emergency', 'call-office', 'confirm'],
      pointers,
    });

    it('says before writing whom to call', async () => {
      const { browser } = await openFamily(policy);
      const { emergencyNumber, urgentContact } = policy.messages;
      expect(await writingRules(browser)).to.deep.include({
        emergencyNumber,
        urgentContact: { name: urgentContact, phone: policy.support.officePhone },
      });
    });

    it('stops its words, of either language, in title and text', async () => {
      const { backend, browser } = await openFamily(policy);
      for (const word of urgentWordsOf(policy)) {
        const text = `Since today ${word.toUpperCase()}, again.`;
        expect(refusalOf(await send(browser, { text }))).to.deep.equal(refusal('/body/text'));
      }
      for (const [parts, pointers] of [
        [{ title: urgent }, ['/body/title']],
        [{ title: urgent, text: urgent }, ['/body/title', '/body/text']],
      ] as const) {
        expect(refusalOf(await send(browser, parts))).to.deep.equal(refusal(...pointers));
      }
      expect(refusalOf(await reply(browser, { text: urgent }))).to.deep.equal(
        refusal('/body/text'),
      );
      expect(threadCount(backend)).to.equal(2);
    });

    it('lets them through when the writer says that it is no emergency', async () => {
      const { browser } = await openFamily(policy);
      const parts = { text: urgent, confirmed: ['not-urgent'] };
      expectSent(await send(browser, { ...parts, title: urgent }));
      expectSent(await reply(browser, parts));
      expect((await readThread(browser)).messages).to.have.lengthOf(2);
      const other = await send(browser, { text: urgent, confirmed: ['own-record'] });
      expect(refusalOf(other)).to.deep.equal(refusal('/body/text'));
    });

    it('stops no other words', async () => {
      const { browser } = await openFamily(policy);
      const usual = urgentWordsOf(policy === lakeside ? mychart : lakeside);
      for (const text of [...usual, 'a breaststroke', 'a pain in the chests']) {
        expectSent(await send(browser, { text }));
      }
    });
  });

  describe(`messages.own-record under ${policy.id}`, () => {
    const switchTo = (...subjects: string[]) =>
      subjects.map((subject) => ({ action: 'switch-subject', subject }));
    const expectStopped = (answer: Answer, pointer: string, next: readonly object[]) => {
      expect(answer.status, answer.text).to.equal(403);
      const { rule, next: told, errors } = problemOf(answer);
      expect(rule).to.equal('messages.own-record');
      expect(told).to.deep.equal(next);
      expect(errors?.map((error) => error.pointer)).to.deep.equal([pointer]);
    };

    it('stops a title that names a child, and shows the way to the child’s record', async () => {
      const { backend, browser } = await openFamily(policy);
      for (const title of ['Mina’s cough', 'MINA', 'A rash: mína']) {
        for (const confirmed of [[], ['own-record', 'not-urgent']]) {
          const answer = await send(browser, { title, confirmed });
          expectStopped(answer, '/body/title', switchTo('mina'));
        }
      }
      expect(threadCount(backend)).to.equal(2);
    });

    it('asks about a text that names a child, and lets it through when it is meant so', async () => {
      const { browser } = await openFamily(policy);
      const text = 'Mina has a cough. May I have caught it?';
      const next = [...switchTo('mina'), { action: 'confirm' }];
      expectStopped(await send(browser, { text }), '/body/text', next);
      expectStopped(await reply(browser, { text }), '/body/text', next);
      const unheard = await send(browser, { text, confirmed: ['not-urgent'] });
      expectStopped(unheard, '/body/text', next);
      expectSent(await send(browser, { text, confirmed: ['own-record'] }));
      expectSent(await reply(browser, { text, confirmed: ['own-record'] }));
    });

    it('lets it through from the child’s record, signed by the parent', async () => {
      const { backend, browser } = await openFamily(policy);
      const parts = { title: 'Mina’s cough', text: 'Mina coughs. Kind regards, Ann' };
      const { thread } = sentOf(await send(browser, parts, 'mina'));
      const stored = backend.db.tables.threads.get(thread);
      expect(stored?.patientId).to.equal('mina');
      expect(stored?.messages[0].from).to.deep.equal({ side: 'patient', name: 'Ann Example' });
      expect(refusalOf(await send(browser, { title: 'Otto' }, 'mina')).rule).to.equal(
        'messages.own-record',
      );
    });

    it('sends on to whoever it is about where the writer may only look', async () => {
      const { browser } = await openFamily(policy);
      const ask = { action: 'ask-patient' };
      expectStopped(await send(browser, { title: 'Otto' }), '/body/title', [ask]);
      expectStopped(await send(browser, { text: 'Otto and Mina' }), '/body/text', [
        ...switchTo('mina'),
        ask,
        { action: 'confirm' },
      ]);
    });

    it('stops no name of somebody else', async () => {
      const portal = await openFamily(policy);
      for (const title of ['Ben', 'Minas Gerais', 'Ann Example', 'The nomination']) {
        expectSent(await send(portal.browser, { title }));
      }
      const ben = await signedInAs(portal, 'ben.example');
      expectSent(await send(ben, { title: 'Otto' }, 'ben')); // whom Ben has nothing to do with
    });

    it('stops no name that both have', async () => {
      const [ann, ben, mina, otto] = family();
      if (!ann || !ben || !mina || !otto) throw new Error('The family has four people.');
      const named = { ...otto, patient: { ...otto.patient, givenName: 'Ann' } };
      const { browser } = await openFamily(policy, [ann, ben, mina, named]);
      expectSent(await send(browser, { title: 'Ann' }));
      const surname = { ...mina, patient: { ...mina.patient, givenName: 'example' } };
      const other = await openFamily(policy, [ann, ben, surname, otto]);
      expectSent(await send(other.browser, { title: 'For example' }));
    });

    /** Mina is called otherwise. */
    const openWithChild = (givenName: string) => {
      const people = family().map((person) => {
        const { patient } = person;
        return patient.id === 'mina' ? { ...person, patient: { ...patient, givenName } } : person;
      });
      return openFamily(policy, people);
    };

    it('knows a child by any one of several given names', async () => {
      const { browser } = await openWithChild('Felipa Anabel de la Cruz K.');
      for (const title of ['Felipa has a rash', 'ANABEL coughs', 'About Felipa Anabel']) {
        const answer = await send(browser, { title, confirmed: ['own-record'] });
        expectStopped(answer, '/body/title', switchTo('mina'));
      }
      for (const title of ['De la tos', 'Vitamin K']) expectSent(await send(browser, { title }));
    });

    it('asks about a title with a name that is also a word, and takes the word for no name', async () => {
      for (const [givenName, asked, word] of [
        ['June', 'Refill before our trip in June', 'june bugs'],
        ['Will', 'Will has a rash', 'When will my results come'],
        ['Dolores', 'Sobre Dolores', 'Tengo dolores de cabeza'],
      ] as const) {
        const { browser } = await openWithChild(givenName);
        const next = [...switchTo('mina'), { action: 'confirm' }];
        expectStopped(await send(browser, { title: asked }), '/body/title', next);
        expectStopped(await send(browser, { text: asked }), '/body/text', next);
        expectSent(await send(browser, { title: asked, confirmed: ['own-record'] }));
        expectSent(await send(browser, { title: `My ${word}`, text: `My ${word}` }));
      }
    });

    it('comes after the question whether it is urgent', async () => {
      const { browser } = await openFamily(policy);
      const title = `Mina: ${urgentWordsOf(policy)[0] ?? ''}`;
      expect(refusalOf(await send(browser, { title })).rule).to.equal('messages.not-urgent');
      const calm = await send(browser, { title, confirmed: ['not-urgent'] });
      expectStopped(calm, '/body/title', switchTo('mina'));
    });
  });
}
