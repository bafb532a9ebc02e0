/** What a training leaves behind: its directory, with the model, {@code result.json} and a page of its learning curves. */
package ganglion.report.training;
