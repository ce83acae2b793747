import { p, steps, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';

const relationships = {
  spouse: 'el cónyuge',
  parent: 'la madre o el padre',
  guardian: 'quien tiene la tutela',
  caregiver: 'quien cuida a la persona',
  'other-family': 'otros de la familia',
};

export const family: TopicWords<'family'> = ({ policy, office, anyOf }) => {
  const { friendsAndFamily, comingOfAgeYears } = policy.proxy;
  const who = anyOf(policy.proxy.relationships.map((each) => relationships[each]));
  return {
    'family-record': {
      question: '¿Puedo ver el expediente médico de un familiar?',
      answer: [
        p`Sí, con su autorización. Pueden hacerlo: ${who}.`,
        steps(
          t`Llene un formulario de autorización (Proxy Consent Form). Entréguelo en su ${office}.`,
          t`Cuando lo hayamos tramitado, inicie sesión en su propia cuenta.`,
          t`Cambie al expediente de su familiar.`,
        ),
        p`${when(friendsAndFamily, t`O esa persona le invita desde su propia cuenta, en Acceso familiar.`)}`,
        p`Cuando un hijo cumple ${comingOfAgeYears} años, el expediente es solo suyo. Entonces decide quién puede verlo.`,
      ],
      keywords: 'representante hijo hija niños padres madre padre esposo esposa acceso',
    },
    'share-my-record': {
      question: '¿Puedo dejar que otra persona vea mi expediente médico?',
      answer: [
        friendsAndFamily
          ? p`Sí. Inicie sesión y vaya a Acceso familiar. Allí puede dar acceso, cambiarlo o quitarlo.`
          : p`Sí, pero no en línea. Firme un formulario de autorización (Proxy Consent Form) y entréguelo en su ${office}. Para quitar el acceso, dígalo en su ${office}.`,
      ],
      keywords: 'representante dar acceso amigo familiar cuidador quitar invitar',
    },
    'family-question': {
      question: '¿Puedo escribir sobre un familiar desde mi cuenta?',
      answer: [
        p`No. Lo que escribe va al expediente que está abierto. En el expediente equivocado podría hacer daño. Cambie primero al expediente de su familiar. Luego escriba desde allí.`,
      ],
      keywords: 'representante hijo esposo preguntar mensaje pregunta',
    },
    'shared-account': {
      question: '¿Podemos compartir una cuenta mi cónyuge y yo?',
      answer: [
        p`No. La salud es privada. Por eso cada adulto tiene su propia cuenta, y solo una.`,
        p`${when(
          policy.signup.releaseOfInformation,
          t`Antes, cada adulto firma un formulario de divulgación de información (Release of Information) y lo entrega en su ${office}. Nos permite mostrar el expediente en línea.`,
        )}`,
      ],
      keywords: 'esposo esposa marido pareja juntos formulario',
    },
  };
};
