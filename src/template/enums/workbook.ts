// Lists of the workbook itself: people, settings, automation, checks.
import type { EnumTemplate } from '../types';
import { option } from './option';

export const workbookEnums = {
  language: {
    label: { 'zh-CN': '语言', en: 'Language' },
    options: [
      option('zh-CN', '中文', 'Chinese', 'zh', 'cn', '简体中文', 'zh-CN'),
      option('en', '英文', 'English', 'en', 'en-US', '英语'),
    ],
  },
  preset: {
    label: { 'zh-CN': '业务类型', en: 'Line of business' },
    options: [
      option('b2b', '企业客户', 'B2B', 'ToB'),
      option('retail', '零售', 'Retail', 'ToC'),
      option('consulting', '咨询', 'Consulting'),
      option('ecommerce', '电商', 'E-commerce', 'ecommerce', '跨境电商'),
    ],
    dflt: 'b2b',
  },
  role: {
    label: { 'zh-CN': '角色', en: 'Role' },
    options: [
      option('admin', '管理员', 'Admin', 'administrator'),
      option('manager', '销售主管', 'Sales manager', '主管', '经理', 'manager'),
      option('sales', '销售', 'Sales', '客户经理', '业务员', 'salesperson', 'account manager'),
      option('service', '客服', 'Service', '客户服务', 'support'),
      option('assistant', '行政助理', 'Assistant', '助理', '行政'),
      option('exec', '高管', 'Executive', '总经理', '老板', 'exec'),
    ],
    dflt: 'sales',
  },
  day_type: {
    label: { 'zh-CN': '日期类型', en: 'Day type' },
    options: [option('off', '休', 'Off', '放假', 'holiday'), option('work', '班', 'Work', '上班', '补班', 'workday')],
  },
  message_channel: {
    label: { 'zh-CN': '渠道', en: 'Channel' },
    options: [option('mail', '邮件', 'Mail', 'email', 'e-mail'), option('copy', '复制', 'Copy')],
  },
  automation_kind: {
    label: { 'zh-CN': '规则类型', en: 'Rule type' },
    options: [
      option('spend', '累计消费', 'Spend'),
      option('birthday', '生日', 'Birthday'),
      option('stage', '生命周期', 'Lifecycle'),
    ],
  },
  automation_mode: {
    label: { 'zh-CN': '发送方式', en: 'Mode' },
    options: [option('draft', '草稿', 'Draft'), option('auto', '自动', 'Auto', 'automatic')],
    dflt: 'draft',
  },
  coupon_state: {
    label: { 'zh-CN': '券状态', en: 'Coupon state' },
    options: [
      option('free', '可用', 'Free'),
      option('reserved', '已预留', 'Reserved'),
      option('issued', '已发放', 'Issued'),
      option('used', '已使用', 'Used'),
    ],
  },
  suggestion_status: {
    label: { 'zh-CN': '意见状态', en: 'Suggestion state' },
    options: [
      option('new', '新提', 'New'),
      option('planned', '已采纳', 'Planned'),
      option('done', '已完成', 'Done'),
      option('declined', '不采纳', 'Declined'),
    ],
    dflt: 'new',
  },
  health_state: {
    label: { 'zh-CN': '检查结果', en: 'Check' },
    options: [option('ok', '正常', 'OK'), option('warn', '注意', 'Warning'), option('fail', '有问题', 'Fail')],
  },
  off_day: {
    label: { 'zh-CN': '遇休息日', en: 'On days off' },
    options: [
      option('next', '顺延到下一工作日', 'Next working day'),
      option('previous', '提前到上一工作日', 'Previous working day'),
      option('keep', '不变', 'Keep the day'),
    ],
  },
  leap_day: {
    label: { 'zh-CN': '2月29日生日', en: 'Born on 29 February' },
    options: [option('02-28', '2月28日', '28 February'), option('03-01', '3月1日', '1 March')],
  },
  certainty: {
    label: { 'zh-CN': '把握', en: 'Certainty' },
    options: [
      option('exact', '完全一致', 'Exact'),
      option('near_certain', '几乎确定', 'Near-certain'),
      option('review', '待确认', 'Review'),
    ],
  },
  backup_every: {
    label: { 'zh-CN': '备份频率', en: 'Backup' },
    options: [option('night', '每晚', 'Nightly'), option('week', '每周', 'Weekly')],
  },
  protection_level: {
    label: { 'zh-CN': '保护方式', en: 'Protection' },
    options: [option('l1', '按负责人保护', 'By owner'), option('l0', '只提醒', 'Warn only')],
  },
  period: {
    label: { 'zh-CN': '统计区间', en: 'Period' },
    options: [
      option('this_month', '本月', 'This month'),
      option('last_month', '上月', 'Last month'),
      option('this_quarter', '本季度', 'This quarter'),
      option('six_months', '近 6 个月', 'Last 6 months'),
    ],
  },
  owner_filter: {
    label: { 'zh-CN': '负责人筛选', en: 'Owner' },
    options: [option('all', '全部负责人', 'All owners')],
  },
} as const satisfies Readonly<Record<string, EnumTemplate>>;
