export { evidenceOf, reviewed } from './reviewed.ts';
export { createRandom } from './create-random.ts';
export { type SampleDepartment, departments } from './departments.ts';
export { expectedEvents } from './expected-events.ts';
export { generateDocuments } from './generate.ts';
export { writePdf } from './pdf.ts';
export { sampleCity } from './sample-city.ts';
export { type Step, playStep } from './step.ts';
