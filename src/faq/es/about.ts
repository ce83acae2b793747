import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';

export const about: TopicWords<'about'> = ({ portal, policy }) => ({
  'what-it-is': {
    question: `¿Qué es ${portal}?`,
    answer: [
      p`${portal} es un sitio web seguro. Le muestra partes de su historia clínica y le comunica con su equipo médico. Con él puede:`,
      list(
        t`ver los resultados de sus pruebas,`,
        t`leer el resumen de su salud,`,
        t`pedir que le renueven una receta,`,
        when(policy.appointments.request, t`pedir una cita,`),
        t`escribir a su equipo médico,`,
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
