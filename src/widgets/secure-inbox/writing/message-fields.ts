import type { CareTeamMember } from '../../../contract/record/care-team.js';
import { msg, str } from '../../../locales/localize.js';
import { formatNumber } from '../../../ui/format.js';
import { selectView } from '../../../ui/form/select-view.js';
import { textAreaView } from '../../../ui/form/text-area-view.js';
import type { DraftContent } from '../../../forms/draft-fields.js';
import { textIn } from '../../../forms/draft-fields.js';
import type { Fields } from '../../../forms/form-controller.js';
import type { WritingRules } from './files-words.js';
import { topicWords } from '../message-words.js';

/** What the fields are made of. */
export interface FieldFacts {
  readonly rules: WritingRules;
  readonly content: DraftContent | undefined;
  readonly locale: string;
  /** Characters that stand in the message now. */
  readonly typedLength: number;
}

/** Characters left from which on they are counted. */
const countedFrom = 500;

/** What is written to somebody. */
export const textField = ({ rules, content, locale, typedLength }: FieldFacts): Fields => {
  const left = rules.longestText - typedLength;
  return {
    '/body/text': {
      id: 'message-text',
      name: 'text',
      label: msg('Your message'),
      missing: msg('Write your message'),
      value: textIn(content, '/body/text'),
      autocomplete: 'off',
      required: true,
      drafted: true,
      view: textAreaView(
        rules.longestText,
        8,
        left <= countedFrom ? msg(str`${formatNumber(left, locale)} characters left.`) : '',
      ),
    },
  };
};

/** To whom, about what, and the message. */
export const messageFields = (
  facts: FieldFacts,
  members: readonly CareTeamMember[],
  /** What is asked about. */
  about: string | undefined,
): Fields => {
  const { rules, content } = facts;
  const [first, ...others] = members;
  const only = first && others.length === 0 ? first.id : '';
  const topics = topicWords();
  return {
    '/body/recipient': {
      id: 'message-recipient',
      name: 'recipient',
      label: msg('To'),
      missing: msg('Choose who to write to'),
      value: textIn(content, '/body/recipient') || only,
      autocomplete: 'off',
      required: true,
      drafted: true,
      view: selectView(
        members.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
      ),
    },
    '/body/topic': {
      id: 'message-topic',
      name: 'topic',
      label: msg('What’s it about?'),
      missing: msg('Choose what it’s about'),
      value: textIn(content, '/body/topic') || (about === undefined ? '' : 'result'),
      autocomplete: 'off',
      required: true,
      drafted: true,
      view: selectView(rules.topics.map((topic) => ({ value: topic, label: topics[topic] }))),
    },
    '/body/title': {
      id: 'message-title',
      name: 'title',
      label: msg('Subject'),
      missing: msg('Enter a subject'),
      hint: msg(str`A few words, up to ${rules.longestTitle} characters`),
      value: content ? textIn(content, '/body/title') : (about ?? ''),
      autocomplete: 'off',
      required: true,
      drafted: true,
    },
    ...textField(facts),
  };
};
