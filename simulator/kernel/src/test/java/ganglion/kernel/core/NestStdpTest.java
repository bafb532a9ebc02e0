package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.plasticity.PairStdp;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights of NEST's {@code stdp_synapse}, spike by spike. */
class NestStdpTest {

    private static final double TICK_MILLISECONDS = 0.1;
    private static final double TOLERANCE = 1e-9;

    private record Pair(JsonNode json) {

        double parameter(String name) {
            return json.get("params").get(name).asDouble();
        }

        PairStdp rule() {
            return new PairStdp(
                    parameter("lambda_"),
                    parameter("alpha"),
                    parameter("mu_plus"),
                    parameter("mu_minus"),
                    parameter("Wmax"),
                    parameter("tau_plus") / TICK_MILLISECONDS,
                    parameter("tau_minus") / TICK_MILLISECONDS);
        }

        int delayTicks() {
            return (int) Math.round(parameter("delay") / TICK_MILLISECONDS);
        }

        Set<Long> ticks(String name) {
            Set<Long> ticks = new HashSet<>();
            json.get(name).forEach(time -> ticks.add(Math.round(time.asDouble() / TICK_MILLISECONDS)));
            return ticks;
        }

        @Override
        public String toString() {
            return json.get("kind").asText() + " " + json.get("params");
        }
    }

    static Stream<Pair> pairs() throws IOException {
        try (InputStream file = NestStdpTest.class.getResourceAsStream("/ganglion/kernel/nest/stdp_pairs.json")) {
            List<Pair> pairs = new ArrayList<>();
            JsonMapper.builder().build().readTree(file).get("pairs").forEach(pair -> pairs.add(new Pair(pair)));
            return pairs.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void transmitsTheWeightsOfNest(Pair pair) {
        List<Double> weights = transmitted(pair, Double.NaN);

        assertEquals(pair.json.get("weights").size(), weights.size());
        assertTrue(weights.size() > 100);
        for (int i = 0; i < weights.size(); i++) {
            assertEquals(pair.json.get("weights").get(i).asDouble(), weights.get(i), TOLERANCE, "spike " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void givesTheSameBitsWhenWeightsAreCaughtUpWithInBetween(Pair pair) {
        assertEquals(transmitted(pair, Double.NaN), transmitted(pair, 0.05));
    }

    /** The weight that each spike of the source meets; at some ticks all weights are caught up with beforehand. */
    private static List<Double> transmitted(Pair pair, double catchUpProbability) {
        int delay = pair.delayTicks();
        DenseSynapses synapses = new DenseSynapses(1, 1, new double[] {pair.parameter("w0")}, delay);
        PlasticRows rows = new PlasticRows(pair.rule(), synapses, 0, 1, 0);
        int group = rows.addGroup(delay, 0, 1);
        Random random = new Random(3);
        List<Double> weights = new ArrayList<>();
        Set<Long> before = pair.ticks("pre_spikes");
        Set<Long> after = pair.ticks("post_spikes");
        for (long tick = 0; tick <= 100_000 + delay; tick++) {
            if (before.contains(tick - delay)) {
                double[] input = new double[1];
                rows.deliver(group, tick, input, 0);
                weights.add(input[0]);
            }
            if (after.contains(tick)) {
                rows.targetFired(0, tick);
            }
            if (random.nextDouble() < catchUpProbability) {
                rows.catchUpAll(tick);
            }
        }
        return weights;
    }
}
