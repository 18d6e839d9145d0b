/** The header for name and password; none where both are empty. As UTF-8, as RFC 7617 has it and every server takes it. */
export function basicAuth(user: string, password: string): Record<string, string> {
  if (user === '' && password === '') return {};
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}
