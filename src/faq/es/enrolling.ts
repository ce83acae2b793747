import { list, p, steps, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { callOffice, days } from './phrases.js';

export const enrolling: TopicWords<'enrolling'> = (facts) => {
  const { policy, office, username, code, mail, supportPhone } = facts;
  const { activation, signup, password, notifications, support } = policy;
  const writeToUs = when(
    activation.helpByEmail,
    t` También puede escribir a ${mail}.${when(support.identify, t` Ponga su nombre completo y su fecha de nacimiento.`)}`,
  );
  return {
    'sign-up': {
      question: '¿Cómo me registro?',
      answer: [
        steps(
          t`Pida su ${code} en su próxima cita. O ${callOffice(facts)}.${writeToUs}`,
          when(
            signup.releaseOfInformation,
            t`Firme en su ${office} el formulario de divulgación de información (Release of Information).`,
          ),
          t`Vaya a la página de registro. Escriba el código y su fecha de nacimiento. El código sirve durante ${days(activation.expiresAfterDays)}.`,
          t`Elija su propio acceso (${username}) y su contraseña.${when(signup.securityQuestion, t` Elija también una pregunta de seguridad.`)}`,
        ),
        p`Solo el personal entrega los códigos. Así nadie más llega a su expediente médico.`,
      ],
      keywords: 'inscribirse registrarse crear cuenta nueva obtener código empezar',
    },
    'code-does-not-work': {
      question: `¿Por qué no funciona mi ${code}?`,
      answer: [
        list(
          t`Puede ser viejo. Un código sirve durante ${days(activation.expiresAfterDays)} desde el día en que se lo dieron.`,
          t`Puede estar usado. Un código sirve una sola vez. Si lo usó usted, ya tiene una cuenta: inicie sesión con lo que eligió entonces (${username} y contraseña).`,
        ),
        p`Para un código nuevo, ${callOffice(facts)}.${when(supportPhone !== undefined, t` También puede llamar a la línea de ayuda: ${supportPhone ?? ''}.`)}${writeToUs}`,
      ],
      keywords: 'vencido caducado inválido usado error no sirve',
    },
    'code-as-username': {
      question: `¿Es el ${code} mi ${username}?`,
      answer: [
        p`No, y tampoco es su contraseña. Sirve para entrar una vez y elegir lo suyo: ${username} y contraseña. El código no puede ser ninguno de los dos.`,
      ],
      keywords: 'usuario entrar',
    },
    'security-question': {
      question: '¿Para qué sirve la pregunta de seguridad?',
      answer: [
        p`${when(signup.securityQuestion, t`La elige al registrarse. Elija una que solo usted pueda contestar.`)}`,
        p`${when(
          password.resetQuestion,
          t`La hacemos si olvida su contraseña. Así nadie que lea su correo puede quedarse con su cuenta. Si no sabe la respuesta, ${callOffice(facts)}.`,
        )}`,
        p`${when(!signup.securityQuestion && !password.resetQuestion, t`Aquí no hacemos ninguna.`)}`,
      ],
      keywords: 'respuesta restablecer olvidé',
      asked: signup.securityQuestion || password.resetQuestion,
    },
    'email-address': {
      question: '¿Por qué piden un correo electrónico? ¿Cómo consigo uno?',
      answer: [
        signup.emailRequired
          ? p`Lo necesita para registrarse.`
          : p`Puede registrarse sin él, pero ayuda.`,
        p`${when(notifications.newInformation, t`Le escribimos allí cuando hay algo nuevo para usted. El correo no dice nada de su salud. `)}Si olvida su ${username}, se lo enviamos allí.`,
        p`En internet hay direcciones gratis. En su biblioteca le pueden ayudar.`,
      ],
      keywords: 'email dirección gratis biblioteca no tengo',
    },
  };
};
