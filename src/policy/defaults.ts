/** What both presets share because neither source decides it otherwise. */
export const urgentWords = {
  en: [
    'chest pain',
    'trouble breathing',
    "can't breathe",
    'cannot breathe',
    'stroke',
    'suicide',
    'suicidal',
    'kill myself',
    'overdose',
    'unconscious',
    'bleeding heavily',
    'severe pain',
    'emergency',
    '911',
  ],
  es: [
    'dolor de pecho',
    'dolor en el pecho',
    'no puedo respirar',
    'dificultad para respirar',
    'derrame cerebral',
    'suicidio',
    'suicidarme',
    'matarme',
    'sobredosis',
    'inconsciente',
    'sangrado abundante',
    'dolor intenso',
    'emergencia',
    '911',
  ],
};

/** LOINC codes that US portals commonly hold back: HIV, sexually transmitted infections, pregnancy, drug screens, hereditary cancer genes. */
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

/** LOINC codes that the providers of both presets do not share in the portal. */
export const unsharedCodes = [
  '2857-1', // Prostate specific Ag [Mass/volume] in Serum or Plasma
  '60568-3', // Pathology Synoptic report
];
