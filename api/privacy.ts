import { z } from 'zod';
import { operation } from './operation';
import { day, language } from './values';

export const getPrivacyNotice = operation({
  id: 'getPrivacyNotice',
  method: 'get',
  path: '/v1/privacy-notice',
  summary: "Avow's own privacy notice",
  description: 'What Avow itself keeps about the people who use it. Shown before sign-in.',
  tag: 'Privacy',
  access: { public: true },
  query: { language: language.default('en') },
  responses: {
    200: z
      .strictObject({
        language,
        effectiveOn: day,
        title: z.string(),
        sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
      })
      .meta({ id: 'PrivacyNotice' }),
  },
  errors: [],
});
