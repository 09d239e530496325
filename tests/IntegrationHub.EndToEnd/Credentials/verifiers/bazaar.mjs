// @digitalbazaar/vc with its eddsa-rdfc-2022 suite and its status list.
import { documentLoader } from './documents.mjs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus, decodeList } from '@digitalbazaar/vc-bitstring-status-list';

const suite = new DataIntegrityProof({ cryptosuite });

const said = error => error ? [error.message, ...(error.errors ?? []).flatMap(said), ...said(error.cause)] : [];

/** Whether it verifies, why not, and the bit that its status entry points to. */
export async function vc({ credential, now }) {
  const result = await verifyCredential({ credential, suite, documentLoader, checkStatus, ...(now && { now }) });
  return {
    verified: result.verified,
    errors: [...new Set([...said(result.error), ...said(result.statusResult?.error)])],
    status: result.statusResult?.results?.map(one => one.status) ?? [],
  };
}

/** How many bits a list has, and which are set. */
export async function bits({ list }) {
  const decoded = await decodeList({ encodedList: list.credentialSubject.encodedList });
  return { length: decoded.length, set: [...Array(decoded.length).keys()].filter(index => decoded.getStatus(index)) };
}
