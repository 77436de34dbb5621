import type { Document } from '@gongwen/schemas';
import { interpretationText, normativeText } from './compose-text.ts';
import { departments } from './departments.ts';
import { endings } from './endings.ts';
import { lawsAndPapers } from './laws-and-papers.ts';
import { publishStep } from './publish-step.ts';
import type { Step } from './step.ts';
import { type Subject, documentIdOf, subjects } from './subjects.ts';

/** The story of an invented city: every class of document, and whole lives of some. In order; every step has its own key. */
export function sampleCity(): readonly Step[] {
  return [
    ...lawsAndPapers(),
    ...subjects.map(normative),
    ...subjects.slice(0, 12).map(interpretation),
    ...subjects.slice(0, 10).map(answer),
    ...endings(),
  ];
}

function normative(subject: Subject, index: number): Step {
  const { department, title, theme, year } = subject;
  return publishStep(department, `${year}-${subject.id}`, {
    docClass: 'normative_document',
    title,
    documentNumber: { raw: `${department.agencyCode}〔${year}〕${index + 1}号` },
    registrationNumber: `LLCR-${year}-${String(index + 1).padStart(7, '0')}`,
    issuedOn: `${year}-05-20`,
    publishedOn: `${year}-05-25`,
    effectiveFrom: `${year}-07-01`,
    effectiveUntil: `${year + (year < 2020 ? 5 : 10)}-06-30`,
    isProvisional: /试行|暂行/.test(title),
    instrumentForm: title.slice(-2),
    themes: [theme],
    relations:
      index < 12
        ? [{ type: 'interpreted_by', target: { documentId: `${department.id}:jd-${subject.id}` } }]
        : [],
    text: normativeText(subject),
  });
}

function interpretation(subject: Subject): Step {
  return publishStep(
    subject.department,
    `jd-${subject.id}`,
    {
      docClass: 'interpretation',
      title: `《${subject.title}》政策解读`,
      publishedOn: `${subject.year}-05-26`,
      themes: [subject.theme],
      relations: [{ type: 'interprets', target: targetOf(subject) }],
      text: interpretationText(subject),
    },
    { withPdf: false },
  );
}

function answer(subject: Subject): Step {
  return publishStep(
    departments.office,
    `wd-${subject.id}`,
    {
      docClass: 'qa_entry',
      title: `${subject.title.replace('临澜市', '')}适用于哪些人？`,
      publishedOn: `${subject.year}-06-10`,
      themes: [subject.theme],
      relations: [{ type: 'answers', target: targetOf(subject) }],
      text: `答：适用于${subject.who}。${subject.measures[0]}。`,
    },
    { withPdf: false },
  );
}

function targetOf(subject: Subject): NonNullable<Document['relations']>[number]['target'] {
  return { documentId: documentIdOf(subject), title: subject.title };
}
