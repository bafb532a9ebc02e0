package ganglion.sanafe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.sanafe.Architecture.Costs;
import ganglion.sanafe.Architecture.Unit;
import java.util.Locale;
import java.util.Map;

/**
 * Writes an architecture as a hardware profile. Every figure is that of the description, zeros included: SANA-FE has no static
 * power, so that it stands outside of the boundary, and a total is what SANA-FE calls one.
 */
public final class ProfileText {

    private static final String SOURCE = "description";
    private static final int LONGEST_NAME = 60;

    private final Architecture architecture;
    private final String file;

    /** @param file name of the description, which becomes the source of every figure */
    public ProfileText(Architecture architecture, String file) {
        this.architecture = architecture;
        this.file = file;
    }

    /** A name as profiles may have it: lower-case letters, digits and single hyphens. */
    public static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("-$", "");
        return cut.isEmpty() ? "unnamed" : cut;
    }

    /** The document. */
    public ObjectNode document() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("profile", slug(architecture.name()));
        root.put("title", architecture.name() + ", as described to SANA-FE");
        root.put(
                "description",
                "Imported from the SANA-FE architecture " + file + ". Its figures are not checked here.");
        root.put("execution", "spiking");
        root.putObject("boundary")
                .put("includes", "neuron cores, mesh and barrier, as SANA-FE counts them")
                .put("excludes", "static power, host, and bringing input spikes to the chip")
                .put("static-power", "excluded");
        root.putObject("sources").put(SOURCE, "SANA-FE architecture description " + file);
        root.putObject("topology")
                .put("width", architecture.width())
                .put("height", architecture.height())
                .put("cores-per-tile", architecture.coresPerTile())
                .put("kind", "published")
                .put("source", SOURCE);
        putCount(root.putObject("limits").putObject("neurons-per-core"), architecture.neuronsPerCore());
        root.putObject("models");
        writeTime(root.putObject("time-model"));
        write(architecture.costs(), root);
        ArrayNode units = root.putArray("units");
        for (Unit unit : architecture.units()) {
            if (unit.trouble().isEmpty() && unit.stage() != PipelineStage.DENDRITE && !unit.isInput()) {
                ObjectNode node = units.addObject();
                node.put("name", slug(unit.name()));
                node.put("stage", unit.stage().word());
                write(unit.costs(), node);
            }
        }
        return root;
    }

    private void writeTime(ObjectNode model) {
        model.put("type", "barrier-ticks");
        model.put("form", "detailed");
        putCount(model.putObject("link-buffer"), architecture.linkBuffer());
        model.put("between", "stepped");
        ArrayNode barrier = model.putArray("barrier");
        // A point for no tile at all stands for one tile unless there is a point for that. The first point holds below
        // it, too.
        int lowest = architecture.barrierSeconds().firstKey();
        int firstShown = architecture.barrierSeconds().containsKey(1) ? 1 : lowest;
        architecture.barrierSeconds().tailMap(firstShown).forEach((tiles, seconds) -> {
            ObjectNode point = barrier.addObject();
            point.put("tiles", tiles == firstShown ? 1 : tiles);
            putFigure(point.putObject("time"), seconds, "s");
        });
    }

    private static void write(Costs costs, ObjectNode into) {
        ObjectNode energy = into.putObject("energy");
        costs.joules().forEach((operation, joules) -> {
            ObjectNode figure = energy.putObject(operation.word());
            putFigure(figure, joules, "J");
            figure.put("accounting", "marginal");
            covered(operation, figure);
        });
        ObjectNode time = into.putObject("time");
        costs.seconds().forEach((operation, seconds) -> putFigure(time.putObject(operation.word()), seconds, "s"));
    }

    /** What SANA-FE charges a visit for is an access, and an update on top of it where the neuron is not idle. */
    private static void covered(Operation operation, ObjectNode figure) {
        Map<Operation, Operation> covers = Map.of(
                Operation.NEURON_ACCESS, Operation.NEURON_UPDATE_IDLE,
                Operation.NEURON_UPDATE, Operation.NEURON_UPDATE_ACTIVE);
        if (covers.containsKey(operation)) {
            figure.putArray("covers").add(covers.get(operation).word());
        }
    }

    private static void putFigure(ObjectNode figure, double value, String unit) {
        figure.put("value", QuantityFormat.exact(value, unit))
                .put("kind", "published")
                .put("source", SOURCE);
    }

    private static void putCount(ObjectNode figure, int value) {
        figure.put("value", value).put("kind", "published").put("source", SOURCE);
    }
}
