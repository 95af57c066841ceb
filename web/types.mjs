// Makes types of the API's description: node types.mjs, or node types.mjs --check, which fails where they are not of it.
import { readFileSync, writeFileSync } from 'node:fs';

const target = 'src/main/svelte/lib/schema.ts';
const { schemas } = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')).components;

function type(schema) {
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.type === 'array') return `${type(schema.items)}[]`;
  if (schema.type === 'integer') return 'number';
  return schema.type === 'object' ? 'Record<string, unknown>' : schema.type;
}

const text = [
  '// Made by types.mjs of docs/openapi.json: what the API takes and gives.',
  ...Object.entries(schemas).map(([name, { properties, required }]) => {
    const lines = Object.entries(properties).map(([key, schema]) =>
      required.includes(key) ? `  ${key}: ${type(schema)};` : `  ${key}?: ${type(schema)} | null;`,
    );
    return [`export interface ${name} {`, ...lines, '}'].join('\n');
  }),
  '',
].join('\n');

if (process.argv[2] !== '--check') {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target}: expected what docs/openapi.json says, found something else. Run "node types.mjs" in web.`);
  process.exit(1);
}
