// Colleagues of whom a row tells a part of the name or none: a firm's own number and a surname do not make them one unseen.
import type { Cells } from '../../../bench/linkage-crowds';
import { foreigners, groupsIn, others } from './tables';

const firm: Cells = { company: 'Euro Tools Inc.', phone: '+1 885 490 1370' };

function isOne(rows: readonly Cells[], background: readonly Cells[], certainty: 'review' | 'certain'): boolean {
  const [a, b] = groupsIn([...rows, ...background], certainty);
  return a === b;
}

test.each<[string, readonly Cells[], Cells, Cells]>([
  [
    'one surname, a switchboard abroad and a mail each',
    foreigners,
    { ...firm, person_name: 'Mr. Kutch', email: 'wainokutch@eurotools.example.com' },
    { ...firm, person_name: 'Eileen Kutch', email: 'eileen.kutch@eurotools.example.com' },
  ],
  [
    'one surname and a mail each',
    foreigners,
    { company: 'Preuss Hardware GmbH', person_name: 'Mr. Pfennig', email: 'sean.pfennig@preuss.example.com' },
    { company: 'Preuss Hardware GmbH', person_name: 'Lenja Pfennig', email: 'lenja.pfennig@preuss.example.com' },
  ],
  [
    'nobody named, on a switchboard abroad',
    foreigners,
    { ...firm, person_name: 'Arlette Picard', email: 'arlette.picard@sol.example.com' },
    { ...firm },
  ],
  [
    'one post behind two names',
    foreigners,
    { ...firm, person_name: 'Vahid - 采购' },
    { ...firm, person_name: 'Nevzat - 采购', email: 'nevzat@eurotools.example.com' },
  ],
  [
    'a surname with a title and another mobile',
    others,
    { company: '广州市创世玩具有限公司', person_name: '韩小姐', mobile: '15747861759' },
    { company: '创世玩具', person_name: '韩东燕', mobile: '15130679779' },
  ],
])('not unseen: %s', (_what, background, one, other) => {
  for (const size of [0, 20, 120]) expect(isOne([one, other], background.slice(0, size), 'certain')).toBe(false);
});

test.each<[string, readonly Cells[], Cells, Cells]>([
  ['a post behind his name', foreigners, { ...firm, person_name: 'Vahid - 采购' }, { ...firm, person_name: 'Vahid Rossi' }],
  [
    'a surname on his own mobile, with another mail',
    others,
    { company: '蓝湖咨询', person_name: '欧阳总', mobile: '13900001111', email: 'ouyang@lanhu.example.com' },
    { company: '蓝湖咨询有限公司', person_name: '欧阳敏', mobile: '13900001111', email: 'min@lanhu.example.com' },
  ],
])('still shown: %s', (_what, background, one, other) => {
  expect(isOne([one, other], background, 'review')).toBe(true);
});
