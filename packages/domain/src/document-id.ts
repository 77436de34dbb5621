/** The parts of a documentId `<department>:<localId>`. */
export interface DocumentIdParts {
  department: string;
  localId: string;
}

const grammar = /^([a-z](?:-?[a-z0-9])*):([A-Za-z0-9][A-Za-z0-9._-]{0,127})$/;
const maximumDepartmentLength = 32;

/** Reads a documentId; `undefined` when it is not one (no folder tricks, no case or width variants). */
export function parseDocumentId(text: string): DocumentIdParts | undefined {
  const [, department, localId] = grammar.exec(text) ?? [];
  if (department === undefined || localId === undefined) return undefined;
  return department.length > maximumDepartmentLength ? undefined : { department, localId };
}
