import type { ClientConfig } from './client-options.ts';
import { AuthenticationError } from './errors.ts';
import type { CallIdentity } from './problem-error.ts';

/** The credentials as a header. They are asked for here and not earlier, so that a build without them can import us. */
export async function authorization(
  { token, locale }: ClientConfig,
  call: CallIdentity,
): Promise<Record<string, string>> {
  const given = typeof token === 'function' ? await token() : token;
  const value = given?.trim();
  if (!value) {
    throw unauthenticated(
      call,
      locale === 'en'
        ? 'There is no token: give createClient the option token, e.g. from the environment variable GONGWEN_TOKEN'
        : '没有密钥：请用 createClient 的 token 选项给出，例如取自环境变量 GONGWEN_TOKEN',
    );
  }
  // the value itself must not get into a message
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw unauthenticated(
      call,
      locale === 'en'
        ? 'The token has characters that no key or JWT has: check the option token (or GONGWEN_TOKEN) for line breaks and quotes'
        : '密钥含有不应有的字符：请检查 token 选项（或 GONGWEN_TOKEN）中的换行与引号',
    );
  }
  return { authorization: `Bearer ${value}` };
}

function unauthenticated(call: CallIdentity, sentence: string): AuthenticationError {
  const { requestId, idempotencyKey } = call;
  return new AuthenticationError({
    code: 'UNAUTHENTICATED',
    message: `UNAUTHENTICATED: ${sentence}`,
    requestId,
    idempotencyKey,
  });
}
