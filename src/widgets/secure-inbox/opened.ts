/** What is open beside the list, or on narrow screens instead of it. */
export type Opened =
  | {
      readonly view: 'thread';
      readonly thread: string;
      /** Whether an answer is being written. */
      readonly reply?: boolean;
      /** Whether a message was sent just now. */
      readonly sent?: boolean;
      /** Whether the page has asked for it by its id: there may be no such thread. */
      readonly byPage?: boolean;
    }
  | {
      readonly view: 'compose';
      /** Of the draft that is gone on with, or of the new one. */
      readonly draft: string;
      /** Of the result that it asks about. */
      readonly result?: string | undefined;
    };
