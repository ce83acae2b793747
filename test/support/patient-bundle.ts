/** A FHIR R4 bundle of one patient. */
export const patientBundle = (id: string, given: string) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'Patient',
        id,
        name: [{ use: 'official', given: [given], family: 'Example' }],
        gender: 'female',
        birthDate: '1980-01-01',
      },
    },
  ],
});
