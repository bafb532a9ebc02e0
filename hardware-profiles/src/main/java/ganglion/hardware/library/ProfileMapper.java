package ganglion.hardware.library;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Document;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.Arithmetic;
import ganglion.hardware.chip.AsynchronousEvents;
import ganglion.hardware.chip.BarrierTicks;
import ganglion.hardware.chip.BarrierTicks.BarrierTime;
import ganglion.hardware.chip.DeadlineTicks;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Limits;
import ganglion.hardware.chip.MemoryLevel;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.RealTimeTicks;
import ganglion.hardware.chip.SerialTicks;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Measurement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    HardwareProfile map() throws InputException {
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
                figures.optional("/speed-up", Dimension.COUNT),
                !root.at("/boundary/static-power").asText().equals("excluded"),
                figures.optional("/static-power", Dimension.POWER),
                energies(),
                figures.times("/time"),
                units(),
                arithmetic(),
                memory(),
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
                limit("synapses-per-core", Dimension.COUNT),
                limit("input-axons-per-core", Dimension.COUNT),
                limit("output-axons-per-core", Dimension.COUNT),
                limit("synapse-memory-per-core", Dimension.MEMORY),
                limit("memory-per-synapse", Dimension.MEMORY),
                limit("fan-in", Dimension.COUNT),
                limit("weight-bits", Dimension.COUNT),
                limit("state-bits", Dimension.COUNT),
                limit("delay-ticks", Dimension.COUNT),
                limit("crossbar-row", Dimension.COUNT));
    }

    private Optional<Figure> limit(String key, Dimension dimension) {
        return figures.optional("/limits/" + key, dimension);
    }

    private TimeModel timeModel() {
        JsonNode model = root.get("time-model");
        return switch (model.get("type").asText()) {
            case "barrier-ticks" -> barrierTicks(model);
            case "real-time-ticks" -> new RealTimeTicks(figures.optional("/time-model/shortest-tick", Dimension.TIME));
            case "deadline-ticks" -> new DeadlineTicks();
            case "asynchronous-events" ->
                new AsynchronousEvents(model.get("neurons").asText().equals("continuous"));
            case "serial-ticks" -> new SerialTicks();
            default -> throw new IllegalStateException("the schema knows a time model that is not read: " + model);
        };
    }

    private BarrierTicks barrierTicks(JsonNode model) {
        TimingForm form = TimingForm.of(model.path("form").asText(TimingForm.PHASES.word()));
        Optional<Figure> linkBuffer = figures.optional("/time-model/link-buffer", Dimension.COUNT);
        if (form == TimingForm.DETAILED && linkBuffer.isEmpty()) {
            figures.problem("/time-model/form", "found detailed, expected a \"link-buffer\" beside it");
        }
        boolean stepped = model.path("between").asText().equals("stepped");
        return new BarrierTicks(barrier(), stepped, form, linkBuffer);
    }

    /** The equivalent dense network runs on one processor; nothing else knows how to keep time for it, or it for others. */
    private void checkTimeModel() {
        boolean dense = root.get("execution").asText().equals("dense");
        boolean serial = root.at("/time-model/type").asText().equals("serial-ticks");
        if (dense != serial) {
            figures.problem(
                    "/time-model/type",
                    "found " + root.at("/time-model/type").asText() + ", expected "
                            + (dense ? "serial-ticks with dense execution" : "another type with spiking execution"));
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
        Map<Operation, EnergyFigure> energies = figures.energies("/energy");
        new EnergyConsistency(energies, root.has("static-power")).problems().forEach(figures::problem);
        return energies;
    }

    private List<PipelineUnit> units() {
        List<PipelineUnit> units = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < root.path("units").size(); i++) {
            String pointer = JsonPointers.element("/units", i);
            String name = root.at(pointer + "/name").asText();
            if (!names.add(name)) {
                figures.problem(pointer + "/name", "found \"" + name + "\" twice, expected each name once");
            }
            PipelineStage stage = PipelineStage.of(root.at(pointer + "/stage").asText());
            PipelineUnit unit = new PipelineUnit(
                    name, stage, figures.energies(pointer + "/energy"), figures.times(pointer + "/time"));
            checkStage(unit, pointer);
            units.add(unit);
        }
        return units;
    }

    private void checkStage(PipelineUnit unit, String pointer) {
        Set<Operation> priced = EnumSet.noneOf(Operation.class);
        priced.addAll(unit.energy().keySet());
        priced.addAll(unit.time().keySet());
        unit.stage().operations().forEach(priced::remove);
        priced.forEach(operation -> figures.problem(
                pointer,
                "found a figure of " + operation.key() + ", which is not done in the stage "
                        + unit.stage().word()));
    }

    private Map<NumberFormat, Arithmetic> arithmetic() {
        Map<NumberFormat, Arithmetic> arithmetic = new EnumMap<>(NumberFormat.class);
        root.path("arithmetic").fieldNames().forEachRemaining(key -> {
            Optional<Figure> add = figures.optional("/arithmetic/" + key + "/add", Dimension.ENERGY);
            Optional<Figure> multiply = figures.optional("/arithmetic/" + key + "/multiply", Dimension.ENERGY);
            if (add.isPresent() && multiply.isPresent()) {
                arithmetic.put(NumberFormat.of(key), new Arithmetic(add.get(), multiply.get()));
            }
        });
        return arithmetic;
    }

    private List<MemoryLevel> memory() {
        List<MemoryLevel> levels = new ArrayList<>();
        int count = root.path("memory").size();
        double below = 0;
        for (int i = 0; i < count; i++) {
            String pointer = JsonPointers.element("/memory", i);
            Optional<Figure> capacity = figures.optional(pointer + "/capacity", Dimension.MEMORY);
            double bytes = capacity.map(Figure::value).orElse(Double.POSITIVE_INFINITY);
            if (!(bytes > below) || capacity.isEmpty() != (i == count - 1)) {
                figures.problem(
                        pointer,
                        "expected levels of ascending capacity, with none for the last, which holds everything");
            }
            below = bytes;
            String name = root.at(pointer + "/name").asText();
            int wordBytes = root.at(pointer + "/word-bytes").asInt();
            figures.optional(pointer + "/access", Dimension.ENERGY)
                    .ifPresent(access -> levels.add(new MemoryLevel(name, capacity, access, wordBytes)));
        }
        return levels;
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
