/** Somebody of the organisation who looks after a patient (FHIR CareTeam.participant). */
export interface CareTeamMemberRecord {
  readonly id: string;
  readonly patientId: string;
  /** As it is written on results: `Elena Marsh, MD`. */
  readonly name: string;
  /** What this person is for the patient: "Primary care", "Cardiology". */
  readonly role: string;
  /** Their own office; null: the portal's general number. */
  readonly phone: string | null;
}
