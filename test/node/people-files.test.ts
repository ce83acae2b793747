import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readPeople, StartError } from '../../mocks/server/people-files.js';
import { patientBundle } from '../support/patient-bundle.js';

const folderOf = (files: Readonly<Record<string, unknown>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'people-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return folder;
};
const usernamesIn = async (folder: string) =>
  (await readPeople([folder], () => undefined)).map(({ account }) => account?.username);

const resourcesOf = (id: string, given: string) =>
  patientBundle(id, given).entry.map(({ resource }) => resource);
const allergy = {
  resourceType: 'AllergyIntolerance',
  patient: { reference: 'Patient/b' },
  code: { text: 'Latex' },
};

describe('a folder of people', () => {
  it('may hold a bundle for each', async () => {
    const folder = folderOf({
      'a.json': patientBundle('a', 'Ann'),
      'b.json': patientBundle('b', 'Ben'),
      'notes.txt': 'not read',
    });
    expect(await usernamesIn(folder)).to.deep.equal(['ann.example', 'ben.example']);
  });

  it('may hold a bulk export: a file for each type of resource', async () => {
    const people = [...resourcesOf('a', 'Ann'), ...resourcesOf('b', 'Ben')];
    const folder = folderOf({
      'AllergyIntolerance.ndjson': `${JSON.stringify(allergy)}\n${JSON.stringify(allergy)}\n`,
      'Patient.ndjson': people.map((each) => JSON.stringify(each)).join('\n'),
    });
    const [ann, ben] = await readPeople([folder], () => undefined);
    expect(ann?.healthSummary?.allergies).to.deep.equal([]);
    expect(ben?.healthSummary?.allergies.map(({ substance }) => substance)).to.deep.equal([
      'Latex',
      'Latex',
    ]);
  });

  it('may hold the pages of a search', async () => {
    const page = (entry: readonly unknown[], ...links: readonly [string, string][]) => ({
      ...{ resourceType: 'Bundle', type: 'searchset', entry },
      link: links.map(([relation, url]) => ({ relation, url })),
    });
    const first = page(patientBundle('b', 'Ben').entry, ['self', 'p1'], ['next', 'p2']);
    const second = page([{ resource: allergy }], ['self', 'p2']);
    expect(await usernamesIn(folderOf({ '1.json': first, '2.json': second }))).to.deep.equal([
      'ben.example',
    ]);
    const lone = folderOf({ '1.json': first });
    expect(await usernamesIn(lone).catch((error: unknown) => error)).to.be.instanceOf(StartError);
  });

  it('is refused where it holds nothing to read', async () => {
    const error: unknown = await usernamesIn(folderOf({})).catch((reason: unknown) => reason);
    expect((error as Error).message).to.match(/this folder holds no \.json or \.ndjson/);
  });
});
