/** “1,351”, “13.7 billion”. */
export function formatNumber(value: number): string {
  const notation = value >= 1e6 ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  return value.toLocaleString('en-US', { maximumFractionDigits: 2, ...notation });
}
