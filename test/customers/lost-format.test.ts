// Cells that lost their plain text format, as when blank ones of another sheet are copied over them: what is saved there stays the text it is.
import type { Host } from '../../local/host/index';
import { addRows, call, cellOf, FIRST, freshPool, importFile, recordsIn } from '../import/pool';

/** Texts a sheet takes for numbers or days where nothing says otherwise, by column. */
const TEXTS = {
  postcode: '010020',
  wechat: '0012345678',
  other_im: '12345678901234567890',
  next_action: '3-4',
  needs: '50%',
  remark: '1/2',
} as const;

/** Copies unformatted cells over those of the first rows. */
function wipe(host: Host, key: 'customers' | 'interactions', columns: readonly string[]): void {
  host.insertSheet('草稿');
  for (const column of columns) host.copy("'草稿'!A1:A20", cellOf(host, key, FIRST, column));
}

const form = { reason: '', reasonFor: [], token: 't' } as const;

test.each<[string, (host: Host) => void]>([
  [
    'a new customer of the form',
    (host) => {
      const { values } = call(host, 'customerForm', { id: null, locale: 'zh-CN' });
      const given = { ...values, ...TEXTS, name: '孙悟', source: '展会', mobile: '13900112233' };
      expect(call(host, 'saveCustomer', { ...form, id: null, base: {}, values: given })).toMatchObject({ outcome: 'saved' });
    },
  ],
  [
    'a customer changed in the form',
    (host) => {
      addRows(host, 'customers', [{ customer_id: 'C-000001', name: '孙悟', mobile: '+8613900112233', source: '展会' }]);
      const { values } = call(host, 'customerForm', { id: 'C-000001', locale: 'zh-CN' });
      const given = { ...values, ...TEXTS };
      expect(call(host, 'saveCustomer', { ...form, id: 'C-000001', base: values, values: given })).toMatchObject({
        outcome: 'saved',
      });
    },
  ],
  [
    'a customer of a list',
    (host) => {
      const heads = '姓名,邮编,微信,其他社交账号,下次跟进事项,需求描述,备注';
      importFile(host, { text: `${heads}\n孙悟,${Object.values(TEXTS).join(',')}\n` });
    },
  ],
])('%s', (_title, save) => {
  const host = freshPool();
  wipe(host, 'customers', Object.keys(TEXTS));
  save(host);
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ ...TEXTS, name: '孙悟' });
});

test('a contact, whose day is a day all the same', () => {
  const host = freshPool();
  addRows(host, 'customers', [{ customer_id: 'C-000001', name: '孙悟', source: '展会' }]);
  wipe(host, 'interactions', ['summary']);
  const entry = { sheet: 'interactions', customer: 'C-000001', token: 't' } as const;
  const values = { date: '2026-11-20', type: '电话', result: '有效沟通', summary: '8:30' };
  expect(call(host, 'saveEntry', { ...entry, values })).toMatchObject({ outcome: 'saved' });
  expect(recordsIn(host, 'interactions')[0]).toMatchObject({ summary: '8:30', date: expect.any(Number) });
});
