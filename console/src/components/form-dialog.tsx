import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Footer, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import type { ReactNode } from 'react';
import { useI18n } from '../messages/use-i18n.ts';
import { ErrorAlert } from './error-alert.tsx';
import { WorkingButton } from './working-button.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly size?: 'M' | 'L';
  readonly submitLabel: string;
  /** Deletes something: the dialog and its button say so. */
  readonly isDestructive?: boolean;
  readonly canSubmit?: boolean;
  readonly isSubmitting: boolean;
  readonly onSubmit: (close: () => void) => void;
  /** Why the last submission failed, unless the fields show it. */
  readonly error: unknown;
  readonly errorTitle?: string;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A form in a dialog. What was typed stays, whatever goes wrong. */
export function FormDialog({
  title,
  size = 'M',
  submitLabel,
  isDestructive = false,
  canSubmit = true,
  isSubmitting,
  onSubmit,
  error,
  errorTitle,
  footer,
  children,
}: FormDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog size={size} role={isDestructive ? 'alertdialog' : 'dialog'}>
      {({ close }) => {
        const submit = () => {
          if (canSubmit && !isSubmitting) onSubmit(close);
        };
        return (
          <>
            <Heading slot="title">{title}</Heading>
            <Content>
              <Form
                validationBehavior="aria"
                onSubmit={(event) => {
                  event.preventDefault();
                  submit();
                }}
              >
                {Boolean(error) && <ErrorAlert error={error} title={errorTitle} />}
                {children}
                <button type="submit" hidden aria-hidden="true" />
              </Form>
            </Content>
            {footer && <Footer>{footer}</Footer>}
            <ButtonGroup>
              <Button variant="secondary" onPress={close}>
                {t('action.cancel')}
              </Button>
              <WorkingButton
                variant={isDestructive ? 'negative' : 'accent'}
                label={submitLabel}
                isDisabled={!canSubmit}
                isWorking={isSubmitting}
                onPress={submit}
              />
            </ButtonGroup>
          </>
        );
      }}
    </Dialog>
  );
}
