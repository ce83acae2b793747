/** @jsxImportSource react */
import { useRef } from 'react';
import type { PortalPolicy, PortalSession } from 'portal-widgets';
import type {} from 'portal-widgets/types/react';

export function Portal({
  policy,
  onEnd,
}: {
  policy: PortalPolicy;
  onEnd: (reason: string) => void;
}) {
  const session = useRef<PortalSession>(null);
  return (
    <portal-session
      ref={session}
      base-url="/api"
      policy={policy}
      className="portal"
      style={{ '--portal-color-accent': 'teal' }}
      onportal-session-ended={(event) => onEnd(event.ended)}
      onClick={() => void session.current?.signOut()}
    >
      <portal-login next-href="/my-health" heading-level={3} />
      <test-results
        page-size="50"
        history="off"
        onportal-result-opened={({ resultId }) => resultId}
      />
      <portal-faq structured-data />
    </portal-session>
  );
}

// @ts-expect-error: there is no such way of going back
export const wrongValue = <test-results history="sometimes" />;

// @ts-expect-error: a heading's level is a number
export const wrongNumber = <test-results heading-level="two" />;

// @ts-expect-error: there is no such attribute
export const wrongName = <med-renewal nextHref="/" />;

export const wrongEvent = (
  // @ts-expect-error: this event carries no medication
  <test-results onportal-result-opened={({ medicationId }) => medicationId} />
);
