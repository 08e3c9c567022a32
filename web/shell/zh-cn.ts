import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  product: 'Avow',
  skip: '跳至正文',
  menu: '菜单',
  portalNavigation: '本组织的页面',
  deskNavigation: '工作台页面',
  signOut: '退出登录',
  otherLanguage: 'English',
  organisation: '组织',
  organisations: '全部组织',
  desk: '工作台',
  apiDocs: 'API 文档',
  privacy: '隐私声明',
  loading: '正在加载……',
  navigation: {
    actions: '待办事项',
    status: '状态',
    keys: 'SDK 密钥',
    organisation: '组织信息',
    today: '今日',
    developers: '开发者',
    reviews: '审核',
    enforcement: '措施执行',
    legal: '法务',
    closed: '您的角色无权查看',
  },
  failure: {
    again: '重试',
    home: '返回首页',
    reference: '如需协助，请提供此编号：{{instance}}',
    missing: { title: '此处没有可供您查看的内容', what: '地址有误，或其属于您当前登录身份之外的其他组织。' },
    forbidden: { title: '您的角色无此权限', what: '贵组织中拥有相应角色的人员可以办理。服务器的说明：' },
    offline: { title: '无法连接服务器', what: '请检查网络连接后重试。已保存的内容不会丢失。' },
    other: { title: '操作未成功', what: '问题出在我们这边。请重试；如仍无法解决，请告知您在提供方的联系人。' },
  },
};
