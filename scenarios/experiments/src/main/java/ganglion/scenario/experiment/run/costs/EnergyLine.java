package ganglion.scenario.experiment.run.costs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a network takes on a chip for each second of sound.
 *
 * @param network which network, for people
 * @param profile name of the chip
 * @param dynamicJoules what its operations take, as far as their figures are known
 * @param staticJoules what the chip takes anyway; absent if unknown, or within the other
 * @param unknowns what is not counted because no figure is known, for people
 */
public record EnergyLine(
        String network, String profile, double dynamicJoules, OptionalDouble staticJoules, List<String> unknowns) {

    /** Takes a copy of the list. */
    public EnergyLine {
        unknowns = List.copyOf(unknowns);
    }

    /** Titles of {@link #cells}. */
    public static final List<String> HEADER =
            List.of("network and profile", "operations", "static", "together", "not known");

    /** The sum of what is known. */
    double knownJoules() {
        return dynamicJoules + staticJoules.orElse(0);
    }

    /** For people. */
    public List<String> cells() {
        return List.of(
                network + ", " + profile,
                text(dynamicJoules),
                staticJoules.isPresent() ? text(staticJoules.getAsDouble()) : "-",
                (unknowns.isEmpty() ? "" : "at least ") + text(knownJoules()),
                unknowns.isEmpty() ? "-" : String.join("; ", unknowns));
    }

    private static String text(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY);
    }

    /** For scripts. */
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
