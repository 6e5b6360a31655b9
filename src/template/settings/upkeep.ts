// Settings of what runs behind: duplicates, scores, quality, backup, privacy, protection.

import type { SettingTemplate } from '../types';
import { days, whole } from './value';

const dedup = {
  'dedup.shown_from': {
    label: { 'zh-CN': '显示到', en: 'Shown from' },
    help: { 'zh-CN': '查重结果显示到哪一档把握。', en: 'The least certainty that is shown.' },
    group: 'dedup',
    value: { kind: 'enum', enum: 'certainty' },
    dflt: 'review',
  },
  'dedup.batch_from': {
    label: { 'zh-CN': '批量可选到', en: 'Ticked in batch from' },
    help: { 'zh-CN': '哪一档以上可以一次全选。', en: 'The least certainty one click may tick.' },
    group: 'dedup',
    value: { kind: 'enum', enum: 'certainty' },
    dflt: 'near_certain',
  },
  'dedup.merge_limit': {
    label: { 'zh-CN': '一次最多勾选', en: 'Ticked at once' },
    help: { 'zh-CN': '一次点击最多勾选几组。', en: 'Most groups one click ticks.' },
    group: 'dedup',
    value: whole(1, 5000),
    dflt: 200,
  },
  'dedup.left_out': {
    label: { 'zh-CN': '不比较的列', en: 'Columns left out' },
    help: { 'zh-CN': '列的键，用分号隔开。', en: 'Column keys divided by ;.' },
    group: 'dedup',
    value: { kind: 'tags' },
    dflt: null,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const score = {
  'score.buying_points': {
    label: { 'zh-CN': '评分：购买', en: 'Score: buying' },
    help: { 'zh-CN': '购买最多占几分；三部分之和应为 100。', en: 'Most points for buying; the three parts should make 100.' },
    group: 'score',
    value: whole(0, 100),
    dflt: 60,
  },
  'score.fit_points': {
    label: { 'zh-CN': '评分：匹配', en: 'Score: fit' },
    help: { 'zh-CN': '行业、规模、地区和意向最多占几分。', en: 'Most points for industry, size, region and intent.' },
    group: 'score',
    value: whole(0, 100),
    dflt: 25,
  },
  'score.contact_points': {
    label: { 'zh-CN': '评分：联系', en: 'Score: contact' },
    help: { 'zh-CN': '近 90 天有效跟进最多占几分。', en: 'Most points for effective contacts in 90 days.' },
    group: 'score',
    value: whole(0, 100),
    dflt: 15,
  },
  'score.target_industries': {
    label: { 'zh-CN': '目标行业', en: 'Target industries' },
    help: { 'zh-CN': '最想要的行业，用分号隔开。', en: 'The industries you want most, divided by ;.' },
    group: 'score',
    value: { kind: 'tags' },
    dflt: null,
  },
  'score.target_sizes': {
    label: { 'zh-CN': '目标规模', en: 'Target sizes' },
    help: { 'zh-CN': '最想要的公司规模，用分号隔开。', en: 'The company sizes you want most, divided by ;.' },
    group: 'score',
    value: { kind: 'tags' },
    dflt: null,
  },
  'score.target_regions': {
    label: { 'zh-CN': '目标地区', en: 'Target regions' },
    help: { 'zh-CN': '最想要的省份或国家，用分号隔开。', en: 'The provinces or countries you want most, divided by ;.' },
    group: 'score',
    value: { kind: 'tags' },
    dflt: null,
  },
  'score.level_a': {
    label: { 'zh-CN': 'A 级从几分起', en: 'Level A from' },
    help: { 'zh-CN': '评分达到它就是 A。', en: 'The score from which a customer is A.' },
    group: 'score',
    value: whole(0, 100),
    dflt: 80,
  },
  'score.level_b': {
    label: { 'zh-CN': 'B 级从几分起', en: 'Level B from' },
    help: { 'zh-CN': '评分达到它就是 B。', en: 'The score from which a customer is B.' },
    group: 'score',
    value: whole(0, 100),
    dflt: 60,
  },
  'score.level_c': {
    label: { 'zh-CN': 'C 级从几分起', en: 'Level C from' },
    help: { 'zh-CN': '评分达到它就是 C，以下是 D。', en: 'The score from which a customer is C; below it is D.' },
    group: 'score',
    value: whole(0, 100),
    dflt: 40,
  },
  'score.points_a_unit': {
    label: { 'zh-CN': '每元积分', en: 'Points a unit' },
    help: { 'zh-CN': '本位币每 1 元积几分。', en: 'Points for one unit of the base currency.' },
    group: 'score',
    value: { kind: 'number', min: 0, max: 1000 },
    dflt: 1,
  },
  'score.points_key_factor': {
    label: { 'zh-CN': '重要客户积分倍数', en: 'Points: key' },
    help: { 'zh-CN': '重要客户的积分乘以几。', en: 'Points of key customers are multiplied by this.' },
    group: 'score',
    value: { kind: 'number', min: 0, max: 100 },
    dflt: 1.5,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const quality = {
  'quality.stale_days': {
    label: { 'zh-CN': '多久算过时', en: 'Stale after' },
    help: { 'zh-CN': '资料几天没核实就列出来请人确认。', en: 'Days without confirmation until the data is listed.' },
    group: 'quality',
    value: days(1, 3650),
    dflt: 180,
  },
  'quality.verify_items': {
    label: { 'zh-CN': '日报请确认几条', en: 'Facts a mail' },
    help: { 'zh-CN': '每封日报请人确认几条资料。', en: 'How many facts a daily mail asks to confirm.' },
    group: 'quality',
    value: whole(0, 20),
    dflt: 5,
  },
  'quality.amount_min': {
    label: { 'zh-CN': '订单金额下限', en: 'Least amount' },
    help: { 'zh-CN': '订单行的金额不能小于它。', en: 'An order line’s amount may not be less.' },
    group: 'quality',
    value: { kind: 'number', min: 0 },
    dflt: 0.01,
  },
  'quality.amount_max': {
    label: { 'zh-CN': '订单金额上限', en: 'Greatest amount' },
    help: { 'zh-CN': '订单行的金额不能大于它。', en: 'An order line’s amount may not be more.' },
    group: 'quality',
    value: { kind: 'number', min: 0 },
    dflt: 10_000_000,
  },
  'quality.lost_after_days': {
    label: { 'zh-CN': '多久没买算流失', en: 'Lost after' },
    help: {
      'zh-CN': '至少几天没下单才算流失；与下一项取大。',
      en: 'Least days without an order; the larger of this and the next.',
    },
    group: 'quality',
    value: days(1, 3650),
    dflt: 180,
  },
  'quality.lost_after_gaps': {
    label: { 'zh-CN': '几个间隔没买算流失', en: 'Lost after gaps' },
    help: { 'zh-CN': '客户平时下单间隔的几倍。', en: 'How many times the customer’s usual interval.' },
    group: 'quality',
    value: { kind: 'number', min: 1, max: 20 },
    dflt: 3,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const backup = {
  'backup.every': {
    label: { 'zh-CN': '备份频率', en: 'Backup' },
    help: { 'zh-CN': '多久存一次快照。', en: 'How often a snapshot is kept.' },
    group: 'backup',
    value: { kind: 'enum', enum: 'backup_every' },
    dflt: 'night',
  },
  'backup.keep_daily': {
    label: { 'zh-CN': '保留日备份', en: 'Daily kept' },
    help: { 'zh-CN': '保留最近几天的。', en: 'How many daily snapshots are kept.' },
    group: 'backup',
    value: whole(2, 60),
    dflt: 7,
  },
  'backup.keep_weekly': {
    label: { 'zh-CN': '保留周备份', en: 'Weekly kept' },
    help: { 'zh-CN': '再保留几周的。', en: 'How many weekly ones beyond.' },
    group: 'backup',
    value: whole(0, 60),
    dflt: 4,
  },
  'backup.keep_monthly': {
    label: { 'zh-CN': '保留月备份', en: 'Monthly kept' },
    help: { 'zh-CN': '再保留几个月的。', en: 'How many monthly ones beyond.' },
    group: 'backup',
    value: whole(0, 60),
    dflt: 6,
  },
  'backup.budget_mb': {
    label: { 'zh-CN': '备份空间', en: 'Backup budget' },
    help: { 'zh-CN': '快照在表格里最多占几 MB。', en: 'Most MB of text snapshots may take in the workbook.' },
    group: 'backup',
    value: whole(1, 100),
    dflt: 20,
  },
  'backup.mail': {
    label: { 'zh-CN': '每周寄给管理员', en: 'Weekly mail' },
    help: {
      'zh-CN': '备份文件寄给管理员；内容未加密，含个人信息。',
      en: 'Mails the backup to the admin; it is unencrypted personal data.',
    },
    group: 'backup',
    value: { kind: 'flag' },
    dflt: false,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const privacy = {
  'privacy.retention_days': {
    label: { 'zh-CN': '保留期限', en: 'Retention' },
    help: {
      'zh-CN': '几天没往来的客户列出来请人处理；0 为不用。',
      en: 'Customers idle for so many days are listed, never erased; 0 is off.',
    },
    group: 'privacy',
    value: days(0, 36_500),
    dflt: 0,
  },
  'privacy.erase_wait_days': {
    label: { 'zh-CN': '删除前等待', en: 'Wait before erasing' },
    help: { 'zh-CN': '申请删除个人信息后等几天。', en: 'Days between asking for erasure and doing it.' },
    group: 'privacy',
    value: days(0, 60),
    dflt: 1,
  },
  'privacy.audit_values_days': {
    label: { 'zh-CN': '审计保留原值', en: 'Audit values kept' },
    help: { 'zh-CN': '审计日志里的前后值保留几天。', en: 'Days the audit keeps values before and after.' },
    group: 'privacy',
    value: days(30, 3650),
    dflt: 365,
  },
  'privacy.journal_days': {
    label: { 'zh-CN': '可撤销天数', en: 'Undo for' },
    help: { 'zh-CN': '批量操作几天内可以撤销。', en: 'Days in which a bulk act can be undone.' },
    group: 'privacy',
    value: days(1, 365),
    dflt: 90,
  },
  'privacy.journal_mb': {
    label: { 'zh-CN': '撤销记录空间', en: 'Undo budget' },
    help: { 'zh-CN': '撤销记录最多占几 MB。', en: 'Most MB the journal may take.' },
    group: 'privacy',
    value: whole(1, 50),
    dflt: 5,
  },
  'privacy.export_masked': {
    label: { 'zh-CN': '导出遮盖联系方式', en: 'Exports masked' },
    help: { 'zh-CN': '导出时遮住电话和邮箱的中间几位。', en: 'Hides the middle of phone numbers and addresses in exports.' },
    group: 'privacy',
    value: { kind: 'flag' },
    dflt: true,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const protection = {
  'protection.level': {
    label: { 'zh-CN': '保护方式', en: 'Protection' },
    help: { 'zh-CN': '按负责人保护，或只提醒。', en: 'By owner, or warnings only.' },
    group: 'protection',
    value: { kind: 'enum', enum: 'protection_level' },
    dflt: 'l1',
  },
  'protection.service_edits_customers': {
    label: { 'zh-CN': '客服可改客户', en: 'Service edits customers' },
    help: { 'zh-CN': '客服能不能改客户池的行。', en: 'Whether service may edit rows of Customers.' },
    group: 'protection',
    value: { kind: 'flag' },
    dflt: false,
  },
  'protection.resort_at_night': {
    label: { 'zh-CN': '夜间整理', en: 'Sort at night' },
    help: { 'zh-CN': '夜里把新行排进负责人的区块。', en: 'Moves new rows into their owners’ blocks by night.' },
    group: 'protection',
    value: { kind: 'flag' },
    dflt: true,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

export const upkeepSettings = { ...dedup, ...score, ...quality, ...backup, ...privacy, ...protection };
