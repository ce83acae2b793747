import type { Demographics } from '../../../src/contract/demographics.js';
import type { Contract } from '../../../src/contract/index.js';
import type { PatientRecord } from '../../db/records/index.js';
import { digest } from '../../digest.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { decideAnswer, decideAsking } from '../../rules/demographics.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideMatch } from '../../rules/preferences.js';
import type { Answer, Call } from '../http/call.js';
import { openRecord, openRecordToAct } from '../queries/subjects.js';

export const getDemographics: Answer<Contract['getDemographics']> = (call) => {
  const record = openRecord(call, call.params.subject);
  return record.ok ? demographicsOf(call, record.value) : record;
};

export const saveDemographics: Answer<Contract['saveDemographics']> = async (call) => {
  const { tables, now, params, headers, body } = call;
  const record = openRecordToAct(call, params.subject);
  if (!record.ok) return record;
  const read = await demographicsOf(call, record.value);
  if (!read.ok) return read;
  const match = decideMatch(headers['if-match'], read.value.etag);
  if (!match.ok) return match;
  const answer = decideAnswer(body);
  if (!answer.ok) return answer;
  tables.demographics.put({ ...answer.value, id: record.value.id, savedAt: now });
  return demographicsOf(call, record.value);
};

const demographicsOf = async (
  call: Call,
  { id }: PatientRecord,
): Promise<Decision<Demographics>> => {
  const asking = decideAsking(call.policy);
  if (!asking.ok) return asking;
  const stored = call.tables.demographics.get(id);
  const answer: Demographics['answer'] = stored
    ? {
        categories: [...stored.categories],
        details: stored.details,
        declined: stored.declined,
        savedAt: new Date(stored.savedAt).toISOString(),
      }
    : null;
  return allowed({
    etag: `"${await digest(JSON.stringify([id, answer]))}"`,
    requiredByState: asking.value,
    answer,
    change: eligibilityOf(openRecordToAct(call, id)),
  });
};
