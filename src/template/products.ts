// The Products sheet: what orders and feedback choose from.
import { missingIn } from './formats';
import { listed } from './listed';
import { tabColours } from './palette';
import { stampColumns } from './shared-columns';
import type { ColumnTemplate, TableTemplate } from './types';

const columns = {
  sku: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '货号', en: 'SKU' },
    help: { 'zh-CN': '每种产品一个，不重复。', en: 'One a product, never twice.' },
    width: 110,
    band: 'identity',
    required: true,
    unique: true,
    editor: 'manager',
    aliases: listed('商品编码, 产品编号, 商品货号', 'product code, item no'),
  },
  name: {
    kind: 'text',
    max: 100,
    label: { 'zh-CN': '产品名称', en: 'Product' },
    help: { 'zh-CN': '订单里按这个名字选。', en: 'The name orders choose by.' },
    width: 200,
    band: 'identity',
    required: true,
    unique: true,
    editor: 'manager',
    aliases: listed('产品, 商品, 商品名称, 品名', 'product name, item, item name'),
  },
  category: {
    kind: 'text',
    max: 50,
    label: { 'zh-CN': '类别', en: 'Category' },
    help: { 'zh-CN': '同类写得一样。', en: 'Spelt alike for products of one category.' },
    width: 120,
    band: 'profile',
    editor: 'manager',
    aliases: listed('分类, 品类, 产品类别', 'product category'),
  },
  price: {
    kind: 'money',
    min: 0,
    currency: 'currency',
    label: { 'zh-CN': '标价', en: 'Price' },
    help: { 'zh-CN': '订单没写单价时用它。', en: 'Used where an order line names no price.' },
    width: 100,
    band: 'profile',
    editor: 'manager',
    aliases: listed('价格, 单价, 售价', 'list price, unit price'),
  },
  currency: {
    kind: 'code',
    list: 'currency',
    label: { 'zh-CN': '币种', en: 'Currency' },
    help: { 'zh-CN': '标价的币种，如 CNY。', en: 'Currency of the price, e.g. CNY.' },
    width: 96,
    band: 'profile',
    editor: 'manager',
    aliases: listed('货币', 'currency code'),
  },
  active: {
    kind: 'flag',
    label: { 'zh-CN': '在售', en: 'Active' },
    help: { 'zh-CN': '不勾就不再出现在订单的列表里。', en: 'Untick to take it off the list orders choose from.' },
    width: 80,
    band: 'profile',
    editor: 'manager',
    aliases: listed('是否在售, 上架', 'on sale'),
  },
  ...stampColumns,
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** Made at apply in every preset: the product column of Orders takes its list from here. */
export const products = {
  shape: 'table',
  label: { 'zh-CN': '产品', en: 'Products' },
  place: 'daily',
  guard: 'strict',
  shown: ['retail', 'ecommerce'],
  made: 'apply',
  filter: true,
  tabColour: tabColours.work,
  columns,
  formats: [missingIn(columns, 'sku')],
} as const satisfies TableTemplate;
