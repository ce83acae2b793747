/** What is used of it here; it comes without types. */
declare module '@asymmetrik/fhir-json-schema-validator' {
  export default class JSONSchemaValidator {
    /** @returns what is wrong with a resource by the JSON schema of FHIR R4; nothing: it is valid */
    validate(resource: object, verbose?: boolean): readonly object[];
  }
}
