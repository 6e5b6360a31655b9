// Where the forms of the Customer area come from and go to: customers themselves, and what is entered for one.
import type { ChildSheet } from '../../src/contract/customer-api';
import type { PanelProps } from '../panel';
import type { FormSource } from './form';

/** The person is part of a draft's key: people may share a browser. */
export type SourceProps = Pick<PanelProps, 'server' | 'locale' | 'start'>;

/** @param id null: a new one */
export function draftKeyOf(start: PanelProps['start'], id: string | null): string {
  return `${start.user.email}:${id ?? 'new'}`;
}

export function customerSource({ server, locale, start }: SourceProps, id: string | null, row?: number): FormSource {
  return {
    key: draftKeyOf(start, id),
    read: () => server.customerForm({ id, row, locale }),
    check: (values, touched) => server.checkCustomer({ id, values, touched, locale }),
    ...(id === null && { extract: (text: string) => server.extractCustomer({ text }) }),
    save: (draft, reasonFor) => server.saveCustomer({ id, row, ...draft, reasonFor, locale }),
  };
}

export function entrySource({ server, locale, start }: SourceProps, sheet: ChildSheet, customer: string): FormSource {
  return {
    key: `${draftKeyOf(start, customer)}:${sheet}`,
    async read() {
      const reply = await server.entryForm({ sheet, customer, locale });
      if (!reply.ok) return reply;
      const { fields, values } = reply.value;
      return {
        ok: true,
        value: { id: null, steps: [{ step: 'work', fields }], values, oneOf: [], within: {}, closed: null },
      };
    },
    async save({ values, token }) {
      const reply = await server.saveEntry({ sheet, customer, values, token });
      if (!reply.ok) return reply;
      const { value } = reply;
      return { ok: true, value: value.outcome === 'invalid' ? value : { ...value, row: 0 } };
    },
  };
}
