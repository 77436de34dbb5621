import ts from 'typescript';

/** What the rules want to know of a source file. */
export interface ModuleFacts {
  imports: string[];
  exportsAll: boolean;
  exportsDefault: boolean;
  readsEnvironment: boolean;
  lines: number;
}

export function readModule(path: string, text: string): ModuleFacts {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const facts: ModuleFacts = {
    imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
    exportsAll: false,
    exportsDefault: false,
    readsEnvironment: false,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  };
  const visit = (node: ts.Node): void => {
    if (ts.isExportDeclaration(node) && isExportOfAll(node)) facts.exportsAll = true;
    if (isDefaultExport(node)) facts.exportsDefault = true;
    if (readsEnvironment(node)) facts.readsEnvironment = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return facts;
}

function isExportOfAll({ exportClause }: ts.ExportDeclaration): boolean {
  return exportClause === undefined || ts.isNamespaceExport(exportClause);
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
}

/** `process.env`, `process['env']`, `const { env } = process`, or env imported from node:process. */
function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'env' && isProcess(node.expression);
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return ts.isStringLiteralLike(key) && key.text === 'env' && isProcess(node.expression);
  }
  if (ts.isVariableDeclaration(node)) {
    return (
      ts.isObjectBindingPattern(node.name) && node.initializer !== undefined && isProcess(node.initializer)
    );
  }
  if (ts.isImportSpecifier(node)) return (node.propertyName ?? node.name).text === 'env';
  return false;
}

function isProcess(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'process';
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'process' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'globalThis'
  );
}
