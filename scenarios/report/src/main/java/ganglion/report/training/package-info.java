/** The results of a training: its directory with the model, {@code result.json} and a page of learning curves, and the page that explains
 * decisions. */
package ganglion.report.training;
