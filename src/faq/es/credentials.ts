import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import {
  callOffice,
  hours,
  minutes,
  oneTimePassword,
  openHours,
  unlockWays,
  wrongPasswords,
} from './phrases.js';

export const credentials: TopicWords<'credentials'> = (facts) => {
  const { policy, username, supportPhone, officePhone } = facts;
  const { login, password, signup } = policy;
  const line = supportPhone ?? officePhone;
  const byLink = password.resetBy.includes('reset-link');
  const byPhone = password.resetBy.includes('support-line');
  const staffHelp = login.unlock.some((way) => way !== 'reset-link');
  return {
    'forgot-password': {
      question: 'Olvidé mi contraseña. ¿Qué hago?',
      answer: [
        p`${when(byLink, t`En la página de inicio de sesión, elija el enlace para la contraseña olvidada. Le enviamos un enlace por correo. Sirve una vez, durante ${minutes(password.resetLinkMinutes)}.${when(password.resetQuestion, t` Antes contesta su pregunta de seguridad.`)}`)}`,
        p`${when(byPhone, byLink ? t`También puede llamar a la línea de ayuda: ${line}.` : t`Llame a la línea de ayuda: ${line}.`)}${when(byPhone, t` Le dan una contraseña de un solo uso, que sirve durante ${hours(password.oneTimeHours)}. Inicie sesión con ella y elija una propia.`)}`,
        p`Después de ${wrongPasswords(login.maxAttempts)} seguidas la cuenta se bloquea.${password.lockedReset ? '' : ' Entonces el enlace no sirve.'} Si está bloqueada:`,
        list(...unlockWays(facts)),
      ],
      keywords: 'perdí recordar restablecer nueva cambiar no puedo entrar',
    },
    'account-locked': {
      question: 'Mi cuenta está bloqueada. ¿Qué hago?',
      answer: [
        p`Bloqueamos la cuenta después de ${wrongPasswords(login.maxAttempts)} seguidas. Así nadie puede adivinar su contraseña. Su expediente médico está seguro. Para volver a entrar:`,
        list(...unlockWays(facts)),
        p`${when(staffHelp, oneTimePassword(facts))}`,
        password.lockedReset
          ? p`Puede poner una contraseña nueva en línea aunque la cuenta esté bloqueada.`
          : p`No puede poner una contraseña nueva en línea mientras la cuenta está bloqueada.`,
      ],
      keywords: 'bloqueo desbloquear intentos no puedo entrar',
    },
    'other-ways-to-sign-in': {
      question: '¿Puedo iniciar sesión con una llave de acceso, o con un código de una aplicación?',
      answer: [
        login.passkeys
          ? p`Sí, con una llave de acceso. Entonces no necesita contraseña: basta con su huella, su cara o el PIN de su dispositivo. La añade en Ajustes.`
          : p`Aquí no usamos llaves de acceso. Inicie sesión con su contraseña.`,
        login.secondStep
          ? p`También podemos pedirle un código de una aplicación de su teléfono, después de su contraseña. Actívelo en Ajustes.`
          : p`No le pedimos ningún código después de su contraseña, a menos que lo haya activado antes. Puede desactivarlo en Ajustes.`,
      ],
      keywords: 'huella cara autenticador dos factores segundo paso seguridad',
    },
    'wrong-username-or-password': {
      question: '¿Por qué no me dicen qué escribí mal?',
      answer: [
        p`Decimos lo mismo si la contraseña está mal y si nadie tiene ese acceso (${username}). Si dijéramos cuál, un extraño sabría quién tiene una cuenta. Revise los dos e intente otra vez.`,
      ],
      keywords: 'incorrecto inválido iniciar sesión error',
    },
    'forgot-username': {
      question: `Olvidé mi ${username}. ¿Cómo lo recupero?`,
      answer: [
        p`Pídalo en la página de inicio de sesión. Se lo enviamos al correo de su cuenta. Nunca se muestra en pantalla.`,
        p`Si no tenemos un correo que funcione, ${callOffice(facts)}. ${openHours(facts)}`,
      ],
      keywords: 'perdí recordar usuario nombre identificación recuperar',
    },
    'choose-password': {
      question: '¿Puedo elegir mi contraseña y cambiarla?',
      answer: [
        p`Sí. La elige al registrarse. La cambia cuando quiera en Ajustes. Tenga a mano la contraseña actual.`,
        p`Lo mejor es que sea larga. Unas palabras seguidas se recuerdan bien y no se adivinan. No use su nombre.`,
      ],
      keywords: 'nueva segura buena propia crear actualizar',
    },
    'change-security-question': {
      question: '¿Cómo pongo o cambio mi pregunta de seguridad?',
      answer: signup.securityQuestion
        ? [
            p`Inicie sesión. En Ajustes, vaya a Cambiar contraseña. Allí ve su pregunta, pero nunca la respuesta. Escriba una pregunta nueva y su respuesta. Luego guarde.${when(password.reauthenticate, t` Le pedimos otra vez su contraseña.`)}`,
          ]
        : [p`Aquí no usamos preguntas de seguridad.`],
      keywords: 'respuesta editar nueva actualizar',
      asked: signup.securityQuestion,
    },
    cookies: {
      question: '¿Por qué dice que las cookies están desactivadas?',
      answer: [
        p`Una cookie es una nota breve que su navegador nos guarda. Nos dice que la página siguiente también es suya. Sin ella nadie puede seguir con la sesión abierta. No la usamos para anuncios.`,
        p`Abra los ajustes de su navegador. Busque las cookies en la parte de privacidad y permítalas para este sitio. Luego cargue la página otra vez.`,
      ],
      keywords: 'activar habilitar permitir navegador ajustes error',
    },
  };
};
