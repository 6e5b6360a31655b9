// What passes between the workbench's server and its page. Types only.

/** What the shim sends, and what it gets back. */
export interface ScriptCall {
  readonly function: string;
  readonly args: readonly unknown[];
}
export type ScriptAnswer = { readonly value: unknown } | { readonly error: { readonly name: string; readonly message: string } };

/** What the page begins with. */
export interface PageStart {
  readonly locale: 'zh-CN' | 'en';
  /** Sentences by code without the area's name. */
  readonly words: Readonly<Record<string, string>>;
}
