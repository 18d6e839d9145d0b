/** What lies at the place already: which vault is meant, and the way past it. */
import { formatNumber, plural, t } from './text.ts';

type SyncVaultsProps = {
  readonly vaults: readonly { readonly vault: string; readonly devices: number }[];
  readonly chosen: string;
  readonly onChosen: (vault: string) => void;
  /** A new one, beside. */
  readonly onBeside: () => void;
};

export function SyncVaults({ vaults, chosen, onChosen, onBeside }: SyncVaultsProps) {
  const [first] = vaults;
  return (
    <>
      <p>
        {vaults.length === 1
          ? t('joinFound', plural('devices', first?.devices ?? 0))
          : t('joinSeveral', formatNumber(vaults.length))}
      </p>
      {vaults.length > 1 && (
        <fieldset>
          <legend>{t('joinWhich')}</legend>
          {vaults.map(({ vault, devices }) => (
            <label class="check" key={vault}>
              <input
                type="radio"
                name="vault"
                value={vault}
                checked={vault === chosen}
                onChange={() => onChosen(vault)}
              />
              <span>
                <code dir="ltr">{vault.slice(0, 6)}</code> · {plural('devices', devices)}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="meta">
        {t('joinOther')}{' '}
        <button type="button" class="plain" onClick={onBeside}>
          {t('joinBeside')}
        </button>
      </p>
    </>
  );
}
