/** {@code ganglion explore}: the verb, and what it says of a search. */
package ganglion.cli.verb.explore;
