/** {@code ganglion explore} and {@code ganglion cascade}: the verbs, and what they say of a search and of two networks. */
package ganglion.cli.verb.explore;
