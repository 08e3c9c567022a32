/** What a pack holds and how to check it without us. */
export const readMe = `Evidence pack
=============

developer.json                     the organisation and its apps, as they stand now
submissions/<id>/receipt.jws       what was signed, by the vendor's key: a JWS (RFC 7515, ES256), verified with keys/jwks.json
submissions/<id>/<obligation>.json the sealed record of each statement; its SHA-256 over the canonical JSON (RFC 8785) is in the receipt
submissions/<id>/outcome.json      what the checks found, what was asked and answered, and what was decided
evidence/                          files that were uploaded; of a destroyed one only its line in evidence/index.json remains
mails/                             every notice, and each mail as it was sent (.txt, .html)
suspensions.json                   every suspension, with who or what lifted it
log/decisions.jsonl                every decision, oldest first, one JSON text a line
log/proof.jws                      the number of entries and the hash of the last one, signed with the same key
keys/jwks.json                     the public keys that were published when this was made
manifest.json                      the SHA-256 of every other file here

To check the log: begin with a hash of 64 zeros. For each line take SHA-256, in hex, over the hash before it followed by the canonical JSON
(RFC 8785) of its "entry". It must be the "hash" of that line, and "previousHash" that of the line before. The last one must be in log/proof.jws.
`;
