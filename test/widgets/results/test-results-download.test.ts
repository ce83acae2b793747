import { expect } from '@open-wc/testing';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole } from '../../../stories/fixtures/support/query.js';
import { patWith, reportWith } from '../../../stories/fixtures/support/reports.js';
import { press, reads } from '../support/reads.js';
import { mountResults, openResult, years } from '../support/results.js';

/** Catches the files instead of saving them. */
const catchFiles = () => {
  const files: { name: string; content: Promise<string>; type: string }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL(blob);
    blobs.set(address, blob);
    return address;
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) files.push({ name: this.download, content: blob.text(), type: blob.type });
  };
  return {
    files,
    restore: () => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
};

describe('<test-results>: files to download', () => {
  it('have everything that the search finds, under a name that tells nothing', async () => {
    const { files, restore } = catchFiles();
    const { widget } = await mountResults({ signedInAs: 'pat.doe', people: [patWith(...years)] });
    await reads(widget, 'Showing 4 of 4');
    press(widget, 'Download');
    await eventually(() => byRole(widget, 'button', 'Spreadsheet (CSV)'));
    press(widget, 'Spreadsheet (CSV)');
    await reads(widget, 'We saved 4 results to your downloads.');
    press(widget, 'Other health apps (FHIR R4)');
    await eventually(() => expect(files).to.have.lengthOf(2));
    restore();
    expect(files.map(({ name }) => name)).to.deep.equal([
      'test-results-2026-05-04.csv',
      'test-results-2026-05-04.json',
    ]);
    expect((await files[0]?.content)?.trim().split('\r\n')).to.have.lengthOf(5);
    const bundle = JSON.parse((await files[1]?.content) ?? '') as { entry: unknown[] };
    expect(bundle.entry).to.have.lengthOf(9);
    expect(files[1]?.type).to.equal('application/fhir+json');
  });

  it('have the open result alone, without asking again', async () => {
    const { files, restore } = catchFiles();
    const { widget, requests } = await mountResults({
      signedInAs: 'pat.doe',
      people: [patWith(...years)],
    });
    await openResult(widget, 'Salts');
    press(widget, 'Download this result');
    await eventually(() => byRole(widget, 'button', 'Spreadsheet (CSV)'));
    const before = requests.length;
    press(widget, 'Spreadsheet (CSV)');
    await reads(widget, 'We saved 1 result to your downloads.');
    restore();
    expect(requests).to.have.lengthOf(before);
    expect(await files[0]?.content)
      .to.contain('140')
      .and.not.to.contain('150');
  });

  it('are not made for somebody who signs out meanwhile', async () => {
    const { files, restore } = catchFiles();
    const { widget, session, backend, requests } = await mountResults({
      signedInAs: 'pat.doe',
      people: [patWith(...years)],
    });
    await reads(widget, 'Showing 4 of 4');
    press(widget, 'Download');
    await eventually(() => byRole(widget, 'button', 'Spreadsheet (CSV)'));
    const release = backend.faults.hold('exportResults');
    press(widget, 'Spreadsheet (CSV)');
    await eventually(() => expect(requests.at(-1)?.url).to.contain('/results/export'));
    const { signal } = requests.at(-1) ?? {};
    await session.context?.store.dispatch({ type: 'sign-out' });
    await reads(widget, 'Sign in to see your test results.');
    expect(signal?.aborted).to.equal(true);
    release();
    restore();
    expect(files).to.deep.equal([]);
  });
});

describe('<test-results>: files of a result', () => {
  const withFiles = reportWith({
    id: 'path',
    name: 'Surgical pathology',
    documents: [
      { id: 'pdf', title: null, type: 'application/pdf', size: 8, data: btoa('%PDF-1.4') },
      { id: 'scan', title: 'Slide 2', type: 'image/png', size: 2_000_000, data: btoa('PNG') },
    ],
  });
  const open = async () => {
    const stage = await mountResults({ signedInAs: 'pat.doe', people: [patWith(withFiles)] });
    await openResult(stage.widget, 'Surgical pathology');
    await reads(stage.widget, 'This result is a file. Download it to read it.');
    return stage;
  };

  it('are fetched and saved when somebody asks for one, under a name that tells nothing', async () => {
    const { files, restore } = catchFiles();
    const { widget, requests } = await open();
    await eventually(() => byRole(widget, 'button', 'Download Slide 2.png (PNG, 1.9 MB)'));
    expect(requests.filter(({ url }) => url.includes('/documents/'))).to.have.lengthOf(0);
    press(widget, 'Download Surgical pathology.pdf (PDF, 1 kB)');
    await reads(widget, 'We saved the file to your downloads.');
    restore();
    expect(files.map(({ name, type }) => [name, type])).to.deep.equal([
      ['test-result-2026-05-04.pdf', 'application/pdf'],
    ]);
    expect(await files[0]?.content).to.equal('%PDF-1.4');
  });

  it('say so when they cannot be fetched, and can be asked for again', async () => {
    const { files, restore } = catchFiles();
    const { widget, backend } = await open();
    backend.faults.set('getResultDocument', { outcome: 'internal' });
    press(widget, /^Download Surgical/);
    await reads(widget, 'Something went wrong on our side.');
    backend.faults.clear();
    press(widget, /^Download Surgical/);
    await reads(widget, 'We saved the file to your downloads.');
    restore();
    expect(files).to.have.lengthOf(1);
  });

  it('are none where a result came without anything, which is said', async () => {
    const { widget } = await mountResults({
      signedInAs: 'pat.doe',
      people: [patWith(reportWith({}))],
    });
    await openResult(widget, 'Salts');
    await reads(widget, 'This result came to us without values. Ask your office:');
  });
});
