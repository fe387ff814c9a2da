/**
 * What the SDKs say to `POST /admin` and what they are answered: the vocabulary that the database,
 * the functions, the storage and the server share.
 */

/** One request of an SDK: the action's name and the action's own fields (see README, "Actions"). */
export type WireRequest = Readonly<{
  action: string;
  envName?: string;
  /** Comes back from `WX_API_TOKEN`: who is calling. */
  wxCloudApiToken?: string;
  [field: string]: unknown;
}>;

/** Answers one action; what it returns is merged into `{requestId, …}`. Refuses with `CloudError`. */
export type Action = (request: WireRequest) => unknown | Promise<unknown>;

export type Actions = Readonly<Record<string, Action>>;

/** A refusal as CloudBase words it; the SDKs turn `code` into their own error. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Counts what one action cost, for benchmarks: how many documents the database looked at and sent. */
export type Cost = {
  action: string;
  collection?: string;
  documentsRead: number;
  bytesSent: number;
};
