import type { NextConfig } from 'next';

// Pages are rendered when the site is built; leave this out to have a server render them.
export default { output: 'export' } satisfies NextConfig;
