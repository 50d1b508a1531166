// Passkeys: the browser makes and shows them, the server says what for.
const can = () => !!window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function post(address, body) {
  const token = document.querySelector("[name=__RequestVerificationToken]")?.value ?? "";
  const answer = await fetch(address, { method: "POST", headers: { RequestVerificationToken: token, "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.sentence ?? "The server did not answer. Try again.");
  return said;
}

// What the browser itself refuses comes in its own words, which help nobody.
const sentence = error =>
  error.name === "NotAllowedError" || error.name === "AbortError" ? "It was not completed." :
  error.name === "InvalidStateError" ? "This device has a passkey for this account already." :
  error.name === "SecurityError" ? "Passkeys work over HTTPS, at an address with a name." :
  error.message;

/** Makes a passkey for the person who is signed in; answers with what went wrong, or nothing. */
export async function make() {
  if (!can()) return "This browser cannot make passkeys here. They need HTTPS and a browser of this year or last.";
  try {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post("/account/passkeys/options"));
    await post("/account/passkeys", (await navigator.credentials.create({ publicKey: options })).toJSON());
    return null;
  } catch (error) {
    return sentence(error);
  }
}

async function signIn(button) {
  const says = document.getElementById(button.getAttribute("aria-describedby"));
  says.textContent = "";
  try {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post("/sign-in/passkey/options"));
    const shown = await navigator.credentials.get({ publicKey: options });
    location.assign((await post(`/sign-in/passkey${location.search}`, shown.toJSON())).address);
  } catch (error) {
    says.textContent = sentence(error);
  }
}

for (const button of document.querySelectorAll("[data-passkey]")) {
  if (!can()) continue;
  button.hidden = false;
  button.addEventListener("click", () => signIn(button));
}
