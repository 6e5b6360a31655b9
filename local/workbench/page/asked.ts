// Asks the workbench's server.

/** @throws Error when the server is gone or refuses */
export async function asked<T>(path: string, query: Readonly<Record<string, number>> = {}): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${path}?${search}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/** Asks for an act. @returns what became of it. @throws Error when the server is gone or refuses to listen */
export async function told<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
