package ganglion.learning.sample;

/** Input of a network over some steps. Immutable: engines read the arrays in place and never write to them. */
public sealed interface SampleInput permits ConstantInput, DenseInput, SpikeInput {

    /** Number of steps. */
    int steps();

    /** Number of values at each step. */
    int size();

    /** Value of an input at a step. */
    float at(int step, int index);
}
