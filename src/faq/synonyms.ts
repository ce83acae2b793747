/**
 * Words that people use for the same thing, English and Spanish together: a Spanish word finds an
 * English answer, too. Small letters, without accents.
 */
export const synonyms: readonly (readonly string[])[] = [
  ['code', 'pin', 'key', 'codigo', 'clave'],
  ['password', 'passcode', 'contrasena', 'clave'],
  ['username', 'login', 'id', 'user', 'usuario', 'identificacion'],
  [
    'lab',
    'test',
    'result',
    'bloodwork',
    'laboratorio',
    'prueba',
    'resultado',
    'analisis',
    'examen',
  ],
  ['refill', 'renewal', 'renew', 'renovacion', 'renovar', 'surtir'],
  ['medicine', 'medication', 'drug', 'pill', 'prescription', 'medicina', 'medicamento', 'receta'],
  ['doctor', 'physician', 'provider', 'medico', 'doctora'],
  ['appointment', 'visit', 'booking', 'cita', 'turno', 'consulta'],
  ['email', 'mail', 'correo'],
  ['phone', 'telephone', 'cell', 'mobile', 'smartphone', 'telefono', 'celular', 'movil'],
  ['message', 'inbox', 'mensaje', 'bandeja'],
  ['reply', 'answer', 'response', 'respuesta', 'contestan'],
  ['record', 'chart', 'file', 'historia', 'expediente'],
  ['family', 'child', 'kid', 'son', 'daughter', 'proxy', 'familiar', 'familia', 'hijo', 'hija'],
  ['spouse', 'husband', 'wife', 'partner', 'conyuge', 'esposo', 'esposa', 'marido', 'pareja'],
  ['cost', 'fee', 'price', 'pay', 'free', 'cuesta', 'precio', 'pagar', 'gratis'],
  ['locked', 'blocked', 'lockout', 'bloqueada', 'bloqueo'],
  ['signed', 'logged', 'timeout', 'sesion', 'desconectado'],
  ['register', 'enroll', 'signup', 'join', 'registro', 'inscribir', 'registrarme'],
  ['urgent', 'emergency', 'urgente', 'emergencia'],
  ['safe', 'secure', 'security', 'seguro', 'seguridad', 'protegido'],
  ['privacy', 'private', 'privacidad', 'privado'],
  ['help', 'support', 'contact', 'ayuda', 'soporte', 'contacto'],
  ['wrong', 'incorrect', 'mistake', 'error', 'incorrecto', 'equivocado'],
  ['app', 'application', 'aplicacion'],
  ['alert', 'notification', 'notice', 'aviso', 'alerta', 'notificacion'],
  ['clinic', 'office', 'clinica', 'consultorio'],
];

/** Words that stand in every question and say nothing of it. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'a an and are at can cant do does doesnt dont for from get have how i if im in is isnt it me my of on or so that the theres this to was what when where which who why will with you your ' +
    'al como con cual cuando de del donde el en es esta hago la las lo los me mi mis para por porque puedo que se si su sus tengo un una y'
  ).split(' '),
);
