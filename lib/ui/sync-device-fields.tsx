/** What is asked of each device that joins: its name, and what goes along. */
import type { SyncChoice } from '@/lib/core/sync.ts';
import { OptionSwitch } from './option-switch.tsx';
import { SyncField } from './sync-field.tsx';
import { LONGEST_NAME } from './sync-props.ts';
import { t } from './text.ts';

export type DeviceDraft = { readonly name: string; readonly choice: SyncChoice };

type DeviceFieldsProps = { readonly draft: DeviceDraft; readonly onDraft: (change: Partial<DeviceDraft>) => void };

export const DeviceFields = ({ draft: { name, choice }, onDraft }: DeviceFieldsProps) => (
  <>
    <SyncField
      label={t('syncDeviceName')}
      value={name}
      onValue={(next) => onDraft({ name: next })}
      help={t('syncDeviceNameHelp')}
      maxLength={LONGEST_NAME}
    />
    <SyncChoices choice={choice} onChoose={(next) => onDraft({ choice: next })} />
  </>
);

type SyncChoicesProps = { readonly choice: SyncChoice; readonly onChoose: (choice: SyncChoice) => void };

export const SyncChoices = ({ choice, onChoose }: SyncChoicesProps) => (
  <div class="choices">
    <OptionSwitch
      on={choice.settings}
      label={t('syncSettings')}
      text={t('syncSettingsText')}
      onSwitch={(settings) => onChoose({ ...choice, settings })}
    />
    <OptionSwitch
      on={choice.allTexts}
      label={t('syncTexts')}
      text={t('syncTextsText')}
      onSwitch={(allTexts) => onChoose({ ...choice, allTexts })}
    />
  </div>
);
