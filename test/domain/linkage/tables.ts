// Small tables for tests of linkage: rows by kind, and which of them came out as one.
import { type Cells, tableOf } from '../../../bench/linkage-crowds';
import { type Certainty, link } from '../../../src/domain/linkage/index';

/** @returns for each row the number of the first row of its group */
export function groupsIn(rows: readonly Cells[], certainty: Certainty = 'review'): number[] {
  return [...link(tableOf(rows), certainty).cluster];
}

/** Customers that have nothing to do with the case, so that a name or a number is as rare as in a real table. */
export const others: readonly Cells[] = Array.from({ length: 120 }, (_, i) => {
  const surname = '王李张刘陈杨黄赵吴周徐孙马朱胡'.charAt(i % 15);
  const given = '伟芳娜敏静丽强磊军洋勇艳'.charAt(i % 12) + '华国文海云春秋冬雪梅兰竹'.charAt(Math.floor(i / 7) % 12);
  const brand = '恒信达瑞博盛金长银东天宏'.charAt(i % 12) + '远明丰雅世桥城河方纳佳'.charAt(Math.floor(i / 5) % 11);
  const trade = ['科技', '贸易', '食品', '物流', '建材'][i % 5] ?? '';
  return {
    person_name: surname + given,
    company: `${brand}${trade}有限公司`,
    mobile: `13${String(500000000 + i * 7919).slice(0, 9)}`,
    email: `u${1000 + i * 37}@mail${i % 40}.example.com`,
    city: ['上海市', '深圳市', '杭州市', '成都市'][i % 4] ?? '',
  };
});

export const foreigners: readonly Cells[] = Array.from({ length: 120 }, (_, i) => ({
  person_name: `${['Anna', 'Peter', 'Maria', 'John', 'Laura', 'Omar', 'Ines', 'Karl'][i % 8]} ${['Fischer', 'Moreau', 'Rossi', 'Novak', 'Silva', 'Haddad', 'Lindqvist', 'Okafor', 'Tanaka', 'Brandt', 'Castro'][i % 11]}`,
  company: `${['North', 'Blue', 'Prime', 'Delta', 'Stone', 'Orion', 'Maple'][i % 7]} ${['Foods', 'Logistics', 'Design', 'Motors', 'Textiles'][i % 5]} ${['Ltd', 'Inc', 'GmbH'][i % 3]}`,
  phone: `+44 7${String(400000000 + i * 104729).slice(0, 9)}`,
  email: `p${100 + i * 13}@firm${i % 50}.example.com`,
}));
