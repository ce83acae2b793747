import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';

export const about: TopicWords<'about'> = ({ portal, policy }) => ({
  'what-it-is': {
    question: `¿Qué es ${portal}?`,
    answer: [
      p`${portal} es un sitio web seguro para su expediente médico y su equipo de atención. En él puede:`,
      list(
        t`ver los resultados de sus pruebas,`,
        t`leer el resumen de su salud,`,
        t`solicitar una renovación de un medicamento,`,
        when(policy.appointments.request, t`solicitar una cita,`),
        t`enviar mensajes a su equipo de atención,`,
        t`encontrar información de salud de confianza.`,
      ),
      p`Primero inicia sesión. Nadie más ve lo que usted lee y escribe aquí.`,
    ],
    keywords: 'portal ofrece sirve usar cuenta',
  },
  cost: {
    question: `¿Cuesta algo usar ${portal}?`,
    answer: [p`No. Es gratis para todos nuestros pacientes.`],
    keywords: 'precio pagar dinero cobrar gratuito tarifa',
  },
});
