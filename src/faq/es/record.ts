import type { PortalPolicy } from '../../policy/portal-policy.js';
import { list, p, t } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, days, wait } from './phrases.js';

type Release = PortalPolicy['results']['release'];

const categories = {
  laboratory: 'Pruebas de laboratorio',
  microbiology: 'Pruebas de gérmenes',
  pathology: 'Pruebas de tejidos',
  imaging: 'Radiografías e imágenes',
};

const showsWhen = (release: Release): string => {
  switch (release.when) {
    case 'after-review':
      return 'en cuanto su médico lo ha revisado';
    case 'immediate':
      return 'en cuanto el laboratorio termina, a veces antes de que su médico lo vea';
    case 'after-days':
      return `${days(release.days)} después de que el laboratorio termina`;
  }
};

export const record: TopicWords<'record'> = (facts) => {
  const { policy, organization, anyOf } = facts;
  const { release, releaseByCategory = {}, typicalDays, contactAfter } = policy.results;
  const { supplyDays, replyBusinessDays } = policy.renewal;
  const patience = (contactAfter.businessDays ? businessDays : days)(contactAfter.days);
  const exceptions = Object.entries(releaseByCategory).map(
    ([category, exception]) =>
      t`${categories[category as keyof typeof categories]}: ${showsWhen(exception)}.`,
  );
  return {
    'when-results': {
      question: '¿Cuándo puedo ver los resultados de mis pruebas?',
      answer: [
        p`Un resultado se muestra ${showsWhen(release)}.`,
        list(...exceptions),
        typicalDays.from === undefined
          ? p`Puede tardar unos días, y hasta ${days(typicalDays.to)}.`
          : p`Casi siempre tarda de ${wait(typicalDays, days)}.`,
      ],
      keywords: 'laboratorio análisis sangre tiempo esperar pronto listo',
    },
    'missing-result': {
      question: 'Me hice una prueba la semana pasada. ¿Por qué no hay resultado?',
      answer: [
        p`Unas pruebas tardan más que otras: hasta ${days(typicalDays.to)}. Y algunas clases de pruebas no se muestran aquí.`,
        p`Si todavía no está después de ${patience}, ${callOffice(facts)}.`,
      ],
      keywords: 'laboratorio análisis falta tarde no aparece',
    },
    'results-not-shared': {
      question: '¿Por qué no se muestran algunos resultados?',
      answer: [
        p`Su médico decide qué clases de pruebas se muestran aquí. Algunas noticias es mejor darlas en persona.`,
        p`Las pruebas muy privadas no se muestran nunca, y no enviamos correos sobre ellas. Pregunte por ellas a su médico.`,
      ],
      keywords: 'laboratorio análisis ocultos falta delicado ciertos',
    },
    'wrong-information': {
      question: 'Algo en mi historia clínica no es correcto. ¿Qué hago?',
      answer: [
        p`Lo que ve viene de la historia que lleva su médico. No se puede cambiar aquí. Dígaselo a su médico en la próxima visita. La repasamos en cada visita.`,
      ],
      keywords: 'incorrecto error equivocado corregir arreglar expediente',
    },
    'medication-not-listed': {
      question: '¿Por qué no está en la lista una de mis medicinas?',
      answer: [
        p`Una medicina de un médico que no es de ${organization} solo se muestra si uno de nuestros médicos la ha anotado en su historia. Pregunte por ella en su próxima visita.`,
      ],
      keywords: 'medicamento receta fármaco falta no aparece',
    },
    'renewal-request': {
      question: '¿Qué necesito para pedir una renovación?',
      answer: [
        p`Tenga a mano:`,
        list(
          t`cuántas pastillas necesita: para ${anyOf(supplyDays)} días,`,
          t`cuántas renovaciones quiere,`,
          t`las alergias nuevas que tenga.`,
        ),
        p`¿Le quedan renovaciones? Entonces llame a su farmacia.`,
      ],
      keywords: 'receta medicamento medicina datos información pastillas surtir',
    },
    'renewal-time': {
      question: '¿Cuánto tarda una renovación?',
      answer: [
        p`Tiene una respuesta en ${businessDays(replyBusinessDays)}. Si la necesita antes, ${callOffice(facts)}.`,
      ],
      keywords: 'receta medicamento medicina esperar pronto surtir',
    },
    'no-renewal-link': {
      question: '¿Por qué no puedo pedir la renovación de algunas medicinas?',
      answer: [
        list(
          t`Puede que le queden renovaciones. Llame a su farmacia.`,
          t`Puede ser de un médico que no es de ${organization}. Pídala a ese médico.`,
          t`Puede que ya la haya pedido. Espere primero la respuesta.`,
        ),
        p`Si no es nada de esto, ${callOffice(facts)}.`,
      ],
      keywords: 'receta medicamento enlace botón falta solicitar surtir',
    },
  };
};
