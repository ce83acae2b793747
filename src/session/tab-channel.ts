import { isObject, isText } from '../shape/shape.js';
import { tellAuthor } from '../shape/setup-problem.js';

/** A line to the other tabs of the same site. Nothing of a record ever goes over it. */
export interface TabChannel<Message> {
  /** Whether anything is heard by it. */
  readonly isOpen: boolean;
  post(message: Message): void;
  close(): void;
}

/** What came over the line: of a kind, and with what any page of the site may have put into it. */
export interface Heard {
  readonly type: string;
  readonly [member: string]: unknown;
}

export type OpenTabChannel = typeof openTabChannel;

/**
 * By BroadcastChannel: reaches all tabs but this one. Where the browser has none, or lets this page have none,
 * the tabs do not hear of each other: each finds out from the backend's next answer.
 */
export const openTabChannel = <Message>(
  name: string,
  onMessage: (message: Heard) => void,
): TabChannel<Message> => {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isHeard(data)) onMessage(data);
    };
  } catch {
    tellAuthor('less-sharing', 'portal-widgets');
  }
  return {
    get isOpen() {
      return channel !== undefined;
    },
    // What comes of an answer after closing is no news for anybody.
    post: (message) => channel?.postMessage(message),
    close: () => {
      channel?.close();
      channel = undefined;
    },
  };
};

const isHeard = (data: unknown): data is Heard => isObject(data) && isText(data['type']);
