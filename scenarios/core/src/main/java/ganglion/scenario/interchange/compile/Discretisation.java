package ganglion.scenario.interchange.compile;

/**
 * How time constants become factors per step. With a step {@code h}, the membrane {@code tau dv/dt = (leak - v) + r x} and
 * the current {@code tau_s dI/dt = -I + w x}:
 */
public enum Discretisation {
    /**
     * Forward Euler, as trainers do: {@code v += h/tau (leak - v + r x)}. A current is updated first and acts on the
     * potential in the same step: {@code I += h/tau_s (w x - I)}, {@code v += h/tau (leak - v + r I)} with the new I.
     */
    EULER("euler"),

    /** Forward Euler in which the potential sees the current as it was before the step. */
    EULER_PREVIOUS_CURRENT("euler-previous-current"),

    /**
     * The exact solution, with factors {@code exp(-h/tau)}. An input to a membrane is constant over the step: {@code v} gains
     * {@code r (1 - exp(-h/tau))}; an input to a current is an impulse at its start: {@code I} jumps by {@code w h/tau_s}.
     */
    EXACT("exact"),

    /**
     * Impulse invariance, as Rockpool does: factors {@code exp(-h/tau)}, and every input is an impulse of the area that it has
     * over a step: {@code v} jumps by {@code r h/tau}, and {@code I} by {@code w h/tau_s}. A current is updated first and acts
     * on the potential in the same step.
     *
     * <p>Source: Oppenheim and Schafer, "Discrete-Time Signal Processing", on filter design by impulse invariance.
     */
    IMPULSE_INVARIANT("impulse-invariant"),

    /**
     * The exact solution between inputs, as NEST has it: every input is an impulse at the end of the step, of the size that it
     * has under impulse invariance. The potential takes up a current as it was before the impulse.
     */
    IMPULSE_AT_END("impulse-at-end");

    private final String word;

    Discretisation(String word) {
        this.word = word;
    }

    /** Whether what is left of a state after a step is {@code exp(-h/tau)}, rather than {@code 1 - h/tau}. */
    public boolean decaysExponentially() {
        return this == EXACT || this == IMPULSE_INVARIANT || this == IMPULSE_AT_END;
    }

    /** The word for it on the command line and in scenarios. */
    public String word() {
        return word;
    }
}
