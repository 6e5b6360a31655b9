// Kinds worked out from a header and what stands under it.
import { inferKind, type LinkKind } from '../../../src/domain/linkage/index';

const names = ['陈伟明', '魏然', '欧阳敏', '何静', '李建国'];
const mobiles = ['13900001357', '+86 138-0000-2468', '137 0000 5566', '', '13600009753'];

test.each<[string, string, readonly string[], LinkKind]>([
  ['a name in Chinese', '客户姓名', names, 'person_name'],
  ['a name in English', 'Contact', ['Anna Fischer', 'Peter Moreau', 'Maria Rossi'], 'person_name'],
  ['a given name', 'first_name', ['Anna', 'Peter', 'Maria'], 'given_name'],
  [
    'both names in one column, whatever its header begins with',
    'first_and_surname',
    ['anna fischer', 'peter moreau'],
    'person_name',
  ],
  ['a place of birth', 'birth_place', ['london', 'salford', 'paris'], 'city'],
  ['a date of birth', 'dob', ['1980-02-03', '1975-11-30'], 'birth_date'],
  ['a mobile by its values alone', '第三列', mobiles, 'mobile'],
  ['mails under the header of another', '电话', ['a@example.com', 'b@example.org', 'c@example.com'], 'email'],
  ['companies under the header of names', '客户名称', ['启明科技有限公司', '联创贸易有限公司', '蓝湖咨询公司'], 'company'],
  ['mail addresses are no streets', 'Email Address', ['1', '2', '2', '1'], 'text'],
  ['an address', '地址', ['中山路 88 号', '人民路 5 号'], 'address'],
  ['the number of a record', 'row_id', ['1', '2', '3', '4'], 'id'],
  ['who serves the customer', '负责人', ['王芳', '王芳', '李雷'], 'ignore'],
  ['a remark', '备注', ['展会', '已报价', '下周回访'], 'text'],
  ['an empty column without a word', '', ['', '', ''], 'ignore'],
])('%s', (_what, header, values, kind) => {
  expect(inferKind(header, values)).toBe(kind);
});
