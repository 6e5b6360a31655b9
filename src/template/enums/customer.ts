// Lists a customer's columns choose from.
import { optionPaints as p } from '../palette';
import type { EnumTemplate } from '../types';
import { option, painted } from './option';

export const customerEnums = {
  tier: {
    label: { 'zh-CN': '客户分层', en: 'Tier' },
    options: [
      painted(p.plum, 'key', '重要', 'Key', 'VIP', '大客户', '重点', '重点客户', '重要客户', 'key account'),
      painted(p.slate, 'standard', '普通', 'Standard', '一般', '普通客户', '一般客户', 'normal', 'regular'),
      painted(p.plain, 'prospect', '潜在', 'Prospect', '潜在客户', '潜客', 'potential'),
    ],
    dflt: 'prospect',
  },
  stage: {
    label: { 'zh-CN': '生命周期', en: 'Lifecycle' },
    options: [
      painted(p.grey, 'lead', '潜在客户', 'Lead', '潜在', '线索', '新客户', 'prospect'),
      painted(p.cyan, 'first', '初次购买', 'First-time', '首次购买', '首购', 'first time', 'first purchase'),
      painted(p.blue, 'repeat', '重复购买', 'Repeat', '复购', '老客户', 'returning'),
      painted(p.green, 'loyal', '忠诚客户', 'Loyal', '忠诚', '忠实客户'),
      painted(p.rust, 'lost', '流失客户', 'Lost', '流失', '已流失', 'churned'),
    ],
    dflt: 'lead',
  },
  sales_status: {
    label: { 'zh-CN': '跟进状态', en: 'Status' },
    options: [
      painted(p.grey, 'todo', '待跟进', 'To contact', '新建', '未跟进', '未联系', '新线索', 'open', 'new', 'to do'),
      painted(p.cyan, 'contacting', '联系中', 'In contact', '沟通中', '跟进中', '已联系', 'contacted', 'working', 'in progress'),
      painted(p.violet, 'quoted', '已报价', 'Quoted', '报价', '报价中', 'proposal', 'quotation sent'),
      painted(p.amber, 'negotiating', '谈判中', 'Negotiating', '谈判', '商务谈判', '洽谈中', 'negotiation'),
      painted(p.green, 'won', '成交', 'Won', '已成交', '签约', '已签约', 'closed won', 'customer'),
      painted(p.plain, 'paused', '暂停', 'Paused', '搁置', '暂缓', 'on hold', 'postponed'),
      painted(p.rust, 'invalid', '无效', 'Invalid', '丢单', '输单', '无效客户', 'closed lost', 'lost', 'disqualified'),
    ],
    dflt: 'todo',
  },
  intent: {
    label: { 'zh-CN': '购买意向', en: 'Intent' },
    options: [
      painted(p.green, 'high', '高', 'High', '高意向', '强', 'hot'),
      painted(p.cyan, 'mid', '中', 'Medium', '中意向', '一般', 'warm', 'mid'),
      painted(p.grey, 'low', '低', 'Low', '低意向', '弱', 'cold'),
    ],
  },
  level: {
    label: { 'zh-CN': '客户等级', en: 'Level' },
    options: [
      option('a', 'A', 'A', 'A级', 'A类'),
      option('b', 'B', 'B', 'B级', 'B类'),
      option('c', 'C', 'C', 'C级', 'C类'),
      option('d', 'D', 'D', 'D级', 'D类'),
    ],
  },
  gender: {
    label: { 'zh-CN': '性别', en: 'Gender' },
    options: [
      option('m', '男', 'Male', '先生', '男性', 'M', 'man', 'Mr', 'Mr.'),
      option('f', '女', 'Female', '女士', '小姐', '女性', 'F', 'woman', 'Ms', 'Ms.', 'Mrs', 'Mrs.', 'Miss'),
      option('o', '其他', 'Other', 'O', 'diverse'),
      option('n', '未说明', 'Not stated', '未知', '保密', 'N', 'unknown', 'N/A'),
    ],
  },
  birthday_cal: {
    label: { 'zh-CN': '生日历法', en: 'Calendar' },
    options: [option('solar', '公历', 'Solar', '阳历', '新历', 'gregorian'), option('lunar', '农历', 'Lunar', '阴历', '旧历')],
    dflt: 'solar',
  },
  industry: {
    label: { 'zh-CN': '行业', en: 'Industry' },
    open: true,
    options: [
      option('manufacturing', '制造', 'Manufacturing', '制造业', '生产制造', '工业', 'industrial'),
      option('retail', '零售', 'Retail', '零售业', '批发零售', '商超', 'wholesale'),
      option('e_commerce', '电商', 'E-commerce', '电子商务', '跨境电商', 'ecommerce'),
      option('internet', '互联网', 'Internet', 'IT', '软件', '信息技术', '科技', 'software', 'technology', 'tech'),
      option('education', '教育', 'Education', '教育培训', '培训', 'training', 'school'),
      option('health', '医疗', 'Health', '医疗健康', '医药', '健康', 'healthcare', 'medical', 'pharma'),
      option('finance', '金融', 'Finance', '银行', '保险', '金融业', 'banking', 'insurance', 'financial services'),
      option('real_estate', '房地产', 'Real estate', '地产', '建筑', 'property', 'construction'),
      option('catering', '餐饮', 'Catering', '餐饮业', '食品', '酒店', 'food', 'restaurant', 'hospitality'),
      option('logistics', '物流', 'Logistics', '物流运输', '运输', '仓储', '货运', 'transport', 'transportation', 'shipping'),
      option('consulting', '咨询', 'Consulting', '咨询服务', '企业服务', '商务服务', 'professional services'),
      option('government', '政府', 'Government', '事业单位', '政府机构', '机关', 'public sector'),
      option('other', '其他', 'Other', '其它', 'others'),
    ],
  },
  company_size: {
    label: { 'zh-CN': '公司规模', en: 'Company size' },
    open: true,
    options: [
      option('1_9', '1–9', '1–9', '1-9', '1~9', '1-9人', '10人以下', '少于10人'),
      option('10_49', '10–49', '10–49', '10-49', '10~49', '10-49人', '10-50', '10-50人'),
      option('50_199', '50–199', '50–199', '50-199', '50~199', '50-199人', '50-200', '50-200人'),
      option('200_999', '200–999', '200–999', '200-999', '200~999', '200-999人', '200-1000', '200-1000人'),
      option('1000_plus', '1000+', '1000+', '1000人以上', '1000以上', '>1000', '>=1000', '1,000+'),
    ],
  },
  source: {
    label: { 'zh-CN': '客户来源', en: 'Source' },
    open: true,
    options: [
      option('website', '官网', 'Website', '网站', '官方网站', 'web', 'web form', 'organic'),
      option('referral', '转介绍', 'Referral', '介绍', '推荐', '朋友介绍', '客户介绍', 'word of mouth'),
      option('fair', '展会', 'Fair', '展会认识', '会展', '展览', 'trade show', 'exhibition', 'event'),
      option('ads', '广告', 'Ads', '广告投放', '推广', 'advertising', 'advertisement', 'SEM'),
      option('social', '社交媒体', 'Social', '社交', '抖音', '小红书', '微信公众号', '公众号', 'social media', 'LinkedIn'),
      option('phone', '电话', 'Phone', '电话咨询', '来电', '电话营销', '陌拜', 'cold call', 'call'),
      option('existing_customer', '老客户', 'Existing customer', '老客', '老顾客', 'existing'),
      option('import', '导入', 'Import', '批量导入', 'imported'),
      option('other', '其他', 'Other', '其它', 'others'),
    ],
  },
  contact_pref: {
    label: { 'zh-CN': '联系偏好', en: 'Contact preference' },
    open: true,
    options: [
      option('phone', '电话', 'Phone', '打电话', 'call', 'telephone'),
      option('wechat', '微信', 'WeChat', 'weixin'),
      option('e_mail', '邮件', 'E-mail', '邮箱', '电子邮件', 'email', 'mail'),
      option('sms', '短信', 'SMS', '信息', 'text', 'text message'),
      option('do_not_disturb', '不打扰', 'Do not disturb', '勿扰', '免打扰', 'none', 'DND', 'do not contact'),
    ],
  },
  consent: {
    label: { 'zh-CN': '授权状态', en: 'Consent' },
    options: [
      painted(p.green, 'given', '已同意', 'Given', '同意', '是', '已授权', 'yes', 'opted in', 'opt-in', 'granted'),
      painted(p.grey, 'none', '未取得', 'Not obtained', '否', '未授权', '无', 'no', 'none', 'unknown'),
      painted(p.rose, 'withdrawn', '已撤回', 'Withdrawn', '撤回', '退订', 'opted out', 'opt-out', 'unsubscribed', 'revoked'),
    ],
    dflt: 'none',
  },
  channel: {
    label: { 'zh-CN': '授权方式', en: 'Consent channel' },
    open: true,
    options: [
      option('form', '表单', 'Form', '在线表单', 'web form'),
      option('verbal', '口头', 'Verbal', '电话', 'oral', 'phone'),
      option('paper', '纸质', 'Paper', '书面', 'written'),
      option('e_mail', '邮件', 'E-mail', 'email', 'mail'),
      option('chat', '聊天', 'Chat', '微信', 'wechat'),
    ],
  },
  purpose: {
    label: { 'zh-CN': '用途', en: 'Purpose' },
    open: true,
    options: [
      option('service', '服务通知', 'Service', '服务', '通知'),
      option('marketing', '营销', 'Marketing', '推广', 'promotion'),
    ],
  },
  quick: {
    label: { 'zh-CN': '快捷操作', en: 'Quick action' },
    options: [
      option('reached', '已联系', 'Reached', '已接通'),
      option('no_answer', '未接通', 'No answer', '未接'),
      option('plus_1d', '+1天', '+1d', '+1'),
      option('plus_3d', '+3天', '+3d', '+3'),
      option('plus_1w', '+1周', '+1w', '+7'),
      option('next_mon', '下周一', 'Next Mon', 'next monday'),
      option('verified', '信息无误', 'Verified', '已核实'),
    ],
  },
  claim: {
    label: { 'zh-CN': '认领/退回', en: 'Claim/return' },
    options: [option('return', '退回公海', 'Return to pool', '退回', '公海', 'return', 'pool')],
  },
  lock_state: {
    label: { 'zh-CN': '锁定', en: 'Lock' },
    options: [
      option('none', '无', 'None', '未锁定', 'unlocked'),
      option('won', '成交锁定', 'Won'),
      option('protected', '保护锁定', 'Protected'),
      option('manual', '手动锁定', 'Manual', '锁定', 'locked'),
    ],
    dflt: 'none',
  },
  return_reason: {
    label: { 'zh-CN': '退回原因', en: 'Return reason' },
    open: true,
    options: [
      option('no_need', '无需求', 'No need', '没有需求'),
      option('unreachable', '联系不上', 'Unreachable', '失联', '空号'),
      option('price', '价格', 'Price', '太贵', 'too expensive'),
      option('competitor', '竞品', 'Competitor', '选择竞品'),
      option('other', '其他', 'Other', '其它', 'others'),
    ],
  },
} as const satisfies Readonly<Record<string, EnumTemplate>>;
