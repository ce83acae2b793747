import * as z from 'zod/mini';
import { id } from '../../src/contract/fields.js';
import { written } from '../../src/contract/messages/messages.js';

/** Name of who does it, as the patient is told it: `Elena Marsh, MD`. */
export const staffName = written(100);

/** A name of something, an address. */
export const staffLine = written(200);

/** What staff write to a patient, in a few sentences. */
export const staffNote = written(1000);

/** Of an address: whose record. */
export const ofPatient = z.object({ patient: id });
