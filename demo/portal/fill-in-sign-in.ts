/** Types into the sign-in form, as its user would. Returns whether there is one. */
export const fillInSignIn = (username: string, password: string): boolean => {
  const form = document.querySelector<HTMLFormElement>('portal-login form');
  if (!form) return false;
  type(form, 'username', username);
  type(form, 'current-password', password);
  form.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
  return true;
};

const type = (form: HTMLFormElement, autocomplete: string, text: string): void => {
  const field = form.querySelector<HTMLInputElement>(`input[autocomplete~="${autocomplete}"]`);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
