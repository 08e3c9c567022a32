import type { Choice } from '../catalogue/field';
import { text } from '../catalogue/text';

/** The purposes that the policy names: service offering, and no other. */
export const purposes: readonly Choice[] = [{ value: 'service-offering', label: text('Service offering', '提供服务') }];
