/**
 * Milliseconds until what some work changes is painted. Runs in a page. It begins within a frame; script,
 * style, layout and paint of the page then run at once, and only after them comes the message. Waiting for
 * the next frame, as two `requestAnimationFrame` would, is no part of it.
 */
export const untilPainted = (work: () => void): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      const start = performance.now();
      port1.onmessage = () => {
        const end = performance.now();
        port1.close();
        resolve(end - start);
      };
      work();
      port2.postMessage(null);
    });
  });
