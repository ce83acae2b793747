/**
 * The content of a file in base64.
 * @param onProgress called with the bytes read so far
 * @throws DOMException where the file cannot be read (any more); the signal's reason when aborted
 */
export const readFile = (
  file: Blob,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    signal.addEventListener('abort', () => {
      reader.abort();
      reject(signal.reason as Error);
    });
    reader.onprogress = ({ loaded }) => {
      onProgress(loaded);
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The file cannot be read.'));
    };
    reader.onload = () => {
      resolve((reader.result as string).replace(/^[^,]*,/, ''));
    };
    reader.readAsDataURL(file);
  });
