// The sample's people and products: six invented people in two teams, eight invented products.
import type { Locale, Text } from '../../template/types';

export interface SamplePerson {
  readonly name: Text;
  readonly email: string;
  /** Option id of the role. */
  readonly role: 'admin' | 'manager' | 'sales' | 'service';
  readonly team: Text;
  /** Index of the person he reports to. */
  readonly manager: number | null;
}

const EAST: Text = { 'zh-CN': '华东', en: 'East' };
const SOUTH: Text = { 'zh-CN': '华南', en: 'South' };

export const sampleTeam: readonly SamplePerson[] = [
  { name: { 'zh-CN': '陈静', en: 'Chen Jing' }, email: 'chen.jing@example.com', role: 'admin', team: EAST, manager: null },
  { name: { 'zh-CN': '林涛', en: 'Lin Tao' }, email: 'lin.tao@example.com', role: 'manager', team: EAST, manager: 0 },
  { name: { 'zh-CN': '魏然', en: 'Wei Ran' }, email: 'wei.ran@example.com', role: 'sales', team: EAST, manager: 1 },
  { name: { 'zh-CN': '李雷', en: 'Li Lei' }, email: 'li.lei@example.com', role: 'sales', team: SOUTH, manager: 0 },
  { name: { 'zh-CN': '韩梅', en: 'Han Mei' }, email: 'han.mei@example.com', role: 'sales', team: SOUTH, manager: 0 },
  { name: { 'zh-CN': '何静', en: 'He Jing' }, email: 'he.jing@example.com', role: 'service', team: SOUTH, manager: 0 },
];

/** Indexes of the people customers are shared out to, and of the one who answers complaints. */
export const SELLERS = [1, 2, 3, 4] as const;
export const SERVICE = 5;

export interface SampleProduct {
  readonly sku: string;
  readonly name: Text;
  readonly category: Text;
  /** In CNY. */
  readonly price: number;
}

const DEVICE: Text = { 'zh-CN': '设备', en: 'Devices' };
const SUPPLY: Text = { 'zh-CN': '耗材', en: 'Supplies' };
const SERVICES: Text = { 'zh-CN': '服务', en: 'Services' };

export const sampleProducts: readonly [SampleProduct, ...SampleProduct[]] = [
  { sku: 'YF-100', name: { 'zh-CN': '云帆扫码枪', en: 'Yunfan scanner' }, category: DEVICE, price: 680 },
  { sku: 'YF-200', name: { 'zh-CN': '云帆标签打印机', en: 'Yunfan label printer' }, category: DEVICE, price: 1860 },
  { sku: 'YF-300', name: { 'zh-CN': '云帆收银一体机', en: 'Yunfan till' }, category: DEVICE, price: 5480 },
  { sku: 'YF-410', name: { 'zh-CN': '标签纸（50 卷）', en: 'Labels (50 rolls)' }, category: SUPPLY, price: 265.5 },
  { sku: 'YF-420', name: { 'zh-CN': '碳带（12 卷）', en: 'Ribbons (12 rolls)' }, category: SUPPLY, price: 198 },
  { sku: 'YF-500', name: { 'zh-CN': '上门安装', en: 'Installation on site' }, category: SERVICES, price: 400 },
  { sku: 'YF-510', name: { 'zh-CN': '年度维保', en: 'Yearly maintenance' }, category: SERVICES, price: 1200 },
  { sku: 'YF-900', name: { 'zh-CN': '赠送样品包', en: 'Free sample kit' }, category: SUPPLY, price: 0 },
];

export type Named = SamplePerson | SampleProduct;

export interface Naming {
  readonly locale: Locale;
  /** People and products the workbook knows already, and what it calls them: perhaps in another language. */
  readonly known?: ReadonlyMap<Named, string>;
}

export function nameIn({ locale, known }: Naming, named: Named): string {
  return known?.get(named) ?? named.name[locale];
}
