// Tables that drown a careless search: everybody of one company, on one phone, of one name.
import type { LinkKind, LinkTable } from '../src/domain/linkage/index';
import { draws } from './linkage-messy';

/** A row by the kinds of its cells. */
export type Cells = Partial<Record<LinkKind, string>>;

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰建国红梅志文斌辉鹏飞宇晨欣怡雪琳佳慧';

/** Different people, each with a mobile and a mail of his own. */
export function people(rows: number): Cells[] {
  const draw = draws(rows);
  const one = (text: string) => text.charAt(draw(text.length));
  return Array.from({ length: rows }, (_, i) => ({
    person_name: one(SURNAMES) + one(GIVEN) + one(GIVEN),
    company: `${one(GIVEN)}${one(SURNAMES)}${one(GIVEN)}${['科技', '贸易', '食品', '物流'][draw(4)]}有限公司`,
    mobile: `13${String(100_000_000 + ((i * 6_700_417) % 899_999_981))}`,
    email: `u${(i * 7919) % 9_999_991}@mail${i % 997}.example.com`,
    city: ['上海市', '深圳市', '杭州市', '成都市'][draw(4)] ?? '',
  }));
}

/** What makes a crowd of them. */
export const crowds = {
  'one company': (row: Cells): Cells => ({ ...row, company: '启明科技有限公司', city: '上海市' }),
  'one mobile in a tenth of the rows': (row: Cells, i: number): Cells => (i % 10 === 0 ? { ...row, mobile: '13912345678' } : row),
  '5,000 of one name': (row: Cells, i: number): Cells => (i < 5000 ? { ...row, person_name: '张伟' } : row),
  'nothing but one name': (): Cells => ({ person_name: '张伟', company: '', mobile: '', email: '', city: '' }),
} as const;

/** A column a kind that stands in any row. */
export function tableOf(rows: readonly Cells[]): LinkTable {
  const kinds = [...new Set(rows.flatMap((row) => Object.keys(row)))] as LinkKind[];
  return {
    ids: rows.map((_, i) => `R-${String(i).padStart(6, '0')}`),
    columns: kinds.map((kind) => ({ kind, values: rows.map((row) => row[kind] ?? '') })),
  };
}
