// Words the sample's ordinary customers are made of; every person and brand is invented.
import type { Text } from '../../template/types';

type Words = readonly [Text, ...Text[]];

const word = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

export const surnames: Words = [
  word('王', 'Wang'),
  word('李', 'Li'),
  word('刘', 'Liu'),
  word('杨', 'Yang'),
  word('黄', 'Huang'),
  word('吴', 'Wu'),
  word('徐', 'Xu'),
  word('马', 'Ma'),
  word('朱', 'Zhu'),
  word('胡', 'Hu'),
  word('郭', 'Guo'),
  word('高', 'Gao'),
  word('罗', 'Luo'),
  word('梁', 'Liang'),
  word('宋', 'Song'),
  word('郑', 'Zheng'),
];

export const givenNames: Words = [
  word('晓峰', 'Xiaofeng'),
  word('雨桐', 'Yutong'),
  word('浩然', 'Haoran'),
  word('文博', 'Wenbo'),
  word('佳琪', 'Jiaqi'),
  word('海燕', 'Haiyan'),
  word('立新', 'Lixin'),
  word('雪梅', 'Xuemei'),
  word('思远', 'Siyuan'),
  word('欣怡', 'Xinyi'),
  word('志强', 'Zhiqiang'),
  word('丽娟', 'Lijuan'),
  word('子涵', 'Zihan'),
  word('明轩', 'Mingxuan'),
  word('春华', 'Chunhua'),
  word('梓萱', 'Zixuan'),
  word('凯', 'Kai'),
  word('婷', 'Ting'),
];

export interface Place {
  readonly province: Text;
  readonly city: Text;
}

export const places: readonly [Place, ...Place[]] = [
  { province: word('浙江', 'Zhejiang'), city: word('杭州', 'Hangzhou') },
  { province: word('浙江省', 'Zhejiang'), city: word('宁波市', 'Ningbo') },
  { province: word('江苏', 'Jiangsu'), city: word('苏州', 'Suzhou') },
  { province: word('江苏省', 'Jiangsu'), city: word('南京', 'Nanjing') },
  { province: word('广东', 'Guangdong'), city: word('深圳', 'Shenzhen') },
  { province: word('广东省', 'Guangdong'), city: word('广州市', 'Guangzhou') },
  { province: word('福建', 'Fujian'), city: word('厦门', 'Xiamen') },
  { province: word('四川', 'Sichuan'), city: word('成都', 'Chengdu') },
  { province: word('湖北', 'Hubei'), city: word('武汉', 'Wuhan') },
];

export const brands: Words = [
  word('恒远', 'Hengyuan'),
  word('佳禾', 'Jiahe'),
  word('睿思', 'Ruisi'),
  word('青禾', 'Qinghe'),
  word('宏图', 'Hongtu'),
  word('锦程', 'Jincheng'),
  word('博雅', 'Boya'),
  word('海蓝', 'Hailan'),
  word('天工', 'Tiangong'),
  word('蓝湖', 'Lanhu'),
  word('云杉', 'Yunshan'),
  word('启明', 'Qiming'),
];

export const trades: Words = [
  word('贸易', 'Trading'),
  word('食品', 'Foods'),
  word('机械', 'Machinery'),
  word('纺织', 'Textiles'),
  word('电子', 'Electronics'),
  word('物流', 'Logistics'),
  word('教育', 'Education'),
  word('咨询', 'Consulting'),
  word('餐饮', 'Catering'),
  word('医疗', 'Medical'),
];

export const legalForms: Words = [word('有限公司', 'Co., Ltd.'), word('股份有限公司', 'Inc.'), word('', '')];

export const titles: Words = [
  word('采购经理', 'Purchasing manager'),
  word('总经理', 'General manager'),
  word('店长', 'Shop manager'),
  word('运营主管', 'Head of operations'),
  word('财务', 'Accountant'),
];

export const needs: Words = [
  word('三家门店要换收银机，先试一台', 'Three shops need new tills, one to try first'),
  word('仓库扫码太慢，想看新款', 'Scanning in the warehouse is too slow, wants to see the new model'),
  word('每月固定采购标签纸', 'Buys labels every month'),
  word('需要开专票，账期 30 天', 'Needs invoices with VAT and 30 days to pay'),
  word('关注售后响应时间', 'Asks how fast after-sales answers'),
];

export const nextActions: Words = [
  word('确认报价，问交期', 'Confirm the quote, ask about delivery'),
  word('寄样品后回访', 'Ask about the sample sent'),
  word('发新版合同', 'Send the new contract'),
  word('约上门演示', 'Arrange a demonstration'),
  word('跟进付款', 'Follow up on payment'),
  word('首次联系', 'First contact'),
];

export const tags: Words = [
  word('外贸；月结', 'export; monthly billing'),
  word('连锁', 'chain'),
  word('老板直签，价格敏感', 'owner decides, price sensitive'),
  word('样品已寄', 'sample sent'),
];

export const summaries: Words = [
  word('介绍了新款打印机，对方要先看样机', 'Showed the new printer; wants to see it running first'),
  word('核对上月订单，数量无误', 'Checked the order of last month; quantities are right'),
  word('对方在开会，约好下午再打', 'In a meeting; call again in the afternoon'),
  word('谈到账期，希望 30 天', 'Talked about terms; hopes for 30 days'),
  word('回访使用情况，一切正常', 'Asked how it runs; all well'),
  word('发了报价单，等老板审批', 'Sent the quote; the boss has to approve'),
  word('现场看了仓库，需要 6 把扫码枪', 'Saw the warehouse; six scanners are needed'),
];

export const opinions: Words = [
  word('送货准时，包装完好', 'Delivered on time, well packed'),
  word('标签纸有一卷受潮', 'One roll of labels was damp'),
  word('希望增加夜间客服', 'Would like support in the evening'),
  word('打印机偶尔卡纸，请派人看看', 'The printer jams now and then, please send somebody'),
  word('安装师傅很专业', 'The technician knew his job'),
];
