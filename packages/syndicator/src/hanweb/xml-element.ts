/** Characters that no XML 1.0 document may have, also not as references. */
// oxlint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** An element with its text in a CDATA section, which a `]]>` in the text does not end. */
export function xmlElement(name: string, text: string): string {
  const safe = text.toWellFormed().replaceAll(notInXml, '').replaceAll(']]>', ']]]]><![CDATA[>');
  return `<${name}><![CDATA[${safe}]]></${name}>`;
}
