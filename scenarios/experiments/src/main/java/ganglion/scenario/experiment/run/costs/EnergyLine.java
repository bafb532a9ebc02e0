package ganglion.scenario.experiment.run.costs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The energy of a network on a chip per second of sound.
 *
 * @param network name of the network, human-readable
 * @param profile name of the chip
 * @param dynamicJoules energy of its operations, as far as their figures are known
 * @param staticJoules static energy of the chip; absent if unknown, or part of the other
 * @param unknowns parts without a known figure, human-readable
 */
public record EnergyLine(
        String network, String profile, double dynamicJoules, OptionalDouble staticJoules, List<String> unknowns) {

    /** Takes a copy of the list. */
    public EnergyLine {
        unknowns = List.copyOf(unknowns);
    }

    /** Titles of {@link #cells}. */
    public static final List<String> HEADER =
            List.of("network and profile", "marginal", "static", "always on", "not known");

    /** The sum of what is known. */
    double knownJoules() {
        return dynamicJoules + staticJoules.orElse(0);
    }

    /** The cells of a human-readable table. */
    public List<String> cells() {
        return List.of(
                network + ", " + profile,
                text(dynamicJoules),
                staticJoules.isPresent() ? text(staticJoules.getAsDouble()) : "-",
                unknowns.isEmpty() ? text(knownJoules()) : "unknown",
                unknowns.isEmpty() ? "-" : String.join("; ", unknowns));
    }

    private static String text(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY);
    }

    /** The machine-readable form. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("network", network)
                .put("profile", profile)
                .put("operationJoulesPerSecond", dynamicJoules)
                .put("knownJoulesPerSecond", knownJoules())
                .put("complete", unknowns.isEmpty());
        if (staticJoules.isPresent()) {
            node.put("staticJoulesPerSecond", staticJoules.getAsDouble());
        } else {
            node.putNull("staticJoulesPerSecond");
        }
        unknowns.forEach(node.putArray("unknowns")::add);
        return node;
    }
}
