package ganglion.equations;

import java.util.Map;

/**
 * A neuron model as a file has it. Nothing is checked yet.
 *
 * @param name what populations call it
 * @param equations a line for each state, {@code dv/dt = (EL - v)/tau : mV}, and for each intermediate quantity, {@code I =
 *     g*(E - v) : pA}; the first state is the membrane potential
 * @param parameters by name, what each is unless a population says otherwise, with its unit: {@code 281 pF}
 * @param start by name, states before the first tick, as formulas of parameters; a state that is left out starts at 0
 * @param events what input and spikes do
 * @param method how equations that are not linear are integrated; empty for the default
 */
public record ModelText(
        String name,
        String equations,
        Map<String, String> parameters,
        Map<String, String> start,
        Events events,
        String method) {

    /**
     * What happens at single ticks.
     *
     * @param input assignments when input arrives: {@code g = g + excitation}; empty if the equations read it as a current
     * @param weightUnit unit of the weights of synapses
     * @param threshold when a neuron fires: {@code v > 20 mV}
     * @param reset assignments at a spike; may be empty
     * @param refractory time for which the membrane potential is held after a spike, or a condition that has to end before the
     *     next; empty if there is none
     */
    public record Events(String input, String weightUnit, String threshold, String reset, String refractory) {}
}
