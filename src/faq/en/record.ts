import type { PortalPolicy } from '../../policy/portal-policy.js';
import { list, p, t } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, days, wait } from './phrases.js';

type Release = PortalPolicy['results']['release'];

const categories = {
  laboratory: 'Lab tests',
  microbiology: 'Cultures',
  pathology: 'Biopsies and Pap tests',
  imaging: 'X-rays and scans',
};

const showsWhen = (release: Release): string => {
  switch (release.when) {
    case 'after-review':
      return 'once your doctor has reviewed them';
    case 'immediate':
      return 'as soon as the lab is done, sometimes before your doctor has seen them';
    case 'after-days':
      return `${days(release.days)} after the lab is done`;
  }
};

export const record: TopicWords<'record'> = (facts) => {
  const { policy, organization, anyOf } = facts;
  const { release, releaseByCategory = {}, typicalDays, contactAfter } = policy.results;
  const { supplyDays, replyBusinessDays } = policy.renewal;
  const patience = (contactAfter.businessDays ? businessDays : days)(contactAfter.days);
  const exceptions = Object.entries(releaseByCategory).map(
    ([category, exception]) =>
      t`${categories[category as keyof typeof categories]}: ${showsWhen(exception)}.`,
  );
  return {
    'when-results': {
      question: 'When can I see my test results?',
      answer: [
        p`Your results appear ${showsWhen(release)}.`,
        list(...exceptions),
        typicalDays.from === undefined
          ? p`It can take a few days, and up to ${days(typicalDays.to)}.`
          : p`This usually takes ${wait(typicalDays, days)}.`,
      ],
      keywords: 'lab labs blood work long wait how soon ready',
    },
    'missing-result': {
      question: 'I had a test last week. Why is there no result?',
      answer: [
        p`Some tests take longer than others: up to ${days(typicalDays.to)}. And some kinds of tests don’t appear here.`,
        p`If it’s still not here after ${patience}, ${callOffice(facts)}.`,
      ],
      keywords: 'lab labs missing late not showing week',
    },
    'results-not-shared': {
      question: 'Why don’t some results appear?',
      answer: [
        p`Your doctor decides which kinds of tests appear here. Some news is best told in person.`,
        p`Very private tests never appear, and we don’t email you about them. Ask your doctor about these.`,
      ],
      keywords: 'lab labs hidden withheld missing sensitive certain',
    },
    'wrong-information': {
      question: 'Something in my record is wrong or missing. What do I do?',
      answer: [
        p`What you see comes from the record your doctor keeps. You can’t change it here. Tell your doctor at your next appointment. We go over your record every time.`,
        p`Some entries or results came in a form we can’t show, or not in full. We say so there. To get them, ${callOffice(facts)}.`,
      ],
      keywords: 'incorrect mistake error fix correct not right update incomplete gap',
    },
    'medication-not-listed': {
      question: 'Why isn’t one of my medications on the list?',
      answer: [
        p`Some medications come from a doctor who isn’t with ${organization}. You see them only if one of our doctors has added them to your record. Ask about it at your next appointment.`,
      ],
      keywords: 'medication drug prescription missing not show',
    },
    'renewal-request': {
      question: 'What do I need to request a renewal?',
      answer: [
        p`Have these ready:`,
        list(
          t`how many pills you need: for ${anyOf(supplyDays)} days,`,
          t`how many refills you want,`,
          t`any new allergies you have.`,
        ),
        p`Do you have refills left? Then call your pharmacy.`,
      ],
      keywords: 'refill prescription medication medicine details information pills',
    },
    'renewal-time': {
      question: 'How long does a renewal take?',
      answer: [
        p`We’ll reply within ${businessDays(replyBusinessDays)}. If you need it sooner, ${callOffice(facts)}.`,
      ],
      keywords: 'refill prescription medication medicine wait soon',
    },
    'no-renewal-link': {
      question: 'Why can’t I request a renewal of some medications?',
      answer: [
        list(
          t`You may have refills left. Call your pharmacy.`,
          t`It may come from a doctor who isn’t with ${organization}. Ask that doctor.`,
          t`You may have asked already. Wait for our reply first.`,
        ),
        p`If none of these is the reason, ${callOffice(facts)}.`,
      ],
      keywords: 'refill prescription medication link missing button request',
    },
  };
};
