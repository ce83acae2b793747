import type { GlobalComponents } from 'vue';
import type {} from 'portal-widgets/types/vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const session: Props<'portal-session'> = {
  'base-url': '/api',
  policy: 'mychart',
  class: 'portal',
  key: 1,
  onPortalSessionEnded: ({ ended }) => void ended,
};

// @ts-expect-error: there is no such way of going back
export const wrongValue: Props<'test-results'> = { history: 'sometimes' };
