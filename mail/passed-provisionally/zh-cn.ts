import type { en } from './en';

export const zhCn: typeof en = {
  kind: '审核',
  subject: (apps, organisation) => `已临时通过：${apps}的声明（${organisation}）`,
  title: '在我们答复之前，贵方的声明临时通过',
  preview: (vendor, organisation) => `${organisation}：${vendor}尚未答复，贵方无需操作。`,
  what: (vendor) => `贵方已提交完整的声明，${vendor}尚未答复。延误不在贵方，因此下列应用临时通过。`,
  means: '在答复之前，这些应用视为正常：正式密钥可用，不受限制，期限也不计算。',
  next: '贵方无需操作。如有项目被退回，我们会说明是哪一项及原因，并在通知后重新计算期限。',
};
