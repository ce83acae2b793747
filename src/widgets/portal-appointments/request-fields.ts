import type { AppointmentMode, TimeOfDay } from '../../contract/record/appointments.js';
import type { CareTeamMember } from '../../contract/record/care-team.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { capitalized } from '../../ui/words/policy-words.js';
import { chipChoices } from '../../ui/form/chip-choices.js';
import { choiceView } from '../../ui/form/choice-view.js';
import { choicesView } from '../../ui/form/choices-view.js';
import type { FieldLimits } from '../../ui/form/form-problems.js';
import { textAreaView } from '../../ui/form/text-area-view.js';
import { textIn, type DraftContent } from '../../forms/draft-fields.js';
import type { Fields, ReadTyped } from '../../forms/form-controller.js';
import {
  daysWords,
  modeWords,
  timesWords,
  timeOfDayWords,
  weekdayWords,
} from './appointment-words.js';

/** Characters that the contract takes. */
const most = { reason: 500, note: 1000 };

/** For words about what is too long. */
export const limits: Readonly<Record<string, FieldLimits>> = {
  '/body/reason': { most: most.reason },
  '/body/note': { most: most.note },
};

/**
 * What a request for an appointment asks.
 * @param members of the care team
 * @param kept what was typed before
 */
export const requestFields = (
  { policy, locale }: PortalContext,
  members: readonly CareTeamMember[],
  kept: DraftContent | undefined,
): Fields => {
  const field = (pointer: string) => ({
    id: `request-${pointer.replace('/body/', '')}`,
    name: pointer.replace('/body/', ''),
    autocomplete: 'off' as const,
    drafted: true,
  });
  const days = [...policy.calendar.businessDays].sort((a, b) => a - b);
  return {
    '/body/reason': {
      ...field('/body/reason'),
      label: msg('Reason for the appointment'),
      hint: msg('A few words are enough. Only your care team sees this.'),
      view: textAreaView(most.reason, 2),
      value: textIn(kept, '/body/reason'),
      required: true,
      missing: msg('Enter the reason for the appointment'),
    },
    '/body/practitioner': {
      ...field('/body/practitioner'),
      label: msg('Who would you like to see?'),
      view: choiceView([
        { value: '', label: msg('Anyone on the care team') },
        ...members.map(({ id, name, role }) => ({ value: id, label: `${name} (${role})` })),
      ]),
      value: textIn(kept, '/body/practitioner'),
    },
    '/body/mode': {
      ...field('/body/mode'),
      label: msg('How would you like to be seen?'),
      view: chipChoices(
        choiceView(Object.entries(modeWords()).map(([value, label]) => ({ value, label }))),
      ),
      value: textIn(kept, '/body/mode') || 'in-person',
    },
    '/body/days': {
      ...field('/body/days'),
      label: msg('Which days work for you? (optional)'),
      hint: msg('Choose all that work. Choose none if any day is fine.'),
      view: chipChoices(
        choicesView(
          days.map((day) => ({
            value: String(day),
            label: capitalized(weekdayWords(day, locale)),
          })),
          textsIn(kept, '/body/days'),
        ),
      ),
    },
    '/body/times': {
      ...field('/body/times'),
      label: msg('What times of day? (optional)'),
      view: chipChoices(
        choicesView(
          Object.entries(timeOfDayWords()).map(([value, label]) => ({ value, label })),
          textsIn(kept, '/body/times'),
        ),
      ),
    },
    '/body/note': {
      ...field('/body/note'),
      label: msg('Anything else we should know? (optional)'),
      view: textAreaView(most.note),
      value: textIn(kept, '/body/note'),
    },
  };
};

/** What the request says. */
export const requestBody = (form: HTMLFormElement, typed: ReadTyped) => {
  const chosen = new FormData(form);
  return {
    reason: typed('/body/reason'),
    practitioner: typed('/body/practitioner') || null,
    mode: typed('/body/mode') as AppointmentMode, // one of the choices
    days: chosen.getAll('days').map(Number),
    times: chosen.getAll('times') as TimeOfDay[], // as above
    note: typed('/body/note') || null,
  };
};

/** What was chosen in a draft, in words, by the JSON Pointers of the choices. */
export const wishWords = (
  content: DraftContent,
  members: readonly CareTeamMember[],
  locale: string,
): Readonly<Record<string, string>> => {
  const member = members.find(({ id }) => id === textIn(content, '/body/practitioner'));
  const modes: Readonly<Record<string, string>> = modeWords();
  const parts = Object.keys(timeOfDayWords()) as TimeOfDay[];
  const times = textsIn(content, '/body/times');
  return {
    '/body/practitioner': member?.name ?? msg('Anyone on the care team'),
    '/body/mode': modes[textIn(content, '/body/mode')] ?? '',
    '/body/days': daysWords(textsIn(content, '/body/days').map(Number), locale),
    '/body/times': timesWords(
      parts.filter((part) => times.includes(part)),
      locale,
    ),
  };
};

/** Texts in the content of a draft, which an older page may have kept. */
const textsIn = (content: DraftContent | undefined, name: string): string[] => {
  const value = content?.[name];
  return Array.isArray(value) ? value.map(String) : [];
};
