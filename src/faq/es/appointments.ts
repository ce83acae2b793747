import { p } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice } from './phrases.js';

export const appointments: TopicWords<'appointments'> = (facts) => {
  const { request, replyBusinessDays, cancelOnline } = facts.policy.appointments;
  return {
    'request-appointment': {
      question: '¿Cómo pido una cita?',
      answer: [
        request
          ? p`Inicie sesión y vaya a Citas. Diga para qué es y cuándo puede venir. Le contestan en ${businessDays(replyBusinessDays)}.`
          : p`Aquí no se puede pedir. Por favor, ${callOffice(facts)}.`,
      ],
      keywords: 'visita reservar consulta turno doctor solicitar',
    },
    'cancel-appointment': {
      question: '¿Puedo cancelar una cita aquí?',
      answer: [
        cancelOnline
          ? p`Sí. Inicie sesión, vaya a Citas y elija la que quiere cancelar.`
          : p`No. Por favor, ${callOffice(facts)}. También le pueden buscar otra hora.`,
      ],
      keywords: 'visita cambiar mover turno anular',
    },
  };
};
