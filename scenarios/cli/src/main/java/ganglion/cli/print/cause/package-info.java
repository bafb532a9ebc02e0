/** The answers of {@code ganglion why} that compare two runs. */
package ganglion.cli.print.cause;
