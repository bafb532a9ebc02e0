/** The verb of the studies: {@code ganglion compose}. */
package ganglion.study.command;
