import { joined, list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { minutes, openHours } from './phrases.js';

export const technical: TopicWords<'technical'> = (facts) => {
  const { policy, portal, organization, office, officePhone, supportPhone, mail } = facts;
  const { session, support, signup, mobile } = policy;
  const stores = [
    { words: 'App Store de Apple', href: mobile.appStore },
    { words: 'Google Play', href: mobile.googlePlay },
  ].flatMap(({ words, href }) => (href === null ? [] : [{ words, href }]));
  return {
    security: {
      question: `¿Cómo se protege ${portal}?`,
      answer: [
        list(
          t`Solo el personal entrega códigos, y solo usted sabe su contraseña.`,
          t`Todo lo que va entre usted y nosotros está cifrado. Nadie puede leerlo en el camino.`,
          t`Cuando cierra la sesión, nada de su expediente se queda en el navegador.`,
          t`Los mensajes se leen solo con la sesión iniciada.`,
        ),
      ],
      keywords: 'seguro seguridad protegido cifrado ssl privado',
    },
    privacy: {
      question: '¿Qué hacen con mi nombre y mi correo electrónico?',
      answer: [
        p`${organization} cumple las leyes de privacidad federales y del estado. Cuidamos su nombre y su correo igual que su expediente médico. Nunca los vendemos ni los alquilamos.`,
      ],
      keywords: 'privacidad política datos vender compartir ley',
    },
    'signed-out': {
      question: '¿Por qué se cerró mi sesión?',
      answer: [
        p`Nadie escribió ni tocó nada durante ${minutes(session.idleMinutes)}. Por eso cerramos la sesión, en todas las pestañas, para proteger su privacidad. Le avisamos ${minutes(session.warnMinutes)} antes.`,
        p`Cierre la sesión cada vez que deje la computadora, aunque sea por poco tiempo.`,
      ],
      keywords: 'desconectado expulsado salió tiempo inactividad terminó',
    },
    requirements: {
      question: `¿Qué necesito para usar ${portal}?`,
      answer: [
        list(
          t`Necesita internet, en una computadora o en un teléfono.`,
          t`Use un navegador al día. Las cookies deben estar activas.`,
          signup.emailRequired
            ? t`También necesita un correo electrónico.`
            : t`Un correo electrónico ayuda, pero no hace falta.`,
        ),
      ],
      keywords: 'requisitos computadora navegador chrome dispositivo sistema',
    },
    help: {
      question: 'Tengo más preguntas. ¿Dónde me ayudan?',
      answer: [
        list(
          when(
            supportPhone !== undefined,
            t`Llame a la línea de ayuda: ${supportPhone ?? officePhone}.`,
          ),
          t`Llame a su ${office}: ${officePhone}. ${openHours(facts)}`,
          t`Escriba a ${mail}.${when(support.identify, t` Ponga su nombre completo y su fecha de nacimiento.`)} No incluya datos de salud.`,
        ),
      ],
      keywords: 'contacto ayuda soporte teléfono llamar hablar persona problema',
    },
    'phone-app': {
      question: `¿Puedo usar ${portal} en mi teléfono?`,
      answer: [
        stores.length > 0
          ? p`Sí. Hay una aplicación. Descárguela de ${joined(stores, ' o ')}. Este sitio también funciona en el navegador de su teléfono.`
          : p`Sí. Este sitio funciona en el navegador de su teléfono. No hay una aplicación.`,
      ],
      keywords: 'celular móvil app iphone android descargar apple google',
    },
  };
};
