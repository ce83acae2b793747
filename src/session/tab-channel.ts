/** What the tabs of one session tell each other. Times are milliseconds since 1970; nothing of a record. */
export type TabMessage =
  /** Someone used the page. */
  | { readonly type: 'activity'; readonly at: number }
  /** Someone answered the warning. */
  | { readonly type: 'stay'; readonly at: number }
  /** The backend has been told of activity, so the others need not. */
  | { readonly type: 'kept-alive'; readonly at: number }
  | { readonly type: 'signed-in' }
  | { readonly type: 'signed-out'; readonly ended: 'idle' | 'sign-out' };

/** The part of BroadcastChannel that a session needs. */
export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

/** Joins the tabs, of the same site, that speak with the same backend. */
export const openTabChannel = (
  baseUrl: string,
  onMessage: (message: TabMessage) => void,
): TabChannel => {
  const channel = new BroadcastChannel(`portal-session ${baseUrl}`);
  channel.onmessage = (event: MessageEvent<TabMessage>) => {
    onMessage(event.data);
  };
  return {
    post: (message) => {
      channel.postMessage(message);
    },
    close: () => {
      channel.close();
    },
  };
};
