/** Something that is on or off, with what that means under it. */
import { useId } from 'preact/hooks';

type OptionSwitchProps = {
  readonly on: boolean;
  readonly label: string;
  readonly text: string;
  readonly onSwitch: (on: boolean) => void;
};

export function OptionSwitch({ on, label, text, onSwitch }: OptionSwitchProps) {
  const id = useId();
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-describedby={id}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p id={id} class="meta">
        {text}
      </p>
    </>
  );
}
