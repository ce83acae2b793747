import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'portal-widgets/types/svelte';

export const session: SvelteHTMLElements['portal-session'] = {
  'base-url': '/api',
  policy: 'mychart',
  id: 'portal',
  'onportal-session-ended': ({ ended }) => void ended,
};

// @ts-expect-error: there is no such way of going back
export const wrongValue: SvelteHTMLElements['test-results'] = { history: 'sometimes' };
