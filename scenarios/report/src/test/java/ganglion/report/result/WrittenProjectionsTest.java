package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.report.run.TinyScenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenProjectionsTest {

    @TempDir
    private Path folder;

    private JsonNode projections(String other) throws Exception {
        return NetworkSection.of(
                        new TinyScenario(folder)
                                .with("{from: taps, to: out, weights: [[1, 0.5]]}", other)
                                .run(),
                        List.of())
                .get("projections");
    }

    @Test
    void aProjectionIsGivenInTheWordsOfTheScenario() throws Exception {
        JsonNode projections = projections("{from: taps, to: out, weights: [[1, 0.5]], delay: 3 ms}\n"
                + "    - {from: out, to: out, connectivity: {rule: bernoulli, probability: 0.5}, weights: 0.25,"
                + " delay: 2 ticks, plasticity: {stdp: {largest-weight: 1}}}");

        assertEquals(
                "weights: [[1, 0.5]], delay: 3 ms", projections.at("/0/written").asText());
        assertEquals(
                "connectivity: {rule: bernoulli, probability: 0.5}, weights: 0.25, delay: 2 ticks,"
                        + " plasticity: {stdp: {largest-weight: 1}}",
                projections.at("/1/written").asText());
    }
}
