// Answers questions, one JSON object a line: {"id": 1, "ask": "vc", …} gets {"id": 1, …}.
// Arguments: the hub's public address, its local address, the folder of published JSON Schemas.
import { fetched } from './network.mjs';
import { createInterface } from 'node:readline';
import * as bazaar from './bazaar.mjs';
import * as core from './core.mjs';
import * as pictures from './pictures.mjs';
import * as schemas from './schemas.mjs';
import * as tokens from './tokens.mjs';

const asks = { ...bazaar, ...core, ...pictures, ...schemas, ...tokens, fetched: () => ({ fetched }) };
console.log = console.info = console.error;

async function answer(line) {
  const { id, ask, ...what } = JSON.parse(line);
  try {
    return { id, ...await asks[ask](what) };
  } catch (error) {
    return { id, failed: error.stack ?? `${error}` };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  answer(line).then(said => process.stdout.write(`${JSON.stringify(said)}\n`));
}
