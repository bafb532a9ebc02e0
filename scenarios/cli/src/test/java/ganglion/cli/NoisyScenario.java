package ganglion.cli;

/** A network of noisy neurons that is never at rest, so that a run of it can be cut short anywhere. */
public final class NoisyScenario {

    private NoisyScenario() {}

    /** @param duration its simulated time, such as {@code 4 s} */
    public static String text(String duration) {
        return """
                scenario: noisy
                seed: 11
                clock: {tick: 1 ms, duration: %s}
                network:
                  populations:
                    - name: out
                      size: 100
                      model: synaptic-lif
                      parameters: {time-constant: 20 ms, currents: [{time-constant: 5 ms}]}
                      currents: [{noise: {mean: 0.008, deviation: 0.02}}]
                  projections:
                    - from: out
                      to: out
                      connectivity: {rule: fixed-in-degree, degree: 10}
                      weights: {distribution: normal, mean: 0, deviation: 0.02}
                      delay: {distribution: uniform, low: 1 ms, high: 5 ms}
                """.formatted(duration);
    }
}
