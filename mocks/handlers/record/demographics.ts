import type { Demographics } from '../../../src/contract/record/demographics.js';
import type { Contract } from '../../../src/contract/index.js';
import { digest } from '../../digest.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { decideAnswer, decideAsking } from '../../rules/record/demographics.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideMatch } from '../../rules/account/preferences.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { decideActing } from '../queries/subjects.js';

export const getDemographics: RecordAnswer<Contract['getDemographics']> = (call) =>
  demographicsOf(call);

export const saveDemographics: RecordAnswer<Contract['saveDemographics']> = async (call) => {
  const { tables, now, record, headers, body } = call;
  const read = await demographicsOf(call);
  if (!read.ok) return read;
  const match = decideMatch(headers['if-match'], read.value.etag);
  if (!match.ok) return match;
  const answer = decideAnswer(body);
  if (!answer.ok) return answer;
  tables.demographics.put({ ...answer.value, id: record.patient.id, savedAt: now });
  return demographicsOf(call);
};

const demographicsOf = async ({
  tables,
  policy,
  record,
}: RecordCall): Promise<Decision<Demographics>> => {
  const asking = decideAsking(policy);
  if (!asking.ok) return asking;
  const { id } = record.patient;
  const stored = tables.demographics.get(id);
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
    change: eligibilityOf(decideActing(record)),
  });
};
