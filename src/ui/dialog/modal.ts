import { nothing } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/**
 * Opens or closes the native `<dialog>` that it stands on: `<dialog ${modal(this.open)}>`. The
 * element stays in the page, so that the browser gives the focus back when it closes.
 */
class ModalDirective extends Directive {
  render(_open: boolean) {
    return nothing;
  }

  override update(part: ElementPart, [open]: [boolean]) {
    const dialog = part.element as HTMLDialogElement;
    // A template's elements are connected only after its directives have run.
    queueMicrotask(() => {
      if (open && dialog.isConnected && !dialog.open) dialog.showModal();
      if (!open && dialog.open) dialog.close();
    });
    return nothing;
  }
}

export const modal = directive(ModalDirective);
