/** The task {@code eventprop} of experiments: its keys and its run. */
package ganglion.rule.experiment;
