/** The verbs of the command line, one class each: a verb reads its options, calls one module, and prints what it gives. */
package ganglion.cli.verb;
