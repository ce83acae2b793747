import type { AttachmentLimits, PortalPolicy } from '../../src/policy/portal-policy.js';

/** Tests that US portals commonly hold back, where the policy has no list of its own: HIV, sexually transmitted infections, pregnancy, drug screens, hereditary cancer genes. */
export const sensitiveCodes = [
  '56888-1', // HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay
  '25836-8', // HIV 1 RNA [#/volume] in Specimen by NAA with probe detection
  '21613-5', // Chlamydia trachomatis DNA [Presence] in Specimen by NAA with probe detection
  '24111-7', // Neisseria gonorrhoeae DNA [Presence] in Specimen by NAA with probe detection
  '20507-0', // Reagin Ab [Presence] in Serum by RPR
  '2106-3', // Choriogonadotropin (pregnancy test) [Presence] in Urine
  '3426-4', // Tetrahydrocannabinol [Presence] in Urine
  '21636-6', // BRCA1 gene mutations found
];

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
