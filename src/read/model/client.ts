import { UserError } from "../../codebook/errors.ts";

/** An OpenAI-compatible endpoint. */
export interface Endpoint {
  /** Address of the interface ("http://localhost:11434/v1"), with or without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; empty for none. It appears in no message. */
  readonly key: string;
}

export interface Message {
  readonly role: "system" | "user";
  readonly content: string;
}

/** What asking needs of the world. */
export interface AskEffects {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface AskLimits {
  /** Milliseconds for one request, its answer included. */
  readonly timeout: number;
  /** Bytes of an answer. */
  readonly bytes: number;
  /** Times that a busy or failing server is asked again. */
  readonly retries: number;
}

export const ASK_LIMITS: AskLimits = { timeout: 60_000, bytes: 1_000_000, retries: 2 };

/** Why a model gave no answer that can be used. */
export class ModelFailure extends Error {
  readonly code:
    | "unreachable"
    | "timeout"
    | "too-large"
    | "refused"
    | "redirected"
    | "failed"
    | "broken-answer";

  constructor(code: ModelFailure["code"], message: string) {
    super(message);
    this.name = "ModelFailure";
    this.code = code;
  }
}

/** Longest wait that a server's Retry-After is granted, in milliseconds. */
const LONGEST_WAIT = 10_000;
const FIRST_WAIT = 500;
/** Tokens of an answer. */
const TOKENS = 4096;

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);

function refuse(message: string, hint: string): never {
  throw new UserError({ code: "bad-model-address", message, hint });
}

/**
 * The address that is asked. Refused as a `UserError`: what is no http(s) address, an address with a password in it, and a key
 * that would cross the network in the clear.
 */
export function completionsAddress({ url, key }: Pick<Endpoint, "url" | "key">): URL {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return refuse(
      `"${url}" is no address`,
      "give the address of an OpenAI-compatible interface, for example http://localhost:11434/v1",
    );
  }
  if (address.protocol !== "http:" && address.protocol !== "https:")
    refuse(
      `a model is asked over http or https, not ${address.protocol}`,
      "begin the address with http:// or https://",
    );
  if (address.username !== "" || address.password !== "")
    refuse(
      "the address of a model holds a name or password",
      "put the key into CUSTODES_LLM_KEY and leave it out of the address",
    );
  if (key !== "" && address.protocol === "http:" && !isLoopback(address.hostname))
    refuse(
      "a key would be sent to another machine in the clear",
      "use an https:// address, or unset CUSTODES_LLM_KEY",
    );
  if (!/\/chat\/completions\/?$/.test(address.pathname))
    address.pathname = `${address.pathname.replace(/\/+$/, "")}/chat/completions`;
  return address;
}

/** Reads a body up to a number of bytes. */
async function bodyOf(response: Response, limit: number): Promise<string> {
  if (Number(response.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    text += decoder.decode(value, { stream: true });
  }
}

const tooLarge = (limit: number) =>
  new ModelFailure("too-large", `the answer is larger than ${Math.round(limit / 1000)} kB`);

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: number;
}

async function post(
  address: URL,
  { key, body }: { key: string; body: object },
  { fetch: send }: AskEffects,
  limits: AskLimits,
): Promise<Reply> {
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    const response = await send(address, {
      method: "POST",
      // The text of a document goes to the address that was named and to no other.
      redirect: "manual",
      headers: { "content-type": "application/json", ...(key !== "" && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      signal,
    });
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400))
      throw new ModelFailure(
        "redirected",
        "it answers from another address, which was not asked; name that address",
      );
    const after = Number(response.headers.get("retry-after"));
    return {
      status: response.status,
      body: await bodyOf(response, limits.bytes),
      retryAfter: Number.isFinite(after) ? after * 1000 : 0,
    };
  } catch (error) {
    if (error instanceof ModelFailure) throw error;
    if (signal.aborted)
      throw new ModelFailure("timeout", `no answer within ${limits.timeout / 1000} seconds`);
    const { cause, message } = error as Error & { cause?: { code?: string } };
    throw new ModelFailure("unreachable", `it cannot be reached (${cause?.code ?? message})`);
  }
}

const isBusy = (status: number): boolean => status === 429 || status >= 500;

/** The words of a completion. */
function contentOf(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ModelFailure("broken-answer", "its answer is not JSON");
  }
  const choices = (value as { choices?: unknown })?.choices;
  const content = Array.isArray(choices)
    ? (choices[0] as { message?: { content?: unknown } } | undefined)?.message?.content
    : undefined;
  if (typeof content !== "string")
    throw new ModelFailure("broken-answer", "its answer holds no choices[0].message.content");
  return content;
}

const REASONS: Readonly<Record<number, string>> = {
  401: "it wants a key, or another one; set CUSTODES_LLM_KEY",
  403: "it refuses the key in CUSTODES_LLM_KEY",
  404: "there is no such model or no such interface at this address",
  413: "the request is too large for it",
  429: "it is busy",
};

/**
 * What a model answers. Throws `ModelFailure` where it cannot be reached, is too slow, answers too much, redirects, refuses,
 * fails or answers in another form. A busy or failing server is asked again a few times; the body of a failure is not shown,
 * since it may repeat what was sent.
 */
export async function ask(
  endpoint: Endpoint,
  messages: readonly Message[],
  effects: AskEffects,
  limits: AskLimits = ASK_LIMITS,
): Promise<string> {
  const address = completionsAddress(endpoint);
  const plain = { model: endpoint.model, temperature: 0, max_tokens: TOKENS, stream: false, messages };
  let body: object = { ...plain, response_format: { type: "json_object" } };
  for (let tried = 0; ; ) {
    const reply = await post(address, { key: endpoint.key, body }, effects, limits);
    if (reply.status >= 200 && reply.status < 300) return contentOf(reply.body);
    // Some servers do not know the form of answer that is asked for.
    if (reply.status === 400 && body !== plain) {
      body = plain;
      continue;
    }
    if (!isBusy(reply.status) || tried >= limits.retries) {
      const reason = REASONS[reply.status] ?? (reply.status >= 500 ? "it failed" : "it refused the request");
      throw new ModelFailure(
        isBusy(reply.status) ? "failed" : "refused",
        `${reason} (status ${reply.status})`,
      );
    }
    await effects.wait(Math.min(LONGEST_WAIT, reply.retryAfter || FIRST_WAIT * 2 ** tried));
    tried++;
  }
}
