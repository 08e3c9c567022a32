import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '记录',
  lead: '证明任何过往日期何人声明了何事，以及某一开发者的全部声明、邮件与决定。',
  population: {
    title: '某日的总体情况',
    what: '以提供方所在时区当日结束时为准，包含届时已登记的全部应用及其状态。',
    on: '日期',
    statements: '何人以何措辞声明（CSV）',
    unattested: '无有效声明的小时数及原因（CSV）',
    report: '报告（PDF）',
    large: '数据量较大时需要一些时间：文件边读取边下载。',
  },
  pack: {
    title: '开发者的证据包',
    what: '一份 ZIP，包含封存的声明记录和签名回执、证据文件、每封已发邮件的原文、各项暂停，以及带哈希链的决定日志和对其末条的签名证明。其中的 README.txt 说明如何不经我方自行核验。',
    developer: '开发者',
    download: '证据包（ZIP）',
    choose: '请选择一个开发者。',
  },
};
