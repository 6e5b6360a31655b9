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
  [
    'firms among short names, under a header either may stand under',
    '客户名称',
    ['启明科技有限公司', '联创', 'ABC Trading', '蓝湖咨询公司', '宏达'],
    'company',
  ],
  ['people under the same header', '客户名称', names, 'person_name'],
  ['landlines with an area, which are no days', '电话', ['0571-88123456', '0571-8120 4567', '010-64203428'], 'phone'],
  ['a day on which somebody joined', '入会日期', ['2020-01-02', '2021-03-04'], 'ignore'],
  ['a name that ends like a day', 'Candidate Name', ['Anna Fischer', 'Peter Moreau', 'Maria Rossi'], 'person_name'],
  ['a registered address', '注册地址', ['中山路 88 号', '人民路 5 号'], 'address'],
  ['a firm, since when', 'Company since', ['Blue Foods Ltd', 'Orion Design GmbH'], 'company'],
  ['a surname of two words', 'Apellidos', ['García López', 'Ruiz Soto', 'Vega Gil'], 'family_name'],
  ['a given name in German', 'Vorname', ['Anna', 'Jürgen', 'Maria'], 'given_name'],
  ['a street in German', 'Straße', ['Lindenallee 4', 'Am Markt 12'], 'address'],
  ['a place in German', 'Ort', ['Berlin', 'Ulm'], 'city'],
  ['a postcode in German', 'PLZ', ['10115', '89073'], 'postcode'],
  ['a firm in French', 'Société', ['Dupont et fils', 'Maison Claire'], 'company'],
  ['a mobile in French', 'Portable', ['06 12 34 56 78', '07 11 22 33 44'], 'mobile'],
  ['the number of an organisation', 'Provider ID', ['20230415001', '20230416002'], 'id'],
  ['the number of a person', 'Tax ID', ['12345678901', '98765432109'], 'national_id'],
  ['an empty column without a word', '', ['', '', ''], 'ignore'],
])('%s', (_what, header, values, kind) => {
  expect(inferKind(header, values)).toBe(kind);
});
