import type { en } from './en';

const ahead = (count: number) => `14 天内可能暂停 ${count} 个应用`;
const counted = (words: string) => (count: number) => `${words}（${count}）`;

export const zhCn: typeof en = {
  standings: {
    onboarding: '接入中',
    active: '正常',
    due: '待声明',
    grace: '宽限期',
    restricted: '受限',
    suspended: '已暂停',
    revoked: '已吊销',
    offboarded: '已终止合作',
  },
  kind: '每日摘要',
  subject: (day, waiting, suspensions) => `${day}工作台摘要：待处理 ${waiting} 项，即将暂停 ${suspensions} 个应用`,
  title: (day) => `您的工作台：${day}`,
  preview: (waiting, suspensions) => `待您处理 ${waiting} 项；${ahead(suspensions)}。`,
  intro: (waiting, suspensions) => `待您处理 ${waiting} 项；${ahead(suspensions)}。`,
  quiet: '没有待您处理的事项，近期也没有即将暂停的应用。',
  times: (zone) => `以下时间均为${zone}。`,
  button: '打开工作台',
  more: (count) => `另有 ${count} 项，请在工作台中查看。`,
  suspensions: { heading: counted('未来 14 天内可能暂停'), none: '无：未来 14 天内没有正式密钥会被暂停。' },
  suspends: (moment) => `最早暂停时间：${moment}`,
  liveKeys: (count) => `将停用 ${count} 个正式密钥`,
  reviews: { heading: counted('待审核，最早的在前'), none: '无：所有提交均已答复。' },
  submitted: (moment) => `提交时间：${moment}`,
  waits: (days, isOverdue) => `已等待 ${days} 个工作日${isOverdue ? '，超出服务时限' : ''}`,
  exemptions: { heading: counted('待决定的法定豁免'), none: '无：没有待决定的法定豁免。' },
  appeals: { heading: counted('待答复的申诉'), none: '无：所有申诉均已有决定。' },
  filed: (moment) => `申诉时间：${moment}`,
  findings: { heading: counted('问题的答复'), none: '无：所有答复均已有决定。' },
  answered: (moment) => `答复时间：${moment}`,
  extensions: { heading: counted('延期申请'), none: '无：所有申请均已答复。' },
  requested: (moment) => `申请时间：${moment}`,
  until: (day) => `申请延至${day}`,
  bounced: { heading: counted('未能送达的通知'), none: '无：所有通知均已送达。' },
  bouncedAt: (moment) => `退信时间：${moment}`,
  notStarted: { heading: counted('即将到期但尚未开始'), none: '无：即将到期的开发者均已开始。' },
  standingsHeading: '各状态的应用数',
};
