/** Runs in a page before anything else does: notes when what is waited for is there, and what moves. */

const notes = { at: 0, shift: 0 };
const { until } = globalThis as unknown as { until: readonly [host: string, inside?: string] };
Object.assign(globalThis, { notes });

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    notes.shift += (entry as PerformanceEntry & { readonly value: number }).value;
  }
}).observe({ type: 'layout-shift', buffered: true });

const look = () => {
  const [host, inside] = until;
  const found = document.querySelector(host);
  const there = inside === undefined ? found : found?.shadowRoot?.querySelector(inside);
  if (there && there.getClientRects().length > 0) notes.at = performance.now();
  else requestAnimationFrame(look);
};
look();

export {};
