/** The devices of the vault: what each is called, when it last wrote; this one's name; one taken out, one more. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SyncDevice } from '@/lib/core/sync.ts';
import { SyncField } from './sync-field.tsx';
import { LONGEST_NAME, type SyncEvents } from './sync-props.ts';
import { dayInFull } from './sync-words.ts';
import { joined, t } from './text.ts';

type SyncDevicesProps = {
  readonly devices: readonly SyncDevice[];
  /** A folder has no address that another device could be told. */
  readonly canPair: boolean;
  readonly events: Pick<SyncEvents, 'onAsk' | 'onRename'>;
};

export function SyncDevices({ devices, canPair, events }: SyncDevicesProps) {
  const inOrder = [...devices].sort(
    (a, b) => Number(b.isThis) - Number(a.isThis) || (b.lastWrote ?? 0) - (a.lastWrote ?? 0),
  );
  return (
    <>
      <h3 id="sync-devices">{t('syncDevices')}</h3>
      <ul class="sites devices" aria-labelledby="sync-devices">
        {inOrder.map((device) => (
          <li key={device.id}>
            {device.isThis ? (
              <ThisDevice device={device} onRename={events.onRename} />
            ) : (
              <OtherDevice device={device} onAsk={events.onAsk} />
            )}
          </li>
        ))}
      </ul>
      {canPair ? (
        <button type="button" onClick={() => events.onAsk({ kind: 'pair' })}>
          {t('pairingStart')}
        </button>
      ) : (
        <p class="meta">{t('pairingFolder')}</p>
      )}
    </>
  );
}

const lastWrote = ({ lastWrote }: SyncDevice): string =>
  lastWrote === null ? t('deviceNeverWrote') : t('deviceLastWrote', dayInFull(lastWrote));

type OtherDeviceProps = { readonly device: SyncDevice } & Pick<SyncEvents, 'onAsk'>;

const OtherDevice = ({ device, onAsk }: OtherDeviceProps) => (
  <>
    <span dir="auto">
      <b>{device.name}</b> <span class="meta">{lastWrote(device)}</span>
    </span>
    <button type="button" aria-label={t('removeAbout', device.name)} onClick={() => onAsk({ kind: 'revoke', device })}>
      {t('deviceRemove')}
    </button>
  </>
);

type ThisDeviceProps = { readonly device: SyncDevice } & Pick<SyncEvents, 'onRename'>;

function ThisDevice({ device, onRename }: ThisDeviceProps) {
  const [name, setName] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const wasAsking = useRef(false);
  const isAsking = name !== null;
  useEffect(() => {
    const field = form.current?.querySelector('input');
    field?.focus();
    field?.select();
    if (!isAsking && wasAsking.current) button.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (name === null)
    return (
      <>
        <span dir="auto">
          <b>{device.name}</b> <span class="meta">{joined(t('deviceThis'), lastWrote(device))}</span>
        </span>
        <button ref={button} type="button" aria-label={t('deviceRenameThis')} onClick={() => setName(device.name)}>
          {t('deviceRename')}
        </button>
      </>
    );
  return (
    <form
      ref={form}
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && name.trim() !== device.name) onRename(name.trim());
        setName(null);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setName(null);
      }}
    >
      <SyncField label={t('syncDeviceName')} value={name} onValue={setName} maxLength={LONGEST_NAME} />
      <div class="buttons">
        <button type="submit" class="primary">
          {t('syncSave')}
        </button>
        <button type="button" onClick={() => setName(null)}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
