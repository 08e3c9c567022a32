import type { en } from './en';

export const zhCn: typeof en = {
  otherLanguage: 'English',
  api: 'API 文档',
  privacy: '隐私声明',
  start: '首页',
  signIn: {
    title: '登录',
    what: '我们会将登录链接发送至您的邮箱，无需密码。',
    email: '您的邮箱地址',
    emailHint: '请填写贵组织或提供方登记的邮箱地址。',
    emailFault: '请填写有效的邮箱地址，例如 name@example.com。',
    send: '发送登录链接',
    faultMark: '填写有误：',
  },
  sent: {
    title: '请查收邮件',
    what: '如果该地址已在此登记，登录链接正在发送。链接 15 分钟内有效，仅可使用一次。',
    sameBrowser: '请在本浏览器中打开链接，登录后将回到您要查看的页面。',
    nothing: '两分钟后仍未收到邮件？',
    nothingHints: [
      '请查看垃圾邮件文件夹。',
      '请核对地址：只有贵组织或提供方登记过的地址才会收到链接。',
      '可在下方重新获取链接。之前的链接在有效期内仍可使用。',
    ],
  },
  confirm: {
    title: '登录',
    what: '还差一步。点击按钮即可在本设备上登录，并确认该邮箱属于您。',
    why: '仅打开链接不会登录，因为检查邮件的程序也会打开链接。',
    button: '登录',
  },
  confirmAddress: {
    title: '确认您的邮箱地址',
    what: '您已被登记为接收提供方 SDK 相关邮件的联系人。点击按钮即可确认您能在此邮箱收到邮件。',
    button: '确认该地址',
  },
  confirmed: {
    title: '您的邮箱地址已确认',
    what: '谢谢。相关邮件将发送至该邮箱。您是仅接收邮件的联系人，无需登录，可以关闭本页面。',
  },
  signedIn: {
    title: '您已登录',
    what: '您已在本设备上登录，无需再获取链接。',
    go: '继续',
  },
  privacyFirst: '登录之前，您可以先阅读',
  privacyWhat: 'Avow 保存哪些有关您的信息',
  inbox: '您正在本机试用 Avow。邮件不会发往外部，请',
  inboxLink: '在收件箱中查看',
  effective: (day) => `自 ${day} 起生效`,
  problem: {
    'sign-in.link-expired': {
      title: '链接已过期',
      what: '为防止旧邮件被他人利用，链接仅在 15 分钟内有效。您的内容不会丢失，请在此重新获取链接。',
    },
    'sign-in.link-used': {
      title: '链接已被使用',
      what: '每个链接只能使用一次。您的内容不会丢失，请在此重新获取链接。',
    },
    'request.rate-limited': {
      title: '尝试次数过多',
      what: '请稍后再试。已发送给您的链接在此期间仍可使用。',
    },
    'access.csrf': {
      title: '该请求并非来自我们的页面',
      what: '未作任何更改。请从登录页面重新开始。',
    },
    'database.unavailable': {
      title: '暂时无法读取记录',
      what: '未作任何更改。请稍后重试。',
    },
    'route.not-found': {
      title: '该地址没有页面',
      what: '地址有误，或页面已移动。请从首页开始。',
    },
    other: {
      title: '操作未成功',
      what: '问题出在我们这边。请重试；如仍无法解决，请告知您在提供方的联系人。',
    },
  },
  wait: (seconds) => (seconds < 90 ? `${seconds} 秒后可重试。` : `${Math.ceil(seconds / 60)} 分钟后可重试。`),
  reference: (id) => `如需协助，请提供此编号：${id}`,
};
