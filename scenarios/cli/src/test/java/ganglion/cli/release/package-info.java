/** Tests of the scripts with which Ganglion is released. */
package ganglion.cli.release;
