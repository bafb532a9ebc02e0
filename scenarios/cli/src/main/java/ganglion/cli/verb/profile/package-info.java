/** The verbs of {@code ganglion profile}, one class each. */
package ganglion.cli.verb.profile;
