/** The hospital's own pages and the controls of the demo in Spanish, by their English words. */
export const spanish: Readonly<Record<string, string>> = {
  // On every page
  'Skip to main content': 'Ir al contenido principal',
  'Riverbend Health': 'Riverbend Health',
  Menu: 'Menú',
  Site: 'Sitio',
  Home: 'Inicio',
  'Care and locations': 'Atención y clínicas',
  'My health': 'Mi salud',
  Help: 'Ayuda',
  'Sign out': 'Cerrar sesión',
  'Emergency?': '¿Es una emergencia?',
  Call: 'Llame al',
  'Riverbend Health, 200 Mill Road, Riverbend': 'Riverbend Health, 200 Mill Road, Riverbend',
  'Help with the patient portal': 'Ayuda con el portal del paciente',
  'Can’t sign in?': '¿No puede iniciar sesión?',
  'Sign up': 'Registrarse',
  'Your brand': 'Su marca',
  'Riverbend Health isn’t real. All people and results here are made up.':
    'Riverbend Health no existe. Todas las personas y todos los resultados son inventados.',
  'Turn on JavaScript to see this part of the page.':
    'Active JavaScript para ver esta parte de la página.',
  // The record
  'Test results': 'Resultados de pruebas',
  Medications: 'Medicamentos',
  'Health summary': 'Resumen de salud',
  Appointments: 'Citas',
  Messages: 'Mensajes',
  'Family access': 'Acceso familiar',
  Settings: 'Ajustes',
  // Home
  'Care close to home': 'Atención cerca de casa',
  'Three clinics, one hospital, one team. See a doctor this week, often one you know.':
    'Tres clínicas, un hospital y un solo equipo. Vea a un médico esta semana, muchas veces al que ya conoce.',
  'Find care near you': 'Encuentre atención cerca de usted',
  'What would you like to do?': '¿Qué desea hacer?',
  'See my test results': 'Ver mis resultados de pruebas',
  'With the normal range and your doctor’s note.':
    'Con los valores normales y la nota de su médico.',
  'Request an appointment': 'Solicitar una cita',
  'Tell us what it’s for and when you’re free.': 'Díganos para qué es y cuándo puede venir.',
  'Request a renewal': 'Solicitar una renovación',
  'We tell you first if you still have refills.': 'Antes le decimos si aún le quedan resurtidos.',
  'Write to my care team': 'Escribir a mi equipo de atención',
  'For questions that can wait a day or two.': 'Para preguntas que pueden esperar uno o dos días.',
  'Get a portal account': 'Abrir una cuenta del portal',
  'It’s free. We give you a code at your appointment.':
    'Es gratis. Le damos un código cuando viene a su cita.',
  'Get help with the portal': 'Recibir ayuda con el portal',
  'Locked out, signed out, or missing a result.':
    'Cuenta bloqueada, sesión cerrada o un resultado que falta.',
  News: 'Noticias',
  'Flu shots, no appointment needed': 'Vacunas contra la gripe, sin cita',
  'Walk in on any Saturday morning, at all three clinics. Children six months and older are welcome. Bring your insurance card.':
    'Venga cualquier sábado por la mañana a una de las tres clínicas. Atendemos a niños desde los seis meses. Traiga su tarjeta del seguro.',
  'The lab opens earlier': 'El laboratorio abre más temprano',
  'Blood draws now start at 6:30 AM, so you don’t have to fast until noon. Water is fine before a fasting test.':
    'Ahora sacamos sangre desde las 6:30 AM. Así no tiene que estar en ayunas hasta el mediodía. Puede tomar agua antes de la prueba.',
  'New at Mill Road: a quiet room': 'Nuevo en Mill Road: una sala tranquila',
  'Waiting rooms are loud. If noise or light is hard for you or your child, ask for the quiet room.':
    'Las salas de espera son ruidosas. Si el ruido o la luz le molestan a usted o a su hijo, pida la sala tranquila.',
  // Care
  'Start with primary care. We’ll get you to the right place from there.':
    'Empiece con atención primaria. Desde allí le llevamos al lugar indicado.',
  Services: 'Servicios',
  'Primary care': 'Atención primaria',
  'Check-ups, shots, and care for long-term illness such as diabetes or asthma.':
    'Chequeos, vacunas y atención de enfermedades crónicas como la diabetes o el asma.',
  'Women’s health': 'Salud de la mujer',
  'Pregnancy, birth, screening and the years after, from a team of six.':
    'Embarazo, parto, exámenes preventivos y los años que siguen, con un equipo de seis personas.',
  'Children and teens': 'Niños y adolescentes',
  'From the first days to the first job. Same-day appointments for sick children.':
    'Desde los primeros días hasta el primer trabajo. Citas el mismo día para niños enfermos.',
  'Kidney care': 'Cuidado de los riñones',
  'Early tests, diet advice and dialysis, without a drive to the city.':
    'Pruebas a tiempo, consejos de alimentación y diálisis, sin ir hasta la ciudad.',
  Laboratory: 'Laboratorio',
  'Blood and urine tests. Most results reach your doctor the next day.':
    'Análisis de sangre y orina. Casi todos los resultados le llegan a su médico al día siguiente.',
  Imaging: 'Imágenes',
  'X-ray, ultrasound, CT and MRI. Please bring the order from your doctor.':
    'Rayos X, ultrasonido, tomografía y resonancia. Traiga la orden de su médico.',
  Locations: 'Clínicas',
  'Riverbend Hospital': 'Hospital Riverbend',
  '200 Mill Road': '200 Mill Road',
  'Always open': 'Siempre abierto',
  'Mill Road Clinic': 'Clínica Mill Road',
  '212 Mill Road, second floor': '212 Mill Road, segundo piso',
  'Monday to Friday, 8 AM to 5 PM': 'De lunes a viernes, de 8 AM a 5 PM',
  'Orchard Street Clinic': 'Clínica Orchard Street',
  '9 Orchard Street': '9 Orchard Street',
  'Monday to Saturday, 8 AM to 5 PM': 'De lunes a sábado, de 8 AM a 5 PM',
  'Ferry Landing Clinic': 'Clínica Ferry Landing',
  '41 Ferry Lane, by the school': '41 Ferry Lane, junto a la escuela',
  'Monday to Friday, 7 AM to 3 PM': 'De lunes a viernes, de 7 AM a 3 PM',
  // Help, sign-up, recovery
  'Plain answers. If yours isn’t here, ask a person.':
    'Respuestas claras. Si no encuentra la suya, pregunte a una persona.',
  'More about forgotten passwords': 'Más sobre contraseñas olvidadas',
  'Back to sign in': 'Volver a iniciar sesión',
  // Your brand
  'Two colors and a font are enough. The portal follows, in light and in dark.':
    'Bastan dos colores y una fuente. El portal los sigue, con fondo claro y oscuro.',
  'Start with a hospital': 'Empiece con un hospital',
  'Lakeside Clinics': 'Clínicas Lakeside',
  'Cedar Hill Hospital': 'Hospital Cedar Hill',
  'Main color': 'Color principal',
  'Color of headings': 'Color de los títulos',
  Font: 'Fuente',
  'System font': 'Fuente del sistema',
  Verdana: 'Verdana',
  Georgia: 'Georgia',
  Trebuchet: 'Trebuchet',
  Corners: 'Esquinas',
  'A little round': 'Un poco redondas',
  Square: 'Rectas',
  Round: 'Redondas',
  Preview: 'Vista previa',
  'Style sheet to copy': 'Hoja de estilo para copiar',
  'Put this on your page. It sets the portal’s public properties and nothing else.':
    'Póngala en su página. Fija las propiedades públicas del portal y nada más.',
  'Copy style sheet': 'Copiar la hoja de estilo',
  'Style sheet copied.': 'Hoja de estilo copiada.',
  'Your browser didn’t let us copy. Select the style sheet and copy it.':
    'El navegador no nos dejó copiar. Seleccione la hoja de estilo y cópiela.',
  'Your main color is easy to read in light and in dark.':
    'Su color principal se lee bien con fondo claro y oscuro.',
  'We made your main color a little darker or lighter, so it’s easy to read.':
    'Oscurecimos o aclaramos un poco su color principal para que se lea bien.',
  'There are four themes ready to use, too:': 'También hay cuatro temas listos para usar:',
  and: 'y',
  '. Link one from': '. Enlace uno desde',
  // Titles and descriptions
  'Riverbend Health: care close to home': 'Riverbend Health: atención cerca de casa',
  'Riverbend Health: primary care, women’s health, laboratory and imaging in one valley.':
    'Riverbend Health: atención primaria, salud de la mujer, laboratorio e imágenes en un solo valle.',
  'Care and locations: Riverbend Health': 'Atención y clínicas: Riverbend Health',
  'Services, clinics and hours of Riverbend Health.':
    'Servicios, clínicas y horarios de Riverbend Health.',
  'Help: Riverbend Health': 'Ayuda: Riverbend Health',
  'Answers about the patient portal, and people to ask.':
    'Respuestas sobre el portal del paciente y personas a quienes preguntar.',
  'Can’t sign in: Riverbend Health': 'No puede iniciar sesión: Riverbend Health',
  'Get back into your account at Riverbend Health.':
    'Vuelva a entrar en su cuenta de Riverbend Health.',
  'Get a portal account: Riverbend Health': 'Abrir una cuenta del portal: Riverbend Health',
  'Sign up for the patient portal of Riverbend Health.':
    'Regístrese en el portal del paciente de Riverbend Health.',
  'Test results: Riverbend Health': 'Resultados de pruebas: Riverbend Health',
  'Your test results at Riverbend Health.': 'Sus resultados de pruebas en Riverbend Health.',
  'Medications: Riverbend Health': 'Medicamentos: Riverbend Health',
  'Your medications at Riverbend Health.': 'Sus medicamentos en Riverbend Health.',
  'Health summary: Riverbend Health': 'Resumen de salud: Riverbend Health',
  'A summary of your health record at Riverbend Health.':
    'Un resumen de su expediente médico en Riverbend Health.',
  'Appointments: Riverbend Health': 'Citas: Riverbend Health',
  'Your appointments at Riverbend Health.': 'Sus citas en Riverbend Health.',
  'Messages: Riverbend Health': 'Mensajes: Riverbend Health',
  'Your messages with your care team at Riverbend Health.':
    'Sus mensajes con su equipo de atención de Riverbend Health.',
  'Family access: Riverbend Health': 'Acceso familiar: Riverbend Health',
  'Who can see your record at Riverbend Health.':
    'Quién puede ver su expediente médico en Riverbend Health.',
  'Settings: Riverbend Health': 'Ajustes: Riverbend Health',
  'Your account settings at Riverbend Health.': 'Los ajustes de su cuenta en Riverbend Health.',
  'Your brand: Riverbend Health': 'Su marca: Riverbend Health',
  'See the patient portal in the colors of your hospital, and copy the style sheet.':
    'Vea el portal del paciente con los colores de su hospital y copie la hoja de estilo.',
  // The controls
  'Demo controls': 'Controles de la demostración',
  policy: 'política',
  'People to try': 'Personas para probar',
  'Password for everyone:': 'Contraseña de todos:',
  'Language of the portal': 'Idioma del portal',
  English: 'Inglés',
  Spanish: 'Español',
  'The hospital’s side': 'El lado del hospital',
  'Staff side of the demonstration': 'Lado del personal de la demostración',
  'Issue codes, review results, read sent emails, move the clock, change the policy, start over.':
    'Entregar códigos, revisar resultados, leer los correos enviados, mover el reloj, cambiar la política, empezar de nuevo.',
  'There’s no sign-in form on this page. Sign out or go to Home.':
    'En esta página no hay formulario para iniciar sesión. Cierre la sesión o vaya a Inicio.',
  'results of every kind; mother of Leo': 'resultados de todo tipo; madre de Leo',
  'father of Ada, caregiver of his mother Grace': 'padre de Ada, cuidador de su madre Grace',
  'a long history': 'un expediente largo',
  'locked out': 'cuenta bloqueada',
  'nothing in the record yet': 'expediente todavía vacío',
};
