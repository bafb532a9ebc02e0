/**
 * Reads YAML and JSON written by strangers. A document is bounded in size, nesting and aliases before it is looked at,
 * checked against its JSON Schema, and every problem is given with its file, line and JSON pointer.
 */
package ganglion.documents;
