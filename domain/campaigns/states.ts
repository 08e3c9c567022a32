import { AvowError } from '../errors';

export const campaignStates = [
  'draft',
  'examining',
  'examined',
  'proposed',
  'running',
  'paused',
  'finished',
  'cancelled',
] as const;
/** Whose turn it is: the author's, the what-if's, the author's again, the second person's, the walk's, whoever paused it. */
export type CampaignState = (typeof campaignStates)[number];

export const campaignChanges = [
  'drafted',
  'changed',
  'examining',
  'examined',
  'proposed',
  'started',
  'paused',
  'resumed',
  'cancelled',
  'finished',
] as const;
export type CampaignChange = (typeof campaignChanges)[number];

/** From which states each change leads where. */
export const campaignSteps = {
  changed: { from: ['draft', 'examining', 'examined'], to: 'draft' },
  examining: { from: ['draft', 'examined'], to: 'examining' },
  examined: { from: ['examining'], to: 'examined' },
  proposed: { from: ['examined'], to: 'proposed' },
  started: { from: ['proposed'], to: 'running' },
  paused: { from: ['running'], to: 'paused' },
  resumed: { from: ['paused'], to: 'running' },
  cancelled: { from: ['draft', 'examining', 'examined', 'proposed', 'running', 'paused'], to: 'cancelled' },
  finished: { from: ['running'], to: 'finished' },
} as const satisfies Partial<Record<CampaignChange, { from: readonly CampaignState[]; to: CampaignState }>>;
export type CampaignStep = keyof typeof campaignSteps;

/** Whether a campaign in this state can take the step. */
export function mayTake(state: CampaignState, step: CampaignStep): boolean {
  return (campaignSteps[step].from as readonly CampaignState[]).includes(state);
}

/** The state after a step. Throws `campaign.not-possible` where it does not lead from this one. */
export function stateAfter(state: CampaignState, step: CampaignStep): CampaignState {
  if (mayTake(state, step)) return campaignSteps[step].to;
  throw new AvowError('campaign.not-possible', refusals[step], [], { state });
}

const refusals: Readonly<Record<CampaignStep, string>> = {
  changed: 'Only a campaign that was not proposed yet can be changed. Draft another one.',
  examining: 'What would happen is worked out for a draft only, once at a time. Reload to see where it stands.',
  examined: 'Nothing is being worked out for this campaign.',
  proposed: 'Work out first what would happen, and look at it: only then can a second person be asked.',
  started: 'Only a campaign that somebody has proposed can be started, and once.',
  paused: 'Only a campaign that runs can be paused.',
  resumed: 'Only a campaign that is paused can be resumed.',
  cancelled: 'This campaign has ended already.',
  finished: 'This campaign does not run.',
};
