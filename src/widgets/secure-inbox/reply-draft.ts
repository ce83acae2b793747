/** Begins the name of the draft of an answer; the thread's id comes after it. */
export const replyDraft = 'reply-';
