import { type Tree, pathsBelow, textOf } from './tree.ts';

/** Where commands and their options are told. */
export const cliPaths: readonly string[] = ['cli.ts', 'operator-commands.ts', 'data-and-json.ts'].map(
  (name) => `packages/ops/src/${name}`,
);

/** Commands in the operators’ pages that the command does not have, or with options that it does not have. */
export function commandFaults(tree: Tree): string[] {
  const cli = cliPaths.map((path) => textOf(tree, path)).join('\n');
  const commands = new Set([...cli.matchAll(/\.command\('(\w+)'\)/g)].map(([, name = '']) => name));
  const options = new Set([...cli.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));
  return pathsBelow(tree, 'docs/operations/', '.md').flatMap((path) =>
    quotedCommands(textOf(tree, path)).flatMap((line) => {
      const [, name = ''] = /^gongwen (\w+)/.exec(line) ?? [];
      const unknown = [...line.matchAll(/--[a-z][a-z-]*/g)]
        .map(([option]) => option)
        .filter((option) => !options.has(option));
      return [
        ...(commands.has(name) ? [] : [`${path}: there is no gongwen ${name}`]),
        ...unknown.map((option) => `${path}: gongwen ${name} has no ${option}`),
      ];
    }),
  );
}

/** In backticks, and in blocks up to a comment or the next command. */
function quotedCommands(text: string): string[] {
  return [...text.matchAll(/gongwen (?!-)[a-z]+[^`\n#|;]*/g)]
    .filter(({ index }) => /[`\n ]$/.test(text.slice(0, index)) && isCode(text, index))
    .map(([line]) => line.trim());
}

function isCode(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const isInBlock = before.split('\n```').length % 2 === 0;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return isInBlock || line.split('`').length % 2 === 0;
}
