import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  pages: '组织信息的各部分',
  page: {
    profile: '基本资料',
    contacts: '联系人',
    apps: '应用',
    delegations: '代理机构',
    sessions: '我的登录会话',
    ending: '终止使用',
  },
  title: '组织信息',
  lead: '提供方处登记的 {{name}} 的资料，以及计算日期的依据。',
  legalName: '法定名称',
  legalNameHelp: '即提供方处登记的名称，将用于通知和证书。',
  legalNameMissing: '法定名称不能为空。',
  country: '国家或地区',
  countryHelp: '整改期限按该地的工作日历计算。',
  timeZone: '时区',
  timeZoneHelp: '每日以该时区的午夜为止。已确定的日期不受更改影响。',
  language: '语言',
  languageHelp: '用于面向整个组织的文书。每位联系人另有各自的语言。',
  languages: { en: 'English', 'zh-CN': '简体中文' },
  save: '保存',
  saved: '资料已保存。',
  unchanged: '没有更改。',
  facts: {
    title: '登记信息',
    id: '编号',
    enrolledAt: '登记时间',
    anchorOn: '截止日的起算日',
    noAnchor: '首次声明被接受时确定',
    offboardedAt: '终止时间',
  },
  offboarded: 'SDK 的使用已终止，不能再作更改。',
};
