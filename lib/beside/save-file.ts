/** Hands the reader a file. No permission is needed: it is a click on a link, as on any page. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser says nothing of when it has the whole file; a large one takes its time.
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
}
