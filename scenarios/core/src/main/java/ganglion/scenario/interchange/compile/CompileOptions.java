package ganglion.scenario.interchange.compile;

import java.util.Objects;

/**
 * What a graph leaves open.
 *
 * @param stepSeconds length of a step in the time of the graph, above 0
 * @param discretisation how time constants become factors per step
 * @param subtract whether a spike takes the threshold away from the potential, rather than setting it to the reset potential
 * @param dialect whose threshold, latency and first potential neurons have
 */
public record CompileOptions(double stepSeconds, Discretisation discretisation, boolean subtract, Dialect dialect) {

    /** @throws IllegalArgumentException if the step is not above 0 */
    public CompileOptions {
        Objects.requireNonNull(discretisation, "discretisation");
        Objects.requireNonNull(dialect, "dialect");
        if (!(stepSeconds > 0 && stepSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found a step of " + stepSeconds + " s, expected more than 0 s");
        }
    }

    /** The same without a dialect. */
    public CompileOptions(double stepSeconds, Discretisation discretisation, boolean subtract) {
        this(stepSeconds, discretisation, subtract, Dialect.NIR);
    }

    /** As trainers have it: forward Euler, reset to the reset potential. */
    public static CompileOptions of(double stepSeconds) {
        return new CompileOptions(stepSeconds, Discretisation.EULER, false);
    }
}
