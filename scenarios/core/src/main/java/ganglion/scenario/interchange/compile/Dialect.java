package ganglion.scenario.interchange.compile;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a simulator makes of a NIR graph that the graph does not say.
 *
 * <p>Source: the dialect cards of the conformance kit, which were found by running the simulators, and its list of divergences;
 * for sinabs and Rockpool their own code.
 */
public enum Dialect {
    /** What an import does if nothing else is said. */
    NIR(Discretisation.EULER),
    /** Takes every graph for one of steps of 0.1 ms, as its export writes it. */
    SNNTORCH(Discretisation.EULER),
    /** A potential begins at the leak potential. */
    NORSE(Discretisation.EULER),
    /** Fires at the threshold; a potential begins at the reset potential. */
    SPIKINGJELLY(Discretisation.EULER),
    /** A connection takes a step. */
    LAVA(Discretisation.EULER),
    /** A connection takes a step. */
    SANAFE(Discretisation.EULER),
    /** Inputs act at the end of a step; fires at the threshold; a delay is one step at least. */
    NEST(Discretisation.IMPULSE_AT_END),
    /** An input is constant over a step, that of a current too; spikes act after the thresholds of their step. */
    BRIAN2(Discretisation.EXACT),
    /** As Brian 2, but spikes act in their own step. */
    NENGO(Discretisation.EXACT),
    /** Neurons fire as often in a step as the threshold fits into the potential. */
    SINABS(Discretisation.EULER),
    /** Neurons fire as often in a step as the threshold fits into the potential. */
    ROCKPOOL(Discretisation.IMPULSE_INVARIANT);

    /** The length of a step of a graph by snnTorch, in seconds. */
    private static final double SNNTORCH_STEP = 1e-4;

    private final Discretisation discretisation;

    Dialect(Discretisation discretisation) {
        this.discretisation = discretisation;
    }

    /**
     * The dialect of a word, in letters of either case.
     *
     * @throws IllegalArgumentException if there is none, or if no scenario can say what it means
     */
    public static Dialect of(String word) {
        Dialect found = Arrays.stream(values())
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found --dialect " + word + ", expected one of "
                        + Arrays.stream(values()).map(Dialect::word).collect(Collectors.joining(", "))));
        if (found == SINABS || found == ROCKPOOL) {
            throw new IllegalArgumentException("found --dialect " + found.word()
                    + ", whose neurons fire several times in a step (convention spikes-per-step many), expected one"
                    + " spike a step; as near as Ganglion comes is --reset subtract"
                    + (found == SINABS ? " --step 1s" : " --discretisation " + found.discretisation.word()));
        }
        return found;
    }

    /** The word for it on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How time constants become factors. */
    public Discretisation discretisation() {
        return discretisation;
    }

    /** What a step is in the time of its graphs, in seconds; absent where it is the step of the run. */
    public OptionalDouble stepSeconds() {
        return this == SNNTORCH ? OptionalDouble.of(SNNTORCH_STEP) : OptionalDouble.empty();
    }

    /** Whether a neuron fires above its threshold alone, not at it. */
    boolean isStrict() {
        return this != SPIKINGJELLY && this != NEST;
    }

    /** Whether spikes of neurons act a step later, so that layers need not wait for each other. */
    boolean takesAStep() {
        return this == LAVA || this == SANAFE || this == NEST || this == BRIAN2;
    }

    /** Steps that a spike of a neuron needs, where nodes on its way delay it by some. Only if it takes a step. */
    long steps(long delay) {
        return this == NEST ? Math.max(1, delay) : delay + 1;
    }

    /** The parameter of a node of neurons from which the potential begins; empty for 0. */
    String initialPotential() {
        return this == SPIKINGJELLY ? "v_reset" : this == NORSE ? "v_leak" : "";
    }

    /** Whether the input of a synaptic current is constant over a step and reaches the membrane within it. */
    boolean holdsInputOfCurrents() {
        return this == BRIAN2 || this == NENGO;
    }
}
