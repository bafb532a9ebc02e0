/**
 * Commands for another program: requests come as lines of JSON, one after the other, and are answered as lines of JSON, so that a call does
 * not pay for the start of a process.
 */
package ganglion.cli.serve;
