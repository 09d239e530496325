// @digitalcredentials/verifier-core, as the DCC's verifier and wallets use it, with nothing but the network replaced.
import './network.mjs';
import { verifyCredential } from '@digitalcredentials/verifier-core';

const names = errors => (errors ?? []).map(({ name, message }) => `${name}: ${message}`);

/** The verdict of each step, fatal errors, and what the schemas say. */
export async function core({ credential }) {
  const { log, errors, additionalInformation } = await verifyCredential({ credential, knownDIDRegistries: [] });
  const schemas = additionalInformation?.find(({ id }) => id === 'schema_check')?.results;
  return {
    steps: Object.fromEntries((log ?? []).map(({ id, valid, error }) => [id, error ? error.name : valid])),
    errors: names(errors),
    schemas: Array.isArray(schemas) ? schemas.map(({ schema, result }) => ({ schema, ...result })) : [],
  };
}
