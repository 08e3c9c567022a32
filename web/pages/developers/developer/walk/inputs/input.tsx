import { ChoiceInput, ChoicesInput, CountryInput, SeveralInput, YesNoInput } from './choice-inputs';
import { EvidenceInput } from './evidence-input';
import type { InputProps } from './input-props';
import { PathInput, PlaceInput } from './path-inputs';
import { CountInput, DateInput, LineInput, LinesInput } from './plain-inputs';
import { PrivacySettingInput } from './privacy-setting-input';
import { PurposesInput } from './purposes-input';
import { GroupInput, TableInput } from './table-input';

/** The input for a field, by its kind: the catalogue says what is asked, this says how it is answered. */
export function Input({ field, ...props }: InputProps) {
  switch (field.kind) {
    case 'text':
    case 'url':
      return <LineInput field={field} {...props} />;
    case 'longText':
      return <LinesInput field={field} {...props} />;
    case 'choice':
      return <ChoiceInput field={field} {...props} />;
    case 'choices':
      return field.slug === 'purposes' ? (
        <PurposesInput field={field} {...props} />
      ) : (
        <ChoicesInput field={field} {...props} />
      );
    case 'yesNo':
      return <YesNoInput field={field} {...props} />;
    case 'number':
      return <CountInput field={field} {...props} />;
    case 'date':
      return <DateInput field={field} {...props} />;
    case 'country':
      return <CountryInput field={field} {...props} />;
    case 'countries':
    case 'languages':
      return <SeveralInput field={field} {...props} />;
    case 'path':
      return <PathInput field={field} {...props} />;
    case 'place':
      return <PlaceInput field={field} {...props} />;
    case 'evidence':
      return <EvidenceInput field={field} {...props} />;
    case 'json':
      return <PrivacySettingInput field={field} {...props} />;
    case 'group':
      return <GroupInput field={field} {...props} />;
    case 'table':
      return <TableInput field={field} {...props} />;
  }
}
