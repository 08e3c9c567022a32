import type { en } from './en';

export const zhCn: typeof en = {
  kind: '法定豁免',
  subject: (apps, organisation, ends) =>
    `法定豁免${ends === undefined ? '即将终止' : `将于${ends}终止`}：${apps}（${organisation}）`,
  title: (ends) => (ends === undefined ? '贵方的法定豁免即将终止' : `贵方的法定豁免将于${ends}终止`),
  preview: (organisation) => `${organisation}：之后需重新声明的内容及截止日期。`,
  what: '贵方所依据的一项法定豁免即将终止。终止之后，本应用须就其涵盖的内容重新作出声明。',
  itemLabel: '豁免事项',
  statuteLabel: '法律依据',
  jurisdictionLabel: '法域',
  endsLabel: '豁免终止日期（当天结束）',
  dueLabel: '须完成声明的日期（当天结束前）',
  until: '豁免终止之前无需任何操作，但请利用这段时间做好准备：',
  state: '届时应已取得最终用户的同意，以便作出声明。',
  claim: '如在该日之后仍有法律规定无需取得同意，可在重新要求声明时再次主张豁免。',
};
