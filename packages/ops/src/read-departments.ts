import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RegisteredDepartment, scopes } from '@gongwen/publisher';
import { codeLists } from '@gongwen/schemas';
import { ConfigurationError } from '@gongwen/service-kit';
import { environment } from './config.ts';

/**
 * Reads the operator’s file of departments.
 *
 * @throws ConfigurationError that names every entry that is wrong
 */
export function readDepartments(path: string): readonly RegisteredDepartment[] {
  const entries = readJson(path);
  if (!Array.isArray(entries)) throw new ConfigurationError([`${path}: 应为数组 / expected an array`]);
  const problems = entries.flatMap((entry, index) =>
    faultsOf(entry).map((fault) => `${path}[${index}]: ${fault}`),
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  return entries as readonly RegisteredDepartment[]; // checked just above
}

/**
 * Which departments may act on whose documents: of the file that is named, that the environment names, or that
 * `gongwen dev` has left. Without any, each only on its own.
 *
 * @throws ConfigurationError
 */
export function readDecidingDepartments(options: {
  readonly data: string;
  readonly departments?: string;
}): readonly Pick<RegisteredDepartment, 'id' | 'decidesFor'>[] {
  const named = options.departments ?? environment()['GONGWEN_DEPARTMENTS'];
  const path = named || join(options.data, 'departments.json');
  return named || existsSync(path) ? readDepartments(path) : [];
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigurationError([`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

const levels = Object.keys(codeLists.level);

function faultsOf(entry: unknown): string[] {
  const {
    id,
    name,
    level,
    regionCode,
    enabled = true,
    decidesFor = [],
    issuers = [],
    keys = [],
  } = asObject(entry);
  return [
    ...unless(isText(id, /^(?=.{1,32}$)[a-z](-?[a-z0-9])*$/), 'id'),
    ...unless(isText(name, /\S/), 'name'),
    ...unless(levels.includes(String(level)), `level (${levels.join(' | ')})`),
    ...unless(isText(regionCode, /^\d{6}$/), 'regionCode (GB/T 2260)'),
    ...unless(typeof enabled === 'boolean', 'enabled'),
    ...unless(
      Array.isArray(decidesFor) && decidesFor.every((other) => isText(other, /^(\*|[a-z](-?[a-z0-9])*)$/)),
      'decidesFor (["*"] | [id, …])',
    ),
    ...unless(Array.isArray(issuers) && issuers.every((other) => isText(other, /\S/)), 'issuers ([name, …])'),
    ...unless(Array.isArray(keys) && keys.every(isKey), 'keys ({ id, sha256, scopes })'),
  ];
}

function isKey(entry: unknown): boolean {
  const { id, sha256, scopes: given } = asObject(entry);
  return (
    isText(id, /^[\w.-]{1,64}$/) &&
    isText(sha256, /^[0-9a-f]{64}$/) &&
    Array.isArray(given) &&
    given.every((scope) => scopes.some((known) => known === scope))
  );
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function unless(isSound: boolean, field: string): string[] {
  return isSound ? [] : [`${field} 缺失或不合规 / is missing or wrong`];
}
