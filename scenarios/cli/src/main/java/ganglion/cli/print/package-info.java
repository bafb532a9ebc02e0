/** What verbs print: tables, summaries, and JSON documents. */
package ganglion.cli.print;
