import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { shareRecord } from '../../contract/generated/sharing.js';
import type { Sharing } from '../../contract/family/sharing.js';
import { msg, str } from '../../locales/localize.js';
import type { ProxyRelationship } from '../../policy/portal-policy.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { choiceView } from '../../ui/form/choice-view.js';
import { relationshipWords } from '../../ui/words/family-words.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { formatDay } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { headingView } from '../../ui/heading.js';
import { skeletonView } from '../../ui/skeleton.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { consentFormButton } from '../../forms/consent-form-button.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, linesOf, textIn } from '../../forms/draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { SendOnce } from '../../forms/send-once.js';
import { addStyles } from '../../ui/lazy-part.js';
import { accessChoices } from './access-choices.js';
import { PortalInvitationSentEvent } from './family-access.events.js';
import type { SharingReader } from './sharing-reader.js';

const limits = { '/body/name': { most: 100 } };

/**
 * The two ways to give somebody access: an invitation by e-mail, where the backend says that one can be sent
 * (`proxy.friends-and-family`), and the form on paper (`proxy.consent-form`).
 */
export class GivingAccess implements ReactiveController {
  readonly #host: LitElement;
  readonly #sharing: SharingReader;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #request = new SendOnce();
  #key = '';

  constructor(host: LitElement, session: SessionController, sharing: SharingReader) {
    this.#host = host;
    this.#sharing = sharing;
    addStyles(host, fieldStyles, choiceStyles, formStyles);
    host.addController(this);
    this.#form = new FormController(host, {
      region: '#invite',
      loadRefusal: () => loadRefusal('family'),
    });
    this.#draft = new DraftController(host, session, {
      form: 'sharing',
      id: () => (sharing.current?.invite.allowed ? 'sharing-invitation' : undefined),
      lines: (content) => linesOf(this.#fields(), content),
    });
  }

  hostUpdate(): void {
    if (this.#key === this.#sharing.key) return;
    this.#key = this.#sharing.key;
    this.#request.forget();
    this.#form.settle();
  }

  /** @param onGiven called with the news that an invitation is on its way */
  render(
    { invite }: Sharing,
    context: PortalContext,
    headingLevel: number,
    onGiven: (news: string) => void,
  ) {
    return html`
      ${invite.allowed ? this.#renderInvite(context, headingLevel, onGiven) : nothing}
      ${headingView(headingLevel, msg('With a signed form'), 'by-form')}
      ${consentFormWords(context)}
      <p>${consentFormButton(context)}</p>
    `;
  }

  #renderInvite(context: PortalContext, headingLevel: number, onGiven: (news: string) => void) {
    const fields = this.#fields();
    const days = context.policy.activation.expiresAfterDays;
    const send = (typed: ReadTyped) => this.#send(typed, context, onGiven);
    return html`
      <section id="invite" aria-labelledby="invite-heading">
        ${headingView(headingLevel, msg('Invite someone'), 'invite-heading')}
        <p>
          ${msg(str`We’ll email them a link that works for ${days} days. They need their own account and your date of birth. You can remove their access at any time.`)}
        </p>
        ${this.#form.outcomeView(context, {})} ${this.#draft.notesView()}
        ${
          this.#draft.isReady
            ? formView({
                labelledBy: 'invite-heading',
                fields: Object.values(fields),
                problems: this.#form.problems,
                submit: { label: msg('Send invitation'), busyLabel: msg('Sending…') },
                busy: this.#form.busy,
                onSubmit: (event) => void this.#form.submit(event, { fields, limits, send }),
                onInput: (event) => {
                  const form = event.currentTarget as HTMLFormElement;
                  this.#draft.typed(contentOf(form, this.#fields()));
                },
              })
            : skeletonView(4, 60)
        }
        ${this.#draft.stateView()}
      </section>
    `;
  }

  #fields(): Fields {
    const { content } = this.#draft;
    const drafted = (pointer: string) => ({
      drafted: true,
      required: true,
      value: textIn(content, pointer),
    });
    const relationships = this.#sharing.current?.relationships ?? [];
    return {
      '/body/name': {
        id: 'invite-name',
        name: 'name',
        label: msg('Name'),
        missing: msg('Enter their name'),
        autocomplete: 'off',
        ...drafted('/body/name'),
      },
      '/body/email': {
        id: 'invite-email',
        name: 'email',
        label: msg('Email address'),
        missing: msg('Enter their email address'),
        type: 'email',
        autocomplete: 'off',
        literal: true,
        ...drafted('/body/email'),
      },
      '/body/relationship': {
        id: 'invite-relationship',
        name: 'relationship',
        label: msg('How are you related?'),
        missing: msg('Choose how you’re related'),
        autocomplete: 'off',
        view: choiceView(
          relationships.map((value) => ({ value, label: relationshipWords(value) })),
        ),
        ...drafted('/body/relationship'),
      },
      '/body/access': {
        id: 'invite-access',
        name: 'access',
        label: msg('Access'),
        missing: msg('Choose what they can do'),
        autocomplete: 'off',
        view: choiceView(accessChoices()),
        ...drafted('/body/access'),
      },
    };
  }

  async #send(
    typed: ReadTyped,
    { locale }: PortalContext,
    onGiven: (news: string) => void,
  ): Promise<void> {
    const body = {
      name: typed('/body/name'),
      email: typed('/body/email'),
      relationship: typed('/body/relationship') as ProxyRelationship,
      access: typed('/body/access') === 'full' ? ('full' as const) : ('view' as const),
    };
    const isOpen = await this.#sharing.change(({ client, subject, signal }) =>
      this.#request.send(
        body,
        (headers) => client.call(shareRecord, { params: { subject }, headers, body }, { signal }),
        signal,
      ),
    );
    if (!isOpen) return;
    const sent = this.#sharing.current?.invitations.find(({ email }) => email === body.email);
    const last = sent ? formatDay(sent.worksThrough, locale) : '';
    this.#host.dispatchEvent(new PortalInvitationSentEvent());
    onGiven(msg(str`Invitation sent to ${body.name}. It works through ${last}.`));
    await this.#draft.clear();
  }
}

/** How it goes with a form on paper, and where one sees how it stands. */
const consentFormWords = ({ policy, locale }: PortalContext) => {
  const office = localized(policy.terms.office, locale);
  return html`
    <p>
      ${msg(str`Fill in the Proxy Consent Form together, sign it, and hand it in at the ${office}.`)}
      ${msg('The person getting access can check the form’s status in their own account. Once it’s approved, they appear here.')}
    </p>
  `;
};
