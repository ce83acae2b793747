import type { OpenTabChannel } from '../../src/session/tab-channel.js';

/** Joins stores and guards of one test as BroadcastChannel joins tabs, but at once. */
export const tabHub = (): OpenTabChannel => {
  const members = new Set<{ name: string; hear: (message: never) => void }>();
  return (name, onMessage) => {
    const member = { name, hear: onMessage as (message: never) => void };
    members.add(member);
    return {
      post: (message) => {
        for (const other of members) {
          if (other !== member && other.name === name) other.hear(message as never);
        }
      },
      close: () => {
        members.delete(member);
      },
    };
  };
};
