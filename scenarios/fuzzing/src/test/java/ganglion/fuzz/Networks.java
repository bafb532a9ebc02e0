package ganglion.fuzz;

/** Scenarios with small networks, each of which reads one file. */
final class Networks {

    static final String SPIKES = "time,neuron\n0.001,0\n0.005,0\n0.010,1\n";

    private static final String SCENARIO = """
            scenario: network
            clock: {tick: 1 ms, duration: 50 ms}
            inputs:
              - {name: in, spikes: %s, size: 3}
            network:
              populations:
                - {name: out, size: 4, model: lif, parameters: {beta: 0.9, threshold: 1}}
              projections:
                - {from: in, to: out, %s}
            """;

    private static final String LEARNING = "weights: 0.9, delay: 1 tick, plasticity: {stdp: {largest-weight: 1,"
            + " learning-rate: 0.1, potentiation-time-constant: 17 ms, depression-time-constant: 34 ms}}";

    private static final String OF_SAMPLES = """
            scenario: samples
            clock: {tick: 1 ms}
            inputs:
              - {name: in, spikes: %s, size: 700, samples: {count: 3}, gap: 10 ms}
            network:
              populations:
                - {name: out, size: 20, model: lif, parameters: {beta: 0.9, threshold: 1}}
              projections:
                - {from: in, to: out, weights: {distribution: uniform, low: 0, high: 0.1}}
            decision: {population: out}
            """;

    private Networks() {}

    /**
     * Validates a scenario.
     *
     * @param spikes of its three sources, as the scenario names them
     * @param projection to its four neurons
     */
    static Target target(String kind, String file, String spikes, String projection) {
        return new Target(kind, file)
                .beside("scenario.yaml", SCENARIO.formatted(spikes, projection))
                .command("validate", "@scenario.yaml");
    }

    /** Validates a scenario with weights from a file. */
    static Target weights(String kind, String file, String part) {
        return target(kind, file, "taps.csv", "weights: '" + file + part + "'").beside("taps.csv", SPIKES);
    }

    /** Validates a scenario whose inputs are samples of a data set. */
    static Target samples(String kind, String file) {
        return new Target(kind, file)
                .beside("scenario.yaml", OF_SAMPLES.formatted(file))
                .command("validate", "@scenario.yaml");
    }

    /** Runs a scenario and compares its spikes with a file, in all ways. */
    static Target golden(String kind, String file) {
        String expectations = """
                expect:
                  - {raster: %1$s}
                """;
        return new Target(kind, file)
                .beside("taps.csv", SPIKES)
                .beside("scenario.yaml", SCENARIO.formatted("taps.csv", LEARNING) + expectations.formatted(file))
                .command("run", "@scenario.yaml", "--out", "@out");
    }

    /** Runs a scenario on from a file. */
    static Target checkpoint(String kind, String file) {
        String longer = SCENARIO.formatted("taps.csv", LEARNING).replace("50 ms", "200 ms");
        return new Target(kind, file)
                .mending(content -> Checksums.checkpoint(content, 2))
                .beside("taps.csv", SPIKES)
                .beside("scenario.yaml", longer + "record: {membrane: [out]}\n")
                .command("run", "@scenario.yaml", "--resume", "@" + file, "--out", "@out");
    }
}
