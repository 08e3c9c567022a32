import type { SameWords } from '../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '措施执行',
  navigation: {
    label: '措施执行',
    ahead: '即将执行',
    holds: '搁置与冻结日',
    releases: '放行',
    wrongful: '错误措施',
  },
  lead: '如无人采取行动，未来数日内将受限或被暂停的应用，以及受影响的规模。查看本页不会触发任何措施。',
  budget: {
    title: '执行额度',
    spent: '自 <since/> 起已使用 {{spent}} 个应用，共 {{apps}} 个',
    left: '本时段还剩 {{left}} 个。',
    waiting_other: '额度已用完：{{count}} 个步骤等待放行',
    alerted: '已于 <at/> 通知主管。请先确认原因是否在我方，再选出应当执行的步骤，由另一人放行。',
    see: '查看等待中的步骤',
    none: '没有等待放行的步骤。',
    held: '已对所有开发者搁置措施：不会有任何应用受限或被暂停。',
    seeHolds: '查看搁置',
  },
  ahead: { label: '查看范围', P1D: '1 天', P3D: '3 天', P7D: '7 天', P14D: '14 天', P30D: '30 天' },
  totals: {
    apps_other: '{{count}} 个应用',
    developers_other: '{{count}} 个开发者',
    keys_other: '{{count}} 个正式密钥',
    traffic_other: '过去 24 小时验证 {{count}} 次',
  },
  leftOff_other: '数量过多，有 {{count}} 个开发者未纳入。请缩小查看范围。',
  none: '没有即将执行的措施',
  noneWhat: '在此期间不会有应用受限或被暂停。',
  column: { choose: '选择', when: '时间', app: '应用', step: '措施', keys: '正式密钥', traffic: '24 小时验证' },
  step: { restrict: '限制', suspend: '暂停' },
  waits: { budget: '等待额度', hold: '已搁置', now: '现在等待' },
  keysMore: '另有 {{count}} 个',
  chooseOne: '选择 {{developer}} 的 {{app}}',
  chooseAll: '选择所有等待额度的步骤',
  propose: {
    label_other: '提议放行 {{count}} 个步骤',
    none: '请选择等待额度的步骤。',
    what: '现在不会执行：须由另一位主管或管理员确认此名单。时段、通知和搁置仍照常约束每个步骤。',
    reason: '说明这些步骤为何正确，其他人会看到。',
    done: '已提议，现须由另一人确认。',
  },
};
