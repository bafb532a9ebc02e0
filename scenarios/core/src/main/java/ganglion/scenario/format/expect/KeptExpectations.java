package ganglion.scenario.format.expect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes what is expected of a single clip that is to stay as it is. */
public final class KeptExpectations {

    private KeptExpectations() {}

    /**
     * Expects spikes and a decision.
     *
     * @param golden name of the file with the spikes
     * @param winner label that is decided for; empty for no expectation on it
     */
    public static void write(String golden, Optional<String> winner, ObjectNode scenario) {
        ArrayNode list = scenario.putArray(ExpectationKeys.EXPECT.name());
        list.addObject().put(RasterExpectations.RASTER.key().name(), golden);
        winner.ifPresent(label -> {
            ObjectNode expectation = list.addObject();
            expectation.putObject(DecisionExpectations.WINNER.key().name());
            expectation.put(LimitKeys.EQUALS.name(), label);
        });
    }
}
