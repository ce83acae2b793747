import type { ThreadSpec } from '../care-threads.js';
import { staff } from '../staff.js';

/** Unread, answered, waiting, waited for too long, closed and archived. */
export const rosaThreads: readonly ThreadSpec[] = [
  {
    title: 'Your yearly blood test',
    topic: 'result',
    with: staff.primaryCare,
    messages: [
      [
        'care-team',
        6,
        'Dear Rosa, most of your blood test is fine. I have written a few words beside each result. Let us talk about your cholesterol at the next visit.',
      ],
    ],
    unread: 1,
  },
  {
    title: 'Thyroid tablets and coffee',
    topic: 'medication',
    with: staff.primaryCare,
    messages: [
      ['patient', 5, 'I take the thyroid tablet with my first coffee. Is that a problem?'],
      [
        'care-team',
        3.8,
        'Yes: coffee keeps some of it from getting into your blood. Please take it with water and wait 30 minutes.',
      ],
      ['patient', 3.5, 'Thank you. Does tea count, too?'],
      ['care-team', 2.6, 'It does, a little. Water is best.'],
    ],
    unread: 1,
  },
  {
    title: 'Shoulder pain',
    topic: 'question',
    with: staff.nursePractitioner,
    messages: [
      [
        'patient',
        1.2,
        'Since Sunday my right shoulder hurts when I lift my arm. No fall, no fever. Should I come in?',
      ],
    ],
  },
  {
    title: 'Scar on my back',
    topic: 'question',
    with: staff.dermatology,
    messages: [
      [
        'patient',
        9.5,
        'The scar where you took the mole off is still red after two months. Is this normal?',
      ],
    ],
  },
  {
    title: 'Iron tablets',
    topic: 'medication',
    with: staff.primaryCare,
    messages: [
      ['patient', 288, 'I have finished the three months of iron. Do I need more?'],
      ['care-team', 286.8, 'No, you can stop. We check your blood count at the next visit.'],
      ['patient', 286.5, 'Great, thank you!'],
    ],
    closed: true,
  },
  {
    title: 'Parking at the hospital',
    topic: 'appointment',
    with: staff.gynecology,
    messages: [
      ['patient', 249, 'Where do I park for my appointment next week?'],
      ['care-team', 248, 'In garage B, free of charge. Take the elevator to floor 2.'],
    ],
    archived: true,
  },
];
