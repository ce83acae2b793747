import { html, nothing, type LitElement } from 'lit';
import { ConflictError, NotFoundError } from '../../client/portal-errors.js';
import type { ProxyAccess } from '../../contract/family/family.js';
import {
  changeAccess,
  takeBackAccess,
  withdrawInvitation,
} from '../../contract/generated/sharing.js';
import type { Sharing } from '../../contract/family/sharing.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { choiceView } from '../../ui/form/choice-view.js';
import { confirmDialog, dialogStyles } from '../../ui/dialog/confirm-dialog.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { FormController } from '../../forms/form-controller.js';
import { addStyles } from '../../ui/lazy-part.js';
import { accessChoices } from './access-choices.js';
import {
  PortalAccessChangedEvent,
  PortalAccessTakenBackEvent,
  PortalInvitationWithdrawnEvent,
} from './family-access.events.js';
import type { SharingReader } from './sharing-reader.js';

type Proxy = Sharing['proxies'][number];

/** What somebody is asked before it is done. */
export type Question =
  | { readonly kind: 'change' | 'take-back'; readonly proxy: Proxy }
  | { readonly kind: 'withdraw'; readonly invitation: Sharing['invitations'][number] };

/** What somebody can do from now on. */
const nowWords = (displayName: string, access: ProxyAccess): string =>
  access === 'full'
    ? msg(str`${displayName} now has full access.`)
    : msg(str`${displayName} can now view only.`);

/** The dialog in which an access is changed or taken back, or an invitation withdrawn. */
export class AccessDialog {
  readonly #host: LitElement;
  readonly #sharing: SharingReader;
  readonly #onAnswered: (news?: string) => void;
  readonly #form: FormController;
  #question: Question | undefined;

  /** @param onAnswered called when it closes, with what has changed */
  constructor(host: LitElement, sharing: SharingReader, onAnswered: (news?: string) => void) {
    this.#host = host;
    this.#sharing = sharing;
    this.#onAnswered = onAnswered;
    addStyles(host, fieldStyles, choiceStyles, dialogStyles);
    this.#form = new FormController(host, {
      region: '#access-dialog',
      loadRefusal: () => loadRefusal('family'),
    });
  }

  render(question: Question, context: PortalContext) {
    if (question !== this.#question) {
      this.#question = question;
      this.#form.settle();
    }
    return confirmDialog({
      id: 'access-dialog',
      open: true,
      ...this.#wordsFor(question),
      content: html`
        ${this.#form.outcomeView(context, {})}
        ${question.kind === 'change' ? this.#renderChoice(question.proxy) : nothing}
        ${question.kind === 'take-back' ? html`<p>${msg('Their access ends right away. You can invite them again.')}</p>` : nothing}
        ${question.kind === 'withdraw' ? html`<p>${msg('The link in the email will stop working.')}</p>` : nothing}
      `,
      busy: this.#form.busy,
      onConfirm: () => void this.#answer(question),
      onCancel: () => {
        this.#onAnswered();
      },
    });
  }

  #wordsFor(question: Question) {
    switch (question.kind) {
      case 'change':
        return {
          heading: msg(str`What can ${question.proxy.displayName} do?`),
          confirm: { label: msg('Save'), busyLabel: msg('Saving…') },
        };
      case 'take-back':
        return {
          heading: msg(str`Remove ${question.proxy.displayName}’s access?`),
          confirm: { label: msg('Remove access'), busyLabel: msg('Removing access…') },
          tone: 'danger' as const,
        };
      case 'withdraw':
        return {
          heading: msg(str`Withdraw the invitation to ${question.invitation.name}?`),
          confirm: { label: msg('Withdraw invitation'), busyLabel: msg('Withdrawing…') },
          tone: 'danger' as const,
        };
    }
  }

  #renderChoice({ id, displayName }: Proxy) {
    // As it stands now: somebody else may have changed it while this was open.
    const now = this.#sharing.current?.proxies.find((each) => each.id === id)?.access;
    return html`
      ${
        this.#form.error instanceof ConflictError && now
          ? html`<p>${nowWords(displayName, now)}</p>`
          : nothing
      }
      ${choiceView(accessChoices())(
        {
          id: 'access-choice',
          name: 'access',
          label: msg('Access'),
          autocomplete: 'off',
          value: now ?? 'view',
        },
        [],
      )}
    `;
  }

  async #answer(question: Question): Promise<void> {
    const access = this.#chosen();
    const record = { isOpen: true };
    await this.#form.run(async () => {
      try {
        record.isOpen = await this.#send(question, access);
      } catch (error) {
        if (error instanceof ConflictError || error instanceof NotFoundError) {
          await this.#sharing.reload();
        }
        // It is gone already, as it was meant to be.
        if (!(error instanceof NotFoundError) || this.#isThere(question)) throw error;
      }
    });
    if (!record.isOpen || !this.#form.isSettled || question !== this.#question) return;
    this.#onAnswered(this.#done(question, access));
  }

  #send(question: Question, access: ProxyAccess): Promise<boolean> {
    return this.#sharing.change(({ client, subject, etag, signal }) => {
      if (question.kind === 'withdraw') {
        const params = { subject, invitation: question.invitation.id };
        return client.call(withdrawInvitation, { params }, { signal });
      }
      const params = { subject, proxy: question.proxy.id };
      return question.kind === 'take-back'
        ? client.call(takeBackAccess, { params }, { signal })
        : client.call(
            changeAccess,
            { params, headers: { 'if-match': etag }, body: { access } },
            { signal },
          );
    });
  }

  #done(question: Question, access: ProxyAccess): string {
    switch (question.kind) {
      case 'change':
        this.#host.dispatchEvent(new PortalAccessChangedEvent(question.proxy.id));
        return nowWords(question.proxy.displayName, access);
      case 'take-back':
        this.#host.dispatchEvent(new PortalAccessTakenBackEvent(question.proxy.id));
        return msg(str`${question.proxy.displayName} can no longer open this record.`);
      case 'withdraw':
        this.#host.dispatchEvent(new PortalInvitationWithdrawnEvent(question.invitation.id));
        return msg(str`Invitation to ${question.invitation.name} withdrawn.`);
    }
  }

  #isThere(question: Question): boolean {
    const { proxies = [], invitations = [] } = this.#sharing.current ?? {};
    return question.kind === 'withdraw'
      ? invitations.some(({ id }) => id === question.invitation.id)
      : question.kind === 'change' || proxies.some(({ id }) => id === question.proxy.id);
  }

  #chosen(): ProxyAccess {
    const chosen = this.#host.renderRoot.querySelector<HTMLInputElement>(
      '#access-dialog input[name="access"]:checked',
    );
    return chosen?.value === 'full' ? 'full' : 'view';
  }
}
