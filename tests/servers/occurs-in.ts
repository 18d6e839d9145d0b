/** Whether a text (or bytes) stands in bytes: as UTF-8, UTF-16, percent-encoded, hexadecimal, or inside base64. */
export function occursIn(sought: string | Uint8Array, bytes: Buffer): boolean {
  const plain = Buffer.from(sought);
  const asText = typeof sought === 'string' ? [encodeURIComponent(sought), Buffer.from(sought, 'utf16le')] : [];
  const inBase64 = ['', '_', '__'].map((before) => {
    const encoded = Buffer.concat([Buffer.from(before), plain])
      .toString('base64')
      .replace(/=+$/, '');
    // Letters at both ends also depend on what stands beside the text.
    return encoded.slice(before === '' ? 0 : before.length + 1, -1);
  });
  const forms = [plain, ...asText, plain.toString('hex'), ...inBase64, ...inBase64.map(urlSafe)];
  return forms.some((form) => form.length > 3 && bytes.includes(form));
}

const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');
