/**
 * Models and checkpoints as files. A model file is a ZIP archive that any tool can open:
 *
 * <pre>
 *   model.json                     {"format": "ganglion-model", "version": 1, "input": [C, H, W], "classes": [...],
 *                                   "layers": [{"kind": "dense", "outputs": 32, "bias": true}, ...]}
 *   parameters/0.weight.npy        NumPy array, little-endian float64, row-major: parameter "weight" of layer 0
 *   experiment.json                the experiment that the model was trained by, if known: its front end, and how
 *                                  a class is read from its outputs
 * </pre>
 *
 * <p>What other rules have learned is a model file of version 2: {@code model.json} has a {@code kind} and settings instead of layers,
 * and the arrays are those of that kind. A {@link ganglion.learning.file.RuleFormat} reads and writes one kind.
 *
 * <p>A checkpoint holds the same and, besides, {@code training.json} (format {@code ganglion-checkpoint}), the optimiser's moments
 * ({@code first/P.npy} and {@code second/P.npy} for parameter number P), the best parameters so far
 * ({@code best/P.npy}) and notes of the caller ({@code notes.json}), which are not interpreted.
 * The same content gives the same bytes.
 *
 * <p>Reading trusts nothing: sizes are bounded before memory is allocated, names and shapes must be those that the layers call
 * for.
 */
package ganglion.learning.file;
