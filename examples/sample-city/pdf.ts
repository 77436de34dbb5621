/** A page’s text, and padding to reach a wanted size, as a scanned seal would. */
export interface PdfContent {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly paddingBytes?: number;
}

const charactersPerLine = 38;
const linesPerPage = 34;

/** A small, valid, deterministic PDF 1.4; Chinese by the predefined CMap UniGB-UCS2-H, so that no font is embedded. */
export function writePdf({ title, paragraphs, paddingBytes = 0 }: PdfContent): Uint8Array {
  const lines = [title, '', ...paragraphs.flatMap((paragraph) => wrap(`　　${paragraph}`))];
  const pages = Array.from({ length: Math.ceil(lines.length / linesPerPage) }, (_, page) =>
    lines.slice(page * linesPerPage, (page + 1) * linesPerPage),
  );
  const firstPage = 6;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
      stream(pageText(page)),
    ]),
    ...(paddingBytes > 0 ? [stream('0'.repeat(paddingBytes))] : []),
  ];
  return Buffer.from(assemble(objects), 'latin1');
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += charactersPerLine)
    lines.push(text.slice(at, at + charactersPerLine));
  return lines;
}

function pageText(lines: readonly string[]): string {
  const shown = lines.map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj T*`);
  return `BT /F1 13 Tf 21 TL 50 780 Td\n${shown.join('\n')}\nET`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Header, objects, cross-reference table with the offset of each, trailer. */
function assemble(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
