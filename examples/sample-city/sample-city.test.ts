import { codeLists, isPublishCommand, violations } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { generateDocuments, sampleCity, writePdf } from './index.ts';

const steps = sampleCity();
const published = steps.flatMap((step) => (step.name === 'publish' ? [step.command] : []));

describe('the sample city', () => {
  it('has at least 60 documents of all classes, each as its schema wants it', () => {
    expect(published.length).toBeGreaterThanOrEqual(60);
    expect(new Set(published.map(({ document }) => document.docClass))).toEqual(
      new Set(Object.keys(codeLists.docClass)),
    );
    expect(published.flatMap((command) => violations(isPublishCommand, command)?.issues ?? [])).toEqual([]);
    expect(new Set(published.map(({ documentId }) => documentId)).size).toBe(published.length);
  });

  it('tells lives in order: each later step expects the version before it', () => {
    const versions = new Map<string, number>();
    for (const step of steps) {
      const before = versions.get(step.documentId) ?? 0;
      const expected = step.name === 'publish' ? 0 : step.command.expectedVersion;
      expect([step.key, expected]).toEqual([step.key, before]);
      versions.set(step.documentId, before + 1);
    }
    expect(new Set(steps.map(({ name }) => name))).toEqual(
      new Set(['publish', 'amend', 'correct', 'repeal', 'expire', 'withdraw', 'restore']),
    );
  });
});

describe('generated documents', () => {
  it('have the sizes of a city’s stock and are the same for the same seed', () => {
    const generated = [...generateDocuments(1_000, 7)].flatMap((step) =>
      step.name === 'publish' ? [step] : [],
    );
    const sizes = generated
      .map(({ command }) => Buffer.byteLength(command.document.body?.text ?? ''))
      .toSorted((a, b) => a - b);
    expect(sizes[500]).toBeGreaterThan(12_000);
    expect(sizes[500]).toBeLessThan(16_000);
    expect(sizes[900]).toBeGreaterThan(25_000);
    expect(sizes[900]).toBeLessThan(34_000);
    const share = generated.filter(({ original }) => original).length / generated.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(0.05);
    expect([...generateDocuments(3, 7)].map(({ documentId }) => documentId)).toEqual(
      generated.slice(0, 3).map(({ documentId }) => documentId),
    );
  });
});

it('no office gives a number twice, in one collection of random documents or in two', () => {
  const numbers = [1, 2, 3].flatMap((seed) =>
    [...generateDocuments(3_000, seed)].flatMap((step) =>
      step.name === 'publish' ? [step.command.document.documentNumber?.raw] : [],
    ),
  );
  expect(new Set(numbers).size).toBe(9_000);
});

describe('writePdf', () => {
  it('points every cross-reference at its object', () => {
    const pdf = Buffer.from(
      writePdf({ title: '标题', paragraphs: ['正文'.repeat(900)], paddingBytes: 10 }),
    ).toString('latin1');
    const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(8);
    offsets.forEach((offset, index) => expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`)));
    expect(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1]))).toMatch(/^xref/);
  });
});
