package ganglion.scenario.experiment.run.costs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.experiment.outcome.FiniteNumbers;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The energy of a network on a chip per second of sound.
 *
 * @param network name of the network, human-readable
 * @param profile name of the chip
 * @param dynamicJoules sum of the known energies of its operations; absent if no kind of operation has a known energy
 * @param dynamicKnown whether that sum is of all operations; otherwise it is a lower bound
 * @param staticJoules static energy of the chip; absent if unknown, or part of the other
 * @param unknowns parts without a known figure, human-readable
 */
public record EnergyLine(
        String network,
        String profile,
        OptionalDouble dynamicJoules,
        boolean dynamicKnown,
        OptionalDouble staticJoules,
        List<String> unknowns) {

    private static final String UNKNOWN = "unknown";
    private static final String OPERATIONS = "operationJoulesPerSecond";
    private static final String KNOWN = "knownJoulesPerSecond";

    /** Takes a copy of the list. */
    public EnergyLine {
        unknowns = List.copyOf(unknowns);
    }

    /** Titles of {@link #cells}. */
    public static final List<String> HEADER =
            List.of("network and profile", "marginal", "static", "always on", "not known");

    /** The sum of what is known; absent if nothing is. */
    OptionalDouble knownJoules() {
        return dynamicJoules.isEmpty() && staticJoules.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(dynamicJoules.orElse(0) + staticJoules.orElse(0));
    }

    /** The cells of a human-readable table. */
    public List<String> cells() {
        return List.of(
                network + ", " + profile,
                marginal(),
                staticJoules.isPresent() ? text(staticJoules.getAsDouble()) : "-",
                unknowns.isEmpty() && knownJoules().isPresent()
                        ? text(knownJoules().getAsDouble())
                        : UNKNOWN,
                unknowns.isEmpty() ? "-" : String.join("; ", unknowns));
    }

    private String marginal() {
        if (dynamicJoules.isEmpty()) {
            return UNKNOWN;
        }
        return (dynamicKnown ? "" : "at least ") + text(dynamicJoules.getAsDouble());
    }

    private static String text(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY);
    }

    /** The machine-readable form. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("network", network).put("profile", profile);
        FiniteNumbers.put(node, OPERATIONS, dynamicKnown ? dynamicJoules.orElse(Double.NaN) : Double.NaN);
        FiniteNumbers.put(node, KNOWN, knownJoules().orElse(Double.NaN));
        node.put("complete", unknowns.isEmpty());
        FiniteNumbers.put(node, "staticJoulesPerSecond", staticJoules.orElse(Double.NaN));
        unknowns.forEach(node.putArray("unknowns")::add);
        return node;
    }
}
