/** The people and places that stand on results. All made up. */
export const staff = {
  primaryCare: 'Elena Marsh, MD',
  nursePractitioner: 'Tomás Iriarte, NP',
  gynecology: 'Ruth Adeyemi, MD',
  dermatology: 'Paul Sorensen, MD',
  emergency: 'Naomi Katz, MD',
  cardiology: 'Arjun Mehta, MD',
  nephrology: 'Ingrid Solberg, MD',
  endocrinology: 'Carla Benedetti, MD',
  urology: 'Marcus Bell, MD',
  pediatrics: 'Hannah Lindqvist, MD',
  geriatrics: 'Samuel Osei, MD',
  anticoagulation: 'Anticoagulation Clinic',
} as const;

export const laboratories = {
  main: 'Harbor Street Laboratory',
  pathology: 'Harbor Street Pathology',
  imaging: 'Harbor Street Imaging Center',
} as const;
