/** When decisions were certain, in words for a terminal: {@link ganglion.cli.print.certainty.CertaintyText}. */
package ganglion.cli.print.certainty;
