// The short form options are declared in.
import type { Paint } from '../palette';
import type { OptionTemplate } from '../types';

/** @param more other spellings people use, in any language */
export function option<const Id extends string>(
  id: Id,
  zh: string,
  en: string,
  ...more: string[]
): OptionTemplate & { readonly id: Id } {
  return { id, label: { 'zh-CN': zh, en }, ...(more.length > 0 && { aliases: more }) };
}

/** An option whose cells are coloured. */
export function painted<const Id extends string>(
  colour: Paint,
  id: Id,
  zh: string,
  en: string,
  ...more: string[]
): OptionTemplate & { readonly id: Id } {
  return { ...option(id, zh, en, ...more), colour };
}
