import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { callOffice } from './phrases.js';

export const settings: TopicWords<'settings'> = (facts) => {
  const { policy } = facts;
  const { enteredTwice, instantUpdate } = policy.email;
  const state = policy.demographics.requiredByState;
  return {
    'change-email': {
      question: '¿Cómo cambio mi correo electrónico?',
      answer: [
        p`Inicie sesión. En Ajustes, vaya a Avisos. Escriba la dirección nueva${enteredTwice ? ' dos veces' : ''} y guarde.${when(policy.password.reauthenticate, t` Le pedimos otra vez su contraseña.`)}${when(enteredTwice, t` Con una letra equivocada, nuestros correos irían a otra persona. Al escribirla dos veces, se nota.`)}`,
        instantUpdate
          ? p`La usamos enseguida, aquí y en su expediente médico.`
          : p`Aquí la usamos enseguida. Díganosla en su próxima cita, para que también esté en su expediente médico.`,
      ],
      keywords: 'email actualizar nueva dirección editar notificaciones',
    },
    'change-contact': {
      question: '¿Cómo cambio mi dirección o mi teléfono?',
      answer: [
        policy.contact.editable
          ? p`Inicie sesión y vaya a Ajustes. Cambie lo que no esté bien. Luego guarde.`
          : p`Aquí no se pueden cambiar. Por favor, ${callOffice(facts)}.`,
      ],
      keywords: 'mudanza domicilio actualizar datos personales calle celular',
    },
    'no-alerts': {
      question: '¿Por qué no recibo correos cuando hay algo nuevo?',
      answer: policy.notifications.newInformation
        ? [
            p`Enviamos uno cada vez que hay algo nuevo para usted. Mire en Ajustes, en Avisos: ¿está bien su dirección? Mire también en el correo no deseado.`,
          ]
        : [p`Aquí no enviamos esos correos. Inicie sesión para ver qué hay de nuevo.`],
      keywords: 'alerta aviso notificación spam falta llegan',
    },
    'race-ethnicity': {
      question: '¿Por qué preguntan por la raza y la etnia?',
      answer:
        state === null
          ? [p`Aquí no preguntamos por ellas.`]
          : [
              p`${state} pide a todos los hospitales que pregunten. Lo que nos dice ayuda a:`,
              list(
                t`seguir las enfermedades por grupo,`,
                t`encontrar pronto los riesgos para la salud,`,
                t`saber qué necesita cada grupo de pacientes,`,
                t`ver que todos reciban la misma buena atención.`,
              ),
              p`No tiene que decirlo. Puede elegir no contestar.`,
            ],
      keywords: 'étnico origen demografía estado ley',
      asked: state !== null,
    },
  };
};
