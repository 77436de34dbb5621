import { SignJWT, UnsecuredJWT, createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Authenticate, createAuthenticate } from './authenticate.ts';
import { createDepartmentRegistry } from './department-registry.ts';

const now = new Date('2026-11-25T02:00:00Z');
const seconds = now.getTime() / 1000;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let authenticate: Authenticate;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256' };
  const department = { id: 'll-hrss', name: '人社局', level: 'city', regionCode: '379900' } as const;
  authenticate = createAuthenticate(createDepartmentRegistry([department]), {
    keys: createLocalJWKSet({ keys: [jwk] }),
    issuer: 'https://login.example',
    audience: 'gongwen',
  });
});

const claims = {
  department: 'll-hrss',
  scope: 'documents:write',
  iss: 'https://login.example',
  aud: 'gongwen',
  iat: seconds - 60,
  exp: seconds + 600,
};

const token = (change: object = {}, header: object = {}) =>
  new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
    .sign(keys.privateKey);

const codeOf = async (authorization: string) =>
  authenticate(authorization, now).then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

describe('tokens (FAULTS §5 rows 46–50)', () => {
  it('takes a token of the known issuer, with its department and scopes', async () => {
    const actor = await authenticate(`Bearer ${await token()}`, now);
    expect([actor.department.id, [...actor.scopes]]).toEqual(['ll-hrss', ['documents:write']]);
  });

  it('row 47: tells an expired token from one that is not yet valid', async () => {
    expect(await codeOf(`Bearer ${await token({ exp: seconds - 60 })}`)).toBe('TOKEN_EXPIRED');
    expect(await codeOf(`Bearer ${await token({ nbf: seconds + 600 })}`)).toBe('UNAUTHENTICATED');
  });

  it('row 48: never takes the algorithm from the token', async () => {
    expect(await codeOf(`Bearer ${new UnsecuredJWT(claims).encode()}`)).toBe('UNAUTHENTICATED');
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    expect(await codeOf(`Bearer ${confused}`)).toBe('UNAUTHENTICATED');
  });

  it.each([
    { aud: 'other' },
    { iss: 'https://evil.example' },
    { department: 'll-none' },
    { department: undefined },
  ])('row 49: refuses %o', async (change) => {
    expect(await codeOf(`Bearer ${await token(change)}`)).toBe('UNAUTHENTICATED');
  });

  it('row 49: refuses an unknown kid', async () => {
    expect(await codeOf(`Bearer ${await token({}, { kid: '../../etc/passwd' })}`)).toBe('UNAUTHENTICATED');
  });

  it.each([{ exp: 'soon' }, { exp: undefined }, { exp: 1e30, iat: 1e29 }])(
    'row 50: refuses %o',
    async (change) => {
      expect(await codeOf(`Bearer ${await token(change)}`)).toBe('UNAUTHENTICATED');
    },
  );
});
