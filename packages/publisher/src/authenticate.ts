import { ServiceError } from '@gongwen/service-kit';
import { type JWTPayload, type JWTVerifyGetKey, errors, jwtVerify } from 'jose';
import type { Actor } from './actor.ts';
import type { DepartmentRegistry, RegisteredDepartment } from './department-registry.ts';

export interface TokenOptions {
  /** `createLocalJWKSet` or `createRemoteJWKSet` of jose. */
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
}

export type Authenticate = (authorization: string | undefined, now: Date) => Promise<Actor>;

/** Never taken from the token’s own header (RFC 8725). */
const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'];
const clockToleranceSeconds = 30;
const maximumTokenAge = '12h';

/**
 * Who sends this request: by a department’s key, or by a JWT of a known issuer with the claims `department` and `scope`.
 *
 * @throws ServiceError UNAUTHENTICATED, TOKEN_EXPIRED, DEPARTMENT_DISABLED
 */
export function createAuthenticate(registry: DepartmentRegistry, tokens?: TokenOptions): Authenticate {
  return async (authorization, now) => {
    const [, secret] = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/.exec(authorization ?? '') ?? [];
    if (secret === undefined) throw new ServiceError('UNAUTHENTICATED');
    const key = registry.key(secret);
    if (key) return actor(key.department, `key:${key.id}`, key.scopes);
    if (!tokens || secret.split('.').length !== 3) throw new ServiceError('UNAUTHENTICATED');
    const { department, scope, sub } = await verify(secret, tokens, now);
    const registered = registry.department(String(department));
    if (!registered) throw new ServiceError('UNAUTHENTICATED');
    return actor(registered, `token:${String(sub ?? '').slice(0, 64)}`, String(scope ?? '').split(' '));
  };
}

async function verify(
  token: string,
  { keys, issuer, audience }: TokenOptions,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      issuer,
      audience,
      currentDate: now,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'iat', 'department'],
      maxTokenAge: maximumTokenAge,
    });
    return payload;
  } catch (cause) {
    throw new ServiceError(
      cause instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'UNAUTHENTICATED',
      {},
      { cause },
    );
  }
}

function actor(department: RegisteredDepartment, credential: string, scopes: readonly string[]): Actor {
  if (department.enabled === false) throw new ServiceError('DEPARTMENT_DISABLED');
  const { id, name, level, regionCode, issuers } = department;
  const known = { id, name, level, regionCode, ...(issuers && { issuers }) };
  return { department: known, credential, scopes: new Set(scopes) };
}
