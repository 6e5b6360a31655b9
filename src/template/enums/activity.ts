// Lists of what happens with customers: contacts, orders, feedback, requests, moves.
import type { EnumTemplate } from '../types';
import { option } from './option';

export const activityEnums = {
  interaction_type: {
    label: { 'zh-CN': '方式', en: 'Type' },
    open: true,
    options: [
      option('call', '电话', 'Call', '打电话', 'phone', 'phone call'),
      option('wechat', '微信', 'WeChat', 'weixin', '企业微信'),
      option('e_mail', '邮件', 'E-mail', '邮箱', '电子邮件', 'email', 'mail'),
      option('visit', '拜访', 'Visit', '上门', '上门拜访', '面谈', 'on site'),
      option('meeting', '会议', 'Meeting', '开会', '视频会议', 'video call'),
      option('sms', '短信', 'SMS', 'text', 'text message'),
      option('event', '活动', 'Event', '展会', 'fair'),
      option('after_sales', '售后', 'After-sales', '售后服务', 'after sales', 'support'),
      option('return_visit', '回访', 'Return visit', '客户回访', 'follow-up call'),
    ],
  },
  direction: {
    label: { 'zh-CN': '呼入/呼出', en: 'Direction' },
    options: [option('out', '呼出', 'Out', '去电', '主动', 'outbound'), option('in', '呼入', 'In', '来电', 'inbound')],
  },
  result: {
    label: { 'zh-CN': '结果', en: 'Result' },
    options: [
      option('reached', '有效沟通', 'Reached', '已联系', '已接通', 'contacted', 'connected'),
      option('no_answer', '未接', 'No answer', '未接通', '无人接听', '未联系上', 'no reply', 'missed'),
      option('refused', '拒绝', 'Refused', '拒绝沟通', 'declined', 'not interested'),
      option('pending', '待跟进', 'Pending', '跟进中', 'follow up'),
      option('won', '成交', 'Won', '已成交', 'deal', 'closed'),
    ],
  },
  order_status: {
    label: { 'zh-CN': '订单状态', en: 'Order status' },
    options: [
      option('pending', '待付款', 'Pending', '未付款', 'unpaid'),
      option('paid', '已付款', 'Paid', '已支付', '待发货'),
      option('shipped', '已发货', 'Shipped', '发货', 'sent', 'in transit'),
      option('done', '完成', 'Done', '已完成', '已签收', '交易成功', 'completed', 'delivered'),
      option('returned', '退货', 'Returned', '已退货', '退款', '已退款', 'refunded'),
      option('cancelled', '取消', 'Cancelled', '已取消', '交易关闭', 'canceled', 'closed'),
    ],
  },
  order_return_reason: {
    label: { 'zh-CN': '退货原因', en: 'Return reason' },
    open: true,
    options: [
      option('quality', '质量', 'Quality', '质量问题', 'defect'),
      option('wrong_item', '发错', 'Wrong item', '发错货'),
      option('damaged', '破损', 'Damaged', '损坏', 'broken'),
      option('unwanted', '不想要', 'Unwanted', '不喜欢', '七天无理由'),
      option('other', '其他', 'Other', '其它', 'others'),
    ],
  },
  feedback_kind: {
    label: { 'zh-CN': '反馈类型', en: 'Feedback type' },
    options: [
      option('survey', '满意度', 'Survey', '满意度调查', '调查', 'rating', 'review'),
      option('suggestion', '建议', 'Suggestion', '意见'),
      option('complaint', '投诉', 'Complaint'),
      option('request', '服务请求', 'Request', '售后', '报修', 'service request', 'support'),
    ],
  },
  severity: {
    label: { 'zh-CN': '严重程度', en: 'Severity' },
    options: [
      option('high', '高', 'High', '紧急', '严重', 'urgent', 'critical'),
      option('medium', '中', 'Medium', '一般', 'mid', 'normal'),
      option('low', '低', 'Low', '轻微', 'minor'),
    ],
  },
  feedback_status: {
    label: { 'zh-CN': '处理状态', en: 'Handling' },
    options: [
      option('new', '新建', 'New', '待处理', 'open'),
      option('in_progress', '处理中', 'In progress', 'working'),
      option('solved', '已解决', 'Solved', '解决', '已处理', 'resolved', 'done'),
      option('closed', '关闭', 'Closed', '已关闭'),
    ],
    dflt: 'new',
  },
  confidence: {
    label: { 'zh-CN': '身份', en: 'Identity' },
    options: [option('verified', '已核实', 'Verified'), option('stated', '自称', 'Stated'), option('unknown', '未知', 'Unknown')],
  },
  request_action: {
    label: { 'zh-CN': '申请事项', en: 'Request' },
    options: [
      option('claim', '认领', 'Claim', '领取'),
      option('return', '退回', 'Return', '退回公海'),
      option('assign', '分配', 'Assign', '转移', 'transfer'),
      option('merge', '合并', 'Merge'),
      option('archive', '归档', 'Archive'),
      option('restore', '恢复', 'Restore'),
      option('export', '导出', 'Export'),
      option('erase', '删除个人信息', 'Erase'),
      option('edit', '修改', 'Edit', 'change'),
    ],
  },
  request_status: {
    label: { 'zh-CN': '申请状态', en: 'Decision' },
    options: [
      option('open', '待处理', 'Open', '待审批', 'pending'),
      option('approved', '已同意', 'Approved', '同意', '批准'),
      option('rejected', '已拒绝', 'Rejected', '拒绝', '驳回', 'declined'),
      option('done', '已完成', 'Done', '完成'),
    ],
    dflt: 'open',
  },
  move_kind: {
    label: { 'zh-CN': '流转类型', en: 'Move' },
    options: [
      option('new', '新增', 'New'),
      option('claim', '认领', 'Claim'),
      option('return', '退回', 'Return'),
      option('recycle', '回收', 'Recycle'),
      option('assign', '分配', 'Assign'),
      option('handover', '交接', 'Handover'),
      option('merge', '合并', 'Merge'),
    ],
  },
} as const satisfies Readonly<Record<string, EnumTemplate>>;
