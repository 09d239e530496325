// jose: the key is what the header's kid leads to.
import { get } from './network.mjs';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';

/** Whether a JWT verifies with the key at its kid; with `key`, with that. `any` lets jose take whatever algorithm the key allows. */
export async function jwt({ token, key, any, now }) {
  try {
    const header = decodeProtectedHeader(token);
    const jwk = key ?? await get(header.kid);
    const options = { ...(any ? {} : { algorithms: ['RS256'] }), ...(now && { currentDate: new Date(now) }) };
    const { payload } = await jwtVerify(token, await importJWK(jwk, jwk.alg ?? 'RS256'), options);
    return { verified: true, header, payload };
  } catch (error) {
    return { verified: false, errors: [error.code, error.message] };
  }
}
