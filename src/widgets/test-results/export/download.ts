/**
 * Gives the browser a file to save. Nothing leaves the page: it is made here, and forgotten when it
 * has been handed over.
 */
export const download = (content: string, type: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
};
