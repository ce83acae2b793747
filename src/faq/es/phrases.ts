import { t, type AnswerText } from '../answer.js';
import type { Facts } from '../facts.js';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const days = (n: number): string => count(n, 'día', 'días');
export const businessDays = (n: number): string => count(n, 'día hábil', 'días hábiles');
export const minutes = (n: number): string => count(n, 'minuto', 'minutos');
export const hours = (n: number): string => count(n, 'hora', 'horas');
export const wrongPasswords = (n: number): string =>
  count(n, 'contraseña equivocada', 'contraseñas equivocadas');

/** "1 a 3 días hábiles" */
export const wait = (
  { from, to }: { readonly from?: number | undefined; readonly to: number },
  unit: (n: number) => string,
): string => (from === undefined ? unit(to) : `${from} a ${unit(to)}`);

/** "al consultorio" */
export const to = (whom: string): string => `a ${whom}`.replace(/^a el /, 'al ');

export const callOffice = ({ office, officePhone }: Facts): AnswerText =>
  t`llame a su ${office}: ${officePhone}`;

export const openHours = ({ hours }: Facts): AnswerText =>
  t`Abierto ${hours.days}, de ${hours.opens} a ${hours.closes}, excepto feriados.`;

/** Each way out of a locked account. */
export const unlockWays = (facts: Facts): AnswerText[] =>
  facts.policy.login.unlock.map((way) => {
    switch (way) {
      case 'support-line':
        return t`Llame a la línea de ayuda: ${facts.supportPhone ?? facts.officePhone}.`;
      case 'reset-link':
        return t`En la página de inicio de sesión, pida un enlace para poner una contraseña nueva. Así se desbloquea la cuenta.`;
      case 'office':
        return t`Llame a su ${facts.office}, donde le dieron acceso: ${facts.officePhone}.`;
    }
  });

/** What staff do on the phone: the one-time password, or the lock alone. */
export const oneTimePassword = ({ policy }: Facts): AnswerText => {
  const { login, password } = policy;
  const given = t`Le damos una contraseña de un solo uso. Sirve durante ${hours(password.oneTimeHours)}. La anterior deja de servir enseguida y su sesión se cierra en todas partes. Inicie sesión con la nueva y elija una propia. También le avisamos por correo.`;
  return login.unlockAlone
    ? t`Cuando llama, podemos desbloquear la cuenta y usted conserva su contraseña. O pide una nueva. ${given}`
    : t`Cuando llama, cambiamos su contraseña. Así también se desbloquea la cuenta. ${given}`;
};
