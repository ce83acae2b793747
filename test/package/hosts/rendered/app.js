import { createElement, useEffect, useState } from 'react';

/** As docs/frameworks.md says: the elements come once React has taken over the page. */
export function App({ backend }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    void import('portal-widgets/define').then(() => setThere(true));
  }, []);
  return createElement(
    'portal-session',
    { 'base-url': backend, policy: 'mychart' },
    createElement('h1', null, isThere ? 'Welcome' : 'One moment'),
    createElement('portal-login'),
  );
}
