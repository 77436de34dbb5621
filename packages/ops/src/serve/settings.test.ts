import { readFileSync } from 'node:fs';
import { ConfigurationError, readConfiguration } from '@gongwen/service-kit';
import { describe, expect, it } from 'vitest';
import { configurationPage } from '../../scripts/configuration-page.ts';
import { type Role, roleSettings, roles } from './settings.ts';

const given: Readonly<Record<string, string>> = {
  GONGWEN_KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092',
  GONGWEN_S3_BUCKET: 'gongwen',
  GONGWEN_OPENSEARCH_URL: 'https://search.example',
  GONGWEN_DEPARTMENTS: '/etc/gongwen/departments.json',
  GONGWEN_TARGET_URL: 'https://library.example/events',
  GONGWEN_TARGET_SIGNING_KEY: 'whsk_secret',
  GONGWEN_PUBLIC_URL: 'https://rules.example',
};

function problemsOf(role: Role, environment: Readonly<Record<string, string>>): string {
  try {
    readConfiguration(roleSettings[role], environment);
    return '';
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.join('\n');
  }
}

describe('the settings of roles', () => {
  it('are what docs/configuration.md says', async () => {
    const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
    expect(page, 'run packages/ops/scripts/write-configuration-page.ts').toBe(await configurationPage());
  });

  it.each(roles)('of %s need no more than stores, target and addresses', (role) => {
    expect(problemsOf(role, given)).toBe('');
  });

  it.each(roles)('of %s are named all at once when nothing is given', (role) => {
    const required = Object.entries(roleSettings[role]).filter(([, { fallback }]) => fallback === undefined);
    const problems = problemsOf(role, {});
    expect(problems.split('\n')).toHaveLength(required.length);
    for (const [name] of required) expect(problems).toContain(name);
  });

  it('never show a secret', () => {
    const wrong = { ...given, GONGWEN_TARGET_SIGNING_KEY: '', GONGWEN_KAFKA_PASSWORD: 'secret' };
    expect(problemsOf('syndicator', { ...wrong, GONGWEN_KAFKA_COPIES: '2' })).not.toContain('secret');
  });

  it('keep credentials with the roles that need them', () => {
    const rolesWith = (name: string) => roles.filter((role) => name in roleSettings[role]);
    expect(rolesWith('GONGWEN_TARGET_SIGNING_KEY')).toEqual(['syndicator']);
    expect(rolesWith('GONGWEN_DEPARTMENTS')).toEqual(['publisher']);
    expect(rolesWith('GONGWEN_KAFKA_PASSWORD')).not.toContain('portal');
  });
});
