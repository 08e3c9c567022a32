import { z } from 'zod';
import { catalogueVersions } from '../domain/catalogue';
import { obligations } from '../domain/obligations';
import { sdkProducts } from '../domain/products';
import { developerReaders } from './access';
import { operation } from './operation';

const text = z.strictObject({ en: z.string(), 'zh-CN': z.string() }).meta({ id: 'Text' });

const field = z
  .looseObject({ kind: z.string(), slug: z.string(), label: text })
  .describe('What is asked; what else it has depends on its kind.')
  .meta({ id: 'CatalogueField' });

export const catalogueView = z
  .strictObject({
    version: z.string(),
    isCurrent: z.boolean(),
    versions: z.array(z.string()).describe('Every version there is, oldest first.'),
    products: z.array(
      z.strictObject({
        slug: z.enum(sdkProducts),
        name: text,
        aliases: z.array(z.string()),
        obligations: z.array(
          z.strictObject({
            slug: z.enum(obligations),
            clauses: z.array(z.string()),
            clauseText: z.array(z.string()).describe('Word for word, in the language of the policy.'),
            title: text,
            statement: text.describe('Exactly what is stated.'),
            alternatives: z
              .array(z.strictObject({ when: z.unknown(), statement: text }))
              .describe('What is stated instead when a condition holds.'),
            help: z.strictObject({ explanation: text, good: text, bad: text }),
            fields: z.array(field),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Catalogue' });

export const getCatalogue = operation({
  id: 'getCatalogue',
  method: 'get',
  path: '/v1/catalogue',
  summary: 'What is asked of whom, in which words',
  description: 'The current version, or one that a running cycle has kept.',
  tag: 'Catalogue',
  access: developerReaders,
  query: {
    version: z
      .string()
      .max(40)
      .refine((version) => catalogueVersions.includes(version), {
        message: `there is no such version; there are ${catalogueVersions.join(', ')}`,
      })
      .optional(),
    product: z.enum(sdkProducts).optional(),
    obligation: z.enum(obligations).optional(),
  },
  responses: { 200: catalogueView },
  errors: [],
});
