import { createClient } from '@gongwen/sdk';

const baseUrl = process.env['GONGWEN_URL'] ?? 'http://127.0.0.1:8080';
const client = createClient({ baseUrl, token: process.env['GONGWEN_TOKEN'] ?? '' });
const documentId = 'll-hrss:2026-00017'; // your own key, in your department's namespace

if (process.argv[2] === 'repeal') {
  const { version } = await client.documents.get(documentId);
  const decision = { title: '关于废止《临澜市就业见习补贴办法》的决定', issuedOn: '2026-11-20' };
  const receipt = await client.documents.repeal(documentId, {
    expectedVersion: version,
    decision,
    effectiveOn: '2026-11-20',
  });
  console.log(await client.receipts.wait(receipt.receiptId, { until: 'indexed' }));
} else {
  const text = '第一条 为了帮助毕业生积累经验，制定本办法。\n\n第二条 见习期间每月补贴一千五百元。';
  const file = await client.files.upload({
    content: Buffer.from(text),
    filename: '补贴办法.txt',
    mediaType: 'text/plain',
  });
  const receipt = await client.documents.publish({
    documentId,
    document: {
      docClass: 'normative_document',
      title: '临澜市就业见习补贴办法',
      documentNumber: { raw: '临澜人社规〔2026〕17号' },
      issuers: [{ name: '临澜市人力资源和社会保障局' }],
      issuedOn: '2026-11-02',
      publishedOn: '2026-11-05',
      effectiveFrom: '2026-11-10',
      registrationNumber: 'LLCR-2026-0017',
      interpretationPlan: { required: true, dueOn: '2026-11-12' },
      disclosure: 'active',
      body: { text },
      renditions: [{ role: 'original', file }],
    },
    evidence: {
      secrecyReview: { result: 'passed', by: '保密审查员', on: '2026-10-28' },
      legalityReview: { result: 'passed', by: '法制审核员', on: '2026-10-29' },
      reviews: [
        { result: 'passed', by: '初审员', on: '2026-10-30' },
        { result: 'passed', by: '复审员', on: '2026-10-30' },
        { result: 'passed', by: '终审员', on: '2026-11-02' },
      ],
    },
  });
  console.log(await client.receipts.wait(receipt.receiptId, { until: 'indexed' }));
}
console.log(`${baseUrl}/documents/${documentId}`);
