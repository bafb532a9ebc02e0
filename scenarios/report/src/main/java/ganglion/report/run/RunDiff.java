package ganglion.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.InputException;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.expect.RasterDifference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The differences of two runs. Wall-clock times, manifests and where a run was are not compared.
 *
 * @param divergence where the spikes of the second run diverge from those of the first, human-readable; absent if they are equal
 * @param networksCompared whether the networks were compared, too: runs whose spikes were streamed do not say which network they ran
 * @param sections what differs, by the name of each value; empty where nothing does
 * @param words what expectations say, by their pointers
 */
public record RunDiff(
        Optional<String> divergence,
        boolean networksCompared,
        Map<Section, Map<String, Pair>> sections,
        Map<String, String> words) {

    /** What is compared, in the order in which it is told. */
    public enum Section {
        /** Whether an expectation passed or failed; null where a run does not have it. */
        VERDICTS("expectations of another outcome"),
        /** Scenario, seed and duration. */
        FACTS("asked for"),
        /** Values of the scenario as its file and the command line have them, by pointer. */
        WRITTEN("in the scenario"),
        /** Sizes, activity and fingerprint of the network. */
        NETWORK("network and activity"),
        /** Number of spikes by population, if any of its spikes differ. */
        SPIKES("spikes"),
        /** Winners by clip. */
        DECISIONS("decisions"),
        /** What was found, by expectation. */
        EXPECTATIONS("expectations"),
        /** Energy in joules and time in seconds by device, boundary and component. */
        FIGURES("energy and time");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        /** What it is called, for readers. */
        public String title() {
            return title;
        }
    }

    private static final String SCENARIO = "/scenario/name";

    private static final List<String> FACTS = List.of(SCENARIO, "/run/seed", "/run/tickSeconds", "/run/ticks");

    private static final List<String> NETWORK =
            List.of("/network/neurons", "/network/synapses", "/activity/synapticEvents");

    private static final List<String> PERCENTILES =
            List.of("p50Seconds", "p90Seconds", "p99Seconds", "p999Seconds", "maximumSeconds");

    /** A value of the first run and of the second; null if a run has none. */
    public record Pair(JsonNode first, JsonNode second) {}

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return divergence.isEmpty() && sections.values().stream().allMatch(Map::isEmpty);
    }

    /** What differs in a section. */
    public Map<String, Pair> of(Section section) {
        return sections.get(section);
    }

    /**
     * What differs in a section, with the change of numbers where there are any; expectations are named by their words and pointers.
     *
     * @param title of the first column
     */
    public Table table(Section section, String title) {
        Map<String, Pair> pairs = of(section);
        boolean changes =
                pairs.values().stream().anyMatch(pair -> !PairText.change(pair).isEmpty());
        List<Column> columns =
                new ArrayList<>(List.of(Column.text(title), Column.number("first"), Column.number("second")));
        if (changes) {
            columns.add(Column.number("change"));
        }
        Table table = new Table(columns);
        pairs.forEach((name, pair) -> {
            String text = words.getOrDefault(name, "");
            List<String> cells = new ArrayList<>(List.of(
                    text.isEmpty() ? name : text + " (" + name + ")",
                    PairText.of(pair.first()),
                    PairText.of(pair.second())));
            if (changes) {
                cells.add(PairText.change(pair));
            }
            table.row(cells.toArray(String[]::new));
        });
        return table;
    }

    /** One human-readable line, if the runs are of two scenarios. */
    public Optional<String> otherScenario() {
        return Optional.ofNullable(of(Section.FACTS).get(name(SCENARIO)))
                .map(pair -> "the runs are of different scenarios: " + PairText.of(pair.first()) + " and "
                        + PairText.of(pair.second()));
    }

    /**
     * The differences of two runs.
     *
     * @throws InputException if what one of them says of its network is damaged
     */
    public static RunDiff between(RecordedRun first, RecordedRun second) throws InputException {
        Optional<String> divergence = RasterDifference.between(second.raster(), first.raster(), "the first run")
                .map(RasterDifference::text);
        Map<String, Pair> network = differences(values(first.result(), NETWORK), values(second.result(), NETWORK));
        boolean networksCompared = saysItsNetwork(first) && saysItsNetwork(second);
        if (networksCompared) {
            network.putAll(differences(fingerprint(first), fingerprint(second)));
        }
        JsonNode one = first.result();
        JsonNode other = second.result();
        Map<Section, Map<String, Pair>> sections = new EnumMap<>(Section.class);
        sections.put(Section.VERDICTS, differences(verdicts(one), verdicts(other)));
        sections.put(Section.FACTS, differences(values(one, FACTS), values(other, FACTS)));
        sections.put(Section.WRITTEN, written(one, other));
        sections.put(Section.NETWORK, network);
        sections.put(Section.SPIKES, spikes(first, second));
        sections.put(
                Section.DECISIONS,
                differences(listed(one, "decisions", "file", "winner"), listed(other, "decisions", "file", "winner")));
        sections.put(
                Section.EXPECTATIONS,
                differences(
                        listed(one, "expectations", "pointer", "found"),
                        listed(other, "expectations", "pointer", "found")));
        sections.put(Section.FIGURES, differences(figures(one), figures(other)));
        Map<String, String> words = new HashMap<>();
        for (JsonNode result : List.of(other, one)) {
            for (JsonNode expectation : result.path("expectations")) {
                words.put(
                        expectation.path("pointer").asText(),
                        expectation.path("text").asText());
            }
        }
        return new RunDiff(divergence, networksCompared, sections, words);
    }

    private static Map<String, Pair> differences(Map<String, JsonNode> first, Map<String, JsonNode> second) {
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        Map<String, Pair> differences = new LinkedHashMap<>();
        for (String name : names) {
            JsonNode one = first.getOrDefault(name, NullNode.instance);
            JsonNode other = second.getOrDefault(name, NullNode.instance);
            if (!one.equals(other)) {
                differences.put(name, new Pair(one, other));
            }
        }
        return differences;
    }

    private static Map<String, JsonNode> values(JsonNode result, List<String> pointers) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        pointers.forEach(pointer -> values.put(name(pointer), result.at(pointer)));
        return values;
    }

    private static String name(String pointer) {
        return pointer.substring(1).replace('/', ' ');
    }

    /** Nothing, if a run does not say what its scenario has: it is older, or has too many values. */
    private static Map<String, Pair> written(JsonNode first, JsonNode second) {
        Map<String, JsonNode> one = members(first.at("/scenario/written"));
        Map<String, JsonNode> other = members(second.at("/scenario/written"));
        return one.isEmpty() || other.isEmpty() ? Map.of() : differences(one, other);
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static boolean saysItsNetwork(RecordedRun run) {
        return Files.isRegularFile(run.directory().resolve(RunOrigin.FILE));
    }

    /** Weights and delays may differ where the spikes do not. */
    private static Map<String, JsonNode> fingerprint(RecordedRun run) throws InputException {
        String fingerprint = RunOrigin.read(run.directory()).network();
        return Map.of("network fingerprint", TextNode.valueOf(fingerprint));
    }

    private static Map<String, Pair> spikes(RecordedRun first, RecordedRun second) {
        Set<String> names = new LinkedHashSet<>(first.raster().rasters().keySet());
        names.addAll(second.raster().rasters().keySet());
        Map<String, Pair> spikes = new LinkedHashMap<>();
        for (String name : names) {
            SpikeRaster one = first.raster().rasters().get(name);
            SpikeRaster other = second.raster().rasters().get(name);
            if (one == null || !one.equals(other)) {
                spikes.put(name, new Pair(count(one), count(other)));
            }
        }
        return spikes;
    }

    private static JsonNode count(SpikeRaster raster) {
        return raster == null ? NullNode.instance : IntNode.valueOf(raster.size());
    }

    /** One field of all elements of a list, by their names; elements of equal names are numbered. */
    private static Map<String, JsonNode> listed(JsonNode result, String list, String key, String field) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (JsonNode element : result.path(list)) {
            String name = element.path(key).asText();
            String unique = name;
            for (int number = 2; fields.containsKey(unique); number++) {
                unique = name + " (" + number + ")";
            }
            fields.put(unique, element.path(field));
        }
        return fields;
    }

    /** Whether each expectation held, in words. */
    private static Map<String, JsonNode> verdicts(JsonNode result) {
        Map<String, JsonNode> verdicts = listed(result, "expectations", "pointer", "passed");
        verdicts.replaceAll((name, passed) -> TextNode.valueOf(passed.asBoolean() ? "passed" : "failed"));
        return verdicts;
    }

    private static Map<String, JsonNode> figures(JsonNode result) {
        Map<String, JsonNode> figures = new LinkedHashMap<>();
        for (JsonNode estimate : result.at("/comparison/estimates")) {
            addEstimate(figures, estimate);
        }
        for (JsonNode profile : result.path("profiles")) {
            String name = profile.path("name").asText();
            JsonNode energy = profile.path("energy");
            for (JsonNode component : energy.path("components")) {
                figures.put(name + ", " + component.path("name").asText() + " (J)", component.path("joules"));
            }
        }
        for (JsonNode profile : result.path("profiles")) {
            String name = profile.path("name").asText();
            for (String percentile : PERCENTILES) {
                JsonNode value = profile.path("latency").path(percentile);
                if (!value.isMissingNode()) {
                    figures.put(name + ", time of a tick, " + percentile.replace("Seconds", "") + " (s)", value);
                }
            }
        }
        return figures;
    }

    /** What a decision takes on a device that computes it in one way, under each boundary. */
    private static void addEstimate(Map<String, JsonNode> figures, JsonNode estimate) {
        String format = estimate.path("format").asText("");
        String name = estimate.path("profile").asText() + ", "
                + estimate.path("computation").asText() + (format.isEmpty() ? "" : " " + format);
        estimate.path("energies")
                .properties()
                .forEach(energy -> figures.put(
                        name + ", " + energy.getKey() + " energy of a decision (J)",
                        energy.getValue().path("joules")));
        figures.put(name + ", work of a decision (s)", estimate.path("workSeconds"));
    }

    /** Text of a value that differs between two runs, and of its change. */
    private static final class PairText {

        private static final int DIGITS = 4;

        private PairText() {}

        /** A value; a dash if a run has none. */
        public static String of(JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return "-";
            }
            return value.isFloatingPointNumber() ? number(value.asDouble()) : value.asText();
        }

        private static String number(double value) {
            return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7 || value == 0
                    ? QuantityFormat.format(value, "", DIGITS)
                    : String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
        }

        /** The change from the first number to the second, in percent; empty for what is no number, or zero before. */
        public static String change(Pair pair) {
            if (!pair.first().isNumber()
                    || !pair.second().isNumber()
                    || pair.first().asDouble() == 0) {
                return "";
            }
            double percent = 100 * (pair.second().asDouble() / pair.first().asDouble() - 1);
            return String.format(Locale.ROOT, "%+.3g %%", percent);
        }
    }
}
