/** A browser as far as servers see it: it keeps cookies by site, and follows redirects one at a time. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Each address that it has gone to. */
  readonly went: string[] = [];

  /** What `Set-Cookie` said, as it came. */
  readonly setCookies: string[] = [];

  async send(address: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Goes on until a page comes that is no redirect, or until an address ends so. */
  async follow(address: string, init: RequestInit = {}): Promise<{ url: string; text: string }> {
    let url = address;
    let response = await this.send(url, init);
    for (let hops = 0; hops < 20; hops += 1) {
      this.went.push(url);
      const next = response.headers.get('Location');
      if (next === null) return { url, text: await response.text() };
      url = new URL(next, url).href;
      response = await this.send(url);
    }
    throw new Error(`It goes round and round: ${url}`);
  }

  /** Sends the form of a page. */
  submit({ url, text }: { url: string; text: string }, typed: Record<string, string>) {
    const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(text) ?? [];
    const hidden = [...text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]);
    const body = new URLSearchParams([...hidden, ...Object.entries(typed)] as [string, string][]);
    return this.follow(new URL(action, url).href, { method: 'POST', body });
  }
}
