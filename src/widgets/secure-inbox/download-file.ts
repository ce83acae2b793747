/**
 * Hands a file to the browser to be saved. It opens nothing in the page, whatever is in it.
 * @param data base64
 */
export const downloadFile = (name: string, type: string, data: string): void => {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  });
};
