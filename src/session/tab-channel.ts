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
  channel.onmessage = (event: MessageEvent<Message>) => {
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
