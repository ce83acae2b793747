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
      'HTML that nests, powers and what was crossed out',
      form(
        'text/html',
        `${'<div>'.repeat(20_000)}<p>5 &times; 10<sup>9</sup>/L<p><del>Malignant</del> Benign<ol><li>Rest<li>Ice</ol>`,
      ),
      '5 × 10⁹/L\n[crossed out: Malignant] Benign\n• Rest\n• Ice',
    ],
    [
      'HTML whose columns are made of spaces',
      form('text/html', '<p>Scores:</p><pre>GRADE    SCORE\n  I        5\n\n  II       7</pre>'),
      'Scores:\nGRADE    SCORE\n  I        5\n\n  II       7',
    ],
    [
      'XHTML with what only looks like a tag in its words',
      form(
        'application/xhtml+xml',
        '<?xml version="1.0"?><html><body><p>PSA &lt;b&gt; 4</p></body></html>',
      ),
      'PSA <b> 4',
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
    ['what is called a PDF and is none', form('application/pdf', '<script>alert(1)</script>')],
    ['base64 that is none', { presentedForm: [{ contentType: 'application/pdf', data: 'JVB' }] }],
    ['HTML with a box to tick', form('text/html', '<p>Smoker <input type=checkbox checked></p>')],
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

describe('a report that is a file', () => {
  const documentsOf = (more: Json, ...others: readonly Json[]) => {
    const { reports, skipped } = imported(
      report('one', [], { category: [section('SP')], ...more }),
      ...others,
    );
    const [{ documents, incomplete } = {}] = reports;
    const facts = documents?.map(({ title, type, size, data }) => ({ title, type, size, data }));
    return { documents: facts, incomplete, skipped };
  };
  const pdf = Buffer.from('%PDF-1.4').toString('base64');
  const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64');

  it('is kept byte by byte, whatever the source calls it', () => {
    const presentedForm = [
      { contentType: 'application/pdf', title: 'Surgical pathology', data: pdf },
      { data: `${pdf.slice(0, 4)}\n${pdf.slice(4)}` },
      { contentType: 'image/jpeg', data: png },
    ];
    const file = { type: 'application/pdf', size: 8, data: pdf };
    expect(documentsOf({ presentedForm })).to.deep.equal({
      documents: [
        { title: 'Surgical pathology', ...file },
        { title: null, ...file },
        { title: null, type: 'image/png', size: 8, data: png },
      ],
      incomplete: undefined,
      skipped: {},
    });
  });

  it('may have images beside it', () => {
    const media = [{ link: { reference: 'Media/1' } }, { link: { reference: 'Media/2' } }];
    const image = {
      ...{ resourceType: 'Media', id: '1', status: 'completed' },
      ...{
        subject: { reference: 'Patient/ana' },
        content: { contentType: 'image/png', data: png },
      },
    };
    expect(documentsOf({ media }, image)).to.deep.equal({
      documents: [{ title: null, type: 'image/png', size: 8, data: png }],
      incomplete: true,
      skipped: { 'DiagnosticReport.media (not in the file)': 1 },
    });
  });

  it('has no image of somebody else', () => {
    const image = {
      ...{ resourceType: 'Media', id: '1', status: 'completed' },
      ...{ subject: { reference: 'Patient/bo' }, content: { contentType: 'image/png', data: png } },
    };
    const { documents, incomplete } = documentsOf(
      { media: [{ link: { reference: 'Media/1' } }] },
      image,
    );
    expect([documents, incomplete]).to.deep.equal([undefined, true]);
  });

  it('is told by its narrative where the file cannot be read', () => {
    const { texts, incomplete } = readOf({
      ...form('application/dicom', 'x'),
      text: { div: '<div>Mass in the right upper lobe.</div>' },
    });
    expect([texts, incomplete]).to.deep.equal([['Mass in the right upper lobe.'], true]);
  });
});

describe('a report whose category is missing', () => {
  it('is a result, of a kind that nobody guesses', () => {
    const { reports } = imported(report('one', [], { category: undefined, conclusion: 'Benign' }));
    expect(reports.map(({ category }) => category)).to.deep.equal(['other']);
  });
});
