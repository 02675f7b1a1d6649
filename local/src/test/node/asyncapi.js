// Prints the faults of an AsyncAPI 3.0.0 document, as its own JSON Schema sees them: node asyncapi.js FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import formats from 'ajv-formats';

const schema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0.json');
// It brings the meta-schema of JSON Schema draft 7 with it.
const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
formats(ajv);
const fits = ajv.compile(schema);
const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const faults = fits(document) ? [] : fits.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
console.log(JSON.stringify(faults));
