/** A guess before the answer, typed into a field; what is asked, and when a guess is right, is told by who extends it. */
export class TypedGuess extends HTMLElement {
  #form = document.createElement("form");
  #question = document.createElement("span");
  #guess = document.createElement("input");
  #says = document.createElement("p");

  connectedCallback() {
    const label = document.createElement("label");
    this.#guess.type = "text";
    this.#guess.autocomplete = "off";
    this.#guess.placeholder = this.example;
    this.#says.role = "status";
    this.#says.className = "small";
    const [check, giveUp] = [button("Check", "primary"), button("Show me", "plain")];
    check.type = "submit";
    giveUp.addEventListener("click", () => this.reveal());
    label.append(this.#question, this.#guess);
    this.#form.append(label, check, giveUp);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.judge(this.#guess.value);
    });
    this.replaceChildren(this.#form, this.#says);
  }

  /** What stands in the empty field. */
  get example() {
    return "";
  }

  /** Judges what was typed. @param {string} _text */
  judge(_text) {}

  /** @param {string} question */
  pose(question) {
    this.#guess.value = "";
    this.#says.textContent = "";
    this.#form.hidden = false;
    this.#question.textContent = question;
  }

  /** @param {string} text */
  say(text) {
    this.#says.textContent = text;
  }

  reveal() {
    this.#form.hidden = true;
    this.dispatchEvent(new CustomEvent("reveal", { detail: { all: true } }));
  }
}

/** @param {string} text @param {string} look */
function button(text, look) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = text;
  return made;
}
