import type { en } from './en';

export const zhCn: typeof en = {
  kind: '法定豁免',
  subject: (apps, organisation, due) =>
    `法定豁免已终止${due === undefined ? '' : `，请最迟于${due}完成声明`}：${apps}（${organisation}）`,
  title: '贵方的法定豁免已终止',
  preview: (organisation) => `${organisation}：需重新声明的内容及截止日期。`,
  what: '贵方所依据的一项法定豁免已经终止。本应用须就其涵盖的内容重新作出声明，并另有准备时间。',
  early: (vendor) =>
    `${vendor}已在期满之前终止贵方所依据的一项法定豁免。本应用须就其涵盖的内容重新作出声明，并另有准备时间。`,
  itemLabel: '不再豁免的事项',
  statuteLabel: '法律依据',
  jurisdictionLabel: '法域',
  lastDayLabel: '豁免的最后一天',
  plannedLabel: '原定的最后一天',
  endedLabel: '终止时间',
  by: (vendor) => `${vendor}经办人员原话`,
  next: '请按通常的方式作出声明并签署。如仍有法律规定无需取得同意，可重新主张豁免，由审核人员决定。',
  stated: '贵方已在进行中的周期内就此作出声明，目前等待我们答复，无需再做任何操作。',
  otherwiseOnboarding: '某个应用的首次声明通过之后，才能为其签发正式密钥。',
  otherwise: '截止日期过后，我们会发出正式通知。以下措施须在该通知送达之后才能采取，且不会早于所列日期。',
};
