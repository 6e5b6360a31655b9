// Asks the workbench's server.
import type { Outcome } from '../frame-wire';

/** @throws Error when the server is gone or refuses */
export async function asked<T>(path: string, query: Readonly<Record<string, number>> = {}): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${path}?${search}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/** Asks for an act. @returns why it failed, in the script's or the host's words; null when it did not */
export async function told(path: string, body: unknown): Promise<string | null> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) return response.text();
  return ((await response.json()) as Outcome).failed;
}
