import type { Entry } from './entry.js';
import type { FhirIdentifier, FhirReference } from '../schemas.js';

const isHttp = (url: string | undefined): boolean => /^https?:/.test(url ?? '');

/** `https://example.org/fhir/` of `https://example.org/fhir/Patient/1`; empty if there is none. */
function serverBase({ fullUrl, container }: Entry): string {
  const url = (container?.fullUrl ?? fullUrl ?? '').replace(/\/_history\/[^/]+$/, '');
  return isHttp(url) ? url.replace(/[^/]+\/[^/]+$/, '') : '';
}

const identifierKey = (type: string, { system = '', value = '' }: FhirIdentifier): string =>
  `${type}|${system}|${value}`;

/** Finds resources of a bundle by what other ones call them. */
export class References {
  readonly #byUrl = new Map<string, Entry>();
  readonly #byTypeAndId = new Map<string, Entry>();
  readonly #byIdentifier = new Map<string, Entry>();

  add(entry: Entry): void {
    const { key, fullUrl, resource, container } = entry;
    this.#byUrl.set(key, entry);
    if (container) return;
    const { resourceType, id, identifier = [] } = resource;
    for (const each of identifier) {
      if (each.value) this.#byIdentifier.set(identifierKey(resourceType, each), entry);
    }
    if (id === undefined) return;
    const typeAndId = `${resourceType}/${id}`;
    if (!this.#byTypeAndId.has(typeAndId)) this.#byTypeAndId.set(typeAndId, entry);
    if (fullUrl === undefined) this.#byUrl.set(`urn:uuid:${id}`, entry);
  }

  /**
   * By the bundle's rules (https://hl7.org/fhir/R4/bundle.html#references): contained, by full URL,
   * relative to the referring one, by type and id where no two servers' addresses could be confused; by
   * identifier where nothing else is said, or in a search for it (`Practitioner?identifier=…`).
   */
  resolve({ reference, identifier, type }: FhirReference, from: Entry): Entry | undefined {
    if (reference === undefined) {
      if (type === undefined || !identifier) return undefined;
      return this.#byIdentifier.get(identifierKey(type, identifier));
    }
    const contained = /^([^#]*)#(.*)$/.exec(reference);
    if (contained) {
      const [, address = '', id = ''] = contained;
      const container =
        address === '' ? (from.container ?? from) : this.resolve({ reference: address }, from);
      return id === '' ? container : container && this.#byUrl.get(`${container.key}#${id}`);
    }
    const search = /^(\w+)\?identifier=(?:(.*)\|)?(.*)$/.exec(reference);
    if (search) {
      const [, resourceType = '', system = '', value = ''] = search.map(decoded);
      return this.#byIdentifier.get(identifierKey(resourceType, { system, value }));
    }
    const url = reference.replace(/\/_history\/[^/]+$/, '');
    const base = serverBase(from);
    const entry = this.#byUrl.get(url) ?? this.#byUrl.get(base + url);
    if (entry) return entry;
    if (isHttp(url)) return undefined;
    const namesake = this.#byTypeAndId.get(url);
    return base !== '' && isHttp(namesake?.fullUrl) ? undefined : namesake;
  }
}

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}
