// Reads "schema file" pairs from standard input and prints, for each, whether the YAML file validates.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';
import { parse } from 'yaml';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const [schema, file] = line.split('\t');
  if (!validators.has(schema)) validators.set(schema, ajv.compile(JSON.parse(readFileSync(schema, 'utf8'))));
  const validate = validators.get(schema);
  console.log(validate(parse(readFileSync(file, 'utf8'))) ? 'valid' : ajv.errorsText(validate.errors));
}
