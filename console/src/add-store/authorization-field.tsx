import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { authorizationsQuery, marketplacesQuery } from '../api/look-ups.ts';
import type { Country } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';

const none = 'none';

interface AuthorizationFieldProps {
  readonly country: Country | '';
  readonly sellerId: string;
  readonly mistake: string | undefined;
  readonly onChange: (change: { sellerId: string }) => void;
}

/** Offers sellers who agreed for the region already and have no store in this country; without one it is not there. */
export function AuthorizationField({ country, sellerId, mistake, onChange }: AuthorizationFieldProps) {
  const { say, day } = useWords();
  const authorizations = useQuery(authorizationsQuery());
  const region = useQuery(marketplacesQuery).data?.items.find((each) => each.country === country)?.region;
  const usable = (authorizations.data?.items ?? []).filter(
    (each) => each.region === region && !each.stores.some((store) => store.country === country),
  );
  if (usable.length === 0) return null;
  return (
    <div data-field="sellerId">
      <Picker
        label={say('add.authorization')}
        description={say('add.authorizationHint')}
        value={usable.some((each) => each.sellerId === sellerId) ? sellerId : none}
        onChange={(key) => onChange({ sellerId: key === none || key === null ? '' : String(key) })}
        isInvalid={mistake !== undefined}
        errorMessage={mistake}
        styles={style({ width: 'full' })}
      >
        {[
          <PickerItem key={none} id={none}>
            {say('add.newAuthorization')}
          </PickerItem>,
          ...usable.map((each) => (
            <PickerItem key={each.sellerId} id={each.sellerId} textValue={each.sellerId}>
              <Text slot="label">{each.sellerId}</Text>
              <Text slot="description">
                {say('add.authorizationOf', {
                  names: each.stores.map(({ name }) => name).join(', '),
                  date: day(each.expiresAt),
                })}
              </Text>
            </PickerItem>
          )),
        ]}
      </Picker>
    </div>
  );
}
