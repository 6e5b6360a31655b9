// Making, repairing and leaving alone a workbook.
import { type Bench, measure } from './figures';
import { applyPool, emptyHost } from './pool';

export const apply: Bench = {
  cases: {
    new: async () => {
      const { host, server } = emptyHost();
      return measure(host, () => applyPool(server));
    },
    second: async () => {
      const { host, server } = emptyHost();
      await applyPool(server);
      return measure(host, () => applyPool(server));
    },
    repair: async () => {
      const { host, server } = emptyHost();
      await applyPool(server);
      const [customers, interactions] = host.book.sheets;
      if (customers === undefined || interactions === undefined) throw new Error('the pool has no sheets');
      // What a careless afternoon does: rules pasted over, colours and a chart's sheet gone.
      customers.validations.clear();
      customers.conditionalFormats.length = 0;
      host.deleteSheet(interactions.name);
      return measure(host, () => applyPool(server));
    },
  },
};
