import { departments } from './departments.ts';
import { normativeText } from './compose-text.ts';
import { createRandom } from './create-random.ts';
import { publishStep } from './publish-step.ts';
import type { Step } from './step.ts';
import { subjects } from './subjects.ts';

/** Where the size of a text lies, in bytes of UTF-8: half below 14 kB, nine in ten below 29 kB. */
const sizes = { median: 14_000, ninth: 29_000 };
const originalShare = 0.2;
const originalBytes = 200_000;
const areas = ['东湖区', '西岭区', '澜河区', '北港区', '南山县', '临江县', '高新区', '开发区'];

const stems = [...'甲乙丙丁戊己庚辛壬癸'];

/** Publications in any number, one at a time, the same for the same seed: sizes, years, issuers and themes as a city’s stock. */
export function* generateDocuments(count: number, seed = 1): IterableIterator<Step> {
  const random = createRandom(seed);
  const offices = Object.values(departments);
  const series = stems[seed % stems.length] ?? ''; // an office gives a number once, whatever the seed
  for (let index = 0; index < count; index++) {
    const subject = subjects[index % subjects.length];
    const office = offices[Math.floor(random() * offices.length)];
    if (!subject || !office) return;
    const year = 2016 + Math.floor(random() * 11);
    const day = `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
    const area = areas[Math.floor(random() * areas.length)] ?? '';
    const title = `${subject.title.replace('临澜市', `临澜市${area}`)}（第${index + 1}号）`;
    yield publishStep(
      office,
      `g${seed}-${index + 1}`,
      {
        docClass: 'normative_document',
        title,
        documentNumber: { raw: `${office.agencyCode}${series}〔${year}〕${101 + (index % 99_000)}号` },
        issuedOn: day,
        publishedOn: day,
        effectiveFrom: day,
        themes: [subject.theme],
        text: grow(normativeText({ ...subject, title, year }), sizeOf(random())),
      },
      random() < originalShare ? { paddingBytes: originalBytes } : { withPdf: false },
    );
  }
}

/** Log-normal through the two known points. */
function sizeOf(uniform: number): number {
  const deviation = Math.log(sizes.ninth / sizes.median) / 1.2816;
  // a logistic curve is near enough to the normal one here
  const normal = Math.log(uniform / (1 - uniform) || 1e-9) / 1.702;
  return Math.min(sizes.median * Math.exp(deviation * normal), 90_000);
}

function grow(text: string, bytes: number): string {
  const characters = Math.max(200, Math.round(bytes / 2.9));
  return text.repeat(Math.ceil(characters / text.length)).slice(0, characters);
}
