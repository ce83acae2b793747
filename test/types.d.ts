declare module '@hotwired/turbo' {
  /** As far as the tests use it; the package has no types of its own. */
  export const session: {
    readonly view: { cacheSnapshot(): Promise<{ readonly element: HTMLElement }> };
    stop(): void;
  };
}
