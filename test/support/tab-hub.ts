import type { Heard, OpenTabChannel } from '../../src/session/tab-channel.js';

/** Joins stores and guards of one test as BroadcastChannel joins tabs, but at once. */
export const tabHub = (): OpenTabChannel => {
  const members = new Set<{ name: string; hear: (message: Heard) => void }>();
  return (name, onMessage) => {
    const member = { name, hear: onMessage };
    members.add(member);
    return {
      isOpen: true,
      post: (message) => {
        for (const other of members) {
          if (other !== member && other.name === name) other.hear(message as Heard);
        }
      },
      close: () => {
        members.delete(member);
      },
    };
  };
};
