/** {@code ganglion why}: {@link ganglion.cli.verb.why.WhyCommand} reads the question and has it answered, and the others print. */
package ganglion.cli.verb.why;
