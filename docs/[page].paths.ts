import { policyTables } from './.vitepress/policy-table.js';

const policy = `# Policy

A policy is a JSON file: what your hospital has decided, in days, attempts, minutes, names and phones. The backend enforces it,
the elements speak it, and the FAQ is written from it, so the three cannot disagree. Two come along, as examples to copy:
\`mychart\` and \`mycooper\`, from the published FAQs of two real portals.

\`\`\`html
<portal-session base-url="https://portal.example.org/api" policy="/portal-policy.json"></portal-session>
\`\`\`

A wrong file is refused as a whole, and the console lists every mistake by its path:

\`\`\`
<portal-session> The policy "/portal-policy.json" cannot be used:
  session.idleMinutes: expected a whole number of 2 to 480
  login.unlock[0]: expected "support-line" or "reset-link" or "office"
\`\`\`

Where a portal's FAQ does not say a value, its preset assumes one; \`src/policy/assumed.ts\` lists these.

## Values

${policyTables()}
`;

/** Pages that are made of the code. */
export default { paths: () => [{ params: { page: 'policy' }, content: policy }] };
