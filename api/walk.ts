import { z } from 'zod';
import { walkSteps } from '../domain/lifecycle/state';
import { developerRoles } from '../domain/permissions';
import { operation } from './operation';
import { id } from './values';

const step = z.enum(walkSteps);

export const enterStep = operation({
  id: 'enterStep',
  method: 'post',
  path: '/v1/developers/{developerId}/apps/{appId}/walk',
  summary: 'Enter a step of the walk',
  description:
    'law, notice, consent, rights, review, sign. The first entry is remembered; entering again changes nothing.',
  tag: 'Drafts',
  access: { developer: developerRoles },
  params: { developerId: id('dev'), appId: id('app') },
  body: z.strictObject({ step }),
  responses: {
    200: z
      .strictObject({
        appId: id('app'),
        step: step.describe('Where the developer stands: the step entered last for the first time.'),
        steps: z.array(step).describe('Every step entered in this cycle.'),
      })
      .meta({ id: 'Walk' }),
  },
  errors: ['resource.not-found', 'app.retired', 'submission.nothing-outstanding', 'developer.offboarded'],
});
