/** A switch with its name beside it. */
interface Props {
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
  /** Names the switch where no visible text does. */
  label: string;
}

export function Switch({ on, disabled = false, onChange, label }: Props) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-knob" />
    </button>
  );
}
