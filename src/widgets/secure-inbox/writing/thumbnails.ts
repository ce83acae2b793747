import type { ReactiveControllerHost } from 'lit';

/** CSS pixels of each side, and of the picture that is kept for sharp screens. */
const side = 44;
const kept = 2 * side;

/** Small pictures of files that were chosen here, drawn without any address that a page's policy would have to allow. */
export class Thumbnails {
  readonly #host: ReactiveControllerHost;
  readonly #pictures = new Map<string, ImageBitmap>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  of(id: string): ImageBitmap | undefined {
    return this.#pictures.get(id);
  }

  /** Makes one if the file is a picture that the browser can read. */
  async add(id: string, file: File, isWanted: () => boolean): Promise<void> {
    if (!file.type.startsWith('image/')) return;
    try {
      const picture = await createImageBitmap(file, { resizeHeight: kept });
      if (!isWanted()) return;
      this.#pictures.set(id, picture);
      this.#host.requestUpdate();
    } catch {
      // No picture, or one that this browser does not know: an icon stands there.
    }
  }

  drop(id: string): void {
    this.#pictures.get(id)?.close();
    this.#pictures.delete(id);
  }
}

/** Draws the middle of a picture on the canvas that it is given to. */
export const drawn = (picture: ImageBitmap) => (canvas: Element | undefined) => {
  if (!(canvas instanceof HTMLCanvasElement)) return;
  const { width, height } = picture;
  if (width === 0) return; // it was dropped meanwhile
  const crop = Math.min(width, height);
  canvas.width = canvas.height = kept;
  canvas
    .getContext('2d')
    ?.drawImage(picture, (width - crop) / 2, (height - crop) / 2, crop, crop, 0, 0, kept, kept);
};
