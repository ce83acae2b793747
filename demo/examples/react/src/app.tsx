import type { PortalSession } from 'portal-widgets';
import type {} from 'portal-widgets/types/react';
import { useRef, useState } from 'react';

const backend = 'http://localhost:8787/api';

export function App() {
  const session = useRef<PortalSession>(null);
  const [isSignedIn, setSignedIn] = useState(false);
  return (
    <portal-session
      ref={session}
      base-url={backend}
      policy="mychart"
      onportal-session-started={() => setSignedIn(true)}
      onportal-session-ended={() => setSignedIn(false)}
    >
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
