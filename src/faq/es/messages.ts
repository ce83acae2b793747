import { p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, to, wait } from './phrases.js';

export const messages: TopicWords<'messages'> = (facts) => {
  const { policy, emergency, urgentContact } = facts;
  const reply = wait(policy.messages.replyBusinessDays, businessDays);
  return {
    'reply-time': {
      question: '¿Cuándo responden a mi mensaje?',
      answer: [
        p`Casi siempre en ${reply}. Si lo necesita antes, ${callOffice(facts)}.`,
        p`No escriba aquí si es urgente. En una emergencia llame al ${emergency}. Si es urgente pero no es una emergencia, llame ${to(urgentContact)}.`,
      ],
      keywords: 'respuesta médico doctor enfermera esperar tiempo',
    },
    'medical-concern': {
      question: 'Me preocupa mi salud. ¿Cómo se lo digo?',
      answer: [
        p`En una emergencia llame al ${emergency} enseguida. Si es urgente pero no es una emergencia, llame ${to(urgentContact)}.`,
        p`Para lo demás, escriba aquí a su equipo de atención. Le responden en ${reply}. Si es demasiado tarde, ${callOffice(facts)}.`,
      ],
      keywords: 'urgente emergencia enfermo dolor pregunta doctor contacto síntoma',
    },
    'read-messages': {
      question: '¿Por qué no puedo leer los mensajes en mi correo?',
      answer: [
        p`Sus mensajes son privados. Solo puede leerlos y escribirlos con la sesión iniciada.${when(policy.notifications.newInformation, t` Nuestro correo le dice que hay algo nuevo, y nada más.`)}`,
      ],
      keywords: 'bandeja seguro aviso notificación ver abrir',
    },
    'too-many-unsent': {
      question: '¿Por qué no puedo guardar otro borrador u otro archivo?',
      answer: [
        p`Guardamos hasta ${policy.messages.unsent.drafts} borradores y ${policy.messages.unsent.files} archivos que no ha enviado. Para hacer sitio, vaya a Mensajes y luego a Borradores. Envíe lo que quiera enviar. Elimine lo demás.`,
      ],
      keywords: 'adjunto foto lleno límite espacio guardar enviar añadir',
    },
  };
};
