/** @jsxImportSource preact */
import type {} from 'portal-widgets/types/preact';

export const portal = (
  <portal-session base-url="/api" policy="mychart" onportal-session-ended={({ ended }) => ended}>
    <med-renewal page-size={50} onClick={() => {}} class="wide" />
  </portal-session>
);

// @ts-expect-error: there is no such attribute
export const wrongName = <med-renewal nextHref="/" />;

export const wrongEvent = (
  // @ts-expect-error: this event carries no medication
  <test-results onportal-result-opened={({ medicationId }) => medicationId} />
);
