import { analytes } from '../laboratory/analytes.js';
import type { ReportSpec } from '../chart.js';
import { loinc } from '../laboratory/codings.js';
import { culture, imaging, presence, tissue } from '../laboratory/narratives.js';
import { finding, narrative } from '../laboratory/observations.js';
import {
  bloodCount,
  comprehensiveMetabolic,
  single,
  together,
  urinalysis,
} from '../laboratory/panels.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

/** Not done, not reviewed yet, not shared or too sensitive: what a portal after review never shows. */
export const rosaWithheld: readonly ReportSpec[] = [
  // Not final
  {
    type: reportTypes.vitaminB12,
    daysAgo: 1,
    progress: 'registered',
    content: () => [],
  },
  {
    type: reportTypes.urineCulture,
    daysAgo: 3,
    progress: 'preliminary',
    orderedBy: staff.nursePractitioner,
    content: culture(
      reportTypes.urineCulture,
      'Gram-negative rods, 10,000 to 50,000 CFU/mL. To be identified.',
      null,
    ),
  },
  {
    type: reportTypes.surgicalPathology,
    daysAgo: 5,
    progress: 'preliminary',
    orderedBy: staff.dermatology,
    content: tissue(
      'Shave of skin, 0.6 x 0.5 x 0.1 cm, with a tan spot.',
      'Slides in preparation.',
      'Pending.',
    ),
  },

  // Final, not reviewed
  {
    type: reportTypes.tsh,
    daysAgo: 2,
    progress: 'unreviewed',
    content: together(single(analytes.tsh, 5.12), single(analytes.freeT4, 1.1)),
  },
  {
    type: reportTypes.bloodCount,
    daysAgo: 2,
    progress: 'unreviewed',
    content: bloodCount({
      leukocytes: 11.6,
      erythrocytes: 4.48,
      hemoglobin: 12.7,
      mcv: 86.1,
      rdw: 13.7,
      platelets: 301,
    }),
  },
  {
    type: reportTypes.comprehensiveMetabolic,
    daysAgo: 2,
    progress: 'unreviewed',
    content: comprehensiveMetabolic({
      glucose: 118,
      ureaNitrogen: 15,
      creatinine: 0.78,
      sodium: 138,
      potassium: 4,
      chloride: 102,
      bicarbonate: 24,
      calcium: 9.2,
      protein: 7.2,
      albumin: 4.2,
      bilirubin: 0.4,
      alkalinePhosphatase: 74,
      ast: 24,
      alt: 27,
    }),
  },
  {
    type: reportTypes.pelvicUltrasound,
    daysAgo: 2,
    progress: 'unreviewed',
    orderedBy: staff.gynecology,
    content: imaging(
      'Uterus 9.1 x 5.4 x 6.0 cm with two fibroids in the wall, the larger 2.9 cm. Lining 6 mm. Both ovaries normal. No free fluid.',
      'Two uterine fibroids, slightly larger than before.',
    ),
  },

  // Of a type that providers here do not share
  {
    type: reportTypes.synoptic,
    daysAgo: 68,
    orderedBy: staff.dermatology,
    content: () => [
      narrative(
        reportTypes.synoptic.code,
        'Pathology summary',
        'Procedure: excision. Site: left shoulder. Residual lesion: none. Margins: free. Scar from the earlier biopsy.',
      ),
    ],
  },

  // Sensitive: the test itself, and one among others in a panel
  {
    type: reportTypes.hiv,
    daysAgo: 201,
    content: presence(reportTypes.hiv, 'Nonreactive', 'Nonreactive'),
  },
  {
    type: reportTypes.urinalysis,
    daysAgo: 72,
    orderedBy: staff.dermatology,
    content: together(urinalysis({ specificGravity: 1.018, ph: 6 }), () => [
      finding(
        loinc('2106-3', 'Choriogonadotropin (pregnancy test) [Presence] in Urine'),
        'Pregnancy test',
        'Negative',
        'Negative',
      ),
    ]),
    note: 'All clear for your procedure.',
  },
  {
    type: reportTypes.chlamydiaGonorrhea,
    daysAgo: 244,
    orderedBy: staff.gynecology,
    content: () => [
      finding(
        loinc(
          '21613-5',
          'Chlamydia trachomatis DNA [Presence] in Specimen by NAA with probe detection',
        ),
        'Chlamydia',
        'Not detected',
        'Not detected',
      ),
      finding(
        loinc(
          '24111-7',
          'Neisseria gonorrhoeae DNA [Presence] in Specimen by NAA with probe detection',
        ),
        'Gonorrhea',
        'Not detected',
        'Not detected',
      ),
    ],
  },
];
