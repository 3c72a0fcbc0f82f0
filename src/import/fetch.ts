import { type LookupAddress, lookup } from "node:dns";
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { UserError } from "../codebook/errors.ts";

export interface FetchOptions {
  /** Bytes read at most; 50 MB unless told. */
  readonly limit?: number;
  /** Milliseconds for the whole of one request; 20,000 unless told. */
  readonly timeout?: number;
  /** Redirects followed at most; 5 unless told. */
  readonly redirects?: number;
  /** Resolves a host name; the system's resolver unless told. Tests give their own. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Which addresses may be connected to; public ones unless told. */
  readonly allowed?: (address: string) => boolean;
}

export interface Fetched {
  readonly bytes: Uint8Array;
  /** Address after redirects. */
  readonly url: string;
  /** Content-Type as the server gave it, or empty. */
  readonly mime: string;
}

/**
 * Fetches one public page. Targets that are private, loopback, link-local or otherwise not on the public internet are refused
 * after resolution and at every redirect; the connection is made to the very address that was examined, so a name that
 * resolves differently a moment later gains nothing.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  let url = parseAddress(address);
  for (let left = options.redirects ?? 5; ; left--) {
    const response = await request(url, await examined(url, options), options);
    const target = redirectOf(response, url);
    if (!target)
      return {
        bytes: await body(response, url, options),
        url: url.href,
        mime: response.headers["content-type"] ?? "",
      };
    response.destroy();
    if (left <= 0)
      throw failure("too-many-redirects", url, "too many redirects", "fetch the final address itself");
    url = target;
  }
}

function parseAddress(address: string): URL {
  if (!URL.canParse(address))
    throw failure("bad-address", address, "not an address", "give one that starts with http:// or https://");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw failure(
      "bad-address",
      address,
      `addresses of the kind ${url.protocol} are not fetched`,
      "give one that starts with http:// or https://",
    );
  return url;
}

/** The one address to connect to, after all addresses of the host were found to be allowed. */
async function examined(
  url: URL,
  { resolve = resolveHost, allowed = isPublic }: FetchOptions,
): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0)
    throw failure("not-found", url, `no address is known for ${host}`, "are you online? is the name right?");
  const refused = addresses.find(one => !allowed(one));
  if (refused !== undefined)
    throw failure(
      "refused-address",
      url,
      `${host} is ${refused}, which is not on the public internet`,
      "save the page to a file and give the file",
    );
  return addresses[0]!;
}

const resolveHost = (host: string): Promise<string[]> =>
  new Promise((done, fail) =>
    lookup(host, { all: true }, (error, found) =>
      error ? fail(error) : done(found.map(({ address }) => address)),
    ),
  );

function request(url: URL, address: string, { timeout = 20_000 }: FetchOptions): Promise<IncomingMessage> {
  const family = isIP(address) === 6 ? 6 : 4;
  const pinned: LookupFunction = (_host, options, callback) => {
    const found: LookupAddress = { address, family };
    if (options.all) callback(null, [found]);
    else callback(null, address, family);
  };
  const get = url.protocol === "https:" ? httpsGet : httpGet;
  return new Promise((done, fail) => {
    const signal = AbortSignal.timeout(timeout);
    const sent = get(
      url,
      { lookup: pinned, signal, headers: { "user-agent": "custodes", accept: "text/html,*/*;q=0.5" } },
      done,
    );
    sent.on("error", error =>
      fail(
        failure(
          "not-read",
          url,
          signal.aborted ? `no answer within ${timeout} ms` : error.message,
          "try again later, or save the page to a file",
        ),
      ),
    );
  });
}

function redirectOf(response: IncomingMessage, from: URL): URL | null {
  const { statusCode = 0, headers } = response;
  if (statusCode < 300 || statusCode > 399 || !headers.location) return null;
  if (!URL.canParse(headers.location, from))
    throw failure("bad-address", from, `a redirect to "${headers.location}", which is no address`, "");
  return parseAddress(new URL(headers.location, from).href);
}

async function body(
  response: IncomingMessage,
  url: URL,
  { limit = 50_000_000 }: FetchOptions,
): Promise<Uint8Array> {
  if (response.statusCode !== 200) {
    response.destroy();
    throw failure(
      "not-read",
      url,
      `the server answered ${response.statusCode}`,
      "open it in a browser and save the page to a file",
    );
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit)
        throw failure(
          "too-large",
          url,
          `the page is larger than ${limit} bytes`,
          "save the part that matters to a file",
        );
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw failure("not-read", url, `the answer broke off: ${(error as Error).message}`, "try again later");
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function failure(code: string, url: URL | string, message: string, hint: string): UserError {
  return new UserError({ code, file: String(url), message, ...(hint ? { hint } : {}) });
}

type Ranges = readonly (readonly [network: string, bits: number])[];

/** Address ranges that are not the public internet (IANA special-purpose registries, RFC 6890 and successors). */
const NOT_PUBLIC: Ranges = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** 2000::/3 is what is handed out as global unicast; inside it, ranges that tunnel to or stand for something else are out. */
const GLOBAL_UNICAST: Ranges = [["2000::", 3]];
const NOT_GLOBAL: Ranges = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

function blockList(ranges: Ranges, family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [network, bits] of ranges) list.addSubnet(network, bits, family);
  return list;
}

const blockLists = () => ({
  notPublic: blockList(NOT_PUBLIC, "ipv4"),
  globalUnicast: blockList(GLOBAL_UNICAST, "ipv6"),
  notGlobal: blockList(NOT_GLOBAL, "ipv6"),
});

/** Made for the first address: whoever fetches nothing needs none of what Node loads for them. */
let made: ReturnType<typeof blockLists> | null = null;

/** Is this IP address on the public internet? */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  made ??= blockLists();
  if (family === 4) return !made.notPublic.check(address, "ipv4");
  return family === 6 && made.globalUnicast.check(address, "ipv6") && !made.notGlobal.check(address, "ipv6");
}
