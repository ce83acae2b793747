import { p } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice } from './phrases.js';

export const appointments: TopicWords<'appointments'> = (facts) => {
  const { request, replyBusinessDays, cancelOnline } = facts.policy.appointments;
  return {
    'request-appointment': {
      question: '¿Cómo solicito una cita?',
      answer: [
        request
          ? p`Inicie sesión y vaya a Citas. Díganos para qué es y cuándo puede venir. Le respondemos en ${businessDays(replyBusinessDays)}.`
          : p`Aquí no se puede solicitar. Por favor, ${callOffice(facts)}.`,
      ],
      keywords: 'visita reservar consulta turno doctor solicitar',
    },
    'cancel-appointment': {
      question: '¿Puedo cancelar una cita aquí?',
      answer: [
        cancelOnline
          ? p`Sí. Inicie sesión, vaya a Citas y elija la que quiere cancelar.`
          : p`No. Por favor, ${callOffice(facts)}. También le pueden buscar otra fecha.`,
      ],
      keywords: 'visita cambiar mover turno anular',
    },
  };
};
