'use client';

import type { PortalSession } from 'portal-widgets';
import type {} from 'portal-widgets/types/react';
import { useEffect, useRef, useState } from 'react';

const backend = 'http://localhost:8787/api';

export default function Page() {
  const session = useRef<PortalSession>(null);
  const [isSignedIn, setSignedIn] = useState(false);
  // After hydration, and in the browser only. React leaves out listeners of JSX on a custom element that it hydrates.
  useEffect(() => {
    const portal = session.current;
    const onChange = () => setSignedIn(portal?.state === 'signed-in');
    portal?.addEventListener('portal-session-changed', onChange);
    void import('portal-widgets/define');
    return () => portal?.removeEventListener('portal-session-changed', onChange);
  }, []);
  return (
    <portal-session ref={session} base-url={backend} policy="mychart">
      <header>
        <a href="/">Riverbend Health</a>
        {isSignedIn && (
          <button type="button" onClick={() => void session.current?.signOut()}>
            Sign out
          </button>
        )}
      </header>
      <main>{isSignedIn ? <MyHealth /> : <portal-login />}</main>
    </portal-session>
  );
}

function MyHealth() {
  return (
    <>
      <h1>My health</h1>
      <proxy-switcher />
      <test-results history="off" />
      <med-renewal history="off" />
      <secure-inbox history="off" />
    </>
  );
}
