import { CloudError } from "../wire.ts";

/** What CloudBase may do and this database does not: named, so that nobody gets a wrong answer. */
export function refuseUnsupported(what: string): never {
  throw new CloudError(
    "DATABASE_INVALID_OPERRATOR", // spelled so by CloudBase
    `${what} is not supported by the local database.`,
  );
}

/** How CloudBase ends its messages. */
export const advice = "Please check your request, but if the problem persists, contact us.";

/** What MongoDB would refuse as well. */
export function refuseRequest(message: string): never {
  throw new CloudError("DATABASE_REQUEST_FAILED", message);
}

/** A field of the request itself is missing or of the wrong shape. */
export function refuseParameter(message: string): never {
  throw new CloudError("INVALID_PARAM", message);
}
