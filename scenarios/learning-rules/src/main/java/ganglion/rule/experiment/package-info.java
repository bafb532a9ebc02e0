/** The tasks {@code map-tempotron} and {@code eventprop} of experiments: their keys and their runs. */
package ganglion.rule.experiment;
