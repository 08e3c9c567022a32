import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  signatory: '只有贵组织的签署人可以办理。',
  developer: '只有该开发者的签署人可以办理。',
  vendor: '只有提供方可以办理。',
  agency: '代理机构不能办理此事项，须由该开发者的签署人办理。',
  scope: '贵机构的委托范围不包括此事项。',
  mandate: '贵机构须先有授权书存档。请由该开发者的签署人上传。',
};
