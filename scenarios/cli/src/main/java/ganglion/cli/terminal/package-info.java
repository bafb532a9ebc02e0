/**
 * The surroundings of a command: the streams, colours, the progress line, the stop signal, exit codes, and the way from a
 * fault to one line each; and where output directories go.
 */
package ganglion.cli.terminal;
