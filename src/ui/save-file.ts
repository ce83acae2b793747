/**
 * Hands a file to the browser to be saved. It opens nothing in the page, whatever is in it, and nothing
 * leaves the page: the file is forgotten when it has been handed over.
 */
export const saveFile = (file: File): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
};

/** The same for a file as the backend tells it, its data in base64. */
export const saveData = (file: {
  readonly name: string;
  readonly type: string;
  readonly data: string;
}): void => {
  const bytes = Uint8Array.from(atob(file.data), (char) => char.charCodeAt(0));
  saveFile(new File([bytes], file.name, { type: file.type }));
};
