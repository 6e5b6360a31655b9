// Desk sheets the rules are read from: Calendar, Regions, Options, Settings.
import type { ColumnTemplate, RowOf, TableTemplate } from './types';

const calendarColumns = {
  date: { kind: 'date', label: { 'zh-CN': '日期', en: 'Date' }, width: 106, band: 'identity', required: true, editor: 'manager' },
  region: {
    kind: 'code',
    list: 'country',
    label: { 'zh-CN': '地区', en: 'Region' },
    width: 110,
    band: 'identity',
    required: true,
    editor: 'manager',
  },
  name: { kind: 'text', max: 30, label: { 'zh-CN': '名称', en: 'Name' }, width: 140, band: 'profile', editor: 'manager' },
  day_type: {
    kind: 'enum',
    enum: 'day_type',
    label: { 'zh-CN': '类型', en: 'Type' },
    help: { 'zh-CN': '休：平日放假；班：周末上班。', en: 'Off: a free weekday; Work: a working weekend day.' },
    width: 90,
    band: 'profile',
    required: true,
    editor: 'manager',
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const calendar = {
  shape: 'table',
  label: { 'zh-CN': '工作日历', en: 'Calendar' },
  place: 'desk',
  guard: 'strict',
  made: 'first-use',
  columns: calendarColumns,
} as const satisfies TableTemplate;

const regionColumns = {
  code: {
    kind: 'text',
    max: 6,
    label: { 'zh-CN': '代码', en: 'Code' },
    width: 80,
    band: 'identity',
    required: true,
    unique: true,
    editor: 'admin',
  },
  province: {
    kind: 'text',
    max: 30,
    label: { 'zh-CN': '省份', en: 'Province' },
    width: 140,
    band: 'identity',
    required: true,
    editor: 'admin',
  },
  city: {
    kind: 'text',
    max: 30,
    label: { 'zh-CN': '城市', en: 'City' },
    width: 180,
    band: 'identity',
    required: true,
    editor: 'admin',
  },
  province_en: {
    kind: 'text',
    max: 60,
    label: { 'zh-CN': '省份(英)', en: 'Province (English)' },
    width: 150,
    band: 'profile',
    required: true,
    editor: 'admin',
  },
  city_en: {
    kind: 'text',
    max: 60,
    label: { 'zh-CN': '城市(英)', en: 'City (English)' },
    width: 150,
    band: 'profile',
    required: true,
    editor: 'admin',
  },
  area_code: { kind: 'text', max: 4, label: { 'zh-CN': '区号', en: 'Area code' }, width: 90, band: 'profile', editor: 'admin' },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** Provinces and their cities, sorted by province; rows come from regions.ts. */
export const regions = {
  shape: 'table',
  label: { 'zh-CN': '省市', en: 'Regions' },
  place: 'desk',
  guard: 'strict',
  made: 'apply',
  columns: regionColumns,
} as const satisfies TableTemplate;

export type Region = RowOf<typeof regions>;

const optionColumns = {
  enum: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '枚举', en: 'List' },
    width: 130,
    band: 'identity',
    required: true,
    editor: 'admin',
  },
  id: {
    kind: 'text',
    max: 40,
    uniqueWith: ['enum'],
    label: { 'zh-CN': '标识', en: 'Id' },
    help: { 'zh-CN': '永远不变。', en: 'Never changes.' },
    width: 130,
    band: 'identity',
    required: true,
    editor: 'script',
  },
  zh: {
    kind: 'text',
    max: 30,
    label: { 'zh-CN': '中文', en: 'Chinese' },
    width: 150,
    band: 'profile',
    required: true,
    editor: 'admin',
  },
  en: {
    kind: 'text',
    max: 30,
    label: { 'zh-CN': '英文', en: 'English' },
    width: 150,
    band: 'profile',
    required: true,
    editor: 'admin',
  },
  aliases: {
    kind: 'tags',
    label: { 'zh-CN': '别名', en: 'Aliases' },
    help: { 'zh-CN': '导入和粘贴时也认这些写法，用分号隔开。', en: 'Other spellings read by import and paste, divided by ;.' },
    width: 260,
    band: 'profile',
    editor: 'admin',
  },
  order: { kind: 'number', integer: true, label: { 'zh-CN': '顺序', en: 'Order' }, width: 80, band: 'profile', editor: 'admin' },
  active: {
    kind: 'flag',
    label: { 'zh-CN': '启用', en: 'Active' },
    help: { 'zh-CN': '用过的选项可以停用，不能删。', en: 'An option in use can be switched off, not deleted.' },
    width: 80,
    band: 'profile',
    editor: 'admin',
  },
  colour: {
    kind: 'text',
    max: 7,
    label: { 'zh-CN': '颜色', en: 'Colour' },
    help: { 'zh-CN': '单元格底色，如 #d5f0de。', en: 'Background of the cell, e.g. #d5f0de.' },
    width: 96,
    band: 'profile',
    editor: 'admin',
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const options = {
  shape: 'table',
  label: { 'zh-CN': '选项', en: 'Options' },
  place: 'desk',
  guard: 'strict',
  made: 'apply',
  columns: optionColumns,
} as const satisfies TableTemplate;

const settingColumns = {
  key: {
    kind: 'text',
    max: 60,
    label: { 'zh-CN': '项目', en: 'Setting' },
    width: 220,
    band: 'identity',
    required: true,
    unique: true,
    editor: 'script',
  },
  value: {
    kind: 'text',
    max: 500,
    label: { 'zh-CN': '值', en: 'Value' },
    help: {
      'zh-CN': '按说明填；填错会提示，并沿用原来的值。',
      en: 'As explained; a bad value is refused and the last good one stays.',
    },
    width: 150,
    band: 'contact',
    required: true,
    editor: 'admin',
  },
  default: {
    kind: 'text',
    max: 500,
    label: { 'zh-CN': '默认', en: 'Default' },
    width: 130,
    band: 'profile',
    kept: 'script',
    editor: 'script',
  },
  help: {
    kind: 'text',
    max: 300,
    label: { 'zh-CN': '说明', en: 'Help' },
    width: 420,
    band: 'profile',
    kept: 'script',
    editor: 'script',
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const settingsSheet = {
  shape: 'table',
  label: { 'zh-CN': '设置', en: 'Settings' },
  place: 'desk',
  guard: 'strict',
  made: 'apply',
  columns: settingColumns,
} as const satisfies TableTemplate;
