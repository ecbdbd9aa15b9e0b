import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { authorizationsQuery, marketplacesQuery } from '../api/lookups.ts';
import type { Country } from '../api/stores.ts';
import { fieldError } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';

const none = 'none';

interface AuthorizationFieldProps {
  readonly country: Country | '';
  readonly sellerId: string;
  readonly error: string | undefined;
  readonly onChange: (change: { sellerId: string }) => void;
}

/** Offers the sellers that are authorized for the region and have no store in this country; absent without one. */
export function AuthorizationField({ country, sellerId, error, onChange }: AuthorizationFieldProps) {
  const { t, formatDate } = useI18n();
  const authorizations = useQuery(authorizationsQuery());
  const region = useQuery(marketplacesQuery).data?.items.find((marketplace) => marketplace.country === country)?.region;
  const usable = (authorizations.data?.items ?? []).filter(
    (authorization) =>
      authorization.region === region && !authorization.stores.some((store) => store.country === country),
  );
  if (usable.length === 0) return null;
  return (
    <div data-field="sellerId">
      <Picker
        label={t('add.authorization')}
        description={t('add.authorizationHint')}
        value={usable.some((authorization) => authorization.sellerId === sellerId) ? sellerId : none}
        onChange={(key) => onChange({ sellerId: key === none || key === null ? '' : String(key) })}
        {...fieldError(error)}
        styles={style({ width: 'full' })}
      >
        {[
          <PickerItem key={none} id={none}>
            {t('add.newAuthorization')}
          </PickerItem>,
          ...usable.map((authorization) => (
            <PickerItem key={authorization.sellerId} id={authorization.sellerId} textValue={authorization.sellerId}>
              <Text slot="label">{authorization.sellerId}</Text>
              <Text slot="description">
                {t('add.authorizationOf', {
                  names: authorization.stores.map(({ name }) => name).join(', '),
                  date: formatDate(authorization.expiresAt),
                })}
              </Text>
            </PickerItem>
          )),
        ]}
      </Picker>
    </div>
  );
}
