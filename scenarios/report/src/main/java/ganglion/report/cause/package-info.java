/**
 * Why a neuron of a finished run fired: reads the run directory, has the run made again, and describes the answer as a document. The
 * answers are those of {@code ganglion.scenario.cause}.
 */
package ganglion.report.cause;
