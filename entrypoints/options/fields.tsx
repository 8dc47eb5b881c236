/** The kinds of field that settings come in. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type PlainKey, say } from '../../components/words.ts';

interface PartProps {
  title: PlainKey;
  hint?: PlainKey;
  children: ComponentChildren;
}

/** One part of the page under its heading. */
export function Part({ title, hint, children }: PartProps) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <div class="part-head">
        <h2 id={id}>{say(title)}</h2>
        {hint && <p class="soft">{say(hint)}</p>}
      </div>
      <div class="part-body">{children}</div>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  legend: PlainKey;
  value: Value;
  choices: Readonly<Record<Value, PlainKey>>;
  onChoose: (value: Value) => void;
}

/** One of a few: radio buttons in a row. */
export function Choice<Value extends string>({ legend, value, choices, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{say(legend)}</legend>
      <div class="choice-row">
        {(Object.keys(choices) as Value[]).map((choice) => (
          <label class="choice-item" key={choice} data-chosen={choice === value}>
            <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(choice)} />
            {say(choices[choice])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface TickProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Tick({ label, on, onChange }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}
