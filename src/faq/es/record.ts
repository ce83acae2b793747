import type { PortalPolicy } from '../../policy/portal-policy.js';
import { list, p, t } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, days, wait } from './phrases.js';

type Release = PortalPolicy['results']['release'];

const categories = {
  laboratory: 'Pruebas de laboratorio',
  microbiology: 'Cultivos',
  pathology: 'Biopsias y citologías',
  imaging: 'Radiografías e imágenes',
};

const showsWhen = (release: Release): string => {
  switch (release.when) {
    case 'after-review':
      return 'cuando su médico los ha revisado';
    case 'immediate':
      return 'en cuanto el laboratorio termina, a veces antes de que su médico los vea';
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
        p`Sus resultados aparecen ${showsWhen(release)}.`,
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
        p`Unas pruebas tardan más que otras: hasta ${days(typicalDays.to)}. Y algunas clases de pruebas no aparecen aquí.`,
        p`Si todavía no está después de ${patience}, ${callOffice(facts)}.`,
      ],
      keywords: 'laboratorio análisis falta tarde no aparece',
    },
    'results-not-shared': {
      question: '¿Por qué no aparecen algunos resultados?',
      answer: [
        p`Su médico decide qué clases de pruebas aparecen aquí. Algunas noticias es mejor darlas en persona.`,
        p`Las pruebas muy privadas no aparecen nunca, y no enviamos correos sobre ellas. Pregunte por ellas a su médico.`,
      ],
      keywords: 'laboratorio análisis ocultos falta delicado ciertos',
    },
    'wrong-information': {
      question: 'Algo en mi expediente médico no es correcto o falta. ¿Qué hago?',
      answer: [
        p`Lo que ve viene del expediente que lleva su médico. No se puede cambiar aquí. Dígaselo a su médico en su próxima cita. Lo repasamos en cada cita.`,
        p`Algunas entradas o resultados llegaron en una forma que no podemos mostrar, o no completos. Ahí mismo lo decimos. Para obtenerlos, ${callOffice(facts)}.`,
      ],
      keywords: 'incorrecto error equivocado corregir arreglar expediente incompleto falta',
    },
    'medication-not-listed': {
      question: '¿Por qué no está en la lista uno de mis medicamentos?',
      answer: [
        p`Un medicamento de un médico que no es de ${organization} solo aparece si uno de nuestros médicos lo ha anotado en su expediente. Pregunte por él en su próxima cita.`,
      ],
      keywords: 'medicamento receta fármaco falta no aparece',
    },
    'renewal-request': {
      question: '¿Qué necesito para solicitar una renovación?',
      answer: [
        p`Tenga a mano:`,
        list(
          t`cuántas pastillas necesita: para ${anyOf(supplyDays)} días,`,
          t`cuántos resurtidos quiere,`,
          t`las alergias nuevas que tenga.`,
        ),
        p`¿Le quedan resurtidos? Entonces llame a su farmacia.`,
      ],
      keywords: 'receta medicamento medicina datos información pastillas surtir',
    },
    'renewal-time': {
      question: '¿Cuánto tarda una renovación?',
      answer: [
        p`Le respondemos en ${businessDays(replyBusinessDays)}. Si la necesita antes, ${callOffice(facts)}.`,
      ],
      keywords: 'receta medicamento medicina esperar pronto surtir',
    },
    'no-renewal-link': {
      question: '¿Por qué no puedo solicitar la renovación de algunos medicamentos?',
      answer: [
        list(
          t`Puede que le queden resurtidos. Llame a su farmacia.`,
          t`Puede ser de un médico que no es de ${organization}. Pida la renovación a ese médico.`,
          t`Puede que ya la haya solicitado. Espere primero la respuesta.`,
        ),
        p`Si no es nada de esto, ${callOffice(facts)}.`,
      ],
      keywords: 'receta medicamento enlace botón falta solicitar surtir',
    },
  };
};
