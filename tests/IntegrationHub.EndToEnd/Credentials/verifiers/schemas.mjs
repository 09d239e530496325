// ajv with the JSON Schemas that 1EdTech publishes.
import { schemaFile } from './network.mjs';
import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';

const published = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_';
const ajv = new Ajv2019({ allErrors: true, strict: false });
formats.default(ajv);
const validators = new Map();

/** Whether a document validates against the schema of a class, e.g. `achievementcredential`. */
export function schema({ name, document }) {
  const file = schemaFile(`${published}${name}_schema.json`);
  if (!file) return { missing: true };
  if (!validators.has(name)) validators.set(name, ajv.compile(JSON.parse(readFileSync(file, 'utf8'))));
  const validate = validators.get(name);
  return { valid: validate(document), errors: (validate.errors ?? []).map(one => `${one.instancePath} ${one.message}`) };
}
