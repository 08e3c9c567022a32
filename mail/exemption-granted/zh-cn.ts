import type { en } from './en';

export const zhCn: typeof en = {
  kind: '法定豁免',
  subject: (apps, organisation, ends) =>
    `法定豁免已获认可${ends === undefined ? '' : `，有效期至${ends}`}：${apps}（${organisation}）`,
  title: (ends) => (ends === undefined ? '贵方的法定豁免已获认可' : `贵方的法定豁免已获认可，有效期至${ends}`),
  preview: (organisation) => `${organisation}：哪一项无需声明、依据哪部法律、至何时为止。`,
  what: (vendor) =>
    `${vendor}已认可贵方主张的法定豁免。在豁免有效期内，本应用无需就其涵盖的内容作出声明；其余义务不受影响，仍须照常声明。`,
  itemLabel: '豁免事项',
  statuteLabel: '法律依据',
  jurisdictionLabel: '法域',
  askedLabel: '贵方主张至',
  endsLabel: '豁免终止日期（当天结束）',
  shorter: '认可的期限短于贵方所主张的期限。',
  afterwards:
    '终止日期之前，我们会发邮件提醒。豁免终止后，该项义务会重新要求声明，并另行通知、另定截止日期；届时贵方可以作出声明，也可以重新主张豁免。',
  changes: '如在此之前法律发生变化，或该法律不再适用于本应用，请告知我们，豁免将提前终止。',
};
