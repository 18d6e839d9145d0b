/** Whether a text stands in bytes: as UTF-8, UTF-16, percent-encoded, hexadecimal, or inside something in base64. */
export function occursIn(text: string, bytes: Buffer): boolean {
  const plain = Buffer.from(text);
  const inBase64 = ['', '_', '__'].map((before) => {
    const encoded = Buffer.concat([Buffer.from(before), plain])
      .toString('base64')
      .replace(/=+$/, '');
    // Letters at both ends also depend on what stands beside the text.
    return encoded.slice(before === '' ? 0 : before.length + 1, -1);
  });
  const forms = [encodeURIComponent(text), plain.toString('hex'), ...inBase64, ...inBase64.map(urlSafe)];
  return [plain, Buffer.from(text, 'utf16le'), ...forms].some((form) => form.length > 3 && bytes.includes(form));
}

const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');
