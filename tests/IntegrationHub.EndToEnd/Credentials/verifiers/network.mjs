// The only way out: the hub's public address leads to the local port, the addresses of published schemas to the
// folder of samples. Everything else is refused. Must be imported before the verifiers.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [publicBase, local, schemas] = process.argv.slice(2);
const published = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_';
const real = globalThis.fetch;

export const fetched = [];

export const schemaFile = url => {
  const name = url.startsWith(published) ? `${url.slice(published.length).replace('_schema.json', '')}.json` : '';
  const file = join(schemas, name);
  return name && existsSync(file) ? file : null;
};

/** The context of learner records, which no package brings; null where it is not beside the repository. */
export function recordContext() {
  const file = join(schemas, '..', 'contexts', 'clr-v2p0-2.0.1.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

globalThis.fetch = async (input, init) => {
  const url = typeof input === 'string' ? input : input.url ?? input.href;
  fetched.push(url);
  if (url.startsWith(`${publicBase}/`)) {
    return real(local + url.slice(publicBase.length), { headers: init?.headers ?? input.headers, redirect: 'error' });
  }
  const schema = schemaFile(url);
  if (schema) return new Response(readFileSync(schema), { headers: { 'content-type': 'application/json' } });
  throw new TypeError(`Nothing may be fetched from ${url}`);
};

export async function get(url) {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
