/**
 * Writes the contract as an OpenAPI 3.1 document, for those who build a backend or client of it in
 * any language.
 *
 *   npm run openapi              writes openapi.json
 *   npm run openapi -- --check   writes nothing; fails when it is out of date
 */
import { writeOrCheck } from './made-files.js';
import { openApiDocument } from './openapi-document.js';

const document = JSON.stringify(await openApiDocument());
await writeOrCheck(new Map([['openapi.json', document]]), 'npm run openapi');
