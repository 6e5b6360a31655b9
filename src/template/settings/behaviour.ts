// Settings of what people notice every day: language, reminders, due days, pool.

import type { SettingTemplate } from '../types';
import { days, hour, whole } from './value';

const general = {
  'general.language': {
    label: { 'zh-CN': '表格语言', en: 'Workbook language' },
    help: {
      'zh-CN': '表头、选项和看板用的语言；在侧边栏切换。',
      en: 'Language of headers, options and dashboard; switched in the sidebar.',
    },
    group: 'general',
    value: { kind: 'enum', enum: 'language' },
    dflt: 'zh-CN',
  },
  'general.preset': {
    label: { 'zh-CN': '业务类型', en: 'Line of business' },
    help: { 'zh-CN': '决定开始时显示哪些表和列。', en: 'Decides which sheets and columns show at first.' },
    group: 'general',
    value: { kind: 'enum', enum: 'preset' },
    dflt: 'b2b',
  },
  'general.home_region': {
    label: { 'zh-CN': '本地国家/地区', en: 'Home region' },
    help: { 'zh-CN': '没写国家的电话和地址按这里读。', en: 'How phone numbers and places without a country are read.' },
    group: 'general',
    value: { kind: 'code', list: 'country' },
    dflt: 'CN',
  },
  'general.base_currency': {
    label: { 'zh-CN': '本位币', en: 'Base currency' },
    help: { 'zh-CN': '累计金额折成这个币种。', en: 'Totals are worked out in this currency.' },
    group: 'general',
    value: { kind: 'code', list: 'currency' },
    dflt: 'CNY',
  },
  'general.rates': {
    label: { 'zh-CN': '汇率', en: 'Exchange rates' },
    help: {
      'zh-CN': '1 单位外币等于多少本位币，如 USD=7.1; EUR=7.8。没写的币种不折算。',
      en: 'Base currency for one unit, e.g. USD=7.1; EUR=7.8. A currency without a rate is left out.',
    },
    group: 'general',
    value: { kind: 'text', max: 500 },
    dflt: null,
  },
  'general.support_contact': {
    label: { 'zh-CN': '求助联系人', en: 'Support contact' },
    help: { 'zh-CN': '遇到问题找谁，写在邮件末尾。', en: 'Whom to ask for help; stands at the end of mails.' },
    group: 'general',
    value: { kind: 'text', max: 100 },
    dflt: null,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const custom = {
  'custom.fields': {
    label: { 'zh-CN': '自定义字段', en: 'Custom fields' },
    help: {
      'zh-CN': '备用列各放什么，如 cf_1=number|员工数|Staff；在侧边栏“设置”里改。',
      en: 'What the spare columns hold, e.g. cf_1=number|员工数|Staff; changed in the sidebar under Settings.',
    },
    group: 'custom',
    value: { kind: 'text', max: 500 },
    dflt: null,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const reminders = {
  'reminders.send_hour': {
    label: { 'zh-CN': '发送时间', en: 'Send hour' },
    help: { 'zh-CN': '几点之后发日报，0–23。', en: 'The daily mail goes after this hour, 0–23.' },
    group: 'reminders',
    value: hour,
    dflt: 8,
  },
  'reminders.quiet_from': {
    label: { 'zh-CN': '免打扰开始', en: 'Quiet from' },
    help: { 'zh-CN': '从几点起不发邮件。', en: 'No mail from this hour on.' },
    group: 'reminders',
    value: hour,
    dflt: 20,
  },
  'reminders.quiet_to': {
    label: { 'zh-CN': '免打扰结束', en: 'Quiet until' },
    help: { 'zh-CN': '到几点为止不发邮件。', en: 'No mail until this hour.' },
    group: 'reminders',
    value: hour,
    dflt: 8,
  },
  'reminders.upcoming_days': {
    label: { 'zh-CN': '提前几天提醒', en: 'Days ahead' },
    help: { 'zh-CN': '日报里“接下来”看几天。', en: 'How many days “coming up” looks ahead.' },
    group: 'reminders',
    value: days(0, 30),
    dflt: 3,
  },
  'reminders.cadence_key': {
    label: { 'zh-CN': '跟进周期：重要', en: 'Cadence: key' },
    help: { 'zh-CN': '重要客户最多隔几天联系一次。', en: 'Days between contacts with key customers.' },
    group: 'reminders',
    value: days(1, 365),
    dflt: 7,
    byPreset: { retail: 30, ecommerce: 14 },
  },
  'reminders.cadence_standard': {
    label: { 'zh-CN': '跟进周期：普通', en: 'Cadence: standard' },
    help: { 'zh-CN': '普通客户最多隔几天联系一次。', en: 'Days between contacts with standard customers.' },
    group: 'reminders',
    value: days(1, 365),
    dflt: 30,
    byPreset: { retail: 60, ecommerce: 30 },
  },
  'reminders.cadence_prospect': {
    label: { 'zh-CN': '跟进周期：潜在', en: 'Cadence: prospect' },
    help: { 'zh-CN': '潜在客户最多隔几天联系一次。', en: 'Days between contacts with prospects.' },
    group: 'reminders',
    value: days(1, 365),
    dflt: 14,
    byPreset: { retail: 90, ecommerce: 60 },
  },
  'reminders.daily_cap': {
    label: { 'zh-CN': '每人每天上限', en: 'Daily cap' },
    help: { 'zh-CN': '自动排的跟进一天最多几位，满了顺延。', en: 'Most follow-ups a person and day that are planned by script.' },
    group: 'reminders',
    value: whole(1, 500),
    dflt: 15,
  },
  'reminders.escalate_days': {
    label: { 'zh-CN': '上报主管', en: 'Escalate after' },
    help: { 'zh-CN': '逾期几个工作日后告诉主管。', en: 'Working days overdue before the manager hears of it.' },
    group: 'reminders',
    value: days(1, 60),
    dflt: 3,
  },
  'reminders.escalate_days_key': {
    label: { 'zh-CN': '上报主管：重要', en: 'Escalate after: key' },
    help: { 'zh-CN': '重要客户逾期几个工作日后告诉主管。', en: 'The same for key customers.' },
    group: 'reminders',
    value: days(1, 60),
    dflt: 1,
  },
  'reminders.snooze_limit': {
    label: { 'zh-CN': '延期上限', en: 'Snooze limit' },
    help: {
      'zh-CN': '没联系就往后推超过几次，报给主管。',
      en: 'Put off more often than this without a contact, and the manager hears of it.',
    },
    group: 'reminders',
    value: whole(0, 50),
    dflt: 3,
  },
  'reminders.off_day': {
    label: { 'zh-CN': '遇休息日', en: 'On days off' },
    help: { 'zh-CN': '自动排的日期碰到休息日怎么办。', en: 'What becomes of planned dates that fall on a day off.' },
    group: 'reminders',
    value: { kind: 'enum', enum: 'off_day' },
    dflt: 'next',
  },
  'reminders.leap_day': {
    label: { 'zh-CN': '2月29日生日', en: 'Born on 29 February' },
    help: { 'zh-CN': '平年算哪一天。', en: 'The day kept in other years.' },
    group: 'reminders',
    value: { kind: 'enum', enum: 'leap_day' },
    dflt: '02-28',
  },
  'reminders.item_limit': {
    label: { 'zh-CN': '每段最多几条', en: 'Lines a section' },
    help: { 'zh-CN': '日报每一段最多列几位客户。', en: 'Most customers a section of the daily mail lists.' },
    group: 'reminders',
    value: whole(5, 200),
    dflt: 50,
  },
  'reminders.ics': {
    label: { 'zh-CN': '附日历文件', en: 'Attach calendar' },
    help: { 'zh-CN': '日报附上 .ics，可以放进日历。', en: 'Attaches an .ics file to the daily mail.' },
    group: 'reminders',
    value: { kind: 'flag' },
    dflt: false,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const due = {
  'due.complaint_high': {
    label: { 'zh-CN': '投诉期限：高', en: 'Complaint due: high' },
    help: { 'zh-CN': '严重投诉几个工作日内办结。', en: 'Working days for a complaint of high severity.' },
    group: 'due',
    value: days(1, 60),
    dflt: 1,
  },
  'due.complaint_medium': {
    label: { 'zh-CN': '投诉期限：中', en: 'Complaint due: medium' },
    help: { 'zh-CN': '一般投诉几个工作日内办结。', en: 'Working days for a complaint of medium severity.' },
    group: 'due',
    value: days(1, 60),
    dflt: 3,
  },
  'due.complaint_low': {
    label: { 'zh-CN': '投诉期限：低', en: 'Complaint due: low' },
    help: { 'zh-CN': '轻微投诉几个工作日内办结。', en: 'Working days for a complaint of low severity.' },
    group: 'due',
    value: days(1, 60),
    dflt: 5,
  },
  'due.request': {
    label: { 'zh-CN': '服务请求期限', en: 'Request due' },
    help: { 'zh-CN': '服务请求几个工作日内办结。', en: 'Working days for a service request.' },
    group: 'due',
    value: days(1, 60),
    dflt: 3,
  },
  'due.suggestion': {
    label: { 'zh-CN': '建议期限', en: 'Suggestion due' },
    help: { 'zh-CN': '建议几个工作日内答复。', en: 'Working days for a suggestion.' },
    group: 'due',
    value: days(1, 60),
    dflt: 10,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

const pool = {
  'pool.claims_per_day': {
    label: { 'zh-CN': '每天认领上限', en: 'Claims a day' },
    help: { 'zh-CN': '一人一天最多从公海认领几位。', en: 'Most customers a person may claim a day.' },
    group: 'pool',
    value: whole(0, 500),
    dflt: 10,
  },
  'pool.holding_cap': {
    label: { 'zh-CN': '持有上限', en: 'Holding cap' },
    help: { 'zh-CN': '一人最多同时负责几位；人员表里可单独设。', en: 'Most customers a person may hold; Users may set another.' },
    group: 'pool',
    value: whole(0, 5000),
    dflt: 200,
  },
  'pool.protect_days': {
    label: { 'zh-CN': '保护期', en: 'Protection period' },
    help: { 'zh-CN': '认领后几天内不回收。', en: 'Days after a claim in which nothing is taken back.' },
    group: 'pool',
    value: days(0, 365),
    dflt: 7,
  },
  'pool.not_followed_days': {
    label: { 'zh-CN': '未跟进回收', en: 'Not followed up' },
    help: { 'zh-CN': '几天没有有效跟进就回公海。', en: 'Days without an effective contact until the pool takes it back.' },
    group: 'pool',
    value: days(1, 3650),
    dflt: 30,
  },
  'pool.not_won_days': {
    label: { 'zh-CN': '未成交回收', en: 'Not won' },
    help: {
      'zh-CN': '取得后几天没成交就回公海；0 为不用。',
      en: 'Days held without a deal until the pool takes it back; 0 is off.',
    },
    group: 'pool',
    value: days(0, 3650),
    dflt: 0,
  },
  'pool.warn_days': {
    label: { 'zh-CN': '回收前提醒', en: 'Warn before' },
    help: { 'zh-CN': '回收前几天提醒，用分号隔开。', en: 'Days before, divided by ;.' },
    group: 'pool',
    value: { kind: 'tags' },
    dflt: '3; 1',
  },
  'pool.cool_down_days': {
    label: { 'zh-CN': '冷却期', en: 'Cool-down' },
    help: {
      'zh-CN': '退回或被回收后几天内不能再认领同一位。',
      en: 'Days before the same person may claim the same customer again.',
    },
    group: 'pool',
    value: days(0, 365),
    dflt: 3,
  },
  'pool.reason_required': {
    label: { 'zh-CN': '退回要写原因', en: 'Reason for return' },
    help: { 'zh-CN': '退回公海前必须填退回原因。', en: 'A return waits for its reason.' },
    group: 'pool',
    value: { kind: 'flag' },
    dflt: true,
  },
  'pool.nightly_max': {
    label: { 'zh-CN': '每晚回收上限', en: 'Nightly most' },
    help: {
      'zh-CN': '一晚最多回收几位；与下一项取大。',
      en: 'Most customers taken back a night; the larger of this and the next.',
    },
    group: 'pool',
    value: whole(0, 50_000),
    dflt: 50,
  },
  'pool.nightly_share': {
    label: { 'zh-CN': '每晚回收比例', en: 'Nightly share' },
    help: { 'zh-CN': '一晚最多回收有负责人客户的百分之几。', en: 'The same as a share of all owned customers.' },
    group: 'pool',
    value: { kind: 'number', min: 0, max: 1, percent: true },
    dflt: 0.05,
  },
} as const satisfies Readonly<Record<string, SettingTemplate>>;

export const behaviourSettings = { ...general, ...custom, ...reminders, ...due, ...pool };
