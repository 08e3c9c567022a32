import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { termsStates } from '../domain/terms/terms-states';
import type { TierTerms } from '../domain/terms/tier-terms';
import { mostAtOnce, outcomes } from './desk-developers';
import { operation } from './operation';
import { namedPerson, policyAccess } from './policies';
import { duration, id, instant, line, prose } from './values';

const tag = 'Terms';
const oneTier = { tierId: id('tir') };
const count = z.int().min(0);
/** Who chooses terms: as with the words of the policy. */
export const termsAccess = policyAccess;

const days = z.int().min(0).max(730);
const offsets = z.array(days).max(30);

/** What can differ from tier to tier; everything else is the same for all. */
export const tierTerms = z
  .strictObject({
    period: duration.describe('From one due day to the next.'),
    shortPeriod: duration.describe('The same for face or sensitive data, minors, or an earlier lapse.'),
    firstDueAfter: duration.describe('From the registration of a new app until its first attestation is due.'),
    windowOpensBefore: duration.describe('Before the due day.'),
    importDueAfter: duration.describe('From a delivered invitation until an imported app is due, at least.'),
    importSpread: duration.describe('The window over which the due days of an import are spread.'),
    remindersBefore: offsets.describe('Days before the due day; 0 is the day itself.'),
    remindersAfter: offsets.describe('Days after the due day.'),
    restrictAfter: days.describe('Not before so many days after the due day.'),
    suspendAfter: days.describe('Not before so many days after the due day.'),
    revokeAfter: days.describe('Not before so many days after the due day, by a person.'),
    extensionLongest: duration,
  } satisfies Record<keyof TierTerms, z.ZodType>)
  .meta({ id: 'TierTerms' });

export const termsVersionSummary = {
  id: id('tms'),
  tierId: id('tir'),
  number: z.int().min(1).describe('Counted within the tier.'),
  state: z.enum(termsStates),
  note: z.string().describe('Why it was proposed.'),
  proposedBy: namedPerson,
  proposedAt: instant,
  approvedBy: namedPerson.nullable(),
  approvedAt: instant.nullable(),
  endedBy: namedPerson.nullable().describe('Who withdrew it, or approved the version that took its place.'),
  endedAt: instant.nullable(),
};

export const termsSummaryView = z.strictObject(termsVersionSummary).meta({ id: 'TermsVersionSummary' });

const tierSummary = {
  id: id('tir'),
  name: z.string(),
  developers: count.describe('Those that have not left.'),
  behind: count.describe('Of these: not yet by the version in force. They follow by themselves.'),
  inForce: id('tms').nullable().describe('null: the terms that the product ships with.'),
  proposed: id('tms').nullable(),
};

export const tierSummaryView = z.strictObject(tierSummary).meta({ id: 'TierSummary' });

export const tierView = z
  .strictObject({
    ...tierSummary,
    createdAt: instant,
    terms: tierTerms.describe('Those in force.'),
    shipped: tierTerms.describe('Those that hold for whoever is in no tier.'),
    versions: z.array(termsSummaryView).describe('The newest first.'),
  })
  .meta({ id: 'Tier' });

export const listTiers = operation({
  id: 'listTiers',
  method: 'get',
  path: '/v1/tiers',
  summary: 'List the tiers: groups of developers by contract, each with its terms',
  tag,
  access: { staff: staffRoles },
  responses: { 200: z.strictObject({ items: z.array(tierSummaryView).describe('By name: there are few.') }) },
  errors: [],
});

export const createTier = operation({
  id: 'createTier',
  method: 'post',
  path: '/v1/tiers',
  summary: 'Create a tier',
  description: 'It begins with the terms that the product ships with, and nobody in it.',
  tag,
  access: termsAccess,
  body: z.strictObject({ name: line(60) }),
  responses: { 201: tierView },
  errors: ['tier.exists'],
});

export const getTier = operation({
  id: 'getTier',
  method: 'get',
  path: '/v1/tiers/{tierId}',
  summary: 'Read a tier: its terms, those that the product ships with, and every version',
  tag,
  access: { staff: staffRoles },
  params: oneTier,
  responses: { 200: tierView },
  errors: ['resource.not-found'],
});

export const renameTier = operation({
  id: 'renameTier',
  method: 'patch',
  path: '/v1/tiers/{tierId}',
  summary: 'Rename a tier',
  tag,
  access: termsAccess,
  params: oneTier,
  body: z.strictObject({ name: line(60) }),
  responses: { 200: tierView },
  errors: ['resource.not-found', 'tier.exists'],
});

export const assignTier = operation({
  id: 'assignTier',
  method: 'post',
  path: '/v1/desk/tier-assignments',
  summary: 'Put developers into a tier',
  description:
    'From then on their next due day follows from its terms. Cycles that run keep the dates they were given. Each developer is decided by itself.',
  tag,
  access: termsAccess,
  body: z.strictObject({
    developerIds: z
      .array(id('dev'))
      .min(1)
      .max(mostAtOnce)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'each developer once' }),
    tierId: id('tir').nullable().describe('null: in no tier, by the terms that the product ships with.'),
  }),
  responses: { 200: outcomes(['assigned', 'unchanged', 'offboarded', 'not-found']) },
  errors: [],
});

export const proposeTerms = operation({
  id: 'proposeTerms',
  method: 'post',
  path: '/v1/tiers/{tierId}/terms',
  summary: 'Propose terms for a tier',
  description:
    'What they would move is worked out at once, for every developer of the tier. Nothing changes before somebody else approves.',
  tag,
  access: termsAccess,
  params: oneTier,
  body: z.strictObject({ terms: tierTerms, note: prose(2000).describe('Why: whoever approves reads it.') }),
  responses: { 201: termsSummaryView },
  errors: ['resource.not-found', 'terms.already-proposed'],
});
