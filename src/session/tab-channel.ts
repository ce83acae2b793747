/** A line to the other tabs of the same site. Nothing of a record ever goes over it. */
export interface TabChannel<Message> {
  post(message: Message): void;
  close(): void;
}

export type OpenTabChannel = typeof openTabChannel;

/** By BroadcastChannel: reaches all tabs but this one. */
export const openTabChannel = <Message>(
  name: string,
  onMessage: (message: Message) => void,
): TabChannel<Message> => {
  const channel = new BroadcastChannel(name);
  let open = true;
  channel.onmessage = (event: MessageEvent<Message>) => {
    onMessage(event.data);
  };
  return {
    // What comes of an answer after closing is no news for anybody.
    post: (message) => {
      if (open) channel.postMessage(message);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
};
