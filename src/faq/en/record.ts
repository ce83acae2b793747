import type { PortalPolicy } from '../../policy/portal-policy.js';
import { list, p, t } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, days, wait } from './phrases.js';

type Release = PortalPolicy['results']['release'];

const categories = {
  laboratory: 'Lab tests',
  microbiology: 'Tests for germs',
  pathology: 'Tissue tests',
  imaging: 'X-rays and scans',
};

const showsWhen = (release: Release): string => {
  switch (release.when) {
    case 'after-review':
      return 'as soon as your doctor has looked at it';
    case 'immediate':
      return 'as soon as the lab is done, at times before your doctor has seen it';
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
        p`A result shows ${showsWhen(release)}.`,
        list(...exceptions),
        typicalDays.from === undefined
          ? p`It can take a few days, and up to ${days(typicalDays.to)}.`
          : p`This mostly takes ${wait(typicalDays, days)}.`,
      ],
      keywords: 'lab labs blood work long wait how soon ready',
    },
    'missing-result': {
      question: 'I had a test last week. Why is there no result?',
      answer: [
        p`Some tests take longer than others: up to ${days(typicalDays.to)}. And some kinds of tests do not show here.`,
        p`If it is still not here after ${patience}, ${callOffice(facts)}.`,
      ],
      keywords: 'lab labs missing late not showing week',
    },
    'results-not-shared': {
      question: 'Why are some results not shown?',
      answer: [
        p`Your doctor decides which kinds of tests show here. Some news is best told in person.`,
        p`Very private tests never show, and we send no email about them. Ask your doctor about these.`,
      ],
      keywords: 'lab labs hidden withheld missing sensitive certain',
    },
    'wrong-information': {
      question: 'Something in my record is wrong. What do I do?',
      answer: [
        p`What you see comes from the record that your doctor keeps. It cannot be changed here. Tell your doctor at your next visit. We go over your record at each visit.`,
      ],
      keywords: 'incorrect mistake error fix correct not right update',
    },
    'medication-not-listed': {
      question: 'Why is one of my medicines not on the list?',
      answer: [
        p`Some medicines come from a doctor who is not with ${organization}. These show only if one of our doctors has put them in your record. Ask about it at your next visit.`,
      ],
      keywords: 'medication drug prescription missing not show',
    },
    'renewal-request': {
      question: 'What do I need to ask for a renewal?',
      answer: [
        p`Have these at hand:`,
        list(
          t`how many pills you need: for ${anyOf(supplyDays)} days,`,
          t`how many refills you want,`,
          t`any new allergies that you have.`,
        ),
        p`Do you have refills left? Then call your pharmacy.`,
      ],
      keywords: 'refill prescription medication medicine details information pills',
    },
    'renewal-time': {
      question: 'How long does a renewal take?',
      answer: [
        p`You get an answer within ${businessDays(replyBusinessDays)}. If you need it sooner, ${callOffice(facts)}.`,
      ],
      keywords: 'refill prescription medication medicine wait soon',
    },
    'no-renewal-link': {
      question: 'Why can I not ask for a renewal of some medicines?',
      answer: [
        list(
          t`You may have refills left. Call your pharmacy.`,
          t`It may come from a doctor who is not with ${organization}. Ask that doctor.`,
          t`You may have asked before. Wait for the answer first.`,
        ),
        p`If none of these fits, ${callOffice(facts)}.`,
      ],
      keywords: 'refill prescription medication link missing button request',
    },
  };
};
