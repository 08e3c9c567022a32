import type { CertificateWords } from './words';

/** What a certificate says in Simplified Chinese. */
export const zhCn: CertificateWords = {
  titles: {
    checking: '声明记录',
    'in-review': '声明记录',
    accepted: '声明证书',
    returned: '声明记录',
    ended: '声明记录',
  },
  kind: '开发者隐私义务',
  subtitle: (product, vendor) => `依据${vendor} SDK 隐私政策“特别说明”第 3 条，就使用 ${product} 所作`,
  states: {
    checking: '已签署。自动检查正在进行，尚未被接受。',
    'in-review': '已签署。提供方正在审核，尚未被接受。',
    provisional: '已签署。在提供方完成审核之前，该应用暂时视为通过。',
    accepted: (at) => `已于${at}被接受。`,
    covered: (day) => `有效期至${day}当天结束。`,
    returned: '已退回开发者：至少一项陈述须重新作出。',
    ended: '该应用在得到答复之前已停用。',
  },
  statementStates: {
    open: '待声明',
    submitted: '审核中',
    returned: '已退回',
    accepted: '已接受',
    exempt: '依法豁免',
    superseded: '已被取代',
  },
  labels: {
    organisation: '开发者',
    app: '应用',
    reference: '编号',
    signedAt: '签署时间',
    signedBy: '签署人',
    agency: '依授权委托书代表签署',
    catalogue: '所依据义务的发布日期',
    signature: '签署编号',
  },
  signer: (name, title) => `${name}（${title}）`,
  erased: (commitment) => `姓名已应请求删除。其承诺值：${commitment}`,
  agencyUntil: (name, day) => `${name}（委托有效期至${day}当天结束）`,
  statements: {
    title: '声明内容',
    obligation: '义务',
    state: '状态',
    hash: '封存记录的 SHA-256',
    clauses: (title, clauses) => `${title}（第 ${clauses.join('、')} 条）`,
    decided: (state, day) => `${state}\n${day}`,
  },
  verify: {
    title: '如何验证',
    words: (keys) =>
      `本页供阅读。证明该声明的是其签名回执，即载有所签署文字和以上每份封存记录哈希值的 JWS（ES256）。任何人都可以用公钥离线验证，公钥公布于：${keys}`,
    where: (page) => `回执及最新状态：${page}`,
  },
  annex: {
    title: '所签署的文字',
    whole: '与签署时完全一致。',
    part: '以下为就该应用所签署的陈述，与签署时完全一致。同一次签署涉及多个应用，全部文字见回执。',
    language: { en: '以英文签署。', 'zh-CN': '以中文签署。' },
  },
  footer: (reference, madeAt) => `${reference} · 截至${madeAt}`,
  pages: (page, count) => `第 ${page} 页，共 ${count} 页`,
};
