package ganglion.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.document.Document;
import ganglion.hardware.document.DocumentException;
import ganglion.hardware.document.JsonPointers;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.profile.BarrierTicks;
import ganglion.hardware.profile.BarrierTicks.BarrierTime;
import ganglion.hardware.profile.EnergyFigure;
import ganglion.hardware.profile.Execution;
import ganglion.hardware.profile.Limits;
import ganglion.hardware.profile.Measurement;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;
import ganglion.hardware.profile.RealTimeTicks;
import ganglion.hardware.profile.SerialTicks;
import ganglion.hardware.profile.TimeModel;
import ganglion.hardware.quantity.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a profile of a document that follows the schema. For one use. */
final class ProfileMapper {

    private final Document document;
    private final JsonNode root;
    private final FigureMapper figures;

    ProfileMapper(Document document) {
        this.document = document;
        this.root = document.root();
        this.figures = new FigureMapper(document);
    }

    HardwareProfile map() throws DocumentException {
        HardwareProfile profile = new HardwareProfile(
                root.get("profile").asText(),
                root.get("title").asText(),
                root.get("description").asText(),
                root.at("/boundary/includes").asText(),
                root.at("/boundary/excludes").asText(),
                Execution.of(root.get("execution").asText()),
                mesh(),
                limits(),
                timeModel(),
                figures.optional("/static-power", Dimension.POWER),
                energies(),
                times(),
                texts("/boundary/unknown"),
                measurements());
        checkTimeModel();
        figures.throwProblems();
        return profile;
    }

    private Mesh mesh() {
        figures.source("/topology");
        JsonNode topology = root.get("topology");
        int width = topology.get("width").asInt();
        int height = topology.get("height").asInt();
        int coresPerTile = topology.get("cores-per-tile").asInt();
        if ((long) width * height * coresPerTile > Mesh.MOST_CORES) {
            figures.problem("/topology", "found more than " + Mesh.MOST_CORES + " cores, the most that is modelled");
            return new Mesh(1, 1, 1);
        }
        return new Mesh(width, height, coresPerTile);
    }

    private Limits limits() {
        return new Limits(
                limit("chips", Dimension.COUNT),
                limit("neurons-per-core", Dimension.COUNT),
                limit("input-axons-per-core", Dimension.COUNT),
                limit("output-axons-per-core", Dimension.COUNT),
                limit("synapse-memory-per-core", Dimension.MEMORY),
                limit("memory-per-synapse", Dimension.MEMORY),
                limit("fan-in", Dimension.COUNT),
                limit("weight-bits", Dimension.COUNT),
                limit("delay-ticks", Dimension.COUNT));
    }

    private Optional<Figure> limit(String key, Dimension dimension) {
        return figures.optional("/limits/" + key, dimension);
    }

    private TimeModel timeModel() {
        return switch (root.at("/time-model/type").asText()) {
            case "barrier-ticks" -> new BarrierTicks(barrier());
            case "real-time-ticks" -> new RealTimeTicks(figures.optional("/time-model/shortest-tick", Dimension.TIME));
            default -> new SerialTicks();
        };
    }

    /** The equivalent dense network runs on one processor; nothing else knows how to keep time for it, or it for others. */
    private void checkTimeModel() {
        boolean dense = root.get("execution").asText().equals("dense");
        boolean serial = root.at("/time-model/type").asText().equals("serial-ticks");
        if (dense != serial) {
            figures.problem(
                    "/time-model/type",
                    "found " + root.at("/time-model/type").asText() + ", expected "
                            + (dense
                                    ? "serial-ticks with dense execution"
                                    : "barrier-ticks or real-time-ticks with spiking execution"));
        }
    }

    private List<BarrierTime> barrier() {
        List<BarrierTime> points = new ArrayList<>();
        int previous = 0;
        for (int i = 0; i < root.at("/time-model/barrier").size(); i++) {
            String pointer = JsonPointers.element("/time-model/barrier", i);
            int tiles = root.at(pointer + "/tiles").asInt();
            if (tiles <= previous) {
                figures.problem(pointer + "/tiles", "found " + tiles + ", expected more than " + previous);
            }
            figures.optional(pointer + "/time", Dimension.TIME)
                    .ifPresent(time -> points.add(new BarrierTime(tiles, time)));
            previous = tiles;
        }
        return points;
    }

    private Map<Operation, EnergyFigure> energies() {
        Map<Operation, EnergyFigure> energies = new EnumMap<>(Operation.class);
        root.path("energy")
                .fieldNames()
                .forEachRemaining(key ->
                        figures.energy("/energy/" + key).ifPresent(energy -> energies.put(Operation.of(key), energy)));
        new EnergyConsistency(energies, root.has("static-power")).problems().forEach(figures::problem);
        return energies;
    }

    private Map<Operation, Figure> times() {
        Map<Operation, Figure> times = new EnumMap<>(Operation.class);
        root.path("time")
                .fieldNames()
                .forEachRemaining(key -> figures.optional("/time/" + key, Dimension.TIME)
                        .ifPresent(time -> times.put(Operation.of(key), time)));
        return times;
    }

    private List<Measurement> measurements() {
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < root.path("measurements").size(); i++) {
            String pointer = JsonPointers.element("/measurements", i);
            String what = root.at(pointer + "/what").asText();
            figures.measured(pointer + "/figure").ifPresent(figure -> measurements.add(new Measurement(what, figure)));
        }
        return measurements;
    }

    private List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        document.root().at(pointer).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
