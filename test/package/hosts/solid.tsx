/** @jsxImportSource solid-js */
import type {} from 'portal-widgets/types/solid';

export const portal = (
  <portal-session base-url="/api" policy="mychart" on:portal-session-ended={({ ended }) => ended}>
    <med-renewal attr:page-size={50} prop:headingLevel={3} id="medications" />
  </portal-session>
);

// @ts-expect-error: the attribute has another name
export const wrongName = <med-renewal attr:pageSize={50} />;

export const wrongEvent = (
  // @ts-expect-error: this event carries no medication
  <test-results on:portal-result-opened={({ medicationId }) => medicationId} />
);
