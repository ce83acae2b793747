import type { AttachmentLimits, PortalPolicy } from '../../src/policy/portal-policy.js';

/** Tests that US portals commonly hold back, where the policy has no list of its own. */
export const sensitiveCodes: readonly string[] = [
  // HIV: screening, each antibody, the viral load
  ...['56888-1', '75622-1', '48345-3', '31201-7', '7918-6', '7917-8', '29893-5', '5220-9'],
  ...['68961-2', '5221-7', '7919-4', '30361-0', '25836-8', '20447-9', '29539-4'],
  // Chlamydia trachomatis and Neisseria gonorrhoeae: DNA or rRNA, together, or grown
  ...[
    '21613-5',
    '43304-5',
    '42931-6',
    '6349-5',
    '45084-1',
    '24111-7',
    '43305-2',
    '36902-5',
    '36903-3',
  ],
  // Syphilis: RPR, VDRL, antibodies to Treponema pallidum
  ...['20507-0', '20508-8', '22461-8', '5292-8', '22587-0', '24110-9', '47238-1'],
  // Choriogonadotropin: pregnancy tests in urine or blood
  ...['2106-3', '2118-8', '19080-1', '21198-7'],
  // Drugs in urine: cannabis, cocaine, opiates, amphetamines, methadone, phencyclidine, benzodiazepines
  ...['3426-4', '3397-7', '3879-4', '3349-8', '3773-9', '3936-2', '3390-2'],
  // Hereditary cancer: BRCA1, BRCA2
  ...['21636-6', '21639-0', '21637-4', '21638-2', '38530-2', '38531-0', '21640-8'],
  ...['50995-0', '59041-4'],
];

/**
 * Words in the names of such tests: no list of codes has all of them, and not every laboratory sends codes.
 */
const sensitiveWords =
  /(?<![\p{L}\p{N}])(?:hiv|hiv[12]|vih|chlamydia|clamidia|gonorrh(?:ea|oea|oeae)|gonorrea|syphilis|s[ií]filis|rpr|vdrl|treponemal?|b?hcg|choriogonadotropin|pregnancy test|prueba de embarazo|drug screen|brca[12]?)(?![\p{L}\p{N}])/iu;

/** Whether a test is known for a very sensitive one by its name. A hospital's own list has the last word. */
export const isNamedSensitive = (name: string, { results }: PortalPolicy): boolean =>
  results.sensitiveCodes === undefined && sensitiveWords.test(name);

/** Tests that providers here do not share, where the policy has no list of its own. */
export const unsharedCodes = [
  '2857-1', // Prostate specific Ag [Mass/volume] in Serum or Plasma
  '60568-3', // Pathology Synoptic report
];

/** The lists in force (`results.sensitive-withheld`, `results.provider-choice`). */
export const withheldCodes = ({ results }: PortalPolicy) => ({
  sensitive: results.sensitiveCodes ?? sensitiveCodes,
  unshared: results.unsharedCodes ?? unsharedCodes,
});

/**
 * Labels by which a source keeps an entry from its patient, where the policy has no list of its own: very
 * restricted, the tests that are never released (`results.sensitive-withheld`), notes of psychotherapy, and what a
 * physician is to say first. R, PSY, ETH and the like keep an entry from others, not from its patient.
 */
const usualWithheldLabels: readonly string[] = ['V', 'HIV', 'STD', 'PSYTHPN', 'DIA', 'TBOO'];

/** The labels in force. */
export const withheldLabelsOf = ({ record }: PortalPolicy): readonly string[] =>
  record?.withheldLabels ?? usualWithheldLabels;

/** What may go with a message, where the policy has no limits of its own. */
const usualAttachments: AttachmentLimits = {
  maxFiles: 4,
  maxFileMegabytes: 6,
  maxTotalMegabytes: 10,
  types: ['image/jpeg', 'image/png', 'application/pdf', 'text/plain'],
};

/** The limits in force for files that go with a message. */
export const attachmentLimitsOf = ({ messages }: PortalPolicy): AttachmentLimits =>
  messages.attachments ?? usualAttachments;

/** What people write about when they should call, where the policy has no list of its own. */
const usualUrgentWords: NonNullable<PortalPolicy['messages']['urgentWords']> = {
  en: [
    'chest pain',
    'chest pains',
    'chest pressure',
    'chest tightness',
    'pain in my chest',
    'heart attack',
    "can't breathe",
    'can not breathe',
    'cannot breathe',
    'trouble breathing',
    'difficulty breathing',
    'choking',
    'stroke',
    'slurred speech',
    'face is drooping',
    'seizure',
    'passed out',
    'unconscious',
    'unresponsive',
    'bleeding heavily',
    'heavy bleeding',
    "won't stop bleeding",
    "bleeding won't stop",
    'coughing up blood',
    'vomiting blood',
    'throwing up blood',
    'overdose',
    'overdosed',
    'poisoned',
    'poisoning',
    'suicide',
    'suicidal',
    'kill myself',
    'end my life',
    'want to die',
    'hurt myself',
    'anaphylaxis',
    'throat is closing',
  ],
  es: [
    'dolor de pecho',
    'dolor en el pecho',
    'presión en el pecho',
    'ataque al corazón',
    'ataque cardíaco',
    'infarto',
    'no puedo respirar',
    'no puede respirar',
    'dificultad para respirar',
    'me falta el aire',
    'me ahogo',
    'se ahoga',
    'derrame cerebral',
    'convulsión',
    'convulsiones',
    'me desmayé',
    'se desmayó',
    'inconsciente',
    'sangrado abundante',
    'no para de sangrar',
    'hemorragia',
    'tos con sangre',
    'vomito sangre',
    'sobredosis',
    'envenenamiento',
    'suicidio',
    'suicidarme',
    'matarme',
    'quitarme la vida',
    'quiero morir',
    'hacerme daño',
    'anafilaxia',
    'se me cierra la garganta',
  ],
};

/** The words in force that may tell of an emergency, of every language (`messages.not-urgent`). */
export const urgentWordsOf = ({ messages }: PortalPolicy): readonly string[] => {
  const { en, es } = messages.urgentWords ?? usualUrgentWords;
  return [...en, ...es];
};
