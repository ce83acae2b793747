import { expect } from 'chai';
import { imported, report, section, type Json } from '../support/fhir-bundles.js';

const form = (contentType: string, text: string, encoding: BufferEncoding = 'utf8'): Json => ({
  presentedForm: [{ contentType, data: Buffer.from(text, encoding).toString('base64') }],
});

const readOf = (more: Json, ...others: readonly Json[]) => {
  const { reports, skipped } = imported(
    report('one', [], { category: [section('SP')], ...more }),
    ...others,
  );
  const [read] = reports;
  const texts = read?.observations.map(({ value }) => (value?.kind === 'text' ? value.text : null));
  return { texts, incomplete: read?.incomplete, skipped };
};

describe('the text of a report', () => {
  const texts: readonly (readonly [what: string, more: Json, text: string])[] = [
    ['UTF-8', form('text/plain', 'Thickness 12 µm'), 'Thickness 12 µm'],
    [
      'Latin-1 that is declared',
      form('text/plain; charset=iso-8859-1', 'Thickness 12 µm', 'latin1'),
      'Thickness 12 µm',
    ],
    ['any case of its type', form('TEXT/PLAIN', 'Benign nevus'), 'Benign nevus'],
    [
      'columns, and the escapes of HL7 v2',
      form('text/plain', 'GRADE    SCORE\r\n  I        5\nDIAGNOSIS:\\.br\\Benign \\T\\ clear'),
      'GRADE    SCORE\n  I        5\nDIAGNOSIS:\nBenign & clear',
    ],
    [
      'HTML, without what is no text',
      form(
        'text/html; charset=utf-8',
        '<html><head><title>x</title><style>p{}</style></head><body onload="x()">' +
          '<p>Invasive&nbsp;carcinoma,<br>grade&#32;2 &lt; 3</p><script>alert(1)</script>' +
          '<table><tr><td>ER</td><td>positive</td></tr></table></body></html>',
      ),
      'Invasive carcinoma,\ngrade 2 < 3\nER\tpositive',
    ],
    [
      'RTF',
      form(
        'application/rtf',
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\f0 Benign \\b nevus\\b0\\par 12 \\'b5m \\{a\\}}",
      ),
      'Benign nevus\n12 µm {a}',
    ],
    [
      'its narrative, where there is nothing else',
      { text: { status: 'generated', div: '<div><p>Mass in the right upper lobe.</p></div>' } },
      'Mass in the right upper lobe.',
    ],
  ];
  for (const [what, more, text] of texts) {
    it(`is read from ${what}`, () => {
      const { texts: read, incomplete, skipped } = readOf(more);
      expect(read).to.deep.equal([text]);
      expect([incomplete, skipped]).to.deep.equal([undefined, {}]);
    });
  }

  it('may lie elsewhere in the file', () => {
    const presentedForm = [{ contentType: 'text/plain', url: 'Binary/1' }];
    const data = Buffer.from('Benign nevus').toString('base64');
    const binary = { resourceType: 'Binary', id: '1', contentType: 'text/plain', data };
    expect(readOf({ presentedForm }, binary).texts).to.deep.equal(['Benign nevus']);
    expect(readOf({ presentedForm })).to.deep.equal({
      texts: [],
      incomplete: true,
      skipped: { 'DiagnosticReport.presentedForm (text/plain)': 1 },
    });
  });

  const unreadable: readonly (readonly [what: string, more: Json])[] = [
    ['PDF', form('application/pdf', '%PDF-1.4')],
    ['letters that are not known', form('text/plain; charset=klingon', 'x')],
    ['letters that are none', form('text/plain; charset=utf-8', '\xb5', 'latin1')],
    ['HTML with a picture', form('text/html', '<p>See</p><img src="https://x.example/1.png">')],
    ['RTF with a picture', form('text/rtf', '{\\rtf1 See {\\pict 00}}')],
  ];
  for (const [what, more] of unreadable) {
    it(`is said to be missing: ${what}`, () => {
      const { texts: read, incomplete } = readOf(more);
      expect([read, incomplete]).to.deep.equal([[], true]);
    });
  }
});

describe('a report whose category is missing', () => {
  it('is a result', () => {
    const { reports } = imported(report('one', [], { category: undefined, conclusion: 'Benign' }));
    expect(reports.map(({ category }) => category)).to.deep.equal(['laboratory']);
  });
});
