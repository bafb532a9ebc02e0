/**
 * How much a front end computes. Each class that computes says beside its arithmetic how many operations that takes, as
 * {@link ganglion.cochlea.operation.OperationCounts}; {@code ganglion.cochlea.CochleaWork} joins them by {@link
 * ganglion.cochlea.operation.CochleaStage}.
 *
 * <p>Operations are counted as the code has them, products with 1 included. Not counted is what every implementation has
 * more or less of: loads, stores, moves, loop control, tests of indices, guards against division by 0, padding for vectors.
 * Where the number depends on the sound it is the greatest: every test is made, and every band has a drive. Only what a
 * spike brings, such as a reset, is left out.
 */
package ganglion.cochlea.operation;
