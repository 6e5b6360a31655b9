// What the kinds' tests read values in: a Chinese workbook in March 2026, and a few places.
import { type KindContext, kindOf, type Region } from '../../../src/domain/kinds/index';
import type { Cell, ColumnTemplate, KindTemplate } from '../../../src/template/types';

const region = (province: string, city: string, province_en: string, city_en: string): Region => ({
  province,
  city,
  province_en,
  city_en,
});

const regions: readonly Region[] = [
  region('北京市', '北京市', 'Beijing', 'Beijing'),
  region('广东省', '深圳市', 'Guangdong', 'Shenzhen'),
  region('广东省', '广州市', 'Guangdong', 'Guangzhou'),
  region('江苏省', '苏州市', 'Jiangsu', 'Suzhou'),
  region('安徽省', '宿州市', 'Anhui', 'Suzhou'),
  region('吉林省', '吉林市', 'Jilin', 'Jilin'),
  region('吉林省', '延边朝鲜族自治州', 'Jilin', 'Yanbian'),
  region('云南省', '红河哈尼族彝族自治州', 'Yunnan', 'Honghe'),
  region('内蒙古自治区', '锡林郭勒盟', 'Inner Mongolia', 'Xilingol'),
  region('香港特别行政区', '香港', 'Hong Kong', 'Hong Kong'),
];

export const context: KindContext = {
  locale: 'zh-CN',
  today: '2026-03-11' as KindContext['today'],
  homeRegion: 'CN',
  regions,
  enums: {
    tier: {
      label: { 'zh-CN': '客户分层', en: 'Tier' },
      options: [
        { id: 'key', label: { 'zh-CN': '重要', en: 'Key' }, aliases: ['VIP', '大客户'] },
        { id: 'standard', label: { 'zh-CN': '普通', en: 'Standard' }, aliases: ['一般'] },
        { id: 'prospect', label: { 'zh-CN': '潜在', en: 'Prospect' } },
      ],
      dflt: 'prospect',
    },
    company_size: {
      label: { 'zh-CN': '公司规模', en: 'Company size' },
      options: [
        { id: '1_9', label: { 'zh-CN': '1–9', en: '1–9' } },
        { id: '10_49', label: { 'zh-CN': '10–49', en: '10–49' } },
        { id: '1000_plus', label: { 'zh-CN': '1000+', en: '1000+' } },
      ],
    },
    claim: {
      label: { 'zh-CN': '认领', en: 'Claim' },
      options: [{ id: 'return', label: { 'zh-CN': '退回公海', en: 'Return to pool' } }],
    },
    birthday_cal: {
      label: { 'zh-CN': '历法', en: 'Calendar' },
      options: [
        { id: 'solar', label: { 'zh-CN': '公历', en: 'Solar' } },
        { id: 'lunar', label: { 'zh-CN': '农历', en: 'Lunar' }, aliases: ['阴历'] },
      ],
    },
  },
};

/** A column of a kind, and what its kind does with a value. */
export function column(template: KindTemplate): ColumnTemplate {
  return { label: { 'zh-CN': '列', en: 'Column' }, width: 100, editor: 'owner', ...template };
}

export function read(template: KindTemplate, raw: Cell, change: Partial<KindContext> = {}) {
  const declared = column(template);
  return kindOf(declared).parse(raw, declared, { ...context, ...change });
}

/** The value, or the code of the reason why there is none. */
export function outcome(template: KindTemplate, raw: Cell, change: Partial<KindContext> = {}) {
  const reading = read(template, raw, change);
  return reading.ok ? reading.value : reading.reason.code;
}

/** Code of what is doubtful about a value, or null. */
export function doubt(template: KindTemplate, value: Cell, change: Partial<KindContext> = {}) {
  const declared = column(template);
  return kindOf(declared).validate(value, declared, { ...context, ...change })?.code ?? null;
}
