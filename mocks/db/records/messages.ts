import type { DraftForm } from '../../../src/contract/messages/drafts.js';
import type { MessageTopic } from '../../../src/contract/messages/threads.js';
import type { AttachmentType } from '../../../src/policy/portal-policy.js';

/** A message of a thread (FHIR Communication). Once sent, it never changes. */
export interface Message {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** `patient`: by the patient or a proxy, whose name it is. */
  readonly from: { readonly side: 'patient' | 'care-team'; readonly name: string };
  readonly text: string;
  /** Of the attachments. */
  readonly attachmentIds: readonly string[];
  /** RFC 3339 full-date of the promised answer (`messages.reply-time`); null: none is awaited. */
  readonly expectedBy: string | null;
}

/** What a patient and the care team write to each other about one matter, in one record. */
export interface ThreadRecord {
  readonly id: string;
  readonly patientId: string;
  readonly title: string;
  readonly topic: MessageTopic;
  /** The other side: a member of the care team, by the name and role of then. */
  readonly careTeamMember: { readonly id: string; readonly name: string; readonly role: string };
  /** Oldest first; at least one. */
  readonly messages: readonly [Message, ...Message[]];
  /** How many of the messages the patient's side has read, from the oldest on. */
  readonly readCount: number;
  readonly archived: boolean;
  /** Whether the care team has closed it: nothing can be answered any more. */
  readonly closed: boolean;
}

/** A file of a message or of a draft (FHIR Attachment). */
export interface AttachmentRecord {
  readonly id: string;
  readonly patientId: string;
  /** Who brought it: until it is sent nobody else sees it. Null: the care team. */
  readonly accountId: string | null;
  readonly name: string;
  /** Media type, as its content says. */
  readonly type: AttachmentType;
  /** Bytes. */
  readonly size: number;
  /** Base64. */
  readonly data: string;
  /** Null: not sent yet. */
  readonly threadId: string | null;
  /** The draft that it was brought for; with that it goes if it is not sent. Null: none. */
  readonly draft: string | null;
  /** Epoch milliseconds. */
  readonly addedAt: number;
}

/** What somebody has typed into a form and not sent yet. Nobody else sees it. */
export interface DraftRecord {
  /** Account, subject and name of the draft. */
  readonly id: string;
  /** As the account names it: `[A-Za-z0-9_-]{1,64}`. */
  readonly name: string;
  readonly accountId: string;
  /** Whose record it is meant for. */
  readonly patientId: string;
  readonly form: DraftForm;
  /** Counts what was saved: a smaller number than the one stored comes too late. */
  readonly sequence: number;
  /** The page that saved it last, by a name that it made up. */
  readonly writer: string;
  /** What was typed, as the form has it. Never a secret. null: dropped (`decideSave` says why it is kept). */
  readonly content: Readonly<Record<string, unknown>> | null;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}
