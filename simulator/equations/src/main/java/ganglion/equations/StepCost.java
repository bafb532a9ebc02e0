package ganglion.equations;

/**
 * Operations of one step of a model, counted where its code is written.
 *
 * @param additions additions, subtractions and comparisons
 * @param multiplications multiplications
 * @param divisions divisions and square roots
 * @param functions exponentials, logarithms, powers and other elementary functions
 */
public record StepCost(int additions, int multiplications, int divisions, int functions) {}
